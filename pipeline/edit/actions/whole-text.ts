/** A file changed in the TEI pane: one patch from the first to the last difference. */
import { InputError } from '../../core/finding.ts';
import { type PatchChange, PatchRefusal } from '../patch/model.ts';
import { charactersBefore } from '../patch/prove.ts';
import { parseDocument, type SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';

/** @throws Refusal if the new text is not well-formed. */
export function wholeTextChange(document: SourceDocument, text: string): PatchChange {
  const after = reread(document, text);
  const { start, fromEnd } = difference(document.text, text);
  const [end, newEnd] = [document.text.length - fromEnd, text.length - fromEnd];
  const words = (one: SourceDocument, from: number, to: number): string =>
    rawTextOf(one.root).slice(charactersBefore(one, from), charactersBefore(one, to));
  const removed = words(document, start, end);
  const added = words(after, start, newEnd);
  return {
    edits: [{ start, end, text: text.slice(start, newEnd) }],
    textChanges: removed === added ? [] : [{ at: start, removed, added }],
  };
}

function reread(document: SourceDocument, text: string): SourceDocument {
  try {
    return parseDocument(document.path, text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [finding] = error.findings;
    throw new PatchRefusal(
      `line ${finding?.line ?? '?'}: ${finding?.message ?? 'not well-formed'}`,
    );
  }
}

/** Where two texts begin to differ, and how long their common end is. */
function difference(one: string, other: string): { start: number; fromEnd: number } {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let fromEnd = 0;
  while (
    fromEnd < most - start &&
    one[one.length - 1 - fromEnd] === other[other.length - 1 - fromEnd]
  )
    fromEnd++;
  // References, surrogate pairs and line ends of Windows are not divided.
  while (start > 0 && isInside(one, start)) start--;
  while (fromEnd > 0 && isInside(one, one.length - fromEnd)) fromEnd--;
  while (fromEnd > 0 && isInside(other, other.length - fromEnd)) fromEnd--;
  return { start, fromEnd };
}

function isInside(text: string, at: number): boolean {
  if (/^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1))) return true;
  if (text[at - 1] === '\r' && text[at] === '\n') return true;
  return /&[#\w]*$/.test(text.slice(Math.max(0, at - 12), at));
}

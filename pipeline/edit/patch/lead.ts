/** An element with the white space before it. */
import type { TreeElement } from '../../xml/tree.ts';
import type { SourceDocument } from '../source/document.ts';
import { decodeReferences, rawTextOf } from '../source/reading-text.ts';
import type { PatchChange } from './model.ts';

/** The white space before an element: its line end and indentation. */
export function leadOf(text: string, { start }: TreeElement): string {
  return /\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
}

/** The element goes, with the white space before it. */
export function removalOf({ text }: SourceDocument, element: TreeElement): PatchChange {
  const start = element.start - leadOf(text, element).length;
  const removed = decodeReferences(text.slice(start, element.start)) + rawTextOf(element);
  return {
    edits: [{ start, end: element.end, text: '' }],
    textChanges: [{ at: start, removed, added: '' }],
  };
}

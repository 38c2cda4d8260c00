/**
 * What the editor should know of a source that was encoded: marks and notes that could not be
 * placed, a title taken from the text.
 */
import { type Finding, shownPath } from '../../core/finding.ts';
import type { EncodedDocument } from '../document/encode.ts';

/** `path`: the source's. */
export function sourceFindings(path: string, document: EncodedDocument): Finding[] {
  return [
    ...lostMarks(path, document),
    ...notesWithoutMark(path, document),
    ...marksWithoutNote(path, document),
    ...(document.untitled ? [withoutTitle(path, document)] : []),
  ];
}

/** What a source says of words that the encoder could not find again in its own text. */
function lostMarks(path: string, { lostMarks: count }: EncodedDocument): Finding[] {
  if (count === 0) return [];
  const message =
    count === 1
      ? 'one mark of the source (an emphasis, a link, a change) could not be put on its words ' +
        'and is omitted'
      : `${count} marks of the source (emphasis, links, changes) could not be put on their ` +
        `words and are omitted`;
  return [{ path: shownPath(path), severity: 'warning', rule: 'intake/mark-lost', message }];
}

/** A note that belongs nowhere stays text. */
function notesWithoutMark(path: string, { unanchored }: EncodedDocument): Finding[] {
  return unanchored.map(({ n, line }) => ({
    path: shownPath(path),
    line,
    column: 3,
    severity: 'error',
    rule: 'encode/note-without-anchor',
    message:
      `note ${n} has no anchor: there is no “${n}” in the text after the anchor of the note ` +
      `before, ` +
      'and its words are a paragraph of the text now; set its number where it belongs, or ' +
      'remove the note',
  }));
}

/** Marks that look like those of notes stay text. */
function marksWithoutNote(path: string, { strayMarks }: EncodedDocument): Finding[] {
  return strayMarks.map(({ mark, line, words }) => ({
    path: shownPath(path),
    line,
    column: 1,
    severity: 'remark',
    rule: 'encode/mark-without-note',
    message:
      `“${mark}” in “${words}” looks like the mark of a note, but there is no such note; it ` +
      `stays text: ` +
      `write the note after “${mark} ” at the end of the text or the foot of its page`,
  }));
}

/** A title formed from the dateline or taken from the first words is reported. */
function withoutTitle(path: string, { title }: EncodedDocument): Finding {
  const message =
    `the text begins without a title; “${title}” is used as one: ` +
    'write a title on the first line, or "title:" in front matter';
  return {
    path: shownPath(path),
    line: 1,
    column: 1,
    severity: 'remark',
    rule: 'encode/untitled',
    message,
  };
}

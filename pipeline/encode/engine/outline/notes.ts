/**
 * The notes of a document as parts of its tree.
 */
import type { MarkedNote } from '../blocks.ts';
import type { FootNote } from '../tree.ts';

/**
 * `document`: the document's id. The ids of notes are made from their numbers: `d149-n2`,
 * `d149-n2-p1`.
 */
export function footNotes(notes: readonly MarkedNote[], document: string): FootNote[] {
  return notes.map((note, index) => {
    const base = `${document}-n${idOf(note.key)}`;
    const single = note.paragraphs.length === 1;
    return {
      n: note.n,
      key: note.key,
      id: base,
      source: index === 0 && /^Source:/.test(note.paragraphs[0]?.text ?? ''),
      paragraphs: note.paragraphs.map(({ text, points, line }, at) => ({
        id: single ? base : `${base}-p${at + 1}`,
        role: 'note' as const,
        text,
        points,
        line,
        note: note.key,
      })),
    };
  });
}

/** The replacements for the signs of notes in an id. */
const NAMES: Readonly<Record<string, string>> = {
  '*': 'star',
  '†': 'dagger',
  '‡': 'ddagger',
  '§': 'section',
  '¶': 'pilcrow',
};

function idOf(key: string): string {
  return key.replace(/[*†‡§¶]/g, (sign) => NAMES[sign] ?? '').replace('~', '-');
}

/**
 * The notes of a document as parts of its tree.
 */
import type { MarkedNote } from '../blocks.ts';
import type { FootNote } from '../tree.ts';

/** `document`: the document's id. The ids of notes are made of their numbers: `d149-n2`, `d149-n2-p1`. */
export function footNotes(notes: readonly MarkedNote[], document: string): FootNote[] {
  return notes.map((note) => {
    const base = `${document}-n${note.n}`;
    const single = note.paragraphs.length === 1;
    return {
      n: note.n,
      source: note.n === '1' && /^Source:/.test(note.paragraphs[0]?.text ?? ''),
      paragraphs: note.paragraphs.map(({ text, points, line }, index) => ({
        id: single ? base : `${base}-p${index + 1}`,
        role: 'note' as const,
        text,
        points,
        line,
        note: note.n,
      })),
    };
  });
}

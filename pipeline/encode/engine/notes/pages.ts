/**
 * Places notes page by page: notes at the foot of a page have their anchors on that page.
 */

import type { SourceNote } from './note-lines.ts';
import type { NumberWords } from './number-words.ts';
import { type Anchor, type NoteToPlace, placeNotes, type Stretch } from './place.ts';

interface NumberedStretch extends Stretch {
  /** Line of the file, from 1. */
  readonly line: number;
}

type NoteOfPage = NoteToPlace & Pick<SourceNote, 'above'>;

/** An anchor for each note; `undefined` for a note without one. */
export function placeByPages(
  stretches: readonly NumberedStretch[],
  notes: readonly NoteOfPage[],
  words: NumberWords,
): readonly (Anchor | undefined)[] {
  const placed: (Anchor | undefined)[] = [];
  while (placed.length < notes.length) {
    const { above } = notes[placed.length] as NoteOfPage;
    const end = notes.findIndex((note, at) => at >= placed.length && note.above !== above);
    const page = notes.slice(placed.length, end < 0 ? notes.length : end);
    const from = above ? stretches.findIndex(({ line }) => line > above.from) : 0;
    const here = above
      ? stretches.filter(({ line }) => line > above.from && line <= above.to)
      : stretches;
    for (const anchor of placeNotes(here, page, words)) {
      placed.push(anchor && { ...anchor, stretch: anchor.stretch + from });
    }
  }
  return placed;
}

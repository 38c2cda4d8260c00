/**
 * Diaries and journals: entries, each with its day.
 */
import { outlineBlocks } from '../../engine/outline/blocks.ts';
import type { Evidence } from '../evidence.ts';
import { type Genre, NONE, type Recognition } from '../genre.ts';

export const diary: Genre = {
  name: 'diary',
  title: 'a diary',
  recognize,
  outline: ({ id, layout }) => outlineBlocks(layout, id),
  header: { correspondence: false },
};

function recognize(_evidence: Evidence): Recognition {
  return NONE;
}

/**
 * Newspapers: headlines, datelines of correspondents, articles.
 */
import { outlineBlocks } from '../../engine/outline/blocks.ts';
import type { Evidence } from '../evidence.ts';
import { type Genre, NONE, type Recognition } from '../genre.ts';

export const newspaper: Genre = {
  name: 'newspaper',
  title: 'a newspaper article',
  recognize,
  outline: ({ id, layout }) => outlineBlocks(layout, id),
  header: { correspondence: false },
};

function recognize(_evidence: Evidence): Recognition {
  return NONE;
}

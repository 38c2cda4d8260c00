/**
 * Lists and inventories: items, numbered or not, and tables.
 */
import { outlineBlocks } from '../../engine/outline/blocks.ts';
import type { Evidence } from '../evidence.ts';
import { type Genre, NONE, type Recognition } from '../genre.ts';

export const list: Genre = {
  name: 'list',
  title: 'a list or inventory',
  recognize,
  outline: ({ id, layout }) => outlineBlocks(layout, id),
  header: { correspondence: false },
};

function recognize(_evidence: Evidence): Recognition {
  return NONE;
}

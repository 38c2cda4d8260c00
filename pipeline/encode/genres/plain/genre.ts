/**
 * Plain text: title, paragraphs, lists and tables that their signs set off. It claims nothing else,
 * and is the genre of a document that fits no other.
 */
import { outlineBlocks } from '../../engine/outline/blocks.ts';
import type { Genre } from '../common/genre.ts';

export const plain: Genre = {
  name: 'plain',
  title: 'plain text',
  recognize: () => ({ score: 0.1, reasons: ['nothing else fits better'] }),
  outline: ({ id, layout }) => outlineBlocks(layout, id),
  followsSourceHeadings: true,
  header: { correspondence: false },
};

/**
 * The passages of a document in their order.
 *
 * Takes the tree. Returns its passages: the main text, then the notes.
 */
import type { Passage } from './model.ts';
import type { DocumentTree, List, TreePart } from './tree.ts';

export function passagesInOrder(tree: DocumentTree): Passage[] {
  return [...tree.parts.flatMap(inPart), ...tree.notes.flatMap(({ paragraphs }) => paragraphs)];
}

function inPart(part: TreePart): Passage[] {
  switch (part.kind) {
    case 'passage':
      return part.list ? [part.passage, ...inList(part.list)] : [part.passage];
    case 'group':
      return part.parts.flatMap(inPart);
    case 'list':
      return inList(part);
    case 'table':
      return part.rows.flat();
    case 'division':
      return [...(part.head ? [part.head] : []), ...part.parts.flatMap(inPart)];
    case 'page':
      return [];
  }
}

function inList(list: List): Passage[] {
  const items = list.items.flatMap((item) =>
    'kind' in item
      ? []
      : [
          ...(item.label ? [item.label] : []),
          ...(item.passage ? [item.passage] : []),
          ...(item.list ? inList(item.list) : []),
        ],
  );
  return list.head ? [list.head, ...items] : items;
}

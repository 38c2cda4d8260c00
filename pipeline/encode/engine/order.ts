/**
 * The passages of a document in their order.
 *
 * In: the tree. Out: its passages: the main text from head to signature, then the notes.
 */
import type { Passage } from './model.ts';
import type { DocumentTree, List, Part } from './tree.ts';

export function passagesOf(tree: DocumentTree): Passage[] {
  return [
    tree.head,
    ...(tree.dateline ? [tree.dateline] : []),
    ...tree.parts.flatMap(inPart),
    ...(tree.closer ?? []),
    ...tree.notes.flatMap(({ paragraphs }) => paragraphs),
  ];
}

function inPart(part: Part): Passage[] {
  switch (part.kind) {
    case 'passage':
      return [part.passage];
    case 'list':
      return inList(part);
    case 'table':
      return part.rows.flat();
    case 'division':
      return [part.head, ...part.parts.flatMap(inPart)];
    case 'page':
      return [];
  }
}

function inList(list: List): Passage[] {
  const items = list.items.flatMap((item) =>
    'kind' in item ? [] : [...(item.passage ? [item.passage] : []), ...(item.list ? inList(item.list) : [])],
  );
  return list.head ? [list.head, ...items] : items;
}

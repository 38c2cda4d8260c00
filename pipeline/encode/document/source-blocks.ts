/**
 * Adds the source's information about its blocks to the tree that a genre made of them: headings,
 * quotations, numbers of items, spanning cells.
 *
 * Takes a document's tree, and the information by lines. Returns the tree. Parts that a genre has
 * recognized as something specific stay unchanged.
 */
import type { Passage } from '../engine/model.ts';
import { passagesInOrder } from '../engine/order.ts';
import type {
  Division,
  DocumentTree,
  List,
  ListItem,
  PageBegins,
  TextTable,
  TreePart,
} from '../engine/tree.ts';
import type { SourceBlock } from '../sources/reading-text.ts';

type SourceBlocks = ReadonlyMap<number, SourceBlock>;

export function applySourceBlocks(
  tree: DocumentTree,
  sourceBlocks: SourceBlocks | undefined,
): DocumentTree {
  if (!sourceBlocks || sourceBlocks.size === 0) return tree;
  const parts = inDivisions(
    tree.parts.flatMap((part) => withSourceBlocks(part, sourceBlocks)),
    sourceBlocks,
    tree.id,
  );
  return { ...tree, parts };
}

/** A list can be divided into several. */
function withSourceBlocks(part: TreePart, sourceBlocks: SourceBlocks): TreePart[] {
  switch (part.kind) {
    case 'passage': {
      const quoted =
        part.passage.role === 'paragraph' && sourceBlocks.get(part.passage.line)?.quote;
      return [quoted ? { kind: 'group', name: 'quote', parts: [part] } : part];
    }
    case 'group':
    case 'division':
      return [
        { ...part, parts: part.parts.flatMap((inner) => withSourceBlocks(inner, sourceBlocks)) },
      ];
    case 'list':
      return withItems(part, sourceBlocks);
    case 'table':
      return [withCells(part, sourceBlocks)];
    case 'page':
      return [part];
  }
}

/** The lists of the source where the genre found a row of bullets. */
function withItems(list: List, sourceBlocks: SourceBlocks): TreePart[] {
  const items = list.items.map((item) => ({
    item,
    known: 'kind' in item ? undefined : sourceBlocks.get(item.passage?.line ?? 0)?.item,
  }));
  const isPlain = list.type === 'simple' && !list.head;
  if (!isPlain || items.some(({ item, known: own }) => !('kind' in item) && (!own || item.list)))
    return [list];
  const lists: OpenList[] = [];
  const open: OpenList[] = [];
  for (const { item, known: own } of items) {
    if (!own) {
      open.at(-1)?.items.push(item as PageBegins);
      continue;
    }
    while ((open.at(-1)?.depth ?? 0) > own.depth) open.pop();
    const last = open.at(-1);
    const isNew =
      !last ||
      last.depth < own.depth ||
      last.list !== own.list ||
      last.labelled !== Boolean(own.label);
    if (isNew && last?.depth === own.depth) open.pop();
    if (isNew) {
      const fresh = { depth: own.depth, list: own.list, labelled: Boolean(own.label), items: [] };
      const parent = open.at(-1)?.items.findLast((one): one is OpenItem => 'id' in one);
      if (parent) parent.lists.push(fresh);
      else lists.push(fresh);
      open.push(fresh);
    }
    open
      .at(-1)
      ?.items.push({ ...(item as ListItem), ...(own.label ? { n: own.label } : {}), lists: [] });
  }
  return lists.map(closed);
}

type OpenItem = ListItem & { readonly lists: OpenList[] };

interface OpenList {
  readonly depth: number;
  readonly list: string;
  readonly labelled: boolean;
  readonly items: (OpenItem | PageBegins)[];
}

/** An item contains one list at most: a second one would continue in the first. */
function closed({ labelled, items }: OpenList): List {
  return {
    kind: 'list',
    type: labelled ? 'ordered' : 'simple',
    inferred: false,
    items: items.map((item) => {
      if ('kind' in item) return item;
      const { lists, ...own } = item;
      const [first, ...others] = lists;
      if (!first) return own;
      return {
        ...own,
        list: closed({ ...first, items: [first, ...others].flatMap((list) => list.items) }),
      };
    }),
  };
}

function withCells(table: TextTable, sourceBlocks: SourceBlocks): TextTable {
  const rows = table.rows.map((row) => {
    const cells = sourceBlocks.get(row[0]?.line ?? 0)?.cells;
    if (!cells || cells.length !== row.length) return row;
    return row.map((passage, at): Passage => {
      const { cols, rows: height, label } = cells[at] ?? {};
      const attributes = {
        ...(label ? { role: 'label' } : {}),
        ...(cols === undefined ? {} : { cols: String(cols) }),
        ...(height === undefined ? {} : { rows: String(height) }),
      };
      return { ...passage, attributes };
    });
  });
  return { ...table, rows };
}

/** Parts that end a document are after its divisions, not in the last of them. */
const ENDS = new Set(['closer', 'postscript']);

/**
 * A heading that the source marks begins a division, even if the genre has made a paragraph of it.
 */
function inDivisions(
  parts: readonly TreePart[],
  sourceBlocks: SourceBlocks,
  document: string,
): TreePart[] {
  const divided: TreePart[] = [];
  let open: { head: Passage; parts: TreePart[] } | undefined;
  let headings = passagesInOrder({ ...EMPTY_TREE, parts }).filter(
    ({ role }) => role === 'heading',
  ).length;
  const close = (): void => {
    if (open)
      divided.push({ kind: 'division', head: open.head, parts: open.parts } satisfies Division);
    open = undefined;
  };
  for (const part of parts) {
    const heading =
      part.kind === 'passage' &&
      part.passage.role === 'paragraph' &&
      sourceBlocks.get(part.passage.line)?.heading !== undefined;
    if (heading) {
      close();
      const id = `${document}-h${++headings}`;
      open = { head: { ...part.passage, id, role: 'heading' }, parts: [] };
    } else if (part.kind === 'division' || (part.kind === 'group' && ENDS.has(part.name))) {
      close();
      divided.push(part);
    } else if (open) open.parts.push(part);
    else divided.push(part);
  }
  close();
  return divided;
}

/** The other fields that `passagesOf` needs. */
const EMPTY_TREE = {
  id: '',
  title: '',
  notes: [],
} as const;

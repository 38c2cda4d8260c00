/**
 * The outline from signs alone: bullets make lists, tabs make tables, everything else is a
 * paragraph.
 *
 * Takes blocks. Returns parts, or the tree of a whole document. Genres use `partsOfBlocks` for
 * blocks without a rule of their own.
 */
import { foldedWords } from '../../../core/text.ts';
import type { MarkedBlock, MarkedLayout } from '../blocks.ts';
import type { Passage, Point } from '../model.ts';
import type { DocumentTree, List, ListItem, PageBegins, TreePart } from '../tree.ts';
import { isLabelledItem, leadsOver, readLabelled } from './labelled.ts';
import { pagesInBlock } from './lines.ts';
import { footNotes } from './notes.ts';
import { PassageMaker } from './passage-maker.ts';
import { splitBlocks } from './split.ts';

/** A row of a table: cells with tabs between them. */
export function isRow(text: string): boolean {
  return text.includes('\t');
}

/** The tree of a document; `read` makes the parts after the title. */
export function outlineTitled(
  layout: MarkedLayout,
  id: string,
  read: (blocks: readonly MarkedBlock[], make: PassageMaker) => readonly TreePart[],
): DocumentTree {
  const make = new PassageMaker(id);
  const { parts, rest, ...title } = takeTitle(layout.blocks, layout.titled, make);
  return {
    id,
    ...title,
    parts: [...parts, ...read(rest, make)],
    notes: footNotes(layout.notes, id),
  };
}

interface Titled {
  readonly head?: Passage;
  readonly title: string;
  /** The head, and the pages that begin before it. */
  readonly parts: readonly TreePart[];
  /** The blocks after the title. */
  readonly rest: readonly MarkedBlock[];
}

/** Takes the title off the blocks of a document that has one (`MarkedLayout.titled`). */
export function takeTitle(
  blocks: readonly MarkedBlock[],
  titled: boolean,
  make: PassageMaker,
): Titled {
  if (!titled) return { title: firstWords(blocks), parts: [], rest: blocks };
  const at = blocks.findIndex((block) => block.text !== '');
  const head = make.single(blocks[at] as MarkedBlock, 'title');
  return {
    head,
    title: head.text,
    parts: [...blocks.slice(0, at).flatMap(pagesInBlock), { kind: 'passage', passage: head }],
    rest: blocks.slice(at + 1),
  };
}

/** How many characters of the first words replace a title. */
const LONGEST_INCIPIT = 80;

/** The first words of a text without a title, as in catalogues: "Liebe Eltern! …". */
function firstWords(blocks: readonly MarkedBlock[]): string {
  const text = foldedWords(
    blocks
      .slice(0, 6)
      .map((block) => block.text)
      .join(' '),
  );
  if (text.length <= LONGEST_INCIPIT) return text;
  const end = text.lastIndexOf(' ', LONGEST_INCIPIT);
  return `${text.slice(0, end > 0 ? end : LONGEST_INCIPIT).replace(/[,;:.–—-]+$/u, '')} …`;
}

export function outlineBlocks(layout: MarkedLayout, id: string): DocumentTree {
  return outlineTitled(layout, id, partsOfBlocks);
}

/** Paragraphs, lists and tables, in order. */
export function partsOfBlocks(given: readonly MarkedBlock[], make: PassageMaker): TreePart[] {
  const blocks = splitBlocks(given);
  const parts: TreePart[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as MarkedBlock;
    if (block.text === '') {
      parts.push(...pagesInBlock(block));
      at++;
    } else if (block.bullet !== undefined) {
      const end = runEnd(blocks, at, ({ bullet }) => bullet !== undefined);
      parts.push(listOf(blocks.slice(at, end), make));
      at = end;
    } else if (isRow(block.text)) {
      const end = runEnd(blocks, at, ({ text }) => isRow(text));
      parts.push(tableOf(blocks.slice(at, end), make));
      at = end;
    } else if (isLabelledItem(blocks, at)) {
      const { list, next } = readLabelled(blocks, at, make);
      parts.push(list);
      at = next;
    } else {
      const passage = make.passage(block, 'paragraph');
      at++;
      const labelled =
        leadsOver(block.text) && isLabelledItem(blocks, at)
          ? readLabelled(blocks, at, make)
          : undefined;
      parts.push({ kind: 'passage', passage, ...(labelled ? { list: labelled.list } : {}) });
      at = labelled?.next ?? at;
    }
  }
  return parts;
}

/** The end of a sequence of blocks, pages between them included. */
function runEnd(
  blocks: readonly MarkedBlock[],
  from: number,
  belongs: (block: MarkedBlock) => boolean,
): number {
  let end = from + 1;
  for (let at = end; at < blocks.length; at++) {
    const block = blocks[at] as MarkedBlock;
    if (block.text === '') continue;
    if (!belongs(block)) break;
    end = at + 1;
  }
  return end;
}

function listOf(blocks: readonly MarkedBlock[], make: PassageMaker): List {
  return {
    kind: 'list',
    type: 'simple',
    inferred: false,
    items: blocks.flatMap((block): (ListItem | PageBegins)[] => {
      if (block.text === '') return pagesInBlock(block);
      const passage = make.passage(block, 'item');
      return [{ id: passage.id, passage }];
    }),
  };
}

/** A page that begins between two rows begins in the first cell of the second. */
function tableOf(blocks: readonly MarkedBlock[], make: PassageMaker): TreePart {
  let pages: Point[] = [];
  const rows: Passage[][] = [];
  for (const block of blocks) {
    if (block.text === '') {
      pages.push(...block.points.map((point): Point => ({ ...point, offset: 0 })));
      continue;
    }
    rows.push(make.cells({ ...block, points: [...pages, ...block.points] }));
    pages = [];
  }
  return { kind: 'table', rows };
}

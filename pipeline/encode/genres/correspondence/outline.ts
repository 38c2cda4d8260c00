/**
 * The structure of a document: its blocks become head, dateline, lists, divisions, paragraphs, tables and signature.
 *
 * In: blocks and notes as running text with points. Out: the tree of the document, every passage with its id. Ids are counted
 * within the document, in its order: `d149-p3` is its third paragraph.
 */
import { readDateline } from '../../dates/dateline.ts';
import type { MarkedBlock, MarkedLayout } from '../../engine/blocks.ts';
import type { Passage, PassageRole } from '../../engine/model.ts';
import { pagesOf, withLineFeeds } from '../../engine/outline/lines.ts';
import { footNotes } from '../../engine/outline/notes.ts';
import { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { splitBlocks } from '../../engine/outline/split.ts';
import type { Division, DocumentTree, List, ListItem, PageBegins, Part } from '../../engine/tree.ts';
import {
  addedText,
  headingStyle,
  isClosingFormula,
  isHeading,
  isOffice,
  isRow,
  isSalutation,
  isSignature,
  listType,
  mayHeadList,
} from './kinds.ts';

const NUMBER = /^(\d+[a-z]?)\.\s+/;

/** Builds the tree of the document `id`. */
export function outlineCorrespondence(layout: MarkedLayout, id: string): DocumentTree {
  const { notes } = layout;
  const blocks = splitBlocks(layout.blocks);
  const make = new PassageMaker(id);
  const title = blocks.findIndex((block) => block.text !== '');
  const head = make.single(blocks[title] as MarkedBlock, 'title');
  const afterHead = blocks.slice(title + 1).findIndex((block) => block.text !== '');
  const first = afterHead < 0 ? blocks.length : title + 1 + afterHead;
  const line = blocks[first];
  const read = line && readDateline(line.text);
  const dateline = line && read && make.single(line, 'dateline', { dateline: read });
  const next = dateline ? first + 1 : first;
  const signature = /editorial note$/i.test(head.text) ? blocks.length : signatureBegins(blocks, next);
  const parts = new Parts(blocks.slice(next, signature), make).read();
  const closer = blocks
    .slice(signature)
    .map((block, index) => (index === 0 ? make.single(block, 'signed') : make.passage(block, 'office')));
  const number = NUMBER.exec(head.text)?.[1];
  return {
    id,
    ...(number === undefined ? {} : { number }),
    title: head.text.replace(NUMBER, '').trim(),
    head,
    ...(dateline ? { dateline } : {}),
    parts: [
      ...blocks.slice(0, title).flatMap(pagesOf),
      { kind: 'passage', passage: head },
      ...blocks.slice(title + 1, first).flatMap(pagesOf),
      ...(dateline ? [make.group('opener', [{ kind: 'passage', passage: dateline }])] : []),
      ...parts,
      ...(closer.length > 0
        ? [
            make.group(
              'closer',
              closer.map((passage) => ({ kind: 'passage', passage })),
            ),
          ]
        : []),
    ],
    notes: footNotes(notes, id),
  };
}

/** The most lines that an office under a signature takes. */
const OFFICE_LINES = 3;

/** The block at which the signature begins, after `from`; the number of blocks where there is none. */
function signatureBegins(blocks: readonly MarkedBlock[], from: number): number {
  let at = blocks.length - 1;
  while (at > from && blocks.length - at <= OFFICE_LINES && isOfficeLine(blocks[at])) at--;
  const block = blocks[at];
  const signs = at >= from && isPlain(block) && isSignature(withLineFeeds(block)) && !isOfficeLine(block);
  return signs ? at : blocks.length;
}

/** Nothing but an office: a signature may have its office on a further line of its own block. */
function isOfficeLine(block: MarkedBlock | undefined): boolean {
  return isPlain(block) && isOffice(withLineFeeds(block).split('\n')[0] ?? '');
}

function isPlain(block: MarkedBlock | undefined): block is MarkedBlock {
  return block !== undefined && block.bullet === undefined && block.text !== '';
}

/** From this length on (in characters) a paragraph is running text. */
const RUNNING_TEXT = 100;

/** Reads the blocks between dateline and signature, one after the other. */
class Parts {
  private at = 0;
  private opening = true;
  private readonly blocks: readonly MarkedBlock[];
  private readonly places: ReadonlyMap<MarkedBlock, number>;
  private readonly make: PassageMaker;

  constructor(blocks: readonly MarkedBlock[], make: PassageMaker) {
    this.blocks = blocks;
    this.places = new Map(blocks.map((block, at) => [block, at]));
    this.make = make;
  }

  read(): Part[] {
    const flat: (Part | Heading)[] = [];
    while (this.at < this.blocks.length) flat.push(...this.next());
    return divide(flat);
  }

  private next(): (Part | Heading)[] {
    const block = this.blocks[this.at] as MarkedBlock;
    if (block.text === '') return this.pages(block);
    if (block.bullet !== undefined || this.headsList(block)) return [this.list(block)];
    if (isRow(block.text)) return [this.table()];
    this.at++;
    const role = this.roleOf(block);
    // A letterhead or a file number does not end the opening, a paragraph of running text does.
    if (role === 'paragraph' && block.text.length > RUNNING_TEXT) this.opening = false;
    const passage = this.make.passage(block, role);
    return [role === 'heading' ? { kind: 'heading', passage } : { kind: 'passage', passage }];
  }

  private pages(block: MarkedBlock): PageBegins[] {
    this.at++;
    return pagesOf(block);
  }

  private roleOf(block: MarkedBlock): PassageRole {
    const text = block.text;
    if (isSalutation(text)) return 'saluteInText';
    const following = this.following(this.at - 1);
    if (following && isHeading(withLineFeeds(block)) && !isClosingFormula(text) && following.bullet === undefined)
      return 'heading';
    return 'paragraph';
  }

  /** The next block with text after the one at `index`. */
  private following(index: number): MarkedBlock | undefined {
    return this.blocks.slice(index + 1, index + 4).find((block) => block.text !== '');
  }

  /** A line that stands before bullets and reads like the head of a list. */
  private headsList(block: MarkedBlock): boolean {
    const following = this.following(this.at);
    if (following === undefined) return false;
    const type = listType(block.text);
    if (following.bullet === undefined) {
      // "PARTICIPANTS", and the lists of each side with a heading of its own.
      if (!this.opening || type === undefined || !mayHeadList(following.text)) return false;
      const second = this.blocks.slice(this.at + 1).filter(({ text }) => text !== '')[1];
      return (second?.bullet ?? 0) > 4;
    }
    if (following.enumerated && type === undefined) return false;
    return mayHeadList(block.text) && (this.opening || type !== undefined || following.bullet > 4);
  }

  private list(block: MarkedBlock): List {
    const head = block.bullet === undefined ? block : undefined;
    const subject = this.opening && !block.enumerated;
    const type = head ? (listType(head.text) ?? 'simple') : subject ? 'subject' : 'simple';
    if (head) this.at++;
    const headPassage = head && this.make.passage(head, 'listHead', { list: type });
    const items: (ListItem | PageBegins)[] = [];
    while (this.at < this.blocks.length) {
      const item = this.blocks[this.at] as MarkedBlock;
      if (item.text === '' && this.goesOn(this.at)) items.push(...this.pages(item));
      else if (item.bullet !== undefined && item.text !== '') items.push(this.item(item, type));
      else if (item.text !== '' && this.headsNested(item)) items.push(this.nested(item, type));
      else break;
    }
    return {
      kind: 'list',
      type,
      inferred: head === undefined && type !== 'simple',
      ...(headPassage ? { head: headPassage } : {}),
      items,
    };
  }

  /** After a page mark the list goes on where another item or nested list follows. */
  private goesOn(index: number): boolean {
    const following = this.following(index);
    return (
      following !== undefined &&
      (following.bullet !== undefined || (this.deeperAfter(following) && listType(following.text) === undefined))
    );
  }

  private item(block: MarkedBlock, type: string): ListItem {
    this.at++;
    const passage = this.make.passage(block, 'item', { list: type });
    return { id: passage.id, passage };
  }

  private headsNested(block: MarkedBlock): boolean {
    return this.deeperAfter(block) && mayHeadList(block.text) && listType(block.text) === undefined;
  }

  private deeperAfter(block: MarkedBlock): boolean {
    const following = this.following(this.places.get(block) ?? this.blocks.length);
    return block.bullet === undefined && following?.bullet !== undefined && following.bullet > 4;
  }

  /** A list of its own inside an item: "United States" and its participants, set deeper. */
  private nested(block: MarkedBlock, type: string): ListItem {
    this.at++;
    const id = this.make.nextId('i');
    const head = this.make.passage(block, 'listHead', { list: type });
    const items: (ListItem | PageBegins)[] = [];
    while (this.at < this.blocks.length) {
      const item = this.blocks[this.at] as MarkedBlock;
      if (item.text === '' && (this.following(this.at)?.bullet ?? 0) > 4) items.push(...this.pages(item));
      else if (item.text !== '' && (item.bullet ?? 0) > 4) items.push(this.item(item, type));
      else break;
    }
    return { id, list: { kind: 'list', type: 'simple', inferred: false, head, items } };
  }

  private table(): Part {
    const rows: Passage[][] = [];
    for (let block = this.blocks[this.at]; block && isRow(block.text); block = this.blocks[this.at]) {
      rows.push(this.make.cells(block));
      this.at++;
    }
    this.opening = false;
    return { kind: 'table', rows };
  }
}

/** Ranks of headings. What reads like more of them, one right under the other, is a list of names or a form, and stands side by side. */
const MOST_RANKS = 8;

interface Heading {
  readonly kind: 'heading';
  readonly passage: Passage;
}

interface OpenDivision {
  readonly style: string;
  readonly type?: string;
  readonly head: Passage;
  readonly parts: Part[];
}

/**
 * Makes divisions of headings. A heading right under another one opens a rank below it; one of a style that is open
 * already closes what is open down to that style; any other stands beside the innermost.
 * An attachment stands beside the document's own divisions and keeps all that follows, until the next.
 */
function divide(flat: readonly (Part | Heading)[]): Part[] {
  const top: Part[] = [];
  const open: OpenDivision[] = [];
  const into = () => open.at(-1)?.parts ?? top;
  const close = (depth: number) => {
    while (open.length > depth) {
      const { head, parts, type } = open.pop() as OpenDivision;
      into().push({ kind: 'division', ...(type === undefined ? {} : { type }), head, parts } satisfies Division);
    }
  };
  for (const part of flat) {
    if (part.kind !== 'heading') {
      into().push(part);
      continue;
    }
    const type = addedText(part.passage.text);
    const style = headingStyle(part.passage.text);
    const innermost = open.at(-1);
    const subordinate = innermost?.parts.every(({ kind }) => kind === 'page') === true;
    if (type !== undefined) close(0);
    else if (!subordinate || open.length >= MOST_RANKS) {
      const same = open.findLastIndex((division) => division.style === style);
      const added = open.findLastIndex((division) => division.type !== undefined);
      close(Math.max(same, added + 1, same >= 0 ? 0 : open.length - 1));
    }
    open.push({ style, ...(type === undefined ? {} : { type }), head: part.passage, parts: [] });
  }
  close(0);
  return top;
}

/**
 * The text of a letter or despatch between front and signature: paragraphs, lists, tables, headings
 * with the parts below them.
 *
 * Takes blocks. Returns parts. The headings that open a document (`SUBJECT`, `PARTICIPANTS`) make
 * lists only before the first paragraph of running text.
 */

import type { MarkedBlock } from '../../engine/blocks.ts';
import type { Passage, PassageRole } from '../../engine/model.ts';
import { isRow } from '../../engine/outline/blocks.ts';
import { isLabelledItem, leadsOver, readLabelled } from '../../engine/outline/labelled.ts';
import { pagesInBlock, withLineFeeds } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { List, ListItem, PageBegins, TreePart } from '../../engine/tree.ts';
import { countedBlocks, enumeratedTitles } from '../common/counted-headings.ts';
import { divisionsOfHeadings, type Heading } from './divide.ts';
import { datelinePassage } from './front/front.ts';
import { isLetterDateline } from './front/front-kind.ts';
import { isClosing, isSalutationLine } from './lines/formulas.ts';
import { isHeading, listType, mayHeadList } from './lines/kinds.ts';
import { isRankedAddressee } from './lines/ranked.ts';
import type { LetterScope } from './lines/scope.ts';
import { isPlain } from './lines/text.ts';

/** From this length on (in characters) a paragraph is running text. */
const RUNNING_TEXT = 100;

/** Reads the blocks between dateline and signature, one after the other. */
export class LetterParts {
  private at = 0;
  private opening = true;
  private readonly blocks: readonly MarkedBlock[];
  private readonly places: ReadonlyMap<MarkedBlock, number>;
  private readonly make: PassageMaker;
  private readonly scope: LetterScope;
  /** Written in capitals, as a telegram: they do not show a heading. */
  private readonly capitals: boolean;
  /** The words of an agenda's items, which are headings of their discussions. */
  private readonly agenda = new Set<string>();
  private readonly counted: ReadonlySet<number>;

  constructor(blocks: readonly MarkedBlock[], scope: LetterScope) {
    this.blocks = blocks;
    this.places = new Map(blocks.map((block, at) => [block, at]));
    this.counted = new Set([...countedBlocks(blocks), ...enumeratedTitles(blocks)]);
    this.make = scope.make;
    this.scope = scope;
    const letters = blocks.map(({ text }) => text.replace(/[^\p{L}]/gu, '')).join('');
    this.capitals = letters.replace(/\p{Lu}/gu, '').length < letters.length / 2;
  }

  read(): TreePart[] {
    const flat: (TreePart | Heading)[] = [];
    while (this.at < this.blocks.length)
      flat.push(...(this.dateline(flat.at(-1)?.kind === 'heading') ?? this.next()));
    return divisionsOfHeadings(flat);
  }

  private next(): (TreePart | Heading)[] {
    const block = this.blocks[this.at] as MarkedBlock;
    if (block.text === '') return this.pages(block);
    if (isRow(block.text)) return [this.table()];
    if (isLabelledItem(this.blocks, this.at)) return [this.labelled()];
    if (block.bullet !== undefined || this.headsList(block)) return [this.list(block)];
    this.at++;
    const role = this.roleOf(block);
    // A letterhead or a file number does not end the opening, a paragraph of running text does.
    if (role === 'paragraph' && block.text.length > RUNNING_TEXT) this.opening = false;
    const passage = this.make.passage(block, role);
    if (role === 'heading') return [{ kind: 'heading', passage }];
    const introduces =
      role === 'paragraph' && leadsOver(block.text) && isLabelledItem(this.blocks, this.at);
    return [{ kind: 'passage', passage, ...(introduces ? { list: this.labelled() } : {}) }];
  }

  /** A day on a line of its own heads nothing; below a heading it opens the part. */
  private dateline(opens: boolean): TreePart[] | undefined {
    const block = this.blocks[this.at] as MarkedBlock;
    if (!isPlain(block) || !isLetterDateline(block, this.scope)) return undefined;
    this.at++;
    if (!opens) return [{ kind: 'passage', passage: this.make.passage(block, 'paragraph') }];
    const passage = datelinePassage(block, this.scope, false);
    return [this.make.group('opener', [{ kind: 'passage', passage }])];
  }

  private pages(block: MarkedBlock): PageBegins[] {
    this.at++;
    return pagesInBlock(block);
  }

  private roleOf(block: MarkedBlock): PassageRole {
    const text = block.text;
    if (this.agenda.has(bareWords(text)) || this.counted.has(this.at - 1)) return 'heading';
    if (isSalutationLine(text, this.scope.language)) return 'saluteInText';
    const following = this.following(this.at - 1);
    if (
      following &&
      !(this.capitals && text === text.toUpperCase()) &&
      isHeading(withLineFeeds(block)) &&
      !isClosing(text, this.scope.language) &&
      !isRankedAddressee(withLineFeeds(block), this.scope.language) &&
      (following.bullet === undefined || following.enumerated === true)
    )
      return 'heading';
    return 'paragraph';
  }

  /** The next block with text after the one at `index`. */
  private following(index: number): MarkedBlock | undefined {
    return this.blocks.slice(index + 1, index + 4).find((block) => block.text !== '');
  }

  /** A line before bullets that looks like the head of a list. */
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

  private labelled(): List {
    const { list, next } = readLabelled(this.blocks, this.at, this.make);
    this.at = next;
    return list;
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

  /** After a page mark the list continues if another item or nested list follows. */
  private goesOn(index: number): boolean {
    const following = this.following(index);
    return (
      following !== undefined &&
      (following.bullet !== undefined ||
        (this.deeperAfter(following) && listType(following.text) === undefined))
    );
  }

  private item(block: MarkedBlock, type: string): ListItem {
    this.at++;
    if (type === 'agenda') this.agenda.add(bareWords(block.text));
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

  /** A list inside an item: "United States" and its participants, indented. */
  private nested(block: MarkedBlock, type: string): ListItem {
    this.at++;
    const id = this.make.nextId('i');
    const head = this.make.passage(block, 'listHead', { list: type });
    const items: (ListItem | PageBegins)[] = [];
    while (this.at < this.blocks.length) {
      const item = this.blocks[this.at] as MarkedBlock;
      if (item.text === '' && (this.following(this.at)?.bullet ?? 0) > 4)
        items.push(...this.pages(item));
      else if (item.text !== '' && (item.bullet ?? 0) > 4) items.push(this.item(item, type));
      else break;
    }
    return { id, list: { kind: 'list', type: 'simple', inferred: false, head, items } };
  }

  private table(): TreePart {
    const rows: Passage[][] = [];
    for (
      let block = this.blocks[this.at];
      block && isRow(block.text);
      block = this.blocks[this.at]
    ) {
      rows.push(this.make.cells(block));
      this.at++;
    }
    this.opening = false;
    return { kind: 'table', rows };
  }
}

/** "Bau des Feuerwehrhauses" for "Punkt 3: Bau des Feuerwehrhauses.". */
function bareWords(text: string): string {
  return text
    .replace(
      /^(?:(?:ad|zu|item|punkt|top|nr\.?|no\.?) ?)?\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.):]* +/iu,
      '',
    )
    .replace(/[\s.:;,]+$/, '')
    .toLowerCase();
}

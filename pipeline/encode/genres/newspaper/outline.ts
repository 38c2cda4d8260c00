/**
 * The structure of a newspaper: masthead, articles under their headlines, a correspondent's
 * dateline that begins a piece of news, letters to the editor with closing and signature.
 *
 * Takes blocks. Returns the tree: a `div[@type='article']` for each headline, with further
 * headlines below the first; news under a dateline of its own is a division within.
 */

import { readLetterDateline } from '../../dates/letter/letter-dateline.ts';
import { isSeparated, readPlacedDay } from '../../dates/letter/placed-day.ts';
import { readTitleDay } from '../../dates/letter/title-day.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled } from '../../engine/outline/blocks.ts';
import {
  joinLines,
  outlineLines,
  pagesInBlock,
  withLineFeeds,
} from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { splitBlocks } from '../../engine/outline/split.ts';
import type { DocumentTree, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreInput } from '../common/genre.ts';
import { closedText } from '../correspondence/closing/closed-text.ts';
import { datelinePassage } from '../correspondence/front/front.ts';
import { isClosing } from '../correspondence/lines/formulas.ts';
import type { LetterScope } from '../correspondence/lines/scope.ts';

/** Limits of a headline: characters, words, lines; words of one that is not in capitals. */
const LONGEST_HEADLINE = 120;
const MOST_LINES = 6;
const MOST_WORDS = 6;
/** A headline is above a block of this many characters, or above another headline. */
const SHORTEST_TEXT = 60;
/** A report is longer than its dateline by this many characters. */
const SHORTEST_REPORT = 20;

export function outlineNewspaper({ id, layout, language }: GenreInput): DocumentTree {
  return outlineTitled(layout, id, (blocks, make) =>
    new Articles(
      splitBlocks(blocks).flatMap((block) => splitDatelines(block, language)),
      {
        make,
        language,
        sender: [],
        addressee: [],
        personal: false,
        ...issueYear(layout.blocks[0]?.text ?? '', language),
      },
    ).read(),
  );
}

/** The issue's year, which the datelines omit. An issue of January has news of December too. */
function issueYear(title: string, language: Language): Pick<LetterScope, 'known'> {
  const { known } = readTitleDay(title, language) ?? {};
  return known?.month === undefined || known.month === 1 ? {} : { known: { year: known.year } };
}

/** Whether `block` is a headline: capitals, or a few words with at most a full stop after them. */
export function isHeadline(
  block: MarkedBlock,
  next: MarkedBlock | undefined,
  language: Language,
): boolean {
  if (!looksLikeHeadline(block, language) || next === undefined) return false;
  return (
    next.text.length >= SHORTEST_TEXT ||
    next.text.includes('\t') ||
    next.bullet !== undefined ||
    isNewsDateline(next.text, language) ||
    isSource(next.text) ||
    (inCapitals(block.text) && next.text.length > block.text.length) ||
    looksLikeHeadline(next, language)
  );
}

function looksLikeHeadline(block: MarkedBlock, language: Language): boolean {
  const { text } = block;
  if (block.bullet !== undefined || text === '' || text.includes('\t')) return false;
  if (text.length > LONGEST_HEADLINE || outlineLines(block).length > MOST_LINES) return false;
  if (/[,;:—–-]$/.test(text) || isSource(text) || isNewsDateline(text, language)) return false;
  if (isClosing(text, language)) return false;
  if (inCapitals(text)) return true;
  const words = text.split(/\s+/);
  const most = text.endsWith('.') ? MOST_WORDS / 2 : MOST_WORDS;
  return words.length <= most && /^["“„«¿¡]?\p{Lu}/u.test(text) && !/[.!?] /.test(text);
}

/** Words in capitals only. */
export function inCapitals(text: string): boolean {
  const letters = text.replace(/\P{L}/gu, '');
  return letters.length > 2 && letters === letters.toUpperCase();
}

/** "(FROM OUR OWN CORRESPONDENT.)", "[By Telegraph.]": below a headline. */
function isSource(text: string): boolean {
  return /^[([][^()[\]]{3,80}[)\]]\.?$/.test(text);
}

/** "LONDON, May 15.", "Wien, 12. Mai." on a line of its own. */
export function isNewsDateline(text: string, language: Language): boolean {
  if (text.length > 80 || !/\d/.test(text)) return false;
  const read = readLetterDateline(text, language);
  return read !== undefined && read.places.length > 0;
}

/** "WASHINGTON, April 21.—The Seventh Regiment …": the dateline begins the paragraph. */
export function isDatedReport(text: string, language: Language): boolean {
  const day = readPlacedDay(text, language);
  return day !== undefined && isSeparated(text, day) && text.length > day.end + SHORTEST_REPORT;
}

/** "PARIS, June 28." above its text without an empty line between them. */
function splitDatelines(block: MarkedBlock, language: Language): MarkedBlock[] {
  const [first, ...rest] = outlineLines(block);
  if (block.bullet !== undefined || !first || rest.length === 0) return [block];
  return isNewsDateline(first.text, language) ? [first, joinLines(rest)] : [block];
}

class Articles {
  readonly #blocks: readonly MarkedBlock[];
  readonly #scope: LetterScope;
  readonly #make: PassageMaker;

  constructor(blocks: readonly MarkedBlock[], scope: LetterScope) {
    this.#blocks = blocks;
    this.#scope = scope;
    this.#make = scope.make;
  }

  read(): TreePart[] {
    const parts: TreePart[] = [];
    let open: MarkedBlock[] = [];
    const close = (): void => {
      if (open.length > 0) parts.push(...this.#article(open));
      open = [];
    };
    for (const [at, block] of this.#blocks.entries()) {
      const next = this.#blocks.slice(at + 1).find(({ text }) => text !== '');
      const inHead = open.every((one) => one.text === '' || this.#isHead(one));
      if (isHeadline(block, next, this.#scope.language) && !(open.length > 0 && inHead)) close();
      open.push(block);
    }
    close();
    return parts;
  }

  #isHead(block: MarkedBlock): boolean {
    return looksLikeHeadline(block, this.#scope.language) || isSource(block.text);
  }

  /** An article: the text above the first headline is not a division. */
  #article(blocks: readonly MarkedBlock[]): TreePart[] {
    const heads = blocks.findIndex((block) => block.text !== '' && !this.#isHead(block));
    const end = heads < 0 ? blocks.length : heads;
    const first = blocks.findIndex(({ text }) => text !== '');
    if (end === 0 || first < 0 || first >= end) return this.#news(blocks);
    const pages = blocks.slice(0, first).flatMap(pagesInBlock);
    const head = this.#make.passage(blocks[first] as MarkedBlock, 'heading');
    const more = blocks.slice(first + 1, end).flatMap((block): TreePart[] =>
      block.text === ''
        ? pagesInBlock(block)
        : [
            {
              kind: 'passage',
              passage: this.#make.passage(block, isSource(block.text) ? 'byline' : 'heading'),
            },
          ],
    );
    const text = blocks.slice(end);
    return [
      ...pages,
      { kind: 'division', type: 'article', head, parts: [...more, ...this.#news(text)] },
    ];
  }

  /** Datelines on lines of their own begin pieces of news. */
  #news(blocks: readonly MarkedBlock[]): TreePart[] {
    const begins = blocks.flatMap((block, at) =>
      isNewsDateline(withLineFeeds(block), this.#scope.language) && at < blocks.length - 1
        ? [at]
        : [],
    );
    const [first] = begins;
    if (first === undefined) return this.#text(blocks);
    if (begins.length === 1 && first === 0) return this.#dated(blocks);
    return [
      ...this.#text(blocks.slice(0, first)),
      ...begins.map(
        (at, index): TreePart => ({
          kind: 'division',
          type: 'news',
          parts: this.#dated(blocks.slice(at, begins[index + 1])),
        }),
      ),
    ];
  }

  #dated([line, ...blocks]: readonly MarkedBlock[]): TreePart[] {
    if (!line) return [];
    const dateline = datelinePassage(line, this.#scope, false);
    return [
      this.#make.group('opener', [{ kind: 'passage', passage: dateline }]),
      ...this.#text(blocks),
    ];
  }

  /** Paragraphs, and the closer of a letter to the editor. */
  #text(blocks: readonly MarkedBlock[]): TreePart[] {
    const { parts: closed, behind } = closedText(blocks, this.#scope);
    return behind.length === 0
      ? closed
      : [
          { kind: 'division', parts: closed },
          { kind: 'division', parts: behind },
        ];
  }
}

/**
 * The outline of prose: parts and chapters with their headings, epigraphs, paragraphs, lists and
 * tables; verses are separate.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { joinLines, type OutlineLine, outlineLines } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { lineWidth } from '../../engine/outline/wrapping.ts';
import type { DocumentTree, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreInput } from '../common/genre.ts';
import { isNumberAlone, isTrailer, PLAIN_RANK, rankOf, readHeading } from '../common/headings.ts';
import { textWithLetters } from '../correspondence/closing/closed-text.ts';
import type { LetterScope } from '../correspondence/lines/scope.ts';
import {
  epigraph,
  epigraphOfBlocks,
  frontPart,
  isOrnament,
  ornament,
  subtitle,
} from '../literature/front.ts';
import { PARAGRAPH } from '../literature/paragraph.ts';
import { outlineBook } from '../literature/title-page.ts';
import { lineGroup } from '../literature/verse-lines.ts';
import { type HeadingHabits, headingHabits } from './habits.ts';
import { isBareChapter, isNumberedTitle, looksLikeHeading } from './heading-lines.ts';
import { isQuotedVerse, LONGEST_VERSE } from './quoted-verse.ts';

export function outlineProse(input: GenreInput): DocumentTree {
  const { titled, blocks } = input.layout;
  const title = titled ? (blocks.find(({ text }) => text !== '')?.text ?? '') : '';
  return outlineBook(input, (below, make) => new Chapters(input, below, make, title).read());
}

const LONGEST_HEADING = 240;
const LONGEST_SUBTITLE = 120;
const SHORTEST_BOOK = 40_000;

/** A part that is not a paragraph; `end`: the index after its last block. */
interface SpecialParts {
  readonly parts: TreePart[];
  readonly end: number;
}

class Chapters {
  readonly #blocks: readonly MarkedBlock[];
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #lines: readonly (readonly OutlineLine[])[];
  readonly #width: number | undefined;
  readonly #habits: HeadingHabits;
  /**
   * Chapters have headings with the word for a chapter: a number alone is the heading of a section.
   */
  readonly #named: boolean;
  /** A book by its length: titles alone are those of chapters, not of parts of an article. */
  readonly #book: boolean;
  /** Each paragraph is one line: several short lines are verse. */
  readonly #unbroken: boolean;
  readonly #flat: (TreePart | RankedHeading)[] = [];
  readonly #trailers: TreePart[] = [];
  readonly #scope: LetterScope;
  /** The document's title is only the number of a chapter. */
  readonly #numberedTitle: boolean;

  constructor(
    { language }: GenreInput,
    blocks: readonly MarkedBlock[],
    make: PassageMaker,
    title: string,
  ) {
    this.#numberedTitle = isBareChapter(title, language);
    this.#blocks = blocks;
    this.#make = make;
    this.#language = language;
    this.#scope = { make, language, sender: [], addressee: [], personal: false };
    this.#lines = blocks.map((block) =>
      outlineLines(block).filter((line) => line.text !== '' || line.points.length > 0),
    );
    this.#width = lineWidth(this.#lines);
    this.#habits = headingHabits(blocks, this.#lines, language);
    this.#named = this.#lines.some(
      ([first]) => first && readHeading(first.text, language)?.type === 'chapter',
    );
    const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
    this.#book = this.#named || length >= SHORTEST_BOOK;
    const long = this.#lines.filter((lines) => lines.some(({ text }) => text.length >= PARAGRAPH));
    this.#unbroken = long.length > 2 && long.every((lines) => lines.length === 1);
  }

  read(): TreePart[] {
    let from = 0;
    // Only headings have come since the title or the last heading.
    let beginning = true;
    let begun = false;
    const flush = (to: number) => {
      this.#flat.push(...this.#text(from, to));
    };
    for (let at = 0; at < this.#blocks.length; at++) {
      const block = this.#blocks[at] as MarkedBlock;
      if (block.text === '' || at < from) continue;
      const heads = this.#headings(at, beginning && begun);
      if (heads) {
        flush(at);
        from = at + 1;
        this.#flat.push(...heads);
        beginning = true;
        begun = true;
        continue;
      }
      const special: SpecialParts | undefined =
        block.bullet === undefined ? this.#special(at, beginning, begun) : undefined;
      if (special) {
        flush(at);
        from = special.end;
        this.#flat.push(...special.parts);
      }
      beginning = beginning && special !== undefined;
      begun ||= !beginning;
    }
    flush(this.#blocks.length);
    return [...divideByRank(this.#flat), ...this.#trailers];
  }

  /** Paragraphs; a section that is addressed to someone has a salutation and a closer. */
  #text(from: number, to: number): TreePart[] {
    const heading = this.#lastHeading();
    const ends = to === this.#blocks.length || this.#headings(to, false) !== undefined;
    return textWithLetters(this.#blocks.slice(from, to), this.#scope, {
      opens: heading !== undefined && this.#flat.at(-1) === heading,
      ends,
      named: heading?.type === 'preface' || !this.#book,
    });
  }

  /** The index of the next block with words. */
  #next(at: number): number | undefined {
    const next = this.#blocks.findIndex(({ text }, index) => index > at && text !== '');
    return next < 0 ? undefined : next;
  }

  /** The headings in a block; `below`: it is right below another heading. */
  #headings(at: number, below: boolean): (TreePart | RankedHeading)[] | undefined {
    const block = this.#blocks[at] as MarkedBlock;
    const lines = this.#lines[at] as readonly OutlineLine[];
    const [first, ...more] = lines;
    const next = this.#blocks[this.#next(at) ?? -1];
    if (!first || block.bullet !== undefined || block.text.length > LONGEST_HEADING || !next)
      return undefined;
    if (this.#isTrailer(at) || this.#habits.labels.has(at)) return undefined;
    const known = readHeading(first.text, this.#language);
    const whole = lines.length === 1 || (known && more.length > 0) ? first : block;
    const number = !known && isNumberAlone(whole.text);
    if (known || number) {
      // "ZULEIKA" and below it "I": the number is not a chapter beside the title, which has no
      // text.
      if (number && below && this.#lastHeading()?.title === true)
        return [subtitle(block, this.#make, false)];
      const rank = known ? rankOf(known) : this.#named ? PLAIN_RANK + 1 : PLAIN_RANK;
      const type = known?.type ?? (this.#named ? 'section' : 'chapter');
      const head = this.#make.passage(whole, 'heading');
      const rest = known && more.length > 0 ? [subtitle(joinLines(more), this.#make, false)] : [];
      return [{ kind: 'heading', head, rank, type }, ...rest];
    }
    const continues = this.#numberedTitle && this.#next(-1) === at;
    if (this.#habits.titles.has(at) || (continues && looksLikeHeading(block, next, this.#scope)))
      return [subtitle(block, this.#make)];
    if (this.#habits.headlines.has(at)) {
      if (this.#habits.headlines.has(at - 1)) return [subtitle(block, this.#make)];
      const head = this.#make.passage(block, 'heading', { inferred: true });
      const rank = this.#named ? PLAIN_RANK + 1 : PLAIN_RANK;
      return [{ kind: 'heading', head, rank, title: true }];
    }
    const numbered = this.#habits.numbered.has(at) || isNumberedTitle(block.text);
    if (!this.#habits.numbered.has(at) && !looksLikeHeading(block, next, this.#scope))
      return undefined;
    if (below && !numbered) return [subtitle(block, this.#make, false)];
    const rank = this.#named && !numbered ? PLAIN_RANK + 1 : PLAIN_RANK;
    const head = this.#make.passage(block, 'heading', numbered ? {} : { inferred: true });
    const type = rank > PLAIN_RANK ? 'section' : numbered || this.#book ? 'chapter' : undefined;
    const kind = { ...(type && { type }), ...(numbered ? {} : { title: true }) };
    return [{ kind: 'heading', head, rank, ...kind }];
  }

  #lastHeading(): RankedHeading | undefined {
    return this.#flat.findLast((part) => part.kind === 'heading');
  }

  /**
   * Parts that are not paragraphs: those below a title, an epigraph, signs between sections,
   * verses, the end.
   */
  #special(at: number, beginning: boolean, begun: boolean): SpecialParts | undefined {
    const block = this.#blocks[at] as MarkedBlock;
    const lines = this.#lines[at] as readonly OutlineLine[];
    const own = (parts: TreePart[]) => ({ parts, end: at + 1 });
    if (isOrnament(block.text)) return own([ornament(block, this.#make)]);
    if (this.#isTrailer(at)) return own(this.#trailer(block, at));
    if (beginning) {
      const quoted = epigraph(lines, this.#make);
      if (quoted) return own([quoted]);
      const source = this.#next(at);
      const above = begun && source === at + 1 && this.#epigraph(lines, source);
      if (above) return { parts: [above], end: source + 1 };
    }
    if (beginning && !begun && lines.length === 1 && this.#next(at) !== undefined) {
      const front = frontPart(block, this.#make, this.#language);
      if (front && (this.#language.authorLine.test(block.text) || !/\.$/.test(block.text)))
        return own([front]);
    }
    return isQuotedVerse(lines, {
      width: this.#width,
      unbroken: this.#unbroken,
      language: this.#language,
    })
      ? own([lineGroup(lines, this.#make)])
      : undefined;
  }

  /** Verses or a sentence below a heading, and their author in the block at `source`. */
  #epigraph(lines: readonly OutlineLine[], source: number): TreePart | undefined {
    const [only = { text: '' }] = lines;
    const sentence = lines.length === 1 && only.text.length <= 160 && /[.!?…”»"]$/.test(only.text);
    const verses = lines.length > 1 && lines.every(({ text }) => text.length <= LONGEST_VERSE);
    const [below, ...more] = this.#lines[source] as readonly OutlineLine[];
    if ((!sentence && !verses) || !below || more.length > 0) return undefined;
    if (readHeading(below.text, this.#language) || isNumberAlone(below.text)) return undefined;
    return epigraphOfBlocks(lines, this.#blocks[source] as MarkedBlock, this.#make);
  }

  /** "THE END", and above a heading "End of the first part". */
  #isTrailer(at: number): boolean {
    const { text } = this.#blocks[at] as MarkedBlock;
    if (text.length >= LONGEST_SUBTITLE || !isTrailer(text, this.#language)) return false;
    const next = this.#next(at);
    return (
      next === undefined ||
      readHeading(this.#blocks[next]?.text ?? '', this.#language) !== undefined
    );
  }

  #trailer(block: MarkedBlock, at: number): TreePart[] {
    const trailer: TreePart = { kind: 'passage', passage: this.#make.passage(block, 'trailer') };
    if (this.#next(at) !== undefined) return [trailer];
    this.#trailers.push(trailer);
    return [];
  }
}

/**
 * The outline of prose: parts and chapters with their headings, epigraphs, paragraphs, lists and
 * tables; verses separate.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled, partsOfBlocks } from '../../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { joinLines, linesOf, type OutlineLine } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { capitals, isVerse, lineWidth } from '../../engine/outline/wrapping.ts';
import type { DocumentTree, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { GenreInput } from '../genre.ts';
import { isNumberAlone, PLAIN_RANK, readHeading } from '../headings.ts';
import { epigraph, frontPart, isOrnament, ornament, subtitle } from '../literature/front.ts';
import { lineGroup } from '../literature/verse-lines.ts';

export function outlineProse({ id, layout, language }: GenreInput): DocumentTree {
  return outlineTitled(layout, id, (blocks, make) => new Chapters(blocks, make, language).read());
}

const LONGEST_HEADING = 240;
const LONGEST_SUBTITLE = 120;
/** A line of verse quoted in prose (in characters). */
const LONGEST_VERSE = 70;

class Chapters {
  readonly #blocks: readonly MarkedBlock[];
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #lines: readonly (readonly OutlineLine[])[];
  readonly #width: number | undefined;
  /** Chapters have headings with the word for a chapter: a number alone heads a section of one. */
  readonly #named: boolean;
  readonly #flat: (TreePart | RankedHeading)[] = [];
  readonly #trailers: TreePart[] = [];

  constructor(blocks: readonly MarkedBlock[], make: PassageMaker, language: Language) {
    this.#blocks = blocks;
    this.#make = make;
    this.#language = language;
    this.#lines = blocks.map((block) =>
      linesOf(block).filter((line) => line.text !== '' || line.points.length > 0),
    );
    this.#width = lineWidth(this.#lines);
    this.#named = this.#lines.some(
      ([first]) => first && readHeading(first.text, language)?.type === 'chapter',
    );
  }

  read(): TreePart[] {
    let from = 0;
    // Only headings have been since the title or the last heading.
    let beginning = true;
    let begun = false;
    const flush = (to: number) => {
      this.#flat.push(...partsOfBlocks(this.#blocks.slice(from, to), this.#make));
      from = to + 1;
    };
    for (const [at, block] of this.#blocks.entries()) {
      if (block.text === '') continue;
      const heads = this.#headings(at, beginning && begun);
      if (heads) {
        flush(at);
        this.#flat.push(...heads);
        beginning = true;
        begun = true;
        continue;
      }
      const parts: TreePart[] | undefined =
        block.bullet === undefined ? this.#special(at, beginning, begun) : undefined;
      if (parts) {
        flush(at);
        this.#flat.push(...parts);
      }
      beginning = beginning && parts !== undefined;
      begun ||= !beginning;
    }
    flush(this.#blocks.length);
    return [...divideByRank(this.#flat), ...this.#trailers];
  }

  /** The headings in a block; `below`: it stands right below another heading. */
  #headings(at: number, below: boolean): (TreePart | RankedHeading)[] | undefined {
    const block = this.#blocks[at] as MarkedBlock;
    const lines = this.#lines[at] as readonly OutlineLine[];
    const [first, ...more] = lines;
    const next = this.#blocks.slice(at + 1).find(({ text }) => text !== '');
    if (!first || block.bullet !== undefined || block.text.length > LONGEST_HEADING || !next)
      return undefined;
    const known = readHeading(first.text, this.#language);
    const whole = lines.length === 1 || (known && more.length > 0) ? first : block;
    const number = !known && isNumberAlone(whole.text);
    if (known || number) {
      const rank = known?.rank ?? (this.#named ? PLAIN_RANK + 1 : PLAIN_RANK);
      const type = known?.type ?? (this.#named ? 'section' : 'chapter');
      const head = this.#make.passage(whole, 'heading');
      const rest = known && more.length > 0 ? [subtitle(joinLines(more), this.#make, false)] : [];
      return [{ kind: 'heading', head, rank, type }, ...rest];
    }
    if (!looksLikeHeading(block.text, next)) return undefined;
    if (below) return [subtitle(block, this.#make, false)];
    const numbered = /^(?:[IVXLC]{1,8}|\d{1,3})[.)—–-]? /u.test(block.text);
    const rank = this.#named && !numbered ? PLAIN_RANK + 1 : PLAIN_RANK;
    const head = this.#make.passage(block, 'heading', numbered ? {} : { inferred: true });
    return [{ kind: 'heading', head, rank, type: rank === PLAIN_RANK ? 'chapter' : 'section' }];
  }

  /**
   * What is no paragraph: what is below a title, an epigraph, signs between sections, verses,
   * the end.
   */
  #special(at: number, beginning: boolean, begun: boolean): TreePart[] | undefined {
    const block = this.#blocks[at] as MarkedBlock;
    const lines = this.#lines[at] as readonly OutlineLine[];
    const last = this.#blocks.slice(at + 1).every(({ text }) => text === '');
    if (isOrnament(block.text)) return [ornament(block, this.#make)];
    if (this.#language.trailer.test(block.text) && block.text.length < LONGEST_SUBTITLE) {
      return this.#trailer(block, at, last);
    }
    const quoted = beginning ? epigraph(lines, this.#make) : undefined;
    if (quoted) return [quoted];
    if (beginning && !begun && lines.length === 1 && !last) {
      const front = frontPart(block, this.#make, this.#language);
      if (front && (this.#language.authorLine.test(block.text) || !/\.$/.test(block.text)))
        return [front];
    }
    return this.#isQuotedVerse(lines) ? [lineGroup(lines, this.#make)] : undefined;
  }

  #trailer(block: MarkedBlock, at: number, last: boolean): TreePart[] | undefined {
    const next = this.#blocks.findIndex(({ text }, index) => index > at && text !== '');
    const first = this.#lines[next]?.[0]?.text ?? '';
    if (!last && !readHeading(first, this.#language)) return undefined;
    const trailer: TreePart = { kind: 'passage', passage: this.#make.passage(block, 'trailer') };
    if (!last) return [trailer];
    this.#trailers.push(trailer);
    return [];
  }

  /**
   * Short lines within prose that begin with capitals or are set in, and are no paragraph broken
   * into lines.
   */
  #isQuotedVerse(lines: readonly OutlineLine[]): boolean {
    const words = lines.filter(({ text }) => text !== '');
    if (!isVerse(words, this.#width) || words.some(({ text }) => text.length > LONGEST_VERSE))
      return false;
    return capitals(words) >= 0.75;
  }
}

/**
 * A few words in capitals, or with a capital and without a sentence's end, over a paragraph of
 * running text.
 */
function looksLikeHeading(text: string, next: MarkedBlock): boolean {
  if (text.length > 70 || /^[»«„“”"‘'(—–*-]/.test(text) || /[,;:!?…—–-]$|[“”"»«]/.test(text))
    return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length > 3 && letters === letters.toUpperCase()) return true;
  return (
    /^[\p{Lu}\d]/u.test(text) &&
    !/\.$/.test(text) &&
    next.text.length > 200 &&
    text.split(/\s+/).length <= 9
  );
}

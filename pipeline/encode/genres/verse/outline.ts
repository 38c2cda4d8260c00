/** The outline of verse: poems with their headings, stanzas, lines. */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { partsOfBlocks } from '../../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { type OutlineLine, outlineLines, pagesInBlock } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { lineWidth } from '../../engine/outline/wrapping.ts';
import type { BlockGroup, DocumentTree, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreInput } from '../common/genre.ts';
import {
  isNumberAlone,
  isTrailer,
  PLAIN_RANK,
  rankOf,
  readHeading,
  readNamedHeading,
} from '../common/headings.ts';
import { epigraph, frontPart, isDateBelow, ornament, subtitle } from '../literature/front.ts';
import { isImprint } from '../literature/imprint.ts';
import { outlineBook } from '../literature/title-page.ts';
import { type Indents, lineGroup } from '../literature/verse-lines.ts';
import { isPartOf, type VerseBlockKind, verseBlockKind } from './block-kind.ts';
import { poemIndents } from './poem-indents.ts';
import { sonnetPart } from './sonnet.ts';
import { isTitleLine, NUMBERED_TITLE } from './title-line.ts';

export function outlineVerse(input: GenreInput): DocumentTree {
  const read = (blocks: readonly MarkedBlock[], make: PassageMaker) =>
    new Poems(blocks, make, input.language).read();
  return outlineBook(input, read, { imprinted: true });
}

class Poems {
  readonly #blocks: readonly MarkedBlock[];
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #lines: readonly (readonly OutlineLine[])[];
  readonly #kinds: readonly VerseBlockKind[];
  /** How often each single line occurs: a recurring line is a refrain, not a heading. */
  readonly #times = new Map<string, number>();
  readonly #flat: (TreePart | RankedHeading)[] = [];
  readonly #trailers: TreePart[] = [];
  /** Only headings have come since the title or the last heading. */
  #atBeginning = true;

  constructor(blocks: readonly MarkedBlock[], make: PassageMaker, language: Language) {
    this.#blocks = blocks;
    this.#make = make;
    this.#language = language;
    this.#lines = blocks.map(outlineLines);
    const width = lineWidth(this.#lines);
    this.#kinds = blocks.map((block, at) =>
      verseBlockKind(block, this.#lines[at] as readonly OutlineLine[], width),
    );
    for (const { text } of blocks) this.#times.set(text, (this.#times.get(text) ?? 0) + 1);
  }

  read(): TreePart[] {
    const titles = this.#blocks
      .filter((_, at) => this.#isTitle(at))
      .flatMap(({ text }) => (this.#language.dedication.test(text) ? [] : [text]));
    let indents: Indents = this.#indentsFrom(0);
    let begun = false;
    for (const [at, block] of this.#blocks.entries()) {
      const kind = this.#kinds[at] as VerseBlockKind;
      if (kind === 'pages') this.#flat.push(...pagesInBlock(block));
      else if (kind === 'ornament') this.#flat.push(ornament(block, this.#make));
      else if (this.#atBeginning && this.#epigraph(at)) continue;
      else if (kind === 'stanza') {
        this.#flat.push(this.#stanza(at, indents));
        this.#atBeginning = false;
        begun = true;
      } else if ((kind === 'single' && this.#isHeading(at, begun)) || this.#isLongHeading(at)) {
        this.#heading(at, isPartOf(titles, block.text));
        indents = this.#indentsFrom(at + 1);
      } else if (kind === 'single') this.#single(at, begun, indents);
      else {
        this.#flat.push(...partsOfBlocks([block], this.#make));
        this.#atBeginning = false;
      }
    }
    return [...divideByRank(this.#flat), ...this.#trailers];
  }

  /** The next block with words. */
  #next(at: number): number {
    return this.#kinds.findIndex((kind, index) => index > at && kind !== 'pages');
  }

  #text(at: number): string {
    return this.#blocks[at]?.text ?? '';
  }

  /** A single line in the style of titles that occurs once. */
  #isTitle(at: number): boolean {
    const text = this.#text(at);
    const isAlone = this.#kinds[at] === 'single' && this.#times.get(text) === 1;
    return isAlone && isTitleLine(text, this.#language);
  }

  #isHeading(at: number, begun: boolean): boolean {
    const text = this.#text(at);
    const next = this.#next(at);
    if (next < 0 || this.#blocks[at]?.bullet !== undefined) return false;
    if (isNumberAlone(text) || readHeading(text, this.#language)) return true;
    if (!this.#isTitle(at) || isTrailer(text, this.#language)) return false;
    if (NUMBERED_TITLE.test(text)) return true;
    // A second title below the title of the whole, unless other poems follow with titles of their
    // own.
    if (!begun && this.#atBeginning) {
      if (/^[»„“"‘«]/.test(this.#text(next)) && this.#language.dedication.test(text)) return false;
      return (
        this.#kinds[next] === 'stanza' &&
        this.#blocks.some((_, index) => index > next && this.#isOpening(index))
      );
    }
    return !this.#atBeginning && this.#isOpening(at);
  }

  /** "SEGUNDA PARTE, en la que se declara …": the word for a part, its contents, and a stanza. */
  #isLongHeading(at: number): boolean {
    const text = this.#text(at);
    return (
      this.#kinds[at] === 'other' &&
      this.#kinds[this.#next(at)] === 'stanza' &&
      this.#lines[at]?.length === 1 &&
      readNamedHeading(text, this.#language) !== undefined
    );
  }

  /** A title with a poem below: a stanza, or another heading and then a stanza. */
  #isOpening(at: number): boolean {
    if (!this.#isTitle(at) || isTrailer(this.#text(at), this.#language)) return false;
    const next = this.#next(at);
    return (
      next >= 0 &&
      (this.#kinds[next] === 'stanza' || isNumberAlone(this.#text(next)) || this.#isFront(next))
    );
  }

  #isPartTrailer(at: number): boolean {
    const next = this.#next(at);
    const closes = this.#next(next) < 0 && this.#lines[next]?.length === 1;
    return (
      isTrailer(this.#text(at), this.#language) &&
      (closes || this.#isLongHeading(next) || this.#isHeading(next, true))
    );
  }

  #isLastTrailer(at: number): boolean {
    return this.#next(at) < 0 && isTrailer(this.#text(at), this.#language);
  }

  #isFront(at: number): boolean {
    const text = this.#text(at);
    return (
      this.#kinds[at] === 'single' &&
      (this.#language.dedication.test(text) || this.#language.authorLine.test(text))
    );
  }

  #heading(at: number, titled: boolean): void {
    const block = this.#blocks[at] as MarkedBlock;
    const known = readNamedHeading(block.text, this.#language);
    const number = isNumberAlone(block.text);
    const before = this.#flat.at(-1);
    const afterNumber =
      before?.kind === 'heading' && isNumberAlone(before.head.text) && !number && !known;
    if (afterNumber) {
      this.#flat.push(subtitle(block, this.#make, false));
      return;
    }
    // Numbers below titles are the parts of a poem; a title that follows its number at once belongs
    // to it.
    const next = this.#next(at);
    const part =
      number && titled && !(next >= 0 && this.#kinds[next] === 'single' && this.#isTitle(next));
    this.#flat.push({
      kind: 'heading',
      head: this.#make.passage(block, 'heading'),
      rank: known ? rankOf(known) : part ? PLAIN_RANK + 1 : PLAIN_RANK,
      type: known && known.type !== 'letter' ? known.type : part ? 'part' : 'poem',
    });
    this.#atBeginning = true;
  }

  #epigraph(at: number): boolean {
    const part = epigraph(this.#lines[at] as readonly OutlineLine[], this.#make);
    if (part) this.#flat.push(part);
    return part !== undefined;
  }

  /** A single line: a part of a title, the end, or a verse. */
  #single(at: number, begun: boolean, indents: Indents): void {
    const block = this.#blocks[at] as MarkedBlock;
    const last = this.#next(at) < 0;
    const refrain = (this.#times.get(block.text) ?? 0) > 1;
    const front =
      this.#atBeginning && !refrain && (!begun || this.#isFront(at))
        ? frontPart(block, this.#make, this.#language)
        : undefined;
    if (front && !last) this.#flat.push(front);
    else if (begun && !last && !refrain && this.#isPartTrailer(at)) {
      // "End of the first part", and "FINIS" above an imprint.
      const passage = this.#make.passage(block, 'trailer');
      this.#flat.push({ kind: 'passage', passage });
    } else if (last && begun && (isTrailer(block.text, this.#language) || isImprint(block.text))) {
      // "FINIS", "Printed and sold by J. Catnach"
      this.#trailers.push({ kind: 'passage', passage: this.#make.passage(block, 'trailer') });
    } else if (
      begun &&
      isDateBelow(block.text) &&
      (last || this.#isHeading(this.#next(at), begun) || this.#isLastTrailer(this.#next(at)))
    ) {
      const passage = this.#make.passage(block, 'dateline');
      this.#flat.push(this.#make.group('closer', [{ kind: 'passage', passage }]));
    } else if (last && isNumberAlone(block.text)) {
      // A number below a poem (of a page, of a note without words) is not a verse.
      this.#flat.push(...partsOfBlocks([block], this.#make));
    } else {
      this.#flat.push(this.#stanza(at, indents));
      this.#atBeginning = false;
    }
  }

  #stanza(at: number, indents: Indents): BlockGroup {
    const lines = this.#lines[at] as readonly OutlineLine[];
    const [first, ...more] = lines;
    if (first && more.length > 0 && isNumberAlone(first.text)) {
      const head: TreePart = { kind: 'passage', passage: this.#make.passage(first, 'heading') };
      const group = lineGroup(more, this.#make, indents);
      return { ...group, parts: [head, ...group.parts] };
    }
    const group = lineGroup(lines, this.#make, indents);
    const type =
      (this.#times.get(this.#text(at)) ?? 0) > 1
        ? 'refrain'
        : sonnetPart(this.#kinds, this.#lines, at);
    return type === undefined ? group : { ...group, type };
  }

  /** The indentation of the poem that begins at a block. */
  #indentsFrom(from: number): Indents {
    let to = from;
    while (to < this.#kinds.length && !(this.#kinds[to] === 'single' && this.#isHeading(to, true)))
      to++;
    return poemIndents(this.#lines.slice(from, to), this.#kinds.slice(from, to));
  }
}

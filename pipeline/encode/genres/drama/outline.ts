/**
 * The outline of a play: acts and scenes, the list of characters, speeches with their directions.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled } from '../../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { joinLines, type Line, linesOf, pagesOf } from '../../engine/outline/lines.ts';
import { type PassageMaker, slice } from '../../engine/outline/passage-maker.ts';
import type { DocumentTree, Part } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { GenreInput } from '../genre.ts';
import { knownHeading } from '../headings.ts';
import { directionsIn, isDirection, leadingDirection } from './directions.ts';
import { speakerAt, speakerNames } from './speakers.ts';

export function outlineDrama({ id, layout, language }: GenreInput): DocumentTree {
  return outlineTitled(layout, id, (blocks, make) => new Play(blocks, make, language).read());
}

/** A longer line is a paragraph of prose (in characters). */
const LONGEST_VERSE = 85;

class Play {
  readonly #blocks: readonly MarkedBlock[];
  readonly #lines: readonly (readonly Line[])[];
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #names: ReadonlySet<string>;
  readonly #verse: boolean;
  readonly #parts: (Part | RankedHeading)[] = [];
  /** The speech that goes on. */
  #speech: Part[] | undefined;

  constructor(blocks: readonly MarkedBlock[], make: PassageMaker, language: Language) {
    this.#blocks = blocks;
    this.#make = make;
    this.#language = language;
    this.#lines = blocks.map(linesOf);
    this.#names = speakerNames(this.#lines.map(([first]) => first?.text ?? ''));
    this.#verse = isVerse(this.#lines);
  }

  read(): Part[] {
    for (let at = 0; at < this.#blocks.length; at++) {
      const block = this.#blocks[at] as MarkedBlock;
      const lines = this.#lines[at] as readonly Line[];
      if (block.text === '') this.#into().push(...pagesOf(block));
      else if (this.#heading(block)) continue;
      else if (this.#language.castHeading.test(lines[0]?.text ?? '')) at = this.#cast(at);
      else if (lines.length === 1 && isDirection(block.text)) this.#direction(block);
      else this.#speechOrMore(lines);
    }
    return divideByRank(this.#parts);
  }

  #into(): (Part | RankedHeading)[] {
    return this.#parts;
  }

  #heading(block: MarkedBlock): boolean {
    const known = knownHeading(block.text, this.#language) ?? this.#headingByWord(block.text);
    if (!known) return false;
    const head = this.#make.passage(block, 'heading');
    const type = known.type === 'act' || known.type === 'scene' ? known.type : undefined;
    this.#parts.push({ kind: 'heading', head, rank: known.rank, ...(type ? { type } : {}) });
    this.#speech = undefined;
    return true;
  }

  /** "Die erste der drei Szenen": a short line with the word for a scene. */
  #headingByWord(text: string) {
    if (text.length > 50 || /[,;:!?]$/.test(text) || isDirection(text) || speakerAt(text)?.alone) return undefined;
    const words = text.split(/[^\p{L}]+/u);
    for (const type of ['act', 'scene'] as const) {
      const form = this.#language.divisions[type];
      if (words.some((word) => form?.test(`${word} 1`) || form?.test(`${word.replace(/n$/, '')} 1`))) {
        return { type, rank: type === 'act' ? 1 : 2 };
      }
    }
    return undefined;
  }

  #direction(block: MarkedBlock): void {
    this.#parts.push({ kind: 'passage', passage: this.#make.passage(block, 'stage') });
    this.#speech = undefined;
  }

  /** The characters from the heading of their list on, until the play begins. Returns the index of the last block read. */
  #cast(from: number): number {
    const [first, ...more] = this.#lines[from] as readonly Line[];
    const items: Part[] = [{ kind: 'passage', passage: this.#make.passage(first as Line, 'listHead') }];
    const add = (lines: readonly Line[]) => {
      for (const line of lines) {
        if (line.text === '') items.push(...pagesOf(line));
        else items.push({ kind: 'passage', passage: this.#make.passage(line, 'castItem') });
      }
    };
    add(more);
    let at = from + 1;
    for (; at < this.#blocks.length; at++) {
      const block = this.#blocks[at] as MarkedBlock;
      const lines = this.#lines[at] as readonly Line[];
      if (block.text !== '' && this.#endsCast(block, lines)) break;
      add(lines);
    }
    if (items.length > 1) this.#parts.push(this.#make.group('castList', items));
    else this.#parts.push(...items);
    return at - 1;
  }

  #endsCast(block: MarkedBlock, [first]: readonly Line[]): boolean {
    const start = speakerAt(first?.text ?? '');
    return (
      knownHeading(block.text, this.#language) !== undefined ||
      isDirection(block.text) ||
      (start !== undefined && this.#names.has(start.name))
    );
  }

  #speechOrMore(lines: readonly Line[]): void {
    const [first, ...more] = lines as readonly [Line, ...Line[]];
    const start = speakerAt(first.text);
    if (!start || !this.#names.has(start.name)) {
      this.#goOn(lines);
      return;
    }
    const parts: Part[] = [];
    const name = slice(first, 0, start.length);
    const stages = directionsIn(`${name.text}`).map((span) => ({ ...span }));
    parts.push({ kind: 'passage', passage: this.#make.passage(name, 'speaker', { marks: stages }) });
    const rest = slice(first, start.length, first.text.length);
    const trimmed = trimStart({ ...first, ...rest });
    this.#words(trimmed.text === '' && trimmed.points.length === 0 ? more : [trimmed, ...more], parts);
    this.#speech = parts;
    this.#parts.push(this.#make.group('sp', parts));
  }

  /** A further paragraph of the speech, or words without a speaker. */
  #goOn(lines: readonly Line[]): void {
    if (this.#speech) this.#words(lines, this.#speech);
    else {
      const block = joinLines(lines);
      this.#parts.push({ kind: 'passage', passage: this.#make.passage(block, 'paragraph') });
    }
  }

  /** The lines of a speech: directions, verses, paragraphs. */
  #words(given: readonly Line[], into: Part[]): void {
    const lines = given.flatMap((line) => this.#splitDirection(line, into.length === 1 && line === given[0]));
    const spoken = lines.filter(({ text }) => text !== '' && !isDirection(text));
    const longest = Math.max(0, ...spoken.map(({ text }) => text.length));
    const verse = longest <= LONGEST_VERSE && (spoken.length > 1 ? this.#verse || adjacent(lines) : this.#verse);
    for (const line of lines) {
      if (line.text === '') into.push(...pagesOf(line));
      else if (isDirection(line.text)) {
        into.push({ kind: 'passage', passage: this.#make.passage(line, 'stage') });
      } else {
        const marks = directionsIn(line.text);
        into.push({ kind: 'passage', passage: this.#make.passage(line, verse ? 'line' : 'paragraph', { marks }) });
      }
    }
  }

  /** A direction right behind the speaker stands by itself. */
  #splitDirection(line: Line, behindSpeaker: boolean): Line[] {
    const length = behindSpeaker ? leadingDirection(line.text) : 0;
    if (length === 0 || length === line.text.length) return [line];
    const direction = { ...line, ...slice(line, 0, length) };
    const points = line.points
      .filter(({ offset }) => offset > length)
      .map((p) => ({ ...p, offset: p.offset - length }));
    const rest = trimStart({ ...line, text: line.text.slice(length), points });
    return [direction, rest];
  }
}

function trimStart(line: Line): Line {
  const cut = line.text.length - line.text.trimStart().length;
  if (cut === 0) return line;
  const points = line.points.map((point) => ({ ...point, offset: Math.max(0, point.offset - cut) }));
  return { ...line, text: line.text.slice(cut), points };
}

/** Two spoken lines follow each other without a direction between them. */
function adjacent(lines: readonly Line[]): boolean {
  const spoken = lines.filter(({ text }) => text !== '').map(({ text }) => !isDirection(text));
  return spoken.some((is, at) => is && spoken[at + 1] === true);
}

/** Most of what is spoken on several lines stands in short ones. */
function isVerse(blocks: readonly (readonly Line[])[]): boolean {
  let short = 0;
  let long = 0;
  for (const lines of blocks) {
    for (const { text } of lines.slice(1)) {
      if (isDirection(text) || text === '') continue;
      if (text.length <= LONGEST_VERSE) short++;
      else long++;
    }
    if ((lines[0]?.text.length ?? 0) > LONGEST_VERSE) long++;
  }
  return short > 2 * long && blocks.some((lines) => adjacent(lines.slice(1)));
}

/**
 * The units of a play in their order: headings, the list of characters, directions, and what is
 * spoken.
 *
 * Takes the blocks behind the title. Returns units, cut where a heading or speaker begins; nothing
 * is lost between them.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { joinLines, linesOf, type OutlineLine } from '../../engine/outline/lines.ts';
import { cut } from '../../engine/outline/passage-maker.ts';
import { LONGEST_VERSE, lineWidth } from '../../engine/outline/wrapping.ts';
import type { Language } from '../../languages/language.ts';
import { type RecognizedHeading, readHeading, secondHeading } from '../headings.ts';
import { bulletsEnd, castNames, isCastHeading } from './cast-list.ts';
import { isBareDirection, isDirection } from './directions.ts';
import { type DramaHeading, type FrontKind, FrontReader } from './front-reader.ts';
import type { SpeakerStart } from './speaker-candidates.ts';
import { Speakers } from './speakers.ts';
import { formOf, type SpeechForm } from './speech-form.ts';

export type DramaUnit =
  | { readonly kind: 'pages'; readonly block: MarkedBlock }
  | { readonly kind: 'heading'; readonly block: MarkedBlock; readonly heading: DramaHeading }
  | { readonly kind: 'cast'; readonly head: OutlineLine; readonly lines: readonly OutlineLine[] }
  | { readonly kind: 'castLists'; readonly blocks: readonly MarkedBlock[] }
  | { readonly kind: 'trailer'; readonly block: MarkedBlock }
  | { readonly kind: 'front'; readonly block: MarkedBlock; readonly as: FrontKind }
  | { readonly kind: 'direction'; readonly block: MarkedBlock; readonly bare: boolean }
  | Spoken;

/** A speech, or a further block of one. */
export interface Spoken {
  readonly kind: 'spoken';
  readonly speaker?: { readonly start: SpeakerStart; readonly line: OutlineLine };
  /** What follows the speaker. */
  readonly lines: readonly OutlineLine[];
  /**
   * Its lines are verses, a paragraph broken into lines, paragraphs of a line each; undefined: it
   * does not tell.
   */
  readonly form?: SpeechForm;
}

/** `title`: the document's title, which a half-title before the first scene repeats. */
export function unitsOf(
  blocks: readonly MarkedBlock[],
  language: Language,
  title: string,
): DramaUnit[] {
  return new Reader(blocks, language, title).read();
}

class Reader {
  readonly #blocks: readonly MarkedBlock[];
  readonly #language: Language;
  readonly #speakers: Speakers;
  readonly #lines: readonly (readonly OutlineLine[])[];
  readonly #width: number | undefined;
  readonly #units: DramaUnit[] = [];
  readonly #castBlocks: ReadonlyMap<number, number>;
  readonly #front: FrontReader;

  constructor(blocks: readonly MarkedBlock[], language: Language, title: string) {
    this.#blocks = blocks;
    this.#language = language;
    this.#lines = blocks.map(linesOf);
    const before = new Speakers(this.#lines, language);
    const from = this.#lines.findIndex(
      ([first]) => first !== undefined && isCastHeading(first.text, language),
    );
    const to = from < 0 ? from : this.#castEnd(from, before);
    this.#castBlocks = new Map(from < 0 ? [] : [[from, to]]);
    const cast =
      from < 0 ? new Set<string>() : castNames(this.#lines.slice(from, to).flat().slice(1));
    const play = this.#lines.filter((_, at) => at < from || at >= to);
    this.#speakers = new Speakers(play, language, cast);
    this.#width = lineWidth(
      play.filter((lines) => lines.some(({ text }) => text.length > LONGEST_VERSE / 2)),
    );
    this.#front = new FrontReader(blocks, this.#lines, language, {
      title,
      begin: this.#begin(from, to),
      isSpeaker: (text) => this.#speakers.at(text, 'line') !== undefined,
    });
  }

  /** Where the play begins: its first act or scene, or the first speech of a known speaker. */
  #begin(castFrom: number, castTo: number): number {
    return this.#lines.findIndex((lines, at) => {
      if (at >= castFrom && at < castTo) return false;
      const first = lines.find(({ text }) => text !== '')?.text ?? '';
      const heading = readHeading(first, this.#language);
      if (heading) return heading.type === 'act' || heading.type === 'scene';
      return this.#speakers.at(first, 'line') !== undefined;
    });
  }

  read(): DramaUnit[] {
    for (let at = 0; at < this.#blocks.length; at++) {
      const castEnd = this.#castBlocks.get(at);
      const block = this.#blocks[at] as MarkedBlock;
      const lines = this.#lines[at] as readonly OutlineLine[];
      if (castEnd !== undefined) {
        const cast = this.#blocks.slice(at, castEnd);
        const [head, ...more] = this.#lines.slice(at, castEnd).flat();
        if (cast.some(({ bullet }) => bullet !== undefined)) {
          this.#units.push({ kind: 'castLists', blocks: cast });
        } else if (head) this.#units.push({ kind: 'cast', head, lines: more });
        this.#front.afterCast();
        at = castEnd - 1;
        continue;
      }
      const front = this.#front.read(at);
      if (front) this.#units.push(front);
      else if (block.text === '') this.#units.push({ kind: 'pages', block });
      else if (lines.length === 1 && this.#language.trailer.test(block.text)) {
        this.#units.push({ kind: 'trailer', block });
      } else this.#speeches(this.#headings(lines));
    }
    return this.#units;
  }

  /**
   * Where the list of characters ends: at a heading or direction, or where a name begins a block
   * for the second time.
   */
  #castEnd(from: number, speakers: Speakers): number {
    if (this.#blocks[from + 1]?.bullet !== undefined) return bulletsEnd(this.#blocks, from + 1);
    const seen = new Set<string>();
    for (let at = from; at < this.#blocks.length; at++) {
      const { text } = this.#blocks[at] as MarkedBlock;
      const lines = (this.#lines[at] as readonly OutlineLine[]).filter((line) => line.text !== '');
      const [first] = lines;
      if (!first) continue;
      if (at > from && (readHeading(first.text, this.#language) || isDirection(text))) return at;
      for (const line of at === from ? lines.slice(1) : lines) {
        const name = speakers.at(line.text)?.name;
        if (name === undefined) continue;
        if (seen.has(name)) return at;
        seen.add(name);
      }
    }
    // Its end is not marked: it is the block below the heading.
    return Math.min(from + ((this.#lines[from]?.length ?? 0) > 1 ? 1 : 2), this.#blocks.length);
  }

  /** Takes the headings off the beginning of a block. */
  #headings(lines: readonly OutlineLine[]): readonly OutlineLine[] {
    let at = 0;
    for (; at < lines.length; at++) {
      const line = lines[at] as OutlineLine;
      const heading =
        readHeading(line.text, this.#language) ??
        (lines.length === 1 ? this.#byWord(line.text) : undefined);
      if (!heading || (heading.type === 'preface' && lines.length > 1)) break;
      const second = secondHeading(line.text, this.#language);
      if (second === undefined) {
        this.#units.push({ kind: 'heading', block: line, heading });
        continue;
      }
      const [begin, rest] = cut(line, second);
      this.#units.push({ kind: 'heading', block: begin, heading });
      this.#units.push({
        kind: 'heading',
        block: rest,
        heading: readHeading(rest.text, this.#language) as RecognizedHeading,
      });
    }
    return lines.slice(at);
  }

  /** "Die erste der drei Szenen": a short line with the word for a scene. */
  #byWord(text: string): RecognizedHeading | undefined {
    if (text.length > 50 || /[,;:!?.]$/.test(text) || isDirection(text) || this.#speakers.at(text))
      return undefined;
    const words = text.split(/[^\p{L}]+/u).filter((word) => word !== '');
    if (words.length < 2) return undefined;
    for (const type of ['act', 'scene'] as const) {
      const form = this.#language.divisions[type];
      const found = words.some((word) =>
        [word, word.replace(/n$/, '')].some((one) => form?.test(`${one} 1`)),
      );
      const heading = found
        ? readHeading(`${words.find((word) => form?.test(`${word} 1`)) ?? ''} 1`, this.#language)
        : undefined;
      if (found) return heading ?? { type, rank: type === 'act' ? 2 : 3 };
    }
    return undefined;
  }

  /** Cuts lines where a speaker begins. */
  #speeches(lines: readonly OutlineLine[]): void {
    let from = 0;
    for (let at = 1; at <= lines.length; at++) {
      if (at < lines.length && !this.#speakers.at((lines[at] as OutlineLine).text, 'line'))
        continue;
      this.#speech(lines.slice(from, at));
      from = at;
    }
  }

  #speech(lines: readonly OutlineLine[]): void {
    const [first, ...more] = lines;
    if (!first) return;
    const start = this.#speakers.at(first.text);
    if (start) {
      const end = Math.max(start.length, start.direction?.end ?? 0);
      const [, rest] = cut(first, end);
      const spoken =
        rest.text === '' && rest.points.length === 0
          ? more
          : [{ ...rest, indent: leastIndent(more), line: first.line }, ...more];
      this.#units.push({
        kind: 'spoken',
        speaker: { start, line: first },
        lines: spoken,
        ...formOf(spoken, this.#language, this.#width),
      });
      return;
    }
    const block = joinLines(lines);
    const bare = !isDirection(block.text) && isBareDirection(block.text, this.#language);
    if (bare || isDirection(block.text)) this.#units.push({ kind: 'direction', block, bare });
    else this.#units.push({ kind: 'spoken', lines, ...formOf(lines, this.#language, this.#width) });
  }
}

/** The first line of a speech stands where its others do. */
function leastIndent(lines: readonly OutlineLine[]): number {
  const indents = lines.filter(({ text }) => text !== '').map(({ indent }) => indent);
  return indents.length === 0 ? 0 : Math.min(...indents);
}

/**
 * The units of a play in their order: headings, the list of characters, directions, and speeches.
 *
 * Takes the blocks after the title. Returns units, divided where a heading or speaker begins;
 * nothing is lost between them.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { joinLines, type OutlineLine, outlineLines } from '../../engine/outline/lines.ts';
import { divideBlock } from '../../engine/outline/passage-maker.ts';
import { LONGEST_VERSE, lineWidth } from '../../engine/outline/wrapping.ts';
import type { Language } from '../../languages/model/language.ts';
import {
  isTrailer,
  type RecognizedHeading,
  readHeading,
  secondHeading,
} from '../common/headings.ts';
import { castEnd } from './cast/cast-end.ts';
import { castNames, isCastHeading } from './cast/cast-list.ts';
import type { SpeakerStart } from './cast/speaker-candidates.ts';
import { Speakers } from './cast/speakers.ts';
import { BareDirections } from './directions/bare-directions.ts';
import { isBareDirection, isDirection, isSoundCue, isSpokenBy } from './directions/directions.ts';
import { FrontReader } from './front/front-reader.ts';
import { headingByWord, NumberedHeadings, titlesAbove } from './other-headings.ts';
import { type SpeechReading, speechFormOf } from './speech/speech-form.ts';
import type { DramaUnit } from './unit.ts';

/**
 * The units, and which lines of a speech are directions. `title`: the document's title, which a
 * half-title before the first scene repeats.
 */
export function dramaUnits(
  blocks: readonly MarkedBlock[],
  language: Language,
  title: string,
): { readonly units: readonly DramaUnit[]; readonly bare: BareDirections } {
  const reader = new Reader(blocks, language, title);
  return { units: reader.read(), bare: reader.reading.bare };
}

/** From how many names on their common column counts. */
const FEWEST_NAMES = 4;

class Reader {
  readonly #blocks: readonly MarkedBlock[];
  readonly #language: Language;
  readonly #speakers: Speakers;
  readonly #lines: readonly (readonly OutlineLine[])[];
  readonly reading: SpeechReading;
  readonly #units: DramaUnit[] = [];
  readonly #castBlocks: ReadonlyMap<number, number>;
  readonly #front: FrontReader;
  readonly #numbers: NumberedHeadings;
  /**
   * Where all speakers' names stand that have lines for themselves; undefined: not at one place.
   */
  readonly #nameColumn: number | undefined;

  constructor(blocks: readonly MarkedBlock[], language: Language, title: string) {
    this.#blocks = blocks;
    this.#language = language;
    this.#lines = blocks.map(outlineLines);
    const before = new Speakers(this.#lines, language);
    const from = this.#lines.findIndex(
      ([first]) => first !== undefined && isCastHeading(first.text, language),
    );
    const to = from < 0 ? from : castEnd({ blocks, lines: this.#lines, from }, before, language);
    this.#castBlocks = new Map(from < 0 ? [] : [[from, to]]);
    const cast =
      from < 0 ? new Set<string>() : castNames(this.#lines.slice(from, to).flat().slice(1));
    const titles = titlesAbove(this.#lines, title, language);
    const play = this.#lines.filter((_, at) => (at < from || at >= to) && !titles.has(at));
    this.#speakers = new Speakers(play, language, cast);
    this.#numbers = new NumberedHeadings(play, language, this.#speakers.headings);
    this.#nameColumn = this.#columnOfNames(play.flat());
    const long = play.filter((lines) => lines.some(({ text }) => text.length > LONGEST_VERSE / 2));
    const bare = new BareDirections(play, this.#speakers.names(), language);
    this.reading = { language, width: lineWidth(long), bare };
    this.#front = new FrontReader(blocks, this.#lines, language, {
      title,
      begin: this.#begin(from, to, titles),
      isSpeaker: (text) => this.#speakers.at(text, 'line') !== undefined,
    });
  }

  /** Where the play begins: its first act or scene, or the first speech of a known speaker. */
  #begin(castFrom: number, castTo: number, titles: ReadonlySet<number>): number {
    return this.#lines.findIndex((lines, at) => {
      if ((at >= castFrom && at < castTo) || titles.has(at)) return false;
      const first = lines.find(({ text }) => text !== '')?.text ?? '';
      const heading = readHeading(first, this.#language) ?? this.#numbers.read(first);
      if (heading) return heading.type !== 'preface';
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
      else if (lines.length === 1 && isTrailer(block.text, this.#language)) {
        this.#units.push({ kind: 'trailer', block });
      } else if (this.#isScenery(lines)) this.#units.push({ kind: 'direction', block, bare: true });
      else this.#speeches(this.#headings(lines));
    }
    return this.#units;
  }

  /** "SCENE.—A parlour." before a speech; the place of each act: "Act One: Friday. / Act …". */
  #isScenery(lines: readonly OutlineLine[]): boolean {
    const { setting } = this.#language;
    if (this.#units.at(-1)?.kind !== 'spoken' && setting.test(lines[0]?.text ?? '')) return true;
    const [type, ...types] = lines.map(({ text }) => readHeading(text, this.#language)?.type);
    return type !== undefined && types.length > 0 && types.every((other) => other === type);
  }

  /** Takes the headings off the beginning of a block. */
  #headings(lines: readonly OutlineLine[]): readonly OutlineLine[] {
    let at = 0;
    for (; at < lines.length; at++) {
      const line = lines[at] as OutlineLine;
      const heading =
        readHeading(line.text, this.#language) ??
        (lines.length === 1
          ? (this.#numbers.read(line.text) ?? this.#byWord(line.text))
          : undefined);
      const headed = lines.length === 1 || isSpokenBy(lines[at + 1]?.text ?? '');
      if (!heading || (heading.type === 'preface' && !headed)) break;
      const second = secondHeading(line.text, this.#language);
      if (second === undefined) {
        this.#units.push({ kind: 'heading', block: line, heading });
        continue;
      }
      const [begin, rest] = divideBlock(line, second);
      this.#units.push({ kind: 'heading', block: begin, heading });
      this.#units.push({
        kind: 'heading',
        block: rest,
        heading: readHeading(rest.text, this.#language) as RecognizedHeading,
      });
    }
    return lines.slice(at);
  }

  #byWord(text: string): RecognizedHeading | undefined {
    const isOther = isDirection(text) || this.#speakers.at(text) !== undefined;
    return isOther ? undefined : headingByWord(text, this.#language);
  }

  /** Divides lines where a speaker begins. */
  #speeches(lines: readonly OutlineLine[]): void {
    let from = 0;
    for (let at = 1; at <= lines.length; at++) {
      if (at < lines.length && !this.#speakerAt(lines[at] as OutlineLine, 'line')) continue;
      this.#speech(lines.slice(from, at));
      from = at;
    }
  }

  /** Words that are set in farther than the names of all speakers begin with none. */
  #speakerAt({ text, indent }: OutlineLine, place: 'block' | 'line'): SpeakerStart | undefined {
    if (this.#nameColumn !== undefined && indent > this.#nameColumn) return undefined;
    return this.#speakers.at(text, place);
  }

  #columnOfNames(lines: readonly OutlineLine[]): number | undefined {
    const names = lines.filter(({ text }) => isNameAlone(this.#speakers.at(text, 'line')));
    const columns = new Set(names.map(({ indent }) => indent));
    return names.length >= FEWEST_NAMES && columns.size === 1 ? names[0]?.indent : undefined;
  }

  /** "Der Türmer. Ein Bote (von links).": below the heading of a scene, who is on the stage. */
  #namesOverScene(text: string): boolean {
    if (this.#units.at(-1)?.kind !== 'heading') return false;
    const words = text.replace(/\s*\([^()]*\)/g, '');
    const parts = words.split(/[.,;]\s*|\s(?:et|und|y|e|and)\s/u).filter((part) => part !== '');
    const names = this.#speakers.names();
    return parts.length > 1 && parts.every((part) => names.has(part.trim().toUpperCase()));
  }

  #speech(lines: readonly OutlineLine[]): void {
    const [first, ...more] = lines;
    if (!first) return;
    const start = this.#speakerAt(first, 'block');
    if (isSoundCue(first.text)) {
      this.#units.push({ kind: 'direction', block: joinLines(lines), bare: false });
      return;
    }
    if (start && more.length === 0 && this.#namesOverScene(first.text)) {
      this.#units.push({ kind: 'direction', block: first, bare: true });
      return;
    }
    if (start) {
      const end = Math.max(start.length, start.direction?.end ?? 0);
      const [, rest] = divideBlock(first, end);
      const spoken =
        rest.text === '' && rest.points.length === 0
          ? more
          : [{ ...rest, indent: leastIndent(more), line: first.line }, ...more];
      this.#units.push({
        kind: 'spoken',
        speaker: { start, line: first },
        lines: spoken,
        ...(spoken === more ? {} : speechColumn(first, end)),
        ...speechFormOf(spoken, this.reading, true),
      });
      return;
    }
    const block = joinLines(lines);
    const bare =
      !isDirection(block.text) &&
      (isBareDirection(block.text, this.#language) || this.reading.bare.is(block.text));
    if (bare || isDirection(block.text)) this.#units.push({ kind: 'direction', block, bare });
    else this.#units.push({ kind: 'spoken', lines, ...speechFormOf(lines, this.reading, false) });
  }
}

/** The beginning of the words after a speaker; name and mark are `length` characters long. */
function speechColumn(
  { text, indent }: OutlineLine,
  length: number,
): { column: number; gap: number } {
  const gap = text.slice(length).search(/\S/);
  return { column: indent + length + Math.max(0, gap), gap: Math.max(0, gap) };
}

/** The first line of a speech has the indentation of the others. */
function leastIndent(lines: readonly OutlineLine[]): number {
  const indents = lines.filter(({ text }) => text !== '').map(({ indent }) => indent);
  return indents.length === 0 ? 0 : Math.min(...indents);
}

function isNameAlone(start: SpeakerStart | undefined): boolean {
  return start?.alone === true && start.direction === undefined;
}

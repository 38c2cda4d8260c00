/**
 * The outline of a play: acts and scenes, the list of characters, speeches with their directions.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled } from '../../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { joinLines, type OutlineLine, pagesOf } from '../../engine/outline/lines.ts';
import { cut, type PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { DocumentTree, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { GenreInput } from '../genre.ts';
import { frontPart } from '../literature/front.ts';
import { indentsOf, lineGroup, verseLine } from '../literature/verse-lines.ts';
import { Cast } from './cast-list.ts';
import { directionsIn, isDirection, spokenBrackets } from './directions.ts';
import {
  beginStanza,
  castList,
  isSpoken,
  joinDirections,
  prefaceType,
  splitDirection,
  versesAmong,
} from './speech-blocks.ts';
import { type DramaUnit, type Spoken, unitsOf } from './units.ts';
import { formAround } from './verse-around.ts';

export function outlineDrama({ id, layout, language }: GenreInput): DocumentTree {
  return outlineTitled(layout, id, (blocks, make) =>
    new Play(unitsOf(blocks, language), make, language).read(),
  );
}

class Play {
  readonly #units: readonly DramaUnit[];
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #cast = new Cast();
  readonly #parts: (TreePart | RankedHeading)[] = [];
  /** The speech that goes on. */
  #speech: TreePart[] | undefined;
  /** Directions and pages behind a speech: they belong to it if it goes on behind them. */
  #pending: TreePart[] = [];

  constructor(units: readonly DramaUnit[], make: PassageMaker, language: Language) {
    this.#units = units;
    this.#make = make;
    this.#language = language;
  }

  read(): TreePart[] {
    const trailers: TreePart[] = [];
    for (const [at, unit] of this.#units.entries()) {
      switch (unit.kind) {
        case 'pages':
          (this.#speech ? this.#pending : this.#parts).push(...pagesOf(unit.block));
          break;
        case 'heading':
          this.#heading(unit.block, unit.heading);
          break;
        case 'cast': {
          const head = this.#make.passage(unit.head, 'listHead');
          const items = this.#cast.parts(unit.lines, this.#make, this.#language);
          this.#end();
          this.#parts.push(
            ...castList(
              head.text === '' ? [] : [{ kind: 'passage', passage: head }],
              items,
              this.#make,
            ),
          );
          break;
        }
        case 'trailer':
          this.#trailer(unit.block, at, trailers);
          break;
        case 'direction':
          this.#direction(unit.block, unit.bare);
          break;
        case 'spoken':
          this.#spoken(unit, at);
      }
    }
    this.#end();
    return [...divideByRank(this.#parts), ...trailers];
  }

  /** Closes the speech: what is behind it does not belong to it. */
  #end(): void {
    this.#parts.push(...this.#pending);
    this.#pending = [];
    this.#speech = undefined;
  }

  #heading(block: MarkedBlock, { type, rank }: { type: string; rank: number }): void {
    this.#end();
    const head = this.#make.passage(block, 'heading');
    const acts = this.#units.some((unit) => unit.kind === 'heading' && unit.heading.type === 'act');
    // Where there are no acts, a prologue is beside the scenes.
    const level = type === 'preface' && !acts ? 3 : rank;
    this.#parts.push({
      kind: 'heading',
      head,
      rank: level,
      type: type === 'preface' ? prefaceType(block.text) : type,
    });
  }

  /** The last one ends the play, another an act or scene; one in the middle of a scene is none. */
  #trailer(block: MarkedBlock, at: number, trailers: TreePart[]): void {
    const next = this.#units.slice(at + 1).find(({ kind }) => kind !== 'pages');
    if (next && next.kind !== 'heading' && next.kind !== 'trailer') {
      this.#direction(block, true);
      return;
    }
    this.#end();
    const trailer: TreePart = { kind: 'passage', passage: this.#make.passage(block, 'trailer') };
    if (next) this.#parts.push(trailer);
    else trailers.push(trailer);
  }

  #direction(block: MarkedBlock, inferred: boolean): void {
    const part: TreePart = {
      kind: 'passage',
      passage: this.#make.passage(block, 'stage', inferred ? { inferred } : {}),
    };
    // Between a speaker's name and the first words a direction is part of the speech.
    if (this.#speech && isSpoken(this.#speech)) this.#pending.push(part);
    else (this.#speech ?? this.#parts).push(part);
  }

  #spoken(unit: Spoken, at: number): void {
    const form = unit.form ?? formAround(this.#units, at);
    if (unit.speaker) {
      const { line } = unit.speaker;
      if (unit.lines.length === 0 && !this.#hasWords(at)) {
        // Names over a scene tell who is on the stage.
        this.#end();
        this.#parts.push({
          kind: 'passage',
          passage: this.#make.passage(line, 'stage', { inferred: true }),
        });
        return;
      }
      this.#end();
      this.#begin(unit, form);
    } else if (this.#speech) {
      this.#speech.push(...this.#pending);
      this.#pending = [];
      this.#words(unit.lines, form, this.#speech);
    } else this.#unspoken(unit, form);
  }

  /** Whether what is behind a speaker's name that is alone in its block can be his words. */
  #hasWords(at: number): boolean {
    const next = this.#units
      .slice(at + 1)
      .find(({ kind }) => kind !== 'pages' && kind !== 'direction');
    return next?.kind === 'spoken' && next.speaker === undefined;
  }

  #begin({ speaker, lines }: Spoken, form: Spoken['form']): void {
    const { start, line } = speaker as NonNullable<Spoken['speaker']>;
    const parts: TreePart[] = [];
    const who = this.#cast.idOf(start.name);
    const group = this.#make.group('sp', parts);
    this.#parts.push(who === undefined ? group : { ...group, attributes: { who: `#${who}` } });
    this.#speech = parts;
    const [begin] = cut(line, start.direction?.end ?? start.length);
    const [name, direction] = start.direction ? cut(begin, start.direction.start) : [begin];
    parts.push({ kind: 'passage', passage: this.#make.passage(name, 'speaker') });
    if (direction) parts.push(this.#stage(direction));
    this.#words(lines, form, parts);
  }

  /**
   * Words without a speaker: below the title what titles have, over the first speech of a scene a
   * direction.
   */
  #unspoken({ lines }: Spoken, form: Spoken['form']): void {
    const block = joinLines(lines);
    const begun = this.#parts.some(({ kind }) => kind === 'heading' || kind === 'group');
    const front = begun ? undefined : frontPart(block, this.#make, this.#language);
    if (front) this.#parts.push(front);
    else if (form === 'verse' && lines.length > 1) this.#parts.push(lineGroup(lines, this.#make));
    else if (begun) this.#direction(block, true);
    else this.#parts.push({ kind: 'passage', passage: this.#make.passage(block, 'paragraph') });
  }

  /** The lines of a speech: directions, verses, paragraphs. */
  #words(given: readonly OutlineLine[], form: Spoken['form'], into: TreePart[]): void {
    const lines = joinDirections(given).flatMap((line, at) =>
      splitDirection(line, at === 0 && !isSpoken(into)),
    );
    if (form === 'wrapped') {
      const first = lines[0];
      const directions = first && isDirection(first.text) ? [first] : [];
      for (const line of directions) into.push(this.#stage(line));
      into.push(this.#paragraph(joinLines(lines.slice(directions.length))));
      return;
    }
    const verse = form === 'verse';
    const asides = verse ? spokenBrackets(lines, this.#language) : new Set<OutlineLine>();
    const isStage = (line: OutlineLine) => isDirection(line.text) && !asides.has(line);
    const spoken = lines.filter((line) => line.text !== '' && !isStage(line));
    const spokenTexts = new Set([...asides].map(({ text }) => text));
    const marksOf = (text: string) =>
      spokenTexts.has(text) ? [] : directionsIn(text, this.#language);
    const stanza = verse && spoken.length > 1 && beginStanza(into, this.#make);
    const indents = indentsOf(spoken);
    if (stanza && spoken.length === lines.filter(({ text }) => text !== '').length) {
      into.push(lineGroup(lines, this.#make, indents, marksOf));
      return;
    }
    const songs = verse ? new Set<OutlineLine>() : versesAmong(lines);
    for (const line of lines) {
      if (line.text === '') into.push(...pagesOf(line));
      else if (isStage(line)) into.push(this.#stage(line));
      else if (verse || songs.has(line))
        into.push(...verseLine(line, this.#make, indents, marksOf(line.text)));
      else into.push(this.#paragraph(line));
    }
  }

  #stage(line: MarkedBlock): TreePart {
    return { kind: 'passage', passage: this.#make.passage(line, 'stage') };
  }

  #paragraph(block: MarkedBlock): TreePart {
    const marks = directionsIn(block.text, this.#language);
    return {
      kind: 'passage',
      passage: this.#make.passage(block, 'paragraph', marks.length === 0 ? {} : { marks }),
    };
  }
}

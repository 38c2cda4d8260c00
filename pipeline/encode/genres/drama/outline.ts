/**
 * The outline of a play: acts and scenes, the list of characters, speeches with their directions.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled } from '../../engine/outline/blocks.ts';
import {
  type DivisionEnd,
  divideByRank,
  type RankedHeading,
} from '../../engine/outline/divisions.ts';
import { joinLines, pagesInBlock } from '../../engine/outline/lines.ts';
import { divideBlock, type PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { DocumentTree, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreInput } from '../common/genre.ts';
import { frontPart } from '../literature/front.ts';
import { indentsOf, lineGroup } from '../literature/verse-lines.ts';
import { Cast, castLists } from './cast/cast-list.ts';
import type { BareDirections } from './directions/bare-directions.ts';
import { directionsArePointed } from './directions/spoken-brackets.ts';
import { FrontParts, withHalfTitle, wrapLoose } from './front/front-parts.ts';
import type { DramaHeading } from './front/front-reader.ts';
import { sharedLines } from './speech/shared-lines.ts';
import { castList, isSpoken, prefaceType, songBelow } from './speech/speech-blocks.ts';
import { SpeechWords } from './speech/speech-words.ts';
import { formAround } from './speech/verse-around.ts';
import type { DramaUnit, Spoken } from './unit.ts';
import { dramaUnits } from './units.ts';

export function outlineDrama({ id, layout, language }: GenreInput): DocumentTree {
  const title = layout.blocks.find(({ text }) => text !== '')?.text ?? '';
  return outlineTitled(layout, id, (blocks, make) => {
    const { units, bare } = dramaUnits(blocks, language, title);
    return new Play(units, bare, make, language).read();
  });
}

class Play {
  readonly #units: readonly DramaUnit[];
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #cast = new Cast();
  readonly #parts: (TreePart | RankedHeading | DivisionEnd)[] = [];
  readonly #front: FrontParts;
  readonly #writer: SpeechWords;
  /** The open speech. */
  #speech: TreePart[] | undefined;
  /** Directions and pages after a speech: they belong to it if it continues after them. */
  #pending: TreePart[] = [];

  constructor(
    units: readonly DramaUnit[],
    bare: BareDirections,
    make: PassageMaker,
    language: Language,
  ) {
    this.#units = units;
    this.#make = make;
    this.#language = language;
    this.#front = new FrontParts(make, language);
    const pointed = directionsArePointed(
      units.flatMap((unit): readonly { readonly text: string }[] =>
        unit.kind === 'spoken' ? unit.lines : unit.kind === 'direction' ? [unit.block] : [],
      ),
    );
    this.#writer = new SpeechWords(make, language, {
      pointed,
      bare,
      shared: sharedLines(units),
    });
  }

  read(): TreePart[] {
    const trailers: TreePart[] = [];
    for (let at = 0; at < this.#units.length; at++) {
      const unit = this.#units[at] as DramaUnit;
      if (unit.kind !== 'front' && unit.kind !== 'pages') this.#parts.push(...this.#front.end());
      switch (unit.kind) {
        case 'pages':
          (this.#speech ? this.#pending : this.#parts).push(...pagesInBlock(unit.block));
          break;
        case 'heading':
          this.#heading(unit.block, unit.heading);
          break;
        case 'castLists':
          this.#end();
          this.#parts.push(...castLists(unit.blocks, this.#make));
          break;
        case 'front':
          this.#parts.push(...this.#front.part(unit.block, unit.as));
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
        case 'direction': {
          const stanzas = unit.bare ? songBelow(this.#units, at) : [];
          if (stanzas.length > 0) this.#song(unit.block, stanzas);
          else this.#direction(unit.block, unit.bare);
          at += stanzas.length;
          break;
        }
        case 'spoken':
          this.#spoken(unit, at);
      }
    }
    this.#end();
    return [...wrapLoose(divideByRank(withHalfTitle(this.#parts))), ...trailers];
  }

  /** Closes the speech: the pending directions do not belong to it. */
  #end(): void {
    this.#parts.push(...this.#pending);
    this.#pending = [];
    this.#speech = undefined;
  }

  #heading(block: MarkedBlock, { type, rank }: DramaHeading): void {
    this.#end();
    const head = this.#make.passage(block, 'heading');
    const acts = this.#units.some((unit) => unit.kind === 'heading' && unit.heading.type === 'act');
    // If there are no acts, a prologue is beside the scenes.
    const level = type === 'preface' && !acts ? 3 : rank;
    this.#parts.push({
      kind: 'heading',
      head,
      rank: level,
      ...(type === undefined ? {} : { type: this.#typeOf(type, level, block.text) }),
    });
  }

  #typeOf(type: string, rank: number, text: string): string {
    if (type === 'preface') return prefaceType(text);
    // A tableau of an act is not an act.
    const has = (of: number) =>
      this.#units.some((it) => it.kind === 'heading' && it.heading.rank === of);
    return rank <= 2 || rank >= 3 ? type : has(2) ? 'scene' : has(3) ? 'act' : type;
  }

  /**
   * The last one ends the play, another one an act or scene; one in the middle of a scene ends
   * neither.
   */
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

  /** A song with its heading; its singer is not stated. */
  #song(heading: MarkedBlock, stanzas: readonly Spoken[]): void {
    this.#end();
    const passage = this.#make.passage(heading, 'heading');
    const indents = indentsOf(stanzas.flatMap(({ lines }) => lines));
    const groups = stanzas.map(({ lines }) => lineGroup(lines, this.#make, indents));
    const [only, ...more] = groups;
    const parts = more.length === 0 ? (only?.parts ?? []) : groups;
    this.#parts.push(this.#make.group('lg', [{ kind: 'passage', passage }, ...parts], 'song'));
  }

  #spoken(unit: Spoken, at: number): void {
    const form = this.#writer.isShared(unit.lines)
      ? 'verse'
      : (unit.form ?? formAround(this.#units, at));
    if (unit.speaker) {
      const { line } = unit.speaker;
      if (unit.lines.length === 0 && !this.#hasWords(at)) {
        // Names above a scene list who is on the stage.
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
      this.#writer.words(unit.lines, form, this.#speech);
    } else this.#unspoken(unit, form);
  }

  /**
   * Whether the text after a speaker's name that is alone in its block can be the speaker's words.
   */
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
    const [begin] = divideBlock(line, start.direction?.end ?? start.length);
    const [name, direction] = start.direction ? divideBlock(begin, start.direction.start) : [begin];
    parts.push({ kind: 'passage', passage: this.#make.passage(name, 'speaker') });
    if (direction) parts.push(this.#writer.stage(direction));
    this.#writer.words(lines, form, parts);
  }

  /**
   * Words without a speaker: below the title, parts of a title; above the first speech of a scene,
   * a direction.
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
}

/** The parts of a speech: its directions, verses and paragraphs. */
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Span } from '../../../engine/model.ts';
import { joinLines, type OutlineLine, pagesInBlock } from '../../../engine/outline/lines.ts';
import type { PassageMaker } from '../../../engine/outline/passage-maker.ts';
import type { TreePart } from '../../../engine/tree.ts';
import type { Language } from '../../../languages/model/language.ts';
import { type Indents, indentsOf, verseLine } from '../../literature/verse-lines.ts';
import type { BareDirections } from '../directions/bare-directions.ts';
import { directionsIn, isDirection } from '../directions/directions.ts';
import { spokenBrackets } from '../directions/spoken-brackets.ts';
import type { SharedLines } from './shared-lines.ts';
import {
  beginStanza,
  isSpoken,
  joinDirections,
  splitDirection,
  versesAmong,
} from './speech-blocks.ts';
import { type SpeechForm, songLines } from './speech-form.ts';

interface SpeechHabits {
  /** The play's directions end with a full stop or are in square brackets. */
  readonly pointed: boolean;
  readonly shared: SharedLines;
  readonly bare: BareDirections;
}

export class SpeechWords {
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #pointed: boolean;

  readonly #shared: SharedLines;
  readonly #bare: BareDirections;

  constructor(make: PassageMaker, language: Language, { pointed, shared, bare }: SpeechHabits) {
    this.#make = make;
    this.#language = language;
    this.#pointed = pointed;
    this.#shared = shared;
    this.#bare = bare;
  }

  /** Whether one of the lines is shared with another speaker. */
  isShared(lines: readonly OutlineLine[]): boolean {
    return lines.some(({ line }) => this.#shared.has(line));
  }

  /** The lines of a speech: directions, verses, paragraphs. */
  words(given: readonly OutlineLine[], form: SpeechForm | undefined, into: TreePart[]): void {
    const verse = form === 'verse';
    const begins = !isSpoken(into);
    const bare = this.#bare.within(given, begins);
    const asides = verse
      ? spokenBrackets(given, this.#language, this.#pointed)
      : new Set<OutlineLine>();
    const lines = joinDirections(given, asides).flatMap((line, at) =>
      splitDirection(line, at === 0 && begins),
    );
    const isStage = (line: OutlineLine) =>
      bare.has(line) || (isDirection(line.text) && !asides.has(line));
    if (form === 'wrapped') {
      const first = lines[0];
      const directions = first && isStage(first) ? [first] : [];
      for (const line of directions) into.push(this.stage(line, bare.has(line)));
      into.push(this.paragraph(joinLines(lines.slice(directions.length))));
      return;
    }
    const spoken = lines.filter((line) => line.text !== '' && !isStage(line));
    const spokenTexts = new Set([...asides].map(({ text }) => text));
    const marksOf = (text: string) =>
      spokenTexts.has(text) ? [] : directionsIn(text, this.#language, verse && this.#pointed);
    const song = songLines(given, bare);
    const songs = verse ? song : new Set([...song, ...versesAmong(lines, isStage)]);
    const stanza = verse && spoken.length > 1 && beginStanza(into, this.#make);
    const indents = indentsOf(
      spoken.filter((line) => !this.#shared.has(line.line) && !song.has(line)),
    );
    if (stanza && spoken.length === lines.filter(({ text }) => text !== '').length) {
      const verses = lines.flatMap((line) => this.#verse(line, indents, marksOf(line.text)));
      into.push(this.#make.group('lg', verses));
      return;
    }
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as OutlineLine;
      if (line.text === '') into.push(...pagesInBlock(line));
      else if (isStage(line)) into.push(this.stage(line, bare.has(line)));
      else if (song.has(line)) {
        let end = at + 1;
        while (song.has(lines[end] as OutlineLine)) end++;
        const run = lines.slice(at, end);
        const inner = indentsOf(run);
        const verses = run.flatMap((one) => this.#verse(one, inner, marksOf(one.text)));
        into.push(this.#make.group('lg', verses));
        at = end - 1;
      } else if (verse || songs.has(line))
        into.push(...this.#verse(line, indents, marksOf(line.text)));
      else into.push(this.paragraph(line));
    }
  }

  #verse(line: OutlineLine, indents: Indents, marks: readonly Span[]): TreePart[] {
    return verseLine(line, this.#make, indents, marks, this.#shared.get(line.line));
  }

  /** `inferred`: no brackets mark it as a direction. */
  stage(line: MarkedBlock, inferred = false): TreePart {
    const passage = this.#make.passage(line, 'stage', inferred ? { inferred } : {});
    return { kind: 'passage', passage };
  }

  paragraph(block: MarkedBlock): TreePart {
    const marks = directionsIn(block.text, this.#language);
    return {
      kind: 'passage',
      passage: this.#make.passage(block, 'paragraph', marks.length === 0 ? {} : { marks }),
    };
  }
}

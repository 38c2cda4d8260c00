/** The parts of a speech: its directions, verses and paragraphs. */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { joinLines, type OutlineLine, pagesOf } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';
import { indentsOf, lineGroup, verseLine } from '../literature/verse-lines.ts';
import { directionsIn, isDirection } from './directions.ts';
import {
  beginStanza,
  isSpoken,
  joinDirections,
  splitDirection,
  versesAmong,
} from './speech-blocks.ts';
import type { SpeechForm } from './speech-form.ts';
import { spokenBrackets } from './spoken-brackets.ts';

export class SpeechWords {
  readonly #make: PassageMaker;
  readonly #language: Language;
  /** The play's directions end with a full stop. */
  readonly #pointed: boolean;

  constructor(make: PassageMaker, language: Language, pointed: boolean) {
    this.#make = make;
    this.#language = language;
    this.#pointed = pointed;
  }

  /** The lines of a speech: directions, verses, paragraphs. */
  words(given: readonly OutlineLine[], form: SpeechForm | undefined, into: TreePart[]): void {
    const verse = form === 'verse';
    const asides = verse
      ? spokenBrackets(given, this.#language, this.#pointed)
      : new Set<OutlineLine>();
    const lines = joinDirections(given, asides).flatMap((line, at) =>
      splitDirection(line, at === 0 && !isSpoken(into)),
    );
    if (form === 'wrapped') {
      const first = lines[0];
      const directions = first && isDirection(first.text) ? [first] : [];
      for (const line of directions) into.push(this.stage(line));
      into.push(this.paragraph(joinLines(lines.slice(directions.length))));
      return;
    }
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
      else if (isStage(line)) into.push(this.stage(line));
      else if (verse || songs.has(line))
        into.push(...verseLine(line, this.#make, indents, marksOf(line.text)));
      else into.push(this.paragraph(line));
    }
  }

  stage(line: MarkedBlock): TreePart {
    return { kind: 'passage', passage: this.#make.passage(line, 'stage') };
  }

  paragraph(block: MarkedBlock): TreePart {
    const marks = directionsIn(block.text, this.#language);
    return {
      kind: 'passage',
      passage: this.#make.passage(block, 'paragraph', marks.length === 0 ? {} : { marks }),
    };
  }
}

/**
 * Headings of acts and scenes in other forms than their word with a number: a number alone, as
 * editions of ancient plays have it, or the word within a phrase; and the title above them.
 */
import type { OutlineLine } from '../../engine/outline/lines.ts';
import type { Language } from '../../languages/model/language.ts';
import { isNumberAlone, type RecognizedHeading, readHeading } from '../common/headings.ts';
import { repeats } from '../literature/title-page.ts';

const ACT: RecognizedHeading = { type: 'act', rank: 2 };
const SCENE: RecognizedHeading = { type: 'scene', rank: 3 };

/**
 * What a number alone heads in a play, by its form: Roman numbers are acts where Arabic ones are
 * scenes. Nothing where acts or scenes are named, or the numbers do not begin with 1.
 */
export class NumberedHeadings {
  readonly #roman: boolean;
  readonly #arabic: boolean;
  readonly #counted: ReadonlySet<string>;

  /** `counted`: lines in which a word with a number counts up. */
  constructor(
    blocks: readonly (readonly OutlineLine[])[],
    language: Language,
    counted: ReadonlySet<string>,
  ) {
    this.#counted = counted;
    const singles = blocks.flatMap((lines) => {
      const words = lines.filter(({ text }) => text !== '');
      return words.length === 1 ? words.map(({ text }) => text) : [];
    });
    const named = singles.some((text) => {
      const type = readHeading(text, language)?.type;
      return type === 'act' || type === 'scene';
    });
    const numbers = named ? [] : singles.filter(isNumberAlone);
    const isSeries = (first: RegExp, any: RegExp) => {
      const series = numbers.filter((text) => any.test(text));
      return series.length > 1 && first.test(series[0] ?? '');
    };
    this.#roman = isSeries(/^I\.?$/, /^[IVXLC]+\.?$/);
    this.#arabic = isSeries(/^1\.?$/, /^\d+\.?$/);
  }

  read(text: string): RecognizedHeading | undefined {
    if (this.#counted.has(text)) return SCENE;
    if (this.#roman && /^[IVXLC]+\.?$/.test(text)) return this.#arabic ? ACT : SCENE;
    return this.#arabic && /^\d{1,2}\.?$/.test(text) ? SCENE : undefined;
  }
}

/** "Die erste der drei Szenen": a short line with the word for an act or a scene. */
export function headingByWord(text: string, language: Language): RecognizedHeading | undefined {
  if (text.length > 50 || /[,;:!?.]$/.test(text)) return undefined;
  const words = text.split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (words.length < 2) return undefined;
  for (const type of ['act', 'scene'] as const) {
    const form = language.divisions[type];
    const isWord = (word: string) => form?.test(`${word} 1`) === true;
    if (!words.some((word) => isWord(word) || isWord(word.replace(/n$/, '')))) continue;
    const heading = readHeading(`${words.find(isWord) ?? ''} 1`, language);
    return heading ?? (type === 'act' ? ACT : SCENE);
  }
  return undefined;
}

/** Blocks above the first act or scene that begin with the title: no speaker has that name. */
export function titlesAbove(
  blocks: readonly (readonly OutlineLine[])[],
  title: string,
  language: Language,
): ReadonlySet<number> {
  const firsts = blocks.map((lines) => lines.find(({ text }) => text !== '')?.text ?? '');
  const types = firsts.map((text) => readHeading(text, language)?.type);
  const end = types.findIndex((type) => type === 'act' || type === 'scene');
  return new Set([...firsts.keys()].filter((at) => at < end && repeats(firsts[at] ?? '', title)));
}

/** Whether the lines of a speech are verse or prose, as far as they show it. */
import type { OutlineLine } from '../../../engine/outline/lines.ts';
import { isWrapped, LONGEST_VERSE } from '../../../engine/outline/wrapping.ts';
import type { Language } from '../../../languages/model/language.ts';
import type { BareDirections } from '../directions/bare-directions.ts';
import { isDirection } from '../directions/directions.ts';
import { spokenBrackets } from '../directions/spoken-brackets.ts';

/** Verses, a paragraph broken into lines, or paragraphs of a line each. */
export type SpeechForm = 'verse' | 'wrapped' | 'prose';

/** How the speeches of a play are read. */
export interface SpeechReading {
  readonly language: Language;
  /** At which the play's prose is broken. */
  readonly width: number | undefined;
  readonly bare: BareDirections;
}

/** No form if the lines do not show it; `begins`: the speaker is right above. */
export function speechFormOf(
  given: readonly OutlineLine[],
  { language, width, bare }: SpeechReading,
  begins: boolean,
): { readonly form?: SpeechForm } {
  const directions = bare.within(given, begins);
  const song = songLines(given, directions);
  const lines = given.filter((line) => !song.has(line));
  const asides = spokenBrackets(lines, language, false);
  const isSpoken = (line: OutlineLine) =>
    asides.has(line) || (!isDirection(line.text) && !directions.has(line));
  const words = lines.filter((line) => line.text !== '' && isSpoken(line));
  if (words.some(({ text }) => lengthSpoken(text) > LONGEST_VERSE)) return { form: 'prose' };
  if (isWrapped(words, width)) return { form: 'wrapped' };
  return hasNeighbours(lines, isSpoken) ? { form: 'verse' } : {};
}

/** From this number of spaces on, lines of a song are indented. */
const SET_IN = 3;

/**
 * The lines of a song within a speech in prose: several that are indented farther than its other
 * words, which are single lines.
 */
export function songLines(
  given: readonly OutlineLine[],
  directions: ReadonlySet<OutlineLine>,
): ReadonlySet<OutlineLine> {
  const words = given.filter(
    (line) => line.text !== '' && !directions.has(line) && !isDirection(line.text),
  );
  const margin = Math.min(...words.map(({ indent }) => indent));
  const song = words.filter(({ indent }) => indent >= margin + SET_IN);
  const from = words.indexOf(song[0] as OutlineLine);
  const run = words.slice(from, from + song.length);
  const others = words.length - song.length;
  const whole =
    song.length > 1 && others > 0 && others < 3 && run.every((line, at) => line === song[at]);
  return new Set(whole ? song : []);
}

/** The length of a line without its directions. */
export function lengthSpoken(text: string): number {
  return text.length <= LONGEST_VERSE
    ? text.length
    : text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').length;
}

/** Two successive spoken lines without a direction between them. */
function hasNeighbours(
  lines: readonly OutlineLine[],
  isSpoken: (line: OutlineLine) => boolean,
): boolean {
  const spoken = lines.filter(({ text }) => text !== '').map(isSpoken);
  return spoken.some((is, at) => is && spoken[at + 1] === true);
}

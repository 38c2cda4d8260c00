/** What the kinds of growing documents are made of: words, sentences, chains, registers. */

/** What `count` gives: the body of the text, and what else the kind needs. */
export interface Parts {
  readonly body: string;
  readonly front?: string;
  readonly back?: string;
  readonly standOff?: string;
  /** Within sourceDesc. */
  readonly source?: string;
  /** Beside the text: facsimile or sourceDoc. */
  readonly beside?: string;
}

export type Kind = (count: number) => Parts;

export const times = (count: number, make: (at: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join(between);

/** Words that differ, so that no step profits from equal strings. */
const WORDS =
  'the minister of state wrote that no answer had come before noon and asked for further orders'.split(
    ' ',
  );
export const word = (at: number): string => `${WORDS[(at * 7) % WORDS.length]}${at % 97}`;
export const phrase = (at: number, words = 8): string =>
  times(words, (n) => word(at * words + n), ' ');
export const sentence = (at: number): string => `On that day ${phrase(at)}.`;
export const paragraph = (at: number, content: string): string =>
  `<p xml:id="g-p${at}">${content}</p>`;

/** `count` elements in chains of `depth`, each within the one before. */
export function chains(
  count: number,
  depth: number,
  open: (at: number) => string,
  close: string,
): string {
  const chain = (first: number, long: number): string =>
    times(long, (n) => `${open(first + n)}${word(n)} `) + close.repeat(long);
  return times(
    Math.ceil(count / depth),
    (n) => chain((n - 1) * depth, Math.min(depth, count - (n - 1) * depth)),
    '\n',
  );
}

const person = (at: number): string =>
  `<person xml:id="p${at}"><persName><forename>Ada${at}</forename> <surname>Byron${at}</surname></persName></person>`;
export const persons = (count: number): string =>
  `<standOff><listPerson>${times(count, person, '\n')}</listPerson></standOff>`;

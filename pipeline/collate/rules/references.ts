/** Names words of a witness so that a rule finds them again after the transcription has changed. */
import type { Witness } from '../model/model.ts';
import { type LocatedWords, Locator } from './locate.ts';
import type { LemmaRule, WitnessReference } from './model.ts';

/** This many words on each side are tried before places are counted. */
const MOST_NEIGHBOURS = 3;

/**
 * The shortest reference that is found at this place only. Undefined if the words cannot be
 * named: tokens of a JSON file that have spaces inside.
 */
export function referenceTo(
  witnesses: readonly Witness[],
  { witness, from, to }: LocatedWords,
): WitnessReference | undefined {
  const own = witnesses[witness];
  if (!own || from < 0 || to > own.tokens.length || from >= to) return undefined;
  const words = (start: number, end: number): string =>
    own.tokens
      .slice(Math.max(0, start), end)
      .map(({ text }) => text)
      .join(' ');
  const bare = { witness: own.siglum, words: words(from, to) };
  const locator = new Locator(witnesses, '');
  const isFound = (reference: WitnessReference): boolean => {
    const found = locator.locate(reference, PROBE);
    return found?.witness === witness && found.from === from && found.to === to;
  };
  if (isFound(bare)) return bare;
  for (let count = 1; count <= MOST_NEIGHBOURS; count++) {
    const before = words(from - count, from);
    const after = words(to, to + count);
    const tried: WitnessReference[] = [
      ...(before === '' ? [] : [{ ...bare, before }]),
      ...(after === '' ? [] : [{ ...bare, after }]),
      ...(before === '' || after === '' ? [] : [{ ...bare, before, after }]),
    ];
    const found = tried.find(isFound);
    if (found) return found;
  }
  const same = locator
    .everywhere(own.tokens[from]?.text ?? '', own.siglum)
    .filter((place) => words(place.from, place.from + to - from) === bare.words);
  const numbered = { ...bare, n: same.findIndex((place) => place.from === from) + 1 };
  return numbered.n > 0 && isFound(numbered) ? numbered : undefined;
}

/** A rule for the locator's findings, which are not used here. */
const PROBE: LemmaRule = { kind: 'lemma', at: { witness: '', words: '' }, line: 1, column: 1 };

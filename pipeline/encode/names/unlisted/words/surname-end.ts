/**
 * The end of a name: particles, double names, and the words that end a sequence of capitalized
 * words.
 */

import { abbreviatedForename } from '../../persons/forms/given-names.ts';
import type { NameToken } from '../../words/tokens.ts';
import type { OrdinaryWords } from './words.ts';

/** The sign between the halves of a double name; older prints have "=". */
const DOUBLE = /^[-\u2010\u2011=]$/;

/** Particles in the middle of titles and pairs only: “Duke of Devonshire”, “Olga und Arthur”. */
export const NO_PARTICLE = /^(?:of|and|und|y|e|am|zu|zum|zur|the)$/;

/** The end of the surname that begins at `at`; `at` if there is none. */
export function surnameEnd(
  tokens: readonly NameToken[],
  at: number,
  from: number,
  free: (index: number) => boolean,
  words: OrdinaryWords,
  titled: boolean,
): number {
  let end = at;
  const courteous = titled && at === from && words.isCourtesy(tokens[from - 1] as NameToken);
  const more = (index: number) =>
    index < tokens.length && free(index) && (index === from || continues(tokens, index, words));
  while (more(end) && isSurnameParticle(tokens, end, words) && end - at < 3) end++;
  const most = words.lexicon.capitalNouns
    ? titled && at === from
      ? 2
      : 1
    : titled || at > from
      ? 2
      : 3;
  let count = 0;
  while (more(end) && count < most) {
    const token = tokens[end] as NameToken;
    // "Dr. Welsh", "J. C. King".
    const isName = count === 0 && (courteous || (at > from && words.lexicon.isCommon(token.key)));
    const isOther = isName
      ? words.lexicon.isClosed(token.key)
      : words.isNever(token) || words.isTitle(token);
    if (!token.capital || token.initial || isOther) break;
    // After one surname an ordinary word ends the name: "Mr. Page Ambassador".
    if (count > 0 && words.isOrdinary(token)) break;
    end++;
    count++;
    while (DOUBLE.test(tokens[end]?.gap ?? '') && tokens[end]?.capital && free(end)) end++;
  }
  return count > 0 ? end : at;
}

function isSurnameParticle(
  tokens: readonly NameToken[],
  at: number,
  words: OrdinaryWords,
): boolean {
  const token = tokens[at];
  if (token === undefined || NO_PARTICLE.test(token.key)) return false;
  if (words.lexicon.isParticle(token.key)) return true;
  // "Sophie von La Roche", "Karl de la Motte".
  return /^l[aeo]s?$/.test(token.key) && words.lexicon.isParticle(tokens[at - 1]?.key ?? '');
}

/** The token continues the sequence: no comma, no end of a sentence before it. */
export function continues(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return false;
  if (token.gap === ' ') return true;
  if (DOUBLE.test(token.gap)) return token.capital;
  if (token.gap !== '. ' && token.gap !== '.') return false;
  return (
    before.initial ||
    // "v. Werther".
    before.text === 'v' ||
    (words.isTitle(before) && before.text.length < 6) ||
    abbreviatedForename(before.key) ||
    before.key === 'st'
  );
}

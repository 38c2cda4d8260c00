/**
 * Whether words beside a name may belong to it, so that the name is a part of a longer one: another
 * person's, or not all of this one's.
 */
import type { NameIndex } from '../index/name-index.ts';
import { allLanguages, isInstitutional, isPlaceName } from '../words/lexicon.ts';
import { HYPHEN, type NameToken } from '../words/tokens.ts';
import { isParticle } from './forms/forms.ts';
import { abbreviatedForename, commonForename } from './forms/given-names.ts';
import { mayContinue } from './name-or-word.ts';

/** A name in a text: its tokens, and what is written beside the surname. */
interface NameBounds {
  readonly first: number;
  readonly last: number;
  /** The first token of the surname. */
  readonly surname: number;
  readonly given: readonly string[];
  readonly title: readonly string[];
}

/** Words beside the name may belong to it, or to a name that only begins like it. */
export function isLoose(tokens: readonly NameToken[], name: NameBounds, index: NameIndex): boolean {
  const { first, last, surname, given, title } = name;
  const isBare = given.length === 0;
  // "Richter Caroline" may be two names; "Richter, Caroline" is a register's.
  const isReversed = !isBare && first === surname && tokens[last]?.gap === ' ';
  // "Washington Territory", which a list has among its persons.
  const isThing = given.some(
    (key) => key.length > 2 && index.words.isListed(key) && !commonForename(key),
  );
  return (
    isReversed ||
    isThing ||
    (isBare && mayContinue(tokens, last, index)) ||
    mayBeginEarlier(tokens, first, isBare && title.length === 0, index) ||
    mayEndLater(tokens, last)
  );
}

/**
 * `Enoch` before "Lincoln", `Ed:` before "Semmes", `Philipp von` before "Fellenberg",
 * `Mecklenburg-` before "Strelitz". `bare`: no forename and no title is written.
 */
function mayBeginEarlier(
  tokens: readonly NameToken[],
  first: number,
  bare: boolean,
  index: NameIndex,
): boolean {
  const name = tokens[first];
  const before = tokens[first - 1];
  if (!name || !before) return false;
  if (HYPHEN.test(name.gap)) return true;
  if (/^ $/.test(name.gap) && !before.capital && isParticle(before.key)) {
    const leader = tokens[first - 2];
    return leader?.capital === true && before.gap === ' ' && isForenameLike(leader, index);
  }
  if (!before.capital || !/^(?:[ \u00a0]{1,2}|[.:] )$/.test(name.gap)) return false;
  const isShort = before.text.length <= 5;
  if (/^[.:]/.test(name.gap) && !isShort) return false;
  return isForenameLike(before, index) || (bare && name.gap === ' ' && isUnknown(before, index));
}

/** `-Strelitz` behind "Mecklenburg". */
function mayEndLater(tokens: readonly NameToken[], last: number): boolean {
  const next = tokens[last + 1];
  return next?.capital === true && HYPHEN.test(next.gap);
}

function isForenameLike({ key, initial }: NameToken, { forenames, words }: NameIndex): boolean {
  if (initial || abbreviatedForename(key)) return true;
  if (words.isTitle(key) || words.isCommon(key) || words.isMonth(key)) return false;
  return commonForename(key) || (forenames.has(key) && !words.isListed(key));
}

/**
 * A word with a capital of its own that is not otherwise known. Where nouns have capitals, it is in
 * no dictionary.
 */
function isUnknown({ key, shout }: NameToken, index: NameIndex): boolean {
  const { words, lowerCase, forms, phrases } = index;
  if (shout || /\d/.test(key) || words.isCommon(key)) return false;
  if (words.isTitle(key) || words.isMonth(key) || words.isWeekday(key)) return false;
  if (words.capitalNouns && (words.isListed(key) || lowerCase.has(key))) return false;
  if (forms.has(key) || phrases.next.has(key)) return false;
  return !isPlaceName(key) && !isInstitutional(key) && !allLanguages.isClosed(key);
}

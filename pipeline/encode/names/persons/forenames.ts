/**
 * The forenames and initials beside a surname, and the persons they fit.
 *
 * Takes the tokens around a surname, and the forms that have it. Returns which words belong to the
 * name, and the forms that they fit.
 */
import { forenameToo } from '../../../authorities/titles.ts';
import type { NameIndex } from '../index/name-index.ts';
import { isDotted, isPlaceName } from '../words/lexicon.ts';
import type { NameToken } from '../words/tokens.ts';
import { abbreviatedForename, commonForename, sameForename } from './forms/given-names.ts';
import type { Form } from './forms/model.ts';

/** A line break ends a name: in the reading text it is one of the document's own. */
const NAME_GAP = /^(?:\. ?|[ \u00a0]{1,2}| \. |\. {2})$/;
const GENERATIONS = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq']);

/**
 * "Bruce William R. Tyler", where names follow each other without punctuation: the forenames that
 * fit somebody, without the words before them. They begin with a forename in full: "Joseph F." is
 * not "John F.".
 */
export function withoutNameBefore(run: Forenames, forms: readonly Form[]): Forenames {
  if (run.keys.length < 2 || fitForenames(forms, run.keys)) return run;
  for (let skip = 1; skip < run.keys.length; skip++) {
    const keys = run.keys.slice(skip);
    if ((keys[0]?.length ?? 0) > 1 && allFit(forms, keys)) return { first: run.first + skip, keys };
  }
  return run;
}

function allFit(forms: readonly Form[], keys: readonly string[]): boolean {
  return forms.some((form) =>
    keys.every((key) => form.forenames.some((name) => fitsForename(name, key))),
  );
}

/** Persons whom all written forenames fit, else those whom they fit except for an initial. */
export function bestFitting(forms: readonly Form[], given: readonly string[]): readonly Form[] {
  const whole = forms.filter((form) =>
    given.every((key) => form.forenames.some((name) => fitsForename(name, key))),
  );
  return whole.length > 0 ? whole : forms.filter((form) => fitsForenames(form, given));
}

export function fitForenames(forms: readonly Form[], keys: readonly string[]): boolean {
  return forms.some((form) => fitsForenames(form, keys));
}

/** "D. Calligeris reports": a letter that numbers a paragraph. */
export function isEnumerator(tokens: readonly NameToken[], first: number): boolean {
  const token = tokens[first];
  return token?.initial === true && (first === 0 || /[.:;)/&]\s*$/.test(token.gap));
}

/** "Dear Dean:" names by forename (`short-names.ts`). */
export function isForenameSalutation(tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    tokens[at - 1]?.key === 'dear' &&
    token.gap === ' ' &&
    commonForename(token.key)
  );
}

interface Forenames {
  readonly first: number;
  readonly keys: readonly string[];
}

/**
 * The initials and forenames before a surname. A word that is neither in the list nor common as a
 * forename ends them.
 */
export function forenamesBefore(
  tokens: readonly NameToken[],
  at: number,
  forms: readonly Form[],
  index: NameIndex,
): Forenames {
  let first = at;
  const keys: string[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    const gap = tokens[i + 1]?.gap ?? '';
    if (!token?.capital || !NAME_GAP.test(gap)) break;
    const own = forms.some((form) => form.forenames.some((name) => fitsForename(name, token.key)));
    // "Sie" abbreviates no "Siegfried"; "A." is an initial, not the article.
    const isWord = !token.initial && index.words.isClosed(token.key);
    if (isWord && !isListedForename(token.key, forms)) break;
    // "GW Anderson"; in German "FA" abbreviates a compound.
    if (
      !index.words.capitalNouns &&
      /^\p{Lu}{2,3}$/u.test(token.text) &&
      !own &&
      allFit(forms, [...token.key])
    ) {
      keys.unshift(...token.key);
      return { first: i, keys };
    }
    if (token.initial) {
      // "Plan A. Rusk said" would be an initial too; a letter at the end of a sentence is rarer
      // than an initial.
      if (gap.startsWith('.') || own) {
        keys.unshift(token.key);
        first = i;
        continue;
      }
      break;
    }
    if (
      gap.includes('.') &&
      !abbreviatedForename(token.key) &&
      !(own && token.text.length <= 5) &&
      !(token.text.length <= 4 && abbreviates(token.key, forms))
    )
      break;
    if (
      !own &&
      !abbreviatedForename(token.key) &&
      !isForename(token, tokens[i - 1], index) &&
      !abbreviates(token.key, forms)
    )
      break;
    keys.unshift(token.key);
    first = i;
  }
  const letters = keys.filter((key) => key.length === 1).join('');
  // "the U.S. Rusk" is not initials, but "A.M. Rosenson" is if the list has an Alexander M.
  const dotted = letters.length === keys.length && letters.length > 1 && isDotted(letters);
  if (dotted && !fitForenames(forms, keys)) return { first: at, keys: [] };
  return { first, keys };
}

function isListedForename(key: string, forms: readonly Form[]): boolean {
  return forms.some(({ forenames }) => forenames.some((name) => sameForename(name, key)));
}

/** "McG. Bundy", "Geo. Ball". */
function abbreviates(key: string, forms: readonly Form[]): boolean {
  return (
    key.length > 1 &&
    forms.some((form) =>
      form.forenames.some((name) => name.length > key.length && name.startsWith(key)),
    )
  );
}

function isForename(token: NameToken, before: NameToken | undefined, index: NameIndex): boolean {
  const { key } = token;
  if (index.words.isTitle(key) && !(forenameToo(key) && before === undefined)) return false;
  if (index.words.isMonth(key) || index.words.isCommon(key)) return false;
  return (
    commonForename(key) || (index.forenames.has(key) && !isPlaceName(key) && !index.forms.has(key))
  );
}

/**
 * "Thanom Kittikachorn", listed as "Thanom, Kittikatchorn", and "Ellicott, Martha": the forename
 * after the surname. "Ellicott, Wm." is another person's.
 */
export function forenameAfter(
  tokens: readonly NameToken[],
  last: number,
  forms: readonly Form[],
): { last: number; keys: readonly string[] } {
  const next = tokens[last + 1];
  const isReversed = next?.gap === ', ';
  if (!next?.capital || next.text.length < 2 || !(isReversed || next.gap === ' '))
    return { last, keys: [] };
  const fits = forms.some((form) =>
    form.forenames.some((name) => name.length > 2 && sameForename(name, next.key)),
  );
  const isShortened =
    isReversed && abbreviatedForename(next.key) && tokens[last + 2]?.gap.startsWith('.') === true;
  // "Dulles, Allen Welsh": the forename of the next name in a row.
  const isNextName = isReversed && tokens[last + 2]?.capital && tokens[last + 2]?.gap === ' ';
  return (fits && !isNextName) || isShortened
    ? { last: last + 1, keys: [next.key] }
    : { last, keys: [] };
}

export function generationAfter(
  text: string,
  tokens: readonly NameToken[],
  last: number,
): { last: number; end: number; generation?: string } {
  const next = tokens[last + 1];
  const end = tokens[last]?.end ?? 0;
  if (!next || !GENERATIONS.has(next.key) || !/^,?\s$/.test(next.gap)) return { last, end };
  return {
    last: last + 1,
    end: text[next.end] === '.' && next.key.length === 2 ? next.end + 1 : next.end,
    ...(next.key === 'esq' ? {} : { generation: next.key }),
  };
}

/** The written forenames are this person's: each matches one of theirs, and none contradicts. */
function fitsForenames(form: Form, keys: readonly string[]): boolean {
  const fits = keys.filter((key) => form.forenames.some((name) => fitsForename(name, key)));
  if (fits.length === keys.length) return true;
  if (fits.length === 0) return false;
  // "Robert H. Johnson" matches the list's "Johnson, Robert"; "Robert Kennedy" does not match its
  // "Kennedy, John F.".
  const [key = ''] = keys;
  return (
    fits.includes(key) ||
    keys.filter((other) => !fits.includes(other)).every((other) => other.length === 1)
  );
}

/** The written forename or initial is this one of the list, or an abbreviation of it. */
export function fitsForename(name: string, key: string): boolean {
  if (key.length === 1) return name[0] === key;
  if (name.length === 1) return false;
  return (
    sameForename(name, key) || (key.length > 2 && name.length > key.length && name.startsWith(key))
  );
}

/** Only white space between, or the full stop of an initial. */
export function joinsName(gap: string): boolean {
  return NAME_GAP.test(gap);
}

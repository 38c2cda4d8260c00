/** Decides whether words that look like a person’s name are one. */

import type { NameIndex } from '../index/name-index.ts';
import {
  allLanguages,
  isInstitutional,
  isPlaceName,
  type Lexicon,
  namesContainer,
} from '../words/lexicon.ts';
import type { NameToken } from '../words/tokens.ts';
import { isParticle } from './forms/forms.ts';
import { commonForename } from './forms/given-names.ts';
import type { Form } from './forms/model.ts';

/**
 * The word right before the name, if it can only be a forename that no list has ("Mahatma Gandhi"):
 * it has a capital, and is not a title, an ordinary word or another name of the list. Uncertain at
 * the beginning of a sentence and after "in". In languages in which nouns have capitals this is not
 * decided.
 */
export function otherForename(
  tokens: readonly NameToken[],
  first: number,
  index: NameIndex,
): { word: NameToken; sure: boolean } | undefined {
  const at = first - 1;
  const token = tokens[at];
  const name = tokens[first];
  if (!token?.capital || token.initial || name?.gap !== ' ' || token.text.length < 3)
    return undefined;
  if (token.shout !== (name.shout && name.text.length > 1) || /[\p{N}'’]/u.test(token.text))
    return undefined;
  const { key } = token;
  const { words } = index;
  if (words.capitalNouns || /\p{Ll}\p{Lu}/u.test(token.text)) return undefined;
  if (!isUnknown(key, index) || isParticle(key)) return undefined;
  if (/(?:ese|ish|ist|ian|ean|man|ly|ais|aise)s?$/.test(key)) return undefined;
  const before = tokens[at - 1];
  if (before && words.isDeterminer(before.key) && token.gap === ' ') return undefined;
  // "Pen Valpy": an ordinary word with a capital of its own; at the beginning of a sentence it is
  // only a word.
  const ordinary = words.isCommon(key);
  const opens = !before || /[^\p{L}\p{N}\s]\s*$/u.test(token.gap) || token.gap.includes('\n');
  if (ordinary)
    return opens || !SHORT_NAME.test(token.text) ? undefined : { word: token, sure: false };
  return { word: token, sure: !opens && !/^(?:in|at|en|dans|a|anti|pro)$/.test(before.key) };
}

/** A short form of a forename that is an ordinary word too: "Pen", "Bob", "Will". */
const SHORT_NAME = /^\p{Lu}\p{Ll}{2,3}$/u;

/**
 * The words name an institution, a collection, a container or a place that is called after a
 * person.
 */
export function isThingName(
  tokens: readonly NameToken[],
  first: number,
  last: number,
  { words }: NameIndex,
): boolean {
  const after = tokens[last + 1];
  const before = tokens[first - 1];
  const gap = tokens[first]?.gap ?? '';
  // "Post-1963"
  if (after && /^[-–]$/.test(after.gap) && /^\p{N}/u.test(after.text)) return true;
  // "Handels- und Gewerbekammer"
  if (words.capitalNouns && after && /^-[ ,]/.test(after.gap)) return true;
  if (after?.capital && /^\s{1,2}$/.test(after.gap) && words.makesThing(after.key)) return true;
  // "Rubottom–Mann Files"
  const beyond = tokens[last + 2];
  if (
    after?.capital &&
    /^[-–]$/.test(after.gap) &&
    beyond?.capital &&
    beyond.gap === ' ' &&
    words.makesThing(beyond.key)
  )
    return true;
  if (before?.capital && /^(?:\.?\s|[-–])$/.test(gap) && words.makesPlace(before.key)) return true;
  if (before?.capital && gap === ' ' && words.isPlaceAdjective(before.key)) return true;
  if (before && /^\s?$/.test(gap) && namesContainer(before.key)) return true;
  // "May 4" is a day, "Page 7" a page; a number after another name does not belong to it.
  const { key = '' } = tokens[last] ?? {};
  const counted = words.isMonth(key) || (first === last && words.isCommon(key));
  return counted && /^\s\d/.test(`${after?.gap ?? ''}${after?.text ?? ''}`);
}

/** "Christiane von Klencke", "Carl August Böttiger": only forenames, before another surname. */
export function isGivenName(
  tokens: readonly NameToken[],
  first: number,
  last: number,
  { forms, words }: NameIndex,
): boolean {
  const next = tokens[last + 1];
  if (next?.gap !== ' ' || !tokens.slice(first, last + 1).every(({ key }) => commonForename(key)))
    return false;
  if (next.capital) return forms.has(next.key) && !words.isTitle(next.key);
  return isParticle(next.key) && tokens[last + 2]?.capital === true;
}

/**
 * Initials that the list has as the whole name ("B., Miss", "J. S.") name no person where they are
 * among other initials and names, nor without a title if they are a single one.
 */
export function isBareInitials(
  forms: readonly Form[],
  tokens: readonly NameToken[],
  first: number,
  last: number,
  titled: boolean,
): boolean {
  if (!forms.some(({ words }) => words.every((word) => word.length === 1))) return false;
  if (first === last && !titled) return true;
  const joined = (token: NameToken | undefined, gap: string | undefined): boolean =>
    token?.capital === true && /^\.?\s?$/.test(gap ?? '');
  return (
    (!titled && joined(tokens[first - 1], tokens[first]?.gap)) ||
    joined(tokens[last + 1], tokens[last + 1]?.gap)
  );
}

/** Titles before the name of a country, not a surname. */
const NOBLE = /^(?:duke|duchess|earl|count|countess|prince|princess|marquis|marquess|viscount)$/;

/** "the Duke of York" is not a Mr. York. */
export function isLandOfRuler(tokens: readonly NameToken[], at: number): boolean {
  const link = tokens[at - 1];
  return (
    link !== undefined &&
    !link.capital &&
    /^(?:of|von|de|du)$/.test(link.key) &&
    (allLanguages.isRuler(tokens[at - 2]?.key ?? '') || NOBLE.test(tokens[at - 2]?.key ?? ''))
  );
}

/** The key itself or, in the genitive, a listed surname is in the dictionary. */
function isNoun(key: string, forms: readonly Form[], words: Lexicon): boolean {
  return words.isListed(key) || forms.some(({ words: [own = ''] }) => words.isListed(own));
}

/**
 * The surname alone is a common word, a month or a place, or the person has only a forename ("Paul
 * VI").
 */
export function isDoubtful(
  token: NameToken | undefined,
  forms: readonly Form[],
  { words }: NameIndex,
): boolean {
  if (!token || words.isCommon(token.key) || words.isMonth(token.key) || words.isWeekday(token.key))
    return true;
  if (isPlaceName(token.key) || words.isTitle(token.key)) return true;
  // "Handel", "Flachs": where nouns have capitals, the capital is not evidence.
  if (words.capitalNouns && isNoun(token.key, forms, words)) return true;
  const numbered = ({ person }: Form) =>
    person.titles.size > 0 || person.entry.names.some(({ generation }) => generation);
  return (
    commonForename(token.key) && forms.every((form) => form.kind === 'exact' && numbered(form))
  );
}

/**
 * A name that no list has may belong to the surname before it: "Gandhi, Mohandas", "Vaughan
 * Williams". It makes it another person's name.
 */
export function mayContinue(tokens: readonly NameToken[], last: number, index: NameIndex): boolean {
  const next = tokens[last + 1];
  const name = tokens[last];
  if (!next?.capital || next.initial || next.shout || name?.shout) return false;
  if (!isUnknown(next.key, index) || index.words.isCommon(next.key) || /\d/.test(next.key))
    return false;
  if (next.gap === ' ') return !index.words.capitalNouns;
  return next.gap === ', ';
}

/** The word is no name of the list, and not a word that often has a capital. */
function isUnknown(key: string, { words, forms, lowerCase, phrases }: NameIndex): boolean {
  if (forms.has(key) || phrases.next.has(key) || lowerCase.has(key)) return false;
  if (words.isTitle(key) || words.isMonth(key) || words.isWeekday(key)) return false;
  return !isPlaceName(key) && !isInstitutional(key) && !words.makesThing(key);
}

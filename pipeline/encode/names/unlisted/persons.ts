/** Persons by form: title and name, forename and surname, initials, signatures and salutations. */
import { HOLDER, OFFICES } from '../persons/office-words.ts';
import { HYPHEN, type NameToken } from '../words/tokens.ts';
import { givenNames } from './given.ts';
import { isLastInitial, isNumberOrShip, isPostscriptMark } from './initials.ts';
import type { NamePassage, NameRun, RuleName } from './model.ts';
import { isStreet } from './places.ts';
import { isDetermined } from './words/determined.ts';
import { continues, surnameEnd } from './words/surname-end.ts';
import {
  DEAR_ADJECTIVE,
  isKnownWord,
  isSurname,
  isSurnameAfterForename,
  namesThing,
} from './words/surname-words.ts';
import { beginsSentence, type OrdinaryWords } from './words/words.ts';

export function personAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
  role: NamePassage['role'],
): NameRun | undefined {
  const free = (index: number) => !taken[index];
  let from = at;
  while (free(from) && isTitle(tokens, from, words) && continues(tokens, from + 1, words)) from++;
  if (from > at) from = afterPortfolio(tokens, from, words);
  const titled = from > at;
  // "Gulf of St. Lawrence".
  if (titled && tokens[from - 1]?.key === 'st') {
    // "Mr. St. Quentin".
    const before = tokens[from - 2];
    if (from - at < 2 || !before || !words.isCourtesy(before) || !tokens[from]?.capital)
      return undefined;
    return { from: from - 1, end: from + 1, kind: 'person', rule: 'courtesy-name', titleFrom: at };
  }
  const { end: given, forenames, initials } = givenNames(tokens, from, free, words, titled);
  const end = surnameEnd(tokens, given, from, free, words, titled);
  // "Prince George County".
  if (titled && [end - 1, end].some((one) => tokens[one]?.key === 'county')) return undefined;
  const place = words.placeAt(tokens, from);
  // "Santo Domingo": the whole name is a place.
  const isPlace = place?.rank === 'listed' && end - from > 1 && place.count === end - from;
  if (isPlace && !titled) return undefined;
  // "Charles Francis Adams": the last of several forenames may be the surname.
  if (end === given && forenames >= 2) {
    return { from, end, kind: 'person', rule: 'forename-surname', titleFrom: at };
  }
  // "Herr G.", "Mr. D.", "Sir W. E."; "Else S.".
  if (end === given && initials > 0 && isLastInitial(tokens, end)) {
    if (hasCourtesy(tokens, at, from, words))
      return { from, end, kind: 'person', rule: 'courtesy-name', titleFrom: at };
    if (!titled && forenames === 1 && words.lexicon.capitalNouns)
      return { from, end, kind: 'person', rule: 'forename-alone' };
  }
  if (end === given && titled && forenames === 1 && initials === 0) {
    const rule = words.isCourtesy(tokens[from - 1] as NameToken) ? 'courtesy-name' : 'title-name';
    return { from, end, kind: 'person', rule, titleFrom: at };
  }
  // "Dear Stella,", "Dear Ed:": a forename after the salutation's adjective.
  if (role === 'salute' && end === given && end > from && forenames === 1 && initials === 0)
    return { from, end, kind: 'person', rule: 'forename-alone' };
  if (end === given) {
    // "Col. King": the last title is the name.
    const last = tokens[from - 1];
    const isName =
      from - at > 1 && forenames + initials === 0 && last && words.lexicon.isCommon(last.key);
    if (!isName || words.lexicon.capitalNouns || isBeforeCapital(tokens, from)) return undefined;
    // "Deputy Chief of Staff".
    if (/^(?:of|for)$/.test(tokens[from]?.key ?? '') && tokens[from]?.gap === ' ') return undefined;
    return { from: from - 1, end: from, kind: 'person', rule: 'title-name', titleFrom: at };
  }
  // "Karl Schweighofgasse".
  if (forenames > 0 && !titled && isStreet(tokens[end - 1] as NameToken, words))
    return { from, end, kind: 'place', rule: 'place-word' };
  const rule = ruleOf(tokens, { at, from, given, end, titled, forenames, initials }, words, role);
  return rule ? { from, end, kind: 'person', rule, titleFrom: at } : undefined;
}

interface PersonParts {
  /** First token of the titles. */
  readonly at: number;
  readonly from: number;
  readonly given: number;
  readonly end: number;
  readonly titled: boolean;
  readonly forenames: number;
  readonly initials: number;
}

function ruleOf(
  tokens: readonly NameToken[],
  { at, from, given, end, titled, forenames, initials }: PersonParts,
  words: OrdinaryWords,
  role: NamePassage['role'],
): RuleName | undefined {
  const surname = tokens.slice(given, end);
  const [first] = surname;
  if (titled) {
    const courtesy = hasCourtesy(tokens, at, from, words);
    // "Confederación General de Trabajadores": the title is a part of another name.
    if (!courtesy && first && isPartOfName(tokens, at, first, words)) return undefined;
    // "König von Preußen".
    const isRuler = words.lexicon.isRuler(tokens[from - 1]?.key ?? '') && forenames === 0;
    if (isRuler && first && !first.capital && words.placeAt(tokens, end - 1)) return undefined;
    // "die Schwester auf der Wieden".
    if (/^(?:auf|am|zum|zur)$/.test(first?.key ?? '') && words.placeAt(tokens, end - 1))
      return undefined;
    const sure = courtesy ? 'courtesy-name' : 'title-name';
    if (first?.shout && !tokens[from - 1]?.shout && forenames + initials === 0) return undefined;
    if (forenames + initials > 0) return sure;
    const place = words.placeAt(tokens, given);
    // "Secretary Henderson", but "Consul General Shanghai": most towns are surnames too.
    const isPost = tokens.slice(at, from).some(({ key }) => /^consul|^attach/.test(key));
    if (!courtesy && place && (place.rank === 'listed' || isPost)) return undefined;
    const isDoubtful = first !== undefined && surname.length === 1 && words.isOrdinary(first);
    if (!isDoubtful) return sure;
    // "Minister Resident", "Herr Redakteur": an office, unless there is a courtesy title. "Dr.
    // Wahle", "Frl. Jäger": an abbreviated title is only used before a name.
    const isShort = /^\. ?$/.test(first?.gap ?? '') && (tokens[from - 1]?.text.length ?? 0) < 5;
    const isOffice = first === undefined || words.isNever(first) || words.isTitle(first);
    // "Frau Baumgartner", not "Frau Schriftführerin" or "Herr Amtsrichter".
    const isHolder = first !== undefined && HOLDER.test(first.key);
    const isName =
      (courtesy || isShort) &&
      !isOffice &&
      (isShort || !isHolder || words.lexicon.isCommon(first.key));
    if (words.lexicon.capitalNouns) return isName ? sure : undefined;
    // "My dear Mr. Secretary".
    if (courtesy) return OFFICES.has(first.key) ? undefined : sure;
    return isSurname(tokens, given, words) ? 'title-name' : undefined;
  }
  if (forenames > 0) {
    const last = surname.at(-1);
    const isWord = last !== undefined && (namesThing(last, words) || words.isUsed(last));
    // "die Marien-Apotheke" is a compound noun.
    const isCompound = words.lexicon.capitalNouns && HYPHEN.test(first?.gap ?? '');
    if (isCompound && isDetermined(tokens, from, words)) return undefined;
    // "PAZ INFORMED ME".
    const isShouted = role === 'text' && last?.shout && tokens[end]?.shout === true;
    if (isShouted && words.isOrdinary(last)) return undefined;
    const isPlace = words.placeAt(tokens, from)?.rank === 'listed';
    // "Marshall Plan", "Berlin Question"; "Mary Young" is a person.
    if (isSurnameAfterForename(tokens, from, end - 1, words)) return 'forename-surname';
    if (last && (isPlace || isWord) && !words.lexicon.capitalNouns)
      if (isPlace || namesThing(last, words) || !words.lexicon.isCommon(last.key)) return undefined;
    return 'forename-surname';
  }
  if (initials > 0) {
    const letters = tokens.slice(from, given);
    if (isNumberOrShip(letters) || words.isDotted(letters)) return undefined;
    // "I. U.S. Interests", "A Detachments".
    if (initials > 1 && words.isDotted(letters.slice(1))) return undefined;
    if (initials === 1 && !tokens[given]?.gap.includes('.') && first && words.isOrdinary(first))
      return undefined;
    if (tokens[from - 1]?.initial) return undefined;
    // "N. S. Eben kommt Dein Brief": the mark of a postscript, and an ordinary word.
    if (isPostscriptMark(letters) && beginsSentence(tokens, from, words))
      if (first && words.isOrdinary(first)) return undefined;
    if (words.lexicon.capitalNouns && (first?.text.length ?? 0) < 3) return undefined;
    // "bei O. Ruhigerer Abend": an adjective before its noun.
    const next = tokens[end];
    const isAdjective = /e[rs]?$/.test(first?.key ?? '') && next?.gap === ' ' && next.capital;
    if (words.lexicon.capitalNouns && isAdjective) return undefined;
    if (words.lexicon.capitalNouns && initials === 1)
      return surname.some((token) => words.isOrdinary(token)) ? undefined : 'initial-surname';
    // "A. USG": a heading's letter and an abbreviation.
    if (initials === 1 && first?.shout && first.text.length < 6) return undefined;
    // "A. France", "A. Summary": a heading's letter.
    if (initials === 1 && words.placeAt(tokens, given)?.rank === 'listed') return undefined;
    const isHeading = initials === 1 && first !== undefined && words.isOrdinary(first);
    return isHeading && (beginsSentence(tokens, from, words) || words.isPlain(first))
      ? undefined
      : 'initials-surname';
  }
  if (role === 'text') return undefined;
  if (words.placeAt(tokens, given)?.rank === 'listed') return undefined;
  // "Liebes Tonichen": only the word itself in a dictionary makes it a common noun.
  const isDear = words.lexicon.capitalNouns && DEAR_ADJECTIVE.test(tokens[given - 1]?.key ?? '');
  if (isDear && role === 'salute' && first && surname.length === 1 && !isKnownWord(first, words))
    return 'salutation';
  if (role === 'signed') return isSignerOnly(tokens, given, end, words) ? 'signature' : undefined;
  return surname.some((token) => words.isOrdinary(token)) ? undefined : 'salutation';
}

/** "Confederación General de Trabajadores": no title of a person. */
function isPartOfName(
  tokens: readonly NameToken[],
  at: number,
  first: NameToken,
  words: OrdinaryWords,
): boolean {
  const before = tokens[at - 1];
  if (!before?.capital || tokens[at]?.gap !== ' ' || words.isTitle(before)) return false;
  return !first.capital && !words.isOrdinary(before);
}

function isBeforeCapital(tokens: readonly NameToken[], end: number): boolean {
  const next = tokens[end];
  return next?.gap === ' ' && next.capital;
}

/** A signature that is one word may be any surname; a longer one has no ordinary words. */
function isSignerOnly(
  tokens: readonly NameToken[],
  at: number,
  end: number,
  words: OrdinaryWords,
): boolean {
  const own = tokens.slice(at, end);
  if (!own.some((token) => words.isOrdinary(token))) return true;
  return tokens.length === 1 && !own.some((token) => words.isNever(token) || words.isTitle(token));
}

/** "Secretary of State Rusk": the token after what the office is of, if a name follows. */
function afterPortfolio(
  tokens: readonly NameToken[],
  from: number,
  { sets }: OrdinaryWords,
): number {
  const [of, portfolio, name] = tokens.slice(from, from + 3);
  const isPortfolio =
    of?.key === 'of' && of.gap === ' ' && sets.portfolios.has(portfolio?.key ?? '');
  return isPortfolio && name?.gap === ' ' && name.capital ? from + 2 : from;
}

/** "Herrn Ministerialrat Richter": a courtesy among the titles. */
function hasCourtesy(
  tokens: readonly NameToken[],
  at: number,
  from: number,
  words: OrdinaryWords,
): boolean {
  const last = tokens[from - 1];
  if (last && words.isCourtesy(last)) return true;
  return words.lexicon.capitalNouns && tokens.slice(at, from).some((one) => words.isCourtesy(one));
}

function isTitle(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at];
  return token !== undefined && words.isTitle(token) && !token.initial;
}

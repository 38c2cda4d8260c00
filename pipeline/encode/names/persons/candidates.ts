/**
 * Places in a passage with a person's surname, and their context.
 *
 * Takes a passage's tokens and the index. Returns spots: the words of the possible mention ("U.
 * Alexis Johnson"), the title before them, and the possible persons. The choice is made later
 * (`choice.ts`); a spot that certainly names no person is omitted.
 */
import type { Passage } from '../../engine/model.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { NameToken } from '../words/tokens.ts';
import {
  bestFitting,
  fitForenames,
  forenameAfter,
  forenamesBefore,
  generationAfter,
  isEnumerator,
  isForenameSalutation,
  joinsName,
  withoutNameBefore,
} from './forenames.ts';
import { isParticle } from './forms/forms.ts';
import { commonForename, sameForename } from './forms/given-names.ts';
import type { Form } from './forms/model.ts';
import { officeBeforeParenthesis, titleBefore } from './forms/titles.ts';
import { numeralAfter, ofGeneration } from './generation.ts';
import { isLoose } from './name-bounds.ts';
import {
  isBareInitials,
  isDoubtful,
  isGivenName,
  isLandOfRuler,
  isThingName,
  otherForename,
} from './name-or-word.ts';

export interface NameSpot {
  readonly passage: Passage;
  /** First and last token of the mention: forenames, surname, "Jr.". */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** First token of the surname. */
  readonly surname: number;
  /** The forms that fit the words; all have as many words. */
  readonly forms: readonly Form[];
  /** Keys of the forenames and initials written before (or after) the surname. */
  readonly given: readonly string[];
  /** Words of the title or office before the name, nearest last: "deputy", "under", "secretary". */
  readonly title: readonly string[];
  /**
   * "From the President’s Special Assistant (Bundy)": the words before the parenthesis, when the
   * name is in one.
   */
  readonly office: readonly string[];
  /**
   * The words identify a person: by a forename, a title, an office, a place among signatories or
   * participants.
   */
  readonly strong: boolean;
  /**
   * The beginning of a word that may be another person's forename; undefined if there is none
   * before.
   */
  readonly suspect?: number;
  /** The surname is a common word, a month or a place: it needs more evidence to be a person. */
  readonly doubtful: boolean;
  /** Words beside the name may belong to it: "Vaughan Williams", "Enoch Lincoln". */
  readonly loose: boolean;
}

/** A name with the surname of the list and another forename: somebody else. */
export interface Stranger {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly forms: readonly Form[];
  readonly given: readonly string[];
}

interface Spots {
  readonly spots: readonly NameSpot[];
  readonly strangers: readonly Stranger[];
}

const WORD_GAP = /^(?:[ \u00a0]{1,2}|[-–‐‑])$/;

/**
 * All spots of a passage, from left to right, none overlapping another; and the names that are
 * somebody else's. `tokens` are those of the passage's text.
 */
export function spotPersons(
  passage: Passage,
  tokens: readonly NameToken[],
  index: NameIndex,
): Spots {
  const spots: NameSpot[] = [];
  const strangers: Stranger[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const forms = formsAt(tokens, at, index);
    if (!forms) continue;
    const last = at + (forms[0]?.words.length ?? 1) - 1;
    if (leadsToSurname(tokens, at, last, index)) continue;
    const found = spotAt(passage, tokens, at, last, forms, index);
    if (found && 'title' in found) spots.push(found);
    else if (found) strangers.push(found);
    at = found && 'last' in found ? found.last : last;
  }
  return { spots, strangers };
}

/** The longest surname forms that are at a token. */
function formsAt(tokens: readonly NameToken[], at: number, index: NameIndex): Form[] | undefined {
  const first = tokens[at];
  const forms = first && (index.forms.get(first.key) ?? genitiveForms(first.key, index));
  if (!first || !forms) return undefined;
  if (!first.capital && !isParticle(first.key)) return undefined;
  const fits = forms.filter((form) =>
    form.words.every((word, i) => {
      const token = tokens[at + i];
      const joined =
        i === 0 || WORD_GAP.test(token?.gap ?? '') || isAfterTitle(tokens, at + i, index);
      const same = token?.key === word || (index.words.capitalNouns && token?.key === `${word}s`);
      return same && joined && (token.capital || isParticle(word));
    }),
  );
  const longest = fits[0]?.words.length;
  if (!tokens.slice(at, at + (longest ?? 0)).some((token) => token.capital)) return undefined;
  return longest === undefined ? undefined : fits.filter((form) => form.words.length === longest);
}

/** "Herzls Brief": if nouns have capitals, a surname may have the ending of the genitive. */
function genitiveForms(key: string, { forms, words }: NameIndex): readonly Form[] | undefined {
  if (!words.capitalNouns || !/[^s]s$/.test(key) || key.length < 5) return undefined;
  return forms.get(key.slice(0, -1));
}

/**
 * "Mrs. Crowther", "W. Fred", as in the list: the full stop of an abbreviated title, of an initial.
 */
function isAfterTitle(tokens: readonly NameToken[], at: number, { words }: NameIndex): boolean {
  const before = tokens[at - 1];
  return (
    /^\.\s$/.test(tokens[at]?.gap ?? '') &&
    (before?.initial === true || words.isTitle(before?.key ?? ''))
  );
}

/**
 * "Allen Dulles": the surname of one person is the forename of another, and the other's surname
 * follows.
 */
function leadsToSurname(
  tokens: readonly NameToken[],
  at: number,
  last: number,
  index: NameIndex,
): boolean {
  const token = tokens[at];
  if (!token || last > at) return false;
  for (let next = at + 1; next <= at + 3; next++) {
    const other = tokens[next];
    if (
      !other ||
      !joinsName(other.gap) ||
      (other.gap.startsWith('.') && !tokens[next - 1]?.initial)
    )
      return false;
    const forms = formsAt(tokens, next, index);
    if (
      forms?.some((form) =>
        form.forenames.some((name) => name.length > 1 && sameForename(name, token.key)),
      )
    )
      return true;
    if (!other.capital) return false;
    if (!other.initial && !forms && commonForename(token.key))
      return !index.words.isTitle(other.key) && !index.words.makesThing(other.key);
    if (!other.initial) return false;
  }
  return false;
}

function spotAt(
  passage: Passage,
  tokens: readonly NameToken[],
  at: number,
  last: number,
  forms: readonly Form[],
  index: NameIndex,
): NameSpot | Stranger | undefined {
  const whole = forms.every((form) => form.kind === 'whole');
  const before = whole
    ? { first: at, keys: [] }
    : withoutNameBefore(forenamesBefore(tokens, at, forms, index), forms);
  const after = before.keys.length > 0 ? { last, keys: [] } : forenameAfter(tokens, last, forms);
  if (isThingName(tokens, before.first, after.last, index) || isForenameSalutation(tokens, at))
    return undefined;
  if (before.keys.length === 0 && isLandOfRuler(tokens, at)) return undefined;
  const enumerated =
    before.keys.length === 1 &&
    isEnumerator(tokens, before.first) &&
    !fitForenames(forms, before.keys);
  const first = enumerated ? at : before.first;
  const given = enumerated ? after.keys : [...before.keys, ...after.keys];
  const title = titleBefore(tokens, first, index.words);
  const sure = enumerated || whole || title.length > 0 || given.some((key) => key.length > 1);
  const other = sure ? undefined : otherForename(tokens, first, index);
  const closing = generationAfter(passage.text, tokens, after.last);
  const stated = closing.generation ?? numeralAfter(tokens, after.last);
  const fitting = ofGeneration(given.length === 0 ? forms : bestFitting(forms, given), stated);
  if (isBareInitials(fitting, tokens, first, last, title.length > 0)) return undefined;
  if (isGivenName(tokens, first, closing.last, index)) return undefined;
  const start = tokens[first]?.start ?? 0;
  if (fitting.length === 0) return { passage, start, end: closing.end, forms, given };
  if (other?.sure)
    return {
      passage,
      start: other.word.start,
      end: closing.end,
      forms,
      given: [other.word.key, ...given],
    };
  const office =
    title.length === 0 ? officeBeforeParenthesis(passage.text, tokens, first, closing.end) : [];
  const named =
    given.length > 0 || forms.some((form) => form.kind === 'whole' && form.words.length > 1);
  const placed = passage.role === 'signed' || passage.list === 'participants';
  return {
    passage,
    first,
    last: closing.last,
    start,
    end: closing.end,
    surname: at,
    forms: fitting,
    given,
    title,
    office,
    ...(other ? { suspect: other.word.start } : {}),
    strong: named || placed || title.length > 0 || office.length > 0,
    doubtful: at === last && isDoubtful(tokens[at], fitting, index),
    loose: isLoose(tokens, { first, last: closing.last, given, surname: at, title }, index),
  };
}

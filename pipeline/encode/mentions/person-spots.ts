/**
 * Places in a passage where a person's surname stands, with what stands around it.
 *
 * In: a passage's tokens and the index. Out: spots: the words that would be the mention ("U. Alexis Johnson"), the title before
 * them, and who could be meant. Nobody is chosen here (`person-choice.ts`); a spot that surely names no person is left out.
 */
import { forenameToo, officeWord } from '../../authority/titles.ts';
import type { Passage } from '../model.ts';
import { commonForename, sameForename } from './given-names.ts';
import type { NameIndex } from './name-index.ts';
import { type Form, isParticle } from './person-forms.ts';
import { isDotted, isMonth, isPlaceName, isWord, makesPlace, makesThing, namesContainer } from './surroundings.ts';
import type { Token } from './tokens.ts';

export interface Spot {
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
  /** "From the President’s Special Assistant (Bundy)": the words before the parenthesis, when the name stands in one. */
  readonly office: readonly string[];
  /** The words tell a person: a forename, a title, an office, a place among signatories or participants. */
  readonly strong: boolean;
  /** The surname is a common word, a month or a place: only with more evidence a person. */
  readonly doubtful: boolean;
}

/** A name that has the surname of the list and another forename: somebody else. */
export interface Stranger {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly forms: readonly Form[];
  readonly given: readonly string[];
}

export interface Spots {
  readonly spots: readonly Spot[];
  readonly strangers: readonly Stranger[];
}

const NAME_GAP = /^(?:\. ?|\s{1,2}|\s\.\s|\.\s\s)$/;
const WORD_GAP = /^(?:\s{1,2}|[-–‐‑])$/;
const GENERATIONS = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq']);

export function spotPersons(passage: Passage, tokens: readonly Token[], index: NameIndex): Spots {
  const spots: Spot[] = [];
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

/** The longest surname forms that stand at a token. */
function formsAt(tokens: readonly Token[], at: number, index: NameIndex): Form[] | undefined {
  const first = tokens[at];
  const forms = first && index.forms.get(first.key);
  if (!first || !forms) return undefined;
  if (!first.capital && !isParticle(first.key)) return undefined;
  const fits = forms.filter((form) =>
    form.words.every((word, i) => {
      const token = tokens[at + i];
      return token?.key === word && (i === 0 || WORD_GAP.test(token.gap)) && (token.capital || isParticle(word));
    }),
  );
  const longest = fits[0]?.words.length;
  if (!tokens.slice(at, at + (longest ?? 0)).some((token) => token.capital)) return undefined;
  return longest === undefined ? undefined : fits.filter((form) => form.words.length === longest);
}

/** "Allen Dulles": the surname of one person is the forename of another, whose surname follows. */
function leadsToSurname(tokens: readonly Token[], at: number, last: number, index: NameIndex): boolean {
  const token = tokens[at];
  if (!token || last > at) return false;
  for (let next = at + 1; next <= at + 3; next++) {
    const other = tokens[next];
    if (!other || !NAME_GAP.test(other.gap) || (other.gap.startsWith('.') && !tokens[next - 1]?.initial)) return false;
    const forms = formsAt(tokens, next, index);
    if (forms?.some((form) => form.forenames.some((name) => name.length > 1 && sameForename(name, token.key))))
      return true;
    if (!other.capital) return false;
    if (!other.initial && !forms && commonForename(token.key)) return !officeWord(other.key) && !makesThing(other.key);
    if (!other.initial) return false;
  }
  return false;
}

function spotAt(
  passage: Passage,
  tokens: readonly Token[],
  at: number,
  last: number,
  forms: readonly Form[],
  index: NameIndex,
): Spot | Stranger | undefined {
  const whole = forms.every((form) => form.kind === 'whole');
  const before = whole ? { first: at, keys: [] } : forenamesBefore(tokens, at, forms, index);
  const after = forenameAfter(tokens, last, forms);
  if (isThing(tokens, before.first, after.last) || isSalutation(tokens, at)) return undefined;
  const enumerated = before.keys.length === 1 && isEnumerator(tokens, before.first) && !fits(forms, before.keys);
  const first = enumerated ? at : before.first;
  const given = enumerated ? after.keys : [...before.keys, ...after.keys];
  const fitting = given.length === 0 ? forms : bestFitting(forms, given);
  const closing = generationAfter(passage.text, tokens, after.last);
  const start = tokens[first]?.start ?? 0;
  if (fitting.length === 0) return { passage, start, end: closing.end, forms, given };
  const title = titleBefore(tokens, first);
  const office = title.length === 0 ? officeBeforeParenthesis(passage.text, tokens, first, closing.end) : [];
  const named = given.length > 0 || forms.some((form) => form.kind === 'whole' && form.words.length > 1);
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
    strong: named || placed || title.length > 0 || office.length > 0,
    doubtful: at === last && isDoubtful(tokens[at]),
  };
}

/** Those whom all written forenames fit, else those whom they fit but for an initial. */
function bestFitting(forms: readonly Form[], given: readonly string[]): readonly Form[] {
  const whole = forms.filter((form) => given.every((key) => form.forenames.some((name) => fitsForename(name, key))));
  return whole.length > 0 ? whole : forms.filter((form) => fitsForenames(form, given));
}

function fits(forms: readonly Form[], keys: readonly string[]): boolean {
  return forms.some((form) => fitsForenames(form, keys));
}

/** "D. Calligeris reports": a letter that numbers a paragraph. */
function isEnumerator(tokens: readonly Token[], first: number): boolean {
  const token = tokens[first];
  return token?.initial === true && (first === 0 || /[.:;)/&]\s*$/.test(token.gap));
}

/** "Dear Dean:" names by forename (`forenames-alone.ts`). */
function isSalutation(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && tokens[at - 1]?.key === 'dear' && token.gap === ' ' && commonForename(token.key);
}

interface Forenames {
  readonly first: number;
  readonly keys: readonly string[];
}

/** The initials and forenames that lead to a surname. A word that is neither known nor common as a forename ends them. */
function forenamesBefore(tokens: readonly Token[], at: number, forms: readonly Form[], index: NameIndex): Forenames {
  let first = at;
  const keys: string[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    const gap = tokens[i + 1]?.gap ?? '';
    if (!token?.capital || !NAME_GAP.test(gap)) break;
    const own = forms.some((form) => form.forenames.some((name) => fitsForename(name, token.key)));
    if (token.initial) {
      // "Plan A. Rusk said" would be an initial too; a letter that ends a sentence is rarer than an initial.
      if (gap.startsWith('.') || own) {
        keys.unshift(token.key);
        first = i;
        continue;
      }
      break;
    }
    if (
      gap.includes('.') &&
      !(own && token.text.length <= 5) &&
      !(token.text.length <= 4 && abbreviates(token.key, forms))
    )
      break;
    if (!own && !isForename(token, tokens[i - 1], index) && !abbreviates(token.key, forms)) break;
    keys.unshift(token.key);
    first = i;
  }
  const letters = keys.filter((key) => key.length === 1).join('');
  if (letters.length === keys.length && letters.length > 1 && isDotted(letters)) return { first: at, keys: [] };
  return { first, keys };
}

/** "McG. Bundy", "Geo. Ball". */
function abbreviates(key: string, forms: readonly Form[]): boolean {
  return (
    key.length > 1 &&
    forms.some((form) => form.forenames.some((name) => name.length > key.length && name.startsWith(key)))
  );
}

function isForename(token: Token, before: Token | undefined, index: NameIndex): boolean {
  const { key } = token;
  if (officeWord(key) && !(forenameToo(key) && before === undefined)) return false;
  if (isMonth(key) || isWord(key)) return false;
  return commonForename(key) || (index.forenames.has(key) && !isPlaceName(key) && !index.forms.has(key));
}

/** "Thanom Kittikachorn", listed as "Thanom, Kittikatchorn": the forename after the surname. */
function forenameAfter(
  tokens: readonly Token[],
  last: number,
  forms: readonly Form[],
): { last: number; keys: readonly string[] } {
  const next = tokens[last + 1];
  if (!next?.capital || next.gap !== ' ' || next.text.length < 3) return { last, keys: [] };
  const fits = forms.some((form) => form.forenames.some((name) => name.length > 2 && sameForename(name, next.key)));
  return fits ? { last: last + 1, keys: [next.key] } : { last, keys: [] };
}

function generationAfter(text: string, tokens: readonly Token[], last: number): { last: number; end: number } {
  const next = tokens[last + 1];
  const end = tokens[last]?.end ?? 0;
  if (!next || !GENERATIONS.has(next.key) || !/^,?\s$/.test(next.gap)) return { last, end };
  return { last: last + 1, end: text[next.end] === '.' && next.key.length === 2 ? next.end + 1 : next.end };
}

/** The written forenames are this person's: each stands for one of theirs, and none contradicts. */
export function fitsForenames(form: Form, keys: readonly string[]): boolean {
  const fits = keys.filter((key) => form.forenames.some((name) => fitsForename(name, key)));
  if (fits.length === keys.length) return true;
  if (fits.length === 0) return false;
  // "Robert H. Johnson" is the list's "Johnson, Robert"; "Robert Kennedy" is not its "Kennedy, John F.".
  const [key = ''] = keys;
  return fits.includes(key) || keys.filter((other) => !fits.includes(other)).every((other) => other.length === 1);
}

function fitsForename(name: string, key: string): boolean {
  if (key.length === 1) return name[0] === key;
  if (name.length === 1) return false;
  return sameForename(name, key) || (key.length > 2 && name.length > key.length && name.startsWith(key));
}

/** The office words before a name: "Deputy Under Secretary" of "Deputy Under Secretary of State for Political Affairs Johnson". */
function titleBefore(tokens: readonly Token[], first: number): string[] {
  let i = first - 1;
  if (!leadsOn(tokens, i)) return [];
  if (!officeWord(tokens[i]?.key ?? '')) i = officeOfComplement(tokens, i);
  const title: string[] = [];
  for (; i >= 0 && leadsOn(tokens, i); i--) {
    const token = tokens[i];
    if (!token || !officeWord(token.key) || !(token.capital || LOWER_CASE_OFFICES.has(token.key))) break;
    title.unshift(token.key);
  }
  return title;
}

/** Goes back over "of State for Economic Affairs" to the office; -1 where there is none. */
function officeOfComplement(tokens: readonly Token[], from: number): number {
  if (!tokens[from]?.capital) return -1;
  for (let i = from; i >= Math.max(0, from - 8); i--) {
    const token = tokens[i];
    if (!token || !leadsOn(tokens, i) || !(token.capital || COMPLEMENT_WORDS.has(token.key))) return -1;
    if (token.capital && officeWord(token.key)) return /^(?:of|for|to)$/.test(tokens[i + 1]?.key ?? '') ? i : -1;
  }
  return -1;
}

const COMPLEMENT_WORDS = new Set(['of', 'for', 'the', 'and', 'to', 'in', 'at']);
const LOWER_CASE_OFFICES = new Set([
  'president',
  'ambassador',
  'premier',
  'minister',
  'secretary',
  'senator',
  'director',
  'chairman',
  'dictator',
]);

/** Nothing but a space, or the full stop of a short title, stands between a word and the next. */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  const gap = tokens[at + 1]?.gap;
  const token = tokens[at];
  if (gap === undefined || !token) return false;
  if (/^\s{1,2}$/.test(gap) || /^[-–]$/.test(gap)) return true;
  return /^\.\s?$/.test(gap) && token.text.length <= 6 && officeWord(token.key);
}

/** "the Executive Secretary of the Department of State (Read)": what the parenthesis explains. */
function officeBeforeParenthesis(text: string, tokens: readonly Token[], first: number, end: number): string[] {
  if (!/\($/.test(tokens[first]?.gap ?? '') || !/^[),;/]/.test(text.slice(end, end + 1))) return [];
  const words: string[] = [];
  for (let i = first - 1; i >= Math.max(0, first - 16); i--) {
    const token = tokens[i];
    if (!token || /^(?:from|between)$/.test(token.key) || /[.;:()]\s/.test(tokens[i + 1]?.gap.slice(0, -1) ?? ''))
      break;
    words.unshift(token.key);
  }
  return words;
}

/** The words name an institution, a collection, a container or a place that is called after a person. */
function isThing(tokens: readonly Token[], first: number, last: number): boolean {
  const after = tokens[last + 1];
  const before = tokens[first - 1];
  const gap = tokens[first]?.gap ?? '';
  if (after?.capital && /^\s{1,2}$/.test(after.gap) && makesThing(after.key)) return true;
  // "Rubottom–Mann Files"
  const beyond = tokens[last + 2];
  if (after?.capital && /^[-–]$/.test(after.gap) && beyond?.capital && beyond.gap === ' ' && makesThing(beyond.key))
    return true;
  if (before?.capital && /^(?:\.?\s|[-–])$/.test(gap) && makesPlace(before.key)) return true;
  if (before && /^\s?$/.test(gap) && namesContainer(before.key)) return true;
  // "May 4" is a day; a number behind another name is no part of it.
  return isMonth(tokens[last]?.key ?? '') && /^\s\d/.test(`${after?.gap ?? ''}${after?.text ?? ''}`);
}

/** The surname alone is a common word, a month or a place. */
function isDoubtful(token: Token | undefined): boolean {
  return !token || isWord(token.key) || isMonth(token.key) || isPlaceName(token.key) || officeWord(token.key);
}

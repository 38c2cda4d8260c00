/**
 * Terms, abbreviations, organizations and places in a passage: names searched as they are written,
 * the longest first.
 *
 * Takes a passage's tokens. Returns mentions. An abbreviation is found with and without full stops
 * ("USSR", "U.S.S.R.") and inside compounds ("EUR/SOV"), in the case of the list or in capitals
 * throughout; never a letter of "U.S.".
 */
import type { Doubt, Found, Mention, Passage } from '../engine/model.ts';
import { namesDescribed } from './described.ts';
import type { NameIndex } from './name-index.ts';
import {
  letters,
  sameInOtherCase,
  sameLetters,
  takesPlural,
  writtenAsWord,
} from './phrase-forms.ts';
import { type Phrase, phrasesAt } from './phrase-trie.ts';
import { amongCapitals } from './surroundings.ts';
import { isSpelledOut } from './term-forms.ts';
import type { NameToken } from './tokens.ts';

interface Hit {
  readonly first: number;
  readonly last: number;
  readonly end: number;
  readonly phrase: Phrase;
  /** Phrases of other entries with the same words. */
  readonly sharers: readonly Phrase[];
  readonly rule: string;
}

/**
 * Mentions of organizations, places, terms and described persons, from left to right; inside an
 * organization's name also its places. Words that several entries share, and that are not a term,
 * are doubts.
 */
export function findPhrases(
  passage: Passage,
  tokens: readonly NameToken[],
  index: NameIndex,
): Found {
  const mentions: Mention[] = [];
  const doubts: Doubt[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const hit = written(passage.text, tokens, at, index) ?? dotted(passage.text, tokens, at, index);
    if (!hit) continue;
    if (hit.sharers.length > 0 && hit.phrase.entry.kind !== 'term')
      doubts.push(ambiguous(hit, passage, tokens));
    else if (hit.phrase.entry.kind === 'place' && isInTitle(tokens, hit.first, index)) {
      // The place is a part of a person's title.
    } else mentions.push(...mentionsOf(hit, passage, tokens, index));
    at = hit.last;
  }
  return { mentions, doubts };
}

/** "the Duke of Wellington", "Prince Michael of Kent": these are not places. */
function isInTitle(tokens: readonly NameToken[], at: number, { words }: NameIndex): boolean {
  const particle = tokens[at - 1];
  const linked =
    particle !== undefined &&
    !particle.capital &&
    (particle.key === 'of' || words.isParticle(particle.key)) &&
    tokens[at]?.gap === ' ';
  if (!linked) return false;
  // Up to two forenames may be between the title and the place.
  for (let before = at - 2; before >= Math.max(0, at - 4); before--) {
    const token = tokens[before];
    if (!token || tokens[before + 1]?.gap !== ' ') return false;
    if (words.isNoble(token.key)) return token.capital || words.isParticle(particle.key);
    if (!token.capital) return false;
  }
  return false;
}

/** A name of several words may enclose others: "Embassy in La Paz" contains "La Paz". */
function mentionsOf(
  hit: Hit,
  passage: Passage,
  tokens: readonly NameToken[],
  index: NameIndex,
): Mention[] {
  const mention = mentionOf(hit, passage, tokens);
  if (hit.phrase.entry.kind !== 'org' || hit.first === hit.last) return [mention];
  const inner: Mention[] = [];
  for (let at = hit.first + 1; at <= hit.last; at++) {
    const found = written(passage.text, tokens, at, index);
    if (!found || found.last > hit.last || found.phrase.entry.kind !== 'place') continue;
    inner.push(mentionOf(found, passage, tokens));
    at = found.last;
  }
  return [mention, ...inner];
}

function ambiguous(
  { first, end, phrase, sharers }: Hit,
  passage: Passage,
  tokens: readonly NameToken[],
): Doubt {
  return {
    passage: passage.id,
    start: tokens[first]?.start ?? 0,
    end,
    kind: 'ambiguous',
    candidates: [phrase, ...sharers].map(({ entry }) => entry.id),
    rule: `${phrase.entry.kind}/same-name`,
  };
}

function mentionOf(
  { first, end, phrase, rule }: Hit,
  passage: Passage,
  tokens: readonly NameToken[],
): Mention {
  const { kind, id } = phrase.entry;
  return {
    passage: passage.id,
    start: tokens[first]?.start ?? 0,
    end,
    kind,
    target: id,
    certainty: rule.endsWith('as-written') ? 'high' : 'medium',
    rule,
  };
}

function written(
  text: string,
  tokens: readonly NameToken[],
  at: number,
  index: NameIndex,
): Hit | undefined {
  for (const { last, phrases, plural } of phrasesAt(index.phrases, tokens, at)) {
    const start = tokens[at]?.start ?? 0;
    const end = (tokens[last]?.end ?? 0) - (plural ? 1 : 0);
    if (plural && text[end] !== 's') continue;
    const words = text.slice(start, end);
    const exact = phrases.find(
      (phrase) =>
        !phrase.spelledOut && sameLetters(words, phrase.form) && phrase.entry.kind !== 'person',
    );
    const phrase =
      exact ??
      phrases.find((other) =>
        other.spelledOut
          ? isSpelledOut(words, other.form, text.slice(end + (plural ? 1 : 0), end + 3))
          : other.entry.kind === 'person'
            ? !plural && namesDescribed(other, tokens, at, last, index.words)
            : (!plural || takesPlural(other)) &&
              (sameInOtherCase(words, other) || writtenAsWord(words, other, index)),
      );
    if (
      !phrase ||
      (plural && !phrase.spelledOut && !takesPlural(phrase)) ||
      !standsAlone(text, start, end, phrase, index)
    )
      continue;
    if (at === last && isOrdinaryWord(phrase, tokens, at, index)) continue;
    const { kind } = phrase.entry;
    if (at === last && kind === 'place' && opensAsWord(tokens, at, index)) continue;
    const sharers = phrases.filter(
      (other) => other.form === phrase.form && other.entry !== phrase.entry,
    );
    const stop = phrase.form.endsWith('.') && text[end] === '.' ? 1 : 0;
    const rule =
      kind === 'person'
        ? 'person/described'
        : phrase.spelledOut
          ? 'term/spelled-out'
          : exact
            ? `${kind}/as-written`
            : `${kind}/other-case`;
    return { first: at, last, end: end + stop, phrase, sharers, rule };
  }
  return undefined;
}

/**
 * "USE", "THIS" among words in capitals: there, an abbreviation that is also a word of the language
 * is that word.
 */
function isOrdinaryWord(
  { abbreviation, form }: Phrase,
  tokens: readonly NameToken[],
  at: number,
  index: NameIndex,
): boolean {
  const token = tokens[at];
  // An organization is often listed by its letters alone: "US", "WHO".
  if (
    !(abbreviation || /^\p{Lu}{2,}$/u.test(form)) ||
    !token?.capital ||
    !(token.shout || token.initial) ||
    !amongCapitals(tokens, at)
  )
    return false;
  // "VIET S" and "S/P" in capitals are treated as elsewhere: a letter is separate only if its
  // neighbours allow it.
  return index.words.isCommon(token.key) || index.lowerCase.has(token.key);
}

/**
 * "Nice weather" at the beginning of a sentence or among words in capitals, in a document that has
 * "nice" too: the capital is not evidence.
 */
function opensAsWord(
  tokens: readonly NameToken[],
  at: number,
  { words, lowerCase }: NameIndex,
): boolean {
  const token = tokens[at];
  if (!token?.capital || words.capitalNouns || !lowerCase.has(token.key)) return false;
  const opens = at === 0 || /[.?!]['"’”)]*\s|\n/.test(token.gap);
  return opens || (token.shout && amongCapitals(tokens, at));
}

/** Letters of an abbreviation. */
const MOST_INITIALS = 12;

/** "U.S.S.R." for "USSR": single capitals with full stops between. */
function dotted(
  text: string,
  tokens: readonly NameToken[],
  at: number,
  index: NameIndex,
): Hit | undefined {
  if (!tokens[at]?.initial) return undefined;
  let last = at;
  // "P. L. 480": a space between them only before a number.
  while (tokens[last + 1]?.initial && /^\. ?$/.test(tokens[last + 1]?.gap ?? '')) {
    if (++last - at > MOST_INITIALS) return undefined;
  }
  const spaced = tokens.slice(at + 1, last + 1).some(({ gap }) => gap === '. ');
  if (spaced && !/^\. ?\d/.test(text.slice(tokens[last]?.end ?? 0))) return undefined;
  if (last === at || text[tokens[last]?.end ?? 0] !== '.') return undefined;
  const letters = tokens
    .slice(at, last + 1)
    .map((token) => token.text)
    .join('');
  const phrases = index.phrases.next.get(letters.toLowerCase())?.phrases ?? [];
  const phrase = phrases.find((other) => other.form === letters);
  const end = (tokens[last]?.end ?? 0) + 1;
  return (
    phrase && { first: at, last, end, phrase, sharers: [], rule: `${phrase.entry.kind}/full-stops` }
  );
}

/** "5:25 PM": a time of day, whatever the list's entry for these letters. */
function isTimeOfDay(text: string, start: number, { form }: Phrase): boolean {
  return /^[AP]\.?M\.?$/.test(form) && /\d\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

function standsAlone(
  text: string,
  start: number,
  end: number,
  phrase: Phrase,
  index: NameIndex,
): boolean {
  if (!phrase.abbreviation) return true;
  if (isTimeOfDay(text, start, phrase)) return false;
  const short = letters(phrase.form);
  if (short.length > 2) return true;
  const dots =
    /[A-Z]\.$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^\.\s?[A-Z]\b\.?/.test(text.slice(end, end + 4));
  if (dots && !phrase.form.includes('.')) return false;
  return (
    short.length > 1 ||
    letterIsName(text, start, end, index) ||
    namesPerson(phrase, text, start, end)
  );
}

/** "K", which a list explains as "Kissinger": the letter is a name wherever it is a word. */
function namesPerson(phrase: Phrase, text: string, start: number, end: number): boolean {
  const named = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.]+){0,2}$/u.test(phrase.entry.description ?? '');
  return (
    named &&
    /(?:^|[\s“‘"—–])$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:['’]s\b|[\s,;:?!”—)]|$)/.test(text.slice(end, end + 3))
  );
}

/**
 * A single letter is the symbol of an office or unit only beside characters that set it off: "S/P",
 * "(G)", "approved in S on".
 */
function letterIsName(text: string, start: number, end: number, { phrases }: NameIndex): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  // "S/P", "(G)"; "C/S" is another office if the list has only S.
  const other = /(?<!\p{L})(\p{L})\/$/u.exec(text.slice(Math.max(0, start - 3), start))?.[1];
  if (other !== undefined && !phrases.next.get(other.toLowerCase())?.phrases.length) return false;
  if (/[/(]/.test(before) || /[/)]/.test(after)) return true;
  const left = text.slice(Math.max(0, start - 24), start);
  return (
    /\b(?:in|by|with|through|and|of) $/.test(left) &&
    /^(?: (?:and|on|for|in|by)\b|[,;.](?!\s?[A-Z]\b\.?)|$)/.test(text.slice(end, end + 6))
  );
}

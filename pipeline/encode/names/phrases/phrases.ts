/**
 * Terms, abbreviations, organizations and places in a passage: names searched as they are written,
 * the longest first.
 *
 * Takes a passage's tokens. Returns mentions. An abbreviation is found with and without full stops
 * ("USSR", "U.S.S.R.") and inside compounds ("EUR/SOV"), in the case of the list or in capitals
 * throughout; never a letter of "U.S.".
 */
import type { Doubt, Found, Mention, Passage } from '../../engine/model.ts';
import type { NameIndex } from '../index/name-index.ts';
import { type Phrase, phrasesAt } from '../index/phrase-trie.ts';
import { isSpelledOut } from '../index/term-forms.ts';
import type { NameToken } from '../words/tokens.ts';
import { certaintyOfPhrase, type PhraseWords } from './certainty.ts';
import { namesDescribed } from './described.ts';
import { sameInOtherCase, sameLetters, takesPlural, writtenAsWord } from './phrase-forms.ts';
import { standsAlone } from './stands-alone.ts';
import {
  isInPersonsName,
  isInTitle,
  isPreposition,
  isWordInCapitals,
  opensAsWord,
} from './word-or-phrase.ts';

interface Hit extends PhraseWords {
  readonly end: number;
  /** Phrases of other entries with the same words. */
  readonly sharers: readonly Phrase[];
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
    else if (hit.phrase.entry.kind === 'place' && isPersons(hit, tokens, index)) {
      // The place is a part of a person's title or name.
    } else mentions.push(...mentionsOfHit(hit, passage, tokens, index));
    at = hit.last;
  }
  return { mentions, doubts };
}

function isPersons({ first, last }: Hit, tokens: readonly NameToken[], index: NameIndex): boolean {
  return (
    isInTitle(tokens, first, index) ||
    isInPersonsName(tokens, first, index) ||
    (first === last &&
      index.bearers.has(tokens[first]?.key ?? '') &&
      !index.words.isPlacePreposition(tokens[first - 1]?.key ?? ''))
  );
}

/** A name of several words may enclose others: "Embassy in La Paz" contains "La Paz". */
function mentionsOfHit(
  hit: Hit,
  passage: Passage,
  tokens: readonly NameToken[],
  index: NameIndex,
): Mention[] {
  const mention = mentionOf(hit, passage, tokens, index);
  if (hit.phrase.entry.kind !== 'org' || hit.first === hit.last) return [mention];
  const inner: Mention[] = [];
  for (let at = hit.first + 1; at <= hit.last; at++) {
    const found = written(passage.text, tokens, at, index);
    if (!found || found.last > hit.last || found.phrase.entry.kind !== 'place') continue;
    inner.push(mentionOf(found, passage, tokens, index));
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
  hit: Hit,
  passage: Passage,
  tokens: readonly NameToken[],
  index: NameIndex,
): Mention {
  const { first, end, phrase, rule } = hit;
  const { kind, id } = phrase.entry;
  return {
    passage: passage.id,
    start: tokens[first]?.start ?? 0,
    end,
    kind,
    target: id,
    certainty: certaintyOfPhrase(hit, tokens, index),
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
    if (at === last && isWordInCapitals(phrase, tokens, at, index)) continue;
    const { kind } = phrase.entry;
    if (at === last && kind === 'place' && opensAsWord(tokens, at, index)) continue;
    if (at === last && isPreposition(phrase, tokens[at], index)) continue;
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

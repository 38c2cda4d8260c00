/**
 * The language of a text.
 *
 * Takes the text, and the languages declared by edition or front matter. Returns a language with
 * its certainty and the reason. Function words decide if they are clear, since they also work for
 * old spellings and short texts; else the trigrams of franc-min. A document's declared language is
 * used unchanged; the languages of the edition decide only if the text is not clear.
 */

import { franc } from 'franc-min';
import type { Certainty } from '../../authorities/model.ts';
import { LANGUAGES } from './table.ts';

export interface RecognizedLanguage {
  /** BCP 47 primary tag; `und` if unknown. */
  readonly tag: string;
  readonly certainty: Certainty;
  /** A sentence for the report. */
  readonly reason: string;
}

/** Languages that are recognized by their small words alone. */
const OTHER_FUNCTION_WORDS: Readonly<Record<string, string>> = {
  la:
    'et est non cum quod ad ut sed per qui ex quae ab hoc sunt enim quam autem esse atque nec ' +
    'eius quibus quos omnis omnia quarum ille ipse eum tamen',
  it: 'il che di non è per una della con gli sono più come anche del alla ma questo lo nel',
  nl: 'het een van en dat niet zijn op te met voor hij ik aan maar ook wordt werd deze door',
  sv: 'och att som är på för av inte med jag från hvilka också vid',
  da: 'og at som er på paa til af ikke jeg saa blev hvor efter naar også',
  pl: 'na nie się do że jest jak po od za przez ale ich tak tym który',
  cs: 'se na je že jako ale by už jsem podle které nebo jeho však aby když byl byla při ještě',
  sk: 'sa na je že ako ale by som podľa ktoré alebo jeho však aby keď bol bola pri ešte',
  sl: 'se na je že ki pa in da bi kakor tudi še kaj kako ali bila sem mu pri iz ker vse',
  hr: 'se na je da što kao koji ili nije bio bila sam samo još već',
  hu: 'és hogy nem egy az ez csak még már azt vagy én mert nincs volt mind olyan hát',
  fi: 'ja että ei hän oli mutta niin kuin ovat minä sinä hänen myös vaan joka',
  ca: 'els amb què perquè són però molt aquest aquesta jo és seva seves nosaltres dels',
  ro: 'și este că într mai în din sau fost prin când pentru ce acest această',
  pt: 'não uma que os com para mais do da em seu ao pelo como são mas foi também eu',
};

const WORDS: ReadonlyMap<string, readonly string[]> = tagsByWord();

/** The languages with a list of small words. */
const LISTED: ReadonlySet<string> = new Set([...WORDS.values()].flat());

function tagsByWord(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const add = (tag: string, words: readonly string[]) => {
    for (const word of words) map.set(word, [...(map.get(word) ?? []), tag]);
  };
  for (const { tag, functionWords, honorifics, months, weekdays } of LANGUAGES) {
    const distinctive = [...honorifics, ...months.flat(), ...weekdays.flat()].filter(
      (word) => word.length > 3,
    );
    add(tag, [...new Set([...functionWords, ...distinctive])]);
  }
  for (const [tag, words] of Object.entries(OTHER_FUNCTION_WORDS)) add(tag, words.split(' '));
  return map;
}

/** How many words are counted; more would not change the result. */
const MOST_WORDS = 1200;
/** Characters given to the trigram model. */
const TRIGRAM_TEXT = 1500;
/**
 * The proportion of function words that is needed, and by how much the first language must lead the
 * second.
 */
const CLEAR_SHARE = 0.12;
const CLEAR_LEAD = 1.8;
/** The fewest function words that are needed. */
const FEWEST = 6;

/** `expected`: the languages that the edition names, the most likely first. */
export function recognizeLanguage(
  text: string,
  expected: readonly string[] = [],
): RecognizedLanguage {
  const { counts, words } = countFunctionWords(text);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first) {
    const [tag, count] = first;
    const clear =
      count >= FEWEST && count >= words * CLEAR_SHARE && count >= (second?.[1] ?? 0) * CLEAR_LEAD;
    if (clear) {
      const percent = Math.round((100 * count) / words);
      return {
        tag,
        certainty: 'high',
        reason: `${percent} % of its words are small words of that language`,
      };
    }
  }
  return byTrigrams(text, counts, expected);
}

function countFunctionWords(text: string): { counts: ReadonlyMap<string, number>; words: number } {
  const counts = new Map<string, number>();
  let words = 0;
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    if (++words > MOST_WORDS) break;
    for (const tag of WORDS.get(word.toLowerCase()) ?? [])
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return { counts, words };
}

/** Letters and signs that identify a language if there are few words. */
const LETTERS: readonly (readonly [tag: string, letters: RegExp])[] = [
  ['de', /[äöüß]/giu],
  ['es', /[ñ¿¡]/giu],
  ['fr', /[çœèêù]/giu],
];
/** By how much the first of a short text must lead. */
const LEAD = 1.3;

/**
 * Fewer different words are a caption or a list: their trigrams are compared only with the
 * languages that Siglum encodes.
 */
const FEWEST_WORDS = 25;
/** The codes of these languages in franc (ISO 639-3). */
const ENCODED = ['eng', 'deu', 'fra', 'spa'];
/** Below this number of characters trigrams are weak evidence. */
const LONG_ENOUGH = 200;
/** The proportion of small words of another language that outweighs trigrams. */
const CONTRADICTS = 0.05;

/**
 * Whether a text can be in the language of its trigrams although most of its small words are of
 * another language: not if the text has none of that language's small words.
 */
function mayBe(
  tag: string,
  [, count]: readonly [string, number],
  counts: ReadonlyMap<string, number>,
  text: string,
): boolean {
  if (LISTED.has(tag)) return (counts.get(tag) ?? 0) * LEAD >= count;
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return text.length >= LONG_ENOUGH && count < words * CONTRADICTS;
}

function distinctWords(text: string): number {
  return new Set(
    text
      .slice(0, TRIGRAM_TEXT)
      .toLowerCase()
      .match(/\p{L}{2,}/gu),
  ).size;
}

function byTrigrams(
  text: string,
  counts: ReadonlyMap<string, number>,
  expected: readonly string[],
): RecognizedLanguage {
  const scores = new Map(counts);
  for (const [tag, letters] of LETTERS) {
    const found = text.match(letters)?.length ?? 0;
    if (found > 0) scores.set(tag, (scores.get(tag) ?? 0) + found);
  }
  const [first, second] = [...scores].sort(([, a], [, b]) => b - a);
  const trigrams = franc(text.slice(0, TRIGRAM_TEXT), {
    minLength: 30,
    ...(distinctWords(text) < FEWEST_WORDS && { only: ENCODED }),
  });
  const tag = trigrams === 'und' ? undefined : Intl.getCanonicalLocales(trigrams)[0];
  if (first && first[1] > 1 && (first[0] === tag || first[1] >= (second?.[1] ?? 0) * LEAD)) {
    const agree = first[0] === tag;
    return {
      tag: first[0],
      certainty: agree ? 'medium' : 'low',
      reason: agree
        ? 'its words and groups of letters are those of that language'
        : 'most of its known words and letters are of that language; the text is short or mixed',
    };
  }
  const hinted = expected.find((one) => one === tag || scores.has(one));
  if (hinted !== undefined) {
    return {
      tag: hinted,
      certainty: 'low',
      reason: 'the edition names that language, and the text may be in it',
    };
  }
  if (first && (tag === undefined || !mayBe(tag, first, counts, text))) {
    return {
      tag: first[0],
      certainty: 'low',
      reason: 'the few small words that it has are of that language',
    };
  }
  if (tag !== undefined)
    return { tag, certainty: 'low', reason: 'its groups of letters are most like that language' };
  if (expected[0] !== undefined) {
    return {
      tag: expected[0],
      certainty: 'low',
      reason: 'the text does not tell; the edition names that language',
    };
  }
  return { tag: 'und', certainty: 'low', reason: 'the text is too short to tell' };
}

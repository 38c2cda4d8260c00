/** Properties of single words for the search of names that no list has. */
import { cities, countries, forenames, peoples } from '../../../languages/packaged-words.ts';
import { languageOf } from '../../../languages/table.ts';
import { abbreviatedForename, commonForename } from '../../persons/forms/given-names.ts';
import { isDotted, type Lexicon, lexiconOf } from '../../words/lexicon.ts';
import type { NameToken } from '../../words/tokens.ts';
import type { NamePassage } from '../model.ts';
import { isListedWord, isOrdinaryWord } from './ordinary.ts';
import { isPlaceElsewhere, type UnlistedSets, unlistedWords } from './word-sets.ts';

/** How well known a place is: in the language's own list, a country, a city by its size. */
type PlaceRank = 'listed' | 'large' | 'small';

/** The words of one language, and those that the texts themselves use as ordinary words. */
export class OrdinaryWords {
  readonly lexicon: Lexicon;
  readonly sets: UnlistedSets;
  readonly tag: string;
  readonly #used: ReadonlySet<string>;
  readonly #dictionary = new Map<string, boolean>();
  readonly #never = new Map<string, boolean>();

  constructor(tag: string, sets: UnlistedSets, used: ReadonlySet<string>) {
    this.tag = tag;
    this.lexicon = lexiconOf(languageOf(tag));
    this.sets = sets;
    this.#used = used;
  }

  /** A month, a weekday, a people, a small word: never a name or a part of one. */
  isNever({ key, text }: NameToken): boolean {
    let never = this.#never.get(text);
    if (never === undefined) {
      never = this.#cannotName(key, text);
      this.#never.set(text, never);
    }
    return never;
  }

  #cannotName(key: string, text: string): boolean {
    const { lexicon, sets } = this;
    return (
      !/^\p{L}/u.test(text) ||
      // "Cotta’sche".
      /['’]sche[mnrs]?$/.test(text) ||
      isAbbreviation(text) ||
      lexicon.isClosed(key) ||
      lexicon.isMonth(key) ||
      lexicon.isWeekday(key) ||
      this.#isPeople(key) ||
      sets.ordinary.has(key) ||
      (this.tag === 'en' && /(?:.{3}isms?|.{4}ists|^i'.*)$/.test(key))
    );
  }

  #isPeople(key: string): boolean {
    const names = peoples(this.tag);
    return (
      this.sets.peoples.has(key) ||
      names.has(key) ||
      (key.endsWith('s') && names.has(key.slice(0, -1)))
    );
  }

  /** Alone it is an ordinary word, as far as the language or the texts show. */
  isOrdinary(token: NameToken): boolean {
    return this.isPlain(token) || this.isInDictionary(token);
  }

  /** As `isOrdinary`, without words that only a dictionary has: "Rusk", "Ball". */
  isPlain(token: NameToken): boolean {
    const { key } = token;
    return (
      this.isNever(token) ||
      this.lexicon.isCommon(key) ||
      this.isTitle(token) ||
      this.sets.organizations.has(key) ||
      this.#used.has(key)
    );
  }

  isInDictionary({ key }: NameToken): boolean {
    let found = this.#dictionary.get(key);
    if (found === undefined) {
      found = isOrdinaryWord(this.tag, key);
      this.#dictionary.set(key, found);
    }
    return found;
  }

  /** The dictionary has the word itself, not only parts of a possible compound. */
  isListed({ key }: NameToken): boolean {
    return isListedWord(this.tag, key);
  }

  /** The texts write the word in lower case somewhere, or in German after an article. */
  isUsed({ key }: NameToken): boolean {
    return this.#used.has(key);
  }

  isForename(token: NameToken): boolean {
    const { key } = token;
    if (!token.capital) return false;
    if (commonForename(key) || abbreviatedForename(key)) return true;
    return forenames().has(key) && !this.isOrdinary(token) && this.#rank(key) !== 'listed';
  }

  isTitle({ capital, key }: NameToken): boolean {
    if (!capital) return false;
    return this.lexicon.isTitle(key) || (this.lexicon.capitalNouns && isGermanOffice(key));
  }

  isCourtesy({ key }: NameToken): boolean {
    return this.lexicon.isFemaleTitle(key) || this.lexicon.isMaleTitle(key) || key === 'dr';
  }

  /** German "Frankfurter", "Münchner": the adjective of a city. */
  isOfCity({ key, capital }: NameToken): boolean {
    if (!capital || !this.lexicon.capitalNouns || !key.endsWith('er') || key.length < 5)
      return false;
    const stem = key.slice(0, -2);
    return [stem, `${stem}en`, stem.replace(/n$/, 'en')].some((city) => {
      const rank = this.#rank(city);
      return rank === 'listed' || rank === 'large';
    });
  }

  /** How many tokens from `at` on are a place, and how well known it is. */
  placeAt(
    tokens: readonly NameToken[],
    at: number,
  ): { count: number; rank: PlaceRank } | undefined {
    for (let count = 4; count > 0; count--) {
      const run = tokens.slice(at, at + count);
      if (run.length < count || !run.at(-1)?.capital) continue;
      if (run.slice(1).some(({ gap }) => !/^(?:\.? |[-‐‑])$/.test(gap))) continue;
      const key = run.map((token) => token.key).join('_');
      const rank = this.#rank(key) ?? (count === 1 ? this.#rank(genitive(key, this)) : undefined);
      if (!rank) continue;
      // A small city of one word may be a surname, an ordinary word, a forename.
      if (count > 1 || rank !== 'small') return { count, rank };
      const token = run[0] as NameToken;
      // "ICA": an abbreviation.
      if (token.shout && token.text.length < 5) continue;
      if (!this.isPlain(token) && !this.isListed(token) && !this.isForename(token))
        return { count, rank };
    }
    return undefined;
  }

  #rank(key: string): PlaceRank | undefined {
    if (key === '') return undefined;
    if (this.sets.places.has(key) || countries(this.tag).has(key)) return 'listed';
    // "Coblenz", "Cöln".
    const modern = this.lexicon.capitalNouns ? key.replace(/^c(?=[aeolru])/, 'k') : key;
    return (
      cities(this.tag).get(key) ??
      cities(this.tag).get(modern) ??
      (isPlaceElsewhere(key) ? 'small' : undefined)
    );
  }

  /** "U.S.", "U.N.": initials that are not a person's. */
  isDotted(initials: readonly NameToken[]): boolean {
    return isDotted(initials.map(({ key }) => key).join(''));
  }
}

/** "Ministerialrat", "Theaterdirektor": the last part of a compound is an office. */
function isGermanOffice(key: string): boolean {
  return (
    /^.{3,}(?:rath?|rathin|ratin|direktors?|director|prasident|minister|leutnant|lieutenant|sekretar|inspektor|inspector|professor|assessor|kommissar|anwalt|intendant)$/.test(
      key,
    ) && !/(?:^hei|^vor|^ver|^haus|^appa|^un|^zier|^mono|^inse|^refe)rath?$/.test(key)
  );
}

/** "SSBNs", "ChiGovt": capitals within a word, which names do not have. */
function isAbbreviation(text: string): boolean {
  return (
    /^\p{Lu}{2,}s$/u.test(text) ||
    (/\p{Ll}\p{Lu}/u.test(text) &&
      !/^(?:Ma?c|De|Di|Da|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|L['’])\p{Lu}/u.test(text))
  );
}

/** German "Berlins"; undefined if the language does not have this genitive. */
function genitive(key: string, { lexicon }: OrdinaryWords): string {
  return lexicon.capitalNouns && key.length > 4 && key.endsWith('s') ? key.slice(0, -1) : '';
}

/** The words of each language that the texts are in; texts in other languages are not searched. */
export function wordsOfTexts(
  texts: readonly { readonly passage: NamePassage; readonly tokens: readonly NameToken[] }[],
): ReadonlyMap<string, OrdinaryWords> {
  const used = new Map<string, Set<string>>();
  for (const {
    passage: { language },
    tokens,
  } of texts) {
    const sets = unlistedWords(language);
    if (!sets) continue;
    const lexicon = lexiconOf(languageOf(language));
    const words = used.get(language) ?? new Set<string>();
    for (const [at, token] of tokens.entries()) {
      const before = tokens[at - 1];
      if (!token.capital) words.add(token.key);
      else if (
        lexicon.capitalNouns &&
        before &&
        token.gap === ' ' &&
        lexicon.isDeterminer(before.key) &&
        isOrdinaryWord(language, token.key)
      )
        words.add(token.key);
    }
    used.set(language, words);
  }
  const entries = [...used].flatMap(([tag, words]): [string, OrdinaryWords][] => {
    const sets = unlistedWords(tag);
    return sets ? [[tag, new OrdinaryWords(tag, sets, words)]] : [];
  });
  return new Map(entries);
}

/** The token begins a sentence, so that its capital is not evidence. */
export function beginsSentence(
  tokens: readonly NameToken[],
  at: number,
  words: OrdinaryWords,
): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return true;
  if (/[!?:…;―–—]/.test(token.gap) || /["“„»]/.test(token.gap)) return true;
  return token.gap.includes('.') && !before.initial && !words.isTitle(before);
}

/**
 * "and" in the languages in which names are found. `key`: of a word; undefined where there is none.
 */
export function isAnd(key: string | undefined): boolean {
  return key !== undefined && ['and', 'und', 'et', 'y', 'e'].includes(key);
}

/** Questions about single words when names are looked for that no list has. */
import { languageOf } from '../../languages/table.ts';
import { type Lexicon, lexiconOf } from '../lexicon.ts';
import { abbreviatedForename, commonForename } from '../persons/given-names.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { NamePassage } from './model.ts';
import { type UnlistedSets, unlistedWords } from './word-sets.ts';

/** Endings of German abstract nouns: never a name by a preposition alone. */
const ABSTRACT =
  /(?:ung|ungen|heit|keit|schaft|tion|itat|nis|ismus|tum|lich|erei|ern|chen|lein|enz|anz|mente?|stunde|abend|tag|zeit|haus|wagen|brief|stuck)$/;

/** The words of one language, and those that the texts themselves use as ordinary words. */
export class Words {
  readonly lexicon: Lexicon;
  readonly sets: UnlistedSets;
  readonly #used: ReadonlySet<string>;

  constructor(tag: string, sets: UnlistedSets, used: ReadonlySet<string>) {
    this.lexicon = lexiconOf(languageOf(tag));
    this.sets = sets;
    this.#used = used;
  }

  /** A month, a weekday, a people, a small word: never a name or a part of one. */
  isNever({ key, text }: Token): boolean {
    const { lexicon, sets } = this;
    return (
      !/^\p{L}/u.test(text) ||
      lexicon.isClosed(key) ||
      lexicon.isMonth(key) ||
      lexicon.isWeekday(key) ||
      sets.peoples.has(key) ||
      sets.ordinary.has(key)
    );
  }

  /** Alone it is an ordinary word, as far as the language or the texts show. */
  isOrdinary(token: Token): boolean {
    const { key } = token;
    return (
      this.isNever(token) ||
      this.lexicon.isCommon(key) ||
      this.lexicon.isTitle(key) ||
      this.sets.organizations.has(key) ||
      this.#used.has(key) ||
      (this.lexicon.capitalNouns && ABSTRACT.test(key))
    );
  }

  isForename(token: Token): boolean {
    return token.capital && (commonForename(token.key) || abbreviatedForename(token.key));
  }

  isTitle(token: Token): boolean {
    return token.capital && this.lexicon.isTitle(token.key);
  }

  isCourtesy({ key }: Token): boolean {
    return this.lexicon.isFemaleTitle(key) || this.lexicon.isMaleTitle(key) || key === 'dr';
  }

  /** How many tokens from `at` on are a well-known place; 0 where there is none. */
  placeAt(tokens: readonly Token[], at: number): number {
    for (let count = 3; count > 0; count--) {
      const run = tokens.slice(at, at + count);
      if (run.length < count || run.slice(1).some(({ gap }) => !/^\.? $/.test(gap))) continue;
      if (this.sets.places.has(run.map(({ key }) => key).join('_'))) return count;
    }
    return 0;
  }
}

/** The words of each language that the texts are in; texts in other languages are not searched. */
export function wordsOfTexts(passages: readonly NamePassage[]): ReadonlyMap<string, Words> {
  const used = new Map<string, Set<string>>();
  for (const { language, text } of passages) {
    const sets = unlistedWords(language);
    if (!sets) continue;
    const { capitalNouns } = lexiconOf(languageOf(language));
    const lexicon = lexiconOf(languageOf(language));
    const words = used.get(language) ?? new Set<string>();
    const tokens = tokenize(text);
    for (const [at, token] of tokens.entries()) {
      const before = tokens[at - 1];
      if (!token.capital) words.add(token.key);
      else if (capitalNouns && before && token.gap === ' ' && lexicon.isDeterminer(before.key))
        words.add(token.key);
    }
    used.set(language, words);
  }
  const entries = [...used].flatMap(([tag, words]): [string, Words][] => {
    const sets = unlistedWords(tag);
    return sets ? [[tag, new Words(tag, sets, words)]] : [];
  });
  return new Map(entries);
}

/** The token begins a sentence, so that its capital says nothing. */
export function beginsSentence(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return true;
  if (/[!?:…;]/.test(token.gap) || /["“„»]/.test(token.gap)) return true;
  return token.gap.includes('.') && !before.initial && !words.isTitle(before);
}

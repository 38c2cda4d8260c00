/** Families by the plural of their surname, as English has it: "the Newberys", "the Miss Hunts". */
import type { NameToken } from '../words/tokens.ts';
import type { SearchState } from './evidence.ts';
import type { DecidedName, NameRun } from './model.ts';
import type { OrdinaryWords } from './words/words.ts';

/**
 * "the Miss Wheelers", "the Misses Wheeler": the plural of a surname after an article and a title.
 */
export function familyAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  const [title, name] = tokens.slice(at, at + 2);
  const before = tokens[at - 1];
  if (words.lexicon.capitalNouns || before?.key !== 'the' || !title || !name?.capital)
    return undefined;
  if (!words.lexicon.isFemaleTitle(title.key) || name.gap !== ' ' || taken[at + 1])
    return undefined;
  const isPlural = title.key.endsWith('es') || /s$/.test(name.key);
  return isPlural && !words.isNever(name)
    ? { from: at, end: at + 2, kind: 'org', rule: 'family' }
    : undefined;
}

/**
 * "the Newberys", "the Valpy’s": the texts have the surname, or one calls at, on, meets or dines
 * with them.
 */
export function isFamily({ tokens, words, evidence }: SearchState, at: number): boolean {
  const token = tokens[at] as NameToken;
  const [verb, article] = [tokens[at - 2], tokens[at - 1]];
  const next = tokens[at + 1];
  if (words.lexicon.capitalNouns || article?.key !== 'the' || article.capital) return false;
  if (token.gap !== ' ' || token.shout || words.isNever(token) || words.isTitle(token))
    return false;
  const isPossessive = /^['’]s?\b/.test(next?.gap ?? '');
  if (!isPossessive && !token.key.endsWith('s')) return false;
  // "the Valpy’s house", "the Davis Cup".
  if (isPossessive && /^['’]s? $/.test(next?.gap ?? '') && !isBehindFamily(next)) return false;
  if (next?.gap === ' ' && next.capital) return false;
  const stems = [token.key, token.key.replace(/s$/, ''), token.key.replace(/ies$/, 'y')];
  if (stems.some((stem) => (evidence.get(stem)?.surname ?? 0) > 0)) return true;
  if (words.isOrdinary(token) || words.placeAt(tokens, at)) return false;
  // "the Newberys called".
  const isSubject = next?.gap === ' ' && /^(?:called|came|dined|left|drank)$/.test(next.key);
  return isSubject || /^(?:at|on|met|visited|with)$/.test(verb?.key ?? '');
}

/** "the Valpy’s, Hawkes’s, Brookes & Bulleys": after a family, with a comma or "and" between. */
export function inFamilies(
  { tokens, words }: SearchState,
  at: number,
  families: ReadonlySet<number>,
): DecidedName | undefined {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  const isListed =
    families.has(at - 1) && /^(?:['’]s?)?(?:,| &) $/.test(token.gap)
      ? true
      : families.has(at - 2) && tokens[at - 1]?.key === 'and';
  if (!isListed || words.isNever(token) || (next?.gap === ' ' && next.capital)) return undefined;
  const isPlural = token.key.endsWith('s') || /^['’]s?\b/.test(next?.gap ?? '');
  return isPlural ? { kind: 'org', rule: 'family', count: 1 } : undefined;
}

/** "called at the Valpy’s and dined": a small word, not what they own. */
function isBehindFamily(next: NameToken | undefined): boolean {
  return /^(?:and|in|on|at|to|with|for|yesterday|today|again|where|who)$/.test(next?.key ?? '');
}

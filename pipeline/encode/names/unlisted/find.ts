/**
 * Finds names in one passage by their form and context (`RULES` in `model.ts`). Each token is
 * examined once, and no pattern is repeated within another: time grows linearly with the length of
 * the text.
 */
import type { NameToken } from '../words/tokens.ts';
import type { SearchedPassage } from './evidence.ts';
import { familyAt } from './families.ts';
import { firmAt } from './firms.ts';
import type { FoundName, NamePassage, NameRun } from './model.ts';
import { organizationAt } from './organizations.ts';
import { personAt } from './persons.ts';
import { placeWordAt, possessedPlaceAt } from './places.ts';
import type { OrdinaryWords } from './words/words.ts';

export function searchPassage(
  passage: NamePassage,
  tokens: readonly NameToken[],
  words: OrdinaryWords,
): SearchedPassage {
  const taken = coveredTokens(tokens, passage.covered);
  const names: FoundName[] = [];
  const take = (run: NameRun) => {
    const name = nameInRun(run, passage, tokens, words);
    for (let at = run.titleFrom ?? run.from; at < run.end; at++) taken[at] = true;
    names.push(name);
  };
  for (const mark of passage.marked) {
    const run = markedRun(mark, tokens, taken, words);
    if (run) take(run);
  }
  const shouting = passage.role === 'text' && isShouting(tokens);
  for (let at = 0; at < tokens.length; at++) {
    if (taken[at] || !tokens[at]?.capital) continue;
    const run =
      firmAt(tokens, at, taken, words) ??
      organizationAt(tokens, at, taken, words) ??
      possessedPlaceAt(tokens, at, taken, words) ??
      familyAt(tokens, at, taken, words) ??
      personAt(tokens, at, taken, words, passage.role) ??
      placeWordAt(tokens, at, taken, words) ??
      longPlaceAt(tokens, at, taken, words);
    if (!run || (shouting && run.titleFrom === run.from)) continue;
    take(run);
    at = run.end - 1;
  }
  return { passage, words, tokens, names, taken };
}

/** By token, whether some range covers it. */
function coveredTokens(tokens: readonly NameToken[], ranges: NamePassage['covered']): boolean[] {
  const sorted = [...ranges].sort((one, other) => one.start - other.start);
  let next = 0;
  let covered = 0;
  return tokens.map(({ start, end }) => {
    for (let range = sorted[next]; range && range.start < end; range = sorted[++next])
      covered = Math.max(covered, range.end);
    return start < covered;
  });
}

/** "New York", "Bad Ischl": a known place of several words. */
function longPlaceAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  const own = words.placeAt(tokens, at);
  const place = own && own.count > 1 ? own : qualifiedPlaceAt(tokens, at, words);
  if (!place || place.count < 2 || taken.slice(at, at + place.count).some(Boolean))
    return undefined;
  return { from: at, end: at + place.count, kind: 'place', rule: 'gazetteer' };
}

/** "New South Wales", "South Vietnam": an adjective of places and a place. */
function qualifiedPlaceAt(
  tokens: readonly NameToken[],
  at: number,
  words: OrdinaryWords,
): { readonly count: number } | undefined {
  let from = at;
  const isAdjective = (token: NameToken | undefined) =>
    token?.capital === true && !token.shout && words.lexicon.isPlaceAdjective(token.key);
  while (from < at + 2 && isAdjective(tokens[from]) && tokens[from + 1]?.gap === ' ') from++;
  const place = from > at ? words.placeAt(tokens, from) : undefined;
  if (!place || place.rank === 'small') return undefined;
  const last = from + place.count;
  // "New London Magazine".
  return tokens[last]?.gap === ' ' && tokens[last]?.capital ? undefined : { count: last - at };
}

/**
 * A name that the TEI marks: its title is removed; a name with only ordinary words does not count.
 */
function markedRun(
  { start, end, kind, rule }: NamePassage['marked'][number],
  tokens: readonly NameToken[],
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  const inside = tokens.flatMap((token, at) =>
    token.start >= start && token.end <= end && !taken[at] ? [at] : [],
  );
  let [from = -1] = inside;
  const last = inside.at(-1) ?? -1;
  if (from < 0) return undefined;
  const titleFrom = from;
  const at = (index: number) => tokens[index] as NameToken;
  if (kind === 'person') while (from < last && words.isTitle(at(from))) from++;
  const parts = tokens.slice(from, last + 1);
  const proper = parts.some(
    (part) => part.capital && !words.isNever(part) && (kind !== 'person' || !words.isTitle(part)),
  );
  if (!proper) return undefined;
  // "Department of State" as the place of a letter.
  if (kind === 'place' && parts.some(({ key }) => words.sets.organizations.has(key)))
    return { from, end: last + 1, kind: 'org', rule };
  return { from, end: last + 1, kind, rule, titleFrom };
}

/** More than half of the words are in capitals: a heading, a telegram. */
export function isShouting(tokens: readonly NameToken[]): boolean {
  return tokens.filter(({ shout }) => shout).length * 2 > tokens.length;
}

export function nameInRun(
  { from, end, kind, rule, titleFrom = from }: NameRun,
  passage: NamePassage,
  tokens: readonly NameToken[],
  words: OrdinaryWords,
): FoundName {
  const first = tokens[from] as NameToken;
  const last = tokens[end - 1] as NameToken;
  const title = tokens.slice(titleFrom, from);
  return {
    kind,
    rule,
    passage,
    start: first.start,
    end: last.end,
    form: passage.text.slice(first.start, last.end),
    title: title.map(({ text }) => text).join(' '),
    isFemale: title.some(({ key }) => words.lexicon.isFemaleTitle(key)),
  };
}

/**
 * Names of one passage by their own form and by what stands around them (`RULES` in `model.ts`).
 * Each token is looked at once, and no pattern is repeated within another: time grows with the
 * length of the text.
 */
import { type Token, tokenize } from '../tokens.ts';
import type { FoundName, NamePassage, ProposedKind, RuleName } from './model.ts';
import { personAt } from './persons.ts';
import { organizationAt, placeWordAt } from './places.ts';
import { beginsSentence, type Words } from './words.ts';

/** A found run of tokens; `end` is exclusive. */
export interface Run {
  readonly from: number;
  readonly end: number;
  readonly kind: ProposedKind;
  readonly rule: RuleName;
  /** First token of the title; `from` where there is none. */
  readonly titleFrom?: number;
}

/** A passage, its words, and what was found in it by form: the second look begins with it. */
export interface SearchedPassage {
  readonly passage: NamePassage;
  readonly words: Words;
  readonly tokens: readonly Token[];
  readonly names: readonly FoundName[];
  /** By token: covered by an entry, or part of a name that was found. */
  readonly taken: readonly boolean[];
}

export function searchPassage(passage: NamePassage, words: Words): SearchedPassage {
  const tokens = tokenize(passage.text);
  const taken = tokens.map(({ start, end }) =>
    passage.covered.some((range) => start < range.end && end > range.start),
  );
  const names: FoundName[] = [];
  const take = (run: Run) => {
    const name = nameOf(run, passage, tokens, words);
    for (let at = run.titleFrom ?? run.from; at < run.end; at++) taken[at] = true;
    names.push(name);
  };
  for (const mark of passage.marked) {
    const run = markedRun(mark, tokens, taken, words);
    if (run) take(run);
  }
  const shouting = isShouting(tokens);
  for (let at = 0; at < tokens.length; at++) {
    if (taken[at] || !tokens[at]?.capital) continue;
    const run =
      organizationAt(tokens, at, taken, words) ??
      personAt(tokens, at, taken, words, passage.role) ??
      placeWordAt(tokens, at, taken, words) ??
      placeAt(tokens, at, taken, words);
    if (!run || (shouting && run.titleFrom === run.from)) continue;
    take(run);
    at = run.end - 1;
  }
  return { passage, words, tokens, names, taken };
}

function placeAt(
  tokens: readonly Token[],
  at: number,
  taken: readonly boolean[],
  words: Words,
): Run | undefined {
  const count = words.placeAt(tokens, at);
  if (count === 0 || taken.slice(at, at + count).some(Boolean)) return undefined;
  return { from: at, end: at + count, kind: 'place', rule: 'gazetteer' };
}

/** A name that the TEI marks: its title is taken off; one of ordinary words alone is no name. */
function markedRun(
  { start, end, kind, rule }: NamePassage['marked'][number],
  tokens: readonly Token[],
  taken: readonly boolean[],
  words: Words,
): Run | undefined {
  const inside = tokens.flatMap((token, at) =>
    token.start >= start && token.end <= end && !taken[at] ? [at] : [],
  );
  let [from = -1] = inside;
  const last = inside.at(-1) ?? -1;
  if (from < 0) return undefined;
  const titleFrom = from;
  const at = (index: number) => tokens[index] as Token;
  if (kind === 'person') while (from < last && words.isTitle(at(from))) from++;
  const parts = tokens.slice(from, last + 1);
  const proper = parts.some(
    (part) => part.capital && !words.isNever(part) && (kind !== 'person' || !words.isTitle(part)),
  );
  if (!proper) return undefined;
  // "Department of State" where the place of a letter is meant.
  if (kind === 'place' && parts.some(({ key }) => words.sets.organizations.has(key)))
    return { from, end: last + 1, kind: 'org', rule };
  return { from, end: last + 1, kind, rule, titleFrom };
}

/** More than half of the words are in capitals: a heading, a telegram. */
function isShouting(tokens: readonly Token[]): boolean {
  return tokens.filter(({ shout }) => shout).length * 2 > tokens.length;
}

export function nameOf(
  { from, end, kind, rule, titleFrom = from }: Run,
  passage: NamePassage,
  tokens: readonly Token[],
  words: Words,
): FoundName {
  const first = tokens[from] as Token;
  const last = tokens[end - 1] as Token;
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

/**
 * The second look, when it is known which surnames the texts have: bare surnames, forenames alone,
 * and words that only their surroundings make a name.
 */
export function searchAgain(
  { passage, words, tokens, names, taken: before }: SearchedPassage,
  surnames: ReadonlySet<string>,
): readonly FoundName[] {
  const found = [...names];
  const taken = [...before];
  const shouting = isShouting(tokens);
  const persons = names.filter(({ kind }) => kind === 'person').sort((a, b) => a.start - b.start);
  const isPersonAt = tokens.map(({ start, end }) => {
    while (persons[0] !== undefined && persons[0].end <= start) persons.shift();
    return persons[0] !== undefined && start >= persons[0].start && end <= persons[0].end;
  });
  const isPerson = (at: number) => isPersonAt[at] === true;
  for (const [at, token] of tokens.entries()) {
    if (taken[at] || !token.capital || token.text.length < 3 || shouting) continue;
    const listed =
      words.isOrdinary(token) || !followsInList(tokens, at, isPerson)
        ? undefined
        : ({ kind: 'person', rule: 'person-list' } as const);
    const weak = weakRule(tokens, at, words, surnames) ?? listed;
    if (!weak) continue;
    taken[at] = true;
    isPersonAt[at] = weak.kind === 'person';
    found.push(nameOf({ from: at, end: at + 1, ...weak }, passage, tokens, words));
  }
  return found.sort((one, other) => one.start - other.start);
}

function weakRule(
  tokens: readonly Token[],
  at: number,
  words: Words,
  surnames: ReadonlySet<string>,
): { kind: ProposedKind; rule: RuleName } | undefined {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  const first = beginsSentence(tokens, at, words);
  const followedByCapital = next?.gap === ' ' && next.capital && !words.lexicon.capitalNouns;
  const known = surnames.has(token.key) || surnames.has(withoutGenitive(token.key, words));
  const isPlain = words.isOrdinary(token);
  if (known && !words.isNever(token) && (!isPlain || (!first && !words.lexicon.capitalNouns)))
    return { kind: 'person', rule: 'surname-again' };
  if (isPlain) return undefined;
  if (words.isForename(token) && !followedByCapital)
    return { kind: 'person', rule: 'forename-alone' };
  if (token.shout || followedByCapital) return undefined;
  const preposition = before && token.gap === ' ' && !before.capital ? before.key : '';
  if (words.sets.personPrepositions.has(preposition))
    return { kind: 'person', rule: 'person-context' };
  if (words.sets.placePrepositions.has(preposition))
    return { kind: 'place', rule: 'place-context' };
  const speaks = next?.gap === ' ' && words.lexicon.isVerbOfSaying(next.key);
  const possesses = !words.lexicon.capitalNouns && /^['’]s/.test(next?.gap ?? '');
  if (!first && (speaks || possesses)) return { kind: 'person', rule: 'person-context' };
  return undefined;
}

/** "Mit Salten, Bahr und Brahm": the word before is a person, with a comma or "and" between. */
function followsInList(
  tokens: readonly Token[],
  at: number,
  isPerson: (at: number) => boolean,
): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (next?.gap === ' ' && next.capital) return false;
  if (/^\.?, $/.test(token?.gap ?? '')) return isPerson(at - 1);
  return /^(?:and|und)$/.test(tokens[at - 1]?.key ?? '') && isPerson(at - 2);
}

/** German "Schnitzlers Brief". */
export function withoutGenitive(key: string, words: Words): string {
  return words.lexicon.capitalNouns && key.length > 4 && key.endsWith('s') ? key.slice(0, -1) : key;
}

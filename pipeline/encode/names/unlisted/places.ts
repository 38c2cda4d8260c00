/** Organizations and places by the words in their names: "Company", "River", "-gasse". */
import type { NameToken } from '../words/tokens.ts';
import type { NameRun } from './model.ts';
import type { OrdinaryWords } from './words.ts';

/** The most words of an organization's name. */
const MOST_WORDS = 8;

export function organizationAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  const { organizations, joins } = words.sets;
  let from = at;
  // "The Standard Oil Company" begins after the article; a people may begin a name.
  while (tokens[from]?.capital && words.lexicon.isClosed(tokens[from]?.key ?? '')) from++;
  if (!isCapital(tokens, from, taken) || (from > at && tokens[from]?.gap !== ' ')) return undefined;
  let end = from;
  let last = from;
  let joined = false;
  for (; end < tokens.length && end - from < MOST_WORDS; end++) {
    const token = tokens[end] as NameToken;
    if (taken[end] || (end > from && token.gap !== ' ')) break;
    if (token.capital && !words.lexicon.isClosed(token.key)) {
      if (last < end - 1) joined = true;
      last = end;
    } else if (!joins.has(token.key) || token.capital || end === from) break;
    else if (isBetweenNames(tokens, end, organizations)) break;
  }
  if (from === last && endsAsOrganization(tokens[from] as NameToken, words))
    return { from, end: from + 1, kind: 'org', rule: 'organization-word' };
  last = withoutWordsBehind(tokens, from, last, words);
  const parts = tokens.slice(from, last + 1);
  const head = parts.find(({ key }) => organizations.has(key));
  if (!head || parts.length < 2 || words.isTitle(parts[0] as NameToken)) return undefined;
  if (words.isForename(parts[0] as NameToken) && head !== parts.at(-1)) return undefined;
  // "Nixon Administration", "Johnson Library": editions mark the person.
  if (parts.length === 2 && head === parts[1] && words.sets.ofPersons.has(head.key))
    return undefined;
  const own = parts.some(
    (part) => part.capital && !organizations.has(part.key) && !words.isPlain(part),
  );
  const named = joined && organizations.has((parts[0] as NameToken).key) && parts.at(-1) !== head;
  if (!own && !named && !isNamedByAdjective(parts, head, words)) return undefined;
  return { from, end: last + 1, kind: 'org', rule: 'organization-word' };
}

const NAMING_ADJECTIVE =
  /^(?:neu|frei|deutsch|allgemein|kaiserlich|königlich|koniglich|rheinisch|vossisch|kölnisch|kolnisch|österreichisch|osterreichisch|schweizerisch|bayerisch|preußisch|preussisch)e[nrs]?$/;

/** "Frankfurter Zeitung", "Neue Freie Presse": German capitalizes adjectives only in names. */
function isNamedByAdjective(
  parts: readonly NameToken[],
  head: NameToken,
  words: OrdinaryWords,
): boolean {
  if (!words.lexicon.capitalNouns || head !== parts.at(-1)) return false;
  return parts
    .slice(0, -1)
    .every((part) => words.isOfCity(part) || NAMING_ADJECTIVE.test(part.key));
}

/** "the Department and Taipei", "the Agency and the German Ministry": "and" between two names. */
function isBetweenNames(
  tokens: readonly NameToken[],
  at: number,
  organizations: ReadonlySet<string>,
): boolean {
  const next = tokens[at + 1];
  if (!/^(?:and|und|et|y|e)$/.test(tokens[at]?.key ?? '')) return false;
  return (
    organizations.has(tokens[at - 1]?.key ?? '') || !next?.capital || organizations.has(next.key)
  );
}

/** "Department of State Interpreter", "Council Ministerial": ordinary words after the name. */
function withoutWordsBehind(
  tokens: readonly NameToken[],
  from: number,
  last: number,
  words: OrdinaryWords,
): number {
  const { organizations, joins } = words.sets;
  const isJoined = tokens.slice(from, last).some((token) => !token.capital && joins.has(token.key));
  let end = last;
  for (; end > from; end--) {
    const token = tokens[end] as NameToken;
    const isBehind = isJoined ? words.isTitle(token) : words.isOrdinary(token);
    if (organizations.has(token.key) || !isBehind) break;
    if (joins.has(tokens[end - 1]?.key ?? '')) break;
  }
  return end;
}

export function placeWordAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  const { placeAfter, placeBefore, placeEndings } = words.sets;
  const token = tokens[at] as NameToken;
  const place = (end: number): NameRun => ({ from: at, end, kind: 'place', rule: 'place-word' });
  for (const ending of placeEndings) {
    const rest = token.key.length - ending.length;
    if (rest < 3 || !token.key.endsWith(ending) || words.isNever(token)) continue;
    if (!words.isOrdinary(token) || isStreetAddress(tokens, at) || isLane(token))
      return place(at + 1);
  }
  const next = tokens[at + 1];
  if (!next || taken[at + 1] || !next.capital || !/^\.? $/.test(next.gap)) return undefined;
  const isSaint = /^(?:st|sankt|sanct)$/.test(token.key) && words.lexicon.capitalNouns;
  if (placeBefore.has(token.key) && (isSaint || !words.isOrdinary(next))) return place(at + 2);
  if (next.gap === ' ' && placeAfter.has(next.key) && !words.isNever(token))
    if (!words.isOrdinary(token) || isHouse(tokens, at, words)) return place(at + 2);
  return undefined;
}

/** "went to see Grove Cottage". */
function isHouse(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  return /^(?:cottage|farm|manor)$/.test(tokens[at + 1]?.key ?? '') && !words.isTitle(token);
}

/** "Kantstraße 34": a house number after it. */
function isStreetAddress(tokens: readonly NameToken[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.gap === ' ' && /^\d{1,3}$/.test(next.text);
}

/** "Kochgasse": a lane with a name of its own. */
function isLane({ key }: NameToken): boolean {
  return key.endsWith('gasse') && !/^(?:sack|seiten|neben|quer|hinter|vorder)gasse$/.test(key);
}

/** "Burgtheater"; "das Theater" is an ordinary word. */
function endsAsOrganization(token: NameToken, words: OrdinaryWords): boolean {
  const rest = (ending: string) => token.key.replace(/s$/, '').length - ending.length;
  return [...words.sets.organizationEndings].some(
    (ending) =>
      rest(ending) > 2 && token.key.replace(/s$/, '').endsWith(ending) && !words.isNever(token),
  );
}

function isCapital(tokens: readonly NameToken[], at: number, taken: readonly boolean[]): boolean {
  return tokens[at]?.capital === true && !taken[at];
}

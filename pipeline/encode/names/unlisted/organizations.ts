/** Organizations by the words in their names: "Company", "-verein". */
import { pattern } from '../../../core/text.ts';
import type { NameToken } from '../words/tokens.ts';
import type { NameRun } from './model.ts';
import { isVisited } from './places.ts';
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
  const found = (lastOfName: number): NameRun => {
    const kind = isVisited(tokens, from, lastOfName, words) ? 'place' : 'org';
    return { from, end: lastOfName + 1, kind, rule: 'organization-word' };
  };
  if (from === last && endsAsOrganization(tokens[from] as NameToken, tokens[from + 1], words))
    return found(from);
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
  return found(last);
}

const NAMING_ADJECTIVE = pattern('')`
    ^(?:neu|frei|deutsch|allgemein|kaiserlich|königlich|koniglich|rheinisch|vossisch|kölnisch|
    kolnisch|österreichisch|osterreichisch|schweizerisch|bayerisch|preußisch|preussisch)e[nrs]?$
  `;

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

/** "Burgtheater", "Volksth."; "das Theater" is an ordinary word. */
function endsAsOrganization(
  token: NameToken,
  next: NameToken | undefined,
  words: OrdinaryWords,
): boolean {
  if (words.isNever(token)) return false;
  const key = token.key.replace(/s$/, '');
  // After an abbreviation its full stop.
  const shown = next?.gap.startsWith('.') ? [key, `${key}.`] : [key];
  return [...words.sets.organizationEndings].some((ending) =>
    shown.some((one) => one.endsWith(ending) && one.length > ending.length + 2),
  );
}

function isCapital(tokens: readonly NameToken[], at: number, taken: readonly boolean[]): boolean {
  return tokens[at]?.capital === true && !taken[at];
}

/** Organizations by the words in their names: "Company", "-verein". */
import { pattern } from '../../../core/text.ts';
import { HYPHEN, type NameToken } from '../words/tokens.ts';
import type { NameRun } from './model.ts';
import { isVisited } from './places.ts';
import { isAnd, type OrdinaryWords } from './words/words.ts';

/** The most words of an organization's name. */
const MOST_WORDS = 8;

/** What is between an owner and a college. */
const OWNED = /^['’]s $/;

export function organizationAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  const { organizations, joins } = words.sets;
  let from = at;
  // "The Standard Oil Company" begins after the article; a people may begin a name.
  const isArticle = (token?: NameToken) => token?.capital && words.lexicon.isClosed(token.key);
  while (from - at < MOST_WORDS && isArticle(tokens[from])) from++;
  if (!isCapital(tokens, from, taken) || (from > at && tokens[from]?.gap !== ' ')) return undefined;
  let end = from;
  let last = from;
  let joined = false;
  for (; end < tokens.length && end - from < MOST_WORDS; end++) {
    const token = tokens[end] as NameToken;
    if (taken[end] || (end > from && !isJoinedTo(tokens, end, words))) break;
    if (isCapitalized(token) && !words.lexicon.isClosed(token.key)) {
      if (last < end - 1) joined = true;
      last = end;
    } else if (!joins.has(token.key) || token.capital || end === from) break;
    else if (isBetweenNames(tokens, end, organizations)) break;
  }
  const start = from;
  from = afterHolder(tokens, from, last, words);
  if (from > start) joined = tokens.slice(from, last).some(({ capital }) => !capital);
  const found = (lastOfName: number): NameRun => {
    const kind = isVisited(tokens, from, lastOfName, words) ? 'place' : 'org';
    return { from, end: lastOfName + 1, kind, rule: 'organization-word' };
  };
  if (from === last && endsAsOrganization(tokens[from] as NameToken, tokens[from + 1], words))
    return isOneOfSeveral(tokens, from, words) ? undefined : found(from);
  last = withoutWordsBehind(tokens, from, last, words);
  const parts = tokens.slice(from, last + 1);
  const head = parts.find(({ key }) => organizations.has(key)) ?? namedCompound(parts, words);
  // "Gaza and West Bank".
  const isPlace = parts.some((_, one) => {
    const { count = 0 } = words.placeAt(tokens, from + one) ?? {};
    return count > 1 && parts.slice(one, one + count).some((part) => part === head);
  });
  if (isPlace || !head || parts.length < 2) return undefined;
  // "King's College", but "Secretary Rusk Committee".
  if (words.isTitle(parts[0] as NameToken) && !OWNED.test(parts[1]?.gap ?? '')) return undefined;
  if (words.isForename(parts[0] as NameToken) && head !== parts.at(-1)) return undefined;
  // "Nixon Administration", "Johnson Library": editions mark the person.
  if (parts.length === 2 && head === parts[1] && words.sets.ofPersons.has(head.key))
    return undefined;
  const other = parts.slice(parts.indexOf(head) + 1).some(({ key }) => organizations.has(key));
  // "Vossische Zeitung Kölnische Zeitung": a list without commas.
  if (words.lexicon.capitalNouns && other && !joined && head !== parts[0])
    return found(from + parts.indexOf(head));
  // "Presse-Angriffe": the head of a compound is its last part.
  if (tokens[tokens.indexOf(head) + 1]?.gap === '-' && head !== parts.at(-1)) return undefined;
  if (isOneOfMany(parts, head, words)) return undefined;
  const own = parts.some(
    (part) =>
      part.capital &&
      !organizations.has(part.key) &&
      (!words.isPlain(part) || part.initial || isOwnersAdjective(part)),
  );
  // "Finanz-Ministerium" is as "Finanzministerium".
  const isCompound =
    HYPHEN.test(head.gap) && head === parts.at(-1) && words.sets.organizationEndings.has(head.key);
  if (isCompound) return found(last);
  const named = joined && organizations.has((parts[0] as NameToken).key) && parts.at(-1) !== head;
  const isNamed = own || named || isNamedByAdjective(parts, head, words) || isTitled(parts, words);
  return isNamed ? found(last) : undefined;
}

/**
 * The organization in "Herausgeber der Wiener Rundschau", "Records of the Department of State":
 * words before a join belong to the name only if one of them is a word of organizations.
 */
function afterHolder(
  tokens: readonly NameToken[],
  from: number,
  last: number,
  { sets }: OrdinaryWords,
): number {
  const isOrganization = ({ key }: NameToken) => sets.organizations.has(key);
  let start = from;
  for (let at = from + 1; at < last; at++) {
    const { capital, key } = tokens[at] as NameToken;
    // "National Aeronautics and Space Administration".
    if (capital || !sets.joins.has(key) || isAnd(key)) continue;
    if (tokens.slice(start, at).some(isOrganization)) break;
    start = at + 1;
  }
  return start;
}

/** "Cotta’sche Buchhandlung". */
function isOwnersAdjective({ text }: NameToken): boolean {
  return /^\p{Lu}.*['’]sche[mnrs]?$/u.test(text);
}

/** "l’Œuvre" too. */
function isCapitalized({ capital, text }: NameToken): boolean {
  return capital || /^[dl]['’]\p{Lu}/u.test(text);
}

/** After a space, a hyphen ("Ullstein-Konzern"), an abbreviated join ("Theater d. Westens"). */
function isJoinedTo(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const { sets } = words;
  const token = tokens[at] as NameToken;
  const before = tokens[at - 1];
  if (token.gap === ' ') return true;
  // "King's College", "Working Men's Club".
  if (OWNED.test(token.gap)) return sets.owners.has(before?.key ?? '') && sets.owned.has(token.key);
  // "S. Fischer Verlag".
  if (before?.initial && /^\. ?$/.test(token.gap))
    return token.capital && !sets.organizations.has(token.key);
  if (HYPHEN.test(token.gap)) return token.capital && sets.organizations.has(token.key);
  return token.gap === '. ' && before?.text === 'd' && sets.joins.has('d');
}

const NAMING_ADJECTIVE = pattern('')`
    ^(?:neu|frei|deutsch|allgemein|kaiserlich|königlich|koniglich|rheinisch|vossisch|kölnisch|
    kolnisch|österreichisch|osterreichisch|schweizerisch|bayerisch|preußisch|preussisch)e[nrs]?$
  `;

const GENERIC_HEAD = /^(?:theaters?|theatre|buhne|firma|familie|fabrik|klinik|partei|druckerei)$/;

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

/**
 * "King's College", "Great Western Railway": of ordinary words, which English writes with capitals
 * in such names only. One word before the last does not suffice: "the Old Museum".
 */
function isTitled(parts: readonly NameToken[], { lexicon, sets, tag }: OrdinaryWords): boolean {
  const last = parts.at(-1) as NameToken;
  if (tag !== 'en' || !sets.owned.has(last.key) || parts.some(({ shout }) => shout)) return false;
  if (OWNED.test(last.gap)) return true;
  const before = parts.slice(0, -1);
  return before.length > 1 && before.every(({ capital, key }) => capital && !lexicon.isTitle(key));
}

/** "the Department and Taipei", "the Agency and the German Ministry": "and" between two names. */
function isBetweenNames(
  tokens: readonly NameToken[],
  at: number,
  organizations: ReadonlySet<string>,
): boolean {
  const next = tokens[at + 1];
  if (!isAnd(tokens[at]?.key)) return false;
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
    // "Department of State Benjamin Read".
    const isBehind = isJoined
      ? words.isTitle(token) || words.isForename(token)
      : words.isOrdinary(token);
    if (organizations.has(token.key) || !isBehind) break;
    if (endsAsOrganization(token, undefined, words)) break;
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
  const { organizationEndings } = words.sets;
  if (next?.gap.startsWith('.') && organizationEndings.has(`${key}.`)) return true;
  return [...organizationEndings].some(
    (ending) => key.endsWith(ending) && key.length > ending.length + 2,
  );
}

/** "Deutsches Volkstheater": after the adjectives of a name. */
function namedCompound(parts: readonly NameToken[], words: OrdinaryWords): NameToken | undefined {
  const last = parts.at(-1) as NameToken;
  if (parts.length < 2 || !endsAsOrganization(last, undefined, words)) return undefined;
  return isNamedByAdjective(parts, last, words) ? last : undefined;
}

/** "Pariser Theater", "Mailänder Firma": one of many in a city. */
function isOneOfMany(parts: readonly NameToken[], head: NameToken, words: OrdinaryWords): boolean {
  if (!GENERIC_HEAD.test(head.key) || head !== parts.at(-1)) return false;
  return parts.slice(0, -1).every((part) => words.isOfCity(part));
}

/** "eine Kaufgesellschaft": a kind of organization. */
function isOneOfSeveral(
  tokens: readonly NameToken[],
  at: number,
  { lexicon }: OrdinaryWords,
): boolean {
  const before = tokens[at]?.gap === ' ' ? (tokens[at - 1]?.key ?? '') : '';
  return lexicon.capitalNouns && /^(?:k?ein(?:e[mnrs]?)?|jede[mnrs]?|diese[mnrs]?)$/.test(before);
}

function isCapital(tokens: readonly NameToken[], at: number, taken: readonly boolean[]): boolean {
  return tokens[at]?.capital === true && !taken[at];
}

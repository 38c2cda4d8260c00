/**
 * Reading a person's name as a volume's list of persons prints it: "Surname, Forename M., Jr.",
 * with rank, title, nickname and other spellings mixed in ("Smith, General Walter Bedell (Starke)",
 * "Arif [Aref], Colonel Abdul Salam", "Ho Chi Minh").
 *
 * Takes the printed name and the words that follow it in the list. Returns its names in parts, the
 * main one first.
 */

import type { EntityName } from './model.ts';
import { forenameToo, officeWord, titleWord, withoutOrdinal } from './titles.ts';

/** "Jr.", "III". */
export const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Words in parentheses after a name that are not a name: services and the state of a rank. */
const REMARK = /^(?:usa|usn|usaf|usmc|uscg|raf|rn|ret\.?|retired|deceased|acting)$/i;

interface Taken {
  readonly rest: string;
  readonly aside: readonly string[];
  readonly spellings: readonly string[];
}

/**
 * The parts of a printed name. `after` is what the list says next: there some lists put the
 * forename or "Jr.".
 */
export function parseListedName(printed: string, after = ''): EntityName[] {
  const { rest, aside, spellings } = takeAsides(printed);
  const [head = '', ...all] = rest.split(',').map((part) => part.trim());
  const titles = all.filter(isTitleWithPlace);
  const inverted = all.map((part) => invertedTitle(part)).find((title) => title !== undefined);
  const parts = all
    .filter((part) => !isTitleWithPlace(part))
    .map((part) => part.replace(INVERTED_TITLE, '').trim());
  const main = {
    full: printed,
    type: 'main',
    ...nameParts(head, [...parts, ...partsFrom(after, parts)], aside),
  };
  const names: EntityName[] = [main];
  for (const full of [...titles, ...(inverted ? [`${inverted} ${head}`] : [])])
    names.push({ full, type: 'title' });
  for (const other of spellings)
    names.push({ ...main, full: other, type: 'spelling', surname: other });
  for (const other of aside) {
    const alias = aliasOf(other);
    if (alias) names.push(alias);
  }
  return names;
}

/**
 * "Duke of Wellington", "1st Earl of Avon", "Herzog von Reichstadt": a title with its place, beside
 * the name.
 */
function isTitleWithPlace(part: string): boolean {
  const words = withoutOrdinal(part).split(/\s+/);
  const at = words.findIndex((word) => TITLE_LINK.test(word));
  return at > 0 && at < words.length - 1 && titleWord(words[at - 1] ?? '');
}

const TITLE_LINK = /^(?:of|von|zu|de|du|del|della|di)$/;

/** "Wellington, Arthur Wellesley, Duke of": the title after its place. */
const INVERTED_TITLE = /(?:\d+(?:st|nd|rd|th) )?(\p{Lu}\p{L}+ (?:of|von|de))$/u;

function invertedTitle(part: string): string | undefined {
  const title = INVERTED_TITLE.exec(part)?.[1];
  return title !== undefined && titleWord(title.split(' ')[0] ?? '') ? title : undefined;
}

/** Takes out "(…)", "[…]" and quoted words, which say something beside the name. */
function takeAsides(printed: string): Taken {
  const aside: string[] = [];
  const spellings: string[] = [];
  const rest = printed
    .replace(/\s*\(([^)]*)\)/g, (_all, inner: string) => {
      if (!REMARK.test(inner.trim())) aside.push(inner.trim());
      return '';
    })
    .replace(/\s*\[([^\]]*)\]/g, (_all, inner: string) => {
      spellings.push(inner.trim());
      return '';
    })
    .replace(/,?\s*[“"‘]([^”"’']+)(?:[”"’]|'')/g, (_all, inner: string) => {
      aside.push(inner.trim());
      return '';
    });
  return { rest: rest.trim(), aside, spellings };
}

type NameFields = Omit<EntityName, 'full' | 'type' | 'lang'>;

function nameParts(head: string, parts: readonly string[], aside: readonly string[]): NameFields {
  // "Home, Douglas-, Alexander F.": the first half of a double surname, printed after it.
  const half = parts.find((part) => /^\S+-$/.test(part)) ?? '';
  const words = parts
    .filter((part) => part !== half)
    .flatMap((part) => part.split(/\s+/))
    .filter((word) => /\p{L}/u.test(word));
  const regnal = /\s([IVX]+)$/.exec(head)?.[1];
  const generation = words.find((word) => GENERATION.test(word)) ?? regnal;
  const plain = words.filter((word) => !GENERATION.test(word));
  const isTitle = (word: string, at: number) =>
    titleWord(word) && !(forenameToo(word) && !/^\p{L}{2,}/u.test(plain[at + 1] ?? ''));
  const title = plain.filter(isTitle).join(' ');
  const forename = plain.filter((word, at) => !isTitle(word, at)).join(' ');
  const nickname = aside.find((other) => /^\p{Lu}[\p{Ll}’']+$/u.test(other));
  const numbered = half + (regnal ? head.slice(0, -regnal.length).trim() : head);
  // "King Hussein", "Bounleut Colonel Saycocie": no comma, the title is among the words of the
  // name.
  const among = words.length === 0 ? numbered.split(' ').filter(titleWord) : [];
  const untitled = numbered.split(' ').filter((word) => !among.includes(word));
  const surname = untitled.length > 0 ? untitled.join(' ') : numbered;
  const titles = [title, ...(untitled.length > 0 ? among : [])]
    .filter((word) => word !== '')
    .join(' ');
  return {
    // "Ho Chi Minh" has no comma: no word is marked as the surname, so the whole is the name.
    ...(forename || !surname.includes(' ') ? { surname } : {}),
    ...(forename ? { forename } : {}),
    ...(generation ? { generation } : {}),
    ...(titles ? { title: titles } : {}),
    ...(nickname ? { nickname } : {}),
  };
}

/**
 * "Couve de Murville" + "Maurice, French Foreign Minister": the forename printed outside the name.
 */
function partsFrom(after: string, parts: readonly string[]): string[] {
  if (parts.length > 0) return [];
  const [first = '', ...more] = after.split(',').map((part) => part.trim());
  const looksLikeForename =
    /^(?:\p{Lu}[\p{Ll}’'-]+|\p{Lu}\.)(?: (?:\p{Lu}[\p{Ll}’'-]+|\p{Lu}\.))?$/u.test(first);
  return looksLikeForename && more.length > 0 && !first.split(' ').some(officeWord) ? [first] : [];
}

/** A whole other name in parentheses: a pseudonym ("Playdon, William D.", "Oliver G. Galbond"). */
function aliasOf(words: string): EntityName | undefined {
  if (!/^\p{Lu}/u.test(words) || !/\p{Ll}/u.test(words)) return undefined;
  const [surname = '', forename] = words.split(/,\s*/);
  if (forename) return { full: words, type: 'alias', surname, forename };
  const parts = words.split(/\s+/);
  if (parts.length < 2) return undefined;
  return {
    full: words,
    type: 'alias',
    surname: parts.at(-1) ?? words,
    forename: parts.slice(0, -1).join(' '),
  };
}

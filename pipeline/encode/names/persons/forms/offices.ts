/**
 * The offices in an entry, and how well a title in a text fits them.
 *
 * Takes an entry's description ("President of Guatemala until 1957; thereafter Ambassador to
 * Spain"). Returns its offices by their words.
 */
import { pattern } from '../../../../core/text.ts';
import { wordKeys } from '../../words/tokens.ts';
import type { Office, Person } from './model.ts';
import { disjoint, type Period, tenureOf } from './tenure.ts';

/** A clause ends at a semicolon, and after a year unless the end of a period follows. */
const CLAUSE_END = pattern('')`
    [;.]\s|\bthereafter\b|\bthen\b|(?<=\b(?:18|19|20)\d\d)[,;]?\s(?!(?:until|to|through|and|[-–—])
    (?:\s|$))
  `;

/** "President of Guatemala until 1957; thereafter Ambassador": two offices. */
export function officesOf(description: string): Office[] {
  const offices: Office[] = [];
  for (const part of description.split(CLAUSE_END)) {
    const clause = part.replace(/^[\s,(]+/, '');
    if (!/\p{L}/u.test(clause)) continue;
    const head = clause.split(/\s(?:of|to|for|in|at|from|until|after|on|and)\s|,/)[0] ?? '';
    const tenure = tenureOf(clause);
    offices.push({
      head: new Set(wordKeys(head)),
      words: new Set(wordKeys(clause)),
      ...(tenure ? { tenure } : {}),
    });
  }
  return offices;
}

/**
 * How well a title before the name fits the entry, from 0 to 1: "President" is the office of the
 * "President of Guatemala", less so of a "Vice President", and not that of a "Special Assistant to
 * the President".
 */
export function titleFit(person: Person, title: readonly string[], written?: Period): number {
  const keys = title.map(fullOfficeTitle);
  const hasTitle = (key: string) => person.titles.has(key);
  if (keys.every(hasTitle)) return 1;
  const fits = person.offices.map(({ head, tenure }) => {
    if (!keys.every((key) => head.has(key) || hasTitle(key))) return 0;
    const qualified = [...head].some((key) => QUALIFIERS.has(key) && !keys.includes(key));
    return (qualified ? 0.4 : 1) * tenureShare(tenure, written);
  });
  return Math.max(0, ...fits);
}

/**
 * The score of an office that fits: less if the person was not in office when the text was written.
 */
export function tenureShare(tenure: Period | undefined, written: Period | undefined): number {
  return tenure && written && disjoint(tenure, written) ? 0.3 : 1;
}

/** The person had none of the offices, or had left the last one, when the text was written. */
export function isOutOfOffice({ offices, left }: Person, written: Period | undefined): boolean {
  if (!written) return false;
  if (left !== undefined && disjoint({ to: left * 372 + 371 }, written)) return true;
  return (
    offices.length > 0 &&
    offices.every(({ tenure }) => tenure !== undefined && disjoint(tenure, written))
  );
}

/** Words before an office that make it another one. */
const QUALIFIERS = new Set(['vice', 'deputy', 'assistant', 'under', 'special']);

const FULL_TITLE: Readonly<Record<string, string>> = {
  gen: 'general',
  col: 'colonel',
  lt: 'lieutenant',
  brig: 'brigadier',
  maj: 'major',
  capt: 'captain',
  adm: 'admiral',
  amb: 'ambassador',
  pres: 'president',
  fonmin: 'minister',
  primin: 'minister',
  min: 'minister',
  sec: 'secretary',
  secy: 'secretary',
  secdef: 'secretary',
  premier: 'minister',
  asst: 'assistant',
  ambassadors: 'ambassador',
  secretaries: 'secretary',
  senators: 'senator',
  ministers: 'minister',
  generals: 'general',
};

export function fullOfficeTitle(key: string): string {
  return FULL_TITLE[key] ?? key;
}

/** General, admiral, colonel …: titles that are ranks. */
export function hasRank(person: Person): boolean {
  return [...person.titles].some((key) => RANKS.has(key));
}

const RANKS = new Set([
  'general',
  'admiral',
  'colonel',
  'major',
  'captain',
  'commander',
  'brigadier',
  'lieutenant',
  'generalissimo',
]);

/**
 * "Secretary of State, 1953–1959", "until April 22, 1959"; not if a later office without an end
 * follows.
 */
export function leftOffice(description: string): { left?: number } {
  const last = description.split(/;|\bthereafter\b/).at(-1) ?? '';
  const year = /(?:\buntil\b|[-–—]|\bto\b)[^;]*?((?:18|19|20)\d\d)\)?\.?\s*$/.exec(last)?.[1];
  return year === undefined ? {} : { left: Number(year) };
}

/**
 * Forenames: words that are commonly forenames, and their short forms.
 *
 * Tables of general usage. According to them "Wilson Smith" is not the Smith of the list, and
 * "Bill" may be "William".
 */

import { wordList } from '../../../../core/text.ts';
import { LANGUAGES } from '../../../languages/table.ts';
import { wordKey } from '../../words/tokens.ts';
import { COMMON_FORENAMES, FORENAMES_OF_WOMEN } from './common-forenames.ts';

const common = new Set([
  ...COMMON_FORENAMES,
  ...LANGUAGES.flatMap(({ names }) => names.forenames.split(' ').map(wordKey)),
]);
const women = new Set(FORENAMES_OF_WOMEN);
const men = new Set(COMMON_FORENAMES.filter((key) => !women.has(key)));

/** Forms of one forename, the first being the full one. */
const SHORT_FORMS = [
  'abraham abe abram',
  'adolph adolf dolph',
  'albert al bert',
  'alexander alexr alex alec aleck alexandre alejandro aleksandr sandy',
  'alexis alex',
  'alfred al fred',
  'allen al allan alan',
  'andrew andy andrei andre andres',
  'anatoly anatol anatoliy anatoli',
  'anthony tony antonio antoine',
  'arthur art arturo',
  'benjamin ben benj',
  'bernard bernie',
  'bromley brom',
  'charles chuck charlie carlos chas',
  'chester chet',
  'christian chris',
  'christopher chris',
  'clifton clif',
  'cornelius neil',
  'cyrus cy',
  'daniel dan danny danl',
  'david dave',
  'donald don',
  'douglas doug',
  'dwight ike',
  'edmund ed eddie ted',
  'edward ed eddie ted ned eduardo edw edwd',
  'edwin ed eddie',
  'elizabeth betty liz',
  'ellsworth ells',
  'eugene gene',
  'francis frank francisco fran',
  'franklin frank',
  'frederick fred freddy frederic fredk',
  'geoffrey geoff jeff',
  'george jorge georges geo',
  'gerald jerry gerry',
  'gerard gerry jerry',
  'gilbert gil',
  'gregory greg',
  'harold hal harry',
  'helmut hal',
  'henry hank harry hal henri enrique',
  'herbert herb bert',
  'hubert bert',
  'jacob jake jack',
  'james jim jimmy jamie jaime jas',
  'jefferson jeff',
  'jerome jerry',
  'john jack johnny jon juan jean jno',
  'jonathan jon',
  'joseph joe jose joey jos',
  'kenneth ken',
  'lawrence larry lorenzo',
  'leonard len leo',
  'leonid leo',
  'leslie les',
  'lewis lew louis',
  'livingston livie',
  'llewellyn tommy',
  'louis lou luis',
  'manuel manny',
  'martin marty',
  'matthew matt',
  'maxwell max',
  'mcgeorge mac mcg',
  'melvin mel',
  'michael mike mick miguel michel',
  'mitchell mitch',
  'nathaniel nat nate',
  'nicholas nick nicolas nikolai',
  'oliver ollie',
  'patrick pat patricio',
  'paul pablo',
  'peter pete pedro',
  'philip phil phillip felipe',
  'ralph raf',
  'raymond ray',
  'richard dick rick ricky ricardo rich richd',
  'robert bob bobby rob bert roberto robt',
  'rodger rod',
  'roger rog',
  'ronald ron ronnie',
  'rudolf rudy rudolph',
  'russell russ',
  'samuel sam saml',
  'sidney sid',
  'solomon sol',
  'stanley stan',
  'stephen steve steven',
  'stuart stu stewart',
  'theodore ted teddy theo',
  'thomas tom tommy tomas thos',
  'timothy tim',
  'victor vic',
  'vincent vince',
  'walter walt wally',
  'wilbur will',
  'willard will',
  'william bill will willy billy wm willm',
  'winthrop win',
  'zachary zach',
];

const relatives = new Map<string, Set<string>>();
for (const line of SHORT_FORMS) {
  const [full = '', ...shorts] = line.split(' ');
  for (const short of shorts) {
    relate(short, full);
    relate(full, short);
  }
}

function relate(from: string, to: string): void {
  const set = relatives.get(from) ?? new Set<string>();
  set.add(to);
  relatives.set(from, set);
}

/** Written abbreviations of a forename only: "Wm.", "Geo.", "Chas.". */
const ABBREVIATED = new Set(
  wordList(`
    wm willm geo chas jas jos thos robt saml benj edw edwd fredk alexr danl jno richd eliz margt hy
    jonan abm nichs phil
    nathl
  `),
);

/** "Wm.", "Geo.": an abbreviation of a forename, without the full stop after it. */
export function abbreviatedForename(key: string): boolean {
  return ABBREVIATED.has(key);
}

/** The key is commonly a forename. */
export function commonForename(key: string): boolean {
  return common.has(key);
}

/** The key is commonly a man's forename. */
export function mansForename(key: string): boolean {
  return men.has(key);
}

/** The key is commonly a woman's forename. */
export function womansForename(key: string): boolean {
  return women.has(key);
}

/** One of the two is a form of the other: "bill" and "william", "anatoly" and "anatoliy". */
export function sameForename(a: string, b: string): boolean {
  if (a === b || relatives.get(a)?.has(b) === true) return true;
  // "Maria" and "Mario" differ in one letter, but are two names.
  if (common.has(a) && common.has(b)) return false;
  return a.length > 3 && b.length > 3 && nearlyEqual(a, b);
}

/** Spellings that differ in one letter, or by one additional letter: "anatoly" and "anatoliy". */
function nearlyEqual(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let back = 0;
  while (
    back < a.length - from &&
    back < b.length - from &&
    a[a.length - 1 - back] === b[b.length - 1 - back]
  )
    back++;
  return Math.max(a.length, b.length) - from - back <= 1;
}

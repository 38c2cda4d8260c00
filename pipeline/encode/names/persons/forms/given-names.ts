/**
 * Forenames: words that are commonly forenames, and their short forms.
 *
 * Tables of general usage. According to them "Wilson Smith" is not the Smith of the list, and
 * "Bill" may be "William".
 */

import { LANGUAGES } from '../../../languages/table.ts';
import { wordKey } from '../../words/tokens.ts';

const COMMON = [
  'aaron abdul abdullah abe abraham abram adam adlai adolf adolph adrian ahmad ahmed al alain alan albert alberto alec',
  'alejandro aleksandr aleksei alex alexander alexei alexis alfonso alfred alfredo ali allan allen alonzo alvaro alvin amin',
  'anastas anatoly andre andreas andrei andres andrew andy angel angelo angier anna anne anthony antoine antonio archibald',
  'armand armando arnold arthur arturo augusto averell barbara barry bart basil ben benito benjamin bernard bernardo bert',
  'betty bill billy bob bobby boris brian bromley bruce bruno burke carl carlo carlos carlton caroline catherine cecil cesar',
  'charles charlie chester chris christian christopher clarence clark claude clement cleo clifford clyde colin conrad',
  'constantine cornelius craig curtis cyril cyrus dan daniel dave david dean denis dennis desmond diego dimitri dirk dmitri',
  'domingo don donald dorothy doug douglas duncan dwight earl ed eddie edgar edmond edmund eduardo edward edwin eleanor',
  'elizabeth ellis ellsworth elmer emilio emory emmett enrique eric erich erik ernest ernesto ernst ethel etienne eugene',
  'eugenio eva evan felipe felix ferdinand fernando fidel forrest francis francisco francois frank franklin franz fred',
  'frederic frederick frederico fritz fulgencio gabriel galo gaston gene geoffrey georg george georges gerald gerard gerhard',
  'german gilbert giovanni giulio giuseppe glenn gloria gonzalo gordon graham grant greg gregory guillermo gunnar gustav guy',
  'hans harlan harold harriet harris harry harvey hector heinrich heinz helen helmut henri henry herbert herman hermann',
  'hernan herve homer horace howard hubert hugh hugo humberto ian ignacio igor irving isaac isabel ivan jack jacob jacobo',
  'jacques jaime jake james jan jane janet janio jawaharlal jean jeff jefferson jerome jerry jesse jesus jim jimmy joan joe',
  'john johnny jonathan jorge jose josef joseph joshua josip juan juanita juilo jules julian julio julius karl kay keith ken',
  'kenneth kermit kevin klaus konrad konstantin kurt kwame lars larry laurence lawrence lee leland leo leon leonard leonid',
  'leopold leroy leslie lester lewis lincoln lionel livingston llewellyn lloyd loftus lois lorenzo louis louise lowell lucas',
  'lucius luigi luis luke luther lyman lyndon mac manlio manuel marcel marcello marco marcos margaret maria mario mark',
  'marshall martin mary matthew maurice max maxwell mcgeorge mel melvin michael michel miguel mikhail mike milton mitchell',
  'mohamed mohammad mohammed muhammad morris murray nathan nathaniel neil nelson nicholas nick nicolas nikita nikolai norman',
  'oliver orville oscar otis otto pablo palmer pat patricia patrick paul paulo pearl pedro percy peter phil philip philippe',
  'phillip phillips pierre pietro rafael ralph ramon randall randolph raphael raul ray raymond rene rex ricardo richard rick',
  'rob robert roberto robin roderick rodger rodolfo rodrigo roger roland rolf roman romulo ron ronald roscoe roswell roy',
  'rudolf rufus russell ruth sam samuel sandy sargent saul scott sean sergei sergio seymour sherman sidney sidney simon',
  'solomon spencer stanislav stanley stephen sterling steve steven stewart stuart susan sven sydney ted terence terry',
  'thaddeus thanat theodore thomas timothy tom tomas tony tyler valentin valerian victor vincent virgil vladimir vyacheslav',
  'wallace walt walter ward warren wayne wellington wendell werner wilbur wilfred wilhelm willard william williams willis',
  'willy winston winthrop wolfgang woodrow yakov yuri zbigniew',
].join(' ');

/** Of the common ones, those of women. */
const WOMEN =
  'anna anne barbara betty carmen caroline catherine dorothy eleanor elizabeth ethel eva gloria helen isabel jane janet jean jeanne joan juanita katharine kay lois louise margaret maria marjorie mary patricia pearl phyllis ruth susan virginia';

const common = new Set([
  ...COMMON.split(' '),
  ...LANGUAGES.flatMap(({ names }) => names.forenames.split(' ').map(wordKey)),
]);
const women = new Set(WOMEN.split(' '));
const men = new Set(COMMON.split(' ').filter((key) => !women.has(key)));

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
  'wm willm geo chas jas jos thos robt saml benj edw edwd fredk alexr danl jno richd eliz margt hy nathl'.split(
    ' ',
  ),
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

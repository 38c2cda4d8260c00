/**
 * Words beside a surname that make it something else than a person's name: a library, a cape, a month's day.
 *
 * Tables of general usage in English texts and archival references. What they decide is said with each.
 */

/** After a name: the whole names an institution, a collection, a building or a thing ("Johnson Library", "Rusk Papers"). */
const THING_AFTER = [
  'library libraries papers paper files file diary diaries appointment appointments notebooks logbook collection foundation',
  'institute institution center centre university college school museum hospital airport airfield field dam street avenue road trail highway',
  'boulevard square island islands county city bay river lake sea hill hills mountain mountains house building doctrine',
  'round memorial prize award medal trust fund company corporation inc co motors oil steel',
].join(' ');

/** "Plan" and "House" make a thing of any name; "Report", "Mission" or "Administration" name the person they are called after. */
const PLAN_AFTER = 'plan amendment act law laws';

/** Before a name: a place is called after it ("Cape Kennedy", "San Martin", "La Paz", "Port Arthur"). */
const PLACE_BEFORE =
  'fort lake mount mt cape camp port puerto ciudad san santa santo saint st sao la las los el isla villa rio viet hong hotel uss hms';

/** Before a name in an archival reference: a container's number and label. */
const CONTAINER_BEFORE = 'box folder lot';

const MONTHS = 'january february march april may june july august september october november december';

/** Initials that are no one's: countries, organizations, times of day. */
const DOTTED = 'us uk un dc ussr uar nw ne sw se am pm ad bc ie eg la ny pl usa usg uss uno';

/**
 * English words that are surnames too and that often stand with a capital: at the beginning of a sentence, in a heading, in a
 * title. Alone at the beginning of a sentence such a word is a name only where the document names the person elsewhere, or
 * where a verb of saying follows.
 */
const WORDS = [
  'no so to do an in on at by he she we it is be as if or of us up my me go the and but for not you all any who how why see say',
  'are was has had one two ten old new our out off own yes then than that this they there when what with from',
  'may will can read reed do so an to grant mark marks note close open drew lay begin buy hope love long short little rich poor',
  'small good best better wise just low high fair fine sweet blunt keen bold swift free gay savage noble true strong sharp young',
  'brown white black green gray grey golden rice home lord post cash hood ball bell bond hand wood woods day church case price snow',
  'hill persons law laws page king duke dean cook gates park field fields bush stone rock lodge cross list joy grace major mayor',
  'marshal bishop abbot pope priest knight baron earl prince judge fish rose flower bean corn grove marsh moor brook bridge pool bank',
  'banks lake shore beach cliff lane street road way house hall castle tower temple chapel cotton wool flood frost winter summer',
  'summers spring noon north south east west english french german cannon gun steel iron gold silver diamond',
  'penny power war battle march august force guard ward train car wheel root roots hours moment mill mills stock book press ring tree',
  'trend bay sands seal head heads foot blood bone heart moon star sun sunday friday storm wind cloud hail parks plant plants pound',
  'powers pride quarter child parent sons guest friend friends moose rush rope grave bird wolf lamb fox pike bass silk',
].join(' ');

/** Words of institutions: a "name" that consists of them alone is a mistake of the list. */
const INSTITUTIONAL =
  'security affairs council committee department office bureau agency defense state staff national international';

/** Verbs of saying and the like that follow a name: "Ball said". */
const VERBS = [
  'said says asked told replied stated noted added agreed thought suggested felt believed observed commented remarked pointed',
  'responded answered expressed explained indicated mentioned recommended reported proposed urged insisted warned wanted',
  'called met returned wrote sent gave made saw spoke concluded concurred emphasized stressed inquired referred raised began',
  'continued interjected appeared seemed argued asserted declared denied doubted hoped objected pressed repeated reiterated',
].join(' ');

/** Names of places that are surnames too: after "in", "to", "from" they are places. */
const PLACES = [
  'washington houston jordan israel lebanon cleveland lincoln berlin paris england holland ireland france london boston austin',
  'madison jackson hamilton dallas denver york kent essex lancaster cambridge stanford princeton bremen hamburg milan roma',
  'victoria wellington sydney perth adelaide charlotte columbia durham raleigh montgomery nelson florence vienna lima santiago',
  'cordova cordoba toledo leon granada merida valencia cuba brazil guatemala mexico bolivia peru chile china india jersey georgia',
  'laos vientiane saigon savannakhet tanganyika',
].join(' ');

const set = (words: string) => new Set(words.split(' '));

const thingAfter = set(`${THING_AFTER} ${PLAN_AFTER}`);
const placeBefore = set(PLACE_BEFORE);
const containerBefore = set(CONTAINER_BEFORE);
const months = set(MONTHS);
const dotted = set(DOTTED);
const words = set(WORDS);
const institutional = set(INSTITUTIONAL);
const verbs = set(VERBS);
const places = set(PLACES);

/** The next word makes an institution, a collection or a thing of the name. */
export function makesThing(key: string): boolean {
  return thingAfter.has(key);
}

/** The word before makes a place of the name. */
export function makesPlace(key: string): boolean {
  return placeBefore.has(key);
}

export function namesContainer(key: string): boolean {
  return containerBefore.has(key);
}

export function isMonth(key: string): boolean {
  return months.has(key);
}

/** Initials run together: "us" from "U.S.". */
export function isDotted(key: string): boolean {
  return dotted.has(key);
}

export function isWord(key: string): boolean {
  return words.has(key);
}

export function isPlaceName(key: string): boolean {
  return places.has(key);
}

export function isInstitutional(key: string): boolean {
  return institutional.has(key);
}

/** Follows a name at the beginning of a sentence. */
export function isVerbOfSaying(key: string): boolean {
  return verbs.has(key);
}

/**
 * Words beside a surname that make it something else than a person's name: a library, a cape, a month's day.
 *
 * Tables of general usage in English texts and archival references. What they decide is said with each.
 */

/** After a name: the whole names an institution, a collection, a building or a thing ("Johnson Library", "Rusk Papers"). */
const THING_AFTER = [
  'library libraries papers paper files file diary diaries appointment appointments notebooks logbook collection foundation',
  'institute institution center centre university college school museum hospital airport airfield field dam street avenue road',
  'boulevard square island islands county city bay river lake sea sulphur hill hills mountain mountains house building office doctrine',
  'round memorial prize award medal trust fund brothers bros company corporation inc co motors oil steel',
].join(' ');

/** "Plan" and "House" make a thing of any name; "Report", "Mission" or "Administration" name the person they are called after. */
const PLAN_AFTER = 'plan amendment act law laws';

/** Before a name: a place is called after it ("Cape Kennedy", "San Martin", "La Paz", "Port Arthur"). */
const PLACE_BEFORE =
  'fort lake mount mt cape camp port puerto ciudad san santa santo saint st sao são la las los el isla villa rio hotel uss hms ss';

/** Before a name in an archival reference: a container's number and label. */
const CONTAINER_BEFORE = 'box folder lot';

const MONTHS = 'january february march april may june july august september october november december';

/** Initials that are no one's: countries, organizations, times of day. */
const DOTTED = 'us uk un dc ussr uar nw ne sw se am pm ad bc ie eg la ny pl usa usg uss uno';

/**
 * English words that are surnames too. As a surname such a word is capital inside a sentence and has no article before it; at the
 * beginning of a sentence the document must name the person elsewhere.
 */
const WORDS = [
  'read reed may will rice brown white black green gray grey young law home lord post cash page hood ball bell strong sharp',
  'bond hand wood woods day church case price snow hill lay persons duke king dean cook moose gates waters judge park field',
  'fields bush stone rock ford lodge cross list long short small little rich poor hope love joy grace noble wise good best major',
  'minor mayor marshal bishop abbot pope priest knight baron earl prince miller baker carter cooper fisher hunter mason taylor',
  'tailor smith shepherd farmer porter potter gardener forester fox wolf lamb bird crane drake swan martin crow hawk falcon eagle',
  'fish pike bass rose flower berry bean corn oats barley ash birch branch forest grove heath marsh moor brook brooks bridge bridges',
  'ford wells pool rivers banks lake shore beach cliff dale glen lane street road way house hall barnes castle tower temple chapel',
  'kirk cotton silk wool flood frost winter summers spring march august monday friday noon north south east west english french',
  'german holland ireland england scott welsh norman roman christian cannon gun steel iron gold silver diamond pearl penny power',
  'war battle march force forces guard ward warden chase hunt race walker rider drew drive drove train carr car cart wheeler wheel',
  'freeman free newman goodman blackman true trueheart just savage bold swift quick hasty gentle sweet bitter moody merry jolly',
  'gay sage golden childs child kidd parent sons cousins friend friends brothers neighbor guest host bride groom shakespeare root roots',
  'close open weeks hours moment mill mills stock stocks sales sale cary buy bill bills note notes book books letter press',
  'paz rosa concord drew sloan green ring rings stark starke blunt keen keeny chance pace tree trees root grant trend mark marks bay',
  'bach bundle packard hyland begin mean meany mays moss reeve reeves rusk rush root rope sands seal see seay shore simple sky snapp',
  'gaunt head heads foot finger beard blood bone heart high low lower upper over under down downs upton moses abbey angel saint',
  'law laws legal loud love low lucky luck mount moon star sun sunday rain rains storm gale wind winds cloud breeze hale hail fair',
  'lord lands land ley mead meadows orchard parks peck pitt pitts plant plants plum poor post pound powers pride prior purse quarles',
  'security council nu thant minh kim le chi van don ho ma buu',
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

/**
 * Words that come before a person's name but do not belong to it: ranks, nobility, church,
 * courtesy, office.
 *
 * Takes a word. Returns its kind. The table covers general usage in English texts, with the
 * abbreviations of telegrams.
 */

/**
 * Rank, nobility, church, courtesy: words that a list of persons prints between surname and
 * forename too.
 */
const STYLED = [
  'general gen brigadier brig lieutenant lt major maj colonel col captain capt commander ' +
    'cmdr cdr comdr admiral adm',
  'vice rear radm vadm field marshal sergeant sgt ensign commodore generalissimo air chief ' +
    'group wing squadron',
  'dr doctor prof professor sir dame lord lady baron baroness viscount viscountess count ' +
    'earl marquis marquess duke duchess',
  'prince princess king queen emperor empress shah sheikh shaikh sultan emir archbishop ' +
    'bishop cardinal monsignor msgr',
  'father fr reverend rev pope patriarch rabbi imam hon honorable honourable amb mr mrs miss ' +
    'ms mme madame madam mlle',
  'monsieur herr frau senor señor senora señora don doña dona m.',
  'graf gräfin herzog herzogin fürst fürstin freiherr könig königin kaiser kaiserin prinz ' +
    'prinzessin comte comtesse duc duchesse',
  'marquise vicomte vicomtesse roi reine conde condesa duque duquesa rey reina príncipe hofrat',
].join(' ');

/** Offices and functions that precede a name: "Secretary Rusk", "Foreign Minister Gromyko". */
const OFFICES = [
  'president premier prime minister ministers secretary secretaries ambassador ambassadors ' +
    'chancellor senator senators',
  'congressman congresswoman congressmen representative governor mayor judge justice ' +
    'attorney director administrator',
  'chairman counselor counsellor consul chargé charge attaché attache deputy assistant under ' +
    'undersecretary',
  'commissioner delegate delegation spokesman comrade president-elect vice-president ' +
    'dictator chief adviser advisor',
  'treasurer speaker envoy officer foreign acting messrs mssrs provisional ex-president general',
  'pres amb min fonmin primin sec secy secdef def secgen depsec',
].join(' ');

const styled = new Set(STYLED.split(' '));
const offices = new Set(OFFICES.split(' '));

/**
 * Titles that the holder's forename follows rather than the surname: "Sir Geoffrey", "Prince
 * Souphanouvong".
 */
const WITH_FORENAME = new Set([
  'sir',
  'dame',
  'prince',
  'princess',
  'king',
  'queen',
  'don',
  'doña',
  'dona',
  'pope',
  'lady',
]);

/**
 * Titles that are forenames too; they are titles only before another forename: "Prince Norodom",
 * but "Bannister, Earl D.".
 */
const FORENAMES_TOO = new Set([
  'earl',
  'don',
  'king',
  'duke',
  'count',
  'prince',
  'baron',
  'major',
  'dean',
]);

/** The word as in the tables: lower case, without its full stop. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[.,]+$/, '');
}

/** A rank, nobility, church or courtesy title, as a list of persons prints it inside the name. */
export function titleWord(word: string): boolean {
  return styled.has(plain(word));
}

/** A word of an office or a title, as a text prints it before a name. */
export function officeWord(word: string): boolean {
  const key = plain(word);
  return styled.has(key) || offices.has(key);
}

/** May be a forename as well as a title: "Earl", "Don". */
export function forenameToo(word: string): boolean {
  return FORENAMES_TOO.has(plain(word));
}

export function takesForename(word: string): boolean {
  return WITH_FORENAME.has(plain(word));
}

/** "Earl of Avon" for "1st Earl of Avon". */
export function withoutOrdinal(words: string): string {
  return words.replace(/^\d+(?:st|nd|rd|th)\s+/, '');
}

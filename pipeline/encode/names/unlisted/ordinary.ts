/** Whether a word is an ordinary word of a language, with its endings and in compounds. */
import { oldSpelling, ordinaryWords } from '../../languages/packaged-words.ts';

/** `key` is an ordinary word: asked of single words in capitals. */
export function isOrdinaryWord(tag: string, key: string): boolean {
  if (tag === 'en') return isEnglishWord(key);
  return tag === 'de' && isGermanNoun(key);
}

/** A dictionary tells the ordinary words of the language. */
export function hasDictionary(tag: string): boolean {
  return tag === 'en' || tag === 'de';
}

/** Endings of English words, and what the stem has in their place. */
const ENGLISH_ENDINGS: readonly (readonly [string, string])[] = [
  ...'ies ied ier iest ily iness'.split(' ').map((ending) => [ending, 'y'] as const),
  ...'s es ed d ing ly er r ers rs est ness ment ments less able al ally ism ist ists'
    .split(' ')
    .map((ending) => [ending, ''] as const),
  ...'ing ed able ation ations ion ions or ors'.split(' ').map((ending) => [ending, 'e'] as const),
  ...'isation ization ise ize ised ized ising izing'
    .split(' ')
    .map((ending) => [ending, ''] as const),
  ['our', 'or'],
  ['ours', 'or'],
];

function isEnglishWord(key: string): boolean {
  const words = ordinaryWords('en');
  if (words.has(key)) return true;
  if (key.length < 4) return false;
  return ENGLISH_ENDINGS.some(([ending, other]) => {
    if (!key.endsWith(ending)) return false;
    const stem = key.slice(0, key.length - ending.length) + other;
    return stem.length > 2 && (words.has(stem) || (other === '' && words.has(undoubled(stem))));
  });
}

/** "stopping": "stop". */
function undoubled(stem: string): string {
  return stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}

/** Endings of German nouns and of words used as nouns. */
const GERMAN_ENDINGS =
  /(?:ungs?|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|itat|itaten|nisse?|ismus|tum|tums|lich|liches|liche|licher|lichen|erei|ereien|chens?|leins?|enz|anz|mente?|isch|ische|ischen|ischer|isches|ierung|ieren|iren|sein|endes?|ende[rn]|innen|igkeit|bares?|loses?)$/;

const LEAST_HEAD = 4;
const LEAST_FIRST = 3;

function isGermanNoun(key: string): boolean {
  const words = ordinaryWords('de');
  const word = oldSpelling(key);
  if (words.has(word)) return true;
  // "Cigarre", "Brochure", "Medicin".
  if (
    word.includes('c') &&
    [/c(?!h)/g, /ch?/g].some(
      (c) =>
        words.has(word.replace(c, 'k')) ||
        words.has(word.replace(c, 'z')) ||
        words.has(word.replace(c, 'sch')),
    )
  )
    return true;
  if (word.length > 6 && GERMAN_ENDINGS.test(word)) return true;
  if (/[se]$/.test(word) && words.has(word.slice(0, -1))) return true;
  // "Nachtmahl", "Freundeskreis": a noun at the end, and a noun or a stem before it.
  for (let at = LEAST_FIRST; at <= word.length - LEAST_HEAD; at++) {
    const head = word.slice(at);
    if (!words.has(head) || HEADS_OF_SURNAMES.has(head)) continue;
    const first = word.slice(0, at);
    if (words.has(first) || GERMAN_PREFIXES.has(first)) return true;
    if (/(?:s|n|en|es|er|e)$/.test(first) && words.has(first.replace(/(?:s|n|en|es|er|e)$/, '')))
      return true;
    if (words.has(`${first}e`) || words.has(`${first}en`)) return true;
  }
  return false;
}

/** "Goldmann", "Rosenbaum": compounds with these are surnames more often than words. */
const HEADS_OF_SURNAMES: ReadonlySet<string> = new Set(
  'mann manns baum baums stein steins berg bergs feld felds feldt tal tals bach bachs rock hof hofs burg heim herr wald walds zweig blatt haupt kopf bein hart huber maier meier meyer mayer muller bauer schmied schmid ler land lander'.split(
    ' ',
  ),
);

const GERMAN_PREFIXES: ReadonlySet<string> = new Set(
  'ab an auf aus bei ein mit nach vor zu uber unter um hin her durch gegen wider haupt neben wieder fern fruh spat vorder hinter ober nieder innen aussen gross klein neu alt halb voll fort weg heim los fehl miss ur erz'.split(
    ' ',
  ),
);

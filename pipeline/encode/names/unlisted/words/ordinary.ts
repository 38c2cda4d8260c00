/** Whether a word is an ordinary word of a language, with its endings and in compounds. */
import { pattern, wordList } from '../../../../core/text.ts';
import { oldSpelling, ordinaryWords } from '../../../languages/packaged-words.ts';

/** `key` is an ordinary word: asked of single words in capitals. */
export function isOrdinaryWord(tag: string, key: string): boolean {
  if (tag === 'en') return isEnglishWord(key);
  return tag === 'de' && isGermanNoun(key);
}

/** `key` itself is in the dictionary, not only as a compound or another spelling. */
export function isListedWord(tag: string, key: string): boolean {
  return ordinaryWords(tag).has(tag === 'de' ? oldSpelling(key) : key);
}

/** Whether there is a dictionary of the language. */
export function hasDictionary(tag: string): boolean {
  return tag === 'en' || tag === 'de';
}

/** Endings of English words, and their replacement in the stem. */
const ENGLISH_ENDINGS: readonly (readonly [string, string])[] = [
  ...'ies ied ier iest ily iness'.split(' ').map((ending) => [ending, 'y'] as const),
  ...wordList(`
    s es ed d ing ly er r ers rs est ness ment ments less able al ally ism ist ists
  `).map((ending) => [ending, ''] as const),
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
const GERMAN_ENDINGS = pattern('')`
    (?:ungs?|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|zion|zionen|itat|itaten|
    nisse?|ismus|tum|tums|thum|thums|lich|liches|liche|licher|lichen|erei|ereien|elei|chens?|leins?|
    enz|anz|mente?|isch|ische|ischen|ischer|isches|ierung|ieren|iren|sein|gehn|sehn|ziehn|endes?|
    ende[rn]|innen|igkeit|bares?|loses?|i?irte[rn]?|ierte[rn]?)$
  `;

const LEAST_HEAD = 4;
const LEAST_FIRST = 3;
const LEAST_COMPOUND = 8;

function isGermanNoun(key: string): boolean {
  const word = oldSpelling(key);
  if (key.length > 6 && (GERMAN_ENDINGS.test(key) || GERMAN_ENDINGS.test(word))) return true;
  // "Konzerthaus": "th" is not an old spelling there.
  return spellings(word).some(isGermanWord) || (word !== key && isGermanWord(key));
}

/** "Maaß", "Unglük", "Litteratur", "Göttinn", "Brod": spellings before 1901, and today's. */
function spellings(word: string): string[] {
  const others = [
    word.replace(/aa/g, 'a').replace(/oo/g, 'o'),
    word.replace(/(?<![ckns])k(?!k)/g, 'ck'),
    word.replace(/tt/g, 't').replace(/zz/g, 'z'),
    word.replace(/inn$/, 'in'),
    word.replace(/d$/, 't'),
  ];
  return word.length < 4 ? [word] : [...new Set([word, ...others])];
}

function isGermanWord(word: string): boolean {
  const words = ordinaryWords('de');
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
  if (/[se]$/.test(word) && words.has(word.slice(0, -1))) return true;
  if (/e[ns]$/.test(word) && words.has(word.slice(0, -2)) && word.length > 6) return true;
  return isCompound(word, words);
}

/** "Nachtmahl", "Freundeskreis": a noun at the end, and a noun or a stem before it. */
function isCompound(word: string, words: ReadonlySet<string>): boolean {
  for (let at = LEAST_FIRST; at <= word.length - LEAST_SHORT_HEAD; at++) {
    const head = word.slice(at);
    const first = word.slice(0, at);
    const isHead = head.length < LEAST_HEAD ? SHORT_HEADS.has(head) : isNoun(head, words);
    if (!isHead || isEndOfSurname(head, first)) continue;
    if (words.has(first) || GERMAN_PREFIXES.has(first)) return true;
    // "Konzerthaussaal".
    if (first.length >= LEAST_COMPOUND)
      if (isCompound(first, words) || isCompound(first.replace(/s$/, ''), words)) return true;
    if (/(?:s|n|en|es|er|e)$/.test(first) && words.has(first.replace(/(?:s|n|en|es|er|e)$/, '')))
      return true;
    if (words.has(`${first}e`) || words.has(`${first}en`)) return true;
  }
  return false;
}

/** "-verbandes", "-häusern": with the endings of declension. */
function isNoun(head: string, words: ReadonlySet<string>): boolean {
  if (words.has(head)) return true;
  const [, stem = ''] = /^(.{4,}?)(?:es|ern|en|n)$/.exec(head) ?? [];
  return stem !== '' && words.has(stem) && !HEADS_OF_SURNAMES.has(stem);
}

/** "Rosenblatt", but "Familienblatt": long first parts are words. */
function isEndOfSurname(head: string, first: string): boolean {
  if (!HEADS_OF_SURNAMES.has(head)) return false;
  return !(head === 'blatt' && first.length > 6);
}

const LEAST_SHORT_HEAD = 3;
/** "Bundesrat", "Haustür": short words that end compounds. */
const SHORT_HEADS: ReadonlySet<string> = new Set('rat tur weg tag art amt ort tat mut'.split(' '));

/** "Goldmann", "Rosenbaum": compounds with these are surnames more often than words. */
const HEADS_OF_SURNAMES: ReadonlySet<string> = new Set(
  wordList(`
    mann manns baum baums stein steins berg bergs feld felds feldt tal tals bach bachs rock hof hofs
    burg heim herr wald walds zweig blatt haupt kopf bein hart huber maier meier meyer mayer muller
    bauer schmied schmid ler land lander
  `),
);

const GERMAN_PREFIXES: ReadonlySet<string> = new Set(
  wordList(`
    ab an auf aus bei ein mit nach vor zu uber unter um hin her durch gegen wider haupt neben wieder
    fern fruh spat vorder hinter ober nieder innen aussen gross klein neu alt halb voll fort weg
    heim los fehl miss ur erz
  `),
);

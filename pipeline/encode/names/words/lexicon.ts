/**
 * The words of a text's language that are beside names or look like them: words that make a name
 * that of an institution or place, titles, ordinary words. The words themselves are data of the
 * languages; this file has only what does not depend on a language.
 */
import { officeWord } from '../../../authorities/titles.ts';
import type { Language } from '../../languages/model/language.ts';
import type { NameWords } from '../../languages/model/name-words.ts';
import { LANGUAGES } from '../../languages/table.ts';
import { isListedWord } from '../unlisted/words/ordinary.ts';
import { wordKey, wordKeySet } from './tokens.ts';

/** Before a name in an archival reference: a container's number and label. */
const CONTAINER_BEFORE = 'box folder lot';

/** Initials that are not a person's: countries, organizations, times of day. */
const DOTTED = 'us uk un dc ussr uar nw ne sw se am pm ad bc ie eg la ny pl usa usg uss uno';

/** Words of institutions: a "name" with only these words is an error of the list. */
const INSTITUTIONAL =
  'security affairs council committee department office bureau agency defense state staff ' +
  'national international';

/** Names of places that are surnames too: after "in", "to", "from" they are places. */
const PLACES = [
  'washington houston jordan israel lebanon cleveland lincoln berlin paris england holland ' +
    'ireland france london boston austin',
  'madison jackson hamilton dallas denver york kent essex lancaster cambridge stanford ' +
    'princeton bremen hamburg milan roma',
  'victoria wellington sydney perth adelaide charlotte columbia durham raleigh montgomery ' +
    'nelson florence vienna lima santiago',
  'cordova cordoba toledo leon granada merida valencia cuba brazil guatemala mexico ' +
    'bolivia peru chile china india jersey georgia',
  'laos vientiane saigon savannakhet tanganyika hanover wales scotland spain prussia ' +
    'austria bavaria saxony wien',
].join(' ');

/** Questions about a word, asked by its key (`tokens.ts`). */
export class Lexicon {
  readonly #closed: ReadonlySet<string>;
  readonly #determiners: ReadonlySet<string>;
  readonly #placePrepositions: ReadonlySet<string>;
  readonly #openers: ReadonlySet<string>;
  readonly #common: ReadonlySet<string>;
  readonly #placeAdjectives: ReadonlySet<string>;
  readonly #placeLinks: ReadonlySet<string>;
  readonly #questionWords: ReadonlySet<string>;
  readonly #thingAfter: ReadonlySet<string>;
  readonly #placeBefore: ReadonlySet<string>;
  readonly #titles: ReadonlySet<string>;
  readonly #femaleTitles: ReadonlySet<string>;
  readonly #maleTitles: ReadonlySet<string>;
  readonly #rulers: ReadonlySet<string>;
  readonly #nobles: ReadonlySet<string>;
  readonly #saying: ReadonlySet<string>;
  readonly #months: ReadonlySet<string>;
  readonly #weekdays: ReadonlySet<string>;
  readonly #particles: ReadonlySet<string>;
  /** All nouns have a capital (German). */
  readonly capitalNouns: boolean;

  /** The language, if there is only one. */
  readonly #tag: string | undefined;

  constructor(languages: readonly Language[]) {
    this.#tag = languages.length === 1 ? languages[0]?.tag : undefined;
    const of = (words: (names: NameWords) => string) =>
      wordKeySet(languages.map(({ names }) => words(names)).join(' '));
    const long = (forms: readonly (readonly string[])[]) =>
      forms.flat().filter((form) => form.length > 2);
    this.#closed = of(({ closed }) => closed);
    this.#determiners = of(({ determiners }) => determiners);
    this.#placePrepositions = of(({ placePrepositions }) => placePrepositions);
    this.#openers = of(({ openers }) => openers);
    this.#common = of(({ common }) => common);
    this.#placeAdjectives = of(({ placeAdjectives }) => placeAdjectives);
    this.#placeLinks = of(({ placeLinks }) => placeLinks);
    this.#questionWords = of(({ questionWords }) => questionWords);
    this.#thingAfter = of(({ thingAfter }) => thingAfter);
    this.#placeBefore = of(({ placeBefore }) => placeBefore);
    this.#titles = wordKeySet(
      languages.map(({ names, honorifics }) => `${names.titles} ${honorifics.join(' ')}`).join(' '),
    );
    this.#femaleTitles = of(({ femaleTitles }) => femaleTitles);
    this.#maleTitles = of(({ maleTitles }) => maleTitles);
    this.#rulers = of(({ rulers }) => rulers);
    this.#nobles = of(({ nobles }) => nobles);
    this.#saying = of(({ saying }) => saying);
    this.#months = new Set(languages.flatMap(({ months }) => long(months)).map(wordKey));
    this.#weekdays = new Set(languages.flatMap(({ weekdays }) => long(weekdays)).map(wordKey));
    this.#particles = wordKeySet(languages.flatMap(({ particles }) => particles).join(' '));
    this.capitalNouns = languages.length > 0 && languages.every(({ names }) => names.capitalNouns);
  }

  /** An article, pronoun, preposition, conjunction, auxiliary verb or numeral. */
  isClosed(key: string): boolean {
    return this.#closed.has(key);
  }

  /** An ordinary word that is a surname too: alone it needs more evidence to be a name. */
  isCommon(key: string): boolean {
    return this.#closed.has(key) || this.#common.has(key) || this.#openers.has(key);
  }

  /** The dictionary of the text's language has the word. */
  isListed(key: string): boolean {
    return this.#tag !== undefined && isListedWord(this.#tag, key);
  }

  isDeterminer(key: string): boolean {
    return this.#determiners.has(key);
  }

  isPlacePreposition(key: string): boolean {
    return this.#placePrepositions.has(key);
  }

  /** May open a sentence and precede a name without being a part of it. */
  opensSentence(key: string): boolean {
    return this.#openers.has(key) || this.#closed.has(key);
  }

  /** The next word shows that the name is that of an institution, a collection or an object. */
  makesThing(key: string): boolean {
    return this.#thingAfter.has(key);
  }

  /** The previous word shows that the name is that of a place. */
  makesPlace(key: string): boolean {
    return this.#placeBefore.has(key);
  }

  /** An adjective that makes the name that of another place: "New York". */
  isPlaceAdjective(key: string): boolean {
    return this.#placeAdjectives.has(key);
  }

  /** Between the two parts of a place's name: "am" of "Frankfurt am Main". */
  linksPlaces(key: string): boolean {
    return this.#placeLinks.has(key);
  }

  /** "who": may follow any word but an article. */
  isQuestionWord(key: string): boolean {
    return this.#questionWords.has(key);
  }

  isTitle(key: string): boolean {
    return (
      this.#titles.has(key) ||
      officeWord(key) ||
      (key.endsWith('s') && officeWord(key.slice(0, -1)))
    );
  }

  isFemaleTitle(key: string): boolean {
    return this.#femaleTitles.has(key);
  }

  isMaleTitle(key: string): boolean {
    return this.#maleTitles.has(key);
  }

  /** A title before a forename or a ruled country: "King", "Bischof". */
  isNoble(key: string): boolean {
    return this.#nobles.has(key);
  }

  isRuler(key: string): boolean {
    return this.#rulers.has(key);
  }

  /** Follows a name at the beginning of a sentence. */
  isVerbOfSaying(key: string): boolean {
    return this.#saying.has(key);
  }

  isMonth(key: string): boolean {
    return this.#months.has(key);
  }

  isWeekday(key: string): boolean {
    return this.#weekdays.has(key);
  }

  /** A particle of surnames: "von", "de". */
  isParticle(key: string): boolean {
    return this.#particles.has(key);
  }
}

/** For lists of names (of unknown language), and for texts in a language without data. */
export const allLanguages = new Lexicon(LANGUAGES);

const known: ReadonlyMap<string, Lexicon> = new Map(
  LANGUAGES.map((language) => [language.tag, new Lexicon([language])]),
);

export function lexiconOf(language: Language): Lexicon {
  return known.get(language.tag) ?? allLanguages;
}

const containerBefore = wordKeySet(CONTAINER_BEFORE);
const dotted = wordKeySet(DOTTED);
const institutional = wordKeySet(INSTITUTIONAL);
const places = wordKeySet(PLACES);

export function namesContainer(key: string): boolean {
  return containerBefore.has(key);
}

/** Initials run together: "us" from "U.S.". */
export function isDotted(key: string): boolean {
  return dotted.has(key);
}

export function isPlaceName(key: string): boolean {
  return places.has(key);
}

export function isInstitutional(key: string): boolean {
  return institutional.has(key);
}

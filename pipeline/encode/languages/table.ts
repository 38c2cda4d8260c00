/** The table of languages, one row each. */

import { german } from './de/language.ts';
import { english } from './en/language.ts';
import { EPISTOLARY_TAGS, epistolaryWords } from './epistolary/table.ts';
import { spanish } from './es/language.ts';
import { french } from './fr/language.ts';
import { literaryPatterns } from './literary/table.ts';
import { NO_DATE_WORDS } from './model/date-words.ts';
import type { Language } from './model/language.ts';
import { NO_LETTER_WORDS } from './model/letter-words.ts';
import { NO_NAME_WORDS } from './model/name-words.ts';
import type { StageWords } from './model/stage-words.ts';

export const LANGUAGES: readonly Language[] = [english, german, french, spanish];

const BY_TAG: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.map((language) => [language.tag, language]),
);

/**
 * The words of page marks and those beside numbers, in all languages, as sources of patterns: marks
 * are removed before the language of a text is known.
 */
export const MARK_WORDS = {
  pages: union(({ pageWords }) => pageWords.split('|')),
  // Three letters ("Jan") are enough beside a number; shorter forms are other words too.
  months: union(({ months }) => months.flat().filter((form) => form.length > 2)),
  counted: union(({ countedWords }) => countedWords.split('|')),
};

function union(words: (language: Language) => readonly string[]): string {
  const all = [...new Set(LANGUAGES.flatMap(words))].filter((word) => word !== '');
  return all.sort((a, b) => b.length - a.length).join('|');
}

const NEVER = /(?!)/;

/**
 * The language of a BCP 47 tag (`de-AT` is German); for one that is not in the table, a language
 * with the words of headings alone (`literary/`), or without any.
 */
export function languageOf(tag: string): Language {
  return BY_TAG.get(primaryTag(tag)) ?? otherLanguage(tag);
}

const OTHERS = new Map<string, Language>();

/** Made once for each tag: patterns are cached by language. */
function otherLanguage(tag: string): Language {
  const language = OTHERS.get(tag) ?? unlistedLanguage(tag);
  OTHERS.set(tag, language);
  return language;
}

export function primaryTag(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/** "German" for `de`, from the runtime's names. */
export function languageName(tag: string): string {
  return BY_TAG.get(tag)?.name ?? NAMES.of(tag) ?? tag;
}

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

const NO_STAGE_WORDS: StageWords = {
  verbs: '(?!)',
  clitics: '',
  subjects: '(?!)',
  and: '(?!)',
  verbFirst: false,
  manner: NEVER,
  notManner: NEVER,
};

function unlistedLanguage(tag: string): Language {
  return {
    tag,
    name: languageName(tag),
    functionWords: [],
    months: [],
    weekdays: [],
    dayEnding: '',
    dateParticles: '',
    dates: NO_DATE_WORDS,
    ordinals: '',
    salutation: NEVER,
    closing: NEVER,
    postscript: /^(?:p\.? ?s\.?|n\.? ?b\.?)(?=[\s:.,—–-])/i,
    honorifics: [],
    names: NO_NAME_WORDS,
    particles: [],
    letters: NO_LETTER_WORDS,
    toWord: '',
    pageWords: '',
    countedWords: '',
    stage: NO_STAGE_WORDS,
    divisions: {},
    castHeading: NEVER,
    stageDirection: NEVER,
    trailer: NEVER,
    setting: NEVER,
    authorLine: NEVER,
    dedication: NEVER,
    firstPerson: NEVER,
    ...literaryPatterns(tag),
    ...epistolaryWords(tag),
  };
}

/** The languages in which the title of a letter is read. */
export const LETTER_LANGUAGES: readonly Language[] = [
  ...LANGUAGES,
  ...EPISTOLARY_TAGS.map(languageOf),
];

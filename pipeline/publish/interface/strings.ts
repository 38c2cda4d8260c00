/**
 * The words of the interface in one language: site/_data/i18n/, one JSON file a language, flat
 * keys; an edition's theme can set its own.
 *
 * Takes a language tag. Returns the strings by key, and a function that fills them in. A key that a
 * language does not have is taken from English, which is complete. `{name}` is replaced by a value;
 * `key.one`, `key.other` … are the plural forms (CLDR) of `key`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../../core/finding.ts';
import { wordList } from '../../core/text.ts';
import { PROGRAM } from '../../edition/edition.ts';
import { filesIn } from '../../edition/folder/files-in.ts';
import type { OwnStrings } from '../../model/theme.ts';

export interface Interface {
  readonly language: string;
  readonly strings: Readonly<Record<string, string>>;
  /**
   * The string of a key; with a number `n` among the values, its plural form. An unknown key is
   * shown itself.
   */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

const FOLDER = join(PROGRAM, 'site', '_data', 'i18n');

/**
 * Takes the language's file, else that of its primary subtag (`pt` for `pt-BR`), else English.
 * `own`: the edition's own strings.
 */
export function openInterface(tag: string | null, own: OwnStrings = {}): Interface {
  const language = languageFor(tag, own) ?? 'en';
  return interfaceOf(language, {
    ...languageNames(language),
    ...read('en'),
    ...(language === 'en' ? {} : { ...own['en'], ...read(language) }),
    ...own[language],
  });
}

/** Languages of old texts beside those that have a tag of two letters. */
const OLD_LANGUAGES = wordList(`
  akk ang arc ava cop egy elx enm frm fro gez gmh goh got grc hit mga non osa osc ota owl pal peo
  phn pro sga sux syc syr uga und wlm xcl xpr zxx`);

/** The names of languages by their tags, `language.grc`, for what a header states by a tag. */
function languageNames(language: string): Record<string, string> {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  return Object.fromEntries(
    [...tags, ...OLD_LANGUAGES].flatMap((tag) => {
      const name = names.of(tag);
      return name === undefined ? [] : [[`language.${tag}`, name]];
    }),
  );
}

/** The interface with its strings. */
export function interfaceOf(
  language: string,
  strings: Readonly<Record<string, string>>,
): Interface {
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const say: Interface['say'] = (key, values = {}) => {
    const n = values['n'];
    const form = typeof n === 'number' ? strings[`${key}.${plural.select(n)}`] : undefined;
    const text = form ?? strings[key] ?? strings[`${key}.other`] ?? key;
    // A number that chose a plural form is a count; other numbers may be years or pages.
    const filled = form === undefined ? values : { ...values, n: numbers.format(n as number) };
    return text.replace(/\{(\w+)\}/g, (all, name: string) => String(filled[name] ?? all));
  };
  return { language, strings, say };
}

function languageFor(tag: string | null, own: OwnStrings): string | undefined {
  const tags = availableLanguages(own);
  return [tag, tag?.split('-')[0]].find(
    (name): name is string => typeof name === 'string' && tags.has(name),
  );
}

/** The languages of the interface, one for each file of the folder. */
export function interfaceLanguages(): string[] {
  return filesIn(FOLDER, '.json').map((path) => basename(path, '.json'));
}

/** The languages of the interface, including the edition's own. */
export function availableLanguages(own: OwnStrings): ReadonlySet<string> {
  return new Set([...interfaceLanguages(), ...Object.keys(own)]);
}

/** Throws a `UsageError` if neither the language nor its primary subtag has a file. */
export function requireLanguage(tag: string, own: OwnStrings): void {
  if (languageFor(tag, own) !== undefined) return;
  const tags = [...availableLanguages(own)];
  throw new UsageError(
    `--language ${tag} is not available; the interface has ${tags.join(', ')}, to add a ` +
      `language, write theme/strings/${tag}.json in the edition’s folder`,
  );
}

function file(language: string): string {
  return join(FOLDER, `${language}.json`);
}

function read(language: string): Record<string, string> {
  if (!existsSync(file(language))) return {};
  return JSON.parse(readFileSync(file(language), 'utf8')) as Record<string, string>;
}

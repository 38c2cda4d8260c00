/**
 * The words of the interface in one language: site/_data/i18n/, one JSON file a language, flat keys.
 *
 * In: a language tag. Out: the strings by key, and a function that fills them in. A key that a language lacks is taken from
 * English, which is complete. `{name}` stands for a value; `key.one`, `key.other` … are the plural forms (CLDR) of `key`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn, PROGRAM } from '../edition.ts';
import { UsageFault } from '../finding.ts';

export interface Interface {
  readonly language: string;
  readonly strings: Readonly<Record<string, string>>;
  /** The string of a key; with a number `n` among the values, its plural form. A key that nobody has shows as itself. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

const FOLDER = join(PROGRAM, 'site', '_data', 'i18n');

/** Takes the language's file, else that of its primary subtag (`pt` for `pt-BR`), else English. */
export function openInterface(tag: string | null): Interface {
  const wanted = [tag, tag?.split('-')[0]].find((name) => name && /^[A-Za-z-]+$/.test(name) && existsSync(file(name)));
  const language = wanted ?? 'en';
  const strings = { ...read('en'), ...(language === 'en' ? {} : read(language)) };
  const plural = new Intl.PluralRules(language);
  const say: Interface['say'] = (key, values = {}) => {
    const n = values['n'];
    const form = typeof n === 'number' ? strings[`${key}.${plural.select(n)}`] : undefined;
    const text = form ?? strings[key] ?? strings[`${key}.other`] ?? key;
    return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
  };
  return { language, strings, say };
}

/** The languages there are: `en`, `es`. */
export function languages(): string[] {
  return filesIn(FOLDER, '.json').map((path) => basename(path, '.json'));
}

/** Throws a `UsageFault` where neither the language nor its primary subtag has a file. */
export function requireLanguage(tag: string): void {
  const known = languages();
  if (known.includes(tag) || known.includes(tag.split('-')[0] as string)) return;
  throw new UsageFault(
    `--language ${tag} is not there; the interface speaks ${known.join(', ')}, and another language is one more file in site/_data/i18n`,
  );
}

function file(language: string): string {
  return join(FOLDER, `${language}.json`);
}

function read(language: string): Record<string, string> {
  return JSON.parse(readFileSync(file(language), 'utf8')) as Record<string, string>;
}

/**
 * `theme/strings/<tag>.json`: single strings of the interface, or a whole language.
 *
 * Takes the theme's files. Returns strings by language and key. They are shown as text: markup in
 * them is escaped like everything else.
 */

import { isLanguageTag } from '../core/language-tag.ts';
import type { OwnStrings } from '../model/theme.ts';
import { lineAndColumn, type ThemeFile, type ThemeFiles } from './files.ts';

const RULE = 'theme/strings';

export function readStrings(files: ThemeFiles): OwnStrings {
  const read = files
    .texts('strings', '.json')
    .flatMap((file): [string, Readonly<Record<string, string>>][] => {
      const tag = file.name.slice(0, -'.json'.length);
      if (!isLanguage(tag)) {
        const message =
          `“${tag}” is not a language tag; name the file after a language: ` +
          `en.json, pt-BR.json`;
        files.report(file.path, { severity: 'error', rule: RULE, message });
        return [];
      }
      const strings = stringsIn(files, file);
      return strings ? [[tag, strings]] : [];
    });
  return Object.fromEntries(read);
}

/**
 * Registered languages have two or three letters. Longer ones would be allowed by BCP 47, but could
 * equal a folder of the site.
 */
function isLanguage(tag: string): boolean {
  try {
    return isLanguageTag(tag) && new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}

/**
 * A file that is not a JSON object is skipped, and so is a value that is not a string. Both are
 * reported.
 */
function stringsIn(
  files: ThemeFiles,
  { path, text }: ThemeFile,
): Readonly<Record<string, string>> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const said = (error as Error).message;
    const at = /position (\d+)/.exec(said)?.[1];
    const place = lineAndColumn(text, at === undefined ? text.length : Number(at));
    const message =
      `the file is not JSON, so the program’s own strings are used: ` +
      `${said.replace(/ in JSON at .*$/s, '')}; look for a missing comma or quotation mark`;
    files.report(path, { severity: 'error', rule: RULE, ...place, message });
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'a JSON object is expected: {"key": "words of the interface"}';
    files.report(path, { severity: 'error', rule: RULE, line: 1, column: 1, message });
    return undefined;
  }
  const strings = Object.entries(value).filter((entry): entry is [string, string] => {
    if (typeof entry[1] === 'string') return true;
    const message = `“${entry[0]}” is not a string in quotation marks; the program’s own is used`;
    files.report(path, { severity: 'error', rule: RULE, ...placeOfKey(text, entry[0]), message });
    return false;
  });
  return Object.fromEntries(strings);
}

/** The place of a key in a JSON text. */
function placeOfKey(text: string, key: string): { line: number; column: number } {
  return lineAndColumn(text, text.indexOf(JSON.stringify(key)));
}

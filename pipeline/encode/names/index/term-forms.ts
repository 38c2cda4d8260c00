/**
 * The forms in which texts use a term, from the term as a list prints it.
 *
 * Takes "AFL, AFOL", "bn(s)", "Exim (Eximbank)", "A–1 (Skyraider)", and the explanation, which in
 * some lists begins with a second form ("A/A", "AA, anti-aircraft"). Returns the forms as written.
 */

import { allLanguages } from '../words/lexicon.ts';
import { wordKey } from '../words/tokens.ts';

const ABBREVIATION = /^[\p{Lu}\p{N}][\p{Lu}\p{N}/&.–-]+$/u;

/** The forms of a term as printed; `meaning` is the list's explanation. No empty strings. */
export function termForms(printed: string, meaning = ''): string[] {
  const forms = new Set<string>();
  for (const part of termParts(printed)) {
    const [, base = part, inner, rest = ''] = /^(.*?)\s*\(([^)]*)\)(.*)$/.exec(part) ?? [];
    forms.add(base + rest);
    if (inner === undefined) continue;
    if (/^\p{Ll}{1,2}$/u.test(inner)) forms.add(`${base}${inner}${rest}`);
    else if (/\s\(/.test(part)) forms.add(inner);
    else forms.add(part);
  }
  const second = meaning.split(/[,;]/)[0]?.trim() ?? '';
  if (ABBREVIATION.test(printed) && ABBREVIATION.test(second) && sharesFirst(printed, second))
    forms.add(second);
  // "PL 480" of "P.L."
  for (const form of [...forms])
    if (/^(?:\p{Lu}\.){2,}$/u.test(form)) forms.add(form.replaceAll('.', ''));
  return [...forms].filter((form) => /[\p{L}\p{N}]/u.test(form));
}

/** "UFCO, UNFC, UNIFRUIT": all parts look like the term itself. */
function termParts(printed: string): string[] {
  const parts = printed.split(/,\s+/);
  return parts.every((part) => !/\s/.test(part.replace(/\s\(.*\)$/, ''))) ? parts : [printed];
}

function sharesFirst(a: string, b: string): boolean {
  return a[0] === b[0];
}

/**
 * The words of an abbreviation, from the list's explanation: "North Atlantic Treaty Organization",
 * "public law". Undefined for a single word, and for an office, which texts also use in a general
 * sense ("Prime Minister").
 */
export function spelledOut(meaning: string): string | undefined {
  const words = (meaning.split(/[,;:([]/)[0] ?? '').trim().replace(/^the /i, '').replace(/\.$/, '');
  const all = words.split(/\s+/);
  if (all.length < 2 || all.length > 9 || !/^[\p{L}][\p{L}'’. -]*$/u.test(words)) return undefined;
  const isOffice = [all[0], all.at(-1)].some((word = '') => allLanguages.isTitle(wordKey(word)));
  return isOffice ? undefined : words;
}

/** "Public Law 480": words in lower case in the list are the term only in capitals. */
export function isSpelledOut(words: string, form: string, after: string): boolean {
  const important = form.split(/\s+/).filter((word) => word.length > 3);
  if (important.every((word) => /^\p{Lu}/u.test(word))) return words === form;
  const capitals = words.split(/\s+/).every((word) => word.length < 4 || /^\p{Lu}/u.test(word));
  return capitals && words.toLowerCase() === form.toLowerCase() && /^[ \u00a0]\d/.test(after);
}

/** Whether an abbreviation is a word of its own, and not a part of other letters. */
import { lettersAndDigits } from '../../../core/text.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { Phrase } from '../index/phrase-trie.ts';

/** "5:25 PM": a time of day, whatever the list's entry for these letters. */
function isTimeOfDay(text: string, start: number, { form }: Phrase): boolean {
  return /^[AP]\.?M\.?$/.test(form) && /\d\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

export function standsAlone(
  text: string,
  start: number,
  end: number,
  phrase: Phrase,
  index: NameIndex,
): boolean {
  // "o. O.", "N": letters that the list has in the place of a name.
  if (!phrase.abbreviation)
    return phrase.entry.kind !== 'place' || /\p{L}{2}|\P{ASCII}/u.test(phrase.form);
  if (isTimeOfDay(text, start, phrase)) return false;
  const short = lettersAndDigits(phrase.form);
  if (short.length > 2) return true;
  const dots =
    /[A-Z]\.$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^\.\s?[A-Z]\b\.?/.test(text.slice(end, end + 4));
  if (dots && !phrase.form.includes('.')) return false;
  return (
    short.length > 1 ||
    letterIsName(text, start, end, index) ||
    namesPerson(phrase, text, start, end)
  );
}

/** "K", which a list explains as "Kissinger": the letter is a name wherever it is a word. */
function namesPerson(phrase: Phrase, text: string, start: number, end: number): boolean {
  const named = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.]+){0,2}$/u.test(phrase.entry.description ?? '');
  return (
    named &&
    /(?:^|[\s“‘"—–])$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:['’]s\b|[\s,;:?!”—)]|$)/.test(text.slice(end, end + 3))
  );
}

/**
 * A single letter is the symbol of an office or unit only beside characters that set it off: "S/P",
 * "(G)", "approved in S on".
 */
function letterIsName(text: string, start: number, end: number, { phrases }: NameIndex): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  // "S/P", "(G)"; "C/S" is another office if the list has only S.
  const other = /(?<!\p{L})(\p{L})\/$/u.exec(text.slice(Math.max(0, start - 3), start))?.[1];
  if (other !== undefined && !phrases.next.get(other.toLowerCase())?.phrases.length) return false;
  if (/[/(]/.test(before) || /[/)]/.test(after)) return true;
  const left = text.slice(Math.max(0, start - 24), start);
  return (
    /\b(?:in|by|with|through|and|of) $/.test(left) &&
    /^(?: (?:and|on|for|in|by)\b|[,;.](?!\s?[A-Z]\b\.?)|$)/.test(text.slice(end, end + 6))
  );
}

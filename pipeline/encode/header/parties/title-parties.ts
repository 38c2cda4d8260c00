/**
 * The words for the sender and the addressee in a title: before and after the language's "to".
 */
import { readTitleDay } from '../../dates/letter/title-day.ts';
import type { Language } from '../../languages/model/language.ts';
import { personalName, startsLikeParty } from './party-words.ts';
import type { Parties } from './split-parties.ts';

/** An editor's word after the title: "[PS]". */
const REMARK = /\s*\[\p{L}[^\]]{0,20}\]$/u;

/** "Memorandum From … to …", in English the form of the series with its capital. */
const FROM_TO = /^(?<kind>[\s\S]{3,60}?) [Ff]rom (?<from>[\s\S]+?)(?: [Tt]o (?<to>[\s\S]+))?$/;

/** "(Teplitz, " before the day in a bracket. */
export const OPEN_BRACKET = /\s*\([^()]*$/u;

/** Undefined if the title names no party. */
export function partiesOf(text: string, language: Language): Parties | undefined {
  const words = text.slice(0, endOfParties(text, language));
  const series = language.tag === 'en' ? FROM_TO.exec(words)?.groups : undefined;
  if (series?.['from'] !== undefined) {
    const from = series['from'];
    const at = words.indexOf(from, (series['kind'] ?? '').length);
    const to = series['to'];
    return {
      from: { text: from, at },
      ...(to === undefined ? {} : { to: { text: to, at: words.length - to.length } }),
    };
  }
  if (language.toWord === '') return undefined;
  const { kinds, fromWord } = language.letters;
  const addressee = new RegExp(`^(?:(?:${kinds}) )?(?:${language.toWord}) (?=\\p{L})`, 'iu').exec(
    words,
  );
  if (addressee) {
    const at = addressee[0].length;
    const to = beforePlace(withoutPlace(words.slice(at)), language);
    return to.length <= 140 && personalName(to, language) !== undefined
      ? { to: { text: to, at } }
      : undefined;
  }
  const kind =
    new RegExp(`^(?:${kinds})(?:[ ,][^,]{0,40}?)?? (?:${fromWord}) (?=\\p{L})`, 'iu').exec(
      words,
    )?.[0] ??
    // "Brief Samek an Karl Peyer"
    new RegExp(`^(?:${kinds}) (?=\\p{Lu}.{1,60} (?:${language.toWord}) \\p{Lu})`, 'iu').exec(
      words,
    )?.[0] ??
    // "Von Paul Thieriot an Emanuel"
    new RegExp(`^(?:${fromWord}) (?=\\p{Lu}.{1,80} (?:${language.toWord}) \\p{Lu})`, 'iu').exec(
      words,
    )?.[0] ??
    '';
  // "Schreiben des Landrats von Bredow": the article shows that an office follows.
  const article = / (?:des|der|du|del) $/.exec(kind)?.[0].trimStart().length ?? 0;
  const behind = words.slice(kind.length - article);
  const split = new RegExp(
    `^(?<from>[^:;?!]{2,140}?),? (?<word>${language.toWord}) (?<to>.{2,140})$`,
    'su',
  ).exec(behind);
  const from = (split?.groups?.['from'] ?? behind).trimEnd();
  const to = split?.groups?.['to'];
  const begin = { text: from, at: kind.length - article };
  if (kind === '' && (to === undefined || !startsLikeParty(from, language))) return undefined;
  if (to === undefined)
    return personalName(from, language) === undefined || from.length > 80
      ? undefined
      : { from: begin };
  const addressed = {
    text: withoutOwnPlace(beforePlace(to, language), language),
    at: words.length - to.length,
  };
  if (!startsLikeParty(addressed.text, language)) return undefined;
  return isDay(from, language) ? { to: addressed } : { from: begin, to: addressed };
}

/** "vom 19. März 1833" in "Brief vom 19. März 1833 an Friedrich Müller". */
function isDay(words: string, language: Language): boolean {
  const day = readTitleDay(words, language);
  return day?.atEnd === true && !/\p{Lu}/u.test(words.slice(0, day.date.start));
}

/** "Vincent van Gogh" for "Vincent van Gogh. Arles"; "Prof. Weber" stays. */
function beforePlace(words: string, { honorifics }: Language): string {
  for (const { index } of words.matchAll(/(?<=\p{Ll}{2})\. (?=\[?\p{Lu})/gu)) {
    const name = words.slice(0, index);
    const last = name.split(' ').at(-1) ?? '';
    if (honorifics.includes(last.toLowerCase()) || /\([^)]*$/.test(name)) continue;
    if (name.includes(' ') || last.length > 3) return name;
  }
  return words;
}

/** "Herrn Jakob Steiger" for "Herrn Jakob Steiger in Sankt Gallen"; an office keeps its place. */
function withoutOwnPlace(words: string, language: Language): string {
  const name = withoutPlace(words);
  const [title = ''] = name.split(/[ .]/);
  const named = language.honorifics.includes(title.toLowerCase()) && personalName(name, language);
  return named ? name : words;
}

/** "Amöne Herold" for "Amöne Herold in Weimar". */
export function withoutPlace(words: string): string {
  return words.split(/ (?:in|at|à|en) (?=\p{Lu})/u)[0] ?? '';
}

/** The end of the parties: before the date, its bracket, and the full stop that may follow them. */
export function endOfParties(text: string, language: Language): number {
  const day = readTitleDay(text, language);
  const end = day?.atEnd
    ? text.slice(0, day.date.start).replace(OPEN_BRACKET, '').length
    : text.replace(REMARK, '').length;
  const joint = new RegExp(
    String.raw`(?:[\s,;:[(—–-]|(?<=\)|\p{Ll}{3})\.|(?<!\p{L})(?:vom|am|den|du|le|of|` +
      String.raw`on or about|on|` +
      String.raw`about|circa|ca\.|um|etwa|vers|environ|dated|de|del|el|` +
      String.raw`${language.letters.undated})(?=[\s,[(]*$))+$`,
    'iu',
  );
  return text.slice(0, end).replace(joint, '').length;
}

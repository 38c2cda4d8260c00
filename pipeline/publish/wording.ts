/**
 * Small texts that layouts need: years of a life, coordinates, the name of a passage.
 *
 * In: values of the data. Out: plain text in the language of the interface.
 */
import type { EntryData } from '../transform/model.ts';
import type { BackLink } from './back-links.ts';
import type { Interface } from './strings.ts';

/** "1907–2001", "–1963", "1919–": the years that are known; what is given as a range of years is told by its first. */
export function lifeDates({ birth, death }: Pick<EntryData, 'birth' | 'death'>): string {
  const year = (when: string | null | undefined): string => /^-?\d{4}/.exec(when ?? '')?.[0] ?? '';
  const [born, died] = [year(birth?.when), year(death?.when)];
  return born || died ? `${born}–${died}` : '';
}

/** "-16.5 -68.15" (TEI geo, WGS 84) is "16.5° S, 68.15° W"; anything else stays as it is. */
export function coordinatesInWords(geo: string): string {
  const [latitude, longitude, ...rest] = geo
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (latitude === undefined || longitude === undefined || rest.length > 0 || Number.isNaN(latitude + longitude)) {
    return geo;
  }
  return `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`;
}

/** "Paragraph 3", "Note 2": what the passage is called that a mention stands in. */
export function whereItStands(
  { anchor, block, n }: Pick<BackLink, 'anchor' | 'block' | 'n'>,
  words: Interface,
): string {
  if (n !== null) return words.say('where.note', { n });
  const key = `where.${block}`;
  const number = /\d+$/.exec(anchor)?.[0] ?? anchor;
  return words.strings[key] === undefined ? words.say('where.other', { id: anchor }) : words.say(key, { id: number });
}

/** The table of genres, one row each. */

import type { Genre } from './common/genre.ts';
import { despatch } from './despatch/genre.ts';
import { diary } from './diary/genre.ts';
import { drama } from './drama/genre.ts';
import { letter } from './letter/genre.ts';
import { list } from './list/genre.ts';
import { minutes } from './minutes/genre.ts';
import { newspaper } from './newspaper/genre.ts';
import { plain } from './plain/genre.ts';
import { prose } from './prose/genre.ts';
import { record } from './record/genre.ts';
import { verse } from './verse/genre.ts';

export const PLAIN: Genre = plain;

export const GENRES: readonly Genre[] = [
  letter,
  despatch,
  minutes,
  record,
  diary,
  verse,
  drama,
  prose,
  newspaper,
  list,
  plain,
];

/** The genre of that name, whatever its case; undefined for another word. */
export function genreNamed(name: string): Genre | undefined {
  const wanted = name.trim().toLowerCase();
  return GENRES.find((genre) => genre.name === wanted);
}

/** The genres that the encoder knows, one row each. */
import { despatch } from './despatch/genre.ts';
import type { Genre } from './genre.ts';
import { plain } from './plain/genre.ts';

export const PLAIN: Genre = plain;

export const GENRES: readonly Genre[] = [despatch, plain];

/** The genre of that name, whatever its case; nothing for another word. */
export function genreNamed(name: string): Genre | undefined {
  const wanted = name.trim().toLowerCase();
  return GENRES.find((genre) => genre.name === wanted);
}

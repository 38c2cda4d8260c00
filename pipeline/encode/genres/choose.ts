/**
 * Chooses the genre of a document.
 *
 * Takes the features of the document, and the declarations in front matter, the command line or the
 * edition. Returns a genre, its certainty, and why. A declaration is followed; a document that fits
 * nothing well is `plain`, which claims nothing.
 */

import type { Certainty } from '../../authorities/model.ts';
import { counted } from '../../core/text.ts';
import type { GenreEvidence } from './common/evidence.ts';
import type { Genre } from './common/genre.ts';
import { GENRES, genreNamed, PLAIN } from './table.ts';

export interface GenreChoice {
  readonly genre: Genre;
  readonly certainty: Certainty;
  /** A sentence for the report. */
  readonly reason: string;
}

/** Below this score a genre is not accepted. */
const LEAST = 0.4;
/** From this score on, and with this lead, the choice is certain. */
const SURE = 0.8;
const LEAD = 0.15;

/** `declared`: the genre's name, and who declares it ("the front matter"). */
export function chooseGenre(
  evidence: GenreEvidence,
  declared?: { readonly name: string; readonly by: string },
): GenreChoice {
  const named = declared && genreNamed(declared.name);
  if (named) return { genre: named, certainty: 'high', reason: `${declared.by} says so` };
  const ranked = GENRES.map((genre) => ({ genre, ...genre.recognize(evidence) })).sort(
    (a, b) => b.score - a.score,
  );
  const [best, second] = ranked;
  if (!best || best.score < LEAST) {
    return {
      genre: PLAIN,
      certainty: 'low',
      reason: `no genre fits ${counted(evidence.blocks.length, 'block')} of text well enough`,
    };
  }
  const lead = best.score - (second?.score ?? 0);
  const certainty =
    best.score >= SURE && lead >= LEAD ? 'high' : lead >= LEAD / 2 ? 'medium' : 'low';
  const rival =
    second && second.score >= LEAST && lead < LEAD
      ? `; it could also be ${second.genre.title}`
      : '';
  return { genre: best.genre, certainty, reason: `${best.reasons.join(', ')}${rival}` };
}

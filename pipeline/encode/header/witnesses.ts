/**
 * The witnesses of a document in its source note.
 *
 * Takes the source note's passages. Returns the copy that was printed, and further copies in the
 * note, each with repository, collection and shelfmark. TEI Guidelines, chapter 11 (manuscript
 * description).
 */

import type { Certainty } from '../../authorities/model.ts';
import { pattern } from '../../core/text.ts';
import type { Passage } from '../engine/model.ts';
import { type CitationMention, findCitations, sentenceEnd } from '../names/citations.ts';

export interface WitnessSource {
  /** `A` for the copy printed, then `B`, `C` … */
  readonly siglum: string;
  readonly repository: string;
  readonly collections: readonly string[];
  readonly shelfmark?: string;
  readonly certainty: Certainty;
  /** The passage and range with these words, to find the repository's entry. */
  readonly passage: string;
  readonly start: number;
}

const SIGLA = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A collection, not a single folder or document in it. */
const COLLECTION = pattern('')`
    \b(?:Files?|Papers|Materials|Records|Collection|Series|RG \d+|Lot(?: File)? \d|
    Central (?:Decimal )?Files?|Presidential|Office|Library|FRC)\b
  `;

export function sourceWitnesses(sourceNote: readonly Passage[]): WitnessSource[] {
  const found: Omit<WitnessSource, 'siglum'>[] = [];
  for (const [index, passage] of sourceNote.entries()) {
    for (const citation of findCitations(passage.text, index === 0)) {
      if (citation.kind !== 'archival') continue;
      const printed = found.length === 0;
      if (printed || mentionsCopy(passage.text, citation))
        found.push(witness(passage, citation, printed ? 'high' : 'medium'));
    }
  }
  return found
    .slice(0, SIGLA.length)
    .map((source, index) => ({ siglum: SIGLA[index] ?? '', ...source }));
}

/** The location is in brackets after a sentence about another copy. */
function mentionsCopy(text: string, citation: CitationMention): boolean {
  const before = text.slice(0, citation.start).replace(/\s*\(\s*$/, '');
  let sentence = 0;
  for (
    let end = sentenceEnd(before, 0);
    end < before.length - 1;
    end = sentenceEnd(before, end + 1)
  )
    sentence = end + 1;
  return /\b(?:cop(?:y|ies)|draft|version)\b/i.test(before.slice(sentence));
}

function witness(
  passage: Passage,
  citation: CitationMention,
  certainty: Certainty,
): Omit<WitnessSource, 'siglum'> {
  const [repository = '', ...segments] = passage.text
    .slice(citation.start, citation.end)
    .split(/,\s+/);
  let collections = 0;
  for (const [index, segment] of segments.entries())
    if (COLLECTION.test(segment) && index === collections) collections++;
  const shelfmark = segments.slice(collections).join(', ');
  return {
    repository,
    collections: segments.slice(0, collections),
    ...(shelfmark ? { shelfmark } : {}),
    certainty,
    passage: passage.id,
    start: citation.start,
  };
}

/**
 * The results of a run, in numbers.
 *
 * Takes each document when it is done. Returns counts, and the summary in words. Only numbers are
 * stored, so that memory does not grow with the documents.
 */

import type { Certainty } from '../../authorities/model.ts';
import { counted } from '../../core/text.ts';
import type { Doubt, Mention } from '../engine/model.ts';
import type { Encoded, EncodeOutcome } from './run.ts';

interface MentionCounts {
  readonly kinds: Record<Mention['kind'], number>;
  readonly certainty: Record<Certainty, number>;
}

export interface EncodeTally {
  readonly outcomes: Record<EncodeOutcome, number>;
  readonly mentions: MentionCounts;
  readonly doubts: Record<Doubt['kind'], number>;
}

export function noMentions(): MentionCounts {
  return {
    kinds: { person: 0, org: 0, place: 0, term: 0, date: 0 },
    certainty: { high: 0, medium: 0, low: 0 },
  };
}

export function emptyTally(): EncodeTally {
  return {
    outcomes: { written: 0, unchanged: 0, merged: 0, kept: 0, conflicting: 0, failed: 0 },
    mentions: noMentions(),
    doubts: { ambiguous: 0, unknown: 0 },
  };
}

export function tallyDocument(tally: EncodeTally, { outcome, document }: Encoded): void {
  tally.outcomes[outcome]++;
  tallyMentions(tally.mentions, document?.mentions ?? []);
  for (const { kind } of document?.doubts ?? []) tally.doubts[kind]++;
}

export function tallyMentions(counts: MentionCounts, mentions: readonly Mention[]): void {
  for (const { kind, certainty } of mentions) {
    counts.kinds[kind]++;
    counts.certainty[certainty]++;
  }
}

/** Three lines; the same input gives the same ones. */
export function tallyInWords({
  outcomes,
  mentions: { kinds, certainty },
  doubts,
}: EncodeTally): string {
  const { written, unchanged, merged, kept, conflicting, failed } = outcomes;
  const inMerging = merged > 0 ? `, ${merged} merged` : '';
  const inConflict = conflicting > 0 ? `, ${conflicting} in conflict` : '';
  return [
    `${counted(total(outcomes), 'document')}: ${written} written, ${unchanged} ` +
      `unchanged${inMerging}${inConflict}, ${kept} kept as edited, ${failed} failed`,
    `${counted(total(kinds), 'mention')}: ${counted(kinds.person, 'person')}, ` +
      `${counted(kinds.org, 'organization')}, ` +
      `${counted(kinds.place, 'place')}, ${counted(kinds.term, 'term')}, ` +
      `${counted(kinds.date, 'date')}; ` +
      `certainty ${certainty.high} high, ${certainty.medium} medium, ${certainty.low} low`,
    `${counted(total(doubts), 'doubt')}: ${doubts.ambiguous} ambiguous, ` +
      `${counted(doubts.unknown, 'name')} that no list has`,
  ].join('\n');
}

/** "12.3 s, 98 documents/s". */
export function speedInWords(documents: number, milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const rate = documents / Math.max(seconds, 0.001);
  return `${seconds.toFixed(1)} s, ${rate.toFixed(0)} documents/s`;
}

/** All of the counts together. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}

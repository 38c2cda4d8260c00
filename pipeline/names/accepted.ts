/** An accepted proposal, as it is written. */
import type { GivenCandidate } from '../authorities/services/client.ts';
import type { ProposalCertainty, ProposedKind } from '../encode/names/unlisted/model.ts';

export const IDENTIFIERS = ['gnd', 'viaf', 'wikidata', 'geonames'] as const;
export type IdentifierScheme = (typeof IDENTIFIERS)[number];

export interface AcceptedEntry {
  readonly id: string;
  readonly kind: ProposedKind;
  readonly name: string;
  readonly forms: readonly string[];
  readonly certainty: ProposalCertainty;
  /** The entry's `@type`: "ship". */
  readonly type?: string;
  /** The data of an authority service; they are copied with source and day. */
  readonly given?: GivenCandidate;
  readonly identifiers: Readonly<Partial<Record<IdentifierScheme, string>>>;
}

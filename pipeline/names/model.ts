/** What the stages of `siglum names` pass on: proposed entries. */
import type { ProposedKind, RuleName } from '../encode/names/unlisted/model.ts';

/** `high` is never used: nobody has confirmed a proposal (CONTRIBUTING, law 3). */
export type ProposalCertainty = 'medium' | 'low';

export interface ProposedMention {
  readonly document: string;
  readonly passage: string;
  readonly form: string;
  readonly sentence: string;
  readonly rule: RuleName;
}

/** An entry that a list may have: all mentions that seem to name the same. */
export interface Proposal {
  /** The `xml:id` that the entry gets. */
  readonly id: string;
  readonly kind: ProposedKind;
  readonly name: string;
  /** All forms in the texts, most frequent first. */
  readonly forms: readonly string[];
  readonly mentions: readonly ProposedMention[];
  readonly certainty: ProposalCertainty;
  readonly evidence: readonly RuleName[];
  /** Existing entries that could be the same, by `xml:id`. */
  readonly candidates: readonly string[];
}

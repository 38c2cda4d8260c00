/** The values that the stages of `siglum names` pass on: proposed entries. */
import type { ServiceCandidate } from '../authorities/services/model.ts';
import type {
  FoundName,
  ProposalCertainty,
  ProposedKind,
  RuleName,
} from '../encode/names/unlisted/model.ts';

interface ProposedMention {
  readonly document: string;
  readonly passage: string;
  readonly form: string;
  readonly sentence: string;
  readonly rule: RuleName;
}

/** A candidate of an authority service; `warning`: why it is an unlikely match. */
export interface OutsideCandidate extends ServiceCandidate {
  readonly service: string;
  /** The ISO day on which the service gave it. */
  readonly day: string;
  readonly warning?: string;
}

/** An entry that a list could have: all mentions that seem to name the same. */
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
  /** The candidates of an authority service under this name, if it was asked. */
  readonly outside?: readonly OutsideCandidate[];
}

/** A proposal and the names in the texts from which it was made. */
export interface ProposalGroup {
  readonly proposal: Proposal;
  readonly names: readonly FoundName[];
}

/** The `@type` of an entry, if all evidence says that the organization is a ship. */
export function typed(evidence: readonly string[]): { readonly type?: 'ship' } {
  const rules = evidence.filter((rule) => rule !== 'marked');
  return rules.length > 0 && rules.every((rule) => rule === 'ship') ? { type: 'ship' } : {};
}

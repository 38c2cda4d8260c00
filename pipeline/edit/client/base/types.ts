/** Types of the answers, as the server gives them. */

export type {
  ActionPreview,
  BlockView,
  CandidateList,
  Chosen,
  DocumentAction,
  DocumentView,
  DoubtView,
  FoundPlace,
  NewEntryRequest,
  ProposalView,
} from '../../actions/model.ts';
export type { BlockPosition } from '../../actions/place.ts';
export type { GridCell, GridDecision, GridView, GridWords } from '../../collation/model.ts';
export type { Field } from '../../forms/fields.ts';
export type { EntryCandidate } from '../../queue/candidates.ts';

export interface Overview {
  readonly who: string;
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: string;
    readonly doubts: number;
    readonly problem?: string;
  }[];
  readonly statuses: readonly { readonly status: string; readonly label: string }[];
  readonly measures: readonly {
    readonly kind: string;
    readonly decided: number;
    readonly accepted: number;
  }[];
  readonly findings: readonly { readonly path: string; readonly message: string }[];
}

export interface CheckFinding {
  readonly line?: number;
  readonly column?: number;
  readonly severity: 'error' | 'warning' | 'remark';
  readonly rule: string;
  readonly message: string;
}

export interface JournalEntry {
  readonly id: string;
  readonly when: string;
  readonly who: string;
  readonly why: string;
  readonly undoes?: string;
  readonly inForce: boolean;
}

/** What an editor can choose for a name: the entries, and the entry that is proposed. */
import type { EntryCandidate, ProposalView } from '../base/types.ts';

export interface QueueOption extends EntryCandidate {
  /** Makes the entry and links all its mentions. */
  readonly isProposed?: boolean;
}

/** The score of a candidate that fits better than a new entry: its surname or more agrees. */
const LIKELY = 60;

/** The proposal comes first unless an entry is likely. */
export function withProposal(
  candidates: readonly EntryCandidate[],
  proposal: ProposalView | undefined,
): QueueOption[] {
  if (!proposal) return [...candidates];
  const { id, kind, name, forms, places, documents } = proposal;
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  const option: QueueOption = {
    ...{ id, kind, name, score: LIKELY, isProposed: true },
    description:
      `new entry, linked in ${count(places, 'place')} of ` + `${count(documents, 'document')}`,
    reasons: forms.filter((form) => form !== name),
  };
  const isLikely = ({ score }: EntryCandidate) => score >= LIKELY;
  return [
    ...candidates.filter(isLikely),
    option,
    ...candidates.filter((candidate) => !isLikely(candidate)),
  ];
}

/**
 * Proposed entries in the queue of a document: for its marks, and for names that are not marked.
 */
import { RULES } from '../../encode/names/unlisted/model.ts';
import type { Proposal } from '../../names/model.ts';
import type { DoubtView, ProposalView } from '../actions/model.ts';
import { placeIn } from '../actions/place.ts';
import { entryKind } from '../entries/kinds.ts';
import type { EditorBlock } from '../render/blocks.ts';
import type { SourceDocument } from '../source/document.ts';
import { placesOf } from './places.ts';
import type { ProposedName } from './proposal-index.ts';

/** A doubt with its offset in the file. */
interface PlacedDoubt {
  readonly start: number;
  readonly doubt: DoubtView;
}

/** The doubts with their proposals, and further ones, in the order of the text. */
export function withProposals(
  { document, blocks }: { document: SourceDocument; blocks: readonly EditorBlock[] },
  doubts: readonly PlacedDoubt[],
  names: readonly ProposedName[],
): DoubtView[] {
  if (names.length === 0) return doubts.map(({ doubt }) => doubt);
  const ofMarks = new Map<number, Proposal>();
  const further: PlacedDoubt[] = [];
  for (const [{ name, proposal }, place] of placesOf(document, names)) {
    const { start, end, before, after, mark } = place;
    if (mark) ofMarks.set(mark.at, proposal);
    const element = entryKind(proposal.kind)?.mark;
    const [from, to] = [placeIn(blocks, start), placeIn(blocks, end)];
    if (mark || element === undefined || !from || from.block !== to?.block) continue;
    const doubt = {
      ...{ at: from, chosen: { from, to }, element, words: place.words, before, after },
      reason: `not marked: ${RULES[name.rule].says}`,
      proposal: viewOf(proposal),
    };
    further.push({ start, doubt });
  }
  const marked = doubts.map(({ start, doubt }): PlacedDoubt => {
    const proposal = ofMarks.get(start);
    const fits = proposal && doubt.ref === undefined;
    const isSameKind = fits && entryKind(proposal.kind)?.mark === doubt.element;
    return { start, doubt: { ...doubt, ...(isSameKind && { proposal: viewOf(proposal) }) } };
  });
  return [...marked, ...further].sort((a, b) => a.start - b.start).map(({ doubt }) => doubt);
}

function viewOf({ id, kind, name, forms, mentions }: Proposal): ProposalView {
  const documents = new Set(mentions.map(({ document }) => document)).size;
  return { id, kind, name, forms: forms.slice(0, 6), places: mentions.length, documents };
}

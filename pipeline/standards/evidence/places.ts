/** Evidence with the place in edition.xml where it is stated, or should be. */
import { descend, type TreeElement } from '../../xml/tree.ts';
import type { StandardFacts } from '../model/facts.ts';
import type { CriterionEvidence, CriterionState, EvidencePlace } from '../model/model.ts';

/** `element`: what to write there. */
export function evidencePlace(
  { path, hasHeader }: StandardFacts,
  at: TreeElement,
  element: string,
): EvidencePlace {
  return hasHeader ? { path, line: at.line, column: at.column, element } : { path, element };
}

/** The innermost existing element of a path in the header. */
export function deepest(root: TreeElement, ...names: readonly string[]): TreeElement {
  let here = root;
  for (const name of names) {
    const next = descend(here, name);
    if (!next) return here;
    here = next;
  }
  return here;
}

export const met = (why: string): CriterionEvidence => ({ state: 'met', why });

export function unmet(state: CriterionState, why: string, place: EvidencePlace): CriterionEvidence {
  return { state, why, place };
}

/** "3 of 12 documents". */
export function ofDocuments(count: number, { documents }: StandardFacts): string {
  return `${count} of ${documents} document${documents === 1 ? '' : 's'}`;
}

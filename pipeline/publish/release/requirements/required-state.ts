/** A release that takes documents of a certain state only: `build --release N --state approved`. */
import { type Finding, shownPath, UsageError } from '../../../core/finding.ts';
import { DOCUMENT_STATES, type DocumentState, isAtLeast } from '../../../model/document-states.ts';
import type { SiteDocument } from '../../site/site-model.ts';

/** Throws a `UsageError` for an unknown state, or one without a release. */
export function requireState(stated: string, release: string | undefined): DocumentState {
  const known = DOCUMENT_STATES.find(({ status }) => status === stated);
  if (!known) {
    const all = DOCUMENT_STATES.map(({ status }) => status).join(', ');
    throw new UsageError(`--state takes one of ${all}, not "${stated}"`);
  }
  if (release === undefined) throw new UsageError('--state is for a release: add --release NUMBER');
  return known.status;
}

/** An error for each document that has not come so far. */
export function stateFindings(
  documents: readonly Pick<SiteDocument, 'path' | 'header'>[],
  wanted: DocumentState | undefined,
): Finding[] {
  if (wanted === undefined) return [];
  return documents
    .filter(({ header }) => !isAtLeast(header.status, wanted))
    .map(({ path, header: { status } }) => ({
      path: shownPath(path),
      severity: 'error',
      rule: 'release/state',
      message:
        `${status === null ? 'no state of the work is stated' : `the state of the work is “${status}”`}, ` +
        `and the release takes documents that are “${wanted}”: state it in <revisionDesc ` +
        `status="${wanted}"> (in the workbench: the list of states in the bar), or release ` +
        'without --state',
    }));
}

/**
 * Which of the DOIs in a header were reserved by earlier deposits, by deposits.json: only these are
 * ever replaced.
 */

import type { SentVersion } from '../state.ts';
import { bareDoi } from './edition-doi.ts';

/** Bare, in small letters. */
export interface EarlierDois {
  /** DOIs of versions: a new version's replaces them. */
  readonly replaceable: ReadonlySet<string>;
  /** DOIs that lead nowhere, of versions or of all versions. */
  readonly invalid: ReadonlySet<string>;
}

/** The prefix that DataCite reserves for tests: Zenodo's sandbox, and demonstrations. */
const TEST_PREFIX = '10.5072/';

/**
 * `sent`: all versions, at all repositories. The DOI of a draft at another repository was never
 * registered; the DOI of a version that another repository has published stays.
 */
export function earlierDois(
  sent: readonly SentVersion[],
  here: Pick<SentVersion, 'repository' | 'base'>,
): EarlierDois {
  const bare = (dois: readonly (string | null | undefined)[]): string[] =>
    dois.flatMap((doi) => (doi ? [bareDoi(doi)] : []));
  const isHere = (one: SentVersion): boolean =>
    one.repository === here.repository && one.base === here.base;
  const own = sent.filter(isHere);
  const invalid = sent
    .filter((one) => !isHere(one))
    .flatMap(({ doi, conceptDoi, status }) =>
      bare([doi, conceptDoi]).filter((one) => status === 'draft' || one.startsWith(TEST_PREFIX)),
    );
  return {
    replaceable: new Set([...bare(own.map(({ doi }) => doi)), ...invalid]),
    invalid: new Set(invalid),
  };
}

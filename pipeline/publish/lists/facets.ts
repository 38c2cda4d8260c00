/**
 * The facets of the search.
 *
 * Exports names of facets; they are also keys of the interface's strings.
 */

import { FACET_KINDS } from '../../model/kinds.ts';

/** In the order in which the search page offers them. */
export const FACETS = [...FACET_KINDS, 'year', 'form'] as const;

export type Facet = (typeof FACETS)[number];

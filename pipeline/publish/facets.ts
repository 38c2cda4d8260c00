/**
 * What a search can be narrowed by.
 *
 * Out: names of facets; they are also keys of the interface's strings.
 */

/** In the order in which the search page offers them. */
export const FACETS = ['person', 'place', 'org', 'year', 'form'] as const;

export type Facet = (typeof FACETS)[number];

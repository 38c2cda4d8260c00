/**
 * The kinds of entries: what is indexed, where its pages are, and where it can be seen, searched
 * and downloaded.
 *
 * Exports one row for each kind. A further kind is a row here, its strings (`<folder>`,
 * `<folder>.about`, `entry.<kind>`, `view.<kind>`, `key.<kind>`, `key.sample.<kind>`, for a facet
 * `search.<kind>`), its colour in site/styles, and the elements that are entries and mentions of it
 * in xslt/lib/entries/entries.xsl.
 */

interface Row {
  /** The name in stylesheets, and the class of its mentions. */
  readonly kind: string;
  /** Folder of its pages; also the key of its heading in the interface's strings. */
  readonly folder: string;
  /** The word for one entry in the summary of a build. */
  readonly word: string;
  /** The reader can switch its marks off. */
  readonly switched: boolean;
  /**
   * Its entries are in authority files, have cards beside the text, and a line in the key to the
   * marks.
   */
  readonly isNamed: boolean;
  /** The encoder reads its entries and marks their names in texts. */
  readonly isMarked: boolean;
  /** A search can be narrowed by it. */
  readonly facet: boolean;
  /** Class in schema.org; null if its entries are not given as linked data. */
  readonly thing: string | null;
}

const AS_NAME = { switched: true, isNamed: true, isMarked: true } as const;

/** In the order in which the navigation lists them. */
export const KINDS = [
  { kind: 'person', folder: 'persons', word: 'person', ...AS_NAME, facet: true, thing: 'Person' },
  { kind: 'place', folder: 'places', word: 'place', ...AS_NAME, facet: true, thing: 'Place' },
  {
    kind: 'org',
    folder: 'organizations',
    word: 'organization',
    ...AS_NAME,
    facet: true,
    thing: 'Organization',
  },
  {
    kind: 'event',
    folder: 'events',
    word: 'event',
    ...AS_NAME,
    isMarked: false,
    facet: true,
    thing: 'Event',
  },
  { kind: 'term', folder: 'terms', word: 'term', ...AS_NAME, facet: false, thing: null },
  {
    kind: 'date',
    folder: 'dates',
    word: 'date',
    switched: true,
    isNamed: false,
    isMarked: false,
    facet: false,
    thing: null,
  },
  {
    kind: 'source',
    folder: 'sources',
    word: 'source',
    switched: false,
    isNamed: false,
    isMarked: false,
    facet: false,
    thing: null,
  },
] as const satisfies readonly Row[];

export type IndexKind = (typeof KINDS)[number]['kind'];

/** Kinds of entries that the encoder reads. */
export type EntityKind = Extract<(typeof KINDS)[number], { readonly isMarked: true }>['kind'];

/** Whether the encoder marks entries of the kind. */
export function isEntityKind(kind: string): kind is EntityKind {
  return KINDS.some((row) => row.kind === kind && row.isMarked);
}

/** Kinds by which a search can be narrowed. */
export type FacetKind = Extract<(typeof KINDS)[number], { readonly facet: true }>['kind'];

/** Kinds for which a property is true: `kindsWith('facet')`. */
export function kindsWith(
  property: 'switched' | 'isNamed' | 'isMarked' | 'facet',
): readonly IndexKind[] {
  return KINDS.filter((row) => row[property]).map(({ kind }) => kind);
}

export const FACET_KINDS: readonly FacetKind[] = KINDS.flatMap((row) =>
  row.facet ? [row.kind] : [],
);

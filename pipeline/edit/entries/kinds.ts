/** The kinds of entries that an editor can link names to: one row a kind. */
import type { EntityKind } from '../../model/kinds.ts';

export interface EntryKind {
  readonly kind: EntityKind;
  /** The element that marks such a name in a text. */
  readonly mark: string;
  /** In an authority file: the list, and for its entries the element and that of the name. */
  readonly list: string;
  readonly listType?: string;
  readonly entry: string;
  /** The file for the first entry of the kind. */
  readonly file: string;
  readonly title: string;
}

export const ENTRY_KINDS: readonly EntryKind[] = [
  {
    kind: 'person',
    mark: 'persName',
    list: 'listPerson',
    entry: 'person',
    file: 'persons.xml',
    title: 'Persons named in the edition',
  },
  {
    kind: 'org',
    mark: 'orgName',
    list: 'listOrg',
    entry: 'org',
    file: 'orgs.xml',
    title: 'Organizations named in the edition',
  },
  {
    kind: 'place',
    mark: 'placeName',
    list: 'listPlace',
    entry: 'place',
    file: 'places.xml',
    title: 'Places named in the edition',
  },
  {
    kind: 'term',
    mark: 'term',
    list: 'list',
    listType: 'gloss',
    entry: 'item',
    file: 'terms.xml',
    title: 'Terms and abbreviations of the edition',
  },
];

export function kindOfMark(mark: string): EntryKind | undefined {
  return ENTRY_KINDS.find((row) => row.mark === mark);
}

export function entryKind(kind: string): EntryKind | undefined {
  return ENTRY_KINDS.find((row) => row.kind === kind);
}

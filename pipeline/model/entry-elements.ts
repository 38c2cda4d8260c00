/** The elements of TEI for the kinds of entries that the encoder marks. */
import type { EntityKind } from './kinds.ts';

export interface EntryElements {
  /** The list in an authority file. */
  readonly list: string;
  readonly listType?: string;
  /** An entry of the list. */
  readonly entry: string;
  /** The name, in an entry and in a text. */
  readonly name: string;
}

export const ENTRY_ELEMENTS = {
  person: { list: 'listPerson', entry: 'person', name: 'persName' },
  org: { list: 'listOrg', entry: 'org', name: 'orgName' },
  place: { list: 'listPlace', entry: 'place', name: 'placeName' },
  term: { list: 'list', listType: 'gloss', entry: 'item', name: 'term' },
} as const satisfies Readonly<Record<EntityKind, EntryElements>>;

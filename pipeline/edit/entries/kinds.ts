/** The kinds of entries that an editor can link names to: one row a kind. */
import { ENTRY_ELEMENTS, type EntryElements } from '../../model/entry-elements.ts';
import type { EntityKind } from '../../model/kinds.ts';

export interface EntryKind extends Omit<EntryElements, 'name'> {
  readonly kind: EntityKind;
  /** The element that marks a name of this kind in a text. */
  readonly mark: string;
  /** The file for the first entry of the kind. */
  readonly file: string;
  readonly title: string;
}

/** The first file of a kind in an edition. */
const FILES = {
  person: { file: 'persons.xml', title: 'Persons named in the edition' },
  org: { file: 'orgs.xml', title: 'Organizations named in the edition' },
  place: { file: 'places.xml', title: 'Places named in the edition' },
  term: { file: 'terms.xml', title: 'Terms and abbreviations of the edition' },
} as const satisfies Readonly<Record<EntityKind, { readonly file: string; title: string }>>;

export const EDITABLE_KINDS: readonly EntryKind[] = (Object.keys(FILES) as EntityKind[]).map(
  (kind) => {
    const { name, ...elements } = ENTRY_ELEMENTS[kind];
    return { kind, mark: name, ...elements, ...FILES[kind] };
  },
);

export function kindOfMark(mark: string): EntryKind | undefined {
  return EDITABLE_KINDS.find((row) => row.mark === mark);
}

export function entryKind(kind: string): EntryKind | undefined {
  return EDITABLE_KINDS.find((row) => row.kind === kind);
}

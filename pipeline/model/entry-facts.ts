/** Entries of authority files, as far as the metadata of a document need them. */
import type { Identifier } from './identifier.ts';
import type { EntityKind } from './kinds.ts';

/** An authority entry that a text names. */
export interface NamedEntry {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly address: string | null;
  readonly identifiers: readonly Identifier[];
}

/** A person, an organization or a place in a document's standOff. */
export interface CarriedEntry extends NamedEntry {
  /** "Read, Benjamin H.". */
  readonly inverted: string;
  /** Of a place: "latitude longitude". */
  readonly coordinates: string | null;
}

/** An entry of another file. */
export interface KnownEntry extends Omit<NamedEntry, 'address'> {
  /** Whether the text names it, not only the header. */
  readonly inText: boolean;
}

/**
 * The entry that a reference resolves to: by its `xml:id`, or by an address in an authority file
 * that the entry has too (`https://d-nb.info/gnd/118540238`, `gnd:118540238`, `GND:118540238`).
 */
import { pointedAt, schemed } from '../../formats/facts/identifiers.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { EntryData } from '../../transform/model.ts';

type IdentifiedEntry = Pick<EntryData, 'id' | 'identifiers'>;

export class EntryKeys {
  readonly #byIdentifier = new Map<string, string>();

  /** Of two entries with one identifier the first counts. */
  constructor(entries: Iterable<IdentifiedEntry>) {
    for (const { id, identifiers } of entries)
      for (const key of identifiers.flatMap(keysOf))
        if (!this.#byIdentifier.has(key)) this.#byIdentifier.set(key, id);
  }

  /** Of a reference as the stylesheets give it (f:entry-id): addresses are separated by spaces. */
  id(reference: string): string {
    if (!reference.includes(':')) return reference;
    for (const pointer of reference.split(' '))
      for (const key of keysOfPointer(pointer)) {
        const id = this.#byIdentifier.get(key);
        if (id !== undefined) return id;
      }
    return reference;
  }
}

/** Entries by their addresses in authority files. */
export function addressesOfKeys(
  references: Iterable<string>,
  resolver: { id(reference: string): string | null },
  addresses: ReadonlyMap<string, string>,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const reference of references) {
    const id = reference.includes(':') ? resolver.id(reference) : null;
    const address = id === null ? undefined : addresses.get(id);
    if (address !== undefined) found.set(reference, address);
  }
  return found;
}

function keysOfPointer(pointer: string): string[] {
  const [, type = '', value = ''] = /^([^:/]*):(.*)$/s.exec(pointer) ?? [];
  const identifiers = pointedAt([pointer], []);
  return identifiers.length > 0 ? identifiers.flatMap(keysOf) : [typedKey(type, value)];
}

/** The address in a normalized form; the type and the value. */
function keysOf({ type, value, address }: Identifier): string[] {
  return [
    ...schemed([{ type, value, address }]).map(({ uri }) =>
      uri
        .toLowerCase()
        .replace(/^https?:\/\/(?:www\.)?/, '')
        .replace(/\/$/, ''),
    ),
    ...(type === '' || value.includes('//') ? [] : [typedKey(type, value)]),
  ];
}

function typedKey(type: string, value: string): string {
  return `${type}:${value}`.toLowerCase();
}

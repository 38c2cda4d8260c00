/** The entries that an imported document refers to, in its standOff. */
import type { AuthorityEntry, EntityKind } from '../../authorities/model.ts';
import { LIST } from '../../encode/engine/write/stand-off.ts';

/**
 * The entries that are referred to, and those that these refer to, in the order of the lists;
 * `inText`: whether an entry is in the text itself.
 */
export function standOff(
  wanted: ReadonlySet<string>,
  entries: ReadonlyMap<string, AuthorityEntry>,
  inText: (id: string) => boolean,
): string[] {
  const needed = new Set<string>();
  const need = (id: string): void => {
    const entry = entries.get(id);
    if (!entry || needed.has(id) || inText(id)) return;
    needed.add(id);
    for (const [, value = ''] of entry.tei.matchAll(
      /\s(?:ref|target|corresp|active|passive|mutual)="([^"]*)"/g,
    )) {
      for (const pointer of value.split(/\s+/)) if (pointer.startsWith('#')) need(pointer.slice(1));
    }
  };
  for (const id of wanted) need(id);
  if (needed.size === 0) return [];
  const lists = (Object.keys(LIST) as EntityKind[]).flatMap((kind) => {
    const of = [...needed].filter((id) => entries.get(id)?.kind === kind).sort(byOrderIn(entries));
    if (of.length === 0) return [];
    const [name, attributes] = LIST[kind];
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('');
    return [
      `    <${name}${written}>`,
      ...of.map((id) => `      ${entries.get(id)?.tei}`),
      `    </${name}>`,
    ];
  });
  return ['  <standOff>', ...lists, '  </standOff>'];
}

/** Each entry's place in the order of the lists, counted once for all documents. */
const places = new WeakMap<ReadonlyMap<string, AuthorityEntry>, ReadonlyMap<string, number>>();

function byOrderIn(
  entries: ReadonlyMap<string, AuthorityEntry>,
): (one: string, other: string) => number {
  const order = places.get(entries) ?? new Map([...entries.keys()].map((id, place) => [id, place]));
  places.set(entries, order);
  return (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0);
}

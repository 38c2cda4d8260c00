/**
 * The `standOff` of a document: the authority entries that it refers to, so that the document is
 * self-contained (CONTRIBUTING, law 4).
 *
 * Takes the document as written so far, and the authority entries. Returns the `standOff` with each
 * entry that a reference leads to, and those that these refer to in turn; undefined if there are
 * none. Throws an `InputError` if an entry has the same identifier as the document, or as another
 * of its entries.
 */
import type { AuthorityEntry, EntityKind } from '../../../authorities/model.ts';
import { InputError } from '../../../core/finding.ts';
import { readTree } from '../../../xml/tree.ts';
import { copied } from './copied.ts';
import { element, type OutputElement } from './element.ts';

/** The list for the entries of a kind. */
export const LIST: Readonly<
  Record<EntityKind, readonly [name: string, attributes: Readonly<Record<string, string>>]>
> = {
  person: ['listPerson', {}],
  org: ['listOrg', {}],
  place: ['listPlace', {}],
  term: ['list', { type: 'gloss' }],
};

/** `document`: its identifier. */
export function writeStandOff(
  document: string,
  parts: readonly OutputElement[],
  entries: ReadonlyMap<string, AuthorityEntry>,
): OutputElement | undefined {
  const needed = new Set<string>();
  const ids = new Set([document]);
  const need = (node: OutputElement, holder?: AuthorityEntry): void => {
    const own = node.attributes['xml:id'];
    if (own !== undefined && holder && ids.has(own)) throw taken(own, holder);
    if (own !== undefined) ids.add(own);
    for (const name of ['ref', 'target', 'corresp'] as const) {
      for (const pointer of node.attributes[name]?.split(/\s+/) ?? []) {
        const id = pointer.startsWith('#') ? pointer.slice(1) : '';
        const entry = entries.get(id);
        if (!entry || needed.has(id)) continue;
        needed.add(id);
        waiting.push(entry);
      }
    }
    for (const child of node.children) if (typeof child !== 'string') need(child, holder);
  };
  // Entries come after all parts, when all identifiers of the document are known.
  const waiting: AuthorityEntry[] = [];
  for (const part of parts) need(part);
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) need(entryNode(entry), entry);
  const lists = (Object.keys(LIST) as EntityKind[]).flatMap((kind) => {
    const nodes = [...entries.values()]
      .filter((entry) => entry.kind === kind && needed.has(entry.id))
      .map(entryNode);
    const [name, attributes] = LIST[kind];
    return nodes.length === 0 ? [] : [element(name, attributes, ...nodes)];
  });
  return lists.length === 0 ? undefined : element('standOff', {}, ...lists);
}

function taken(id: string, { path, line }: AuthorityEntry): InputError {
  const message =
    `the xml:id “${id}” in this entry is one that a document which names it has too; give it ` +
    'another, such as p_name';
  return new InputError({ path, line, severity: 'error', rule: 'encode/same-id', message });
}

const parsed = new WeakMap<AuthorityEntry, OutputElement>();

/** The entry as a tree, parsed once for all documents. */
function entryNode(entry: AuthorityEntry): OutputElement {
  const known = parsed.get(entry);
  if (known) return known;
  const xml = entry.tei.replace(/^<([\w]+)/, '<$1 xmlns="http://www.tei-c.org/ns/1.0"');
  const node = copied(readTree({ path: entry.path, content: xml })) as OutputElement;
  parsed.set(entry, node);
  return node;
}

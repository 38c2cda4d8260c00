/**
 * The entries in a document: entries that a change begins to refer to are added to `standOff` in
 * the same change, entries without references are removed (CONTRIBUTING, law 4).
 */
import type { AuthorityEntry } from '../../authorities/model.ts';
import { escapeAttribute } from '../../xml/escape.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, descend, elementsIn, isTei, type TreeElement, walk } from '../../xml/tree.ts';
import { applyEdits } from '../patch/apply.ts';
import { leadOf, removalOf } from '../patch/lead.ts';
import type { Edit, PatchChange, TextChange } from '../patch/model.ts';
import { parseDocument, type SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';
import { EDITABLE_KINDS, type EntryKind } from './kinds.ts';

const POINTER = /\b(?:ref|target|corresp|key)=(?:"([^"]*)"|'([^']*)')/g;

/** The change, with additions to and removals from `standOff`. */
export function withStandOff(
  document: SourceDocument,
  change: PatchChange,
  entries: ReadonlyMap<string, AuthorityEntry>,
): PatchChange {
  const written = change.edits.map(({ text }) => text).join(' ');
  const own = new Set<string>();
  for (const element of walk(document.root)) {
    const id = attribute(element, 'xml:id');
    if (id !== undefined) own.add(id);
  }
  const missing = neededBy(written, entries).filter(({ id }) => !own.has(id));
  const added = additions(document, missing);
  const removed = removals(document, change, missing);
  if (added.edits.length + removed.edits.length === 0) return change;
  return {
    ...change,
    edits: [...change.edits, ...added.edits, ...removed.edits],
    textChanges: [...change.textChanges, ...added.textChanges, ...removed.textChanges],
  };
}

/**
 * An entry goes from its list, and `entry` comes into the list of its kind beside it. A list that
 * would be empty goes as a whole.
 */
export function replacedEntry(
  document: SourceDocument,
  element: TreeElement,
  entry: AuthorityEntry,
  kind: EntryKind,
): PatchChange {
  const { parent } = element;
  const isOnly =
    parent !== undefined && /^list/.test(parent.local) && elementsIn(parent).length === 1;
  const removed = removalOf(document, isOnly ? parent : element);
  const added = additions(document, [{ ...entry, kind: kind.kind }]);
  return {
    edits: [...removed.edits, ...added.edits],
    textChanges: [...removed.textChanges, ...added.textChanges],
  };
}

/** The entries that markup points to, and those that these point to. */
function neededBy(markup: string, entries: ReadonlyMap<string, AuthorityEntry>): AuthorityEntry[] {
  const needed = new Map<string, AuthorityEntry>();
  const waiting = idsIn(markup);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const entry = entries.get(id);
    if (!entry || needed.has(id)) continue;
    needed.set(id, entry);
    waiting.push(...idsIn(entry.tei));
  }
  return [...needed.values()];
}

function idsIn(markup: string): string[] {
  // An edit may contain only the new value of an attribute.
  const bare = [...markup.matchAll(/(?:^|\s)["']?#([^\s"'<>]+)/g)].map(([, id = '']) => id);
  const pointed = [...markup.matchAll(POINTER)].flatMap(([, one, other]) =>
    (one ?? other ?? '').split(/\s+/).flatMap((ref) => (ref.startsWith('#') ? [ref.slice(1)] : [])),
  );
  return [...new Set([...bare, ...pointed])];
}

interface Additions {
  readonly edits: readonly Edit[];
  readonly textChanges: readonly TextChange[];
}

function additions(document: SourceDocument, entries: readonly AuthorityEntry[]): Additions {
  const edits: Edit[] = [];
  const textChanges: TextChange[] = [];
  const standOff = descend(document.root, 'standOff');
  const add = (at: number, xml: string): void => {
    edits.push({ start: at, end: at, text: xml });
    const words = wordsOf(xml);
    if (words !== '') textChanges.push({ at, removed: '', added: words });
  };
  const newLists: string[] = [];
  for (const row of EDITABLE_KINDS) {
    const own = entries.filter(({ kind }) => kind === row.kind);
    if (own.length === 0) continue;
    const list = standOff && elementsIn(standOff).find((one) => isListOf(one, row));
    if (!list) {
      const inner = own.map((entry) => `\n      ${xmlOf(entry, document)}`).join('');
      const type = row.listType === undefined ? '' : ` type="${escapeAttribute(row.listType)}"`;
      newLists.push(`<${row.list}${type}>${inner}\n    </${row.list}>`);
      continue;
    }
    const siblings = elementsIn(list);
    const byPlace = new Map<number, string>();
    for (const entry of [...own].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const next = siblings.find((one) => (idOf(one) ?? '') > entry.id);
      const last = siblings.at(-1);
      const near = next ?? last;
      const lead = near ? leadOf(document.text, near) : '\n      ';
      const at = next
        ? next.start - leadOf(document.text, next).length
        : (last?.end ?? list.startEnd);
      byPlace.set(at, `${byPlace.get(at) ?? ''}${lead}${xmlOf(entry, document)}`);
    }
    for (const [at, xml] of byPlace) add(at, xml);
  }
  if (newLists.length === 0) return { edits, textChanges };
  const inner = newLists.map((list) => `\n    ${list}`).join('');
  const lastList = standOff && elementsIn(standOff).at(-1);
  if (standOff) add(lastList?.end ?? standOff.startEnd, inner);
  else {
    const text = descend(document.root, 'text');
    const name = document.root.name.replace(/[^:]*$/, 'standOff');
    add(
      text?.end ?? document.root.contentEnd,
      `\n  <${name}>${prefixed(inner, document)}\n  </${name}>`,
    );
  }
  return { edits, textChanges };
}

function isListOf(element: TreeElement, { list, listType }: EntryKind): boolean {
  return (
    isTei(element, list) && (listType === undefined || attribute(element, 'type') === listType)
  );
}

/** The entry from the authority file, in the TEI namespace here too. */
function xmlOf({ tei }: AuthorityEntry, document: SourceDocument): string {
  return prefixed(tei, document);
}

/** If the file uses a prefix for TEI, elements without one declare their namespace. */
function prefixed(xml: string, { root }: SourceDocument): string {
  return root.name === root.local ? xml : xml.replace(/<(\w+)/, `<$1 xmlns="${TEI}"`);
}

function wordsOf(xml: string): string {
  return rawTextOf(parseDocument('', `<x xmlns:tei="${TEI}">${xml}</x>`).root);
}

/** The `xml:id` of an entry; a gloss has it on its term. */
function idOf(element: TreeElement): string | undefined {
  return (
    attribute(element, 'xml:id') ??
    elementsIn(element)
      .map((child) => attribute(child, 'xml:id'))
      .find((id) => id !== undefined)
  );
}

/**
 * Entries that only the changed markup referred to. `added`: those that come in the same change.
 */
function removals(
  document: SourceDocument,
  change: PatchChange,
  added: readonly AuthorityEntry[],
): Additions {
  const gone = new Set(
    change.edits.flatMap(({ start, end }) => idsIn(document.text.slice(start, end))),
  );
  const standOff = descend(document.root, 'standOff');
  if (gone.size === 0 || !standOff) return { edits: [], textChanges: [] };
  const after = applyEdits(document.text, change.edits);
  const edits: Edit[] = [];
  const textChanges: TextChange[] = [];
  for (const list of elementsIn(standOff)) {
    const kinds = elementsIn(list);
    const unused = kinds.filter((entry) => {
      const id = idOf(entry);
      return id !== undefined && gone.has(id) && !isPointedTo(after, id) && isEntry(entry);
    });
    // A list that would be empty is removed as a whole, and the standOff with its last list.
    const lists = elementsIn(standOff);
    const grows = EDITABLE_KINDS.some(
      (row) => isListOf(list, row) && added.some(({ kind }) => kind === row.kind),
    );
    const whole = unused.length > 0 && unused.length === kinds.length && !grows;
    const isLast = lists.length === 1 && added.length === 0;
    const taken = whole ? [isLast ? standOff : list] : unused;
    for (const element of taken) {
      const removal = removalOf(document, element);
      edits.push(...removal.edits);
      textChanges.push(...removal.textChanges);
    }
  }
  return { edits, textChanges };
}

function isEntry(element: TreeElement): boolean {
  return EDITABLE_KINDS.some(({ entry }) => isTei(element, entry));
}

function isPointedTo(text: string, id: string): boolean {
  return new RegExp(`#${id.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}(?![\\w.-])`).test(text);
}

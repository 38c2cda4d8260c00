/** Two entries of one person, organization or place become one: the changes of their files. */
import { foldedWords } from '../../core/text.ts';
import { attribute, elementsIn, isTei, type TreeElement, walk } from '../../xml/tree.ts';
import { attributeEdits } from '../patch/attribute-edits.ts';
import { leadOf } from '../patch/lead.ts';
import { type Edit, type PatchChange, PatchRefusal } from '../patch/model.ts';
import { parseDocument, type SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';
import type { EntryKind } from './kinds.ts';

/** The element of an entry in its authority file. Throws a `PatchRefusal` where there is none. */
export function entryElement(
  { root, path }: SourceDocument,
  id: string,
  { entry }: EntryKind,
): TreeElement {
  const found = [...walk(root)].find(
    (element) => isTei(element, entry) && attribute(element, 'xml:id') === id,
  );
  if (!found) throw new PatchRefusal(`${path} has no <${entry} xml:id="${id}">: merge it there`);
  return found;
}

/**
 * The XML that `into` gets from the entry that is merged into it, in the order of the file.
 * Names become variants, and what `into` does not state is added to it. What both state equally is
 * there once; what they state differently is for the editor to decide.
 * @throws PatchRefusal where the two contradict each other.
 */
export function inheritedBy(
  into: TreeElement,
  from: TreeElement,
  source: SourceDocument,
  { mark }: EntryKind,
): string[] {
  const own = elementsIn(into);
  const xml: string[] = [];
  for (const child of elementsIn(from)) {
    const alike = own.filter(({ local }) => local === child.local);
    if (alike.some((one) => says(one) === says(child))) continue;
    const isName = isTei(child, mark);
    const isRepeatable =
      isName || isTei(child, 'idno', 'note', 'occupation', 'affiliation', 'event');
    if (!isRepeatable && alike.length > 0)
      throw new PatchRefusal(contradiction(child, alike, into));
    const rival = isTei(child, 'idno')
      ? alike.find((one) => attribute(one, 'type') === attribute(child, 'type'))
      : undefined;
    if (rival) throw new PatchRefusal(contradiction(child, [rival], into));
    xml.push(isName ? asVariant(source, child) : source.text.slice(child.start, child.end));
  }
  return xml;
}

/** Words and values, so that two elements can be compared. Identifiers by their type as well. */
function says(element: TreeElement): string {
  const values = element.attributes
    .filter(({ name }) => !['type', 'xml:id', 'resp', 'cert', 'source'].includes(name))
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
  const type = isTei(element, 'idno') ? (attribute(element, 'type')?.toLowerCase() ?? '') : '';
  return [type, shownText(element).toLowerCase(), ...values].join('\n');
}

function shownText(element: TreeElement): string {
  return foldedWords(rawTextOf(element));
}

function contradiction(
  child: TreeElement,
  [own]: readonly TreeElement[],
  into: TreeElement,
): string {
  const type = attribute(child, 'type');
  const name = type === undefined ? child.local : `${child.local} type="${type}"`;
  const ours = own ? shownText(own) || says(own).trim() : '';
  const theirs = shownText(child) || says(child).trim();
  return (
    `the entries contradict each other: <${name}> is “${ours}” in ${attribute(into, 'xml:id')} ` +
    `and “${theirs}” in the other; decide in the authority file which is right, then merge`
  );
}

function asVariant(source: SourceDocument, name: TreeElement): string {
  const edits = attributeEdits(source, name, { type: 'variant' });
  const shifted = edits.map(({ start, end, text }) => ({
    ...{ start: start - name.start, end: end - name.start, text },
  }));
  return shifted
    .sort((one, other) => other.start - one.start)
    .reduce(
      (xml, { start, end, text }) => xml.slice(0, start) + text + xml.slice(end),
      source.text.slice(name.start, name.end),
    );
}

/** `into` with what it inherits, behind its other children. */
export function inherit(
  { text }: SourceDocument,
  into: TreeElement,
  xml: readonly string[],
): PatchChange {
  const last = elementsIn(into).at(-1);
  if (xml.length === 0) return { edits: [], textChanges: [] };
  if (!last) throw new PatchRefusal(`the entry ${attribute(into, 'xml:id')} is empty`);
  const lead = leadOf(text, last);
  const added = xml.map((one) => lead + one).join('');
  return {
    edits: [{ start: last.end, end: last.end, text: added }],
    textChanges: [
      { at: last.end, removed: '', added: rawTextOf(parseDocument('', `<x>${added}</x>`).root) },
    ],
  };
}

/** Every pointer to `from`, in any attribute, points to `into`; those within `without` stay. */
export function relinkedPointers(
  document: SourceDocument,
  from: string,
  into: string,
  without?: TreeElement,
): PatchChange {
  const edits: Edit[] = [];
  for (const element of walk(document.root, (one) => one !== without)) {
    if (element === without) continue;
    const changed = element.attributes.filter(({ value }) => tokens(value).includes(`#${from}`));
    if (changed.length === 0) continue;
    const values = changed.map(({ name, value }) => [name, relinked(value, from, into)]);
    edits.push(...attributeEdits(document, element, Object.fromEntries(values)));
  }
  return { edits, textChanges: [] };
}

function relinked(value: string, from: string, into: string): string {
  const all = tokens(value).map((token) => (token === `#${from}` ? `#${into}` : token));
  return [...new Set(all)].join(' ');
}

function tokens(value: string): string[] {
  return value.split(/\s+/).filter((token) => token !== '');
}

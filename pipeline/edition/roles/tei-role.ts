/**
 * The role of an XML file in an edition: a document, a register of entries, or neither.
 *
 * Takes the root of a file, or the beginning of one that is not well-formed. Returns its role, by
 * content alone.
 */
import { WHOLE_TEXTS } from '../../model/tei-elements.ts';
import { TEI } from '../../xml/namespaces.ts';
import { type TreeElement, textOf, walk } from '../../xml/tree.ts';

/**
 * `fragment`: TEI that is no whole file of its own; `schema`: the description of one (ODD);
 * `header`: a corpus without a text; other files use its header. `wrapper`: XML of another kind
 * with documents of TEI in it; `other`: XML without TEI; `broken`: not well-formed, and its
 * beginning is not that of TEI.
 */
export type TeiRole =
  | 'document'
  | 'register'
  | 'fragment'
  | 'schema'
  | 'header'
  | 'wrapper'
  | 'other'
  | 'broken';

const LISTS = new Set(['listPerson', 'listPlace', 'listOrg', 'listEvent', 'taxonomy']);
const ENTRIES = new Set(['person', 'personGrp', 'place', 'org', 'event', 'category', 'item']);
/** In lists of items the name itself can have the identifier. */
const ENTRY_NAMES = new Set(['term', 'persName', 'orgName', 'placeName']);
/** The names and events of one of these are its facts, and no entries of their own. */
const RECORDS = new Set(['person', 'personGrp', 'place', 'org', 'event', 'category']);
const SCHEMA = new Set(['schemaSpec', 'elementSpec', 'moduleSpec']);
/** What only a document has: its pages, or a description or summary of it. */
const DESCRIBING = new Set([
  'pb',
  'graphic',
  'correspDesc',
  'msDesc',
  'recordingStmt',
  'creation',
  'abstract',
]);
/** Other lists with entries as items. */
const LISTED = /^(?:gloss|index|names?|persons?|places?|orgs?|terms?)$/;

export function roleOfRoot(root: TreeElement): TeiRole {
  if (['TEI.2', 'teiCorpus.2'].includes(root.local)) return 'document';
  const isWhole = WHOLE_TEXTS.has(root.local);
  const elements = [...walk(root)].filter(({ uri }) => uri === TEI);
  // Without the namespace, or with a wrong one, it is a document, and the namespace is reported.
  if (root.uri !== TEI) {
    if (isWhole) return 'document';
    return elements.some(({ local }) => WHOLE_TEXTS.has(local)) ? 'wrapper' : 'other';
  }
  if (elements.some(({ local }) => SCHEMA.has(local))) return 'schema';
  if (isRegister(root, isWhole) || isHeaderOfEntries(root)) return 'register';
  // The common header of files that are elsewhere.
  if (root.local === 'teiCorpus' && childrenOf(root).every(isHeader)) return 'header';
  return isWhole ? 'document' : 'fragment';
}

/**
 * Most of the words belong to entries, which have identifiers. A text with words of its own is a
 * document, however long the lists in its back matter or its standOff are.
 */
function isRegister(root: TreeElement, isWhole: boolean): boolean {
  if (root.local === 'teiCorpus') return false;
  const parts = isWhole ? childrenOf(root).filter(({ local }) => local !== 'teiHeader') : [root];
  if (parts.some(({ local }) => local === 'facsimile' || local === 'sourceDoc')) return false;
  const main = parts
    .filter(({ local }) => local === 'text')
    .flatMap(childrenOf)
    .filter(({ local }) => local !== 'back');
  const holders = letters(main) > 0 ? main : parts;
  const lists = holders.flatMap((holder) => outermostLists(holder));
  // A case with a summary and the list of who took part.
  if (isWhole && letters(abstractsOf(root)) > 0) return false;
  return (
    lists.some((list) => [...walk(list)].some(isEntry)) && 2 * letters(lists) > letters(holders)
  );
}

/**
 * Lists in a header, and a text that exists only because the schema requires one: a project's
 * taxonomies, for example. The header of a letter or of a manuscript without transcription
 * describes a document.
 */
function isHeaderOfEntries(root: TreeElement): boolean {
  const [header, ...parts] = childrenOf(root);
  if (
    !header ||
    !isHeader(header) ||
    parts.some(({ local }) => !['text', 'standOff'].includes(local))
  )
    return false;
  if (letters(parts) > 0 || parts.flatMap((part) => [...walk(part)]).some(isOfDocument))
    return false;
  const described = [...walk(header)];
  return (
    !described.some(isOfDocument) &&
    outermostLists(header).some((list) => [...walk(list)].some(isEntry))
  );
}

function abstractsOf(root: TreeElement): TreeElement[] {
  return childrenOf(root)
    .filter(isHeader)
    .flatMap((header) => [...walk(header)].filter(({ local }) => local === 'abstract'));
}

function isHeader({ local }: TreeElement): boolean {
  return local === 'teiHeader';
}

function isOfDocument({ local }: TreeElement): boolean {
  return DESCRIBING.has(local);
}

function childrenOf(element: TreeElement): TreeElement[] {
  return element.children.filter((child): child is TreeElement => typeof child !== 'string');
}

/** How many letters and signs the elements contain, white space excluded. */
function letters(elements: readonly TreeElement[]): number {
  return elements.reduce((sum, element) => sum + textOf(element).replace(/\s+/g, '').length, 0);
}

function outermostLists(element: TreeElement): TreeElement[] {
  if (element.uri === TEI && isList(element)) return [element];
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : outermostLists(child),
  );
}

function isList(element: TreeElement): boolean {
  if (LISTS.has(element.local)) return true;
  const type = element.attributes.find(({ name }) => name === 'type')?.value ?? '';
  return element.local === 'list' && LISTED.test(type);
}

function isEntry({ local, attributes, parent }: TreeElement): boolean {
  const isFact = local === 'event' || ENTRY_NAMES.has(local);
  if (isFact && parent && RECORDS.has(parent.local)) return false;
  return (
    (ENTRIES.has(local) || ENTRY_NAMES.has(local)) &&
    attributes.some(({ name }) => name === 'xml:id')
  );
}

/**
 * The role of a file that cannot be parsed: a document with a reported error if it begins like
 * TEI. `start`: its first characters.
 */
export function roleOfBroken(start: string): TeiRole {
  const root = /<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)/.exec(
    start.replace(/<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/g, ''),
  )?.[1];
  return ['TEI', 'teiCorpus', 'TEI.2', 'teiCorpus.2'].includes(root ?? '') || start.trim() === ''
    ? 'document'
    : 'broken';
}

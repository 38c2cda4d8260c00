/**
 * A list of persons or terms as volumes publish them, and the glossary list of Siglum's own files.
 *
 * Takes a TEI `list`. Read are: items with `persName[@xml:id]` ("Helou, Charles", then the office
 * in words), items with `term[@xml:id]` (the abbreviation, then its meaning), and pairs of `label`
 * and `item` where one has an `xml:id`. Returns the entries. An entry's TEI is written clean and
 * valid in `standOff`: `person` with the office as `note`; a term as `item` (to be in a `list`)
 * with `term` and `gloss`.
 */
import { foldSpace } from '../core/text.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { attribute, descendants, elementsIn, isTei, type TreeElement } from '../xml/tree.ts';
import { regularText } from './element-text.ts';
import { parseListedName } from './listed-name.ts';
import type { AuthorityEntry, EntityName, PlacedEntry } from './model.ts';
import { entityName } from './own.ts';

export function* publishedEntries(list: TreeElement, path: string): Generator<PlacedEntry> {
  let label: TreeElement | undefined;
  for (const child of elementsIn(list)) {
    if (isTei(child, 'label')) label = child;
    else if (isTei(child, 'list')) yield* publishedEntries(child, path);
    else if (isTei(child, 'item')) {
      const pair = label ? glossed(label, child, path) : undefined;
      if (pair) yield pair;
      else yield* itemEntries(child, path);
      label = undefined;
    }
  }
}

/** `label` with the term, `item` with its meaning. */
function glossed(label: TreeElement, item: TreeElement, path: string): PlacedEntry | undefined {
  const terms = [...descendants(label, 'term')];
  const bearer = [label, ...terms, item].find(
    (element) => attribute(element, 'xml:id') !== undefined,
  );
  if (!bearer) return undefined;
  const names = (terms.length > 0 ? terms : [label]).map(entityName);
  return { entry: termEntry(bearer, names, regularText(item), path), column: bearer.column };
}

function* itemEntries(item: TreeElement, path: string): Generator<PlacedEntry> {
  const pieces = [...piecesOf(item)];
  for (const [i, piece] of pieces.entries()) {
    if (!isEntry(piece)) continue;
    const next = pieces.findIndex((other, at) => at > i && isEntry(other));
    const words = pieces.slice(i + 1, next < 0 ? undefined : next);
    const after = foldSpace(
      words.map((word) => (typeof word === 'string' ? word : regularText(word))).join(''),
    );
    const description = after.replace(/^[\s,;:.]+/, '').trim();
    const entry = isTei(piece, 'term')
      ? termEntry(piece, listedTerm(piece), description, path)
      : personEntry(piece, description, path);
    yield { entry, column: piece.column };
    for (const inner of next < 0 ? [item] : []) {
      for (const list of elementsIn(inner, 'list')) yield* publishedEntries(list, path);
    }
  }
  if (!pieces.some(isEntry))
    for (const list of elementsIn(item, 'list')) yield* publishedEntries(list, path);
}

function isEntry(piece: TreeElement | string): piece is TreeElement {
  return typeof piece !== 'string' && attribute(piece, 'xml:id') !== undefined;
}

/**
 * The item's text and its entries in order; a `hi` around an entry is ignored. Lists inside have
 * entries of their own.
 */
function* piecesOf(element: TreeElement): Generator<TreeElement | string> {
  for (const child of element.children) {
    if (typeof child === 'string') yield child;
    else if (
      (isTei(child, 'persName') || isTei(child, 'term')) &&
      attribute(child, 'xml:id') !== undefined
    )
      yield child;
    else if (!isTei(child, 'list')) yield* piecesOf(child);
  }
}

function personEntry(element: TreeElement, description: string, path: string): AuthorityEntry {
  const id = attribute(element, 'xml:id') ?? '';
  const printed = regularText(element).replace(/[\s,;]+$/, '');
  const parts = entityName(element);
  const names = parts.surname ? [parts] : parseListedName(printed, description);
  const note = description ? `<note>${escapeText(description)}</note>` : '';
  return {
    id,
    kind: 'person',
    names,
    ...(description ? { description } : {}),
    path,
    line: element.line,
    tei:
      `<person ` +
      `xml:id="${escapeAttribute(id)}"><persName>${escapeText(printed)}</persName>${note}</person>`,
  };
}

function termEntry(
  element: TreeElement,
  names: readonly EntityName[],
  gloss: string,
  path: string,
): AuthorityEntry {
  const id = attribute(element, 'xml:id') ?? '';
  const terms = names.map((name) => `<term>${escapeText(name.full)}</term>`).join(', ');
  const meaning = gloss ? ` <gloss>${escapeText(gloss)}</gloss>` : '';
  return {
    id,
    kind: 'term',
    names,
    ...(gloss ? { description: gloss } : {}),
    path,
    line: element.line,
    tei: `<item xml:id="${escapeAttribute(id)}">${terms}${meaning}</item>`,
  };
}

/**
 * The term as printed is one name, even if it has several forms ("AFL, AFOL", "bn(s)"); the name
 * finder divides it.
 */
function listedTerm(element: TreeElement): EntityName[] {
  return [{ full: regularText(element).replace(/[\s,;]+$/, ''), type: 'main' }];
}

/**
 * A list of persons or terms as volumes publish them, and the glossary list of Siglum's own files.
 *
 * Takes a TEI `list`. Read are: items with `persName[@xml:id]` ("Helou, Charles", then the office
 * in words), items with `term[@xml:id]` (the abbreviation, then its meaning), and pairs of `label`
 * and `item` of which one has an `xml:id`. Returns the entries. An entry's TEI is written clean and
 * valid in `standOff`: `person` with the office as `note`; a term as `item` (to be in a `list`)
 * with `term` and `gloss`.
 */
import {
  childElements,
  descendants,
  type Element,
  escapeAttribute,
  escapeText,
  fold,
  isTei,
  textOf,
} from './element.ts';
import { parseListedName } from './listed-name.ts';
import type { AuthorityEntry, EntityName, PlacedEntry } from './model.ts';
import { entityName } from './own.ts';

export function* publishedEntries(list: Element, path: string): Generator<PlacedEntry> {
  let label: Element | undefined;
  for (const child of childElements(list)) {
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
function glossed(label: Element, item: Element, path: string): PlacedEntry | undefined {
  const terms = [...descendants(label, 'term')];
  const bearer = [label, ...terms, item].find((element) => element.attributes.has('xml:id'));
  if (!bearer) return undefined;
  const names = (terms.length > 0 ? terms : [label]).map(entityName);
  return { entry: termEntry(bearer, names, textOf(item), path), column: bearer.column };
}

function* itemEntries(item: Element, path: string): Generator<PlacedEntry> {
  const pieces = [...piecesOf(item)];
  for (const [i, piece] of pieces.entries()) {
    if (!isEntry(piece)) continue;
    const next = pieces.findIndex((other, at) => at > i && isEntry(other));
    const words = pieces.slice(i + 1, next < 0 ? undefined : next);
    const after = fold(
      words.map((word) => (typeof word === 'string' ? word : textOf(word))).join(''),
    );
    const description = after.replace(/^[\s,;:.]+/, '').trim();
    const entry = isTei(piece, 'term')
      ? termEntry(piece, listedTerm(piece), description, path)
      : personEntry(piece, description, path);
    yield { entry, column: piece.column };
    for (const inner of next < 0 ? [item] : []) {
      for (const list of childElements(inner, 'list')) yield* publishedEntries(list, path);
    }
  }
  if (!pieces.some(isEntry))
    for (const list of childElements(item, 'list')) yield* publishedEntries(list, path);
}

function isEntry(piece: Element | string): piece is Element {
  return typeof piece !== 'string' && piece.attributes.has('xml:id');
}

/**
 * The item's text and its entries in order, out of any `hi` around them; lists inside have entries
 * of their own.
 */
function* piecesOf(element: Element): Generator<Element | string> {
  for (const child of element.children) {
    if (typeof child === 'string') yield child;
    else if ((isTei(child, 'persName') || isTei(child, 'term')) && child.attributes.has('xml:id'))
      yield child;
    else if (!isTei(child, 'list')) yield* piecesOf(child);
  }
}

function personEntry(element: Element, description: string, path: string): AuthorityEntry {
  const id = element.attributes.get('xml:id') ?? '';
  const printed = textOf(element).replace(/[\s,;]+$/, '');
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
    tei: `<person xml:id="${escapeAttribute(id)}"><persName>${escapeText(printed)}</persName>${note}</person>`,
  };
}

function termEntry(
  element: Element,
  names: readonly EntityName[],
  gloss: string,
  path: string,
): AuthorityEntry {
  const id = element.attributes.get('xml:id') ?? '';
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
 * The term as printed is one name, whatever forms it stands for ("AFL, AFOL", "bn(s)"); the finder
 * reads the forms.
 */
function listedTerm(element: Element): EntityName[] {
  return [{ full: textOf(element).replace(/[\s,;]+$/, ''), type: 'main' }];
}

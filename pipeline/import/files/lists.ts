/**
 * The lists of persons, places, organizations and terms in a file: they become the edition's
 * authority files.
 *
 * Takes a file and its documents. Returns the lists outside of documents, as parts of the file,
 * each with its entries. TEI's own lists (`listPerson`, `listOrg`, `listPlace`) are read anywhere,
 * and lists in the form of printed volumes (see pipeline/authorities/published.ts).
 */
import type { AuthorityEntry } from '../../authorities/model.ts';
import { entriesOfText, noName } from '../../authorities/read.ts';
import { InputError } from '../../core/finding.ts';
import { sourceDocumentId } from '../../encode/sources/ids.ts';
import { escapeAttribute } from '../../xml/escape.ts';
import { isXmlName } from '../../xml/names.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import { ancestorsOf, type Piece, piecesWithin, type Volume } from '../divide/volume.ts';

export interface EntryList {
  /** Name of the authority file without extension. */
  readonly name: string;
  readonly piece: Piece;
  readonly entries: readonly AuthorityEntry[];
}

const OWN = ['listPerson', 'listOrg', 'listPlace'];

/** Throws an `InputError` where a list cannot be read. */
export function findLists(volume: Volume, units: readonly Piece[]): EntryList[] {
  const documents = new Set(units);
  const names = new Set<string>();
  const lists: EntryList[] = [];
  let after = 0;
  for (const piece of volume.pieces) {
    if (piece.start < after || !isList(volume, piece)) continue;
    if ([...ancestorsOf(piece)].some((above) => documents.has(above))) continue;
    const entries = entriesOfText(standingAlone(volume, piece), volume.path);
    after = piece.end;
    if (entries.length === 0) continue;
    const unnamed = entries.find(({ id }) => !isXmlName(id));
    if (unnamed)
      throw new InputError({
        path: volume.path,
        ...lineAndColumnOf(volume.ids.get(unnamed.id) ?? piece),
        ...noName(unnamed.id),
      });
    const base = listId(piece);
    let name = base;
    for (let n = 2; names.has(name); n += 1) name = `${base}-${n}`;
    names.add(name);
    lists.push({ name, piece, entries });
  }
  return lists;
}

function lineAndColumnOf({ line, column }: Piece): Pick<Piece, 'line' | 'column'> {
  return { line, column };
}

/**
 * A list with entries; of terms or names in the text of a list, only those with identifiers are
 * entries.
 */
function isList(volume: Volume, piece: Piece): boolean {
  if (isTei(piece, ...OWN)) return true;
  return (
    isTei(piece, 'list') &&
    piecesWithin(volume, piece).some(
      (inner) => isTei(inner, 'persName', 'term') && attribute(inner, 'xml:id') !== undefined,
    )
  );
}

/** A descriptive name: that of the list, of the division around it, or of the element. */
function listId(piece: Piece): string {
  const division = [...ancestorsOf(piece)].find((above) => isTei(above, 'div'));
  const named = [piece, division]
    .map((one) => one && attribute(one, 'xml:id'))
    .find((id) => id !== undefined);
  return sourceDocumentId(named ?? attribute(piece, 'type') ?? piece.local);
}

/** The list as a document for the reader of authority files. */
function standingAlone(volume: Volume, piece: Piece): string {
  const list = volume.text.slice(piece.start, piece.end);
  return `<TEI${declarations(piece)}><text><body>${list}</body></text></TEI>`;
}

/**
 * The namespace declarations in scope for an element, without those of its own start tag; TEI's is
 * the default.
 */
export function declarations(piece: Piece): string {
  const declared = new Map<string, string>();
  for (const above of ancestorsOf(piece)) {
    for (const [prefix, uri] of Object.entries(above.namespaces)) {
      if (!declared.has(prefix)) declared.set(prefix, uri);
    }
  }
  declared.delete('');
  return ` xmlns="http://www.tei-c.org/ns/1.0"${written(declared)}`;
}

/**
 * The declarations of prefixes that an element uses and does not declare itself: with them it can
 * be copied elsewhere. `below`: those in scope there already need not be repeated, since the
 * element around it is copied too.
 */
export function needed(volume: Volume, piece: Piece, below?: Piece): string {
  const used = new Set<string>();
  const own = new Set<Piece>();
  for (const inner of [piece, ...piecesWithin(volume, piece)]) {
    own.add(inner);
    for (const { name } of [inner, ...inner.attributes]) {
      const [prefix, local] = name.split(':');
      if (local === undefined || prefix === undefined || prefix === 'xml') continue;
      if (
        ![inner, ...ancestorsOf(inner)].some(
          (above) => own.has(above) && prefix in above.namespaces,
        )
      )
        used.add(prefix);
    }
  }
  const declared = new Map<string, string>();
  for (const above of ancestorsOf(piece)) {
    if (above === below) break;
    for (const [prefix, uri] of Object.entries(above.namespaces))
      if (used.has(prefix) && !declared.has(prefix)) declared.set(prefix, uri);
  }
  return written(declared);
}

function written(declared: ReadonlyMap<string, string>): string {
  const all = [...declared].map(([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`);
  return all.sort().join('');
}

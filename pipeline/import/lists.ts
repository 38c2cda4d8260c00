/**
 * The lists of persons, places, organizations and terms that a file brings: they become the edition's authority files.
 *
 * In: a file and its documents. Out: the lists that stand in no document, as parts of the file, each with its entries. Read are TEI's own
 * lists (`listPerson`, `listOrg`, `listPlace`), wherever they stand, and lists as volumes print them (see pipeline/authority/published.ts).
 */
import type { AuthorityEntry } from '../authority/model.ts';
import { entriesOfText } from '../authority/read.ts';
import { documentId } from '../encode/source-files.ts';
import { ancestorsOf, attributeOf, isTei, type Piece, type Volume, within } from './volume.ts';

export interface EntryList {
  /** Name of the authority file without ending. */
  readonly name: string;
  readonly piece: Piece;
  readonly entries: readonly AuthorityEntry[];
}

const OWN = ['listPerson', 'listOrg', 'listPlace'];

/** Throws an `InputFault` where a list cannot be read. */
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
    const base = nameOf(piece);
    let name = base;
    for (let n = 2; names.has(name); n += 1) name = `${base}-${n}`;
    names.add(name);
    lists.push({ name, piece, entries });
  }
  return lists;
}

/** A list with entries; of terms or names in the text of a list, only those that have identifiers are entries. */
function isList(volume: Volume, piece: Piece): boolean {
  if (isTei(piece, ...OWN)) return true;
  return (
    isTei(piece, 'list') &&
    within(volume, piece).some(
      (inner) => isTei(inner, 'persName', 'term') && attributeOf(inner, 'xml:id') !== undefined,
    )
  );
}

/** A name that says what it lists: that of the list, of the division around it, or of the element. */
function nameOf(piece: Piece): string {
  const division = [...ancestorsOf(piece)].find((above) => isTei(above, 'div'));
  const named = [piece, division].map((one) => one && attributeOf(one, 'xml:id')).find((id) => id !== undefined);
  return documentId(named ?? attributeOf(piece, 'type') ?? piece.local);
}

/** The list as a document that the reader of authority files takes. */
export function standingAlone(volume: Volume, piece: Piece): string {
  const list = volume.text.slice(piece.start, piece.end);
  return `<TEI${declarations(piece)}><text><body>${list}</body></text></TEI>`;
}

/** The namespace declarations that hold for an element, those of its own start tag aside; TEI's is the default. */
export function declarations(piece: Piece): string {
  const declared = new Map<string, string>();
  for (const above of ancestorsOf(piece)) {
    for (const [prefix, uri] of Object.entries(above.namespaces)) {
      if (!declared.has(prefix)) declared.set(prefix, uri);
    }
  }
  declared.delete('');
  const others = [...declared].map(
    ([prefix, uri]) => ` xmlns:${prefix}="${uri.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`,
  );
  return ` xmlns="http://www.tei-c.org/ns/1.0"${others.sort().join('')}`;
}

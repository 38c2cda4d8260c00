/**
 * The licence, date and publisher of an edition, if its editor has stated them in edition.xml.
 *
 * Takes the edition's folder. Returns `publicationStmt` for the headers of its documents, as text;
 * undefined if edition.xml is missing or unchanged since the import. So the licence of a volume
 * without one can be added at one place, and the volume imported again. The DOI of a deposit, which
 * contains the documents, applies to them too; other identifiers of the edition (`idno`) do not,
 * nor do identifiers of its elements. The volume's own statements stay in `biblFull`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { isUntouched } from '../../edition/file-facts/provenance.ts';
import { attribute } from '../../xml/tree.ts';
import { childPieces, readVolume } from '../divide/volume.ts';
import { needed } from './lists.ts';
import { declaring, withoutIds } from './parts.ts';

/**
 * `empty`: the header before an editor fills it in. Throws an `InputError` where edition.xml
 * cannot be read.
 */
export function publishedBy(root: string, empty: string): string | undefined {
  const path = join(root, 'edition.xml');
  if (!existsSync(path)) return undefined;
  const present = Buffer.from(readInput(path, 'import/unreadable')).toString('utf8');
  if (present === empty || isUntouched(present)) return undefined;
  const edition = readVolume(path);
  const [file] = childPieces(childPieces(edition.root, 'teiHeader')[0], 'fileDesc');
  const [statement] = childPieces(file, 'publicationStmt');
  // If the elements of the file have a prefix, they cannot be copied as they are.
  if (statement?.name !== 'publicationStmt' || statement.startEnd === statement.end)
    return undefined;
  let text = '';
  let at = statement.start;
  for (const idno of childPieces(statement, 'idno')) {
    if (attribute(idno, 'type')?.toLowerCase() === 'doi') continue;
    const { start, end } = idno;
    text += edition.text.slice(at, start).trimEnd();
    at = end;
  }
  const whole = withoutIds(text + edition.text.slice(at, statement.end));
  return declaring(whole, needed(edition, statement));
}

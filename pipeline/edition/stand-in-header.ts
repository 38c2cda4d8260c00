/** A header in place of an edition.xml that is missing or cannot be read. */
import { basename, join } from 'node:path';
import { cacheFolder } from '../core/cache-folder.ts';
import { writeWhole } from '../core/files/atomic-files.ts';
import { sha256 } from '../core/files/sha256.ts';
import { PROGRAM } from '../core/program-folder.mjs';
import { escapeText } from '../xml/escape.ts';

/**
 * Writes, among the derived files, a header in place of an edition.xml that is missing or cannot be
 * read. Returns its path. `root`: the edition's folder; `title`: plain text.
 */
export function standInHeader(root: string, title: string): string {
  const escaped = escapeText(title);
  const folder = sha256(root).slice(0, 32);
  const path = join(cacheFolder(PROGRAM), 'editions', folder, 'edition.xml');
  // Lists show the folder's name, but no citation uses it as a title.
  const type = title === basename(root) ? ' type="folder"' : '';
  const parts =
    `<titleStmt><title${type}>${escaped}</title></titleStmt>` +
    '<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>';
  writeWhole(
    path,
    `<TEI ` +
      `xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>${parts}</fileDesc></teiHeader>` +
      '<text><body><div/></body></text></TEI>\n',
  );
  return path;
}

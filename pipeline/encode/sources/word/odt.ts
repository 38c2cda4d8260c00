/**
 * An OpenDocument text (.odt, ISO/IEC 26300), as LibreOffice writes it.
 *
 * Takes the file's bytes. Returns its reading text with emphasis, notes, comments, tracked changes,
 * lists and tables. The file becomes HTML (`odt-body.ts`), which is then read like any page.
 */
import { parseFragment } from 'parse5';
import { MOST_BYTES } from '../../../core/files/input-file.ts';
import { readHtmlTree } from '../html/html-reading.ts';
import type { ReadingText } from '../reading-text.ts';
import { withOfficeFindings } from './docx.ts';
import { OdtBody } from './odt-body.ts';
import { OfficeFile } from './office-file.ts';

/**
 * Reads an OpenDocument text. `path` is the file name in messages. @throws InputError if the bytes
 * are not an OpenDocument text, or contain no text.
 */
export async function readOdt(bytes: Uint8Array, path: string): Promise<ReadingText> {
  const file = new OfficeFile(bytes, path, 'OpenDocument text (.odt)');
  if (bytes.length > MOST_BYTES) throw file.unreadable('it is too large');
  const { html, people, findings } = new OdtBody(file, path).read();
  return withOfficeFindings(readHtmlTree(parseFragment(html), path), people, findings);
}

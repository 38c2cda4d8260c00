/**
 * A Word document (.docx, ISO/IEC 29500).
 *
 * Takes the file's bytes. Returns its reading text with emphasis, notes, comments, tracked changes,
 * lists and tables. Word's file becomes HTML (`docx-body.ts`), which is then read like any page.
 */
import { parseFragment } from 'parse5';
import { MOST_BYTES } from '../../../core/files/input-file.ts';
import type { Finding } from '../../../core/finding.ts';
import { readHtmlTree } from '../html/html-reading.ts';
import type { ReadingText } from '../reading-text.ts';
import { DocxBody } from './docx-body.ts';
import { OfficeFile } from './office-file.ts';

/**
 * Reads a Word document. `path` is the file name in messages. @throws InputError if the bytes are
 * not a Word document, or contain no text.
 */
export async function readDocx(bytes: Uint8Array, path: string): Promise<ReadingText> {
  const file = new OfficeFile(bytes, path, 'Word document (.docx)');
  if (bytes.length > MOST_BYTES) throw file.unreadable('it is too large');
  const { html, people, findings } = new DocxBody(file, path).read();
  return withOfficeFindings(readHtmlTree(parseFragment(html), path), people, findings);
}

/** The information of a word processor's file besides its text. */
export function withOfficeFindings(
  read: ReadingText,
  people: readonly { readonly id: string; readonly name: string }[],
  findings: readonly Finding[],
): ReadingText {
  return {
    ...read,
    ...(people.length > 0 ? { declared: { ...read.declared, people } } : {}),
    findings: [...read.findings, ...findings],
  };
}

/** A folder with XML files, read as documents of an edition are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ReadDocument, readDocument } from '../../pipeline/xml/source/read-document.ts';
import { temporaryFolder } from '../site/edition.ts';

export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(temporaryFolder(), 'edition');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const read = (folder: string, name = 'a.xml'): ReadDocument =>
  readDocument(join(folder, name), folder, 'test');

/** `file:line:column` and the message of each finding. */
export function reported({ findings }: { findings: ReadDocument['findings'] }): string[] {
  return findings.map(
    ({ path, line, column, message }) => `${basename(path)}:${line}:${column} ${message}`,
  );
}

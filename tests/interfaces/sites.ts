/**
 * Sites for testing the interfaces: the invented edition of tests/fixtures/interfaces, which has an
 * address on the web, and the project's own, which has none. Only the input of an output is made:
 * no page is rendered.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputFolder } from '../../pipeline/core/files/output-folder.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { filesIn } from '../../pipeline/edition/folder/files-in.ts';
import { dtsEdition } from '../../pipeline/publish/outputs/data/dts.ts';
import {
  collectedInput,
  documentFilesInput,
  writeCollected,
  writeDocumentFiles,
} from '../../pipeline/publish/outputs/documents.ts';
import { openSite } from '../../pipeline/publish/site/open/open-site.ts';
import type { Site } from '../../pipeline/publish/site/site.ts';

export const INVENTED = join(PROGRAM, 'tests', 'fixtures', 'interfaces', 'edition');
export const OWN = join(PROGRAM, 'tei');

const made: string[] = [];

export function openSiteOf(folder: string): Promise<Site> {
  const edition = openEdition(folder);
  return openSite(edition, filesIn(edition.documents, '.xml'));
}

/** The files of each document, and those that hold all of them. */
export function writeDocuments(site: Site, folder: OutputFolder): void {
  const about = dtsEdition(site);
  for (const document of site.documents)
    writeDocumentFiles(documentFilesInput(about, document, ''), folder);
  writeCollected(collectedInput(site), folder);
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-interfaces-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function read(folder: string, address: string): string {
  return readFileSync(join(folder, address), 'utf8');
}

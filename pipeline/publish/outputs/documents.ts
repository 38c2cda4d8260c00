/**
 * What is written of every document beside its page: its TEI, and its metadata and text in other
 * formats.
 *
 * In: the site, and a document of it. Out: files, by modules of which each knows one format; and
 * those that hold all documents, for which a document's metadata are read once, and no two are in
 * memory.
 */
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { openLetters } from './cmif.ts';
import { dtsFiles } from './dts-document.ts';
import { notesStyle } from './notes-beside.ts';
import { documentReferences, openReferences } from './references.ts';
import { copyFileAt, writeFileAt } from './stream.ts';
import { textFiles } from './texts.ts';

export function writeDocument(site: Site, document: SiteDocument, folder: string): void {
  const { metadata } = document;
  copyTei(document, folder);
  const files = [
    textFiles(document, metadata),
    documentReferences(document, metadata),
    dtsFiles(site, document, metadata),
    notesStyle(document),
  ];
  for (const some of files)
    for (const { address, content } of some) writeFileAt(folder, address, content);
}

/** The digest is read with the path: the file is copied anew when it has changed. */
function copyTei({ teiAddress, path, digest }: SiteDocument, folder: string): void {
  if (digest !== '') copyFileAt(folder, teiAddress, path);
}

export function writeCollected(site: Site, folder: string): void {
  const letters = openLetters(site, folder);
  const collected = openReferences(folder);
  for (const { metadata } of site.documents) {
    collected.add(metadata);
    if (metadata.letter !== null) letters?.write(metadata.letter);
  }
  letters?.close();
  collected.close();
}

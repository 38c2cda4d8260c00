/**
 * What is written of every document beside its page, in one pass: a document's metadata are made once, and no two are in memory.
 *
 * In: the site. Out: files, by modules of which each knows one format.
 */
import type { Site } from '../site.ts';
import { openLetters } from './cmif.ts';
import { writeDtsDocument } from './dts-document.ts';
import { openReferences } from './references.ts';
import { writeTexts } from './texts.ts';

export function writeDocuments(site: Site, folder: string): void {
  const letters = openLetters(site, folder);
  const references = openReferences(folder);
  for (const document of site.documents) {
    const metadata = site.metadata(document);
    writeTexts(document, metadata, folder);
    references.write(document, metadata);
    writeDtsDocument(site, document, metadata, folder);
    if (metadata.letter !== null) letters?.write(metadata.letter);
  }
  letters?.close();
  references.close();
}

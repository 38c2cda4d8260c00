/**
 * What is written of every document beside its page, in one pass: a document's metadata are read once, and no two are in memory.
 *
 * In: the site, and the former one. Out: files, by modules of which each knows one format; those of a document that has stayed the same are
 * taken over.
 */
import type { DocumentMetadata } from '../../transform/metadata.ts';
import { type FormerSite, NO_FORMER } from '../former-site.ts';
import type { Site, SiteDocument } from '../site.ts';
import { openLetters } from './cmif.ts';
import { dtsFiles } from './dts-document.ts';
import { documentReferences, openReferences } from './references.ts';
import { type SiteFile, writeFileAt } from './stream.ts';
import { textFiles } from './texts.ts';

export function writeDocuments(site: Site, folder: string, former: FormerSite = NO_FORMER): void {
  const letters = openLetters(site, folder);
  const references = openReferences(folder);
  for (const document of site.documents) {
    const metadata = site.metadata(document);
    const key = site.keyOf(document);
    const name = `files of ${document.id}`;
    if (!former.takeOver(name, key)) {
      const addresses: string[] = [];
      for (const { address, content } of filesOf(site, document, metadata)) {
        writeFileAt(folder, address, content);
        addresses.push(address);
      }
      former.made(name, key, addresses);
    }
    references.add(metadata);
    if (metadata.letter !== null) letters?.write(metadata.letter);
  }
  letters?.close();
  references.close();
}

function* filesOf(site: Site, document: SiteDocument, metadata: DocumentMetadata): Generator<SiteFile> {
  yield* textFiles(document, metadata);
  yield* documentReferences(document, metadata);
  yield* dtsFiles(site, document, metadata);
}

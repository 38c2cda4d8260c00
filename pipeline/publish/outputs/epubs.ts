/** EPUBs: of the edition, of each document. */

import type { OutputFolder } from '../../core/files/output-folder.ts';
import type { Finding } from '../../core/finding.ts';
import { writeDocumentEpub, writeEditionEpub } from '../epub/epub.ts';
import { omittedFindings } from '../print/print-pictures.ts';
import { EDITION_EPUB, epubAddress } from '../print/prints.ts';
import type { BookInput, DocumentPdfInput } from './prints.ts';

export function writeEpubOfDocument(
  { edition, document }: DocumentPdfInput,
  folder: OutputFolder,
  report: (finding: Finding) => void,
): void {
  writeDocumentEpub(folder.pathFor(epubAddress(document.id)), edition, document);
  omittedFindings(document.omitted).forEach(report);
}

export function writeEpubOfEdition({ book }: BookInput, folder: OutputFolder): void {
  writeEditionEpub(folder.pathFor(EDITION_EPUB), book);
}

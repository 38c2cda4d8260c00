/** PDFs: of the edition, of each chapter, of each document. */

import type { OutputFolder } from '../../core/files/output-folder.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import { bookSource, documentSource, type Pictures } from '../print/book.ts';
import { compilePdf, TypstError } from '../print/compiler.ts';
import { plainSource } from '../print/plain.ts';
import {
  type BookPart,
  chapterPart,
  type DocumentPart,
  dayOfDocument,
  documentPart,
  documentsIn,
  type EditionPart,
  editionPart,
} from '../print/printed-parts.ts';
import { EDITION_PDF, pdfAddress, printedChapters } from '../print/prints.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';

export interface DocumentPdfInput {
  readonly edition: EditionPart;
  readonly document: DocumentPart;
}

export function documentPdfInput(site: Site, document: SiteDocument): DocumentPdfInput {
  return {
    edition: editionPart(site, dayOfDocument(site, document)),
    document: documentPart(document),
  };
}

export function writeDocumentPdf(
  { edition, document }: DocumentPdfInput,
  folder: OutputFolder,
  report: (finding: Finding) => void,
): void {
  const { pdf, findings } = printed([document], (pictures) =>
    documentSource(edition, document, pictures),
  );
  folder.write(pdfAddress(document.id), pdf ?? plainPdf(edition, [document]));
  findings.forEach(report);
}

export interface BookInput {
  readonly book: BookPart;
  /** The chapter's title; null for the whole edition. */
  readonly chapter: string | null;
  readonly address: string;
}

export function editionInput(site: Site): BookInput {
  const book: BookPart = {
    ...editionPart(site),
    citation: site.editionMetadata.citations.chicago,
    introduction: site.part('introduction') ?? null,
    chapters: site.chapters.map(chapterPart),
  };
  return { book, chapter: null, address: EDITION_PDF };
}

/** The edition and its chapters. */
export function bookInputs(site: Site): readonly BookInput[] {
  const whole = editionInput(site);
  const chapters = printedChapters(site).map(({ text, address, chapter }): BookInput => {
    const book = { ...whole.book, introduction: null, chapters: [chapterPart(chapter)] };
    return { book, chapter: text, address };
  });
  return [whole, ...chapters];
}

export function writeBook(
  { book, chapter, address }: BookInput,
  folder: OutputFolder,
  report: (finding: Finding) => void,
): void {
  const documents = documentsIn(book.chapters);
  const { pdf, findings } = printed(documents, (pictures) => bookSource(book, chapter, pictures));
  folder.write(address, pdf ?? plainPdf(book, documents));
  // Errors in a document were reported with its own PDF.
  findings.filter(({ rule }) => rule === FAILED).forEach(report);
}

const FAILED = 'print/failed';

interface Printed {
  /** Undefined if Typst could not lay it out. */
  readonly pdf: Uint8Array | undefined;
  readonly findings: readonly Finding[];
}

function printed(
  documents: readonly DocumentPart[],
  source: (pictures: Pictures) => string,
): Printed {
  const pictures = new Map<string, string>();
  const path = shownPath(documents[0]?.path ?? '');
  try {
    const { pdf, notArchival } = compilePdf(source(pictures), new Map());
    return { pdf, findings: notArchival === null ? [] : [archivalFinding(path, notArchival)] };
  } catch (error) {
    if (!(error instanceof TypstError)) throw error;
    const message = `the PDF shows the plain text alone, since it could not be laid out; please report this: ${error.message.slice(0, 300)}`;
    return {
      pdf: undefined,
      findings: [{ path, severity: 'warning', rule: FAILED, message }],
    };
  }
}

/** Always works: paragraphs of plain words. */
function plainPdf(edition: EditionPart, documents: readonly DocumentPart[]): Uint8Array {
  return compilePdf(plainSource(edition, documents)).pdf;
}

/** `reason`: from Typst. */
function archivalFinding(path: string, reason: string): Finding {
  const glyph = /the text "?`?"?(.+?)`?"? could not be displayed/.exec(reason)?.[1];
  const message =
    glyph === undefined
      ? reason.includes('missing document date')
        ? 'the PDF is not PDF/A, which requires a date: give publicationStmt or revisionDesc a day'
        : `the PDF is not PDF/A: ${reason}`
      : `the PDF is not PDF/A and shows boxes in place of some letters: its fonts have no ${glyph.replaceAll(/[`"]/g, '')}`;
  return { path, severity: 'remark', rule: 'print/not-archival', message };
}

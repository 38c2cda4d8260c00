/** PDFs: of the edition, of each chapter, of each document. */

import type { OutputFolder } from '../../core/files/output-folder.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import { bookSource, documentSource, type Pictures } from '../print/book.ts';
import { compilePdf, TypstError } from '../print/compiler.ts';
import { plainSource } from '../print/plain.ts';
import { omittedFindings, PicturesInUse, type PrintPicture } from '../print/print-pictures.ts';
import {
  type BookPart,
  chapterPart,
  type DocumentPart,
  dayOfDocument,
  documentPart,
  documentsIn,
  type EditionPart,
  editionPart,
  type PicturesOf,
} from '../print/printed-parts.ts';
import { EDITION_PDF, pdfAddress, printedChapters } from '../print/prints.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';

export interface DocumentPdfInput {
  readonly edition: EditionPart;
  readonly document: DocumentPart;
}

export function documentPdfInput(
  site: Site,
  document: SiteDocument,
  picturesOf: PicturesOf,
): DocumentPdfInput {
  return {
    edition: editionPart(site, dayOfDocument(site, document)),
    document: documentPart(document, picturesOf),
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
  omittedFindings(document.omitted).forEach(report);
}

export interface BookInput {
  readonly book: BookPart;
  /** The chapter's title; null for the whole edition. */
  readonly chapter: string | null;
  readonly address: string;
}

export function editionInput(site: Site, picturesOf: PicturesOf): BookInput {
  const book: BookPart = {
    ...editionPart(site),
    citation: site.editionMetadata.citations.chicago,
    introduction: site.part('introduction') ?? null,
    chapters: site.chapters.map((chapter) => chapterPart(chapter, picturesOf)),
  };
  return { book, chapter: null, address: EDITION_PDF };
}

/** The edition and its chapters. */
export function bookInputs(site: Site, picturesOf: PicturesOf): readonly BookInput[] {
  const whole = editionInput(site, picturesOf);
  const chapters = printedChapters(site).map(({ text, address, chapter }): BookInput => {
    const book = {
      ...whole.book,
      introduction: null,
      chapters: [chapterPart(chapter, picturesOf)],
    };
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
  const path = shownPath(documents[0]?.path ?? '');
  const findings: Finding[] = [];
  const attempt = (shown: readonly PrintPicture[]): Uint8Array | TypstError => {
    const pictures = new PicturesInUse(shown, '/pictures/');
    try {
      const { pdf, notArchival } = compilePdf(source(pictures), pictures.bytes());
      if (notArchival !== null) findings.push(archivalFinding(path, notArchival));
      return pdf;
    } catch (error) {
      if (error instanceof TypstError) return error;
      throw error;
    }
  };
  const all = documents.flatMap(({ pictures }) => pictures);
  let pdf = attempt(all);
  if (pdf instanceof TypstError && all.length > 0) {
    // A damaged picture must not take the others, or the layout of the text, with it.
    const sound = all.filter(isPrintable);
    findings.push(...all.filter((picture) => !sound.includes(picture)).map(pictureFinding));
    pdf = attempt(sound);
  }
  if (!(pdf instanceof TypstError)) return { pdf, findings };
  const message =
    `the PDF shows the plain text alone, since it could not be laid out; please report this: ` +
    `${pdf.message.slice(0, 300)}`;
  findings.push({ path, severity: 'warning', rule: FAILED, message });
  return { pdf: undefined, findings };
}

function isPrintable(picture: PrintPicture): boolean {
  const pictures = new PicturesInUse([picture], '/pictures/');
  const name = pictures.get(picture.address);
  try {
    compilePdf(`#picture(${JSON.stringify(name)}, "")`, pictures.bytes());
    return true;
  } catch (error) {
    if (error instanceof TypstError) return false;
    throw error;
  }
}

function pictureFinding({ path }: PrintPicture): Finding {
  return {
    path: shownPath(path),
    severity: 'warning',
    rule: 'print/picture',
    message: 'the picture cannot be printed: the file is damaged; its description is in the PDF',
  };
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
      : `the PDF is not PDF/A and shows boxes in place of some letters: its fonts have no ` +
        `${glyph.replaceAll(/[`"]/g, '')}`;
  return { path, severity: 'remark', rule: 'print/not-archival', message };
}

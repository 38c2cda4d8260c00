/**
 * The parts of a PDF as plain data: its hash shows whether the PDF has to be made again. The texts
 * themselves are read when it is made.
 */
import type { Readable } from '../../cache/stored.ts';
import type { DocumentMetadata, EditionMetadata } from '../../formats/document.ts';
import type { DocumentHtml, HeaderData, ProsePart } from '../../transform/model.ts';
import { factsLine } from '../interface/wording.ts';
import { lastChange } from '../site/changes.ts';
import type { Chapter } from '../site/order.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import type { PrintPicture, TextPictures } from './print-pictures.ts';

/** A document in a PDF. */
export interface DocumentPart {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly language: string | null;
  readonly form: string | null;
  readonly facts: string;
  readonly address: string;
  readonly html: Readable<DocumentHtml>;
  readonly metadata: Readable<DocumentMetadata>;
  readonly path: string;
  readonly pictures: readonly PrintPicture[];
  /** Those that a PDF or EPUB does not show. */
  readonly omitted: TextPictures['omitted'];
}

/** Gives the pictures of a document's text. */
export type PicturesOf = (document: SiteDocument) => TextPictures;

/** A chapter: its heading, or the document that is its page, and its contents. */
export interface ChapterPart {
  readonly document: DocumentPart | null;
  readonly heading: string | null;
  readonly under: readonly ChapterPart[];
}

/** The edition's statements about itself. */
export interface EditionPart
  extends Pick<
    HeaderData,
    | 'title'
    | 'subtitle'
    | 'editors'
    | 'edition'
    | 'publisher'
    | 'published'
    | 'identifier'
    | 'address'
    | 'licence'
    | 'language'
    | 'rights'
  > {
  readonly authors: readonly string[];
  /** The day of the last change of the edition or the document: YYYY-MM-DD; null if unknown. */
  readonly day: string | null;
  readonly words: EditionWords;
}

export interface EditionWords {
  readonly language: string;
  readonly contents: string;
  readonly notes: string;
  readonly apparatus: string;
  readonly about: string;
  readonly cite: string;
  /** The line of the title page: authors, editors. */
  readonly by: string;
}

export interface BookPart extends EditionPart {
  readonly citation: EditionMetadata['citations']['chicago'] | null;
  readonly introduction: ProsePart | null;
  readonly chapters: readonly ChapterPart[];
}

export function editionPart(site: Site, day = dayOfMoment(lastChange(site.edition))): EditionPart {
  const { say, language } = site.interface;
  const { title, subtitle, editors, edition, publisher, published } = site.edition;
  const { identifier, address, licence, rights } = site.edition;
  const authors = site.edition.authors.map(({ text }) => text);
  const key = editors.length === 1 ? 'citation.editors' : 'citation.editors.several';
  return {
    title,
    subtitle,
    authors,
    editors,
    edition,
    publisher,
    published,
    identifier,
    address,
    licence,
    rights,
    language: site.edition.language,
    day,
    words: {
      language,
      contents: say('contents'),
      notes: say('notes'),
      apparatus: say('apparatus'),
      about: say('about.document'),
      cite: say('cite'),
      by: [
        ...authors,
        ...(editors.length === 0 ? [] : [say(key, { names: editors.join(', ') })]),
      ].join(' · '),
    },
  };
}

export function documentPart(document: SiteDocument, picturesOf: PicturesOf): DocumentPart {
  const { id, title, header, address, html, metadata, path } = document;
  const { n, language, form } = header;
  const facts = factsLine(header);
  const own = { id, title, number: n, language, form, facts, address, html, metadata, path };
  return { ...own, ...picturesOf(document) };
}

export function chapterPart(
  { document, heading, under }: Chapter<SiteDocument>,
  picturesOf: PicturesOf,
): ChapterPart {
  return {
    document: document && documentPart(document, picturesOf),
    heading,
    under: under.map((one) => chapterPart(one, picturesOf)),
  };
}

/** The day of a document's own change, else of the edition's. */
export function dayOfDocument(site: Site, { header }: SiteDocument): string | null {
  return dayOfMoment(lastChange(header)) ?? dayOfMoment(lastChange(site.edition));
}

function dayOfMoment(moment: string | undefined): string | null {
  return moment?.slice(0, 10) ?? null;
}

/** The documents of chapters, in their order. */
export function documentsIn(chapters: readonly ChapterPart[]): DocumentPart[] {
  return chapters.flatMap(({ document, under }) => [
    ...(document ? [document] : []),
    ...documentsIn(under),
  ]);
}

/** The title with the document's number before it, unless it begins with it. */
export function numberedTitle({ number, title }: DocumentPart): string {
  return number !== null && !title.startsWith(number) ? `${number}. ${title}` : title;
}

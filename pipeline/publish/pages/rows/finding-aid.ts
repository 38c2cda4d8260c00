/** Documents as the rows of a finding aid: number, kind, from → to, subject, date, pages. */
import { kindInTitle } from '../../lists/document-kind.ts';
import type { Chapter } from '../../site/order.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import { type ListedDocument, listedDocument } from './listed.ts';

interface DocumentRow extends ListedDocument {
  readonly kind: string | null;
  readonly subject: string | null;
  readonly pages: string | null;
  /** `1964`. */
  readonly year: string | null;
  /** For sorting: the date, or its known part. */
  readonly at: string | null;
  /** Its writers and addressees. */
  readonly people: readonly string[];
}

/** A heading above rows. */
interface ChapterRow {
  readonly text: string;
  readonly address: string | null;
  /** From 1. */
  readonly level: number;
  readonly count: number;
  readonly span: string;
}

interface FindingRow {
  readonly chapter: ChapterRow | null;
  readonly document: DocumentRow | null;
}

export interface FindingAid {
  readonly rows: readonly FindingRow[];
  /** Which columns are not empty. */
  readonly hasNumbers: boolean;
  readonly hasKinds: boolean;
  readonly hasParties: boolean;
  /** Whether any of them names a sender or addressee, or authors alone. */
  readonly hasLetters: boolean;
  readonly hasDates: boolean;
  readonly hasPages: boolean;
}

function documentRow(document: SiteDocument): DocumentRow {
  const { title, header } = document;
  const { form, subject, pages, date, authors, sent, received } = header;
  const at = date?.earliest ?? null;
  const people = [...(sent.length > 0 ? sent : authors), ...received].map(({ text }) => text);
  return {
    ...listedDocument(document),
    kind: form ?? (header.matter ? null : kindInTitle(title)),
    subject: subject === title ? null : subject,
    pages,
    year: documentYear(document),
    at,
    people: [...new Set(people)],
  };
}

/** The year of a document's date. */
export function documentYear({ header }: Pick<SiteDocument, 'header'>): string | null {
  return /^-?\d{4,}/.exec(header.date?.earliest ?? '')?.[0] ?? null;
}

/** `1964–1968`; empty if no document has a year. */
export function yearSpan(documents: readonly Pick<SiteDocument, 'header'>[]): string {
  const years = documents.flatMap((document) => documentYear(document) ?? []).map(Number);
  if (years.length === 0) return '';
  const [first, last] = [
    years.reduce((a, b) => Math.min(a, b)),
    years.reduce((a, b) => Math.max(a, b)),
  ];
  return first === last ? String(first) : `${first}–${last}`;
}

/** Rows without headings. */
export function plainRows(documents: readonly SiteDocument[]): FindingRow[] {
  return documents.map((document) => ({ chapter: null, document: documentRow(document) }));
}

/** Rows under the headings of their chapters; front and back matter comes last, under its own. */
export function contentsRows(
  chapters: readonly Chapter<SiteDocument>[],
  matterHeading: string,
): FindingRow[] {
  const isMatter = ({ document, under }: Chapter<SiteDocument>): boolean =>
    under.length === 0 && document?.header.matter === true;
  const matter = chapters.filter(isMatter);
  const last: Chapter<SiteDocument> = {
    document: null,
    heading: matterHeading,
    under: matter,
    count: matter.length,
  };
  const others = chapters.filter((chapter) => !isMatter(chapter));
  return chapterRows(matter.length > 0 ? [...others, last] : others);
}

/** Rows under the headings of their chapters. */
export function chapterRows(chapters: readonly Chapter<SiteDocument>[], level = 1): FindingRow[] {
  return chapters.flatMap(({ document, heading, under, count }): FindingRow[] => {
    if (under.length === 0)
      return document ? [{ chapter: null, document: documentRow(document) }] : [];
    const chapter: ChapterRow = {
      text: document?.title ?? heading ?? '',
      address: document?.address ?? null,
      level,
      count,
      span: yearSpan(documentsUnder(under)),
    };
    return [{ chapter, document: null }, ...chapterRows(under, level + 1)];
  });
}

/** The documents under headings, without front and back matter and pages of chapters. */
export function documentsUnder(chapters: readonly Chapter<SiteDocument>[]): SiteDocument[] {
  return chapters.flatMap(({ document, under }) => {
    if (under.length > 0) return documentsUnder(under);
    return document && !document.header.matter ? [document] : [];
  });
}

export function findingAid(rows: readonly FindingRow[]): FindingAid {
  const documents = rows.flatMap(({ document }) => document ?? []);
  return {
    rows,
    hasNumbers: documents.some(({ header }) => header.n !== null),
    hasKinds: documents.some(({ kind }) => kind !== null),
    hasParties: documents.some(({ people }) => people.length > 0),
    hasLetters: documents.some(({ header }) => header.sent.length + header.received.length > 0),
    hasDates: documents.some(({ header }) => header.date !== null),
    hasPages: documents.some(({ pages }) => pages !== null),
  };
}

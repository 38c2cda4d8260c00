/**
 * The files that readers can download, and their addresses: PDFs and EPUBs of the edition, of its
 * chapters and documents; one ZIP file of all texts, which always exists.
 */

import { slug } from '../site/open/slugs.ts';
import type { Chapter } from '../site/order.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';

/** The requested files, from edition.xml or the command. */
export interface TakeAlong {
  readonly pdf: boolean;
  readonly epub: boolean;
}

export const NOTHING: TakeAlong = { pdf: false, epub: false };

export const TEXTS = '/texts.zip';
export const EDITION_PDF = '/edition.pdf';
export const EDITION_EPUB = '/edition.epub';

export function pdfAddress(id: string): string {
  return `/documents/${id}.pdf`;
}

export function epubAddress(id: string): string {
  return `/documents/${id}.epub`;
}

/** A chapter with a PDF of its own. */
interface PrintedChapter {
  readonly text: string;
  readonly address: string;
  readonly chapter: Chapter<SiteDocument>;
}

/** Chapters with several documents: those at the top, or below one that contains all. */
export function printedChapters(site: Site): readonly PrintedChapter[] {
  const used = new Set<string>();
  const top = (chapters: readonly Chapter<SiteDocument>[]): PrintedChapter[] =>
    chapters.flatMap((chapter) => {
      const { document, heading, count, under } = chapter;
      const text = document?.title ?? heading ?? '';
      // A chapter's own page is not counted.
      if (count >= site.documents.length - 1) return top(under);
      return count < 2
        ? []
        : [{ text, address: `/chapters/${nameFor(chapter, used)}.pdf`, chapter }];
    });
  return top(site.chapters);
}

function nameFor({ document, heading }: Chapter<SiteDocument>, used: Set<string>): string {
  const name = document?.id ?? (slug(heading ?? '') || 'chapter');
  for (let n = 1; ; n += 1) {
    const unused = n === 1 ? name : `${name}-${n}`;
    if (used.has(unused.toLowerCase())) continue;
    used.add(unused.toLowerCase());
    return unused;
  }
}

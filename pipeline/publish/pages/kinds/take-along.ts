/** The downloads on the home page: files of the edition, PDFs of its chapters. */
import { EDITION_EPUB, EDITION_PDF, printedChapters, TEXTS } from '../../print/prints.ts';
import type { PageContext } from '../model/context.ts';

export interface TakeAlongList {
  readonly files: readonly { readonly key: string; readonly address: string }[];
  readonly chapters: readonly { readonly text: string; readonly address: string }[];
}

export function takeAlongList({ site, takeAlong: { pdf, epub } }: PageContext): TakeAlongList {
  const files = [
    ...(pdf ? [{ key: 'pdf', address: EDITION_PDF }] : []),
    ...(epub ? [{ key: 'epub', address: EDITION_EPUB }] : []),
    { key: 'texts', address: TEXTS },
  ];
  const chapters = pdf ? printedChapters(site).map(({ text, address }) => ({ text, address })) : [];
  return { files: site.documents.length > 0 ? files : [], chapters };
}

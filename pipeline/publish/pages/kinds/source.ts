/** The page of a document with its TEI beside the text. */
import type { Readable } from '../../../cache/stored.ts';
import type { HeaderData } from '../../../transform/model.ts';
import type { SideBySide } from '../../document/side-by-side.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import type { PageKind } from '../model/page.ts';
import { documentTitle } from './document.ts';

interface SourceInput {
  readonly document: Pick<SiteDocument, 'id' | 'address' | 'teiAddress' | 'title'> & {
    readonly header: Pick<HeaderData, 'language'>;
  };
  readonly pageTitle: string;
  readonly both: Readable<SideBySide>;
}

export const sourcePages: PageKind<SiteDocument, SourceInput> = {
  items: ({ site }) => site.documents,
  address: ({ sourceAddress }) => sourceAddress,
  input: (context, { id, address, teiAddress, title, header: { language }, sideBySide }) => ({
    document: { id, address, teiAddress, title, header: { language } },
    pageTitle: documentTitle(context, id),
    both: sideBySide,
  }),
};

/** The lists of documents: all of them, their downloads, their witnesses. */
import type { WitnessData } from '../../../transform/model.ts';
import { type DocumentListPage, documentListPages, type Jump } from '../../lists/lists.ts';
import type { ContentsHeading } from '../../lists/outline.ts';
import {
  collectedFiles,
  editionReferenceFiles,
  type ReferenceFile,
} from '../../outputs/references.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import type { PageContext } from '../model/context.ts';
import type { PageKind } from '../model/page.ts';
import { contentsRows, type FindingAid, findingAid, plainRows } from '../rows/finding-aid.ts';

/** How many documents fit on a page. */
const DOCUMENTS = 400;
const WITNESSED = 200;

interface PageOfList {
  /** From 1. */
  readonly number: number;
  /** All pages of the list; empty if there is one. */
  readonly pages: readonly Jump[];
}

function listKind<Input extends object>(
  first: string,
  size: number,
  documents: (context: PageContext) => readonly SiteDocument[],
  input: (context: PageContext, page: DocumentListPage) => Input,
): PageKind<DocumentListPage, Input & PageOfList> {
  return {
    items: (context) => documentListPages(documents(context), first, size),
    address: ({ address }) => address,
    input: (context, page) => {
      const { number, pages } = page;
      return { number, pages, ...input(context, page) };
    },
  };
}

interface DocumentsInput extends PageOfList {
  /** The chapters alone, on the first page of an edition that is too large for one. */
  readonly headings: readonly ContentsHeading[];
  /** The documents of this page; under their chapters if the whole edition is on one page. */
  readonly aid: FindingAid;
  /** The number of documents, front and back matter of volumes excluded. */
  readonly count: number;
}

export const documentsPages: PageKind<DocumentListPage, DocumentsInput> = listKind(
  '/documents/index.html',
  DOCUMENTS,
  ({ site }) => site.documents,
  ({ site }, { number, documents }) => ({
    headings: number === 1 ? site.headings : [],
    aid: findingAid(
      site.contents.length > 0
        ? contentsRows(site.contents, site.interface.say('home.matter'))
        : plainRows(documents),
    ),
    count: site.documentCount,
  }),
);

interface DownloadsInput extends PageOfList {
  readonly listed: readonly Pick<SiteDocument, 'id' | 'teiAddress' | 'title'>[];
  readonly collected: ReturnType<typeof collectedFiles>;
  readonly ofEdition: readonly Pick<ReferenceFile, 'name' | 'address'>[];
  readonly schemas: readonly string[];
}

export const downloadsPages: PageKind<DocumentListPage, DownloadsInput> = listKind(
  '/downloads.html',
  DOCUMENTS,
  ({ site }) => site.documents,
  ({ site }, { documents }) => ({
    listed: documents.map(({ id, teiAddress, title }) => ({ id, teiAddress, title })),
    collected: collectedFiles(),
    ofEdition: editionReferenceFiles(site).map(({ name, address }) => ({ name, address })),
    schemas: [...site.files.keys()].filter((address) => address.startsWith('/schema/')),
  }),
);

interface WitnessesInput extends PageOfList {
  readonly witnessed: readonly (Pick<SiteDocument, 'id' | 'address' | 'title'> & {
    readonly witnesses: readonly WitnessData[];
  })[];
}

const witnessLists: PageKind<DocumentListPage, WitnessesInput> = listKind(
  '/witnesses.html',
  WITNESSED,
  ({ site }) => site.witnessed,
  (_context, { documents }) => ({
    witnessed: documents.map(({ id, address, title, witnesses }) => {
      return { id, address, title, witnesses };
    }),
  }),
);

export const witnessesPages: PageKind<DocumentListPage, WitnessesInput> = {
  ...witnessLists,
  items: (context) => (context.site.witnessed.length > 0 ? witnessLists.items(context) : []),
};

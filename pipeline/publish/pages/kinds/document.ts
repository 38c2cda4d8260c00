/** The page of a document: its text, with everything around it. */
import type { Readable } from '../../../cache/stored.ts';
import type { DocumentMetadata } from '../../../formats/document.ts';
import type { Identifier } from '../../../model/identifier.ts';
import { kindsWith } from '../../../model/kinds.ts';
import type { DocumentHtml, HeadingData } from '../../../transform/model.ts';
import type { OutlineChapter } from '../../lists/outline.ts';
import type { ResolvedHeader } from '../../pointers/resolve.ts';
import type { Site } from '../../site/site.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import type { PageContext } from '../model/context.ts';
import type { PageKind } from '../model/page.ts';
import { chapterRows, type FindingAid, findingAid } from '../rows/finding-aid.ts';
import { type DocumentLink, documentLink, type ListedEntry, listedEntry } from '../rows/listed.ts';

/** A step of the path from the home page. */
interface NeighbourLink {
  readonly text: string;
  readonly address: string | null;
}

/** An entry that the text names, as the card beside the text shows it. */
interface EntryWithIdentifiers extends ListedEntry {
  readonly identifiers: readonly Identifier[];
}

export interface DocumentInput {
  readonly document: Pick<
    SiteDocument,
    'id' | 'address' | 'teiAddress' | 'sourceAddress' | 'title'
  > & {
    readonly header: Pick<
      ResolvedHeader,
      'n' | 'language' | 'form' | 'subject' | 'pages' | 'date' | 'places' | 'sent' | 'received'
    >;
    readonly contents: readonly HeadingData[];
    readonly html: Readable<DocumentHtml>;
  };
  readonly metadata: Readable<DocumentMetadata>;
  /** The page's own title, which no other document has. */
  readonly pageTitle: string;
  readonly steps: readonly NeighbourLink[];
  readonly before: DocumentLink | null;
  readonly after: DocumentLink | null;
  /** Its neighbours in another order: in time, in the same correspondence. */
  readonly waysOn: readonly {
    readonly key: 'date' | 'correspondence';
    readonly before: DocumentLink | null;
    readonly after: DocumentLink | null;
  }[];
  readonly outline: readonly OutlineChapter[];
  /** The chapters under its heading, if it is a chapter's page. */
  readonly under: FindingAid | null;
  readonly hasNamed: boolean;
  readonly named: readonly EntryWithIdentifiers[];
}

export const documentPages: PageKind<SiteDocument, DocumentInput> = {
  items: ({ site }) => site.documents,
  address: ({ address }) => address,
  input: (context, document) => {
    const { site } = context;
    const { id, address, teiAddress, sourceAddress, title, contents, html, metadata } = document;
    const { n, language, form, subject, pages, date, places, sent, received } = document.header;
    const [before, after] = [site.neighbour(id, -1), site.neighbour(id, 1)];
    return {
      document: {
        id,
        address,
        teiAddress,
        sourceAddress,
        title,
        header: { n, language, form, subject, pages, date, places, sent, received },
        contents,
        html,
      },
      metadata,
      pageTitle: documentTitle(context, id),
      steps: stepsTo(site, id),
      before: before ? documentLink(before) : null,
      after: after ? documentLink(after) : null,
      waysOn: otherWays(context, id),
      outline: site.outline(id),
      under: site.under(id).length > 0 ? findingAid(chapterRows(site.under(id))) : null,
      hasNamed: document.named.length > 0,
      named: namedEntries(site, document),
    };
  },
};

export function documentTitle({ documentTitles }: PageContext, id: string): string {
  return documentTitles.get(id) ?? id;
}

function otherWays({ waysOn }: PageContext, id: string): DocumentInput['waysOn'] {
  const ways = [
    ['date', waysOn.byDate.get(id)],
    ['correspondence', waysOn.inCorrespondence.get(id)],
  ] as const;
  return ways.flatMap(([key, found]) => {
    if (!found) return [];
    const { before, after } = found;
    return [{ key, before: before && documentLink(before), after: after && documentLink(after) }];
  });
}

function stepsTo(site: Site, id: string): NeighbourLink[] {
  return [
    { address: '/documents/index.html', text: site.interface.say('documents') },
    ...site.wayTo(id).map(({ document, heading }) => ({
      address: document?.address ?? null,
      text: document?.title ?? heading ?? '',
    })),
  ];
}

function namedEntries(site: Site, { named }: SiteDocument): EntryWithIdentifiers[] {
  const kinds = new Set(kindsWith('isNamed'));
  return named.flatMap((id) => {
    const entry = site.entry(id);
    if (!entry || !kinds.has(entry.kind)) return [];
    return [{ ...listedEntry(site, entry), identifiers: entry.identifiers }];
  });
}

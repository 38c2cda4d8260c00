/** The pages of an entry: what is known about it, and where it is mentioned. */
import type { EntryData } from '../../transform/model.ts';
import { type EntryPage, entryPages, type Jump, type Role } from '../lists/lists.ts';
import type { ResolvedWords } from '../pointers/resolve.ts';
import type { Site } from '../site/site.ts';
import type { DocumentBackLinks } from '../site/site-model.ts';
import { type LinkedWords, type ListedDocument, linkedWords, listedDocument } from './listed.ts';
import type { PageKind } from './page.ts';

/** Words with a date: an office and when it was held. */
interface LinkedStatement {
  readonly runs: readonly LinkedWords[];
}

/** Sentences of one document. */
export interface MentionGroup {
  readonly document: ListedDocument;
  readonly links: DocumentBackLinks;
}

export interface EntryInput {
  readonly entry: Pick<
    EntryData,
    'id' | 'kind' | 'name' | 'names' | 'birth' | 'death' | 'coordinates' | 'identifiers'
  > & {
    readonly offices: readonly LinkedStatement[];
    readonly affiliations: readonly LinkedStatement[];
    readonly descriptions: readonly LinkedStatement[];
    readonly within: readonly LinkedWords[];
    readonly mentionCount: number;
    /** How many documents were written there or then. */
    readonly written: number;
  };
  /** The page's own title, which no other entry of its kind has. */
  readonly pageTitle: string;
  /** The folder of its index, which is also the key of the index's name. */
  readonly section: string;
  /** From 1. */
  readonly number: number;
  readonly pages: readonly Jump[];
  readonly documents: Readonly<Record<Role, readonly ListedDocument[]>>;
  readonly mentions: readonly MentionGroup[];
}

export const entryListPages: PageKind<EntryPage, EntryInput> = {
  items: ({ site }) => {
    const nameOf = (id: string): string => site.document(id)?.header.n ?? id;
    return site.entries.flatMap((entry) => entryPages(entry, nameOf));
  },
  address: ({ address }) => address,
  input: ({ site, entryTitles }, { entry, number, pages, documents, mentions }) => {
    const { id, kind, name, names, birth, death, coordinates, identifiers } = entry;
    const linked = (words: readonly ResolvedWords[]): LinkedStatement[] =>
      words.map(({ runs }) => ({ runs: linkedWords(site, runs) }));
    const inRole = (role: Role): ListedDocument[] =>
      documents[role].flatMap((document) => listedById(site, document));
    return {
      entry: {
        id,
        kind,
        name,
        names,
        birth,
        death,
        coordinates,
        identifiers,
        offices: linked(entry.offices),
        affiliations: linked(entry.affiliations),
        descriptions: linked(entry.descriptions),
        within: linkedWords(site, entry.within),
        mentionCount: entry.mentionCount,
        written: entry.written.length,
      },
      pageTitle: entryTitles.get(id) ?? name,
      section: site.indexes.find((index) => index.kind === kind)?.folder ?? '',
      number,
      pages,
      documents: {
        sent: inRole('sent'),
        received: inRole('received'),
        written: inRole('written'),
      },
      mentions: mentionGroups(site, mentions),
    };
  },
};

export function mentionGroups(site: Site, mentions: readonly DocumentBackLinks[]): MentionGroup[] {
  return mentions.flatMap((links) =>
    listedById(site, links.document).map((document) => ({ document, links })),
  );
}

function listedById(site: Site, id: string): ListedDocument[] {
  const document = site.document(id);
  return document ? [listedDocument(document)] : [];
}

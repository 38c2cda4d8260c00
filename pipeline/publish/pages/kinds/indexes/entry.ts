/** The pages of an entry: its data, and its mentions. */
import type { EntryData } from '../../../../transform/model.ts';
import { type EntryPage, entryPages, type Jump, type Role } from '../../../lists/lists.ts';
import { type YearStrip, yearStrip } from '../../../pictures/year-strip.ts';
import type { ResolvedWords } from '../../../pointers/resolve.ts';
import type { Site } from '../../../site/site.ts';
import {
  type DocumentBackLinks,
  REGIONS,
  type Region,
  type SiteEntry,
} from '../../../site/site-model.ts';
import type { PageKind } from '../../model/page.ts';
import { type EntryCounts, entryCounts } from '../../rows/entry-counts.ts';
import { documentYear } from '../../rows/finding-aid.ts';
import {
  type LinkedWords,
  type ListedDocument,
  linkedWords,
  listedDocument,
} from '../../rows/listed.ts';

/** Words with a date: an office and its term. */
interface LinkedStatement {
  readonly runs: readonly LinkedWords[];
}

/** Sentences of one document. */
export interface MentionGroup {
  readonly document: ListedDocument;
  readonly links: DocumentBackLinks;
}

interface EntryInput {
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
  readonly counts: EntryCounts;
  /** The documents that it wrote, received, or is mentioned in, by year; on the first page. */
  readonly years: YearStrip | null;
  /** The mentions of this page, grouped into texts, notes and front matter. */
  readonly regions: readonly { readonly region: Region; readonly mentions: MentionGroup[] }[];
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
      counts: entryCounts(entry),
      years: number === 1 ? yearStrip(yearsOf(site, entry)) : null,
      regions: REGIONS.map((region) => ({
        region,
        mentions: mentionGroups(
          site,
          mentions.filter((links) => links.region === region),
        ),
      })).filter((one) => one.mentions.length > 0),
    };
  },
};

/** The year of each document that refers to an entry. */
function yearsOf(site: Site, { mentions, sent, received, written }: SiteEntry): number[] {
  const named = mentions
    .filter(({ region }) => region !== 'matter')
    .map(({ document }) => document);
  return [...new Set([...named, ...sent, ...received, ...written])].flatMap((id) => {
    const document = site.document(id);
    const year = document && documentYear(document);
    return year ? [Number(year)] : [];
  });
}

export function mentionGroups(site: Site, mentions: readonly DocumentBackLinks[]): MentionGroup[] {
  return mentions.flatMap((links) =>
    listedById(site, links.document).map((document) => ({ document, links })),
  );
}

function listedById(site: Site, id: string): ListedDocument[] {
  const document = site.document(id);
  return document ? [listedDocument(document)] : [];
}

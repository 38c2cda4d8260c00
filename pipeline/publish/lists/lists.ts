/**
 * Long lists in pages: an index under its headings, an entry's mentions under its documents.
 *
 * Takes an index, or an entry. Returns pages that are not too heavy to load, with the links between
 * them: the letters or other headings of the whole index, the pages of the whole list. The first
 * page has the list's own address.
 */

import { addToList } from '../../core/multimap.ts';
import { filingLetter } from '../../model/filing.ts';
import type { DocumentBackLinks, SiteDocument, SiteEntry, SiteIndex } from '../site/site-model.ts';
import { groupByKey } from './date-groups.ts';

export interface Jump {
  readonly text: string;
  readonly address: string;
}

/** One page of a list. */
interface ListPage {
  readonly address: string;
  /** From 1. */
  readonly number: number;
  /** All pages of the list, by their content; empty if there is only this one. */
  readonly pages: readonly Jump[];
}

interface EntryGroup {
  readonly heading: string;
  readonly anchor: string;
  /** Whether it began on the page before. */
  readonly continued: boolean;
  readonly entries: readonly SiteEntry[];
}

export interface IndexPage extends ListPage {
  readonly index: SiteIndex;
  readonly groups: readonly EntryGroup[];
  /** All headings of the index; empty if a page is short enough to be seen as a whole. */
  readonly jumps: readonly Jump[];
}

/** The role of an entry in a document's header: sender, addressee, or place of writing. */
export type Role = 'sent' | 'received' | 'written';

export interface EntryPage extends ListPage {
  readonly entry: SiteEntry;
  /** The documents with headers listed here, by role. */
  readonly documents: Readonly<Record<Role, readonly string[]>>;
  /** The documents with sentences on this page. */
  readonly mentions: readonly DocumentBackLinks[];
}

/** How much a page contains; half as much again does not yet need another page. */
const MOST = { entries: 500, mentions: 150, documents: 300 } as const;
/** An index with fewer entries needs no letters. */
const FEWEST_FOR_LETTERS = 25;

export function indexPages(index: SiteIndex): IndexPage[] {
  const headed = underHeadings(index);
  const runs = packed(
    headed.flatMap(({ entries }) => entries),
    () => 1,
    MOST.entries,
  );
  const headingOf = new Map(
    headed.flatMap(({ heading, entries }) => entries.map((entry) => [entry.id, heading])),
  );
  const addresses = runs.map((_run, place) => pageAddress(index.address, place));
  const seen = new Map<string, Jump>();
  const pages = runs.map((entries, place) => {
    const address = addresses[place] as string;
    const groups = groupByKey(entries, ({ id }) => headingOf.get(id) as string).map(
      ({ key: heading, items }): EntryGroup => {
        const continued = seen.has(heading);
        const anchor = `site-${anchorName(heading, seen.size + (continued ? 0 : 1))}`;
        if (!continued) seen.set(heading, { text: heading, address: `${address}#${anchor}` });
        return { heading, anchor, continued, entries: items };
      },
    );
    return { index, address, number: place + 1, groups };
  });
  const jumps = seen.size > 1 ? [...seen.values()] : [];
  const links = linksTo(runs, addresses, ({ sortName }) => sortName);
  return pages.map((page) => ({ ...page, jumps, pages: links }));
}

/**
 * `nameOf`: the name of a document in links between pages. A page may contain documents, and
 * mentions in others.
 */
export function entryPages(entry: SiteEntry, nameOf: (document: string) => string): EntryPage[] {
  const runs = packed(entry.mentions, ({ sentences }) => sentences, MOST.mentions);
  const roles = ROLES.flatMap((role) => entry[role].map((id) => ({ role, id })));
  const headers = packed(roles, () => 1, MOST.documents);
  const count = Math.max(1, runs.length, headers.length);
  const addresses = Array.from({ length: count }, (_, place) => pageAddress(entry.address, place));
  const links = linksTo(
    addresses.map((_address, place) => {
      const mentioned = runs[place]?.map(({ document }) => document) ?? [];
      return mentioned.length > 0 ? mentioned : (headers[place] ?? []).map(({ id }) => id);
    }),
    addresses,
    nameOf,
  );
  return addresses.map((address, place): EntryPage => {
    const here = headers[place] ?? [];
    const inRole = (role: Role): string[] =>
      here.filter((one) => one.role === role).map(({ id }) => id);
    const documents = {
      sent: inRole('sent'),
      received: inRole('received'),
      written: inRole('written'),
    };
    return {
      entry,
      address,
      number: place + 1,
      documents,
      mentions: runs[place] ?? [],
      pages: links,
    };
  });
}

const ROLES = ['sent', 'received', 'written'] as const satisfies readonly Role[];

/** One page of a list of documents. */
export interface DocumentListPage extends ListPage {
  readonly documents: readonly SiteDocument[];
}

/** Without documents there is one page, which is empty. `first`: the address of the first page. */
export function documentListPages(
  documents: readonly SiteDocument[],
  first: string,
  size: number,
): DocumentListPage[] {
  const runs = Array.from({ length: Math.max(1, Math.ceil(documents.length / size)) }, (_, at) =>
    documents.slice(at * size, (at + 1) * size),
  );
  const addresses = runs.map((_run, place) => pageAddress(first, place));
  const pages = linksTo(runs, addresses, ({ header, id }) => header.n ?? id);
  return runs.map((documents, place) => ({
    address: addresses[place] as string,
    number: place + 1,
    pages,
    documents,
  }));
}

/** `/persons/index/2.html`, where no entry's page can be. */
export function pageAddress(first: string, place: number): string {
  return place === 0 ? first : first.replace(/\.html$/, `/${place + 1}.html`);
}

/**
 * The index's own headings, such as a year or a kind of source; else the first letters of the
 * names.
 */
function underHeadings({ entries }: SiteIndex): { heading: string; entries: SiteEntry[] }[] {
  const own = entries.some(({ group }) => group !== null);
  if (!own && entries.length < FEWEST_FOR_LETTERS) return [{ heading: '', entries: [...entries] }];
  const headingOf = (entry: SiteEntry): string =>
    own ? (entry.group ?? '') : filingLetter(entry.filedAs);
  // Names that begin with the same letter may be filed separately if one has an accent or a mark
  // before it.
  const groups = new Map<string, SiteEntry[]>();
  for (const entry of entries) addToList(groups, headingOf(entry), entry);
  return [...groups].map(([heading, entries]) => ({ heading, entries }));
}

function anchorName(heading: string, place: number): string {
  return /^[A-Za-z0-9-]+$/.test(heading) ? heading : `part-${place}`;
}

/** Groups of about the same weight, none much above `most`. */
export function packed<Item>(
  items: readonly Item[],
  weigh: (item: Item) => number,
  most: number,
): Item[][] {
  const whole = items.reduce((sum, item) => sum + weigh(item), 0);
  if (whole <= 1.5 * most) return items.length > 0 ? [[...items]] : [];
  const share = whole / Math.ceil(whole / most);
  const runs: Item[][] = [[]];
  let filled = 0;
  let passed = 0;
  for (const item of items) {
    const weight = weigh(item);
    // The border is where the next group begins; an item heavier than a page is alone.
    if (filled > 0 && passed + weight / 2 > share * runs.length) {
      runs.push([]);
      filled = 0;
    }
    runs.at(-1)?.push(item);
    filled += weight;
    passed += weight;
  }
  return runs;
}

/**
 * The links to the pages of a list, by the first and last item of each; none if there is one page.
 */
export function linksTo<Item>(
  runs: readonly (readonly Item[])[],
  addresses: readonly string[],
  nameOf: (item: Item) => string,
): Jump[] {
  if (runs.length < 2) return [];
  return runs.map((run, place) => {
    const [first, last] = [run[0] as Item, run.at(-1) as Item].map(nameOf) as [string, string];
    return {
      address: addresses[place] as string,
      text: first === last ? first : `${first} – ${last}`,
    };
  });
}

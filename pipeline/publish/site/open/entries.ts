/**
 * The entries that have a page, their addresses, and their mentions.
 *
 * Takes the entries in the files of an edition, and the summaries of its documents. Returns the
 * indexes, kind by kind.
 */

import { type Finding, shownPath } from '../../../core/finding.ts';
import { addToList } from '../../../core/multimap.ts';
import { compareDates } from '../../../model/date-order.ts';
import { filingOrder } from '../../../model/filing.ts';
import type { IndexKind } from '../../../model/kinds.ts';
import { KINDS } from '../../../model/kinds.ts';
import type { EntryMentions, FileSummary } from '../../../transform/data-job.ts';
import type { EntryData, HeaderData, NamedInHeader } from '../../../transform/model.ts';
import type { SiteHistory } from '../../history/site-history.ts';
import type { EntryKeys } from '../../pointers/entry-keys.ts';
import type { EntryResolver, ResolvedEntry } from '../../pointers/resolve.ts';
import {
  backLinks,
  type DocumentBackLinks,
  type DocumentMentions,
  REGIONS,
  type SiteDocument,
  type SiteEntry,
  type SiteIndex,
} from '../site-model.ts';
import { nameSlugs, type PublishedSlugs } from './slugs.ts';

/** The entries of one kind, with the addresses of their pages. */
export interface PlacedKind {
  readonly kind: IndexKind;
  readonly folder: string;
  readonly entries: readonly ResolvedEntry[];
  /** By identifier. */
  readonly addresses: ReadonlyMap<string, string>;
}

/**
 * The entries that the documents name, those that were published before, and those that these
 * entries name in turn; all entries where there is no document, as of a register alone.
 */
export function entriesToPublish(
  entryData: ReadonlyMap<string, EntryData>,
  summaries: readonly Pick<FileSummary, 'named'>[],
  published: Iterable<string>,
  keys: EntryKeys,
): EntryData[] {
  const wanted = new Map<string, EntryData>();
  const want = (reference: string | null): void => {
    const entry = reference === null ? undefined : entryData.get(keys.id(reference));
    if (!entry || wanted.has(entry.id)) return;
    wanted.set(entry.id, entry);
    const words = [...entry.offices, ...entry.affiliations, ...entry.descriptions].flatMap(
      ({ runs }) => runs,
    );
    for (const named of [...words, ...entry.within]) want(named.entry);
  };
  for (const { named } of summaries) for (const id of named) want(id);
  for (const id of published) want(id);
  if (summaries.length === 0) for (const id of entryData.keys()) want(id);
  return [...wanted.values()];
}

/** So many identifiers of entries without a page are named. */
const NAMED = 5;

/**
 * Reports the entries of authority files that have no page, because no document mentions them:
 * one finding a file. `registers`: what each authority file gives; `published`: the entries that
 * have pages.
 */
export function unusedRegisters(
  registers: readonly { readonly path: string; readonly summary: Pick<FileSummary, 'entries'> }[],
  published: readonly Pick<EntryData, 'id'>[],
): Finding[] {
  const withPages = new Set(published.map(({ id }) => id));
  return registers.flatMap(({ path, summary: { entries } }): Finding[] => {
    const unmentioned = entries.filter((id) => !withPages.has(id));
    if (entries.length > 0 && unmentioned.length === 0) return [];
    return [
      {
        path: shownPath(path),
        severity: 'remark',
        rule: 'edition/unused-register',
        message: unusedMessage(entries.length, unmentioned),
      },
    ];
  });
}

function unusedMessage(count: number, unmentioned: readonly string[]): string {
  if (count === 0)
    return 'this register has no entry with an xml:id that an index shows, so none has a page';
  if (unmentioned.length === count)
    return 'no document mentions an entry of this file, so none of them has a page';
  const named = unmentioned.slice(0, NAMED).join(', ');
  const more = unmentioned.length > NAMED ? ` and ${unmentioned.length - NAMED} more` : '';
  return (
    `no document mentions ${unmentioned.length} of the ${count} entries of this file, so they ` +
    `have no page: ${named}${more}`
  );
}

export function placeEntries(
  entries: readonly ResolvedEntry[],
  history: SiteHistory,
): PlacedKind[] {
  return KINDS.map(({ kind, folder }) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    const slugs = nameSlugs(ofKind, publishedSlugs(history, `/${folder}/`));
    const addresses = new Map(ofKind.map(({ id }) => [id, `/${folder}/${slugs.get(id)}.html`]));
    return { kind, folder, entries: ofKind, addresses };
  });
}

/** The mentions in the summary of a document, and the place of their sentences. */
interface CountedMentions {
  /** The document is front or back matter of a volume. */
  readonly matter: boolean;
  readonly counted: FileSummary['mentions'];
  /** The document's own entries that have another identifier on the site (own-entries.ts). */
  readonly renamed: ReadonlyMap<string, string>;
  readonly of: DocumentMentions;
}

/**
 * `mentions`: of each document, in the site's order. `language`: of the interface; entries are
 * sorted by its collation.
 */
export function makeIndexes(
  kinds: readonly PlacedKind[],
  documents: readonly SiteDocument[],
  mentions: readonly CountedMentions[],
  resolver: Pick<EntryResolver, 'id'>,
  language: string,
): SiteIndex[] {
  const links = new Map<string, DocumentBackLinks[]>();
  for (const { counted, renamed, of, matter } of mentions) {
    const byEntry = new Map<string, EntryMentions[]>();
    for (const mention of counted) {
      const id = resolver.id(renamed.get(mention[0]) ?? mention[0]);
      if (id !== null) addToList(byEntry, id, mention);
    }
    for (const [id, same] of byEntry)
      for (const some of backLinks(of, same, matter)) addToList(links, id, some);
  }
  for (const some of links.values())
    some.sort((a, b) => REGIONS.indexOf(a.region) - REGIONS.indexOf(b.region));
  const sent = documentsBy(documents, (header) => [...header.sent, ...header.authors]);
  const received = documentsBy(documents, (header) => header.received);
  const written = documentsBy(documents, (header) => header.places);
  const writtenOn = documentsByDay(documents);
  const filed = new Intl.Collator(language, { numeric: true });
  const byLetter = filingOrder(language);
  return kinds.map(({ kind, folder, entries, addresses }) => {
    const described = entries.map((entry): SiteEntry => {
      const found = links.get(entry.id) ?? [];
      return {
        ...entry,
        address: addresses.get(entry.id) as string,
        mentions: found,
        mentionCount: found.reduce((sum, { count }) => sum + count, 0),
        sent: sent.get(entry.id) ?? [],
        received: received.get(entry.id) ?? [],
        written: (kind === 'date' ? writtenOn : written).get(entry.id) ?? [],
      };
    });
    described.sort(
      (a, b) =>
        (kind === 'date'
          ? compareDates(a.filedAs, b.filedAs)
          : filed.compare(a.group ?? '', b.group ?? '') || byLetter(a.filedAs, b.filedAs)) ||
        (a.id < b.id ? -1 : 1),
    );
    return { kind, folder, address: `/${folder}/index.html`, entries: described };
  });
}

/** The names under which entries of a folder have been published, and all names ever used in it. */
function publishedSlugs({ entries, taken }: SiteHistory, folder: string): PublishedSlugs {
  const slug = (address: string): string => address.slice(folder.length, -'.html'.length);
  const here = (address: string): boolean => address.startsWith(folder);
  return {
    assigned: new Map(
      [...entries]
        .filter(([, address]) => here(address))
        .map(([id, address]) => [id, slug(address)]),
    ),
    taken: new Set([...taken].filter(here).map(slug)),
  };
}

/**
 * By the entry of a date (xslt/lib/entries/index-ids.xsl) the identifiers of the documents written
 * on that day.
 */
function documentsByDay(documents: readonly SiteDocument[]): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { id, header } of documents) {
    const { earliest = null, dating = null } = header.date ?? {};
    // A date between two limits is not a day.
    const isDay = earliest !== null && dating === earliest.replace('T', ' ');
    if (isDay) addToList(by, `date-when-${earliest.replace(/T.*/, '')}`, id);
  }
  return by;
}

/** By entry the identifiers of the documents that name it in the header. */
function documentsBy(
  documents: readonly SiteDocument[],
  named: (header: HeaderData) => readonly NamedInHeader[],
): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { id, header } of documents) {
    for (const entry of new Set(named(header).map(({ entry }) => entry)))
      if (entry !== null) addToList(by, entry, id);
  }
  return by;
}

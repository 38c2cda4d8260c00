/**
 * From an edition to the site as data.
 *
 * In: an edition and the documents that may be published. Out: a `Site`. What is kept from a former run is taken from there; threads do the rest.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Edition, filesIn } from '../edition.ts';
import { InputFault, shownPath } from '../finding.ts';
import { digestOf, digestOfValue, programDigest, Results } from '../results.ts';
import {
  type DataShared,
  dataKey,
  ENTRIES,
  type FileEntries,
  type FileSummary,
  MENTIONS,
  SUMMARY,
} from '../transform/data-job.ts';
import type { Places } from '../transform/metadata.ts';
import type { EntryData } from '../transform/model.ts';
import { Pool } from '../work/pool.ts';
import {
  BESIDE,
  type DocumentJob,
  type DocumentShared,
  documentKey,
  FRAGMENTS,
  HTML,
  METADATA,
  PAGE,
  type PageSummary,
} from './document-job.ts';
import { editionParts } from './edition-parts.ts';
import { entriesToPublish, makeIndexes, placeEntries } from './entries.ts';
import { Kept } from './kept.ts';
import { byOrder, readOrder } from './order.ts';
import { lettersFile } from './outputs/cmif.ts';
import { hasPassages } from './outputs/dts.ts';
import { relativeAddress } from './relative.ts';
import { NO_HISTORY, type SiteHistory } from './release/history.ts';
import { documentAddress, Site, SiteDocument, sourceAddress } from './site.ts';
import { openInterface } from './strings.ts';

/** What a build has beside the edition; each part may be left out. */
export interface Means {
  /** Tag of the interface's language; else that of edition.xml. */
  readonly language?: string | undefined;
  readonly pool?: Pool;
  /** What was published before. */
  readonly history?: SiteHistory;
  /** Told how many documents of how many have gone through a step. */
  readonly progress?: (step: 'read' | 'transform', done: number, of: number) => void;
}

/** A file of the edition and what is known of it. */
interface Read {
  readonly path: string;
  readonly digest: string;
  readonly key: string;
  readonly summary: FileSummary;
}

/** `paths`: the documents to publish. Throws an `InputFault` where a file cannot be read. */
export async function openSite(edition: Edition, paths: readonly string[], means: Means = {}): Promise<Site> {
  const pool = means.pool ?? new Pool();
  try {
    return await open(edition, paths, pool, means);
  } finally {
    if (!means.pool) await pool.close();
  }
}

async function open(edition: Edition, unordered: readonly string[], pool: Pool, means: Means): Promise<Site> {
  const { cache } = edition;
  const order = readOrder(edition);
  const paths = [...unordered].sort(byOrder(order, byDocumentId));
  const results = new Results(cache);
  const program = programDigest();
  const { history = NO_HISTORY } = means;
  const { header, facts, language, prose, whole } = await editionParts(edition, results, program, means.language);
  const { strings } = openInterface(language);

  const shared: DataShared = {
    cache,
    strings,
    prefixes: header.prefixes,
    key: digestOf(program, digestOfValue([strings, header.prefixes])),
  };
  const authorities = filesIn(edition.authorities, '.xml');
  const files = await readFiles([...authorities, ...paths], shared, results, pool, means);
  const sources = files.slice(authorities.length);
  const known = entriesById(files, results);
  const placed = placeEntries(
    entriesToPublish(
      known,
      sources.map(({ summary }) => summary),
      history.entries.keys(),
    ),
    history,
  );
  const addresses = new Map(placed.flatMap(({ addresses }) => [...addresses]));
  for (const { path } of sources) addresses.set(basename(path), documentAddress(documentId(path)));

  const headers = sources.map(({ summary: { header } }) => ({ header }));
  const cmif = lettersFile(facts, { edition: header, documents: headers });
  const documentShared: DocumentShared = {
    cache,
    site: {
      strings,
      edition: facts,
      cmif: cmif && { source: cmif.source },
      passages: hasPassages({ documents: sources }),
    },
    language,
    key: digestOf(
      program,
      digestOfValue([strings, language, facts, cmif?.source ?? null, hasPassages({ documents: sources })]),
    ),
  };
  // All documents lie in one folder, and see the rest from there.
  const fromDocuments = addressesFrom(documentAddress(''), addresses);
  const jobs = sources.map(({ path, summary }) => jobOf(path, summary, addresses, fromDocuments));
  const pages = await transformFiles(sources, jobs, documentShared, results, pool, means);
  const kept = new Kept(results);
  const documents = sources.map(({ path, digest, key, summary }, at) => {
    const { page, key: pageKey } = pages[at] as { page: PageSummary; key: string };
    const named = summary.named.filter((entry) => addresses.has(entry));
    const spokenOf = summary.spokenOf.filter((entry) => addresses.has(entry));
    const keys = { data: key, page: pageKey };
    return new SiteDocument({ id: documentId(path), path, digest, summary, page, named, spokenOf, keys }, kept);
  });
  const fromHome = addressesFrom('/index.html', addresses);
  return new Site({
    order,
    edition: header,
    facts,
    history,
    ...(await whole(documents, cmif)),
    interface: openInterface(language),
    documents,
    indexes: makeIndexes(
      placed,
      documents,
      sources.map(({ summary }) => summary.mentions),
    ),
    prose: await prose(fromHome),
    files: new Map([
      ...documents.map(({ teiAddress, path }): [string, string] => [teiAddress, path]),
      // The documents name their schema as ../schema/…; so it is found from the site too.
      ...[edition.rng, edition.sch].map((path): [string, string] => [`/schema/${basename(path)}`, path]),
    ]),
  });
}

/** What each file says: kept, or made now. */
async function readFiles(
  paths: readonly string[],
  shared: DataShared,
  results: Results,
  pool: Pool,
  { progress }: Means,
): Promise<Read[]> {
  const digests = paths.map((path) => digestOf(readFileSync(path)));
  const there = (digest: string): boolean => {
    const key = dataKey(shared, digest);
    return [SUMMARY, ENTRIES, MENTIONS].every((kind) => results.whole(kind, key));
  };
  const waiting = paths.map((path, at) => ({ path, at })).filter(({ at }) => !there(digests[at] as string));
  const made = await pool.run('data', shared, waiting, (done) => progress?.('read', done, waiting.length));
  for (const [at, digest] of made.entries()) digests[(waiting[at] as { at: number }).at] = digest;
  return paths.map((path, at) => {
    const digest = digests[at] as string;
    const key = dataKey(shared, digest);
    return { path, digest, key, summary: results.get<FileSummary>(SUMMARY, key) ?? lost(path) };
  });
}

/** What the site needs of each document: kept, or made now. */
async function transformFiles(
  sources: readonly Read[],
  jobs: readonly DocumentJob[],
  shared: DocumentShared,
  results: Results,
  pool: Pool,
  { progress }: Means,
): Promise<{ page: PageSummary; key: string }[]> {
  const keys = jobs.map((job, at) => documentKey(shared, (sources[at] as Read).digest, job));
  const kinds = [PAGE, HTML, BESIDE, METADATA, ...(shared.site.passages ? [FRAGMENTS] : [])];
  const there = (key: string): boolean => kinds.every((kind) => results.whole(kind, key));
  const waiting = jobs.filter((_job, at) => !there(keys[at] as string));
  await pool.run('document', shared, waiting, (done) => progress?.('transform', done, waiting.length));
  return sources.map(({ path }, at) => {
    const key = keys[at] as string;
    return { page: results.get<PageSummary>(PAGE, key) ?? lost(path), key };
  });
}

function lost(path: string): never {
  throw new InputFault({
    path: shownPath(path),
    severity: 'error',
    rule: 'build/changed',
    message: 'the file was changed while the site was made; build it again',
  });
}

/** A document, with what it refers to of the rest of the site. */
function jobOf(
  path: string,
  { refersTo }: FileSummary,
  addresses: ReadonlyMap<string, string>,
  fromDocuments: ReadonlyMap<string, string>,
): DocumentJob {
  const id = documentId(path);
  const used = refersTo.filter((key) => addresses.has(key)).sort();
  const own: Record<string, string> = {};
  const entries: Record<string, string> = {};
  for (const key of used) {
    own[key] = fromDocuments.get(key) as string;
    if (!key.endsWith('.xml')) entries[key] = (addresses.get(key) as string).slice(1);
  }
  const places: Places = { page: documentAddress(id).slice(1), tei: `documents/${id}.xml`, entries };
  return {
    path,
    surroundings: { addresses: own, places },
    page: relativeAddress(documentAddress(id), sourceAddress(id)),
  };
}

/** The first to define an entry defines it: the authority files, then the documents, which carry copies. */
function entriesById(files: readonly Read[], results: Results): Map<string, EntryData> {
  const known = new Map<string, EntryData>();
  for (const { path, key, summary } of files) {
    if (summary.entries.every((id) => known.has(id))) continue;
    for (const entry of results.get<FileEntries>(ENTRIES, key) ?? lost(path)) {
      if (!known.has(entry.id)) known.set(entry.id, entry);
    }
  }
  return known;
}

/** `d149` for `…/d149.xml`. */
function documentId(path: string): string {
  return basename(path, '.xml');
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** In the order of their numbers: d2 before d10. */
function byDocumentId(one: string, other: string): number {
  return byNumber.compare(documentId(one), documentId(other)) || (one < other ? -1 : 1);
}

function addressesFrom(page: string, addresses: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...addresses].map(([key, address]) => [key, relativeAddress(address, page)]));
}

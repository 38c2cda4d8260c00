/**
 * From an edition to what is to be made of each document.
 *
 * In: an edition, the documents that may be published, what was published before. Out: what each
 * file says, kept from a former run or made now by threads; where everything is on the site; for
 * each document a job, with all that its page can depend on.
 */
import { basename } from 'node:path';
import { digestOf, digestOfValue, programDigest, Results } from '../../cache/results.ts';
import { type Finding, InputFault, shownPath } from '../../core/finding.ts';
import type { Told } from '../../core/progress.ts';
import type { DocumentIds } from '../../edition/document-name.ts';
import type { Edition } from '../../edition/edition.ts';
import { authorityFiles, documentIds } from '../../edition/edition-files.ts';
import type { KnownFiles } from '../../edition/file-index.ts';
import {
  type DataShared,
  dataKey,
  ENTRIES,
  type FileEntries,
  type FileSummary,
  MENTIONS,
  SUMMARY,
} from '../../transform/data-job.ts';
import type { LettersFile, Places } from '../../transform/metadata.ts';
import type { EntryData } from '../../transform/model.ts';
import { type PictureFile, pictureFile } from '../../transform/pictures-beside.ts';
import type { Referrer } from '../../transform/site-stages.ts';
import type { Pool } from '../../work/pool.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { Common } from '../common.ts';
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
} from '../document-job.ts';
import { relativeAddress } from '../html/relative.ts';
import { LostResult } from '../kept.ts';
import { lettersFile } from '../outputs/cmif.ts';
import { hasPassages } from '../outputs/dts.ts';
import { openInterface } from '../pages/strings.ts';
import { KnownAnchors, passagesNotThere } from '../pointers/anchors.ts';
import {
  addressesByFolder,
  DocumentTargets,
  type TargetFile,
} from '../pointers/document-targets.ts';
import { addressesOfPointers } from '../pointers/file-pointers.ts';
import { referrersOf } from '../pointers/referrers.ts';
import { EntryResolver, type ResolvedSummary } from '../pointers/resolve.ts';
import { NO_HISTORY, type SiteHistory } from '../release/history.ts';
import { editionParts } from './edition-parts.ts';
import { entriesToPublish, placeEntries } from './entries.ts';
import { type Branch, byOrder, readOrder } from './order.ts';
import { documentAddress, sourceAddress, teiAddress } from './site-model.ts';

/** What a build has beside the edition; each part may be left out. */
export interface Means {
  /** Tag of the interface's language; else that of edition.xml. */
  readonly language?: string | undefined;
  readonly pool?: Pool;
  /** What is known of the edition's files. */
  readonly known?: KnownFiles;
  /** Paths of documents of which all is made though it is kept. */
  readonly again?: ReadonlySet<string>;
  /** What was published before. */
  readonly history?: SiteHistory;
  /**
   * Looks at everything that is kept, whether it is whole: after something was found that is not.
   */
  readonly carefully?: boolean;
  /** Told how many documents of how many have gone through a step. */
  readonly progress?: Told;
}

/** A file of the edition and what is known of it. */
interface Read {
  readonly path: string;
  readonly digest: string;
  readonly key: string;
  readonly summary: FileSummary;
}

/** What is the same for all files of an edition. */
export type Ground = Awaited<ReturnType<typeof editionParts>> & {
  readonly results: Results;
  readonly program: string;
  readonly dataShared: DataShared;
};

/** A document's file; its references to entries are resolved. */
interface Source extends Read {
  readonly summary: ResolvedSummary;
}

/** A document's file and its job, which is made when it is asked for. */
export interface Prepared {
  readonly id: string;
  readonly source: Source;
  readonly job: () => DocumentJob;
}

export interface PreparedSite {
  readonly ground: Ground;
  readonly history: SiteHistory;
  readonly order: readonly Branch[];
  /** In the order of the edition. */
  readonly documents: readonly Prepared[];
  readonly documentShared: DocumentShared;
  readonly placed: ReturnType<typeof placeEntries>;
  /**
   * By identifiers of entries and names of documents' files, from the site's root; by passages that
   * are not there, what to show instead.
   */
  readonly addresses: ReadonlyMap<string, string>;
  readonly cmif: LettersFile | null;
  /**
   * The pictures beside the documents that these name: addresses from the site's root, and paths.
   */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What the edition itself says. Throws an `InputFault` where it cannot be read. */
export async function openGround(edition: Edition, language: string | undefined): Promise<Ground> {
  const results = new Results(edition.cache);
  const program = programDigest();
  const parts = await editionParts(edition, results, program, language);
  const { strings } = openInterface(parts.language, edition.theme?.strings);
  const { prefixes } = parts.header;
  const key = digestOf(program, digestOfValue([strings, prefixes]));
  return {
    ...parts,
    results,
    program,
    dataShared: { cache: edition.cache, root: edition.root, strings, prefixes, key },
  };
}

/** `unordered`: the documents to publish. Throws an `InputFault` where a file cannot be read. */
export async function prepareSite(
  edition: Edition,
  unordered: readonly string[],
  pool: Pool,
  means: Means,
): Promise<PreparedSite> {
  const { history = NO_HISTORY } = means;
  const ground = await openGround(edition, means.language);
  const { header, facts, language, results, program, dataShared } = ground;
  const { strings } = dataShared;
  const ids = documentIds(edition, means.known);
  const order = readOrder(edition, ids);
  const paths = [...unordered].sort(byOrder(order, byDocumentId(ids), ids));
  const authorities = authorityFiles(edition, means.known);
  const files = await readFiles([...authorities, ...paths], ground, pool, means);
  const read = files.slice(authorities.length);
  const known = entriesById(files, results, means.carefully);
  const published = entriesToPublish(
    known,
    read.map(({ summary }) => summary),
    history.entries.keys(),
  );
  const resolver = new EntryResolver(published);
  const placed = placeEntries(
    published.map((entry) => resolver.entry(entry)),
    history,
  );
  const sources = read.map(
    (source): Source => ({ ...source, summary: resolver.summary(source.summary) }),
  );
  const addresses = new Map(placed.flatMap(({ addresses }) => [...addresses]));
  const targets = new DocumentTargets(
    sources.map(({ path, summary }) => targetFile(path, summary, ids)),
  );
  const called = sources.filter(({ path }) => !targets.isShared(path));
  for (const { path } of called) addresses.set(basename(path), documentAddress(ids.of(path)));
  const named = targets.unique;
  for (const { refersTo } of [ground, ...sources.map(({ summary }) => summary)])
    for (const [pointer, address] of addressesOfPointers(refersTo, named))
      addresses.set(pointer, address);
  const anchors = new KnownAnchors({ results, program, root: edition.root, ids });
  for (const [passage, address] of passagesNotThere(called, called, addresses, anchors))
    addresses.set(passage, address);

  const headers = sources.map(({ summary: { header } }) => ({ header }));
  const cmif = lettersFile(facts, { edition: header, documents: headers });
  const theme = edition.theme?.html ?? null;
  const documentShared: DocumentShared = {
    cache: edition.cache,
    root: edition.root,
    site: {
      strings,
      edition: facts,
      cmif: cmif && { source: cmif.source },
      passages: hasPassages({ documents: sources }),
    },
    language,
    theme,
    key: digestOf(
      program,
      digestOfValue([
        strings,
        language,
        facts,
        cmif?.source ?? null,
        hasPassages({ documents: sources }),
        theme?.hash ?? null,
      ]),
    ),
  };
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const referrers = referrersOf(sources, targets);
  // All documents lie in one folder, and see the rest from there.
  const around: Around = {
    addresses,
    fromDocuments: addressesFrom(documentAddress(''), addresses),
    isUnnamed: (written) => named.find(written)?.id === '',
    byFolder: ({ path, summary: { refersTo } }) =>
      addressesByFolder(refersTo, path, targets, {
        address: (file) => relativeAddress(file.address, documentAddress('')),
        has: (file, passage) => anchors.has(byPath.get(file.path) as Source, passage),
      }),
    referrers: (source) =>
      (referrers.get(source.path) ?? []).map(({ path, summary: { header } }) => ({
        title: header.title ?? ids.of(path),
        address: relativeAddress(documentAddress(ids.of(path)), documentAddress('')),
      })),
  };
  const pictures = new Map<string, string>();
  const documents = sources.map((source) => {
    const { path, summary } = source;
    const shown = picturesOf(path, summary, edition.root);
    for (const { address, path: picture } of shown.values()) pictures.set(address, picture);
    return { source, id: ids.of(path), job: () => jobOf(source, ids.of(path), around, shown) };
  });
  return { ground, history, order, documents, documentShared, placed, addresses, cmif, pictures };
}

const UNREADABLE = 'transform/unreadable';

/** What each file says: kept, or made now. */
export async function readFiles(
  paths: readonly string[],
  { dataShared: shared, results }: Ground,
  pool: Pool,
  { known, again, progress, carefully }: Means,
): Promise<Read[]> {
  const digests = paths.map(
    (path) =>
      known?.content(path, UNREADABLE).digest ?? readDocument(path, shared.root, UNREADABLE).digest,
  );
  const there = (digest: string): boolean => {
    const key = dataKey(shared, digest);
    return [SUMMARY, ENTRIES, MENTIONS].every((kind) => results.has(kind, key, carefully));
  };
  const waiting = paths
    .map((path, at) => ({ path, at }))
    .filter(({ path, at }) => again?.has(path) || !there(digests[at] as string));
  const made = await pool.run('data', shared, waiting, (done) =>
    progress?.('read', done, waiting.length),
  );
  for (const [at, digest] of made.entries()) digests[(waiting[at] as { at: number }).at] = digest;
  const common = new Common();
  return paths.map((path, at) => {
    const digest = digests[at] as string;
    const key = dataKey(shared, digest);
    const summary = results.get<FileSummary>(SUMMARY, key) ?? lost(path, carefully);
    return { path, digest, key, summary: common.summary(summary) };
  });
}

/**
 * So many documents' jobs are made at a time: each holds the addresses of all that its document
 * names.
 */
const TOGETHER = 1000;

/** What the site needs of each document: kept, or made now. */
export async function transformFiles(
  documents: readonly Prepared[],
  { ground: { results }, documentShared: shared }: PreparedSite,
  pool: Pool,
  { again, progress, carefully }: Means,
): Promise<{ page: PageSummary; key: string }[]> {
  const keys = documents.map(({ job, source }) => documentKey(shared, source.digest, job()));
  const kinds = [PAGE, HTML, BESIDE, METADATA, ...(shared.site.passages ? [FRAGMENTS] : [])];
  const there = (key: string): boolean => kinds.every((kind) => results.has(kind, key, carefully));
  const waiting = documents.filter(
    ({ source }, at) => again?.has(source.path) || !there(keys[at] as string),
  );
  const findings: Finding[] = [];
  for (let from = 0; from < waiting.length; from += TOGETHER) {
    const jobs = waiting.slice(from, from + TOGETHER).map(({ job }) => job());
    try {
      await pool.run('document', shared, jobs, (done) =>
        progress?.('transformed', from + done, waiting.length),
      );
    } catch (fault) {
      // Those of the others are done all the same.
      if (!(fault instanceof InputFault)) throw fault;
      findings.push(...fault.findings);
    }
  }
  if (findings.length > 0) throw new InputFault(findings);
  return documents.map(({ source: { path } }, at) => {
    const key = keys[at] as string;
    return { page: results.get<PageSummary>(PAGE, key) ?? lost(path, carefully), key };
  });
}

/** Either it was spoilt before, or, where all has been looked at, the file is another one now. */
function lost(path: string, carefully = false): never {
  if (!carefully) throw new LostResult(path);
  throw new InputFault({
    path: shownPath(path),
    severity: 'error',
    rule: 'build/changed',
    message: 'the file was changed while the site was made; build it again',
  });
}

/** By the names that the document gives them. */
function picturesOf(
  path: string,
  { pictures }: FileSummary,
  root: string,
): Map<string, PictureFile> {
  return new Map(
    pictures.flatMap((name) => {
      const found = pictureFile(name, path, root);
      return 'path' in found ? [[name, found] as const] : [];
    }),
  );
}

function targetFile(path: string, { header }: FileSummary, ids: DocumentIds): TargetFile {
  return { path, name: basename(path), id: header.id, address: documentAddress(ids.of(path)) };
}

interface Around {
  /**
   * Of entries by identifier and of documents by file name: their pages, from the site's top, and
   * seen from a document's page.
   */
  readonly addresses: ReadonlyMap<string, string>;
  readonly fromDocuments: ReadonlyMap<string, string>;
  /**
   * Whether a file has no `xml:id` of its own, so that its passages' anchors are the whole
   * identifiers (xslt/lib/anchors.xsl).
   */
  readonly isUnnamed: (written: string) => boolean;
  /** Of pointers whose file has the name of another (document-targets.ts). */
  readonly byFolder: (source: Source) => Record<string, string>;
  /** The documents that refer to one that is shown for their sake. */
  readonly referrers: (source: Source) => readonly Referrer[];
}

/** A document, with what it refers to of the rest of the site. */
function jobOf(
  source: Source,
  id: string,
  { addresses, fromDocuments, isUnnamed, byFolder, referrers }: Around,
  pictures: ReadonlyMap<string, PictureFile>,
): DocumentJob {
  const { path, summary } = source;
  const { refersTo, active, isFragment } = summary;
  const used = refersTo.filter((key) => addresses.has(key)).sort();
  const own: Record<string, string> = {};
  const entries: Record<string, string> = {};
  for (const key of used) {
    own[key] = fromDocuments.get(key) as string;
    if (isUnnamed(key)) own[`${key}#`] = '';
    if (!key.endsWith('.xml') && !key.includes('#'))
      entries[key] = (addresses.get(key) as string).slice(1);
  }
  Object.assign(own, byFolder(source));
  for (const [name, { address }] of pictures)
    own[name] = relativeAddress(address, documentAddress(id));
  const places: Places = {
    page: documentAddress(id).slice(1),
    tei: teiAddress(id, active).slice(1),
    entries,
  };
  return {
    path,
    surroundings: { addresses: own, places, ...(isFragment && { referrers: referrers(source) }) },
    page: relativeAddress(documentAddress(id), sourceAddress(id)),
  };
}

/**
 * The first to define an entry defines it: the authority files, then the documents, which carry
 * copies.
 */
function entriesById(
  files: readonly Read[],
  results: Results,
  carefully?: boolean,
): Map<string, EntryData> {
  const known = new Map<string, EntryData>();
  for (const { path, key, summary } of files) {
    if (summary.entries.every((id) => known.has(id))) continue;
    for (const entry of results.get<FileEntries>(ENTRIES, key) ?? lost(path, carefully)) {
      if (!known.has(entry.id)) known.set(entry.id, entry);
    }
  }
  return known;
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** In the order of their numbers: d2 before d10. */
function byDocumentId(ids: DocumentIds): (one: string, other: string) => number {
  return (one, other) => byNumber.compare(ids.of(one), ids.of(other)) || (one < other ? -1 : 1);
}

export function addressesFrom(
  page: string,
  addresses: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map([...addresses].map(([key, address]) => [key, relativeAddress(address, page)]));
}

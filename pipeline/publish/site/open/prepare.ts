/**
 * From an edition to the jobs of its documents: the data of each file, the addresses of everything
 * on the site, and for each document the job that makes its page.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, hashOfValue, programHash, Results } from '../../../cache/results.ts';
import type { Finding } from '../../../core/finding.ts';
import type { ReportProgress } from '../../../core/progress.ts';
import { byCodeUnit } from '../../../core/text.ts';
import type { DocumentIds } from '../../../edition/document-name.ts';
import type { Edition } from '../../../edition/edition.ts';
import {
  documentIdsOf,
  type EditionFiles,
  editionFiles,
  usableAuthorities,
} from '../../../edition/edition-files.ts';
import type { FileIndex } from '../../../edition/file-facts/file-index.ts';
import type { LettersFile } from '../../../formats/web/cmif.ts';
import type { DataShared } from '../../../transform/data-job.ts';
import type { Pool } from '../../../work/pool.ts';
import type { DocumentJob, DocumentShared } from '../../document/document-job.ts';
import { documentJobOf, picturesOf } from '../../document/document-jobs.ts';
import { NO_HISTORY, type SiteHistory } from '../../history/site-history.ts';
import { openInterface } from '../../interface/strings.ts';
import { AnchorIndex } from '../../pointers/anchors.ts';
import { EntryKeys } from '../../pointers/entry-keys.ts';
import { pointerWords } from '../../pointers/pointer-words.ts';
import { EntryResolver } from '../../pointers/resolve.ts';
import { type Branch, byOrder, readOrder } from '../order.ts';
import { editionParts } from './edition-parts.ts';
import { entriesToPublish, placeEntries, unusedRegisters } from './entries.ts';
import { inFolderOrder, numeric } from './folder-order.ts';
import { lettersFile } from './letters.ts';
import { withOwnEntries } from './own-entries.ts';
import { hasPassages } from './passages.ts';
import { entriesById, type ReadFile, readFiles, type Source } from './read-files.ts';
import { siteReferences } from './site-references.ts';

/** Options of a build besides the edition; each may be omitted. */
export interface OpenOptions {
  /** Tag of the interface's language; else that of edition.xml. */
  readonly language?: string | undefined;
  readonly pool?: Pool;
  /** The index of the edition's files. */
  readonly fileIndex?: FileIndex;
  /** The edition's files, if they have been listed already. */
  readonly files?: EditionFiles | undefined;
  /** The published addresses. */
  readonly history?: SiteHistory;
  /** Whether each cached value is read to verify that it is undamaged. */
  readonly verify?: boolean;
  /** Called with the number of documents that have gone through a step. */
  readonly progress?: ReportProgress;
}

/** Data that all files of an edition share. */
type EditionSetup = Awaited<ReturnType<typeof editionParts>> & {
  readonly results: Results;
  readonly program: string;
  readonly dataShared: DataShared;
};

/** A document's file and its job, which is made on request. */
export interface PreparedDocument {
  readonly id: string;
  readonly source: Source;
  readonly job: () => DocumentJob;
}

export interface PreparedSite {
  readonly setup: EditionSetup;
  readonly history: SiteHistory;
  readonly order: readonly Branch[];
  /** In the order of the edition. */
  readonly documents: readonly PreparedDocument[];
  /** Findings about registers without an entry that has a page. */
  readonly findings: readonly Finding[];
  readonly documentShared: DocumentShared;
  readonly placed: ReturnType<typeof placeEntries>;
  readonly resolver: EntryResolver;
  /**
   * Addresses from the site's root, by identifiers of entries and names of documents' files;
   * replacements of missing passages.
   */
  readonly addresses: ReadonlyMap<string, string>;
  readonly cmif: LettersFile | null;
  /** The pictures in the documents' folders: addresses from the site's root, and paths. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The edition's own statements. Throws an `InputError` if they cannot be read. */
export async function openEditionSetup(
  edition: Edition,
  language: string | undefined,
): Promise<EditionSetup> {
  const results = new Results(edition.cache);
  const program = programHash();
  const parts = await editionParts(edition, results, program, language);
  const { strings } = openInterface(parts.language, edition.theme?.strings);
  const { prefixes } = parts.header;
  const key = hashOf(program, hashOfValue([strings, prefixes]));
  return {
    ...parts,
    results,
    program,
    dataShared: { cache: edition.cache, root: edition.root, strings, prefixes, key },
  };
}

/** `unordered`: the documents to publish. Throws an `InputError` if a file cannot be read. */
export async function prepareSite(
  edition: Edition,
  unordered: readonly string[],
  pool: Pool,
  options: OpenOptions,
): Promise<PreparedSite> {
  const { history = NO_HISTORY } = options;
  const setup = await openEditionSetup(edition, options.language);
  const { header, facts, language, results, program, dataShared } = setup;
  const { strings } = dataShared;
  const files = options.files ?? editionFiles(edition, options.fileIndex);
  const ids = documentIdsOf(edition, files);
  const order = readOrder(edition, ids);
  const paths = [...unordered].sort(byOrder(order, byDocumentId(ids), ids));
  const authorities = usableAuthorities(edition, files);
  const readAll = await readFiles([...authorities, ...paths], {
    cache: results,
    shared: dataShared,
    pool,
    fileIndex: options.fileIndex,
    verify: options.verify,
    progress: options.progress,
  });
  const registers = readAll.slice(0, authorities.length);
  const read = withOwnEntries(
    inItsOrder(edition, order, readAll.slice(authorities.length)),
    registers,
    (path) => ids.of(path),
  );
  const known = entriesById([...registers, ...read]);
  const keys = new EntryKeys(known.values());
  const published = entriesToPublish(
    known,
    read.map(({ summary }) => summary),
    [...history.entries.keys(), ...read.flatMap(({ doubles }) => doubles)],
    keys,
  );
  const resolver = new EntryResolver(published, keys);
  const placed = placeEntries(
    published.map((entry) => resolver.entry(entry)),
    history,
  );
  const sources = read.map(
    (source): Source => ({ ...source, summary: resolver.summary(source.summary) }),
  );
  const references = siteReferences(sources, {
    placed,
    resolver,
    ids,
    entries: known,
    anchors: new AnchorIndex({ results, program, root: edition.root, ids }),
    prose: setup,
    wholeParts: (path) => options.fileIndex?.wholeParts(path, 'check/unreadable') ?? [],
  });
  const { addresses, targets } = references;
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
    key: hashOf(
      program,
      hashOfValue([
        strings,
        language,
        facts,
        cmif?.source ?? null,
        hasPassages({ documents: sources }),
        theme?.hash ?? null,
      ]),
    ),
  };
  const words = await pointerWords(sources, {
    targets,
    shared: dataShared,
    pool,
    called: (path) => ids.of(path),
    entryName: (id) => known.get(id)?.name,
  });
  const pictures = new Map<string, string>();
  const documents = sources.map((source) => {
    const { path, summary } = source;
    const shown = picturesOf(path, summary, edition.root);
    for (const { address, path: picture } of shown.values()) pictures.set(address, picture);
    return {
      source,
      id: ids.of(path),
      job: () => documentJobOf(source, ids.of(path), { ...references, words }, shown),
    };
  });
  return {
    setup,
    history,
    order,
    documents,
    findings: unusedRegisters(registers, published),
    documentShared,
    placed,
    resolver,
    addresses,
    cmif,
    pictures,
  };
}

/** A folder without edition.xml and contents.xml states no order. */
function inItsOrder(
  edition: Edition,
  order: readonly Branch[],
  documents: readonly ReadFile[],
): readonly ReadFile[] {
  const isFolder = order.length === 0 && !existsSync(join(edition.root, 'edition.xml'));
  return isFolder ? inFolderOrder(documents) : documents;
}

/** In the order of their numbers: d2 before d10. */
function byDocumentId(ids: DocumentIds): (one: string, other: string) => number {
  return (one, other) => numeric.compare(ids.of(one), ids.of(other)) || byCodeUnit(one, other);
}

/**
 * The data of each file of an edition: from the cache, or read now by worker threads.
 */
import type { Results } from '../../../cache/results.ts';
import { type Readable, Stored } from '../../../cache/stored.ts';
import { type Finding, InputError } from '../../../core/finding.ts';
import type { ReportProgress } from '../../../core/progress.ts';
import type { FileIndex } from '../../../edition/file-facts/file-index.ts';
import {
  type CachedFileData,
  cachedData,
  DATA_JOB,
  type DataShared,
  type FileEntries,
  type FileMentions,
  type FileSummary,
} from '../../../transform/data-job.ts';
import type { EntryData } from '../../../transform/model.ts';
import type { Pool } from '../../../work/pool.ts';
import { readDocument } from '../../../xml/source/read-document.ts';
import type { ResolvedSummary } from '../../pointers/resolve.ts';
import { SharedValues } from './shared-values.ts';

/** A file of the edition and its data. */
export interface ReadFile {
  readonly path: string;
  readonly hash: string;
  readonly summary: FileSummary;
  readonly entries: Readable<FileEntries>;
  readonly mentions: Stored<FileMentions>;
  /** The file's own entries that have another identifier on the site, by its references. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Its entries that no reference can lead to, since an earlier one has their identifier. */
  readonly doubles: readonly string[];
}

const NONE_RENAMED: ReadonlyMap<string, string> = new Map();

/** A document's file; its references to entries are resolved. */
export interface Source extends ReadFile {
  readonly summary: ResolvedSummary;
}

interface ReadOptions {
  readonly cache: Results;
  readonly shared: DataShared;
  readonly pool: Pool;
  readonly fileIndex?: FileIndex | undefined;
  /** Whether each cached value is read to verify that it is undamaged. */
  readonly verify?: boolean | undefined;
  readonly progress?: ReportProgress | undefined;
}

const UNREADABLE = 'transform/unreadable';

/** How many files are read at a time, so that their strings are shared early. */
export const TOGETHER = 1000;

/** Throws an `InputError` with the findings of all files that cannot be read. */
export async function readFiles(
  paths: readonly string[],
  { cache, shared, pool, fileIndex, verify, progress }: ReadOptions,
): Promise<ReadFile[]> {
  const values = new SharedValues();
  const files: (ReadFile | undefined)[] = [];
  const add = (at: number, hash: string, { summary, entries, mentions }: CachedFileData): void => {
    files[at] = {
      path: paths[at] as string,
      hash,
      summary: values.summary(summary),
      entries: new Stored<FileEntries>(cache, entries),
      mentions: new Stored<FileMentions>(cache, mentions),
      renamed: NONE_RENAMED,
      doubles: [],
    };
  };
  const missing: { readonly path: string; readonly at: number }[] = [];
  for (const [at, path] of paths.entries()) {
    const hash =
      fileIndex?.content(path, UNREADABLE).hash ?? readDocument(path, shared.root, UNREADABLE).hash;
    const data = cachedData(cache, shared, hash, verify);
    if (data) add(at, hash, data);
    else missing.push({ path, at });
  }
  const findings: Finding[] = [];
  for (let from = 0; from < missing.length; from += TOGETHER) {
    const some = missing.slice(from, from + TOGETHER);
    try {
      const results = await pool.run(DATA_JOB, shared, some, (done) =>
        progress?.('read', from + done, missing.length),
      );
      for (const [place, { hash, data }] of results.entries())
        add((some[place] as { at: number }).at, hash, data);
    } catch (error) {
      // The jobs of the other files are still done.
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
    }
  }
  if (findings.length > 0) throw new InputError(findings);
  return files as ReadFile[];
}

/**
 * The first definition of an entry counts: the authority files', then the documents', which contain
 * copies.
 */
export function entriesById(files: readonly ReadFile[]): Map<string, EntryData> {
  const all = new Map<string, EntryData>();
  for (const { entries, summary } of files) {
    if (summary.entries.every((id) => all.has(id))) continue;
    for (const entry of entries.read()) {
      if (!all.has(entry.id)) all.set(entry.id, entry);
    }
  }
  return all;
}

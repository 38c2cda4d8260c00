/**
 * Checking files of an edition: well-formedness, grammar, rules, and what only several files
 * together show.
 *
 * Takes an edition and the paths of XML files. Returns findings, by file in the order of the paths,
 * in a file by line and column. A file that cannot be read or parsed is a finding; the others are
 * checked all the same. Results of earlier runs are cached; worker threads do the rest.
 */
import { basename, dirname, resolve } from 'node:path';
import { type Finding, InputError, shownPath, uniqueFindings } from '../core/finding.ts';
import { addToList } from '../core/multimap.ts';
import type { ReportProgress } from '../core/progress.ts';
import type { Edition } from '../edition/edition.ts';
import { type EditionFiles, editionFiles } from '../edition/edition-files.ts';
import { FileIndex } from '../edition/file-facts/file-index.ts';
import { filesIn } from '../edition/folder/files-in.ts';
import { documentSources } from '../encode/sources/find.ts';
import { Pool } from '../work/pool.ts';
import { CHECK_JOB, cachedCheck, checkJob, fileFactsAt, isCached } from './check-job.ts';
import { type CheckOptions, type CheckShared, checkShared } from './check-key.ts';
import type { CheckResult } from './model.ts';
import { onceForEdition, orderedFindings } from './ordered-findings.ts';
import type { FileFacts } from './references/facts.ts';
import { openReferenceCheck } from './references/references.ts';
import type { CheckedFile } from './stored-check.ts';
import { unusedSchemaFindings } from './unused-schemas.ts';
import { WordsCheck } from './words/check-words.ts';

/** The schemas that every file is checked with. */
export const WITHOUT_SCHEMA = 'well-formedness, references, dates';

/** Settings of a run besides the edition. */
export interface CheckRunOptions extends CheckOptions {
  readonly pool?: Pool;
  readonly fileIndex?: FileIndex;
  readonly progress?: ReportProgress;
  /**
   * Whether a thread runs the grammar even if only a few files are checked, because the main thread
   * has other work.
   */
  readonly separate?: boolean;
  /** The files of the edition, if they have been listed already. */
  readonly files?: EditionFiles | undefined;
}

/** The files of a whole edition: documents, authority files, the edition's own. */
export function filesOf(edition: Edition, files = editionFiles(edition)): string[] {
  const { documents, authorities } = files;
  const contents = filesIn(edition.root, '.xml').filter(
    (path) => basename(path) === 'contents.xml',
  );
  return [
    ...documents,
    ...authorities,
    // A folder without edition.xml has one in the cache, made by the program.
    ...(dirname(edition.header) === edition.root ? [edition.header] : []),
    ...contents.filter((path) => !documents.includes(path)),
  ];
}

/** Throws an `InputError` if a schema has an error. */
export async function checkFiles(
  edition: Edition,
  paths: readonly string[],
  options: CheckRunOptions = {},
): Promise<CheckResult> {
  const pool = options.pool ?? new Pool();
  try {
    return await beginCheck(edition, paths, { ...options, pool }).result;
  } finally {
    if (!options.pool) await pool.close();
  }
}

/** A check that is under way. */
interface Check {
  /** Whether a thread does most of it. */
  readonly separate: boolean;
  /** Rejects with an `InputError` if a schema has an error. */
  readonly result: Promise<CheckResult>;
}

/** Throws an `InputError` where a schema cannot be read. */
export function beginCheck(
  edition: Edition,
  paths: readonly string[],
  {
    pool,
    fileIndex: given,
    progress,
    separate = false,
    files,
    rng,
    sch,
  }: CheckRunOptions & { readonly pool: Pool },
): Check {
  const shared = checkShared(edition, { ...(rng && { rng }), ...(sch && { sch }) });
  const fileIndex = given ?? new FileIndex(edition.cache, edition.root);
  const waiting = paths
    .filter((path) => !isCached(path, shared, fileIndex))
    .map((path) => ({ path }));
  const few = separate && pool.spares(waiting.length);
  const making = pool.run(CHECK_JOB, { ...shared, separate: few }, waiting, (done) =>
    progress?.('checked', done, waiting.length),
  );
  const result = making.then(async (made) => {
    const unreadable = new Map(
      waiting.flatMap(({ path }, at) => (made[at] ? [[path, made[at]]] : [])),
    );
    const checked = await allFindings(edition, paths, {
      shared,
      fileIndex,
      unreadable,
      files: files ?? editionFiles(edition, fileIndex),
    });
    if (!given) fileIndex.save();
    return checked;
  });
  return {
    separate: few,
    result: result.catch((error: unknown) => {
      // A schema that cannot be used is one error, whichever file named it.
      throw error instanceof InputError ? new InputError(uniqueFindings(error.findings)) : error;
    }),
  };
}

interface Checking {
  readonly shared: CheckShared;
  readonly fileIndex: FileIndex;
  /** Findings about files that cannot be read. */
  readonly unreadable: ReadonlyMap<string, readonly Finding[]>;
  readonly files: EditionFiles;
}

/**
 * After all files have been checked: the findings about each, and those that only several files
 * together show.
 */
async function allFindings(
  edition: Edition,
  paths: readonly string[],
  { shared, fileIndex, unreadable, files }: Checking,
): Promise<CheckResult> {
  const read = factsReader(shared, fileIndex);
  const isFacts = (found: FileFacts | undefined): found is FileFacts => found !== undefined;
  const sources = documentSources(edition, fileIndex);
  const words = new WordsCheck(edition, sources, fileIndex);
  const references = openReferenceCheck({
    edition,
    header: read(edition.header),
    authorities: files.authorities.map(read).filter(isFacts),
    sources,
    files: [...new Set([...files.authorities, ...filesOf(edition, files), ...paths])],
    read,
  });
  const given = new Set(paths);
  const isWhole = files.documents.length > 0 && files.documents.every((path) => given.has(path));
  const findings: Finding[] = isWhole ? [...files.findings] : [];
  /** Files by the schemas that they were judged by. */
  const judged = new Map<string, string[]>();
  // One file's facts at a time: those of an edition of thousands of documents do not fit into
  // memory.
  for (const path of paths) {
    const reported = unreadable.get(path);
    const checked = reported
      ? { findings: reported, facts: undefined, judgedBy: undefined }
      : await checkedAt(path, shared, fileIndex);
    if (checked.judgedBy)
      addToList(judged, JSON.stringify(checked.judgedBy.map((schema) => shownPath(schema))), path);
    findings.push(...checked.findings, ...(checked.facts ? references.add(checked.facts) : []));
    if (checked.facts) findings.push(...(await words.findingsFor(path)));
  }
  if (isWhole) {
    const used = [...judged.keys()].flatMap((schemas) => JSON.parse(schemas) as string[]);
    const absolute = new Set(used.map((schema) => resolve(schema)));
    findings.push(...unusedSchemaFindings(edition.root, absolute));
  }
  const judgements = [...judged].map(([schemas, files]) => ({
    schemas: JSON.parse(schemas) as string[],
    files: files.length,
  }));
  return { ...orderedFindings(paths, onceForEdition(uniqueFindings(findings))), judgements };
}

/** A damaged cached result is made again. */
async function checkedAt(
  path: string,
  shared: CheckShared,
  fileIndex: FileIndex,
): Promise<CheckedFile> {
  const cached = cachedCheck(path, shared, fileIndex);
  if (cached) return cached;
  const findings = await checkJob({ path }, shared);
  return findings
    ? { findings, facts: undefined, judgedBy: undefined }
    : (cachedCheck(path, shared, fileIndex) ?? {
        findings: [],
        facts: undefined,
        judgedBy: undefined,
      });
}

/** Size of the cache of files' facts: most links lead to the same few files. */
const FACTS_IN_MEMORY = 50;

function factsReader(
  shared: CheckShared,
  fileIndex: FileIndex,
): (path: string) => FileFacts | undefined {
  const loaded = new Map<string, FileFacts | undefined>();
  return (path) => {
    const facts = loaded.has(path) ? loaded.get(path) : fileFactsAt(path, shared, fileIndex);
    // The first key is the one that has not been used for the longest time.
    loaded.delete(path);
    loaded.set(path, facts);
    const [oldest] = loaded.keys();
    if (loaded.size > FACTS_IN_MEMORY && oldest !== undefined) loaded.delete(oldest);
    return facts;
  };
}

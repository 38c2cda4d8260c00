/**
 * `siglum encode`: encodes reading texts as TEI.
 *
 * Takes the command's words. Returns TEI files and the worklist; progress, time and findings on
 * standard error; a summary on standard output; the exit code.
 */
import { join, resolve } from 'node:path';
import { BaseStore } from '../computed/base-store.ts';
import { updateDocuments } from '../computed/documents.ts';
import { type Finding, formatFinding, InputError, shownPath, UsageError } from '../core/finding.ts';
import { withEditionLocked } from '../core/lock/lock.ts';
import { Progress } from '../core/progress.ts';
import { inShard, readShard } from '../core/shard.ts';
import { documentPaths } from '../edition/document-paths.ts';
import { type Edition, openEdition, requireOutside } from '../edition/edition.ts';
import { documentFiles } from '../edition/edition-files.ts';
import { FileIndex } from '../edition/file-facts/file-index.ts';
import { linkFindings } from '../edition/folder/links.ts';
import { createEncodingContext, type EncodingContext } from './context/context.ts';
import { EncodingContexts } from './context/contexts.ts';
import type { MergeOptions } from './engine/merge/decide.ts';
import type { Preference } from './engine/merge/merge.ts';
import { MergeCheck } from './engine/merge/validity.ts';
import { GENRES, genreNamed } from './genres/table.ts';
import { WorklistCollector } from './report/collect.ts';
import { reportFiles, writeReport } from './report/write.ts';
import { encodeFile } from './run/run.ts';
import {
  type EncodeTally,
  emptyTally,
  speedInWords,
  tallyDocument,
  tallyInWords,
} from './run/tally.ts';
import { encodableSources } from './run/without-header.ts';
import { editionSources, namedSources, type SourceFile } from './sources/find.ts';
import { sourcesIn, unusedInputFiles } from './sources/folder.ts';
import { SOURCE_EXTENSIONS } from './sources/formats.ts';

interface EncodeOptions {
  readonly edition: string;
  readonly authority?: readonly string[];
  readonly out?: string;
  /** The genre of all these texts. */
  readonly genre?: string;
  /** The worklist: a file in .json or .html, or a name for both. */
  readonly report?: string;
  /** The version that is used where editor and encoder disagree. */
  readonly conflicts?: Preference;
  /** "3/16": only the third of sixteen shards of the sources. */
  readonly shard?: string;
}

export async function encodeCommand(
  paths: readonly string[],
  options: EncodeOptions,
): Promise<number> {
  const reports = options.report === undefined ? [] : reportFiles(options.report);
  const edition = openEdition(options.edition);
  if (paths.length === 0 && hasOnlyDocuments(edition)) {
    const links = linkFindings(edition.root);
    for (const finding of links) console.error(formatFinding(finding));
    console.log(
      'nothing to encode: the edition has documents and no reading texts, as an import makes it',
    );
    return links.some(({ severity }) => severity === 'error') ? 1 : 0;
  }
  const shard = options.shard === undefined ? undefined : readShard(options.shard);
  const folder = options.out === undefined ? edition.documents : resolve(options.out);
  requireOutside(edition, folder, true);
  const documentOf =
    folder === edition.documents
      ? documentPaths(edition)
      : (id: string) => join(folder, `${id}.xml`);
  const found =
    paths.length > 0 ? namedSources(paths, documentOf) : editionSources(edition, documentOf);
  if (found.files.length === 0)
    throw nothingToEncode(paths.join(', ') || shownPath(edition.sources), found.findings);
  const { files, findings: left } =
    folder === edition.documents
      ? encodableSources(edition, found.files)
      : { files: found.files, findings: [] };
  const own = new Set(
    inShard(
      files.map(({ path }) => path),
      shard,
    ),
  );
  const sources = files.filter(({ path }) => own.has(path));
  const genre = options.genre === undefined ? undefined : checkedGenre(options.genre);
  const context = {
    ...createEncodingContext(edition, options.authority),
    ...(genre ? { genre } : {}),
  };
  const worklist = reports.length > 0 ? new WorklistCollector(context, sources.length) : undefined;
  const begun = performance.now();
  const mergeOptions = mergeOptionsFor(edition, folder, options.conflicts);
  const encode = async () => {
    const done = await encodeAll(sources, context, mergeOptions, worklist);
    if (!mergeOptions.bases) return done;
    const contexts = new EncodingContexts(edition);
    for (const { id } of done.settled) contexts.save(id, options.authority, genre);
    const paths = done.settled.map(({ document }) => document);
    const { findings } = updateDocuments(
      edition,
      paths,
      new FileIndex(edition.cache, edition.root),
    );
    return { ...done, findings: [...done.findings, ...findings] };
  };
  const { tally, findings } = await (mergeOptions.bases
    ? withEditionLocked(edition, 'encode', encode, shard)
    : encode());
  mergeOptions.check?.dispose();
  const time = performance.now() - begun;
  for (const finding of [...found.findings, ...left, ...context.editionFindings, ...findings])
    console.error(formatFinding(finding));
  console.error(speedInWords(sources.length, time));
  console.log(tallyInWords(tally));
  if (worklist) console.log(`worklist: ${writeReport(reports, worklist.worklist()).join(', ')}`);
  const errors = [...found.findings, ...context.editionFindings, ...findings].filter(
    ({ severity }) => severity === 'error',
  ).length;
  return errors + tally.outcomes.failed + tally.outcomes.conflicting > 0 ? 1 : 0;
}

/** There may be files that no reader accepts; each is then reported with advice. */
function nothingToEncode(where: string, findings: readonly Finding[]): Error {
  if (findings.length > 0) return new InputError(findings);
  return new UsageError(
    `there is no file in ${where} that can be encoded (${SOURCE_EXTENSIONS.join(', ')})`,
  );
}

/** @throws UsageError if no genre has the name */
function checkedGenre(name: string): string {
  const genre = genreNamed(name);
  if (!genre)
    throw new UsageError(
      `there is no genre “${name}”; there are ${GENRES.map((one) => one.name).join(', ')}`,
    );
  return genre.name;
}

/** TEI from elsewhere, for example an imported volume, has no sources. */
function hasOnlyDocuments(edition: Edition): boolean {
  const nothing = sourcesIn(edition.sources).length + unusedInputFiles(edition).length === 0;
  return nothing && documentFiles(edition).length > 0;
}

/**
 * Bases are stored for the edition's own documents; in another folder nothing but the documents is
 * written.
 */
export function mergeOptionsFor(
  edition: Edition,
  folder: string,
  preference?: Preference,
): MergeOptions {
  return {
    ...(folder === edition.documents
      ? { bases: new BaseStore(edition), check: new MergeCheck(edition) }
      : {}),
    ...(preference ? { preference } : {}),
  };
}

/**
 * Encodes one source after the other; only the data for the summary and the worklist stay in
 * memory. `settled`: documents without a conflict.
 */
async function encodeAll(
  sources: readonly SourceFile[],
  context: EncodingContext,
  mergeOptions: MergeOptions,
  worklist?: WorklistCollector,
): Promise<{
  readonly tally: EncodeTally;
  readonly findings: readonly Finding[];
  readonly settled: readonly SourceFile[];
}> {
  const tally = emptyTally();
  const findings: Finding[] = [];
  const settled: SourceFile[] = [];
  const progress = new Progress(sources.length);
  try {
    for (const [at, source] of sources.entries()) {
      const encoded = await encodeFile(source, context, mergeOptions);
      tallyDocument(tally, encoded);
      findings.push(...encoded.findings);
      if (!['conflicting', 'failed'].includes(encoded.outcome)) settled.push(source);
      worklist?.add(encoded);
      progress.at(at + 1, source.id);
    }
  } finally {
    progress.end();
  }
  return { tally, findings, settled };
}

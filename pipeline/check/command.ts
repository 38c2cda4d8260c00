/**
 * `siglum check`: which files are meant, what they are checked with, and the exit code.
 *
 * Takes the words and options of the command line. Returns a report on standard output; 0 without
 * errors, 1 with errors.
 */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Finding, InputError, UsageError } from '../core/finding.ts';
import { inShard, readShard } from '../core/shard.ts';
import { type Edition, openEdition, programVersion } from '../edition/edition.ts';
import { editionFiles } from '../edition/edition-files.ts';
import { filesIn } from '../edition/folder/files-in.ts';
import { editionSources } from '../encode/sources/find.ts';
import { checkFiles, filesOf } from './check.ts';
import type { CheckOptions } from './check-key.ts';
import type { CheckResult } from './model.ts';
import { checkReport, type ReportFormat } from './report.ts';
import { tableFindings, tablesNamed, tablesOf } from './tables.ts';
import { unreadableSources } from './words/unreadable-sources.ts';

interface CheckCommandOptions extends CheckOptions {
  readonly edition: string;
  readonly format: ReportFormat;
  /** "3/16": only the third of sixteen shards of the files. */
  readonly shard?: string;
}

/**
 * Throws a `UsageError` where a name on the command line leads to no XML file, an `InputError` if a
 * schema has an error.
 */
export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
): Promise<number> {
  const edition = openEdition(options.edition);
  const shard = options.shard === undefined ? undefined : readShard(options.shard);
  const named =
    paths.length === 0 ? tablesOf(edition) : paths.flatMap((path) => tablesNamed(path, edition));
  const tables = inShard([...new Set(named)], shard);
  const listed = paths.map((path) => filesNamed(path, edition, named));
  const files = inShard(
    paths.length === 0 ? filesOf(edition) : [...new Set(listed.flatMap(({ files }) => files))],
    shard,
  );
  // Other files in the folders are reported once, if the whole edition is checked.
  const unused =
    paths.length === 0 && !shard
      ? await sourceFindings(edition)
      : listed.flatMap(({ findings }) => findings);
  const result = addFindings(
    await checkFiles(edition, files, options),
    [...unused, ...tableFindings(edition, tables)],
    tables.length,
  );
  console.log(checkReport(result, options.format, programVersion()));
  return result.counts.error > 0 ? 1 : 0;
}

async function sourceFindings(edition: Edition): Promise<Finding[]> {
  const { files, findings } = editionSources(edition);
  return [...findings, ...(await unreadableSources(files))];
}

/** `files`: how many more files the findings are about. */
function addFindings(result: CheckResult, more: readonly Finding[], files: number): CheckResult {
  const counts = { ...result.counts };
  for (const { severity } of more) counts[severity]++;
  return {
    ...result,
    findings: [...more, ...result.findings],
    files: result.files + files,
    counts,
  };
}

/** Files to check, and findings about other files in the same folders. */
interface Listed {
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

function filesNamed(name: string, edition: Edition, tables: readonly string[]): Listed {
  const path = resolve(name);
  if (tables.includes(path)) return { files: [], findings: [] };
  if (!existsSync(path))
    throw new UsageError(
      `there is no file or folder ${name}; check takes TEI files, or folders of .xml files`,
    );
  if (!statSync(path).isDirectory()) return { files: [path], findings: [] };
  const listed = filesInFolder(path, edition);
  if (listed.files.length === 0)
    throw new UsageError(
      `the folder ${name} contains no .xml file; check takes TEI files, or folders of them`,
    );
  return listed;
}

/**
 * In the edition's own folders every file is checked; in any other folder and those below it, TEI
 * is recognized by its content.
 */
function filesInFolder(path: string, edition: Edition): Listed {
  if (path === edition.root) return { files: filesOf(edition), findings: [] };
  const own = { files: filesIn(path, '.xml'), findings: [] };
  if (path === edition.documents || path === edition.authorities) return own;
  try {
    const { documents, authorities, findings } = editionFiles(openEdition(path));
    const files = [...new Set([...documents, ...authorities])].sort();
    return files.length > 0 ? { files, findings } : own;
  } catch (error) {
    // There is no TEI in the folder or below: each of its files is reported.
    if (error instanceof InputError) return own;
    throw error;
  }
}

/**
 * Checking files of an edition: well-formedness, grammar, rules, and what only several files together show.
 *
 * In: an edition and the paths of XML files. Out: findings, by file in the order of the paths, in a file by line and column. A file
 * that cannot be read or parsed is a finding; the others are checked all the same. What a former run found is kept, threads do the rest.
 */
import { basename } from 'node:path';
import { type Edition, filesIn } from '../edition.ts';
import { type Finding, InputFault, type Severity, shownPath } from '../finding.ts';
import { Pool } from '../work/pool.ts';
import { type CheckedFile, type CheckOptions, checkShared, factsAt, keptCheck } from './check-job.ts';
import type { FileFacts } from './facts.ts';
import { checkReferences } from './references.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** How many files were looked at. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** What a run has beside the edition. */
export interface CheckMeans extends CheckOptions {
  readonly pool?: Pool;
}

/** The files of a whole edition: documents, authority files, the edition's own. */
export function filesOf(edition: Edition): string[] {
  const documents = filesIn(edition.documents, '.xml');
  const contents = filesIn(edition.root, '.xml').filter((path) => basename(path) === 'contents.xml');
  return [
    ...documents,
    ...filesIn(edition.authorities, '.xml'),
    edition.header,
    ...contents.filter((path) => !documents.includes(path)),
  ];
}

/** Throws an `InputFault` where a schema is at fault. */
export async function checkFiles(
  edition: Edition,
  paths: readonly string[],
  { pool: given, rng, sch }: CheckMeans = {},
): Promise<CheckResult> {
  const shared = checkShared(edition, { ...(rng && { rng }), ...(sch && { sch }) });
  const checked = new Map<string, CheckedFile>();
  for (const path of paths) {
    const kept = keptCheck(path, shared);
    if (kept) checked.set(path, kept);
  }
  const waiting = paths.filter((path) => !checked.has(path)).map((path) => ({ path }));
  const pool = given ?? new Pool();
  try {
    const made = await pool.run('check', shared, waiting);
    for (const [at, { path }] of waiting.entries()) checked.set(path, made[at] as CheckedFile);
  } catch (fault) {
    // A schema that cannot be used is one fault, whichever file it was wanted for.
    throw fault instanceof InputFault ? new InputFault(eachOnce(fault.findings)) : fault;
  } finally {
    if (!given) await pool.close();
  }
  const facts = new Map(paths.map((path) => [path, checked.get(path)?.facts]));
  const read = (path: string): FileFacts | undefined => {
    if (!facts.has(path)) facts.set(path, factsAt(path, shared));
    return facts.get(path);
  };
  const isFacts = (found: FileFacts | undefined): found is FileFacts => found !== undefined;
  const across = checkReferences(paths.map(read).filter(isFacts), {
    edition,
    header: read(edition.header),
    authorities: filesIn(edition.authorities, '.xml').map(read).filter(isFacts),
    read,
  });
  return told(paths, eachOnce([...[...checked.values()].flatMap(({ findings }) => findings), ...across]));
}

/** Files that name the same schema tell the same of it. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function told(paths: readonly string[], all: readonly Finding[]): CheckResult {
  const byPath = new Map<string, Finding[]>(paths.map((path) => [shownPath(path), []]));
  for (const finding of all) {
    const found = byPath.get(finding.path);
    if (found) found.push(finding);
    else byPath.set(finding.path, [finding]);
  }
  const findings = [...byPath.values()].flatMap((found) => found.sort(byPlace));
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), remark: count('remark') };
  return { findings, files: paths.length, counts };
}

function byPlace(one: Finding, other: Finding): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

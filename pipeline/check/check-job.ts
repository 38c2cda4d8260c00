import { hashOf, Results } from '../cache/results.ts';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import type { FileIndex } from '../edition/file-facts/file-index.ts';
import { namedSchemas } from '../edition/file-facts/named-schemas.ts';
import { notTeiFinding } from '../edition/file-facts/tei-root.ts';
import { unusablePrefixes } from '../edition/pointers/prefixes.ts';
import type { Job } from '../work/job.ts';
import { openSchemas } from '../xml/relaxng/compiled-schemas.ts';
import { failureFindings } from '../xml/saxon/failed.ts';
import { placedFindings, type ReadDocument, readDocument } from '../xml/source/read-document.ts';
import { placedTree, readTree } from '../xml/tree.ts';
import { CHECK, type CheckShared, checkKey, keyAt } from './check-key.ts';
import { dateFindings, lifeFindings } from './dates/dates.ts';
import {
  asWarning,
  type Judgement,
  judgeBy,
  reportsSameId,
  sameDate,
  valueOrInputError,
} from './judge-by.ts';
import { languageFindings } from './languages.ts';
import { type OwnSchema, ownSchema } from './own-schema.ts';
import { malformedIds, oddEntries } from './references/entries.ts';
import { type FileFacts, fileFacts } from './references/facts.ts';
import {
  type CachedCheck,
  type CheckedFile,
  fromCachedCheck,
  toCachedCheck,
} from './stored-check.ts';

interface CheckJob {
  readonly path: string;
}

/** Whether there is a cached result for the file as it is. */
export function isCached(path: string, shared: CheckShared, fileIndex: FileIndex): boolean {
  const key = keyAt(path, shared, fileIndex);
  return key !== undefined && new Results(shared.edition.cache).has(CHECK, key);
}

/** The cached result for a file, or undefined. */
export function cachedCheck(
  path: string,
  shared: CheckShared,
  fileIndex: FileIndex,
): CheckedFile | undefined {
  const key = keyAt(path, shared, fileIndex);
  const cached =
    key === undefined ? undefined : new Results(shared.edition.cache).get<CachedCheck>(CHECK, key);
  return cached && fromCachedCheck(cached, path, shared.edition.root);
}

/**
 * The facts of a file that other files need, whether it is checked itself or not; undefined if it
 * cannot be read.
 */
export function fileFactsAt(
  path: string,
  shared: CheckShared,
  fileIndex: FileIndex,
): FileFacts | undefined {
  const cached = cachedCheck(path, shared, fileIndex);
  if (cached) return cached.facts;
  const read = valueOrInputError(() => {
    const { read, own } = readJudged(path, shared);
    return fileFacts(
      placedTree(readTree({ path: shownPath(path), content: read.text }), read.places),
      path,
      own.governed,
    );
  });
  return read instanceof InputError ? undefined : read;
}

/**
 * Caches the result; for a file that cannot be read nothing is cached, and the findings are
 * returned.
 */
export async function checkJob(
  { path }: CheckJob,
  shared: CheckShared,
): Promise<readonly Finding[] | null> {
  const read = valueOrInputError(() => readJudged(path, shared));
  if (read instanceof InputError) return read.findings;
  const checked = await judged(path, read, shared);
  new Results(shared.edition.cache).put(
    CHECK,
    read.key,
    toCachedCheck(checked, path, shared.edition.root),
  );
  return null;
}

interface JudgedFile {
  readonly read: ReadDocument;
  readonly own: OwnSchema;
  readonly key: string;
}

/** Throws an `InputError`. */
function readJudged(path: string, { edition, key }: CheckShared): JudgedFile {
  const read = readDocument(path, edition.root, 'check/unreadable');
  const own = ownSchema(namedSchemas(read.text), path, '', edition);
  const schema = (named: string): string => hashOf(readInput(named, 'check/no-schema'));
  return { read, own, key: checkKey(key, read.hash, own, schema) };
}

async function judged(
  path: string,
  { read, own }: JudgedFile,
  { edition, named, key, separate }: CheckShared,
): Promise<CheckedFile> {
  const shown = shownPath(path);
  const { rng, sch } = named;
  const { text, places } = read;
  const placed = (findings: readonly Finding[]): Finding[] => [
    ...read.findings,
    ...placedFindings(findings, shown, places),
  ];
  const root = valueOrInputError(() => readTree({ path: shown, content: text }));
  if (root instanceof InputError)
    return { findings: placed(root.findings), facts: undefined, judgedBy: undefined };
  const noText = rng || sch ? undefined : notTeiFinding(root, shown);
  if (noText) return { findings: placed([noText]), facts: undefined, judgedBy: undefined };
  const schemas = openSchemas(rng ?? edition.rng, sch ?? edition.sch, edition.cache, key, separate);
  // If another thread does this, it runs in parallel with the following steps.
  const byGrammar = own.governed || rng ? judgeBy(schemas.grammar(), text, root, shown) : undefined;
  byGrammar?.catch(() => {});
  const byOwn: Judgement[] = [];
  for (const use of [
    ...own.grammars.map((path) => schemas.own(path)),
    ...own.rules.map((path) => schemas.ownRules(path)),
  ]) {
    const { findings, judged } = await judgeBy(use, text, root, shown);
    // A document may name any schema: an error in one is not an error of the edition.
    byOwn.push({
      findings: findings.map((one) => (one.path === shown ? one : asWarning(one))),
      judged,
    });
  }
  const byRules =
    own.governed || sch ? await judgeBy(schemas.rules(), text, root, shown) : undefined;
  const judgements: (readonly [schema: string, Judgement | undefined])[] = [
    [rng ?? edition.rng, await byGrammar],
    [sch ?? edition.sch, byRules],
    ...[...own.grammars, ...own.rules].map((path, at) => [path, byOwn[at]] as const),
  ];
  const judgedBy = judgements
    .filter(([, judgement]) => judgement?.judged)
    .map(([schema]) => schema);
  const bySchema = judgements.flatMap(([, judgement]) => judgement?.findings ?? []);
  // For the edition's own documents the grammar and rules report this; other schemas may report it
  // too.
  const reportedBySchema = own.governed && judgements.every(([, judgement]) => judgement?.judged);
  const dates = reportedBySchema
    ? []
    : dateFindings(root, shown).filter((date) => !bySchema.some((other) => sameDate(date, other)));
  const ofSchemas = own.findings.map((found) => ({ ...found, path: shown }));
  const ids = malformedIds(root, shown).filter(
    (id) => !bySchema.some((other) => reportsSameId(id, other)),
  );
  const findings = [
    ...ofSchemas,
    ...bySchema,
    ...dates,
    ...ids,
    ...unusablePrefixes(root, shown),
    ...(reportedBySchema ? [] : languageFindings(root, shown)),
  ];
  const facts = fileFacts(
    placedTree(root, places),
    path,
    own.governed,
    own.governed && byRules?.judged === true,
  );
  // The edition's own documents carry copies of entries, which are checked in the authority files.
  const copies = facts.governed && facts.isDocument;
  return {
    findings: placed(
      copies ? findings : [...findings, ...oddEntries(root, shown), ...lifeFindings(root, shown)],
    ),
    facts,
    judgedBy,
  };
}

export const CHECK_JOB: Job<CheckJob, readonly Finding[] | null, CheckShared> = {
  name: 'check',
  run: checkJob,
  findings: failureFindings,
};

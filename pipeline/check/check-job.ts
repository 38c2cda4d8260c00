/**
 * The check of one file on its own, as a job for any thread.
 *
 * Takes the path of a file, and the schemas. Returns its findings, and its facts for questions
 * about several files, cached by the content of the file and of all schemas that judge it. A file
 * that cannot be read or parsed has findings and nothing else.
 */
import { join, relative, resolve } from 'node:path';
import { hashOf, hashOfValue, programHash, Results } from '../cache/results.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { readInput } from '../core/input-file.ts';
import type { Edition } from '../edition/edition.ts';
import type { FileIndex } from '../edition/file-index.ts';
import { namedSchemas } from '../edition/named-schemas.ts';
import { unusablePrefixes } from '../edition/pointers/prefixes.ts';
import { notTei } from '../edition/tei-root.ts';
import type { Job } from '../work/job.ts';
import { openSchemas, type SchemaValidator } from '../xml/relaxng/compiled-schemas.ts';
import { failureFindings } from '../xml/saxon/failed.ts';
import { rulesHash } from '../xml/schematron/schema-file.ts';
import { placedFindings, type ReadDocument, readDocument } from '../xml/source/read-document.ts';
import { placedTree, readTree, type TreeElement } from '../xml/tree.ts';
import { dateFindings, lifeFindings } from './dates/dates.ts';
import { type OwnSchema, ownSchema } from './own-schema.ts';
import { malformedIds, oddEntries } from './references/entries.ts';
import { type FileFacts, factsOf } from './references/facts.ts';

/** Where the results are kept. */
const CHECK = 'check';

export interface CheckOptions {
  /** Schemas in place of the edition's own. */
  readonly rng?: string;
  readonly sch?: string;
}

export interface CheckShared {
  readonly edition: Pick<Edition, 'root' | 'rng' | 'sch' | 'cache'>;
  readonly named: CheckOptions;
  /** Whether the grammar runs in another thread while this one continues. */
  readonly separate: boolean;
  /** Hash of the program and of the schemas. */
  readonly key: string;
}

interface CheckJob {
  readonly path: string;
}

export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** Paths of the schemas that it was judged by; nothing for a file that is no TEI. */
  readonly judgedBy: readonly string[] | undefined;
  /** Nothing for a file that cannot be read or parsed. */
  readonly facts: FileFacts | undefined;
}

/**
 * A file is judged by its content wherever it is: its cached result names it by an empty path, and
 * other files (schemas) by their paths from the edition's folder.
 */
interface CachedCheck {
  readonly findings: readonly Finding[];
  readonly judgedBy?: readonly string[];
  readonly facts: (Omit<FileFacts, 'path' | 'ids' | 'textIds' | 'entryKinds'> & StoredIds) | null;
}

interface StoredIds {
  readonly entryKinds: readonly (readonly [string, string])[];
  readonly ids: readonly string[];
  readonly textIds: readonly (readonly [
    string,
    { readonly line: number; readonly column: number },
  ])[];
}

export function checkShared(edition: Edition, named: CheckOptions): CheckShared {
  const { root, rng, sch, cache } = edition;
  const [grammar, rules] = [named.rng ?? rng, named.sch ?? sch];
  const [grammarHash, content] = [hashOfSchema(grammar), hashOfSchema(rules)];
  const withIncluded = attempt(() => rulesHash(rules, content));
  const schemas = [
    grammarHash,
    content,
    withIncluded instanceof InputError ? content : withIncluded,
  ];
  const key = hashOf(programHash(['pipeline']), ...schemas, hashOfValue(named));
  return { edition: { root, rng, sch, cache }, named, key, separate: false };
}

/** A schema that cannot be read is reported with the first document that it should judge. */
function hashOfSchema(path: string): string {
  const read = attempt(() => readInput(path, 'check/no-schema'));
  return read instanceof InputError ? hashOfValue(read.findings) : hashOf(read);
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
  const kept =
    key === undefined ? undefined : new Results(shared.edition.cache).get<CachedCheck>(CHECK, key);
  return kept && unfolded(kept, path, shared.edition.root);
}

/**
 * The facts of a file that other files need, whether it is checked itself or not; undefined if it
 * cannot be read.
 */
export function factsAt(
  path: string,
  shared: CheckShared,
  fileIndex: FileIndex,
): FileFacts | undefined {
  const kept = cachedCheck(path, shared, fileIndex);
  if (kept) return kept.facts;
  const read = attempt(() => {
    const { read, own } = readJudged(path, shared);
    return factsOf(
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
  const read = attempt(() => readJudged(path, shared));
  if (read instanceof InputError) return read.findings;
  const checked = await judged(path, read, shared);
  new Results(shared.edition.cache).put(
    CHECK,
    read.key,
    folded(checked, path, shared.edition.root),
  );
  return null;
}

interface Judged {
  readonly read: ReadDocument;
  readonly own: OwnSchema;
  readonly key: string;
}

/** Throws an `InputError`. */
function readJudged(path: string, { edition, key }: CheckShared): Judged {
  const read = readDocument(path, edition.root, 'check/unreadable');
  const own = ownSchema(namedSchemas(read.text), path, '', edition);
  const schema = (named: string): string => hashOf(readInput(named, 'check/no-schema'));
  return { read, own, key: keyOf(key, read.hash, own, schema) };
}

/** The same key without reading the file again; nothing for one that cannot be read. */
function keyAt(
  path: string,
  { edition, key }: CheckShared,
  fileIndex: FileIndex,
): string | undefined {
  const found = attempt(() => {
    const { hash } = fileIndex.content(path, 'check/unreadable');
    const document = fileIndex.document(path, 'check/unreadable');
    if (!document) return undefined;
    const own = ownSchema(document.schemas, path, '', edition);
    return keyOf(key, hash, own, (named) => fileIndex.content(named, 'check/no-schema').hash);
  });
  return found instanceof InputError ? undefined : found;
}

/**
 * `hash`: of the file; `hashOfSchema`: throws an `InputError` if a schema cannot be read; this is
 * reported when it is used.
 */
function keyOf(
  key: string,
  hash: string,
  own: OwnSchema,
  hashOfSchema: (path: string) => string,
): string {
  const grammars = own.grammars.map((schema) => [schema, attempt(() => hashOfSchema(schema))]);
  const rules = own.rules.map((schema) => [
    schema,
    attempt(() => rulesHash(schema, hashOfSchema(schema))),
  ]);
  const schemas = [...grammars, ...rules].map(([path, read]) => [
    path,
    read instanceof InputError ? null : read,
  ]);
  return hashOf(key, hash, hashOfValue([own, schemas]));
}

async function judged(
  path: string,
  { read, own }: Judged,
  { edition, named, key, separate }: CheckShared,
): Promise<CheckedFile> {
  const shown = shownPath(path);
  const { rng, sch } = named;
  const { text, places } = read;
  const placed = (findings: readonly Finding[]): Finding[] => [
    ...read.findings,
    ...placedFindings(findings, shown, places),
  ];
  const root = attempt(() => readTree({ path: shown, content: text }));
  if (root instanceof InputError)
    return { findings: placed(root.findings), facts: undefined, judgedBy: undefined };
  const noText = rng || sch ? undefined : notTei(root, shown);
  if (noText) return { findings: placed([noText]), facts: undefined, judgedBy: undefined };
  const schemas = openSchemas(rng ?? edition.rng, sch ?? edition.sch, edition.cache, key, separate);
  // If another thread does it, it runs in parallel with the following steps.
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
  // For the edition's own documents the grammar and rules report this; another schema may too.
  const reportedBySchema = own.governed && judgements.every(([, judgement]) => judgement?.judged);
  const dates = reportedBySchema
    ? []
    : dateFindings(root, shown).filter((date) => !bySchema.some((other) => sameDate(date, other)));
  const ofSchemas = own.findings.map((found) => ({ ...found, path: shown }));
  const ids = malformedIds(root, shown).filter(
    (id) => !bySchema.some((other) => sameId(id, other)),
  );
  const findings = [...ofSchemas, ...bySchema, ...dates, ...ids, ...unusablePrefixes(root, shown)];
  const facts = factsOf(
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

/** Whether a schema reports the same attribute. */
function sameDate(date: Finding, other: Finding): boolean {
  const attribute = /^[\w-]+="[^"]*"/.exec(date.message)?.[0] ?? '';
  return (
    other.line === date.line && other.column === date.column && other.message.includes(attribute)
  );
}

function sameId(id: Finding, other: Finding): boolean {
  return other.line === id.line && other.column === id.column && other.message.includes('xml:id');
}

interface Judgement {
  readonly findings: readonly Finding[];
  /** False where the schema cannot be used. */
  readonly judged: boolean;
}

/** Findings of a schema about a document, and findings about the schema. */
async function judgeBy(
  judge: Promise<SchemaValidator>,
  text: string,
  root: TreeElement,
  path: string,
): Promise<Judgement> {
  try {
    const schema = await judge;
    const found = await schema.validate(text, root, path);
    return { findings: [...found, ...(schema.findings ?? [])], judged: true };
  } catch (error) {
    return { findings: errorOf(error).findings, judged: false };
  }
}

function asWarning(found: Finding): Finding {
  return { ...found, severity: 'warning' };
}

function folded(
  { findings, facts, judgedBy }: CheckedFile,
  path: string,
  root: string,
): CachedCheck {
  const shown = shownPath(path);
  const own = findings.map((found) => ({
    ...found,
    path: found.path === shown ? '' : relative(root, resolve(found.path)),
  }));
  if (!facts) return { findings: own, facts: null };
  const { path: _, ids, textIds, entryKinds, ...rest } = facts;
  const outside = [...ids].filter((id) => !textIds.has(id));
  return {
    findings: own,
    ...(judgedBy && { judgedBy }),
    facts: { ...rest, ids: outside, textIds: [...textIds], entryKinds: [...entryKinds] },
  };
}

function unfolded(
  { findings, facts, judgedBy }: CachedCheck,
  path: string,
  root: string,
): CheckedFile {
  const shown = shownPath(path);
  const own = findings.map((found) => ({
    ...found,
    path: found.path === '' ? shown : shownPath(join(root, found.path)),
  }));
  if (!facts) return { findings: own, facts: undefined, judgedBy: undefined };
  const textIds = new Map(facts.textIds);
  return {
    findings: own,
    judgedBy,
    facts: {
      ...facts,
      id: facts.id,
      path,
      ids: new Set([...facts.ids, ...textIds.keys()]),
      textIds,
      entryKinds: new Map(facts.entryKinds),
    },
  };
}

/** The value, or the `InputError` thrown while making it; other errors are rethrown. */
function attempt<Value>(make: () => Value): Value | InputError {
  try {
    return make();
  } catch (error) {
    return errorOf(error);
  }
}

function errorOf(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

export const CHECK_JOB: Job<CheckJob, readonly Finding[] | null, CheckShared> = {
  name: 'check',
  run: checkJob,
  findings: failureFindings,
};

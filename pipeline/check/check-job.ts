/**
 * What one file by itself is found to be, as a job that any thread can do.
 *
 * In: the path of a file, and the schemas. Out: its findings, and what it contributes to questions about several files; kept under the
 * content of the file and of all that judges it. A file that cannot be read or parsed has findings and nothing else.
 */
import type { Edition } from '../edition.ts';
import { type Finding, InputFault, shownPath } from '../finding.ts';
import { readInput } from '../input.ts';
import type { KnownFiles } from '../known-files.ts';
import { digestOf, digestOfValue, programDigest, Results } from '../results.ts';
import { placedFindings, type ReadDocument, readDocument } from '../xml/source/read-document.ts';
import { placedTree, readTree, type TreeElement } from '../xml/tree.ts';
import { dateFindings } from './dates.ts';
import { oddEntries } from './entries.ts';
import { type FileFacts, factsOf } from './facts.ts';
import { heldSchemas, type Judge } from './held-schemas.ts';
import { namedSchemas, type OwnSchema, ownSchema } from './own-schema.ts';
import { rulesDigest } from './schematron/schema-file.ts';
import { notTei } from './tei-root.ts';

/** Where the results are kept. */
export const CHECK = 'check';

export interface CheckOptions {
  /** Schemas in place of the edition's own. */
  readonly rng?: string;
  readonly sch?: string;
}

export interface CheckShared {
  readonly edition: Pick<Edition, 'root' | 'rng' | 'sch' | 'cache'>;
  readonly named: CheckOptions;
  /** Whether the grammar is left to a thread, while this one does something else. */
  readonly apart: boolean;
  /** Digest of the program and of the schemas. */
  readonly key: string;
}

export interface CheckJob {
  readonly path: string;
}

export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** Paths of the schemas that it was judged by; nothing for a file that is no TEI. */
  readonly judgedBy: readonly string[] | undefined;
  /** Nothing for a file that cannot be read or parsed. */
  readonly facts: FileFacts | undefined;
}

/** A file is judged by its content wherever it lies: what is kept of it names it by an empty path. */
interface KeptCheck {
  readonly findings: readonly Finding[];
  readonly judgedBy?: readonly string[];
  readonly facts: (Omit<FileFacts, 'path' | 'ids' | 'textIds' | 'entryKinds'> & KeptIds) | null;
}

interface KeptIds {
  readonly entryKinds: readonly (readonly [string, string])[];
  readonly ids: readonly string[];
  readonly textIds: readonly (readonly [string, { readonly line: number; readonly column: number }])[];
}

/** Throws an `InputFault` where a schema cannot be read. */
export function checkShared(edition: Edition, named: CheckOptions): CheckShared {
  const { root, rng, sch, cache } = edition;
  const [grammar, rules] = [named.rng ?? rng, named.sch ?? sch];
  const schemas = [grammar, rules].map((path) => digestOf(readInput(path, 'check/no-schema')));
  schemas.push(rulesDigest(rules, schemas[1] ?? ''));
  const key = digestOf(programDigest(['pipeline']), ...schemas, digestOfValue(named));
  return { edition: { root, rng, sch, cache }, named, key, apart: false };
}

/** Whether something is kept of a file as it stands. */
export function isKept(path: string, shared: CheckShared, known: KnownFiles): boolean {
  const key = keyAt(path, shared, known);
  return key !== undefined && new Results(shared.edition.cache).has(CHECK, key);
}

/** What is kept of a file, or nothing. */
export function keptCheck(path: string, shared: CheckShared, known: KnownFiles): CheckedFile | undefined {
  const key = keyAt(path, shared, known);
  const kept = key === undefined ? undefined : new Results(shared.edition.cache).get<KeptCheck>(CHECK, key);
  return kept && unfolded(kept, path);
}

/** What a file says to others, whether it is checked itself or not; nothing where it cannot be read. */
export function factsAt(path: string, shared: CheckShared, known: KnownFiles): FileFacts | undefined {
  const kept = keptCheck(path, shared, known);
  if (kept) return kept.facts;
  const read = attempt(() => {
    const { read, own } = readJudged(path, shared);
    return factsOf(
      placedTree(readTree({ path: shownPath(path), content: read.text }), read.places),
      path,
      own.governed,
    );
  });
  return read instanceof InputFault ? undefined : read;
}

/** Keeps what it finds; of a file that cannot be read nothing can be kept, and the findings are given. */
export async function checkJob({ path }: CheckJob, shared: CheckShared): Promise<readonly Finding[] | null> {
  const read = attempt(() => readJudged(path, shared));
  if (read instanceof InputFault) return read.findings;
  const checked = await judged(path, read, shared);
  new Results(shared.edition.cache).put(CHECK, read.key, folded(checked, path));
  return null;
}

interface Judged {
  readonly read: ReadDocument;
  readonly own: OwnSchema;
  readonly key: string;
}

/** Throws an `InputFault`. */
function readJudged(path: string, { edition, key }: CheckShared): Judged {
  const read = readDocument(path, edition.root, 'check/unreadable');
  const own = ownSchema(namedSchemas(read.text), path, '', edition);
  const schema = (named: string): string => digestOf(readInput(named, 'check/no-schema'));
  return { read, own, key: keyOf(key, read.digest, own, schema) };
}

/** The same key without reading the file again; nothing for one that cannot be read. */
function keyAt(path: string, { edition, key }: CheckShared, known: KnownFiles): string | undefined {
  const found = attempt(() => {
    const { digest } = known.content(path, 'check/unreadable');
    const document = known.document(path, 'check/unreadable');
    if (!document) return undefined;
    const own = ownSchema(document.schemas, path, '', edition);
    return keyOf(key, digest, own, (named) => known.content(named, 'check/no-schema').digest);
  });
  return found instanceof InputFault ? undefined : found;
}

/** `digest`: of the file; `digestOfSchema`: throws an `InputFault` where one cannot be read, which is told when it is used. */
function keyOf(key: string, digest: string, own: OwnSchema, digestOfSchema: (path: string) => string): string {
  const grammars = own.grammars.map((schema) => [schema, attempt(() => digestOfSchema(schema))]);
  const rules = own.rules.map((schema) => [schema, attempt(() => rulesDigest(schema, digestOfSchema(schema)))]);
  const schemas = [...grammars, ...rules].map(([path, read]) => [path, read instanceof InputFault ? null : read]);
  return digestOf(key, digest, digestOfValue([own, schemas]));
}

async function judged(
  path: string,
  { read, own }: Judged,
  { edition, named, key, apart }: CheckShared,
): Promise<CheckedFile> {
  const shown = shownPath(path);
  const { rng, sch } = named;
  const { text, places } = read;
  const placed = (findings: readonly Finding[]): Finding[] => [
    ...read.findings,
    ...placedFindings(findings, shown, places),
  ];
  const root = attempt(() => readTree({ path: shown, content: text }));
  if (root instanceof InputFault) return { findings: placed(root.findings), facts: undefined, judgedBy: undefined };
  const noText = rng || sch ? undefined : notTei(root, shown);
  if (noText) return { findings: placed([noText]), facts: undefined, judgedBy: undefined };
  const schemas = await heldSchemas(rng ?? edition.rng, sch ?? edition.sch, edition.cache, key, apart);
  // Where a thread does it, it is done beside all that follows.
  const byGrammar = own.governed || rng ? judgeBy(schemas.grammar, text, root, shown) : [];
  if (byGrammar instanceof Promise) byGrammar.catch(() => {});
  const byOwn: (readonly Finding[])[] = [];
  for (const use of [
    ...own.grammars.map((path) => schemas.own(path)),
    ...own.rules.map((path) => schemas.ownRules(path)),
  ]) {
    const found = await use.then((judge) => judgeBy(judge, text, root, shown)).catch(faultOf);
    // One that cannot be used is told of, and judges nothing.
    byOwn.push(
      found instanceof InputFault
        ? found.findings.map(asWarning)
        : found.map((one) => (one.path === shown ? one : asWarning(one))),
    );
  }
  const byRules = own.governed || sch ? await judgeBy(schemas.rules, text, root, shown) : [];
  const judgedBy = [
    ...(own.governed || rng ? [rng ?? edition.rng] : []),
    ...(own.governed || sch ? [sch ?? edition.sch] : []),
    ...own.grammars,
    ...own.rules,
  ];
  const bySchema = [...(await byGrammar), ...byRules, ...byOwn.flat()];
  // Of the edition's own documents its grammar and rules tell it; so may another schema.
  const dates = own.governed
    ? []
    : dateFindings(root, shown).filter((date) => !bySchema.some((other) => sameDate(date, other)));
  const findings = [...own.findings.map((found) => ({ ...found, path: shown })), ...bySchema, ...dates];
  const facts = factsOf(placedTree(root, places), path, own.governed);
  // The edition's own documents carry copies of entries, which are checked in the authority files.
  const copies = facts.governed && facts.isDocument;
  return { findings: placed(copies ? findings : [...findings, ...oddEntries(root, shown)]), facts, judgedBy };
}

/** Whether a schema tells of the same attribute. */
function sameDate(date: Finding, other: Finding): boolean {
  const attribute = /^[\w-]+="[^"]*"/.exec(date.message)?.[0] ?? '';
  return other.line === date.line && other.column === date.column && other.message.includes(attribute);
}

/** What a schema says of a document, and what there is to say of the schema. */
async function judgeBy(judge: Judge, text: string, root: TreeElement, path: string): Promise<readonly Finding[]> {
  const found = await judge.validate(text, root, path);
  return [...found, ...(judge.findings ?? [])];
}

/** A document may name any schema: that one is at fault is no error of the edition. */
function asWarning(found: Finding): Finding {
  return { ...found, severity: 'warning' };
}

function folded({ findings, facts, judgedBy }: CheckedFile, path: string): KeptCheck {
  const shown = shownPath(path);
  const own = findings.map((found) => (found.path === shown ? { ...found, path: '' } : found));
  if (!facts) return { findings: own, facts: null };
  const { path: _, ids, textIds, entryKinds, ...rest } = facts;
  const outside = [...ids].filter((id) => !textIds.has(id));
  return {
    findings: own,
    ...(judgedBy && { judgedBy }),
    facts: { ...rest, ids: outside, textIds: [...textIds], entryKinds: [...entryKinds] },
  };
}

function unfolded({ findings, facts, judgedBy }: KeptCheck, path: string): CheckedFile {
  const shown = shownPath(path);
  const own = findings.map((found) => (found.path === '' ? { ...found, path: shown } : found));
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

/** The value, or the fault that kept it from being made; other errors pass. */
function attempt<Value>(make: () => Value): Value | InputFault {
  try {
    return make();
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): InputFault {
  if (error instanceof InputFault) return error;
  throw error;
}

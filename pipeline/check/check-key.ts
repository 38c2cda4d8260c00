/**
 * What the result of a check depends on: schemas, the document, the edition. Its hash is the key in
 * the cache.
 */
import { hashOf, hashOfValue, programHash } from '../cache/results.ts';
import { readInput } from '../core/files/input-file.ts';
import { InputError } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import type { FileIndex } from '../edition/file-facts/file-index.ts';
import { rulesHash } from '../xml/schematron/schema-file.ts';
import { valueOrInputError } from './judge-by.ts';
import { type OwnSchema, ownSchema } from './own-schema.ts';
import { storedPath } from './stored-check.ts';

/** The kind under which results are cached. */
export const CHECK = 'check';

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

export function checkShared(edition: Edition, named: CheckOptions): CheckShared {
  const { root, rng, sch, cache } = edition;
  const [grammar, rules] = [named.rng ?? rng, named.sch ?? sch];
  const [grammarHash, content] = [hashOfSchema(grammar), hashOfSchema(rules)];
  const withIncluded = valueOrInputError(() => rulesHash(rules, content));
  const schemas = [
    grammarHash,
    content,
    withIncluded instanceof InputError ? content : withIncluded,
  ];
  // The result names the schemas, so that those of the same content elsewhere have another one.
  const places = [grammar, rules].map((path) => storedPath(path, root));
  const key = hashOf(programHash(['pipeline']), ...schemas, ...places, hashOfValue(named));
  return { edition: { root, rng, sch, cache }, named, key, separate: false };
}

/** A schema that cannot be read is reported with the first document that it should judge. */
function hashOfSchema(path: string): string {
  const read = valueOrInputError(() => readInput(path, 'check/no-schema'));
  return read instanceof InputError ? hashOfValue(read.findings) : hashOf(read);
}

/** The same key without reading the file again; nothing for one that cannot be read. */
export function keyAt(
  path: string,
  { edition, key }: CheckShared,
  fileIndex: FileIndex,
): string | undefined {
  const found = valueOrInputError(() => {
    const { hash } = fileIndex.content(path, 'check/unreadable');
    const document = fileIndex.document(path, 'check/unreadable');
    if (!document) return undefined;
    const own = ownSchema(document.schemas, path, '', edition);
    return checkKey(key, hash, own, (named) => fileIndex.content(named, 'check/no-schema').hash);
  });
  return found instanceof InputError ? undefined : found;
}

/**
 * `hash`: of the file; `hashOfSchema`: throws an `InputError` if a schema cannot be read; this is
 * reported when it is used.
 */
export function checkKey(
  key: string,
  hash: string,
  own: OwnSchema,
  hashOfSchema: (path: string) => string,
): string {
  const grammars = own.grammars.map((schema) => [
    schema,
    valueOrInputError(() => hashOfSchema(schema)),
  ]);
  const rules = own.rules.map((schema) => [
    schema,
    valueOrInputError(() => rulesHash(schema, hashOfSchema(schema))),
  ]);
  const schemas = [...grammars, ...rules].map(([path, read]) => [
    path,
    read instanceof InputError ? null : read,
  ]);
  return hashOf(key, hash, hashOfValue([own, schemas]));
}

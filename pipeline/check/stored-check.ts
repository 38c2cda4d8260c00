/** The result of a check as it is stored. */
import { relative, resolve, sep } from 'node:path';
import { type Finding, shownPath } from '../core/finding.ts';
import type { FileFacts } from './references/facts.ts';

/**
 * A file is checked by its content, wherever it is: its cached result names it by an empty path,
 * and other files (schemas) by their paths from the edition's folder, if they are in it.
 */
export interface CachedCheck {
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

/** Within the edition's folder relative to it, since a copy of the edition has the same cache. */
export function storedPath(path: string, root: string): string {
  return path.startsWith(root + sep) ? relative(root, path) : path;
}

export function toCachedCheck(
  { findings, facts, judgedBy }: CheckedFile,
  path: string,
  root: string,
): CachedCheck {
  const shown = shownPath(path);
  const own = findings.map((found) => ({
    ...found,
    path: found.path === shown ? '' : storedPath(resolve(found.path), root),
  }));
  if (!facts) return { findings: own, facts: null };
  const { path: _, ids, textIds, entryKinds, ...rest } = facts;
  const outside = [...ids].filter((id) => !textIds.has(id));
  return {
    findings: own,
    ...(judgedBy && { judgedBy: judgedBy.map((schema) => storedPath(schema, root)) }),
    facts: { ...rest, ids: outside, textIds: [...textIds], entryKinds: [...entryKinds] },
  };
}

export function fromCachedCheck(
  { findings, facts, judgedBy }: CachedCheck,
  path: string,
  root: string,
): CheckedFile {
  const shown = shownPath(path);
  const own = findings.map((found) => ({
    ...found,
    path: found.path === '' ? shown : shownPath(resolve(root, found.path)),
  }));
  if (!facts) return { findings: own, facts: undefined, judgedBy: undefined };
  const textIds = new Map(facts.textIds);
  return {
    findings: own,
    judgedBy: judgedBy?.map((schema) => resolve(root, schema)),
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

export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** Paths of the schemas that it was checked with; undefined for a file that is not TEI. */
  readonly judgedBy: readonly string[] | undefined;
  /** Undefined for a file that cannot be read or parsed. */
  readonly facts: FileFacts | undefined;
}

/** Parts of TEI in files of their own that become documents, because a pointer leads to them. */
import { dirname, resolve } from 'node:path';
import { ifReadable } from '../core/finding.ts';
import { namesMeant } from './document-name.ts';
import type { FileIndex } from './file-facts/file-index.ts';
import type { PointedFile } from './pointers/file-pointers.ts';

export const RULE = 'check/unreadable';

/**
 * Files with parts of TEI become documents if a pointer leads to them. `from`: the files of the
 * edition.
 */
export function fragmentsPointedTo(
  fragments: readonly string[],
  from: readonly string[],
  fileIndex: FileIndex,
): string[] {
  const waiting = new Set(fragments);
  const reached: string[] = [];
  for (const path of from) {
    if (waiting.size === 0) break;
    reached.push(...takePointedTo(path, waiting, fileIndex));
  }
  for (const path of reached)
    if (waiting.size > 0) reached.push(...takePointedTo(path, waiting, fileIndex));
  return reached;
}

function takePointedTo(path: string, waiting: Set<string>, fileIndex: FileIndex): string[] {
  return pointersOf(path, fileIndex)
    .flatMap(({ name, base }) =>
      namesMeant(name).map((meant) => resolve(dirname(path), base, meant)),
    )
    .filter((file) => waiting.delete(file));
}

function pointersOf(path: string, fileIndex: FileIndex): readonly PointedFile[] {
  // The check reports a file that cannot be read.
  return ifReadable(
    () => fileIndex.pointedTo(path, RULE),
    () => [],
  );
}

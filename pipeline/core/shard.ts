/**
 * A shard of an edition's documents, so that several machines can each do a part.
 *
 * Takes "3/16", and names of files. Returns those that are in the shard. A file's shard depends on
 * its name only: adding a document moves no others, and the same number of shards always gives the
 * same split.
 */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { UsageError } from './finding.ts';

export interface Share {
  /** From 1 to `of`. */
  readonly at: number;
  readonly of: number;
}

/** Reads "3/16". Throws a `UsageError` for anything else. */
export function readShard(words: string): Share {
  const [, at = Number.NaN, of = Number.NaN] = (/^(\d{1,6})\/(\d{1,6})$/.exec(words) ?? []).map(
    Number,
  );
  if (at >= 1 && at <= of) return { at, of };
  throw new UsageError(`--shard ${words} is not a shard; write 3/16 for the third of sixteen`);
}

/**
 * The paths in the shard, in their order; without a shard, all. A source and its document, d12.txt
 * and d12.xml, are in the same shard.
 */
export function inShard(paths: readonly string[], shard: Share | undefined): string[] {
  if (!shard) return [...paths];
  return paths.filter(
    (path) => numberOf(basename(path, extname(path))) % shard.of === shard.at - 1,
  );
}

/** 32 bits of a hash. */
function numberOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0);
}

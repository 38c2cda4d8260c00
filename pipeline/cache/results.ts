/**
 * Results cached by what they were made from: files in the edition's cache, which may be deleted at
 * any time.
 *
 * Takes a kind, everything that a result depends on, the result as a JSON value. Returns the
 * result, as long as nothing of it has changed. A file is written whole and begins with a hash of
 * the rest, so that one that was cut off or touched counts as missing; its name is its key, so that
 * two runs at once write the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../core/atomic-files.ts';
import { BUILT_FROM, PROGRAM } from '../core/program-folder.mjs';

/** Letters of a hash: 128 bits, enough for files that nobody forges against themselves. */
const LETTERS = 32;

/** The hash of texts or bytes, each with its length, so that no two lists run together. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}\0`).update(part);
  return hash.digest('hex').slice(0, LETTERS);
}

/** The hash of a value that JSON can write. */
export function hashOfValue(value: unknown): string {
  return hashOf(JSON.stringify(value) ?? '');
}

/**
 * The hash of the program itself: what it makes may change with every file of it. `folders`:
 * those of the program that count, by default its stages and stylesheets. The code counts by what
 * it was built from.
 */
export function programHash(folders: readonly string[] = ['pipeline', 'xslt']): string {
  const files = folders
    .flatMap((folder) => (folder === 'pipeline' ? [] : filesBelow(join(PROGRAM, folder))))
    .concat(join(PROGRAM, 'package.json'))
    .sort();
  return hashOf(
    ...(folders.includes('pipeline') ? [builtFrom()] : []),
    ...files.flatMap((path) => [path.slice(PROGRAM.length), hashOfFile(path)]),
  );
}

/**
 * Read once: this process goes on with the code that it has loaded, whatever is built meanwhile.
 */
let sources: string | undefined;

function builtFrom(): string {
  sources ??= readFileSync(BUILT_FROM, 'utf8');
  return sources;
}

/** Of files that have been read: they are read again when their size or time is another. */
const read = new Map<string, { readonly look: string; readonly hash: string }>();

function hashOfFile(path: string): string {
  const { size, mtimeMs } = statSync(path);
  const look = `${size} ${mtimeMs}`;
  const known = read.get(path);
  if (known?.look === look) return known.hash;
  const hash = hashOf(readFileSync(path));
  read.set(path, { look, hash });
  return hash;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && !/(?:\.tmp|~)$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** How often it is noted that a result is used, in milliseconds. */
const NOTED = 86_400_000;

/**
 * Whether the file is there; and if so, its time says, to the day, when it was last used: what
 * nobody uses is swept away (sweep.ts).
 */
function isUsed(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) return false;
  const now = Date.now();
  try {
    if (now - written > NOTED) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // One that may only be read is swept by whoever may write it.
  }
  return true;
}

export class Results {
  readonly #folder: string;

  /** `cache`: the edition's folder of derived files. */
  constructor(cache: string) {
    this.#folder = join(cache, 'results');
  }

  /** The value, or nothing where there is none or its file is not whole. */
  get<Value>(kind: string, key: string): Value | undefined {
    const body = this.#read(kind, key);
    return body === undefined ? undefined : (JSON.parse(body.toString()) as Value);
  }

  /** Whether there is a file, and, asked `carefully`, whether it is whole. */
  has(kind: string, key: string, carefully = false): boolean {
    return carefully ? this.#read(kind, key) !== undefined : isUsed(this.#path(kind, key));
  }

  /** The value of an earlier run, or one that is made now and kept. */
  async keep<Value>(kind: string, key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.get<Value>(kind, key);
    if (known !== undefined) return known;
    const value = await make();
    this.put(kind, key, value);
    return value;
  }

  /** Gives the hash of the value. */
  put(kind: string, key: string, value: unknown): string {
    const body = JSON.stringify(value);
    const hash = hashOf(body);
    writeWhole(this.#path(kind, key), `${hash}\n${body}`);
    return hash;
  }

  #read(kind: string, key: string): Buffer | undefined {
    try {
      const path = this.#path(kind, key);
      const bytes = readFileSync(path);
      isUsed(path);
      const body = bytes.subarray(LETTERS + 1);
      return bytes.toString('latin1', 0, LETTERS) === hashOf(body) ? body : undefined;
    } catch {
      return undefined;
    }
  }

  #path(kind: string, key: string): string {
    return join(this.#folder, kind, key.slice(0, 2), key.slice(2));
  }
}

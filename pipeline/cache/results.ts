/**
 * Results cached by what they were made from: files in the edition's cache, which may be deleted at
 * any time.
 *
 * Takes a kind, everything that a result depends on, and the result as a JSON value. Returns the
 * result as long as none of this has changed. A file is written whole and begins with a hash of the
 * rest, so a truncated or changed file counts as missing. Its name is its key, so two runs at once
 * write the same file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { BUILT_FROM, PROGRAM } from '../core/program-folder.mjs';

/** Hexadecimal digits of a hash: 128 bits, enough where no one forges files. */
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
 * The hash of the program itself: what it makes may change with any of its files. `folders`: the
 * folders of the program that count, by default its stages and stylesheets. For compiled code the
 * hash of its sources counts.
 */
export function programHash(folders: readonly string[] = ['pipeline', 'xslt']): string {
  const files = folders
    .flatMap((folder) => (folder === 'pipeline' ? [] : programFilesIn(join(PROGRAM, folder))))
    .concat(join(PROGRAM, 'package.json'))
    .sort();
  return hashOf(
    ...(folders.includes('pipeline') ? [builtFrom()] : []),
    ...files.flatMap((path) => [path.slice(PROGRAM.length), hashOfFile(path)]),
  );
}

/**
 * Read once: this process goes on with the code that it has loaded, even if the program is rebuilt
 * meanwhile.
 */
let sources: string | undefined;

function builtFrom(): string {
  sources ??= readFileSync(BUILT_FROM, 'utf8');
  return sources;
}

/** Hashes of files that have been read; a file is read again when its size or time has changed. */
const read = new Map<string, { readonly look: string; readonly hash: string }>();

function hashOfFile(path: string): string {
  const { size, mtimeMs } = statSync(path);
  const look = `${size} ${mtimeMs}`;
  const earlier = read.get(path);
  if (earlier?.look === look) return earlier.hash;
  const hash = hashOf(readFileSync(path));
  read.set(path, { look, hash });
  return hash;
}

function programFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && !/(?:\.tmp|~)$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** How often the last use of a result is recorded, in milliseconds. */
const NOTED = 86_400_000;

/**
 * Whether the file exists. If so, records its use in its time, to the day: unused results are
 * removed (sweep.ts).
 */
function isUsed(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) return false;
  const now = Date.now();
  try {
    if (now - written > NOTED) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // A read-only cache is swept by those who may write it.
  }
  return true;
}

export class Results {
  readonly #folder: string;

  /** `cache`: the edition's folder of derived files. */
  constructor(cache: string) {
    this.#folder = join(cache, 'results');
  }

  /** The value, or undefined if there is none or its file is not whole. */
  get<Value>(kind: string, key: string): Value | undefined {
    const body = this.#read(kind, key);
    return body === undefined ? undefined : (JSON.parse(body.toString()) as Value);
  }

  /** Whether there is a file, and with `carefully` whether it is whole. */
  has(kind: string, key: string, carefully = false): boolean {
    return carefully ? this.#read(kind, key) !== undefined : isUsed(this.#path(kind, key));
  }

  /** The cached value, or one that is made now and cached. */
  async cached<Value>(kind: string, key: string, make: () => Promise<Value>): Promise<Value> {
    const stored = this.get<Value>(kind, key);
    if (stored !== undefined) return stored;
    const value = await make();
    this.put(kind, key, value);
    return value;
  }

  /** Returns the hash of the value. */
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

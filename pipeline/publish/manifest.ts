/**
 * The parts of the previous build at the same place: for each part of the site (a page, the files
 * of a document, an output) the hash of its input and its files.
 *
 * A part is reused if its input has the same hash and its files are unchanged: the new site links
 * to the files of the previous one. The manifest is in the cache, one part a line; without it
 * everything is made.
 */
import { copyFileSync, linkSync, lstatSync, readFileSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hashOf } from '../cache/results.ts';
import { writeWholeInPieces } from '../core/files/atomic-files.ts';
import { makeFolder } from '../core/files/make-folder.ts';

type ManifestFile = readonly [address: string, size: number, written: number];

interface ManifestPart {
  readonly hash: string;
  readonly files: readonly ManifestFile[];
}

export class Manifest {
  readonly #place: string;
  readonly #folder: string;
  readonly #path: string;
  readonly #key: string;
  readonly #previous: ReadonlyMap<string, ManifestPart>;
  readonly #parts = new Map<string, ManifestPart>();
  readonly #made: { readonly name: string; hash: string; files: readonly string[] }[] = [];
  readonly #folders = new Set<string>();

  /**
   * `place`: the place of the site. `folder`: the folder in which it is made. `key`: hash of
   * everything that all parts depend on; parts that were made with another key are not reused.
   */
  constructor(cache: string, place: string, folder: string, key: string) {
    this.#place = resolve(place);
    this.#folder = folder;
    this.#path = join(cache, 'sites', hashOf(this.#place));
    this.#key = key;
    this.#previous = readManifest(this.#path, key);
  }

  /** Whether there is nothing to reuse. */
  get isEmpty(): boolean {
    return this.#previous.size === 0;
  }

  /** Whether the previous site has the part with this hash, undamaged. */
  has(name: string, hash: string): boolean {
    const part = this.#previous.get(name);
    return part?.hash === hash && part.files.every((file) => this.#isThere(file));
  }

  /** Links the part of the previous site into the new one, if it has it with this hash. */
  reuse(name: string, hash: string): boolean {
    const part = this.#previous.get(name);
    if (!part || !this.has(name, hash)) return false;
    for (const [address] of part.files) this.#link(address);
    this.#parts.set(name, part);
    return true;
  }

  /** Records a part that was made. */
  add(name: string, hash: string, files: readonly string[]): void {
    this.#made.push({ name, hash, files });
  }

  /**
   * Records the present state of the files in the folder; to be called before anything else is
   * added to them. Returns the step that saves the manifest when the site is in its place.
   */
  seal(): () => void {
    for (const { name, hash, files } of this.#made) {
      const states = files.map((address): ManifestFile => {
        const { size, mtimeMs } = lstatSync(join(this.#folder, address));
        return [address, size, mtimeMs];
      });
      this.#parts.set(name, { hash, files: states });
    }
    return () => writeWholeInPieces(this.#path, this.#lines());
  }

  *#lines(): Generator<string> {
    yield `${this.#key}\n`;
    for (const [name, { hash, files }] of this.#parts)
      yield `${JSON.stringify([name, hash, files])}\n`;
    yield END;
  }

  #isThere([address, size, written]: ManifestFile): boolean {
    const found = lstatSync(join(this.#place, address), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === size && found.mtimeMs === written;
  }

  #link(address: string): void {
    const [source, target] = [join(this.#place, address), join(this.#folder, address)];
    const folder = dirname(target);
    if (!this.#folders.has(folder)) {
      makeFolder(folder);
      this.#folders.add(folder);
    }
    try {
      linkSync(source, target);
    } catch {
      // Some file systems have no hard links; there the file is copied, with its time.
      copyFileSync(source, target);
      const { atime, mtime } = lstatSync(source);
      utimesSync(target, atime, mtime);
    }
  }
}

/** The last line, which shows that the manifest is complete. */
const END = 'end\n';

/** Empty if there is none, or not for this key, or it is not complete. */
function readManifest(path: string, key: string): ReadonlyMap<string, ManifestPart> {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    if (lines[0] !== key || `${lines.at(-2)}\n` !== END) return new Map();
    return new Map(
      lines.slice(1, -2).map((line) => {
        const [name, hash, files] = JSON.parse(line) as [string, string, ManifestFile[]];
        return [name, { hash, files }];
      }),
    );
  } catch {
    return new Map();
  }
}

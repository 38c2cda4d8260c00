/**
 * The site that a former build has put in the same place: what of it can be taken over.
 *
 * In: the place, and the parts that a build makes or takes over. Out: the parts of the former site with what they had read and written. They are told
 * of in the cache, with size and time of each file: one that is no longer as it was written is made anew. A file that is taken over is the same
 * file under another folder's name, until the former folder goes; nothing ever writes into it.
 */
import { copyFileSync, linkSync, lstatSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeWhole } from '../files.ts';
import { digestOf } from '../results.ts';
import type { SiteReads } from './reads.ts';
import type { Unit } from './units.ts';

/** As it is kept: readings by their place in a list, since most parts read the same. */
interface Told {
  /** Of the program, the layouts, and what else holds for all parts. */
  readonly key: string;
  readonly reads: readonly (readonly [read: string, digest: string])[];
  readonly units: readonly KeptUnit[];
}

type KeptUnit = readonly [name: string, reads: readonly number[], files: readonly KeptFile[]];
type KeptFile = readonly [address: string, size: number, written: number];

export class FormerSite {
  readonly #place: string;
  readonly #record: string;
  readonly #key: string;
  readonly #units = new Map<string, KeptUnit>();
  readonly #taken = new Map<string, readonly KeptFile[]>();
  readonly #reads: Told['reads'];
  readonly #same: (boolean | undefined)[] = [];

  /** `key`: a digest of all that every part depends on. */
  constructor(cache: string, place: string, key: string) {
    this.#place = resolve(place);
    this.#record = join(cache, 'sites', `${digestOf(this.#place)}.json`);
    this.#key = key;
    const told = readTold(this.#record);
    this.#reads = told?.key === key ? told.reads : [];
    if (told?.key === key) for (const unit of told.units) this.#units.set(unit[0], unit);
  }

  /** Whether the part would be made the same again, and its files are there as they were written. */
  holds(name: string, reads: SiteReads): boolean {
    const unit = this.#units.get(name);
    if (!unit) return false;
    const [, read, files] = unit;
    return read.every((at) => this.#isSame(at, reads)) && files.every((file) => this.#stands(file));
  }

  /** Puts the part's files into the folder of a new build, and gives what is to be kept of it. */
  take(name: string, folder: string): Unit {
    const [, reads, files] = this.#units.get(name) as KeptUnit;
    this.#taken.set(name, files);
    const folders = new Set<string>();
    for (const [address] of files) {
      const target = join(folder, address);
      const parent = dirname(target);
      if (!folders.has(parent)) {
        mkdirSync(parent, { recursive: true });
        folders.add(parent);
      }
      sameFile(join(this.#place, address), target);
    }
    return {
      name,
      reads: new Set(reads.map((at) => (this.#reads[at] as Told['reads'][number])[0])),
      files: new Set(files.map(([address]) => address)),
    };
  }

  /** Keeps what the parts of a new site have read and written. `folder`: where its files are. */
  keep(units: readonly Unit[], folder: string, reads: SiteReads): void {
    const places = new Map<string, number>();
    const placeOf = (read: string): number => {
      const known = places.get(read) ?? places.size;
      if (known === places.size) places.set(read, known);
      return known;
    };
    // What is told already holds on; its time says that it is used (sweep.ts).
    if (units.length === this.#units.size && units.every(({ name }) => this.#taken.has(name))) {
      const now = new Date();
      utimesSync(this.#record, now, now);
      return;
    }
    const kept = units.map((unit): KeptUnit => {
      const known = this.#taken.get(unit.name);
      if (known) return [unit.name, [...unit.reads].map(placeOf), known];
      const files = [...unit.files].map((address): KeptFile => {
        const { size, mtimeMs } = lstatSync(join(folder, address));
        return [address, size, mtimeMs];
      });
      return [unit.name, [...unit.reads].map(placeOf), files];
    });
    const told: Told = {
      key: this.#key,
      reads: [...places.keys()].map((read) => [read, reads.digest(read)]),
      units: kept,
    };
    writeWhole(this.#record, JSON.stringify(told));
  }

  #isSame(at: number, reads: SiteReads): boolean {
    const known = this.#same[at];
    if (known !== undefined) return known;
    const [read, digest] = this.#reads[at] as Told['reads'][number];
    const same = reads.digest(read) === digest;
    this.#same[at] = same;
    return same;
  }

  #stands([address, size, written]: KeptFile): boolean {
    const found = lstatSync(join(this.#place, address), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === size && found.mtimeMs === written;
  }
}

/** Some file systems know no file under two names; there it is copied, with its time. */
function sameFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    const { atime, mtime } = lstatSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** Nothing where none is kept or it is not whole. */
function readTold(path: string): Told | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Told;
  } catch {
    return undefined;
  }
}

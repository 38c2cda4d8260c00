/**
 * The site that a former build has put in the same place: what of it can be taken over.
 *
 * In: the place, and the parts that a build makes or takes over. Out: the parts of the former site
 * with what they had read and written. They are told of in the cache, with size and time of each
 * file: one that is no longer as it was written is made anew.
 *
 * What is told of a site of thousands of documents is long; it is written and read line by line:
 * readings, each before the first part that names it by its place among them, parts, and a last
 * line that says that it is whole. The lines of parts that are taken over are copied as they are,
 * with all former readings before them; when half of the readings are no longer wanted, all is
 * written anew.
 */
import { lstatSync, readFileSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestOf } from '../cache/results.ts';
import { writeWholeInPieces } from '../core/atomic-files.ts';
import type { SiteReads } from './reads.ts';
import { TakenFiles } from './taken-files.ts';
import type { MadeUnits } from './units.ts';

/** How lines begin. */
const READ = 'R';
const UNIT = 'U';
const END = 'E';

/** The end of a line. */
const LINE = '\n'.charCodeAt(0);

/** About so many bytes of readings are copied together. */
const PIECE = 1 << 16;

/** Between the parts of a line: none of them holds it. */
const TAB = '\t';

type KeptFile = readonly [address: string, size: number, written: number];

export class FormerSite {
  readonly #place: string;
  readonly #record: string;
  readonly #key: string;
  readonly #told: Told;
  readonly #taken = new Set<string>();
  /** By names of parts what `holds` has found. */
  readonly #held = new Map<string, boolean>();
  /** By place of a reading its number in the present site, and whether it gives the same. */
  readonly #numbers: number[] = [];
  readonly #same: (boolean | undefined)[] = [];

  /** `key`: a digest of all that every part depends on. */
  constructor(cache: string, place: string, key: string) {
    this.#place = resolve(place);
    this.#record = join(cache, 'sites', digestOf(this.#place));
    this.#key = key;
    this.#told = readTold(this.#record, key);
  }

  /**
   * Whether the part would be made the same again, and its files are there as they were written.
   */
  holds(name: string, reads: SiteReads): boolean {
    const known = this.#held.get(name);
    if (known !== undefined) return known;
    const isSame =
      this.#told.knows(name) && this.#told.readBy(name).every((at) => this.#isSame(at, reads));
    const held = isSame && this.#told.files(name).every((file) => this.#stands(file));
    this.#held.set(name, held);
    return held;
  }

  /** What of it goes into the folder of a new build. */
  takenInto(folder: string): TakenFiles {
    return new TakenFiles(this.#place, folder);
  }

  /** Puts the part's files into the folder of a new build. */
  take(name: string, into: TakenFiles): void {
    this.#taken.add(name);
    into.add(this.#told.files(name).map(([address]) => address));
  }

  /**
   * Keeps what the parts of a new site have read and written, those that were taken over and those
   * that were made. `folder`: where its files are.
   */
  keep(made: MadeUnits, folder: string, reads: SiteReads): void {
    // What is told already holds on; its time says that it is used (sweep.ts).
    if (made.count === 0 && this.#taken.size === this.#told.count) {
      const now = new Date();
      utimesSync(this.#record, now, now);
      return;
    }
    writeWholeInPieces(this.#record, this.#lines(made, folder, reads));
  }

  *#lines(made: MadeUnits, folder: string, reads: SiteReads): Generator<string> {
    yield `${this.#key}\n`;
    /** By number of a reading its place. */
    const places: number[] = [];
    let count = 0;
    let needed = this.#told.needed;
    function* unit(
      name: string,
      numbers: Iterable<number>,
      files: readonly KeptFile[],
    ): Generator<string> {
      const read: number[] = [];
      for (const number of numbers) {
        const known = places[number] ?? count;
        read.push(known);
        if (known < count) continue;
        places[number] = known;
        count += 1;
        yield line(READ, JSON.stringify(reads.words(number)), reads.digest(number));
      }
      yield line(UNIT, JSON.stringify(name), JSON.stringify(read), JSON.stringify(files));
    }
    if (this.#taken.size > 0 && this.#told.readings < 2 * needed) {
      yield* this.#told.readingLines();
      count = this.#told.readings;
      for (const [at, number] of this.#numbers.entries()) {
        if (number !== undefined && this.#same[at]) places[number] = at;
      }
      for (const name of this.#taken) yield this.#told.unitLine(name);
    } else {
      needed = 0;
      for (const name of this.#taken) {
        const read = this.#told.readBy(name).map((at) => this.#numberOf(at, reads));
        yield* unit(name, read, this.#told.files(name));
      }
    }
    for (const { name, reads: read, files } of made) {
      const kept = files.map((address): KeptFile => {
        const { size, mtimeMs } = lstatSync(join(folder, address));
        return [address, size, mtimeMs];
      });
      yield* unit(name, read, kept);
    }
    yield `${END}${needed || count}\n`;
  }

  #numberOf(at: number, reads: SiteReads): number {
    const number = this.#numbers[at] ?? reads.numberOf(this.#told.reading(at)[0]);
    this.#numbers[at] = number;
    return number;
  }

  #isSame(at: number, reads: SiteReads): boolean {
    const known = this.#same[at];
    if (known !== undefined) return known;
    const same = reads.digest(this.#numberOf(at, reads)) === this.#told.reading(at)[1];
    this.#same[at] = same;
    return same;
  }

  #stands([address, size, written]: KeptFile): boolean {
    const found = lstatSync(join(this.#place, address), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === size && found.mtimeMs === written;
  }
}

function line(begin: string, ...parts: readonly string[]): string {
  return `${begin}${parts.join(TAB)}\n`;
}

/** What is told of the former site: bytes, of which a line is read when it is asked for. */
class Told {
  readonly #bytes: Buffer;
  /** Where the lines begin: of readings by place, of parts by name. */
  readonly #readings: number[] = [];
  /** Lines of readings that stand together. */
  readonly #runs: { readonly from: number; to: number }[] = [];
  readonly #units = new Map<string, number>();
  /** How many readings were wanted when all was written anew. */
  readonly needed: number = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    let at = bytes.indexOf(LINE) + 1;
    while (at > 0 && at < bytes.length) {
      const next = bytes.indexOf(LINE, at) + 1;
      if (bytes[at] === READ.charCodeAt(0)) this.#addReading(at, next);
      else if (bytes[at] === UNIT.charCodeAt(0)) {
        const tab = bytes.indexOf(TAB, at);
        const name = JSON.parse(bytes.toString('utf8', at + 1, tab)) as string;
        this.#units.set(name, at);
      } else this.needed = Number(this.#line(at).slice(1));
      at = next;
    }
  }

  /** How many parts there are. */
  get count(): number {
    return this.#units.size;
  }

  /** How many readings there are. */
  get readings(): number {
    return this.#readings.length;
  }

  /** The words of a reading, and its digest. */
  reading(place: number): readonly [words: string, digest: string] {
    const [words = '', digest = ''] = this.#line(this.#readings[place] as number).split(TAB);
    return [JSON.parse(words.slice(1)) as string, digest];
  }

  knows(name: string): boolean {
    return this.#units.has(name);
  }

  /** The places of what a part has read. */
  readBy(name: string): readonly number[] {
    return JSON.parse(this.#ofUnit(name)[1] as string) as readonly number[];
  }

  files(name: string): readonly KeptFile[] {
    return JSON.parse(this.#ofUnit(name)[2] as string) as readonly KeptFile[];
  }

  /** All lines of readings, in pieces. */
  *readingLines(): Generator<string> {
    for (const { from, to } of this.#runs) yield this.#bytes.toString('utf8', from, to);
  }

  unitLine(name: string): string {
    return `${this.#line(this.#units.get(name) as number)}\n`;
  }

  #addReading(from: number, to: number): void {
    this.#readings.push(from);
    const last = this.#runs.at(-1);
    if (last?.to === from && to - last.from < PIECE) last.to = to;
    else this.#runs.push({ from, to });
  }

  #ofUnit(name: string): readonly string[] {
    return this.#line(this.#units.get(name) as number).split(TAB);
  }

  #line(from: number): string {
    return this.#bytes.toString('utf8', from, this.#bytes.indexOf(LINE, from));
  }
}

/** Of nothing where none is kept, or not for this key, or it is not whole. */
function readTold(path: string, key: string): Told {
  const nothing = new Told(Buffer.alloc(0));
  try {
    const bytes = readFileSync(path);
    const last = bytes.lastIndexOf('\n', bytes.length - 2);
    const whole =
      bytes.at(-1) === 10 && new RegExp(`^${END}\\d+\n$`).test(bytes.toString('utf8', last + 1));
    return whole && bytes.indexOf(`${key}\n`) === 0 ? new Told(bytes) : nothing;
  } catch {
    return nothing;
  }
}

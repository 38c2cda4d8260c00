/** A ZIP file, written entry by entry, with the same bytes for the same content. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Limits of the classic format; beyond them fflate would write a file that no program reads. */
export const ZIP_LIMITS = { entries: 65_535, bytes: 0xffff_ffff };

/**
 * Attributes are those of Unix: of a regular file, rw-r--r--.
 */
const UNIX = 3;
const MODE = (0o100644 << 16) >>> 0;

/** Years that the format's date field can hold. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

export class ZipFile {
  readonly #file: number;
  readonly #zip: Zip;
  readonly #time: Date;

  /**
   * `day`: YYYY-MM-DD, the date of all entries; without a whole day, the first day of the format.
   * `flag`: as `fs.open` has it; with `wx` an existing file is an error.
   */
  constructor(path: string, day: string | null, flag: 'w' | 'wx' = 'w') {
    this.#file = openSync(path, flag, 0o644);
    this.#time = noon(day);
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    });
  }

  /** `stored`: uncompressed, as EPUB has its first entry. */
  add(name: string, content: string | Uint8Array, stored = false): void {
    const entry = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 9 });
    this.#begin(entry);
    entry.push(typeof content === 'string' ? new TextEncoder().encode(content) : content, true);
  }

  /** An entry that is read piece by piece, so that its size does not matter. */
  addPieces(name: string, pieces: Iterable<Uint8Array>): void {
    const entry = new ZipDeflate(name, { level: 9 });
    this.#begin(entry);
    for (const piece of pieces) entry.push(Uint8Array.from(piece), false);
    entry.push(new Uint8Array(0), true);
  }

  #begin(entry: ZipDeflate | ZipPassThrough): void {
    Object.assign(entry, { mtime: this.#time, os: UNIX, attrs: MODE });
    this.#zip.add(entry);
  }

  close(): void {
    try {
      this.#zip.end();
    } finally {
      closeSync(this.#file);
    }
  }
}

/**
 * A ZIP file states a local time without a time zone, and fflate takes the parts of the date as
 * the machine's zone has them; at noon, since in some zones one midnight a year does not exist.
 * Programs show the format's first day as no date.
 */
function noon(day: string | null): Date {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day ?? '') ?? [];
  return new Date(
    Math.min(Math.max(Number(year ?? FIRST_YEAR), FIRST_YEAR), LAST_YEAR),
    Number(month ?? 1) - 1,
    Number(date ?? 1),
    12,
  );
}

/**
 * A folder as a ZIP file, the same bytes for the same content. * Takes a folder and the date of its
 * files. Returns the file. Entries are in the order of their paths, each with the same time and
 * mode; what goes through memory is a piece of one file.
 */
import { closeSync, openSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { filesBelow } from '../../core/files-below.ts';
import { isDay } from '../../formats/facts/dates.ts';
import { piecesOf, writeAll } from './files.ts';

/** Limits of the classic format; beyond them fflate would write a file that no program reads. */
export const LIMITS = { entries: 65_535, bytes: 0xffff_ffff };

/** Years that the format's date field can hold. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

/**
 * The system that the attributes are those of; and a regular file, rw-r--r--, as it has it in the
 * upper half of them.
 */
const UNIX = 3;
const MODE = (0o100644 << 16) >>> 0;

/**
 * `day`: YYYY-MM-DD, or what of it is known. The folder's own name is the first part of every path.
 */
export function writeZip(folder: string, target: string, day: string): void {
  const name = basename(folder);
  const entries = filesBelow(folder).map((path) => ({
    name: `${name}/${path}`,
    from: join(folder, ...path.split('/')),
  }));
  writeEntries(entries, target, day);
}

/** A ZIP file with one file in it, which unpackers leave whole: a ZIP file within another. */
export function writeZipOf(from: string, target: string, day: string): void {
  writeEntries([{ name: basename(from), from }], target, day);
}

interface ZipEntry {
  readonly name: string;
  readonly from: string;
}

function writeEntries(entries: readonly ZipEntry[], target: string, day: string): void {
  const file = openSync(target, 'wx', 0o644);
  const mtime = noon(day);
  try {
    const zip = new Zip((error, bytes) => {
      if (error) throw error;
      writeAll(file, bytes);
    });
    for (const { name, from } of entries) {
      const entry = new ZipDeflate(name, { level: 9 });
      Object.assign(entry, { mtime, os: UNIX, attrs: MODE });
      zip.add(entry);
      for (const piece of piecesOf(from)) entry.push(Uint8Array.from(piece), false);
      entry.push(new Uint8Array(0), true);
    }
    zip.end();
  } finally {
    closeSync(file);
  }
}

/**
 * A ZIP file states a local time without a time zone. fflate takes the parts of the date as the
 * machine's zone has them, so the date is made of such parts; at noon, since in some zones one
 * midnight a year does not exist.
 */
function noon(day: string): Date {
  // If only the year is known, the files have the format's first day, which programs show as no
  // date.
  const [year = FIRST_YEAR, month = 1, date = 1] = isDay(day) ? day.split('-').map(Number) : [];
  return new Date(Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR), month - 1, date, 12);
}

/**
 * What can stay of the site that stands in a build's place.
 *
 * In: the place; then, part by part, what each is made from. Out: the files of those parts that are made from the same, in the new folder, as links to
 * the old files; so a file of the new folder is never changed in place, only replaced. What a part was made from, and how its files looked, is noted
 * among the derived files: a file that somebody has touched since counts as missing.
 */
import { linkSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeWhole } from '../files.ts';
import { digestOf } from '../results.ts';

export interface FormerSite {
  /** Whether the part's files have been taken over; `key`: a digest of all that it is made from. */
  takeOver(part: string, key: string): boolean;
  /** Says that a part has been made anew. `addresses`: of its files, from the site's root. */
  made(part: string, key: string, addresses: readonly string[]): void;
}

/** Where nothing can be taken over, and nobody asks later. */
export const NO_FORMER: FormerSite = { takeOver: () => false, made: () => undefined };

/** A file's size in bytes and the moment of its last change, in milliseconds. */
type Look = readonly [size: number, changed: number];

interface Part {
  readonly key: string;
  readonly files: Readonly<Record<string, Look>>;
}

export interface OpenedFormerSite extends FormerSite {
  /** Notes how the new site looks; call it when it stands in its place. */
  note(): void;
}

/** `place`: where the site stands; `folder`: where the new one is made; `cache`: the folder of derived files. */
export function openFormerSite(place: string, folder: string, cache: string): OpenedFormerSite {
  const target = resolve(place);
  const register = join(cache, 'sites', `${digestOf(target)}.json`);
  const former = readParts(register);
  const present = new Map<string, Part>();
  const folders = new Set<string>();
  const link = (address: string): void => {
    const to = join(folder, address);
    const parent = dirname(to);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    linkSync(join(target, address), to);
  };
  return {
    takeOver(name, key) {
      const part = former.get(name);
      if (
        part?.key !== key ||
        !Object.entries(part.files).every(([address, look]) => looks(join(target, address), look))
      )
        return false;
      try {
        for (const address of Object.keys(part.files)) link(address);
      } catch (fault) {
        // Some file systems have no links. What has been linked so far is the same as what will be written.
        if ((fault as NodeJS.ErrnoException).code === undefined) throw fault;
        return false;
      }
      present.set(name, part);
      return true;
    },
    made(name, key, addresses) {
      present.set(name, { key, files: Object.fromEntries(addresses.map((address) => [address, [-1, -1] as const])) });
    },
    note() {
      const parts = [...present].map(([name, { key, files }]) => {
        const seen = Object.entries(files).map(([address, [size, changed]]) => {
          return [address, size < 0 ? lookOf(join(target, address)) : [size, changed]];
        });
        return [name, { key, files: Object.fromEntries(seen) }];
      });
      writeWhole(register, JSON.stringify(Object.fromEntries(parts)));
    },
  };
}

function readParts(register: string): Map<string, Part> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(register, 'utf8')) as Record<string, Part>));
  } catch {
    return new Map();
  }
}

function lookOf(path: string): Look {
  const { size, mtimeMs } = statSync(path);
  return [size, mtimeMs];
}

function looks(path: string, [size, changed]: Look): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.size === size && stat.mtimeMs === changed;
}

/**
 * The state of folders, without reading their files, to detect any change in them.
 *
 * Takes the paths of folders. Returns one text that differs whenever a file or folder below them
 * was written, renamed, removed or restored, and all folders found. Links are not followed, so
 * loops are avoided.
 */
import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../cache/results.ts';
import { SITE_MARK } from '../folder.ts';

export interface Snapshot {
  readonly signature: string;
  /** All folders, as path and inode: a folder that was removed and made again is another one. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Folders that no build reads. */
const NOT_READ = new Set(['node_modules']);

/** Releases never change and are large: their names and times are enough. */
const RELEASES = 'releases';

/** Editions have no deeper folders; a limit for file systems that loop without links. */
const DEEPEST = 40;

/**
 * Whether changes of this name are ignored: hidden files, and those that editors write beside a
 * file.
 */
export function isIgnored(name: string): boolean {
  return (
    (name.startsWith('.') && !/\.(?:xml|txt|md|docx|odt|html?)$/i.test(name)) ||
    /\.tmp$|~$/.test(name) ||
    NOT_READ.has(name)
  );
}

/** A folder that cannot be read counts as missing. */
export function takeSnapshot(roots: readonly string[]): Snapshot {
  const states: string[] = [];
  const folders = new Map<string, string>();
  const enter = (folder: string, depth: number): void => {
    let entries: Dirent[];
    try {
      folders.set(folder, stateOf(folder, depth === 0));
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      folders.delete(folder);
      states.push(folder, 'absent');
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isIgnored(entry.name)) continue;
      const path = join(folder, entry.name);
      // A site, which may be in the edition's folder, is the output of a build.
      if (entry.isDirectory() && existsSync(join(path, SITE_MARK))) continue;
      states.push(path, stateOf(path, false));
      if (entry.isDirectory() && !(depth === 1 && folder.endsWith(RELEASES)) && depth < DEEPEST)
        enter(path, depth + 1);
    }
  };
  for (const root of roots) enter(root, 0);
  return { signature: hashOf(...states), folders };
}

/**
 * The inode, and, unless `inodeOnly`, size and times. A rename changes the time of the renamed
 * file. The edition's own folder changes with the lock of every build, so only its inode counts.
 */
function stateOf(path: string, inodeOnly: boolean): string {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return 'absent';
  return inodeOnly ? `${stat.ino}` : `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
}

/**
 * Errors of the operating system, in words that say what to do.
 *
 * Takes an error that was caught. Returns a finding if it is an error of the system: a full disk, a
 * file that may not be written. The file that was being written does not exist then, or has its
 * previous content (`atomic-files.ts`).
 */
import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { isOfLostCache, isWithin } from './files/lost-cache.ts';
import { type Finding, shownPath } from './finding.ts';
import { PROGRAM } from './program-folder.mjs';

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run the command again',
  EDQUOT: 'your share of the disk is used up; free some space and run the command again',
  EFBIG: 'the file would be larger than the system allows; ask the administrator of the machine',
  EROFS: 'the disk may only be read; name another place with --out or --edition',
  EACCES:
    'you have no permission for this file or folder; change its permissions or name another place',
  EPERM: 'the system does not permit this; change the permissions or name another place',
  EBUSY: 'another program uses this file; close it there and run the command again',
  ETXTBSY: 'another program uses this file; close it there and run the command again',
  EIO: 'the disk gives an error; copy your files to another one',
  EMFILE: 'too many files are open; close other programs, or raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine; close other programs',
  ENAMETOOLONG: 'the name is longer than the file system allows; give a shorter one',
  ELOOP: 'this is a link that leads to itself; remove it',
  EISDIR: 'this is a folder in the place of a file; move it away',
  ENOTEMPTY: 'this is a folder in the place of a file; move it away',
  ENOTDIR: 'there is a file in the place of a folder; move it away',
  EEXIST: 'there is a file in the place of a folder; move it away',
};

/**
 * A missing file of the program is an internal error; a name given by the user that leads to no
 * file is not.
 */
const BROKEN = 'this is a link that leads nowhere; remove it';

/** For files of an edition or a site, which other programs may remove at any time. */
const GONE = 'this was removed while the command was running; run it again';

/** The beginning of Eleventy's messages about a page. */
const WRITING = /^Having trouble writing to [^"]*"([^"]+)"/;

/** `rule`: `system/enospc`. Undefined for an error that is not the system's. */
export function systemFinding(caught: unknown): Finding | undefined {
  const cache = cacheFolder(PROGRAM);
  if (isOfLostCache(caught, cache)) return cacheLost(cache);
  let around: string | undefined;
  for (let error = caught, depth = 0; error instanceof Error && depth < 10; depth++) {
    const { code: given, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
    const code = makesNothing(error) ? 'EPERM' : given;
    // When a disk is full the system's error names no file, but Eleventy's error around it does.
    around = WRITING.exec(error.message)?.[1] ?? around;
    const target = String(dest ?? path ?? around ?? '.');
    const place = inTheWay(code, target);
    const words = wordsFor(code, place, target);
    if (words !== undefined) {
      return {
        path: shownPath(withoutBuildFolder(place)),
        severity: 'error',
        rule: `system/${code?.toLowerCase()}`,
        message: words,
      };
    }
    // Eleventy wraps the first error in its own.
    error = error.cause ?? (error as { originalError?: unknown }).originalError;
  }
  return undefined;
}

/** `cache`: the folder that another program has emptied. */
export function cacheLost(cache: string): Finding {
  return {
    path: shownPath(cache),
    severity: 'error',
    rule: 'system/cache-lost',
    message:
      'files of the cache disappeared while the command was running; run it again when nothing ' +
      'else empties the cache, or name another folder for it in SIGLUM_CACHE',
  };
}

/** `place`: the path that blocks `target`, or `target` itself. */
function wordsFor(code: string | undefined, place: string, target: string): string | undefined {
  if ((code === 'ENOENT' || code === 'EEXIST') && isBrokenLink(place)) return BROKEN;
  if (code === 'ENOENT' && place !== '.' && !isWithin(place, PROGRAM)) return GONE;
  const words = WORDS[code ?? ''];
  if (words === undefined || !isWithin(target, cacheFolder(PROGRAM))) return words;
  // The editor does not know this folder, so the message says what to do about it.
  const [why] = words.split(';');
  return (
    `${why}; results are cached in this folder: set the environment variable SIGLUM_CACHE to ` +
    `a folder that has space and may be written`
  );
}

/**
 * Whether the system says of a new file or folder that it is missing although the folder above it
 * is not: so do file systems in which nothing can be made (`/proc`).
 */
function makesNothing(error: NodeJS.ErrnoException & { dest?: string }): boolean {
  const { code, syscall = '', path, dest } = error;
  const makes = /^mkd(?:ir|temp)$/.test(syscall) || (syscall === 'open' && dest !== undefined);
  if (code !== 'ENOENT' || !makes) return false;
  // The path of the system is of a temporary file, or of a folder above the one asked for.
  return existsSync(dirname(String(path))) && !isBrokenLink(String(path));
}

/**
 * A site is made in a temporary folder beside its place (publish/folder.ts): `_site/index.html` for
 * `._site-123-aBcDeF/index.html`.
 */
function withoutBuildFolder(path: string): string {
  return path.replace(/(?<=^|[/\\])\.([^/\\]+)-\d+-[A-Za-z0-9]{6}(?=[/\\]|$)/, '$1');
}

/**
 * If a path cannot be made because a file, or a link that leads nowhere, is in the place of one of
 * its folders: that file.
 */
function inTheWay(code: string | undefined, path: string): string {
  if (code !== 'ENOTDIR' && code !== 'EEXIST' && code !== 'ENOENT') return path;
  for (let here = path; dirname(here) !== here; here = dirname(here)) {
    try {
      if (lstatSync(here).isFile() || isBrokenLink(here)) return here;
    } catch {
      // Missing, or below the file in question.
    }
  }
  return path;
}

function isBrokenLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && !existsSync(path);
}

/**
 * Names that every repository accepts.
 *
 * Takes the names of files, the edition's title. Returns findings for names that some archive would
 * change or refuse, and the name of the package. A name is letters, digits, full stops and hyphens,
 * beginning with a letter or a digit: BagIt (RFC 8493, section 5.2), ARCHE and Dataverse accept
 * these on every system. Zenodo requires the name `.zenodo.json`, so that file is outside the bag.
 */
import { basename, extname } from 'node:path';
import slugify from 'slugify';
import { type Finding, shownPath } from '../../core/finding.ts';

const NAME = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

/**
 * Characters of a package's name, without its version: archives have a limit of 255 for a whole
 * path.
 */
const LONGEST = 60;

/** Whether every part of a path is portable. */
export function isPortable(path: string): boolean {
  return path.split('/').every((part) => NAME.test(part));
}

/**
 * The files that cannot go into a package under their own names; and those that differ from another
 * only in upper and lower case.
 */
export function nameFindings(paths: readonly string[]): Finding[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path): Finding[] => {
    const name = basename(path);
    const folded = path.toLowerCase();
    const other = seen.get(folded);
    seen.set(folded, path);
    if (!NAME.test(name)) {
      const message =
        'repositories take file names of letters A to Z, digits, full stops and hyphens only; ' +
        `name the file “${portable(name)}”`;
      return [{ path: shownPath(path), severity: 'error', rule: 'deposit/file-name', message }];
    }
    if (other === undefined) return [];
    const message =
      `the name differs from ${shownPath(other)} only in upper and lower case, which not every ` +
      'system distinguishes; give it another name';
    return [{ path: shownPath(path), severity: 'error', rule: 'deposit/file-name', message }];
  });
}

/** "The May 31 Elections in Bolivia", "0.1.0" is `the-may-31-elections-in-bolivia-0.1.0`. */
export function packageName(title: string, version: string | null): string {
  const words = hyphenated(title);
  const cut = words.slice(0, LONGEST + 1).lastIndexOf('-');
  const short = words.length <= LONGEST ? words : words.slice(0, cut > 0 ? cut : LONGEST);
  const number = (version ?? '').replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  // A title in a script without a Latin form here gives no word.
  return [short || 'edition', number].filter(Boolean).join('-');
}

function portable(name: string): string {
  const ending = extname(name).replace(/[^A-Za-z0-9.]/g, '');
  return `${hyphenated(basename(name, extname(name))) || 'file'}${ending}`;
}

function hyphenated(words: string): string {
  return slugify(words.replace(/_/g, '-'), { lower: true, strict: true, trim: true }).replace(
    /^-+|-+$/g,
    '',
  );
}

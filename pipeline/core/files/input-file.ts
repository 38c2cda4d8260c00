/**
 * Reads the bytes of an input file, or says why it cannot be read.
 *
 * Takes a path. Returns its bytes; an `InputError` where it is a folder or a device, may not be
 * read, or is larger than any text.
 */
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { InputError, shownPath } from '../finding.ts';

/**
 * The largest file that is read. The longest printed volume of a documentary series has about 5 MB.
 */
export const MOST_BYTES = 64 * 1024 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder, not a file',
  EACCES: 'you may not read it; change its permissions',
  EPERM: 'you may not read it; change its permissions',
  ELOOP: 'it is a link that leads to itself',
  ENAMETOOLONG: 'the name is longer than the file system allows',
  EIO: 'the disk gives an error',
};

/** The reason for a file that its folder lists but that cannot be found. */
export const BYTES_IN_NAME =
  'its name contains bytes that are not UTF-8 (shown as �), as an archive from another ' +
  'system has them; rename it';

/** File names are decoded as UTF-8; invalid bytes become U+FFFD. */
export function hasBytesInName(path: string): boolean {
  return path.includes('\uFFFD');
}

const BROKEN_LINK = 'it is a link that leads nowhere; correct it, or put the file itself here';

/** `rule`: the name under which it is reported. */
export function readInput(path: string, rule: string): Uint8Array {
  const inputError = (message: string): InputError =>
    new InputError({ path: shownPath(path), severity: 'error', rule, message });
  try {
    const stat = statSync(path);
    const { size } = stat;
    // Reading a pipe could wait for ever.
    if (!stat.isFile() && !stat.isDirectory())
      throw inputError('this is not a file but a pipe or a device; name a file');
    // Reported before reading: a file of several gigabytes does not fit into memory.
    if (size > MOST_BYTES) {
      const most = MOST_BYTES / 1024 / 1024;
      throw inputError(
        `the file has ${Math.ceil(size / 1024 / 1024)} MiB, and at most ${most} MiB are ` +
          `read; divide it into one file for each document`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    const missing = isLink
      ? BROKEN_LINK
      : hasBytesInName(path)
        ? BYTES_IN_NAME
        : 'there is no such file';
    const reason = code === 'ENOENT' ? missing : (REASONS[code] ?? code);
    throw inputError(`the file cannot be read: ${reason}`);
  }
}

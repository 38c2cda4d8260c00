/**
 * Replaces a document by a changed version of itself.
 *
 * Takes the path, the bytes from which the change was made, the new bytes. Returns the file, whole,
 * with the permissions that it had. A file that was changed meanwhile, that is write-protected or
 * in use stays as it is, and the error says so.
 */
import { readFileSync, statSync } from 'node:fs';
import { writeWhole } from '../core/files/atomic-files.ts';
import { InputError, shownPath } from '../core/finding.ts';
import { systemFinding } from '../core/system-error.ts';

/** Error codes for a file that another program or a permission protects from writing. */
const REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ETXTBSY']);

/** Another kind of file is in the place of a file of the edition. */
const IN_THE_WAY = new Set(['EISDIR', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST']);

/**
 * The file is write-protected: renaming a temporary file over it would still work, but against the
 * owner's intention.
 */
export function isWriteProtected(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && (stat.mode & 0o222) === 0;
}

/**
 * `what`: name of the file's change in the message. `before`: called before the file is written.
 * Throws an `InputError` where the file cannot be written.
 */
export function replaceFile(
  path: string,
  previous: Uint8Array,
  content: Uint8Array,
  what: string,
  before: () => void,
): void {
  const refuse = (reason: string): InputError =>
    new InputError({
      path: shownPath(path),
      severity: 'warning',
      rule: 'computed/not-written',
      message: `${what} could not be brought up to date: ${reason}`,
    });
  if (isWriteProtected(path))
    throw refuse('the file is write-protected; change its permissions and build again');
  try {
    if (!Buffer.from(previous).equals(readFileSync(path)))
      throw refuse('the file was changed meanwhile; build again');
    before();
    writeWhole(path, content, { durable: true, mode: statSync(path).mode & 0o777 });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const inTheWay = IN_THE_WAY.has(code) ? systemFinding(error) : undefined;
    if (inTheWay) throw new InputError({ ...inTheWay, severity: 'warning' });
    if (!REFUSED.has(code)) throw error;
    throw refuse(
      'the system does not let it be written; close other programs that use it, or change ' +
        'its permissions, and build again',
    );
  }
}

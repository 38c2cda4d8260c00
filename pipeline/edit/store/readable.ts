import { ifReadable } from '../../core/finding.ts';
import type { FileState } from './files.ts';
import type { Session } from './session.ts';

/** Files that cannot be read or edited stay as they are: the list of documents says why. */
export function readOrSkip(session: Session, path: string): FileState | undefined {
  return ifReadable(
    () => session.read(path),
    () => undefined,
  );
}

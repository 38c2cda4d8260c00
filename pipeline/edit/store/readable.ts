import { InputError } from '../../core/finding.ts';
import type { FileState } from './files.ts';
import type { Session } from './session.ts';

/** Files that cannot be read or edited stay as they are: the list of documents says why. */
export function readOrSkip(session: Session, path: string): FileState | undefined {
  try {
    return session.read(path);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

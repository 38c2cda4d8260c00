/** The states of files that were shown: changes are based on them. */
import { PatchRefusal } from '../patch/model.ts';
import { type FileState, readFileState } from './files.ts';

/** How many states are stored. */
const REMEMBERED = 40;

export class FileStates {
  readonly #states = new Map<string, FileState>();

  /** The present file. Throws an `InputError` if it cannot be read. */
  read(path: string): FileState {
    return this.#remember(readFileState(path, (hash) => this.get(path, hash)));
  }

  get(path: string, hash: string): FileState | undefined {
    return this.#states.get(keyOf({ path, hash }));
  }

  /** The state that was shown. Throws a `PatchRefusal` if it is no longer stored. */
  seen(path: string, hash: string): FileState {
    const seen = this.get(path, hash);
    if (seen) return seen;
    const now = this.read(path);
    if (now.hash === hash) return now;
    throw new PatchRefusal('the file was changed by another program; it is shown again, try again');
  }

  #remember(state: FileState): FileState {
    // The latest is removed last.
    this.#states.delete(keyOf(state));
    this.#states.set(keyOf(state), state);
    for (const key of this.#states.keys()) {
      if (this.#states.size <= REMEMBERED) break;
      this.#states.delete(key);
    }
    return state;
  }
}

function keyOf({ path, hash }: { readonly path: string; readonly hash: string }): string {
  return `${path}\n${hash}`;
}

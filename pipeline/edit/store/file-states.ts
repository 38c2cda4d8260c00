/** The states of files that were shown: changes are based on them. */
import { PatchRefusal } from '../patch/model.ts';
import { type FileState, readFileState } from './files.ts';

/** How many states are stored. */
const REMEMBERED = 40;

export class FileStates {
  readonly #states = new Map<string, FileState>();
  readonly #glanced = new Map<string, WeakRef<FileState>>();

  /** The present file. Throws an `InputError` if it cannot be read. */
  read(path: string): FileState {
    return this.#remember(readFileState(path, (hash) => this.#known(path, hash)));
  }

  /**
   * The present file, for a list of files: it displaces no state that was shown, but is not parsed
   * again if it is soon read. Throws an `InputError` if it cannot be read.
   */
  glance(path: string): FileState {
    const state = readFileState(path, (hash) => this.#known(path, hash));
    this.#glanced.set(path, new WeakRef(state));
    return state;
  }

  #known(path: string, hash: string): FileState | undefined {
    const glanced = this.#glanced.get(path)?.deref();
    return this.get(path, hash) ?? (glanced?.hash === hash ? glanced : undefined);
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

  /** A state that was just written, so that it is not parsed again. */
  written(state: FileState): void {
    this.#remember(state);
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

/**
 * Waits for changes of the files that a site is made from.
 *
 * Takes folders, and the work. Runs the work once for several changes together, and never twice at
 * the same time.
 *
 * Changes that the operating system reports are only a hint: it loses some if thousands come at
 * once, and reports nothing about a folder that was removed and restored, or about many network
 * disks. A snapshot of the folders before and after each build, and one every few seconds, decides.
 * (Chokidar 4, which Eleventy uses, misses a watched folder that is restored, and takes 2.3 s and
 * 130 MB for 30,000 files, the snapshot 0.15 s.)
 */
import { existsSync, type FSWatcher, statSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { SITE_MARK } from '../folder.ts';
import { isIgnored, type Snapshot, takeSnapshot } from './snapshot.ts';

/** Editors' programs write a file in several steps, one soon after the other. Milliseconds. */
const QUIET = 40;

/**
 * An emptied file counts as still being written, unless it is empty for this long. Milliseconds.
 */
const EMPTY = 400;

/** Changes without a pause are built after this time. Milliseconds. */
const LONGEST_WAIT = 5000;

/**
 * The pause between two snapshots: at least this many milliseconds, and this many times the
 * duration of a snapshot.
 */
const PAUSE = 1000;
const SHARE = 50;

interface WatchOptions {
  /** Folders with files that the work depends on. They may be missing for a while. */
  readonly folders: readonly string[];
  /** The work. It has to handle its own errors. */
  readonly changed: () => Promise<void>;
  /** The state of the work's output: if it has changed since the work, the work is done again. */
  readonly result?: () => string;
}

export function watch(options: WatchOptions): { close(): void } {
  const watcher = new Watcher(options);
  watcher.start();
  return { close: () => watcher.close() };
}

class Watcher {
  readonly #options: WatchOptions;
  readonly #hints = new Map<string, FSWatcher>();
  readonly #changes = new Set<string>();
  #snapshot: Snapshot;
  #result = '';
  #settling: NodeJS.Timeout | undefined;
  #firstChange: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #busy = false;
  #closed = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#snapshot = takeSnapshot(options.folders);
  }

  start(): void {
    this.#takeHints();
    this.#result = this.#options.result?.() ?? '';
    this.#look();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#settling);
    clearTimeout(this.#timer);
    for (const hint of this.#hints.values()) hint.close();
  }

  /** Does the work, then checks whether anything has changed meanwhile. */
  async #run(work: () => Promise<void>): Promise<void> {
    this.#busy = true;
    try {
      await work();
    } finally {
      this.#busy = false;
      this.#result = this.#options.result?.() ?? '';
      if (!this.#closed) this.#look();
    }
  }

  /** Takes a snapshot, and runs the work if it differs from that of the last work. */
  #look(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#busy) return;
    const begun = performance.now();
    const now = takeSnapshot(this.#options.folders);
    const isSame =
      now.signature === this.#snapshot.signature &&
      (this.#options.result?.() ?? '') === this.#result;
    if (!isSame || this.#changes.size > 0) this.#settle(QUIET);
    const cost = performance.now() - begun;
    this.#timer = setTimeout(() => this.#look(), Math.max(PAUSE, SHARE * cost));
  }

  /**
   * Waits until there are no more changes, and none of the changed files is still being written.
   */
  #settle(pause: number): void {
    clearTimeout(this.#settling);
    this.#firstChange ??= performance.now();
    const isLate = performance.now() - this.#firstChange > LONGEST_WAIT;
    this.#settling = setTimeout(
      () => {
        if (this.#closed || this.#busy) return;
        if (!isLate && pause < EMPTY && [...this.#changes].some(isEmpty)) this.#settle(EMPTY);
        else this.#begin();
      },
      isLate ? 0 : pause,
    );
  }

  #begin(): void {
    this.#firstChange = undefined;
    this.#changes.clear();
    this.#snapshot = takeSnapshot(this.#options.folders);
    this.#takeHints();
    void this.#run(this.#options.changed);
  }

  /** Asks the operating system to report changes in the folders of the snapshot. */
  #takeHints(): void {
    const wanted = new Map(
      [...this.#snapshot.folders].map(([path, state]) => [`${state.split(' ')[0]} ${path}`, path]),
    );
    for (const [key, hint] of this.#hints) {
      if (wanted.has(key)) continue;
      hint.close();
      this.#hints.delete(key);
    }
    for (const [key, path] of wanted) {
      if (this.#hints.has(key)) continue;
      const hint = hintsOf(path, (name) => this.#changed(join(path, name)));
      if (hint) this.#hints.set(key, hint);
    }
  }

  #changed(path: string): void {
    // The site may be in the edition's folder.
    if (this.#closed || existsSync(join(path, SITE_MARK))) return;
    this.#changes.add(path);
    if (!this.#busy) this.#settle(QUIET);
  }
}

/**
 * Undefined if the system does not report changes there, or can watch no more folders: the
 * snapshots find them a little later.
 */
function hintsOf(folder: string, changed: (name: string) => void): FSWatcher | undefined {
  try {
    const hint = watchFolder(folder, (_event, name) => {
      if (name !== null && !isIgnored(name)) changed(name);
    });
    return hint.on('error', () => hint.close());
  } catch {
    return undefined;
  }
}

function isEmpty(path: string): boolean {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() === true && stat.size === 0;
  } catch {
    return false;
  }
}

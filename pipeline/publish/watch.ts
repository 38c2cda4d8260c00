/**
 * Waiting for changes of the files that a site is made from.
 *
 * In: an edition, what to do, and what to do before the first change. Out: the doing, once for changes that come together, and never twice at the same time.
 */
import { existsSync, type FSWatcher, statSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { type Edition, PROGRAM } from '../edition.ts';

/** An editor's program writes a file in several steps, one soon after the other. Milliseconds. */
const QUIET = 40;

/** A file that has been emptied is still being written, unless it is empty for as long as this. Milliseconds. */
const EMPTY = 400;

export function watch(
  edition: Edition,
  changed: () => Promise<void>,
  before: () => Promise<void> = async () => {},
): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let waiting = false;
  const changes = new Set<string>();
  const doing = async (work: () => Promise<void>): Promise<void> => {
    busy = true;
    try {
      await work();
    } finally {
      busy = false;
    }
    if (waiting) {
      waiting = false;
      soon(QUIET);
    }
  };
  const run = async (): Promise<void> => {
    if (busy) {
      waiting = true;
      return;
    }
    changes.clear();
    await doing(changed);
  };
  const soon = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (pause < EMPTY && [...changes].some(isEmpty)) soon(EMPTY);
      else run();
    }, pause);
  };
  const folders = [edition.root, join(PROGRAM, 'xslt'), join(PROGRAM, 'site')].filter((folder) => existsSync(folder));
  const watchers: FSWatcher[] = folders.map((folder) =>
    watchFolder(folder, { recursive: true }, (_event, name) => {
      if (name === null || /(^|[/\\])\.|\.tmp$|~$/.test(name)) return;
      changes.add(join(folder, name));
      soon(QUIET);
    }),
  );
  void doing(before);
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function isEmpty(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === 0;
}

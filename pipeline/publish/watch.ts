/**
 * Waiting for changes of the files that a site is made from.
 *
 * In: an edition and what to do. Out: the doing, once for changes that come together, and never twice at the same time.
 */
import { existsSync, type FSWatcher, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { type Edition, PROGRAM } from '../edition.ts';

/** An editor's program writes a file in several steps. Milliseconds. */
const QUIET = 150;

export function watch(edition: Edition, changed: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let waiting = false;
  const run = async (): Promise<void> => {
    if (busy) {
      waiting = true;
      return;
    }
    busy = true;
    try {
      await changed();
    } finally {
      busy = false;
    }
    if (waiting) {
      waiting = false;
      soon();
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET);
  };
  const folders = [edition.root, join(PROGRAM, 'xslt'), join(PROGRAM, 'site')].filter((folder) => existsSync(folder));
  const watchers: FSWatcher[] = folders.map((folder) =>
    watchFolder(folder, { recursive: true }, (_event, name) => {
      if (name !== null && !/(^|[/\\])\.|\.tmp$|~$/.test(name)) soon();
    }),
  );
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

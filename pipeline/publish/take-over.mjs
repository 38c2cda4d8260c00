// @ts-check
/**
 * A thread's entry: files of a former site under another folder's name.
 *
 * In: two folders, and addresses that are in both, in messages of many lines. Out: the files, and a
 * message when a null has come and all are there.
 */
import { copyFileSync, linkSync, lstatSync, mkdirSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** @type {{ from: string, to: string }} */
const { from, to } = workerData;

/** @type {Set<string>} */
const folders = new Set();

parentPort?.on('message', (/** @type {string | null} */ addresses) => {
  for (const address of addresses?.split('\n') ?? []) take(address);
  if (addresses !== null) return;
  parentPort?.postMessage(null);
  parentPort?.close();
});

/** @param {string} address */
function take(address) {
  const target = join(to, address);
  const folder = dirname(target);
  if (!folders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  }
  sameFile(join(from, address), target);
}

/**
 * Some file systems know no file under two names; there it is copied, with its time.
 *
 * @param {string} source
 * @param {string} target
 */
function sameFile(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
    const { atime, mtime } = lstatSync(source);
    utimesSync(target, atime, mtime);
  }
}

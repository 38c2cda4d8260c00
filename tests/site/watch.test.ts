/**
 * Waiting for changes: one build for changes that come together, and none of a file that is still
 * being written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { editionAt } from '../../pipeline/edition/edition.ts';
import { watch } from '../../pipeline/publish/serve/watch.ts';
import { removeFolders, temporaryFolder } from './edition.ts';

afterAll(removeFolders);

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !holds(); tries += 1) await pause(25);
  expect(holds()).toBe(true);
}

test('changes wait for the work under way, come together, and not before the file is written', async () => {
  const edition = editionAt(join(temporaryFolder(), 'tei'));
  mkdirSync(edition.documents, { recursive: true });
  const file = join(edition.documents, 'a.xml');
  writeFileSync(file, 'first');
  const done: string[] = [];
  let release = (): void => {};
  const watcher = watch({
    folders: [edition.root],
    changed: () => {
      done.push('begun');
      return new Promise((ended) => {
        release = () => {
          done.push('ended');
          ended();
        };
      });
    },
  });
  try {
    await pause(100);
    writeFileSync(file, 'second');
    writeFileSync(join(edition.documents, 'b.xml'), 'second');
    await until(() => done.length === 1);
    await pause(300);
    expect(done).toEqual(['begun']);
    writeFileSync(file, 'changed meanwhile');
    writeFileSync(join(edition.documents, 'b.xml'), 'changed meanwhile');
    await pause(300);
    expect(done).toEqual(['begun']);
    release();
    await until(() => done.length === 3);
    release();
    await pause(300);
    expect(done).toEqual(['begun', 'ended', 'begun', 'ended']);

    writeFileSync(file, '');
    await pause(150);
    expect(done.length).toBe(4);
    writeFileSync(file, 'third');
    await until(() => done.length === 5);
    release();
    await until(() => done.length === 6);

    // One that an editor has emptied is a change as well.
    writeFileSync(file, '');
    await until(() => done.length === 7);
    release();
  } finally {
    watcher.close();
  }
});

/** A document that an editor has moved into another folder still has its source. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { makeEdition, SOURCE } from './edition.ts';

it.each([['documents', 'letters'], ['letters']])('%s/%s', async (...folders) => {
  const edition = makeEdition();
  await edition.encode();
  const moved = join(edition.root, ...folders.filter((one) => one !== undefined), 'd7.xml');
  mkdirSync(dirname(moved), { recursive: true });
  renameSync(edition.document, moved);
  const tei = readFileSync(moved, 'utf8');
  writeFileSync(moved, tei.replace('lost everything', 'lost'));

  const [status] = [await edition.status()];
  expect(status).toMatchObject({ id: 'd7', state: 'edited' });
  expect(status.source).toMatch(/d7\.txt$/);
  expect((await edition.siglum('check')).out).toMatch(
    /d7\.xml:\d+:\d+: warning: “everything” of the source/,
  );
  expect((await edition.encode()).outcome).toBe('kept');
  expect(existsSync(edition.document)).toBe(false);

  edition.source(SOURCE.replace('Nobody was hurt', 'No one was hurt'));
  expect((await edition.encode()).outcome).toBe('merged');
  const merged = readFileSync(moved, 'utf8');
  expect(merged).toContain('No one was hurt');
  expect(merged).not.toContain('everything');
  expect(existsSync(edition.document)).toBe(false);
});

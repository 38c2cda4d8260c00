/** `siglum status`, and that no command replaces a document that an editor has corrected. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { refreshDocuments } from '../../pipeline/encode/run/refresh.ts';
import { makeEdition, persons, removeEditions, SOURCE, type TestEdition } from './edition.ts';

afterAll(removeEditions);

const KLEIN = ['p_klein', 'Otto', 'Klein'] as const;
const BERG = ['p_berg', 'Anna', 'Berg'] as const;

async function encoded(): Promise<TestEdition> {
  const edition = makeEdition();
  await edition.encode();
  return edition;
}

describe('the state of a document', () => {
  it('untouched, outdated, edited, outdated and edited, conflicting', async () => {
    const edition = await encoded();
    expect(await edition.status()).toMatchObject({
      state: 'untouched',
      edited: false,
      next: 'nothing',
    });
    edition.authorities(persons(KLEIN, BERG));
    expect(await edition.status()).toMatchObject({
      state: 'outdated',
      edited: false,
      next: 'replace',
    });
    await edition.encode();
    edition.edit('Nobody was hurt', 'No one was hurt');
    expect(await edition.status()).toMatchObject({
      state: 'edited',
      edited: true,
      next: 'nothing',
    });
    edition.authorities(persons(KLEIN));
    expect(await edition.status()).toMatchObject({
      state: 'outdated',
      edited: true,
      next: 'merge',
    });
    edition.source(SOURCE.replace('Nobody was', 'Not one was'));
    const { state, conflicts } = await edition.status();
    expect(state).toBe('conflicting');
    expect(conflicts[0]).toMatchObject({ before: 'Nobody', editor: 'No one', encoder: 'Not one' });
  });

  it('the document names the very file that it was made from', async () => {
    const edition = await encoded();
    const source = readFileSync(join(edition.root, 'sources', 'd7.txt'));
    const address = `ni:///sha-256;${createHash('sha256').update(source).digest('base64url')}`;
    expect(edition.read()).toContain(`<ptr type="source" target="${address}"/>`);
  });

  it('a build keeps each document up to date with its source, the authorities and edition.xml, and encodes nothing else', async () => {
    const edition = await encoded();
    const refreshed = async () => {
      const opened = openEdition(edition.root);
      const { saveVerdicts, ...found } = await refreshDocuments(opened, {
        fileIndex: new FileIndex(opened.cache, opened.root),
      });
      saveVerdicts();
      return found;
    };
    const nothing = { encoded: 0, merged: 0, findings: [], unmerged: new Set() };
    expect(await refreshed()).toEqual(nothing);
    edition.authorities(persons(KLEIN, BERG));
    expect(await refreshed()).toEqual({ ...nothing, encoded: 1 });
    expect(edition.read()).toContain('ref="#p_berg"');
    expect(await refreshed()).toEqual(nothing);
    edition.edit('Nobody was hurt', 'No one was hurt');
    expect(await refreshed()).toEqual(nothing);
    edition.source(SOURCE.replace('thank God', 'thanks be to God'));
    expect(await refreshed()).toEqual({ ...nothing, merged: 1 });
    expect(edition.read()).toContain('No one was hurt, thanks be to God.');
    expect(await refreshed()).toEqual(nothing);
    const header = join(edition.root, 'edition.xml');
    writeFileSync(
      header,
      readFileSync(header, 'utf8').replace('<publisher>The edition<', '<publisher>A press<'),
    );
    expect(await refreshed()).toEqual({ ...nothing, merged: 1 });
    expect(edition.read()).toContain('<publisher>A press</publisher>');
    edition.source(SOURCE.replace('Nobody was', 'Not one was'));
    const conflicting = await refreshed();
    expect(conflicting).toMatchObject({
      merged: 0,
      findings: [{ rule: 'encode/conflict', severity: 'error' }],
    });
    expect(conflicting.unmerged).toEqual(new Set([edition.document]));
    expect(await refreshed(), 'as it was found before').toEqual(conflicting);
  });

  it('a source without a document, a document without a source, a source that cannot be encoded', async () => {
    const edition = await encoded();
    writeFileSync(
      join(edition.root, 'sources', 'd8.txt'),
      SOURCE.replace('7. Letter', '8. Letter'),
    );
    writeFileSync(join(edition.root, 'sources', 'd9.txt'), '');
    rmSync(join(edition.root, 'sources', 'd7.txt'));
    const text = await edition.siglum('status');
    expect(text.code).toBe(1);
    expect(text.out).toMatch(
      /^untouched {4}d7 {2}no source\nnew {10}d8 .*\nunreadable {3}d9\n3 documents: 1 untouched, 1 new, 1 unreadable\n$/,
    );
    expect(text.err).toMatch(/d9\.txt: error: the file contains no text/);
    const json = JSON.parse((await edition.siglum('status', '--format', 'json')).out);
    expect(json).toMatchObject({
      format: 'siglum/status',
      version: 1,
      counts: { untouched: 1, new: 1, unreadable: 1 },
    });
    expect(
      json.documents.map(({ id, source }: { id: string; source: string | null }) => [
        id,
        source === null,
      ]),
    ).toEqual([
      ['d7', true],
      ['d8', false],
      ['d9', false],
    ]);
  });
});

describe('a corrected document survives', () => {
  it.each([
    ['encode', []],
    ['encode', ['--conflicts', 'encoder']],
    ['check', []],
    ['status', []],
    ['build', ['--out']],
  ])('siglum %s %j', async (command, words) => {
    const edition = await encoded();
    edition.edit('Nobody was hurt', 'No one was hurt');
    edition.source(SOURCE.replace('thank God', 'thanks be to God'));
    const place = join(edition.root, 'made');
    mkdirSync(place);
    const said = await edition.siglum(
      command,
      ...words.flatMap((word) => (word === '--out' ? [word, place] : [word])),
    );
    expect(said.err).not.toMatch(/internal error/);
    expect(readFileSync(edition.document, 'utf8')).toContain('No one was hurt');
    if (command === 'build') {
      expect(said.code, said.err).toBe(0);
      expect(said.out).toContain('1 edited document merged with a new encoding');
      expect(readFileSync(join(place, 'documents', 'd7.html'), 'utf8')).toContain(
        'No one was hurt, thanks be to God',
      );
    }
  });
});

/**
 * Outdated documents: a build updates them, a release does not publish them.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { refreshDocuments } from '../../pipeline/encode/run/refresh.ts';
import { makeEdition, persons, removeEditions, SOURCE, type TestEdition } from './edition.ts';

afterAll(removeEditions);

const KLEIN = ['p_klein', 'Otto', 'Klein'] as const;
const BERG = ['p_berg', 'Anna', 'Berg'] as const;

function changeIn(edition: TestEdition, name: string, from: string, to: string): void {
  const path = join(edition.root, name);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

describe('a release', () => {
  it('is refused while a document is outdated or in conflict, and is made after a build', async () => {
    const edition = makeEdition();
    const site = join(edition.root, '..', `${edition.root.split('/').pop()}-site`);
    const build = (...words: string[]) => edition.siglum('build', '--out', site, ...words);
    await edition.encode();
    changeIn(edition, 'edition.xml', '<publisher>The edition<', '<publisher>A press<');
    edition.authorities(persons(KLEIN, BERG));
    const before = edition.read();
    const refused = await build('--release', '1.0.0');
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/d7\.xml: error: the document is outdated: .* run "siglum build"/);
    expect(existsSync(join(edition.root, 'releases'))).toBe(false);
    expect(edition.read(), 'a release writes no document').toBe(before);

    const built = await build();
    expect(built.code, built.err).toBe(0);
    expect(built.out).toContain('1 document encoded');
    expect(readFileSync(join(site, 'documents', 'd7.xml'), 'utf8')).toContain(
      '<publisher>A press</publisher>',
    );
    expect(
      JSON.parse((await edition.siglum('status', '--format', 'json')).out).counts,
    ).toMatchObject({
      untouched: 1,
    });

    edition.edit('Nobody was hurt', 'No one was hurt');
    edition.source(SOURCE.replace('Nobody was', 'Not one was'));
    const edited = edition.read();
    const conflicting = await build();
    expect(conflicting.code).toBe(1);
    expect(conflicting.err).toMatch(
      /d7\.xml:\d+:\d+: error: the editor has .*No one.* \[encode\/conflict\]/,
    );
    expect(edition.read(), 'nothing is written').toBe(edited);
    expect(
      readFileSync(join(site, 'documents', 'd7.html'), 'utf8'),
      'the editor’s document is shown',
    ).toContain('No one was hurt');
    const again = await build('--release', '1.0.0');
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/d7\.xml:\d+:\d+: error: .* \[encode\/conflict\]/);
    expect(existsSync(join(edition.root, 'releases'))).toBe(false);
    expect(
      JSON.parse((await edition.siglum('status', '--format', 'json')).out).counts,
    ).toMatchObject({
      conflicting: 1,
    });

    expect((await edition.siglum('encode', '--conflicts', 'editor')).code).toBe(0);
    const released = await build('--release', '1.0.0');
    expect(released.code, released.err).toBe(0);
    const shown = readFileSync(join(site, 'v1.0.0', 'documents', 'd7.xml'), 'utf8');
    expect(shown).toContain('No one was hurt');
    expect(shown).toContain('<publisher>A press</publisher>');
  }, 180_000);
});

describe('a build', () => {
  it('shows an edited document with right counts; the second build writes nothing; check only remarks', async () => {
    const edition = makeEdition();
    await edition.encode();
    edition.edit('insurers', '<emph>insurers</emph>');
    const edited = edition.read();
    const checked = await edition.siglum('check');
    expect(checked.code, checked.out).toBe(0);
    expect(checked.out).toMatch(/d7\.xml:\d+:\d+: remark: .*emph/);
    expect(edition.read()).toBe(edited);
    const site = join(edition.root, '..', `${edition.root.split('/').pop()}-site`);
    const built = await edition.siglum('build', '--out', site);
    expect(built.code, built.err).toBe(0);
    expect(built.err.match(/d7\.xml: remark: counts brought up to date/g)).toHaveLength(1);
    const tei = edition.read();
    expect(tei).toContain('<tagUsage gi="emph" occurs="1"/>');
    expect(readFileSync(join(site, 'documents', 'd7.html'), 'utf8')).toMatch(
      /<em[^>]*>insurers<\/em>/,
    );
    const again = await edition.siglum('build', '--out', site);
    expect(again.code, again.err).toBe(0);
    expect(again.err).not.toContain('brought up to date');
    expect(edition.read()).toBe(tei);
  }, 120_000);

  it('leaves the documents as they are where an authority file is broken, and reports it', async () => {
    const edition = makeEdition();
    await edition.encode();
    const before = edition.read();
    edition.authorities('<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>');
    edition.source(SOURCE.replace('thank God', 'thanks be to God'));
    const opened = openEdition(edition.root);
    const { findings } = await refreshDocuments(opened, {
      fileIndex: new FileIndex(opened.cache, opened.root),
    });
    expect(findings).toMatchObject([
      { severity: 'error', path: expect.stringMatching(/persons\.xml$/) },
    ]);
    expect(edition.read()).toBe(before);
  });

  it('leaves the documents as they are while there is no edition.xml, and reports it', async () => {
    const edition = makeEdition();
    await edition.encode();
    const before = edition.read();
    rmSync(join(edition.root, 'edition.xml'));
    const opened = openEdition(edition.root);
    const { encoded, merged, findings } = await refreshDocuments(opened, {
      fileIndex: new FileIndex(opened.cache, opened.root),
    });
    expect([encoded, merged]).toEqual([0, 0]);
    expect(edition.read()).toBe(before);
    expect(findings.map(({ rule }) => rule)).toContain('edition/no-header');
    const byHand = await edition.siglum('encode');
    expect(byHand.err).toContain('are not brought up to date');
    expect(byHand.code).toBe(0);
    expect(edition.read()).toBe(before);
  });

  it('encodes a document with the authority files and the genre that were named for it', async () => {
    const edition = makeEdition();
    const named = join(edition.root, 'volume.xml');
    writeFileSync(named, persons(KLEIN, BERG));
    expect((await edition.siglum('encode', '--authority', named)).code).toBe(0);
    const encoded = edition.read();
    expect(encoded).toContain('ref="#p_berg"');
    const refreshed = () => {
      const opened = openEdition(edition.root);
      return refreshDocuments(opened, { fileIndex: new FileIndex(opened.cache, opened.root) });
    };
    expect(await refreshed()).toMatchObject({ encoded: 0, findings: [] });
    expect(await edition.status()).toMatchObject({ state: 'untouched' });
    edition.source(SOURCE.replace('thank God', 'thanks be to God'));
    expect(await refreshed()).toMatchObject({ encoded: 1, findings: [] });
    expect(edition.read()).toContain('thanks be to God');
    expect(edition.read()).toContain('ref="#p_berg"');
    rmSync(named);
    expect(await refreshed()).toMatchObject({
      encoded: 0,
      findings: [{ severity: 'warning', rule: 'encode/no-authority' }],
    });
    expect((await edition.siglum('encode')).code).toBe(0);
    expect(edition.read()).not.toContain('ref="#p_berg"');
    expect(await refreshed()).toMatchObject({ encoded: 0, findings: [] });
  }, 60_000);
});

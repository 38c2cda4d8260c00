/**
 * Documents with odd file names are packaged under names that repositories accept, and
 * pointers to them are changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deposit } from '../../pipeline/deposit/deposit.ts';
import { PackagedNames, packagedId } from '../../pipeline/deposit/package/document-names.ts';
import { isPortable } from '../../pipeline/deposit/package/names.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { filesBelow } from '../site/edition.ts';
import { copyOfEdition, removeFolders, temporaryFolder } from './edition.ts';

afterAll(removeFolders);

const NAMES = [
  'a & b',
  'what?',
  'no#5',
  '%41',
  'line\nbreak',
  'Müller',
  'Mu\u0308ller',
  '"x"',
  'con',
  '.hidden',
  'under_score',
];

describe('pointers', () => {
  const names = new PackagedNames([...NAMES, 'plain'].map((name) => `/tei/documents/${name}.xml`));

  it.each(NAMES)('to %j', (name) => {
    const id = packagedId(`${name}.xml`);
    expect(isPortable(`${id}.xml`)).toBe(true);
    const address = encodeURIComponent(name);
    const tei = `<p n="1"><ref target="#x ../documents/${address}.xml#p1 plain.xml">a="b.xml"</ref><ptr target='${address}.xml'/></p>`;
    expect(names.inText(tei)).toBe(tei.replaceAll(`${address}.xml`, `${id}.xml`));
  });

  it('written as they are', () => {
    expect(names.inText('<ref target="a&amp;b.xml Müller.xml under_score.xml#x"/>')).toBe(
      `<ref target="a&amp;b.xml ${packagedId('Müller.xml')}.xml ${packagedId('under_score.xml')}.xml#x"/>`,
    );
  });
});

it('a package of an edition with oddly named documents is complete', async () => {
  const root = copyOfEdition();
  const memo = readFileSync(join(root, 'documents', 'd149.xml'), 'utf8');
  writeFileSync(join(root, 'documents', 'a & b?.xml'), memo.replaceAll('d149', 'd150'));
  const place = join(temporaryFolder(), 'dist');
  await deposit(openEdition(root), place);
  const files = filesBelow(place);
  const id = packagedId('a & b?.xml');
  const packaged = files.filter((name) => name.endsWith(`/data/documents/${id}.xml`));
  expect(packaged).toHaveLength(1);
  const folder = join(place, packaged[0] as string, '..');
  expect(readFileSync(join(folder, `${id}.xml`), 'utf8')).toContain('xml:id="d150"');
  expect(existsSync(join(folder, '..', 'text', `${id}.txt`))).toBe(true);
  for (const name of files) expect(name).not.toMatch(/[&?%#\s]/);
});

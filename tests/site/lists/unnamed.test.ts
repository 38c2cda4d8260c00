/**
 * Files without an identifier of their own: anchors are the whole identifiers, on their pages and
 * in links from others.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { removeFolders, temporaryFolder } from '../edition.ts';
import { siglumHere } from '../in-process.ts';

afterAll(removeFolders);

const tei = (id: string, body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"${id}><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;

test('a link leads to the passage, whether or not its file has an identifier', async () => {
  const folder = join(temporaryFolder(), 'edition');
  mkdirSync(folder);
  const write = (name: string, text: string): void =>
    writeFileSync(join(folder, `${name}.xml`), text);
  write(
    'a',
    tei('', '<p>See <ref target="b.xml#b-p1">b</ref> and <ref target="c.xml#c-p1">c</ref>.</p>'),
  );
  write('b', tei('', '<div xml:id="b"><p xml:id="b-p1">B.</p></div>'));
  write('c', tei(' xml:id="c"', '<div><p xml:id="c-p1">C.</p></div>'));
  const site = join(folder, '..', '_site');
  const { err } = await siglumHere('build', '--edition', folder, '--out', site);
  const page = (id: string): string => readFileSync(join(site, 'documents', `${id}.html`), 'utf8');
  expect(page('a'), err).toContain(
    '<a class="ref" href="b.html#b-p1">b</a> and <a class="ref" href="c.html#p1">c</a>',
  );
  expect(page('b')).toContain('<p id="b-p1">');
  expect(page('c')).toContain('<p id="p1">');
}, 120_000);

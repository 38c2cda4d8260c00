/** Words marked one by one: their features (`fs`) are words of their own; marks adjoin the word before. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

let transformer: Transformer;
beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});
afterAll(removeFolders);

const { strings } = openInterface('en');

function file(body: string): string {
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`,
  );
  return path;
}

const word = (...features: string[]): string =>
  `<w><fs>\n${features.map((one) => `  <f name="x">${one}</f>\n`).join('')}</fs></w>`;

const CASES: readonly (readonly [body: string, words: string])[] = [
  ['<p><w>went</w>\n<w>,</w>\n<w>(</w>\n<w>home</w>\n<w>)</w>\n<w>.</w></p>', 'went, ( home).'],
  [
    `<u>${word('domus', 'noun', 'house')} ${word('alba', '', 'white')}</u>`,
    'domus [noun · house] alba [white]',
  ],
  [`<p>${word('nix')}<pc>.</pc></p>`, 'nix.'],
  [`<p>${word('', '', 'snow')} ${word('', '')}fell</p>`, 'snow fell'],
  [
    '<p>Seen: <fs><f name="a"><string>one</string></f><f name="b"><string>two</string></f></fs></p>',
    'Seen: one [two]',
  ],
];

it.each(CASES)('the page of %s has “%s”', (body, words) => {
  const { text, unforeseen } = transformer.html(file(body), { strings, addresses: {} });
  expect(text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')).toContain(words);
  expect(unforeseen).toEqual([]);
});

it.each(CASES)('the text of %s is “%s”', (body, words) => {
  const path = file(body);
  const edition = { ...transformer.editionFacts(path), title: 'E', statedTitle: 'E' };
  const places = { page: '', tei: '', entries: {} };
  expect(transformer.metadata(path, { strings, edition, places }).text.trim()).toContain(words);
});

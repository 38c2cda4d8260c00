/** White space that a file has within `subst` is layout: words on the page are whole. */
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

it.each([
  ['a letter', 'dass <subst>\n  <del>s</del>\n  <add>S</add>\n</subst>ie kam', 'dass sSie kam'],
  [
    'a word',
    'was <subst>\n  <del>cold</del>\n  <add>warm</add>\n</subst> and',
    'was cold warm and',
  ],
  [
    'a word before its removal',
    'was <subst> <add>warm</add> <del>cold</del> </subst> and',
    'was warm cold and',
  ],
  [
    'a word on one line',
    'was <subst><del>cold</del><add>warm</add></subst> and',
    'was cold warm and',
  ],
])('%s in place of another', (_, line, words) => {
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><p>${line}</p></body></text></TEI>`,
  );
  const { text } = transformer.html(path, { strings: openInterface('en').strings, addresses: {} });
  expect(text.replace(/<[^>]*>/g, '').replace('¶', '')).toContain(words);
});

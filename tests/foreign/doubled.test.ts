/** Repeated elements that TEI allows once: the document is built, and nothing fails. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { removeFolders, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

afterAll(removeFolders);

const header = (source: string, profile: string): string =>
  `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc><profileDesc>${profile}</profileDesc></teiHeader>`;
const KEYWORDS = '<textClass><keywords><term>wells</term></keywords></textClass>';
const IDENTIFIER = '<msIdentifier><settlement>Brno</settlement><idno>7</idno></msIdentifier>';
const OBJECT = '<objectDesc form="roll"><p>A roll.</p></objectDesc>';
const manuscript = (identifiers: number, objects: number): string =>
  `<msDesc>${IDENTIFIER.repeat(identifiers)}<physDesc>${OBJECT.repeat(objects)}</physDesc></msDesc>`;

const tei = (headers: string, lemmas = 1): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${headers}<text><body><p>Words <app>${'<lem>one</lem>'.repeat(lemmas)}<rdg>two</rdg></app></p></body></text></TEI>`;

const DOCUMENTS: Readonly<Record<string, string>> = {
  header: tei(header('<p/>', '').repeat(2)),
  identifier: tei(header(manuscript(2, 1), '')),
  object: tei(header(manuscript(1, 2), '')),
  lemma: tei(header('<p/>', ''), 2),
  licence: tei(
    header('<p/>', '').replace(
      '<publicationStmt><p/>',
      `<publicationStmt><publisher>P</publisher>${'<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence><licence>All</licence></availability>'.repeat(2)}`,
    ),
  ),
  keywords: tei(header('<p/>', KEYWORDS.repeat(2))),
  all: tei(header(manuscript(2, 2).repeat(2), KEYWORDS.repeat(2)).repeat(2), 2),
};

it('each has its page, and no stylesheet fails', async () => {
  const root = join(temporaryFolder(), 'tei');
  mkdirSync(root);
  for (const [name, content] of Object.entries(DOCUMENTS))
    writeFileSync(join(root, `${name}.xml`), content);
  const site = join(root, '_site');
  const { code, err } = await siglumHere('build', '--edition', root, '--out', site);
  expect(err).not.toContain('transform/failed');
  expect(code).toBe(0);
  for (const name of Object.keys(DOCUMENTS)) {
    const page = join(site, 'documents', `${name}.html`);
    expect(existsSync(page), name).toBe(true);
    expect(readFileSync(page, 'utf8')).toContain('Words');
  }
});

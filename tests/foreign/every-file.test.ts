/** Every file of TEI in a folder is a document, a register, or named by a finding. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Finding } from '../../pipeline/core/finding.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { editionFiles } from '../../pipeline/edition/edition-files.ts';
import { unusedRegisters } from '../../pipeline/publish/site/open/entries.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

const NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"';
const header = (profile = '', source = '<p/>'): string =>
  `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc>${profile}</teiHeader>`;
const tei = (content: string, root = 'TEI', namespace = NAMESPACE): string =>
  `<${root} ${namespace}>${content}</${root}>`;
const TEXT = '<text><body><p>Words</p></body></text>';
const EVENT = '<listEvent><event xml:id="e1"><desc>A suit</desc></event></listEvent>';

/** Roots, and what a TEI file may be without: each combination is a file. */
const ROOTS = [
  ...['text', 'body', 'div', 'p', 'teiHeader', 'standOff', 'listPerson', 'person', 'msDesc'],
  ...['biblStruct', 'facsimile', 'sourceDoc', 'surface', 'TEI', 'teiCorpus', 'schemaSpec', 'entry'],
];
const CONTENTS: Readonly<Record<string, string>> = {
  nothing: '',
  comment: '<!-- none -->',
  header: header(),
  words: '<p>Words</p>',
  both: header() + TEXT,
  empty: `${header()}<text/>`,
  standOff: `${header()}<standOff><listPerson/></standOff>`,
  event: header('', EVENT),
  inner: `${header()}${tei(header() + TEXT)}`,
};
const OTHERS: Readonly<Record<string, string>> = {
  'wrong-namespace.xml': tei(header() + TEXT, 'TEI', 'xmlns="http://www.tei-c.org/ns/2.0"'),
  'no-namespace.xml': tei(header() + TEXT, 'TEI', ''),
  'p4.xml': '<TEI.2><teiHeader/></TEI.2>',
  'wrapped.xml': `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">${tei(header() + TEXT)}</OAI-PMH>`,
  'records.xml': `<records>${tei(header() + TEXT)}</records>`,
  'capital.XML': tei(header() + TEXT),
  'ending.tei': tei(header() + TEXT),
  'schema/document.xml': tei(header() + TEXT),
  'authorities/document.xml': tei(header() + TEXT),
  'copy/wrong-namespace.xml': tei(header() + TEXT),
  'empty.xml': '',
  'open.xml': `<TEI ${NAMESPACE}><text>`,
  'page.xml': '<html xmlns="http://www.w3.org/1999/xhtml"/>',
  'json.xml': '{"a": 1}',
};

const files: Record<string, string> = { ...OTHERS };
for (const root of ROOTS)
  for (const [name, content] of Object.entries(CONTENTS))
    files[`${root}-${name}.xml`] = tei(content, root);

let folder: string;
let found: ReturnType<typeof editionFiles>;

beforeAll(() => {
  folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  for (const name of ['dist', '_site']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'x.xml'), tei(header() + TEXT));
  }
  found = editionFiles(openEdition(folder));
});

const named = (name: string): Finding[] =>
  found.findings.filter(({ path, message }) => path.endsWith(`/${name}`) || message.includes(name));

it('none disappears', () => {
  const used = [...found.documents, ...found.authorities].map((path) => relative(folder, path));
  const silent = Object.keys(files).filter(
    (name) => !used.includes(name) && named(name).length === 0,
  );
  expect(silent).toEqual([]);
  expect(used.length).toBeGreaterThan(20);
});

it.each([
  ['div-words.xml', 'begins with <div>, a part of TEI that no document includes'],
  ['teiHeader-nothing.xml', 'begins with <teiHeader>, a part of TEI'],
  ['wrapped.xml', 'has documents of TEI inside <OAI-PMH>'],
  ['records.xml', 'inside <records>, and none of them is shown; save each <TEI>'],
  ['teiCorpus-header.xml', 'has a header alone'],
  ['schemaSpec-words.xml', 'describes a schema (ODD)'],
  ['capital.XML', 'the name of a TEI file ends in .xml'],
  ['ending.tei', 'the name of a TEI file ends in .xml'],
  ['schema/document.xml', 'is in schema/, so it is not shown'],
  ['authorities/document.xml', 'is read for its entries'],
  ['dist', 'the folder has XML files, and is skipped'],
  ['json.xml', 'not well-formed XML, and not shown'],
  ['page.xml', 'one file of XML is neither a document nor a register of TEI'],
])('%s: %s', (name, message) => {
  expect(named(name).map((one) => one.message)).toContainEqual(expect.stringContaining(message));
});

it('a case with events in its header and an abstract is a document, not a register', () => {
  const path = join(folder, 'case.xml');
  writeFileSync(
    path,
    tei(
      `${header('<profileDesc><abstract><p>A suit of 1931.</p></abstract></profileDesc>', EVENT)}`,
    ),
  );
  const { documents, authorities } = editionFiles(openEdition(folder));
  expect(documents).toContain(path);
  expect(authorities).toContain(join(folder, 'TEI-event.xml'));
});

it('entries of registers without a page are reported', () => {
  const register = (path: string, entries: string[]) => ({ path, summary: { entries } });
  const findings = unusedRegisters(
    [register('/a.xml', ['p1', 'p2']), register('/b.xml', ['p3']), register('/c.xml', [])],
    [{ id: 'p2' }],
  );
  expect(findings.map(({ path }) => path)).toEqual(['/a.xml', '/b.xml', '/c.xml']);
  expect(findings[0]?.message).toMatch(/^no document mentions 1 of the 2 entries .*: p1$/);
  expect(findings[1]?.message).toContain('no document mentions an entry');
  expect(findings[2]?.message).toContain('no entry with an xml:id that an index shows');
});

it('a list of persons with an abstract outside authorities/ is a page, and its entries are indexed', () => {
  const path = join(folder, 'people.xml');
  const list = '<listPerson><person xml:id="q1"><persName>Ann</persName></person></listPerson>';
  const abstract = '<profileDesc><abstract><p>All persons.</p></abstract></profileDesc>';
  writeFileSync(path, tei(`${header(abstract)}<text><body>${list}</body></text>`));
  const files = editionFiles(openEdition(folder));
  expect(files.documents).toContain(path);
});

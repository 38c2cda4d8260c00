/**
 * Documents with schemas of their own, or in another TEI than P5: each is checked with its own, or
 * one line reports why it is not.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>Own</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const tei = (prolog: string, text = '<body><p>Words.</p></body>'): string =>
  `${prolog}<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER}<text>${text}</text></TEI>`;
const named = (href: string): string => `<?xml-model href="${href}" type="application/xml"?>\n`;

const ANY =
  '<element><anyName/><zeroOrMore><choice><text/><attribute><anyName/></attribute><ref name="any"/></choice></zeroOrMore></element>';
const GRAMMAR = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="tei"/></start>
  <define name="tei"><element name="TEI" ns="http://www.tei-c.org/ns/1.0"><ref name="any"/><element name="text" ns="http://www.tei-c.org/ns/1.0"><element name="body" ns="http://www.tei-c.org/ns/1.0"><element name="p" ns="http://www.tei-c.org/ns/1.0"><text/></element></element></element></element></define>
  <define name="any">${ANY}</define></grammar>`;
const rules = (test: string): string =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:body/t:p"><assert id="ended" test="${test}">a paragraph ends with a full stop</assert></rule></pattern></schema>`;

const FILES: Readonly<Record<string, string>> = {
  'schemas/own.rng': GRAMMAR,
  'schemas/own.sch': rules("ends-with(., '.')"),
  'schemas/reading.sch': rules("doc('file:///etc/passwd')"),
  'schemas/own.rnc': 'start = text',
  'valid.xml': tei(named('schemas/own.rng') + named('schemas/own.sch')),
  'invalid.xml': tei(named('schemas/own.rng'), '<body><p>Words <hi>here</hi>.</p></body>'),
  'ruled.xml': tei(named('schemas/own.sch'), '<body><p>No stop</p></body>'),
  'reading.xml': tei(named('schemas/reading.sch')),
  'compact.xml': tei(named('schemas/own.rnc')),
  'web1.xml': tei(named('https://example.org/all.rng')),
  'web2.xml': tei(named('https://example.org/all.rng')),
  'web3.xml': tei(named('https://example.org/all.rng')),
  'p4.xml': '<TEI.2><teiHeader/><text><body><p>Old.</p></body></text></TEI.2>',
  'p4-dtd.xml': '<!DOCTYPE TEI.2 SYSTEM "teixlite.dtd">\n<TEI.2><teiHeader/><text/></TEI.2>',
  'bare.xml': `<TEI>${HEADER}<text><body><p>Bare.</p></body></text></TEI>`,
  'entity.xml': tei(
    '<!DOCTYPE TEI [<!ENTITY mdash "&#8212;">]>\n',
    '<body><p>a&mdash;b</p></body>',
  ),
  'undeclared.xml': tei('', '<body><p>a&mdash;b</p></body>'),
  'prefixed.xml': `<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0">${HEADER.replaceAll(/<(\/?)/g, '<$1tei:')}<tei:text><tei:body><tei:p>Prefixed words.</tei:p></tei:body></tei:text></tei:TEI>`,
};

let site: string;
let said: Said;

beforeAll(async () => {
  const folder = join(temporaryFolder(), 'mixed');
  mkdirSync(join(folder, 'schemas'), { recursive: true });
  site = join(temporaryFolder(), '_site');
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  said = await siglumHere('build', '--edition', folder, '--out', site);
}, 120_000);

afterAll(removeFolders);

const published = (name: string): boolean => existsSync(join(site, 'documents', `${name}.html`));
const lines = (name: string): string[] =>
  said.err.split('\n').filter((line) => line.includes(`/${name}.xml`));

describe('a document’s own schema', () => {
  it('judges it: a grammar', () => {
    expect(lines('valid')).toEqual([]);
    expect(published('valid')).toBe(true);
    expect(lines('invalid').join()).toMatch(/invalid\.xml:\d+(:\d+)?: error: .*hi/);
    expect(published('invalid')).toBe(true);
  });

  it('judges it: rules, at the place', () => {
    expect(lines('ruled')).toHaveLength(1);
    expect(lines('ruled')[0]).toMatch(
      /ruled\.xml:\d+:\d+: error: a paragraph ends with a full stop \[sch\/ended\]/,
    );
    expect(published('ruled')).toBe(true);
  });

  it('that would read other files is not used, and is reported', () => {
    expect(said.err).toMatch(
      /reading\.sch:1:\d+: warning: it calls doc\(\), which reads other files; .*; this assert is skipped/,
    );
    expect(said.err).not.toContain('root:');
    expect(published('reading')).toBe(true);
  });

  it('in a form that is not read is reported by its name', () => {
    expect(lines('compact').join()).toMatch(
      /remark: the schema schemas\/own\.rnc is in the compact syntax of RELAX NG/,
    );
    expect(published('compact')).toBe(true);
  });

  it('on the web is reported once, with the number of documents', () => {
    const reported = said.err.match(/.*all\.rng is not fetched.*/g) ?? [];
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(/web1\.xml:1:1: remark: .* \(2 more documents name it\)/);
    for (const name of ['web1', 'web2', 'web3']) expect(published(name)).toBe(true);
  });
});

describe('a file that is another TEI', () => {
  it.each([
    ['p4', /p4\.xml:1:1: error: this is TEI P4 \(TEI\.2\), and TEI P5 is read; convert it first/],
    ['p4-dtd', /p4-dtd\.xml:2:1: error: this is TEI P4 \(TEI\.2\)/],
    [
      'bare',
      /bare\.xml:1:1: error: <TEI> is in no namespace, .* write <TEI xmlns="http:\/\/www\.tei-c\.org\/ns\/1\.0">/,
    ],
    ['undeclared', /undeclared\.xml:1:\d+: error: the entity &mdash; is not defined/],
  ])('%s is reported in one line, and does not affect the others', (name, message) => {
    expect(lines(name)).toHaveLength(1);
    expect(lines(name)[0]).toMatch(message);
    expect(published(name)).toBe(false);
  });

  it('with entities of its own is published with their words', () => {
    expect(lines('entity')).toEqual([]);
    expect(readFileSync(join(site, 'documents', 'entity.html'), 'utf8')).toContain('a—b');
  });

  it('with a prefix is published as any other', () => {
    expect(lines('prefixed')).toEqual([]);
    expect(published('prefixed')).toBe(true);
  });
});

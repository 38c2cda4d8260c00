/**
 * A corpus, a folder and single texts of TEI: a corpus's statements for all of its texts are in
 * each; the rule that found the documents is reported.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isUntouched } from '../../pipeline/edition/file-facts/provenance.ts';
import { readTree } from '../../pipeline/xml/tree.ts';
import { removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

afterAll(removeFolders);

const OWN = '<publicationStmt><publisher>The Sister</publisher></publicationStmt>';
const EMPTY = '<publicationStmt><p/></publicationStmt>';

/** A letter with its own header; `more`: parts of the header after `fileDesc`. */
const letter = (id: string, title: string, publication: string, more = ''): string =>
  `<TEI xml:id="${id}"><teiHeader><fileDesc><titleStmt>${title}</titleStmt>${publication}<sourceDesc><p/></sourceDesc></fileDesc>${more}</teiHeader><text><body><p>Words of ${id}.</p></body></text></TEI>`;

const CORPUS = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Letters</title><editor xml:id="ed">Ada Example</editor></titleStmt>
<publicationStmt><publisher>Freedonia Press</publisher><idno type="ISBN">0</idno><date when="1971">1971</date><availability><licence target="https://example.org/licence">Free.</licence></availability></publicationStmt>
<sourceDesc><p>Papers.</p></sourceDesc></fileDesc>
<encodingDesc><projectDesc><p>All of them.</p></projectDesc><editorialDecl><p>As they were written, <ref target="#second">all</ref>.</p></editorialDecl></encodingDesc></teiHeader>
${letter('first', '<title>To her sister</title>', EMPTY)}
${letter('second', '<title>To her brother</title><editor>Bea Case</editor>', OWN, '<encodingDesc><projectDesc><p>This one.</p></projectDesc></encodingDesc>')}
</teiCorpus>`;

async function imported(
  content: string,
  ...words: string[]
): Promise<Said & { readonly folder: string }> {
  const folder = join(temporaryFolder(), 'edition');
  writeFileSync(`${folder}.xml`, content);
  return {
    ...(await siglumHere('import', `${folder}.xml`, '--edition', folder, ...words)),
    folder,
  };
}

const headerOf = (folder: string, id: string): string =>
  /<teiHeader[\s\S]*<\/teiHeader>/.exec(
    readFileSync(join(folder, 'documents', `${id}.xml`), 'utf8'),
  )?.[0] ?? '';

describe('a file as other programs leave it', () => {
  it('with line ends of Windows is untouched when it is imported again', async () => {
    const { folder, code, err } = await imported(CORPUS.replaceAll('\n', '\r\n'));
    expect(code, err).toBe(0);
    writeFileSync(
      `${folder}.xml`,
      CORPUS.replaceAll('\n', '\r\n').replace('Words of first', 'Other words'),
    );
    const again = await siglumHere('import', `${folder}.xml`, '--edition', folder);
    expect(again.out).toContain(', 0 not changed because they were edited');
    expect(readFileSync(join(folder, 'documents', 'first.xml'), 'utf8')).toContain('Other words');
  });

  it('with prefixed elements is untouched too, and its edition is well-formed', async () => {
    const prefixed = CORPUS.replace(' xmlns=', ' xmlns:t=').replace(/<(\/?)(?=[a-zA-Z])/g, '<$1t:');
    const { folder, code, err } = await imported(prefixed);
    expect(code, err).toBe(0);
    for (const name of ['documents/first.xml', 'contents.xml', 'edition.xml']) {
      const content = readFileSync(join(folder, name), 'utf8');
      expect(readTree({ path: name, content }).uri).toBe('http://www.tei-c.org/ns/1.0');
      expect(isUntouched(content), name).toBe(true);
    }
  });

  it('without a header gets one that says what it is from, and nothing else', async () => {
    const { folder, code, err } = await imported(
      CORPUS.replace(/(<TEI xml:id="first">)<teiHeader>.*?<\/teiHeader>/s, '$1'),
    );
    expect(code, err).toBe(0);
    expect(headerOf(folder, 'first')).toMatch(
      /^<teiHeader><encodingDesc><appInfo>.*<\/appInfo><\/encodingDesc><\/teiHeader>$/,
    );
    expect(isUntouched(readFileSync(join(folder, 'documents', 'first.xml'), 'utf8'))).toBe(true);
  });

  it('may have nothing but a page break in its back matter, and one between the texts of a group', async () => {
    const text = (id: string): string =>
      `<text xml:id="${id}"><body><p>Words of ${id}.</p></body></text>`;
    const group = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>${OWN}<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><group>${text('a')}
<pb n="2"/>
${text('b')}</group><back>
<pb n="9"/>
</back></text></TEI>`;
    const { folder, code, err } = await imported(group);
    expect(code, err).toBe(0);
    expect(readFileSync(join(folder, 'documents', 'b.xml'), 'utf8')).toMatch(
      /<text xml:id="b">\s*<pb n="2"\/>\s*<body><p>Words of b\.<\/p><\/body>\s*<pb n="9"\/>\s*<\/text>/,
    );
  });

  it('contains documents in its text alone: what an XPath selects in the header is none', async () => {
    const list = '<list><item xml:id="i">An item</item></list>';
    const { folder, code, err } = await imported(
      CORPUS.replace('<p>All of them.</p>', `<p>All of them.</p>${list}`),
      '--unit',
      '//item',
    );
    expect(code).toBe(2);
    expect(err).toMatch(
      /--unit \/\/item selects <item> in line \d+ of .*, which is not a part of a text/,
    );
    expect(existsSync(folder)).toBe(false);
  });
});

describe('what a corpus says for its texts', () => {
  it('goes with those that say nothing of their own, and with no other', async () => {
    const { folder, code, err } = await imported(CORPUS);
    expect(code, err).toBe(0);
    const first = headerOf(folder, 'first');
    expect(first).toContain('<editor xml:id="ed">Ada Example</editor></titleStmt>');
    expect(first).toContain('<publicationStmt><publisher>Freedonia Press</publisher>');
    expect(first).toContain('<licence target="https://example.org/licence">');
    expect(first, 'what identifies the corpus is not the letter’s').not.toContain('ISBN');
    expect(first).toContain('<projectDesc><p>All of them.</p></projectDesc><editorialDecl>');
    expect(first, 'pointers are followed').toContain('<ref target="second.xml#second">all</ref>');
    const second = headerOf(folder, 'second');
    expect(second).toContain('<title>To her brother</title><editor>Bea Case</editor></titleStmt>');
    expect(second).not.toContain('Ada Example');
    expect(second).toContain(
      '<publicationStmt><publisher>The Sister</publisher><date when="1971">1971</date><availability><licence',
    );
    expect(second).toContain('<p>This one.</p>');
    expect(second).not.toContain('<p>All of them.</p>');
    expect(second).toContain('<editorialDecl>');
  });

  it('and what its editor wrote into edition.xml since is taken before it', async () => {
    const { folder } = await imported(CORPUS);
    const header = join(folder, 'edition.xml');
    const statement =
      '<publicationStmt><publisher>The House</publisher><date when="2026-01-02">2026</date><availability><licence target="https://example.org/mine">Mine.</licence></availability></publicationStmt>';
    writeFileSync(
      header,
      readFileSync(header, 'utf8').replace(
        /<publicationStmt[\s\S]*?<\/publicationStmt>/,
        statement,
      ),
    );
    const again = await siglumHere('import', `${folder}.xml`, '--edition', folder);
    expect(again.code, again.err).toBe(0);
    expect(headerOf(folder, 'first')).toContain(statement);
    expect(headerOf(folder, 'second')).toContain(
      '<publisher>The Sister</publisher><date when="2026-01-02">',
    );
    expect(headerOf(folder, 'second')).toContain('https://example.org/mine');
  });
});

describe('how documents are found', () => {
  const text = (declared: string): string =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Poems</title></titleStmt>${EMPTY}<sourceDesc><p/></sourceDesc></fileDesc><encodingDesc><refsDecl>${declared}</refsDecl></encodingDesc></teiHeader><text><body><div type="poem"><p>One.</p></div><div type="poem"><p>Two.</p></div></body></text></TEI>`;

  it('by a citeStructure', async () => {
    const { out, err } = await imported(
      text('<citeStructure match="//div[@type=\'poem\']" use="position()" unit="poem"/>'),
    );
    expect(out).toContain("2 documents (//div[@type='poem'])");
    expect(err).toBe('');
  });

  it.each([
    [
      'a citeStructure that selects nothing',
      '<citeStructure match="//div[@type=\'ode\']" use="@n"/>',
      "the XPath //div[@type='ode'] of this citeStructure selects nothing; they were found by /*; name others by --unit XPATH",
    ],
    [
      'a cRefPattern',
      '<cRefPattern matchPattern="(.+)" replacementPattern="#$1"/>',
      'a cRefPattern says how references are resolved, not which elements are documents; they were found by /*; name others by --unit XPATH',
    ],
  ])('by convention, with a report, for %s', async (_name, declared, message) => {
    const { out, err, code } = await imported(text(declared));
    expect(code).toBe(0);
    expect(out).toContain('1 document (/*)');
    expect(err).toMatch(/edition\.xml:1:\d+: remark: /);
    expect(err).toContain(message);
  });

  it('by --unit, whatever the file says', async () => {
    const { out, err } = await imported(
      text('<cRefPattern matchPattern="(.+)" replacementPattern="#$1"/>'),
      '--unit',
      '//body/div',
    );
    expect(out).toContain('2 documents (//body/div)');
    expect(err).toBe('');
  });
});

it('a folder of TEI is an edition of each of its texts', async () => {
  const folder = temporaryFolder();
  const namespace = ' xmlns="http://www.tei-c.org/ns/1.0"';
  for (const id of ['one', 'two'])
    writeFileSync(
      join(folder, `${id}.xml`),
      letter(id, `<title>${id}</title>`, OWN).replace('<TEI', `<TEI${namespace}`),
    );
  const edition = join(temporaryFolder(), 'both');
  const { code, err, out } = await siglumHere('import', folder, '--edition', edition);
  expect(code, err).toBe(0);
  expect(out).toContain('one.xml: 1 document');
  expect(readdirSync(join(edition, 'documents')).sort()).toEqual(['one.xml', 'two.xml']);
  expect(existsSync(join(edition, 'contents.xml'))).toBe(true);
});

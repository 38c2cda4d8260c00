/**
 * Reading TEI: encodings, XML 1.1, entities of a DOCTYPE, XInclude. Refused content is reported
 * with file, line and column; nothing outside the edition's folder is read; places in the text are
 * those of the files that it was assembled from.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { type ReadDocument, readDocument } from '../../pipeline/xml/source/read-document.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

const XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(temporaryFolder(), 'edition');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const read = (folder: string, name = 'a.xml'): ReadDocument =>
  readDocument(join(folder, name), folder, 'test');
const readOne = (content: string | Uint8Array): ReadDocument =>
  read(folderOf({ 'a.xml': content }));

/** `file:line:column` and the message of each finding. */
function reported({ findings }: { findings: ReadDocument['findings'] }): string[] {
  return findings.map(
    ({ path, line, column, message }) => `${basename(path)}:${line}:${column} ${message}`,
  );
}

function refused(content: string): string {
  try {
    readOne(content);
  } catch (error) {
    if (error instanceof InputError) return reported(error).join('\n');
    throw error;
  }
  return 'not refused';
}

describe('an encoding', () => {
  it('of Asian languages is read as declared', () => {
    const bytes = Buffer.from([0x82, 0xb1, 0x82, 0xf1]);
    const declaration = Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><a>');
    expect(readOne(Buffer.concat([declaration, bytes, Buffer.from('</a>')])).text).toMatch(/こん/);
  });

  it.each([
    ['ISO-8859-1', 'latin1'],
    ['windows-1252', 'latin1'],
    ['UTF-16', 'utf16le'],
  ] as const)('%s is read as declared', (name, kind) => {
    const mark = kind === 'utf16le' ? '\uFEFF' : '';
    const bytes = Buffer.from(
      `${mark}<?xml version="1.0" encoding="${name}"?>\n<a>Zürich</a>`,
      kind,
    );
    const { text, places } = readOne(bytes);
    expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a>Zürich</a>');
    expect(places?.placeAt(2, 4)).toMatchObject({ line: 2, column: 4 });
  });

  it('of Windows has its quotation marks and dashes', () => {
    const declaration = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>');
    const bytes = Buffer.from([0x93, 0x80, 0x94, 0x97, 0xfc]);
    const { text } = readOne(Buffer.concat([declaration, bytes, Buffer.from('</a>')]));
    expect(text).toContain('<a>“€”—ü</a>');
  });

  it('that is not known is reported, and read as UTF-8', () => {
    const found = readOne('<?xml version="1.0" encoding="EBCDIC-CP-US"?><a>Zürich</a>');
    expect(found.text).toContain('Zürich');
    expect(reported(found).join()).toContain('it is in EBCDIC-CP-US, which is not supported');
  });

  it('that the bytes contradict is reported, and read as what they are', () => {
    const found = readOne('<?xml version="1.0" encoding="ISO-8859-1"?><a>Zürich</a>');
    expect(found.text).toContain('Zürich');
    expect(reported(found).join()).toMatch(
      /^a\.xml:1:1 the file declares ISO-8859-1, but is in UTF-8/,
    );
  });
});

describe('XML 1.1', () => {
  it('is read as XML 1.0, its line ends as line feeds', () => {
    expect(readOne('<?xml version="1.1"?><a>one\u0085two</a>').text).toMatch(
      /^<\?xml version="1\.0".*\?><a>one\ntwo<\/a>$/,
    );
  });

  it('with a control character that no page can contain says so', () => {
    const found = readOne('<?xml version="1.1"?>\n<a>x&#x1;y</a>');
    expect(found.text).toContain('x\uFFFDy');
    expect(reported(found)).toEqual([
      expect.stringMatching(/^a\.xml:2:5 the control character U\+0001/),
    ]);
  });
});

describe('a DOCTYPE', () => {
  it('gives the entities that it declares, in text and in attributes', () => {
    const dtd =
      '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY one "1 &two;"><!ENTITY two "<b>2</b>"><!ENTITY q "&#34;">]>';
    const { text, places } = readOne(
      `${dtd}\n<a x="&q;">&one;<!-- &one; --><![CDATA[&one;]]>!</a>`,
    );
    expect(text).toBe('\n<a x="&quot;">1 <b>2</b><!-- &one; --><![CDATA[&one;]]>!</a>');
    expect(places?.placeAtOffset(text.indexOf('!</a>'))).toMatchObject({ line: 2, column: 48 });
  });

  it('that only names a DTD is skipped; an entity of the DTD stays as it is written, and is reported', () => {
    const found = readOne('<!DOCTYPE a PUBLIC "-//X" "http://localhost:1/a.dtd">\n<a>b&nbsp;c</a>');
    expect(found.text).toBe('\n<a>b&amp;nbsp;c</a>');
    expect(reported(found)).toEqual([
      expect.stringMatching(/^a\.xml:2:5 the entity &nbsp; is not defined, which its DTD may/),
    ]);
  });

  it('reads no file', () => {
    const found = readOne(
      '<!DOCTYPE a [<!ENTITY p SYSTEM "file:///etc/passwd"><!ENTITY % d SYSTEM "d.dtd">%d;]><a>&p;</a>',
    );
    expect(found.text).toBe('<a>&amp;p;</a>');
    expect(reported(found).join('\n')).toMatch(/the entity &p; would be read from another file/);
    expect(reported(found).join('\n')).toMatch(/a parameter entity .* is not read/);
  });

  it.each([
    [
      'grows',
      `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]><a>&c;</a>`,
      /10 times as long/,
    ],
    [
      'contains itself',
      '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a>&b;</a>',
      /&b; contains itself/,
    ],
    [
      'contains an element in an attribute',
      '<!DOCTYPE a [<!ENTITY b "<c/>">]><a x="&b;"/>',
      /contains an element/,
    ],
    ['is not closed', '<!DOCTYPE a [<!ENTITY b "c"', /not closed|missing/],
    ['contains what is not a declaration', '<!DOCTYPE a [ hello ]><a/>', /not a declaration/],
  ])('that %s is refused with its place', (_name, content, message) => {
    expect(refused(content)).toMatch(/^a\.xml:1:\d+ /);
    expect(refused(content)).toMatch(message);
  });

  it('is read in time that grows with it alone', () => {
    const begun = process.cpuUsage();
    refused(
      `<!DOCTYPE a [<!ENTITY b "<!--">]><a>${'&b;'.repeat(100_000)}${'<!--'.repeat(100_000)}`,
    );
    refused(`<!DOCTYPE a [${'<!ELEMENT b "'.repeat(50_000)}`);
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(10);
  });
});

describe('XInclude', () => {
  const include = (attributes: string, inner = ''): string =>
    `<xi:include ${attributes}>${inner}</xi:include>`;
  const holder = (...includes: readonly string[]): string =>
    `<a ${XI}>\n${includes.join('\n')}\n</a>`;

  it('puts in a file, a part of one, and plain text, each with its own places', () => {
    const folder = folderOf({
      'main/a.xml': holder(
        include('href="../parts/b.xml"'),
        include('href="../parts/b.xml" xpointer="k"'),
        include('href="../parts/b.xml" xpointer="element(/1/1)"'),
        include('href="../parts/c%20d.txt" parse="text"'),
      ),
      'parts/b.xml': '<!-- before -->\n<b xmlns="u"><k xml:id="k"\n>one</k></b>',
      'parts/c d.txt': 'x < y',
    });
    const { text, places, parts, findings } = read(folder, 'main/a.xml');
    expect(findings).toEqual([]);
    expect(parts.map((path) => basename(path))).toEqual(['b.xml', 'c d.txt']);
    expect(text.match(/one/g)).toHaveLength(3);
    expect(text).toMatch(/<b xml:base="\.\.\/parts\/" xmlns="u">/);
    expect(text).toMatch(/<k xmlns="u" xml:base="\.\.\/parts\/" xml:id="k"/);
    expect(text).toContain('x &lt; y');
    const place = places?.placeAtOffset(text.lastIndexOf('one'));
    expect([basename(place?.path ?? ''), place?.line, place?.column]).toEqual(['b.xml', 3, 2]);
    expect(places?.placeAtOffset(text.lastIndexOf('</a>'))).toMatchObject({ line: 6, column: 1 });
  });

  it('changes the hash with what is put in, and when what was missing is there', () => {
    const folder = folderOf({
      'a.xml': holder(include('href="b.xml"'), include('href="c.xml"')),
      'b.xml': '<b/>',
    });
    const first = read(folder).hash;
    writeFileSync(join(folder, 'b.xml'), '<b>1</b>');
    const second = read(folder).hash;
    writeFileSync(join(folder, 'c.xml'), '<c/>');
    expect(new Set([first, second, read(folder).hash]).size).toBe(3);
  });

  it.each([
    ['a folder above', 'href="../x.xml"', 'is outside'],
    ['an absolute path', 'href="/etc/passwd" parse="text"', 'is outside'],
    ['a way through another folder', 'href="x/../../x.xml"', 'is outside'],
    ['a coded way', 'href="%2e%2e/x.xml"', 'is outside'],
    ['an address of a file', 'href="file:///etc/passwd" parse="text"', 'from elsewhere'],
    ['an address of the web', 'href="https://example.org/x.xml"', 'from elsewhere'],
    ['an address without scheme', 'href="//example.org/x.xml"', 'from elsewhere'],
    ['a link that leads out', 'href="link/x.xml"', 'leads out'],
    ['a hidden file', 'href=".git/config" parse="text"', 'is hidden'],
    ['nothing', 'href="none.xml"', 'does not exist'],
    ['a part that is not there', 'href="b.xml" xpointer="none"', 'has no element'],
    ['a part in another scheme', 'href="b.xml" xpointer="xpath1(//b)"', 'only an xml:id'],
    ['itself', 'href="a.xml"', 'is the file itself'],
    ['its own parent', 'xpointer="top"', 'contains the place itself'],
    ['a file that puts in this one', 'href="c.xml"', 'includes this file itself'],
    ['a torn file', 'href="torn.xml"', 'cannot be read as XML'],
  ])('does not put in %s, and says where', (_name, attributes, why) => {
    const folder = folderOf({
      'a.xml': `<a ${XI} xml:id="top">\n ${include(attributes)}${include('href="b.xml"')}</a>`,
      'b.xml': '<b>good</b>',
      'c.xml': `<c ${XI}><xi:include href="a.xml"/></c>`,
      'torn.xml': '<d>\n<e></d>',
    });
    writeFileSync(join(dirname(folder), 'x.xml'), '<secret>SECRET</secret>');
    symlinkSync(dirname(folder), join(folder, 'link'));
    const found = read(folder);
    expect(found.text).not.toMatch(/SECRET|root:/);
    expect(found.text).toContain('good');
    const place = why === 'includes this file itself' ? /^c\.xml:1:\d+ / : /a\.xml:2:2 /m;
    expect(reported(found).join('\n')).toMatch(place);
    expect(reported(found).join('\n')).toContain(why);
    if (why === 'cannot be read as XML') expect(reported(found)[0]).toMatch(/^torn\.xml:2:\d+ /);
  });

  it('ends where files double one another', () => {
    const files = Object.fromEntries(
      Array.from({ length: 18 }, (_, at) => [
        `f${at}.xml`,
        `<f ${XI}>${`<xi:include href="f${at + 1}.xml"/>`.repeat(2)}</f>`,
      ]),
    );
    const folder = folderOf({
      ...files,
      'f18.xml': `<f>${'x'.repeat(1000)}</f>`,
      'a.xml': files['f0.xml'] as string,
    });
    const begun = process.cpuUsage();
    expect(reported(read(folder)).join('\n')).toContain('more than 10 times as long');
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(5);
  });

  it('takes a short file in as often as it is named', () => {
    const header = `<xi:include href="h.xml"/>`.repeat(300);
    const folder = folderOf({ 'a.xml': `<a ${XI}>${header}</a>`, 'h.xml': '<h>Zürich</h>' });
    const { text, findings } = read(folder);
    expect(findings).toEqual([]);
    expect(text.match(/Zürich/g)).toHaveLength(300);
  });

  it('reads plain text in the encoding that the place names', () => {
    const folder = folderOf({
      'a.xml': `<a ${XI}><xi:include href="w.txt" parse="text" encoding="iso-8859-1"/></a>`,
      'w.txt': Buffer.from('Zürich', 'latin1'),
    });
    expect(read(folder).text).toContain('Zürich');
    const undeclared = folderOf({
      'a.xml': `<a ${XI}><xi:include href="w.txt" parse="text"/></a>`,
      'w.txt': Buffer.from('Zürich', 'latin1'),
    });
    expect(reported(read(undeclared)).join('\n')).toContain('cannot be read as text');
  });
});

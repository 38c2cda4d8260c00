/**
 * Reading TEI: encodings, XML 1.1, entities of a DOCTYPE, XInclude. Refused content is reported
 * with file, line and column; nothing outside the edition's folder is read; places in the text are
 * those of the files that it was assembled from.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import type { ReadDocument } from '../../pipeline/xml/source/read-document.ts';
import { removeFolders } from '../site/edition.ts';
import { folderOf, read, reported } from './source-folder.ts';

afterAll(removeFolders);
const readOne = (content: string | Uint8Array): ReadDocument =>
  read(folderOf({ 'a.xml': content }));

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

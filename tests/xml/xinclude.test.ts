/** XInclude within the edition's folder. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../site/edition.ts';
import { folderOf, read, reported } from './source-folder.ts';

afterAll(removeFolders);

const XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

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

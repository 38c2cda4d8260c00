/**
 * Parts of TEI in files of their own (a page of a facsimile, a division) are shown if something
 * refers to them, and reported if nothing does.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders, type Said, siglum, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

const NS = 'xmlns="http://www.tei-c.org/ns/1.0"';
const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>TITLE</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const letter = (title: string, content: string): string =>
  `<TEI ${NS}>${HEADER.replace('TITLE', title)}<text><body>${content}</body></text></TEI>`;

async function built(
  files: Readonly<Record<string, string>>,
): Promise<{ said: Said; page(id: string): string; pages: string[] }> {
  const folder = join(temporaryFolder(), 'project');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const site = join(temporaryFolder(), 'site');
  const said = await siglum('build', '--edition', folder, '--out', site);
  const documents = join(site, 'documents');
  const pages = existsSync(documents)
    ? readdirSync(documents).filter(
        (name) => /^[\w-]+\.html$/.test(name) && !/^index|tei/.test(name),
      )
    : [];
  const page = (id: string): string => readFileSync(join(documents, `${id}.html`), 'utf8');
  return { said, pages: pages.sort(), page };
}

/** The root, how the letter points to it, and words that its page has. */
const FRAGMENTS: readonly (readonly [
  name: string,
  content: string,
  pointer: string,
  words: string,
])[] = [
  [
    'surface',
    `<surface ${NS} xml:id="s1"><zone><line>Line upon line</line></zone></surface>`,
    '<pb facs="FILE#s1"/>',
    'Line upon line',
  ],
  [
    'surface with a prefix',
    '<t:surface xmlns:t="http://www.tei-c.org/ns/1.0" xml:id="s1"><t:zone><t:line>Line upon line</t:line></t:zone></t:surface>',
    '<pb facs="FILE#s1"/>',
    'Line upon line',
  ],
  [
    'facsimile',
    `<?xml version="1.0"?><!-- a --><facsimile ${NS}><surface xml:id="s1"><graphic url="https://example.org/1.jpg"/><desc>The first leaf</desc></surface></facsimile>`,
    '<ref target="FILE">here</ref>',
    'The first leaf',
  ],
  [
    'sourceDoc',
    `<sourceDoc ${NS}><surface xml:id="s1"><line>Of the draft</line></surface></sourceDoc>`,
    '<p corresp="FILE#s1">x</p>',
    'Of the draft',
  ],
  [
    'text',
    `<text ${NS}><body><p xml:id="s1">A whole text</p></body></text>`,
    '<ref target="FILE#s1">here</ref>',
    'A whole text',
  ],
  [
    'div',
    `<div ${NS} xml:id="s1"><head>Division</head><p>Words of it</p></div>`,
    '<ref target="FILE">here</ref>',
    'Words of it',
  ],
  [
    'p',
    `<p ${NS} xml:id="s1">A paragraph alone</p>`,
    '<note source="FILE">x</note>',
    'A paragraph alone',
  ],
  [
    'standOff',
    `<standOff ${NS}><listAnnotation><note xml:id="s1">Said aside</note></listAnnotation></standOff>`,
    '<ref target="FILE#s1">here</ref>',
    'Said aside',
  ],
];

describe('a part of TEI in a file of its own', () => {
  it.each(FRAGMENTS)(
    '%s is a page where something refers to it',
    async (_, content, pointer, words) => {
      const { said, pages, page } = await built({
        'letters/l1.xml': letter(
          'First letter',
          `<p>Words ${pointer.replace('FILE', '../facs/s-1.xml')}</p>`,
        ),
        'facs/s-1.xml': content,
        'facs/s-2.xml': content,
      });
      expect(pages, said.err).toEqual(['l1.html', 's-1.html']);
      expect(page('s-1')).toContain(words);
      expect(page('s-1')).toMatch(
        /Referred to by<\/dt>\s*<dd><a href="l1\.html">First letter<\/a>/,
      );
      if (/facs|<ref/.test(pointer)) expect(page('l1')).toMatch(/href="s-1\.html(#s1)?"/);
      expect(said.err.match(/edition\/fragment/g)).toHaveLength(1);
      expect(said.err).toContain('facs/s-2.xml: warning: the file begins with <');
      expect(said.code, said.err).toBe(0);
    },
    600_000,
  );

  it('is a page where only another such part refers to it, or a register', async () => {
    const surface = (id: string, more: string): string =>
      `<surface ${NS} xml:id="${id}"><desc>Leaf ${more}</desc></surface>`;
    const { said, pages, page } = await built({
      'l1.xml': letter('First', '<p><pb facs="s1.xml#s1"/></p>'),
      's1.xml': surface('s1', '<ref target="s2.xml#s2">next</ref>'),
      's2.xml': surface('s2', '<ref target="s1.xml#s1">before</ref>'),
      's3.xml': surface('s3', '<ref target="s4.xml">nobody comes here</ref>'),
      's4.xml': surface('s4', '<ref target="s3.xml">nor here</ref>'),
      's5.xml': surface('s5', ''),
      'persons.xml': `<listPerson ${NS}><person xml:id="p1"><persName facs="s5.xml">Ann</persName></person></listPerson>`,
    });
    expect(pages, said.err).toEqual(['l1.html', 's1.html', 's2.html', 's5.html']);
    expect(page('s1')).toMatch(/l1\.html.*s2\.html/s);
    for (const name of ['s3', 's4'])
      expect(said.err).toContain(`${name}.xml: warning: the file begins with <surface>`);
  }, 600_000);

  it('has its errors reported at their places', async () => {
    const { said } = await built({
      'l1.xml': letter('First', '<p><pb facs="s1.xml#s1"/></p>'),
      's1.xml': `<surface ${NS} xml:id="s1">\n  <zone facs="#nowhere"><line/></zone>\n</surface>`,
    });
    expect(said.err).toMatch(/s1\.xml:2:3: warning: @facs leads nowhere/);
  }, 600_000);
});

/**
 * A source's information besides its words reaches the TEI, from every format alike, with every
 * word.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkFiles, filesOf } from '../../pipeline/check/check.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { encodeCommand } from '../../pipeline/encode/command.ts';
import {
  createEncodingContext,
  type EncodingContext,
} from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';
import { readHtml } from '../../pipeline/encode/sources/html/html.ts';
import { readMarkdown } from '../../pipeline/encode/sources/markdown.ts';
import type { ReadingText } from '../../pipeline/encode/sources/reading-text.ts';
import { readDocx } from '../../pipeline/encode/sources/word/docx.ts';
import { readOdt } from '../../pipeline/encode/sources/word/odt.ts';
import { initCommand } from '../../pipeline/init/init.ts';
import {
  docxOf,
  docxPart,
  odtOf,
  type RichBlock,
  type Run,
  toDocx,
  toHtml,
  toMarkdown,
  toOdt,
} from './rich-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-rich-'));
const root = join(folder, 'tei');
let context: EncodingContext;

beforeAll(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  initCommand(root);
  context = createEncodingContext(openEdition(root));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function bodyOf(read: ReadingText): string {
  const { tei, lostMarks } = encodeDocument(
    { ...read, hash: 'ni:///sha-256;x' },
    'r',
    'r',
    context,
  );
  expect(lostMarks).toBe(0);
  return /<body>([\s\S]*)<\/body>/.exec(tei)?.[1]?.replace(/>\n\s*</g, '><') ?? '';
}

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäöü'),
  minLength: 1,
  maxLength: 8,
});
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    format: fc.constantFrom('italic', 'bold', 'underline', 'smallcaps', 'strike'),
    link: fc.constant('https://example.org/a?b=c&d'),
    note: words,
  },
  { requiredKeys: ['text'] },
);
/** Plain words are between runs, so that no two of them adjoin. */
const runs = fc
  .array(run, { minLength: 1, maxLength: 4 })
  .map((all) =>
    all
      .flatMap((one): Run[] => [{ text: 'then ' }, one, { text: ', and so ' }])
      .concat({ text: 'on.' }),
  );
const block: fc.Arbitrary<RichBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading'), runs }),
  fc.record({ kind: fc.constant('paragraph'), runs }),
  fc.record({ kind: fc.constant('quote'), runs }),
  fc.record({
    kind: fc.constant('list'),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 3 }),
  }),
);
/** A paragraph is between blocks: two adjoining lists of Markdown are one. */
const blocks = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.flatMap((one): RichBlock[] => [one, { kind: 'paragraph', runs: [{ text: 'Meanwhile.' }] }]),
  );

describe('the same document in four formats', () => {
  it('is the same reading text, with the same marks, and the same TEI', async () => {
    await fc.assert(
      fc.asyncProperty(words, blocks, async (title, content) => {
        const html = readHtml(toHtml(title, content), 'a');
        const others = [
          readMarkdown(toMarkdown(title, content), 'a'),
          await readDocx(toDocx(title, content), 'a'),
          await readOdt(toOdt(title, content), 'a'),
        ];
        const body = bodyOf(html);
        for (const other of others) {
          expect(other.text).toBe(html.text);
          expect(other.anchors).toEqual(html.anchors);
          expect(sorted(other)).toEqual(sorted(html));
          expect(bodyOf(other)).toBe(body);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has every mark on its words', async () => {
    await fc.assert(
      fc.asyncProperty(words, blocks, async (title, content) => {
        const read = await readDocx(toDocx(title, content), 'a');
        const marked = sorted(read).map(({ start, end }) => read.text.slice(start, end));
        const all = content.flatMap((one) =>
          'runs' in one ? one.runs : 'items' in one ? one.items.flat() : [],
        );
        const expected = all.flatMap(({ text, format, link }) => [
          ...(format ? [text] : []),
          ...(link ? [text] : []),
        ]);
        expect(marked.sort()).toEqual(expected.sort());
      }),
      { numRuns: 50 },
    );
  });

  it('a table', async () => {
    const table: RichBlock[] = [
      {
        kind: 'table',
        rows: [
          ['Item', 'Price'],
          ['Kettle', '9 s.'],
          ['Plates', ''],
        ],
      },
    ];
    const body = bodyOf(readHtml(toHtml('Things', table), 'a'));
    expect(body).toContain(
      '<row><cell>Kettle</cell><cell>9 s.</cell></row><row><cell>Plates</cell><cell/></row>',
    );
    expect(bodyOf(await readDocx(toDocx('Things', table), 'a'))).toBe(body);
    expect(bodyOf(await readOdt(toOdt('Things', table), 'a'))).toBe(body);
    expect(
      bodyOf(readMarkdown(toMarkdown('Things', table), 'a')).replaceAll(' role="label"', ''),
    ).toBe(body);
  });
});

function sorted({ marks = [] }: ReadingText) {
  return [...marks].sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.element < b.element ? -1 : 1),
  );
}

describe('a Word document', () => {
  const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
  const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;

  it('says who changed what, and who commented it', async () => {
    const body =
      paragraph(text('A letter')) +
      paragraph(
        `${text('She was ')}<w:del w:id="1" w:author="Jane Doe"><w:r><w:delText>very </w:delText></w:r></w:del>` +
          `<w:ins w:id="2" w:author="Jürg Ärni">${text('quite ')}</w:ins>${text('tired')}` +
          `<w:r><w:commentReference w:id="7"/></w:r>${text('.')}`,
      );
    const comments = docxPart(
      'comments',
      '<w:comment w:id="7" w:author="Jane Doe"><w:p><w:r><w:t>Is it?</w:t></w:r></w:p></w:comment>',
    );
    const read = await readDocx(docxOf(body, { comments }), 'a.docx');
    expect(read.text).toBe('A letter\n\n\nShe was very quite tired.\n');
    expect(read.declared?.people).toEqual([
      { id: 'by-jane-doe', name: 'Jane Doe' },
      { id: 'by-jurg-arni', name: 'Jürg Ärni' },
    ]);
    expect(bodyOf(read)).toContain(
      'She was <del resp="#by-jane-doe">very</del> <add resp="#by-jurg-arni">quite</add> tired' +
        '<note type="comment" resp="#by-jane-doe" xml:id="r-p1-c1">Is it?</note>.',
    );
  });

  it('has cells over several columns and rows', async () => {
    const cell = (properties: string, words: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words === '' ? '' : text(words))}</w:tc>`;
    const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const table =
      row(cell('<w:gridSpan w:val="2"/>', 'Both'), cell('<w:vMerge w:val="restart"/>', 'Tall')) +
      row(cell('', 'One'), cell('', 'Two'), cell('<w:vMerge/>', ''));
    const read = await readDocx(
      docxOf(`${paragraph(text('Table'))}<w:tbl>${table}</w:tbl>`),
      'a.docx',
    );
    expect(bodyOf(read)).toContain(
      '<row><cell cols="2">Both</cell><cell rows="2">Tall</cell></row><row><cell>One</cell><cell>Two</cell></row>',
    );
  });

  it('numbers its items as Word does', async () => {
    const level = (at: number, format: string, shown: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="3"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${shown}"/></w:lvl>`;
    const numbering = docxPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    );
    const item = (depth: number, words: string): string =>
      paragraph(
        `<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>${text(words)}`,
      );
    const body =
      paragraph(text('List')) +
      item(0, 'first') +
      item(1, 'inner') +
      item(1, 'again') +
      item(0, 'second');
    const read = await readDocx(docxOf(body, { numbering }), 'a.docx');
    expect([...(read.blocks?.values() ?? [])].map(({ item: own }) => own?.label)).toEqual([
      'III.',
      'III.c)',
      'III.d)',
      'IV.',
    ]);
    expect(bodyOf(read)).toMatch(
      /<item n="III\." [^>]*>first<list type="ordered"><item n="III\.c\)"/,
    );
  });

  it('names what is omitted', async () => {
    const body = paragraph(
      `${text('Words')}<w:r><w:drawing/></w:r><w:r><w:drawing/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
        '<w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        `${text(' of today')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    );
    const header = docxPart('hdr', paragraph(text('Draft of May')));
    const read = await readDocx(docxOf(body, { header }), 'a.docx');
    expect(read.text).toBe('Words of today\n');
    expect(read.findings.map(({ message }) => message)).toEqual([
      'omitted: the header of the pages (“Draft of May”)',
      'omitted: a drawing or picture (2 of them)',
      'omitted: the code of a field; what it shows is in the text',
    ]);
  });

  it('keeps the words of a text box, a page break and a note with a sign of its own', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph(text('In the box'))}</w:txbxContent></w:pict></w:r>`;
    const body =
      paragraph(text('Title')) +
      paragraph(`${text('Before')}${box}`) +
      paragraph(
        `<w:r><w:br w:type="page"/></w:r>${text('After')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>`,
      );
    const footnotes = docxPart(
      'footnotes',
      `<w:footnote w:id="1">${paragraph(text('A note.'))}</w:footnote>`,
    );
    const read = await readDocx(docxOf(body, { footnotes }), 'a.docx');
    expect(read.text).toBe('Title\n\n\nBefore\n\nIn the box\n\nAfter*\n\n  *. A note.\n');
    expect(bodyOf(read)).toMatch(/<pb xml:id="[^"]+"\/>After<note n="\*"/);
  });
});

describe('an OpenDocument text', () => {
  it('says who changed what, and who commented it', async () => {
    const body =
      '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Jane Doe</dc:creator></office:change-info><text:p>very </text:p></text:deletion></text:changed-region>' +
      '<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>Bob</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>' +
      '<text:h>A letter</text:h><text:p>She was <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>quite<text:change-end text:change-id="c2"/> tired' +
      '<office:annotation><dc:creator>Jane Doe</dc:creator><dc:date>2026</dc:date><text:p>Is it?</text:p></office:annotation>.</text:p>';
    const read = await readOdt(odtOf(body), 'a.odt');
    expect(read.text).toBe('A letter\n\n\nShe was very quite tired.\n');
    expect(bodyOf(read)).toContain(
      'She was <del resp="#by-jane-doe">very</del> <add resp="#by-bob">quite</add> tired' +
        '<note type="comment" resp="#by-jane-doe" xml:id="r-p1-c1">Is it?</note>.',
    );
  });

  it('has cells over several columns and rows', async () => {
    const body =
      '<text:h>Table</text:h><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Both</text:p></table:table-cell><table:covered-table-cell/>' +
      '<table:table-cell table:number-rows-spanned="2"><text:p>Tall</text:p></table:table-cell></table:table-row>' +
      '<table:table-row><table:table-cell><text:p>One</text:p></table:table-cell><table:table-cell><text:p>Two</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>';
    expect(bodyOf(await readOdt(odtOf(body), 'a.odt'))).toContain(
      '<row><cell cols="2">Both</cell><cell rows="2">Tall</cell></row><row><cell>One</cell><cell>Two</cell></row>',
    );
  });

  it('is refused where it is none', async () => {
    await expect(readOdt(Buffer.from('PK nothing'), 'a.odt')).rejects.toThrow(
      /^a\.odt: error: .*OpenDocument text/,
    );
  });
});

describe('Markdown', () => {
  it('keeps the lines of a line block, and an editor’s words as they are', () => {
    const read = readMarkdown(
      '# T\n\n| Your Sister,\n| *Martha*\n\n"Quoted" -- it\'s (c) 1847...\n',
      'a.md',
    );
    expect(read.text).toBe('T\n\n\nYour Sister,\nMartha\n\n"Quoted" -- it\'s (c) 1847...\n');
  });

  it('states facts in its front matter', () => {
    const source = [
      '---',
      'title: A letter',
      'date: 1848-05-03',
      'From: Ada Ash',
      'to: [Ben Birch, "Clara: the younger"]',
      'place: Porto',
      'lang: de',
      'shelfmark: Box 5',
      'nested: {a: 1}',
      '---',
      'Dear Ben,',
      '',
      'Words.',
      '',
    ].join('\n');
    const read = readMarkdown(source, 'a.md');
    expect(read.text).toBe('A letter\n\n\nDear Ben,\n\nWords.\n');
    expect(read.declared).toEqual({
      title: 'A letter',
      date: '1848-05-03',
      from: ['Ada Ash'],
      to: ['Ben Birch', 'Clara: the younger'],
      place: 'Porto',
      language: 'de',
      fields: { shelfmark: 'Box 5' },
    });
    expect(read.findings).toMatchObject([
      { line: 9, rule: 'intake/front-matter', severity: 'warning' },
    ]);
    const { tei } = encodeDocument({ ...read, hash: 'ni:///sha-256;x' }, 'r', 'r', context);
    const correspondence = /<correspDesc>[\s\S]*<\/correspDesc>/
      .exec(tei)?.[0]
      .replace(/>\s+</g, '><');
    expect(correspondence).toBe(
      '<correspDesc><correspAction type="sent"><persName>Ada Ash</persName><placeName>Porto</placeName><date when="1848-05-03">1848-05-03</date></correspAction>' +
        '<correspAction type="received"><persName>Ben Birch</persName><persName>Clara: the younger</persName></correspAction></correspDesc>',
    );
    expect(tei).toContain('<note type="shelfmark">Box 5</note>');
    expect(tei).toContain('<language ident="de">');
  });

  it.each([
    ['---\ntitle: a: b\n---\nText.\n', /a\.md:2:\d+: error: the front matter is not YAML/],
    ['---\n- a\n---\nText.\n', /a\.md:2:1: error: the front matter contains no fields/],
    [
      `---\na: &a [x, x]\nb: [${'*a, '.repeat(50)}]\n---\nText.\n`,
      /a\.md:2:1: error: the front matter repeats parts/,
    ],
  ])('%j is reported', (source, message) => {
    expect(() => readMarkdown(source, 'a.md')).toThrow(message);
  });
});

describe('the encoding', () => {
  it('is valid under the edition’s schema', async () => {
    const every: Run[] = (
      ['italic', 'bold', 'underline', 'smallcaps', 'superscript', 'subscript', 'strike'] as const
    ).flatMap((format) => [
      { text: 'so ' },
      { text: format, format, note: 'A note.' },
      { text: ', ' },
    ]);
    const content: RichBlock[] = [
      { kind: 'paragraph', runs: every },
      { kind: 'heading', runs: [{ text: 'A part' }] },
      { kind: 'quote', runs: every },
      { kind: 'list', ordered: true, items: [every, every] },
      { kind: 'list', ordered: false, items: [every] },
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      {
        kind: 'paragraph',
        runs: [{ text: 'See ' }, { text: 'there', link: 'https://example.org/x' }, { text: '.' }],
      },
    ];
    writeFileSync(join(root, 'sources', 'h.html'), toHtml('A page', content));
    writeFileSync(join(root, 'sources', 'w.docx'), toDocx('A file', content));
    writeFileSync(join(root, 'sources', 'o.odt'), toOdt('A text', content));
    writeFileSync(
      join(root, 'sources', 'm.md'),
      `---\nfrom: A\nto: B\ndate: 3 May 1848\nbox: 5\n---\n${toMarkdown('A mark', content)}`,
    );
    const changed =
      '<w:p><w:r><w:t>Title</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t xml:space="preserve">Text </w:t></w:r><w:ins w:author="Jane Doe"><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:commentReference w:id="1"/></w:r></w:p>';
    const comments = docxPart(
      'comments',
      '<w:comment w:id="1" w:author="Jane Doe"><w:p><w:r><w:t>Hm.</w:t></w:r></w:p></w:comment>',
    );
    writeFileSync(join(root, 'sources', 'c.docx'), docxOf(changed, { comments }));
    expect(await encodeCommand([], { edition: root })).toBe(0);
    const edition = openEdition(root);
    const { findings } = await checkFiles(edition, filesOf(edition));
    expect(
      findings.filter(({ severity, rule }) => severity === 'error' || rule.startsWith('words/')),
    ).toEqual([]);
    expect(readFileSync(join(root, 'documents', 'c.xml'), 'utf8')).toContain(
      '<respStmt xml:id="by-jane-doe">',
    );
  });
});

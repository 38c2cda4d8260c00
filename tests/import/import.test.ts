/**
 * `siglum import`: a volume becomes an edition, to the character; an editor's changes stay; errors
 * are reported with their place.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openTransformer } from '../../pipeline/transform/transform.ts';
import { descend, readTree, type TreeElement, textOf, walk } from '../../pipeline/xml/tree.ts';
import { removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const FIXTURES = join(PROGRAM, 'tests', 'fixtures', 'import');
const VOLUME = join(FIXTURES, 'volume.xml');

let edition: string;
let said: Said;

beforeAll(async () => {
  edition = join(temporaryFolder(), 'freedonia');
  said = await siglumHere('import', VOLUME, '--edition', edition);
  expect(said.code, said.err).toBe(0);
});

afterAll(removeFolders);

const read = (name: string): string => readFileSync(join(edition, name), 'utf8');
const tree = (name: string): TreeElement => readTree({ path: name, content: read(name) });
const find = (name: string, test: (element: TreeElement) => boolean): TreeElement | undefined =>
  [...walk(tree(name))].find(test);
const withId = (id: string) => (element: TreeElement) =>
  element.attributes.some((a) => a.name === 'xml:id' && a.value === id);

describe('the documents of a volume', () => {
  it('are files of their own, and so are its front and back matter and what its chapters say', () => {
    expect(readdirSync(join(edition, 'documents')).sort()).toEqual(
      [
        'ch1',
        'ch2',
        'comp1',
        'd1',
        'd2',
        'd3',
        'index',
        'persons',
        'preface',
        'terms',
        'titlePage',
      ].map((id) => `${id}.xml`),
    );
    expect(said.out).toContain('3 documents');
    expect(said.out).toContain('5 pages of front and back matter');
    expect(said.out).toContain('3 pages of chapters');
  });

  it.each(['d1', 'd2', 'd3', 'preface', 'persons', 'index'])(
    '%s has its text to the character',
    (id) => {
      const before = [...walk(readTree({ path: 'volume', content: readFileSync(VOLUME) }))].find(
        withId(id),
      );
      const after = find(`documents/${id}.xml`, withId(id));
      expect(after && textOf(after)).toBe(before && textOf(before));
      expect(before && textOf(before).length).toBeGreaterThan(10);
    },
  );

  it('are distinguished from front and back matter, which is counted for no document', async () => {
    const transformer = await openTransformer(join(PROGRAM, '.cache'));
    const matter = (id: string): boolean =>
      transformer.data(join(edition, 'documents', `${id}.xml`), {}, []).header.matter;
    expect(['titlePage', 'preface', 'persons', 'index'].map(matter)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['d1', 'd2', 'd3', 'ch1'].map(matter)).toEqual([false, false, false, false]);
  });

  it('together have every word of the volume', () => {
    const whole = descend(
      readTree({ path: 'volume', content: readFileSync(VOLUME) }),
      'text',
    ) as TreeElement;
    const order = [
      'titlePage',
      'preface',
      'persons',
      'terms',
      'comp1',
      'ch1',
      'd1',
      'd2',
      'ch2',
      'd3',
      'index',
    ];
    const parts = order.map((id) =>
      textOf(descend(tree(`documents/${id}.xml`), 'text') as TreeElement),
    );
    expect(parts.join('').replace(/\s+/g, '')).toBe(textOf(whole).replace(/\s+/g, ''));
  });

  it('keep comments, instructions, CDATA, quotation marks of attributes and foreign namespaces', () => {
    expect(read('documents/d1.xml')).toContain('wrote<!-- in pencil --> to');
    expect(read('documents/d1.xml')).toContain('<?page break?>');
    expect(read('documents/d1.xml')).toContain('<![CDATA[A < B & C]]>');
    expect(read('documents/d1.xml')).toContain("facs='p4.jpg'");
    expect(find('documents/d3.xml', ({ uri }) => uri === 'http://example.org/x')?.local).toBe(
      'mark',
    );
  });

  it('have the volume’s schema, language and header, and a title that is their heading', () => {
    const d1 = read('documents/d1.xml');
    expect(d1).toMatch(/<\?xml-model href="[^"]*\/tests\/fixtures\/import\/schema\/volume\.rng"/);
    expect(d1).toMatch(/<TEI[^>]* xml:lang="en"/);
    expect(d1).toContain('<title type="main">Telegram From the Legation</title>');
    expect(d1).toContain('<editor xml:id="ed1">Ada Example</editor>');
    expect(d1).toContain('https://example.org/licence');
  });

  it('say which number and which pages of the volume they have, and leave the history of its file to edition.xml', () => {
    const seriesOf = (id: string): string =>
      /<seriesStmt>.*<\/seriesStmt>/.exec(read(`documents/${id}.xml`))?.[0] ?? '';
    expect(seriesOf('d1')).toBe(
      '<seriesStmt><title level="m">Papers of Freedonia, Volume II</title><biblScope unit="document" n="1">Document 1</biblScope><biblScope unit="page" from="3" to="4" resp="#siglum">pages 3–4</biblScope></seriesStmt>',
    );
    expect(seriesOf('d2')).toContain(
      '<biblScope unit="page" from="4" to="4" resp="#siglum">page 4</biblScope>',
    );
    expect(seriesOf('titlePage'), 'before the first page break').toBe(
      '<seriesStmt><title level="m">Papers of Freedonia, Volume II</title></seriesStmt>',
    );
    expect(read('edition.xml')).toContain('The volume was encoded');
    expect(read('documents/d1.xml')).not.toContain('The volume was encoded');
  });

  it('say from which part of a file they are, and what the import read from their datelines', () => {
    expect(read('documents/d1.xml')).toMatch(
      /<application ident="siglum-import"[^>]*>.*<ref type="source" target="volume.xml#d1">/,
    );
    expect(read('documents/d1.xml')).toContain(
      '<creation><date when="1919-03-04" resp="#siglum">March 4, 1919</date><placeName resp="#siglum">Fredville</placeName></creation>',
    );
    expect(read('documents/d3.xml')).toContain(
      '<correspDesc><correspAction type="sent"><persName ref="#p_AB1" resp="#siglum">Abel</persName></correspAction><correspAction type="received"><orgName resp="#siglum">Legation</orgName></correspAction></correspDesc>',
    );
    expect(read('documents/d1.xml')).not.toContain('correspDesc');
    expect(read('documents/d2.xml'), 'a quoted dateline is not the document’s').not.toContain(
      '<creation>',
    );
  });

  it('have the identifiers that they had, each once', () => {
    const ids = (content: string): string[] =>
      [
        ...content
          .replace(/<standOff>[\s\S]*<\/standOff>/, '')
          .matchAll(/xml:id="((?:d|pg_|ch|comp|p_|t_)[^"]*)"/g),
      ].map(([, id]) => id as string);
    const before = ids(readFileSync(VOLUME, 'utf8')).filter((id) => id !== 'p_ZY1');
    const after = readdirSync(join(edition, 'documents')).flatMap((name) =>
      ids(read(`documents/${name}`)),
    );
    expect(after.sort()).toEqual(before.sort());
  });
});

describe('pointers', () => {
  it('between documents lead from file to file, within one stay as they were', () => {
    expect(read('documents/d1.xml')).toContain('<ref target="d2.xml#d2fn1">note 1</ref>');
    expect(read('documents/preface.xml')).toContain('<ref target="d2.xml#d2">Document 2</ref>');
    expect(read('documents/ch1.xml')).toContain('<ref target="d1.xml#pg_4">page 4</ref>');
    expect(read('documents/persons.xml')).toContain('<ref target="#p_CD1">Cain</ref>');
  });

  it('to what is not there are reported with their place, and stay', () => {
    expect(read('documents/d1.xml')).toContain('<ref target="#d99">');
    expect(said.err).toMatch(/volume\.xml:56:\d+: remark: #d99 leads nowhere/);
    expect(read('documents/d1.xml')).toContain('<ref target="other.xml#d1">');
  });

  it('to a page lead to the document that begins with it', () => {
    expect(read('documents/index.xml')).toContain('<ref target="ch2.xml#pg_5">page 5</ref>');
    expect(find('documents/d1.xml', withId('pg_3'))).toBeDefined();
  });

  it('to an entry stay as they were, and the document carries only that entry', () => {
    expect(read('documents/d1.xml')).toContain('<persName corresp="#p_AB1">Abel</persName>');
    const d1 = read('documents/d1.xml');
    expect(d1).toContain('<person xml:id="p_AB1"><persName>Abel, Bruno</persName>');
    expect(d1).toContain('<person xml:id="p_ZY1">');
    expect(d1).toContain(
      '<item xml:id="t_FO1"><term>FO</term> <gloss>Foreign Office</gloss></item>',
    );
    expect(d1).not.toContain('p_CD1');
    expect(read('documents/persons.xml'), 'the list itself is not carried twice').not.toContain(
      '<person xml:id="p_AB1">',
    );
  });
});

describe('the edition', () => {
  it('has the lists as authority files', () => {
    expect(readdirSync(join(edition, 'authorities')).sort()).toEqual([
      'listPerson.xml',
      'persons.xml',
      'terms.xml',
    ]);
    expect(read('authorities/persons.xml')).toContain(
      '<persName xml:id="p_CD1">Cain, Dora</persName>',
    );
  });

  it('has the volume’s order and chapters as its contents', () => {
    const list = find('contents.xml', ({ local }) => local === 'list') as TreeElement;
    const outline = (item: TreeElement): unknown => {
      const items = item.children.filter((child) => typeof child !== 'string');
      return items.map((one) =>
        one.local === 'ptr'
          ? one.attributes[0]?.value.replace(/documents\/(.*)\.xml/, '$1')
          : outline(one),
      );
    };
    expect(outline(list)).toEqual([
      ['titlePage'],
      ['preface'],
      ['persons'],
      ['terms'],
      [
        'comp1',
        [
          ['ch1', [['d1'], ['d2']]],
          ['ch2', [['d3']]],
        ],
      ],
      ['index'],
    ]);
  });

  it('is made again to the same bytes', async () => {
    const before = read('documents/d1.xml') + read('contents.xml') + read('edition.xml');
    const again = await siglumHere('import', VOLUME, '--edition', edition);
    expect(again.out).toContain('0 files written, 16 as they were');
    expect(read('documents/d1.xml') + read('contents.xml') + read('edition.xml')).toBe(before);
  });
});

describe('documents that an editor has edited', () => {
  it('stays, and the import says so', async () => {
    const folder = join(temporaryFolder(), 'edited');
    await siglumHere('import', VOLUME, '--edition', folder);
    const path = join(folder, 'documents', 'd3.xml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Peace, ', 'Peace — '));
    const again = await siglumHere('import', VOLUME, '--edition', folder);
    expect(again.code).toBe(0);
    expect(again.err).toMatch(/d3\.xml: warning: the file was edited/);
    expect(readFileSync(path, 'utf8')).toContain('Peace — ');
  });
});

describe('other files', () => {
  it('a corpus gives its texts with their own headers', async () => {
    const folder = join(temporaryFolder(), 'letters');
    const { code, err } = await siglumHere(
      'import',
      join(FIXTURES, 'corpus.xml'),
      '--edition',
      folder,
    );
    expect(code, err).toBe(0);
    const first = readFileSync(join(folder, 'documents', 'first.xml'), 'utf8');
    expect(first).toContain('<title>To her sister</title>');
    expect(first).toContain('<person xml:id="dora">');
    expect(readFileSync(join(folder, 'documents', 'TEI.xml'), 'utf8')).toContain(
      '<ref target="first.xml#first">',
    );
    expect(readFileSync(join(folder, 'edition.xml'), 'utf8')).toContain('Letters of Dora Cain');
  });

  it('the file’s own citeStructure says what its documents are, and a prefix of the elements stays', async () => {
    const folder = join(temporaryFolder(), 'poems');
    const { code, err, out } = await siglumHere(
      'import',
      join(FIXTURES, 'prefixed.xml'),
      '--edition',
      folder,
    );
    expect(code, err).toBe(0);
    expect(out).toContain('2 documents');
    const poem = readTree({
      path: 'poem',
      content: readFileSync(join(folder, 'documents', 'poem-2.xml')),
    });
    const line = [...walk(poem)].find(
      ({ local, uri }) => local === 'l' && uri === 'http://www.tei-c.org/ns/1.0',
    );
    expect(line && textOf(line)).toBe('Rest, said the owl.');
  });

  it('--unit names the documents', async () => {
    const folder = join(temporaryFolder(), 'chapters');
    const { out } = await siglumHere(
      'import',
      VOLUME,
      '--edition',
      folder,
      '--unit',
      "//div[@type='chapter']",
    );
    expect(out).toContain('2 documents');
    expect(existsSync(join(folder, 'documents', 'd1.xml'))).toBe(false);
    expect(readFileSync(join(folder, 'documents', 'ch1.xml'), 'utf8')).toContain('xml:id="d2fn1"');
  });

  it('two volumes with the same names need --prefix, which distinguishes them', async () => {
    const other = join(temporaryFolder(), 'second.xml');
    writeFileSync(other, readFileSync(VOLUME));
    const folder = join(temporaryFolder(), 'two');
    const refused = await siglumHere('import', VOLUME, other, '--edition', folder);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(
      /second\.xml:\d+:\d+: error: a document named “titlePage” is in .*volume\.xml too; --prefix/,
    );
    expect(existsSync(folder)).toBe(false);
    const both = await siglumHere('import', VOLUME, other, '--edition', folder, '--prefix');
    expect(both.code, both.err).toBe(0);
    const d1 = readFileSync(join(folder, 'documents', 'second-d1.xml'), 'utf8');
    expect(d1).toContain('corresp="#second-p_AB1"');
    expect(d1).toContain('<person xml:id="second-p_AB1">');
    expect(d1).toContain('target="second-d2.xml#d2fn1"');
    expect(readFileSync(join(folder, 'authorities', 'second-persons.xml'), 'utf8')).toContain(
      'xml:id="second-p_AB1"',
    );
    const alone = await siglumHere('import', VOLUME, '--edition', folder);
    expect(alone.code).toBe(1);
    expect(alone.err).toContain('was imported from second.xml, which is not named now');
  });
});

describe('a licence and a day that the editor writes into edition.xml once', () => {
  it('are those of all documents when the volume is imported again, and what identifies the edition is not', async () => {
    const folder = join(temporaryFolder(), 'licensed');
    await siglumHere('import', VOLUME, '--edition', folder);
    const silent = await siglumHere(
      'deposit',
      '--edition',
      folder,
      '--out',
      join(folder, '..', 'dist'),
    );
    expect(silent.code).toBe(1);
    // The volume's year serves for its documents; what identifies the edition is asked for once.
    expect(silent.err).toMatch(/edition\.xml:\d+:\d+: error: Identifier is missing/);
    expect(silent.err).not.toContain('in the document’s header');
    const header = join(folder, 'edition.xml');
    const statement =
      '<publicationStmt><publisher xml:id="house">The House</publisher><idno type="URI">https://example.org/e/</idno><date when="2026-01-02">2026</date><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability></publicationStmt>';
    const edited = readFileSync(header, 'utf8').replace(
      /<publicationStmt[\s\S]*?<\/publicationStmt>/,
      statement,
    );
    writeFileSync(header, edited);
    const again = await siglumHere('import', VOLUME, '--edition', folder);
    expect(again.code, again.err).toBe(0);
    expect(readFileSync(header, 'utf8')).toBe(edited);
    const own = statement.replace(/<idno.*<\/idno>/, '').replace(' xml:id="house"', '');
    const documents = readdirSync(join(folder, 'documents'));
    expect(documents.length).toBe(11);
    for (const name of documents)
      expect(
        readFileSync(join(folder, 'documents', name), 'utf8').split('<biblFull>')[0],
      ).toContain(own);
    const said = await siglumHere(
      'deposit',
      '--edition',
      folder,
      '--out',
      join(folder, '..', 'dist'),
    );
    expect(said.err).not.toContain('in the document’s header');
  });
});

describe('errors', () => {
  const importing = async (content: string, ...words: string[]): Promise<Said> => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bad.xml'), content);
    return siglumHere(
      'import',
      join(folder, 'bad.xml'),
      '--edition',
      join(folder, 'edition'),
      ...words,
    );
  };
  const fixture = readFileSync(VOLUME, 'utf8');

  it.each([
    ['no TEI', '<book/>', /bad\.xml:1:1: error: the file's outermost element is book/],
    ['not well-formed', fixture.replace('</body>', ''), /bad\.xml:\d+:\d+: error: /],
    [
      'an identifier twice',
      fixture.replace('xml:id="d2"', 'xml:id="d1"'),
      /bad\.xml:58:\d+: error: the xml:id “d1” is already used in line 51/,
    ],
    [
      'words between the pages',
      fixture.replace('<front>', '<front>Lost words'),
      /bad\.xml:\d+:\d+: error: the words “Lost words” in this <front> belong to no document/,
    ],
  ])('%s', async (_name, content, message) => {
    const { code, err } = await importing(content);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it('an XPath that cannot be used, or selects nothing, is wrong use', async () => {
    const broken = await importing(fixture, '--unit', '//div[');
    expect([broken.code, broken.err]).toEqual([
      2,
      expect.stringContaining('--unit //div[ cannot be used'),
    ]);
    const nothing = await importing(fixture, '--unit', '//sp');
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('selects nothing')]);
  });
});

it('reads sender and addressee from the words of a letter’s heading where its markup has none or wrong ones', async () => {
  const headings: readonly (readonly [head: string, sent: string, received: string] | string)[] = [
    [
      '1. Circular Telegram From the <gloss type="from">Office</gloss> to All Posts',
      'Office',
      'All Posts',
    ],
    [
      '2. Letter From Minister <persName type="from">Abel</persName> to <persName type="from">Bono</persName>',
      'Abel',
      'Bono',
    ],
    ['Message From the General, Fred Force, to the Chief', 'General, Fred Force,', 'Chief'],
    '4. Memorandum of a Conversation, En Route From Fredville to Sylvania',
    '5. Memorandum of a Conversation Between <persName type="from">Abel</persName> and <persName type="to">Bono</persName>',
    '6. Telegram From Abel to Bono to Be Sent From Fredville',
    '7. Paper Prepared by <persName type="from">Abel</persName>',
  ];
  const divisions = headings.map(
    (row, at) =>
      `<div type="document" xml:id="d${at + 1}"><head>${typeof row === 'string' ? row : row[0]}<note>Sent from A to B.</note></head><p>Text.</p></div>`,
  );
  const volume = join(temporaryFolder(), 'letters.xml');
  writeFileSync(
    volume,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt><publicationStmt><p>Test</p></publicationStmt><sourceDesc><p>Test</p></sourceDesc></fileDesc></teiHeader><text><body>${divisions.join('')}</body></text></TEI>`,
  );
  const place = join(temporaryFolder(), 'letters');
  expect((await siglumHere('import', volume, '--edition', place)).err).not.toContain('error');
  for (const [at, row] of headings.entries()) {
    const document = readFileSync(join(place, 'documents', `d${at + 1}.xml`), 'utf8');
    const names = [
      ...document.matchAll(/<correspAction type="(\w+)"><\w+[^>]*cert="medium"[^>]*>([^<]+)</g),
    ];
    const expected =
      typeof row === 'string'
        ? []
        : [
            ['sent', row[1]],
            ['received', row[2]],
          ];
    expect(names.map(([, action, name]) => [action, name])).toEqual(expected);
  }
});

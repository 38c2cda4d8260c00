/** Authority files as tables: persons.csv, places.csv, orgs.csv. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatFinding } from '../../pipeline/core/finding.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';
import { emptyHeader } from '../../pipeline/init/init.ts';
import { temporaryFolder } from '../encode/tei.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function context(files: Readonly<Record<string, string>>) {
  const root = join(folder, String(++made));
  mkdirSync(join(root, 'authorities'), { recursive: true });
  writeFileSync(join(root, 'edition.xml'), emptyHeader(root));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(root, 'authorities', name), content);
  return createEncodingContext(openEdition(root));
}

const LETTER = `Letter from Miss Carter to Mr. Hale

Bellmouth, March 3, 1862.

Dear Mr. Hale,

Amos Whitfield came from Bellmouth with the Ludlow Fund and Mrs. Tarrant. Whitfield stays.

Jane Carter
`;

const encode = (given: ReturnType<typeof context>) =>
  encodeDocument({ text: LETTER, hash: 'ni:///sha-256;x' }, 'd1', 'd1.txt', given).tei;

describe('tables', () => {
  it('are authority files: their entries are marked, and in the document with their identifiers', () => {
    const given = context({
      'persons.csv':
        'id,name,variants,birth,death,gnd,description\np_w,"Whitfield, Amos",A. Whitfield|Old Amos,1820,1881-05-03,https://d-nb.info/gnd/118540238,farmer\n',
      'places.csv': 'ID;Name;coordinates;geonames\npl_b;Bellmouth;48.2 16.37;2761369\n',
      'orgs.csv': 'id,name\no_l,Ludlow Fund\n',
    });
    expect(given.editionFindings).toEqual([]);
    const tei = encode(given);
    expect(tei).toContain('ref="#p_w"');
    expect(tei).toContain('ref="#pl_b"');
    expect(tei).toContain('ref="#o_l"');
    expect(tei).toContain('<idno type="GND">118540238</idno>');
    expect(tei).toContain('<geo>48.2 16.37</geo>');
    expect(tei).toMatch(/<birth when="1820"\s*\/>/);
  });

  it.each([
    ['with carriage returns alone', 'id,name\rp_w,Amos Whitfield\rp_z,Zed Quill\r', []],
    ['with a line for the separator', 'sep=;\nid;name\np_w;Amos Whitfield\np_z;Zed Quill\n', []],
    [
      'with commas in a quoted column name',
      '"id";"name";"a,b,c,d"\np_w;Amos Whitfield;\np_z;Zed Quill;\n',
      [],
    ],
    [
      'with a column twice',
      'id,name,name\np_w,Amos Whitfield,Other\np_z,Zed Quill,\n',
      [/persons\.csv:1:9: error: the column “name” is there twice; only the first is read/],
    ],
    [
      'with a cell that has no column',
      'id,name\np_w,Amos Whitfield,1820\np_z,Zed Quill\n',
      [/persons\.csv:2:20: error: the first line has no column for this cell, so it is not read/],
    ],
  ])('%s', (_what, table, messages) => {
    const given = context({ 'persons.csv': table });
    const found = given.editionFindings.map(formatFinding);
    expect(found).toHaveLength(messages.length);
    for (const [at, message] of messages.entries()) expect(found[at]).toMatch(message);
    expect(encode(given)).toContain('ref="#p_w"');
  });

  it('report each bad row with its place; the others count', () => {
    const given = context({
      'own.xml':
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="p_x"><persName>X</persName></person></listPerson></standOff></TEI>',
      'persons.csv': [
        'id,name,birth,gnd,wikidata',
        'p 1,Amos Whitfield,,,',
        'p_x,Amos Whitfield,,,',
        'p_2,,,,',
        'p_3,Amos Whitfield,3 May 1820,xyz,42',
        'p_4,Amos Whitfield,1820-05,118540238,Q42',
        'p_4,Jane Carter,,,',
      ].join('\n'),
      'places.csv': 'name,place\nBellmouth,x\n',
    });
    const places = given.editionFindings.map(({ path, line, column }) => [
      path.split('/').at(-1),
      line,
      column,
    ]);
    expect(places).toEqual([
      ['persons.csv', 2, 1],
      ['persons.csv', 3, 1],
      ['persons.csv', 4, 5],
      ['persons.csv', 5, 20],
      ['persons.csv', 5, 31],
      ['persons.csv', 5, 35],
      ['persons.csv', 7, 1],
      ['places.csv', 1, 1],
    ]);
    expect([...given.authorities.entries.keys()]).toEqual(['p_x', 'p_4']);
    expect(encode(given)).toContain('ref="#p_4"');
  });
});

describe('names that no list has', () => {
  it('are marked without @ref, unless rejected or only listed names are wanted', () => {
    const tei = encode(context({}));
    expect(tei).toMatch(/<persName resp="#siglum" cert="medium">Amos Whitfield<\/persName>/);
    expect(tei).toMatch(/Mrs\. <persName resp="#siglum" cert="medium">Tarrant<\/persName>/);
    const rejecting = context({
      'rejected.csv': 'kind,form,document,reason\nperson,Tarrant,d1,a ship\nperson,Whitfield,d2,\n',
    });
    const other = encode(rejecting);
    expect(other).not.toMatch(/>Tarrant</);
    expect(other).toMatch(/>Whitfield<\/persName> stays/);
    const root = join(folder, String(made));
    const header = emptyHeader(root).replace(
      '<encodingDesc>',
      '<encodingDesc><tagsDecl><namespace name="http://www.tei-c.org/ns/1.0"><tagUsage gi="persName" n="listed"/></namespace></tagsDecl>',
    );
    writeFileSync(join(root, 'edition.xml'), header);
    const listed = encode(createEncodingContext(openEdition(root)));
    expect(listed.slice(listed.indexOf('<body'))).not.toContain('Whitfield</persName>');
  });
});

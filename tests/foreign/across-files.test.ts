/**
 * References between the files of a foreign folder: the entries of names, the targets of pointers.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFolderOrder } from '../../pipeline/publish/site/open/folder-order.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

afterAll(removeFolders);

interface Parts {
  readonly title?: string;
  readonly publication?: string;
  readonly after?: string;
  readonly text?: string;
}

const tei = ({ title = 'T', publication = '<p/>', after = '', text = '' }: Parts): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${title}</title><editor>Eva Ed<email>eva@example.org</email></editor></titleStmt><publicationStmt>${publication}</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${after}</teiHeader>${text}</TEI>`;

const body = (content: string): string => `<text><body>${content}</body></text>`;

const EDITION = tei({
  title: 'Letters',
  publication:
    '<publisher>Press, <email>mail@example.org</email></publisher><idno type="URI">https://letters.example.org/</idno><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability>',
  after: '<revisionDesc><change when="2024-05-01">made</change></revisionDesc>',
  text: body('<p/>'),
});

const REGISTER = tei({
  text: `<standOff><listPerson>
    <person xml:id="ada"><persName>Ada Quill</persName><idno type="gnd">118500001</idno><idno type="VIAF">https://viaf.org/viaf/42/</idno></person>
    <person xml:id="bert"><persName ref="https://www.wikidata.org/entity/Q77">Bert Inkwell</persName></person>
    <person xml:id="cyd"><persName>Cyd Nibs</persName><idno type="PMB">9001</idno></person></listPerson>
    <listPlace><place xml:id="linz"><placeName>Linz</placeName><idno type="URL">https://www.geonames.org/2772400/linz.html</idno></place></listPlace></standOff>`,
});

/** A name's pointer, and the page that it leads to from a document. */
const NAMES: readonly (readonly [attribute: string, page: string])[] = [
  ['ref="https://D-NB.info/gnd/118500001"', '../persons/ada-quill.html'],
  ['ref="g:118500001"', '../persons/ada-quill.html'],
  ['ref="GND:118500001"', '../persons/ada-quill.html'],
  [
    'ref="https://orcid.org/0000-0001-2345-6789 http://viaf.org/viaf/42"',
    '../persons/ada-quill.html',
  ],
  ['key="gnd:118500001"', '../persons/ada-quill.html'],
  ['ref="register.xml#ada"', '../persons/ada-quill.html'],
  ['ref="wikidata:q77"', '../persons/bert-inkwell.html'],
  ['ref="pmb:9001"', '../persons/cyd-nibs.html'],
  ['ref="https://d-nb.info/gnd/999"', 'https://d-nb.info/gnd/999'],
  // No entry has these: the address is that of the scheme, or of the header's prefixDef.
  ['ref="gnd:997"', 'https://d-nb.info/gnd/997'],
  ['ref="VIAF:77"', 'https://viaf.org/viaf/77'],
  ['ref="GeoNames:88"', 'https://www.geonames.org/88'],
  ['ref="g:55"', 'http://d-nb.info/gnd/55'],
];

const LETTER = tei({
  title: 'Letter',
  after: `<encodingDesc><listPrefixDef><prefixDef ident="g" matchPattern="(\\d+)" replacementPattern="http://d-nb.info/gnd/$1"><p/></prefixDef></listPrefixDef></encodingDesc>
    <profileDesc><correspDesc><correspAction type="sent"><persName ref="http://d-nb.info/gnd/118500001">A. Q.</persName><placeName ref="GEONAMES:2772400">Lincium</placeName><date when="1850-05-01"/></correspAction>
    <correspAction type="received"><persName ref="register.xml#cyd">Cyd</persName><persName ref="https://www.wikidata.org/wiki/Q77">B.</persName></correspAction></correspDesc></profileDesc>`,
  text: body(
    `<p>${NAMES.map(([ref], at) => `<persName ${ref}>n${at}</persName>`).join(', ')}.</p>`,
  ),
});

/** A pointer without words, and its label. */
const POINTERS: readonly (readonly [pointer: string, words: string])[] = [
  ['<ptr target="essay.xml"/>', 'An essay'],
  ['<ref target="essay.xml#n4"/>', 'An essay, note 4'],
  ['<ref target="essay.xml#p12"></ref>', 'An essay, p. 12'],
  ['<ptr target="./essay.xml#part"/>', 'An essay, On ink'],
  ['<ptr target="essay.xml#v"/>', 'An essay, line 7'],
  ['<ptr target="essay.xml#app"/>', 'An essay, blue'],
  ['<ptr target="register.xml#cyd"/>', 'Cyd Nibs'],
  ['<ptr target="essay.xml#nowhere"/>', 'An essay'],
];

const ESSAY = tei({
  title: 'An essay',
  text: body(
    `<div xml:id="part"><head>On ink</head><p>Words<note n="4" xml:id="n4">Of note.</note> and <app xml:id="app"><lem>blue</lem><rdg>black</rdg></app>.</p><pb n="12" xml:id="p12"/>
    <lg><l n="7" xml:id="v">A verse</l></lg>
    <p>Word<note type="editorial">a remark</note> and<note place="inline">(inline)</note>more. <pb/>Unnumbered.</p>
    <p><biblStruct><monogr><author>Ink, Ada</author><title>Pens</title><title type="sub">A history</title><imprint><pubPlace>Linz</pubPlace><publisher>Quill</publisher><date>1900</date></imprint></monogr><series><title>Tools</title><biblScope>4</biblScope></series><note>Rare</note></biblStruct></p></div>`,
  ),
});

const POINTING = tei({
  title: 'Pointing',
  text: body(`<p>${POINTERS.map(([pointer], at) => `@${at} ${pointer}; `).join('')}</p>`),
});

/** Categories of a project; the files after it name them, its hands, its speakers, its witnesses. */
const VOCABULARY = tei({
  after:
    '<encodingDesc><classDecl><taxonomy><category xml:id="pests"><catDesc>Pests</catDesc><category xml:id="rot"><catDesc><term>Foot rot</term></catDesc></category></category></taxonomy></classDecl></encodingDesc>',
  text: body('<p/>'),
});

const PROJECT = tei({
  title: 'The project</title><editor xml:id="ed">Eva Emend</editor><title type="sub">Its hands',
  after:
    '<profileDesc><handNotes><handNote xml:id="h1">Hand of Ada</handNote></handNotes></profileDesc>',
  text: body(
    '<p>Text</p><listWit><witness xml:id="A"><abbr type="siglum">Q1</abbr></witness></listWit>',
  ),
});

/** The content of a document, and what its page shows of the other file. */
const ELSEWHERE: readonly (readonly [markup: string, shown: RegExp])[] = [
  ['<p><term ref="vocabulary.xml#rot">rot</term></p>', /href="\.\.\/terms\/foot-rot\.html">rot</],
  ['<p><term ref="vocabulary.xml#pests">x</term></p>', /href="\.\.\/terms\/pests\.html">x</],
  ['<u who="register.xml#cyd">x</u>', /Cyd Nibs: </],
  ['<p><add hand="project.xml#h1">x</add></p>', /title="Hand of Ada"/],
  [
    '<p><app><lem wit="project.xml#A">x</lem><rdg resp="project.xml#ed">y</rdg></app></p>',
    /href="project\.html#A">Q1<.*href="project\.html">Eva Emend</s,
  ],
  ['<p copyOf="essay.xml#v"/>', /href="essay\.html#v">An essay, line 7</],
  ['<lg><l sameAs="essay.xml#v"/></lg>', /href="essay\.html#v">An essay, line 7</],
  ['<div next="essay.xml#part"><p>x</p></div>', /href="essay\.html#part">An essay, On ink/],
  [
    '<p next="essay.xml#part">x</p>',
    /x<span[^>]*> <a [^>]*href="essay\.html#part">An essay, On ink →/,
  ],
  ['<p>a <ref target="#essay.xml">b</ref></p>', /<a class="ref" href="essay\.html">b</],
  ['<p><bibl><author key="ada">A.</author></bibl></p>', /persons\/ada-quill\.html">A\.</],
  ['<p><settlement key="linz">L.</settlement></p>', /places\/linz\.html">L\.</],
  ['<p><graphic url="essay.xml#v"/></p>', /^(?!.*<img)/s],
];

/** Two plays with a king each, who have the same identifier; the second gives another one twice. */
const play = (king: string, more = ''): string =>
  tei({
    title: `The play of ${king}`,
    after: `<profileDesc><particDesc><listPerson><person xml:id="king"><persName>${king}</persName></person>${more}</listPerson></particDesc></profileDesc>`,
    text: body('<p>Enter <persName ref="#king">the King</persName>.</p>'),
  });
const PLAYS = {
  'play-1': play('Alboin'),
  'play-2': play(
    'Rothari',
    '<person xml:id="q"><persName>Gundeperga</persName></person><person xml:id="q"><persName>Ansa</persName></person>',
  ),
};

let site: string;
let said: string;
beforeAll(async () => {
  const root = join(temporaryFolder(), 'project');
  mkdirSync(root);
  const files = {
    edition: EDITION,
    register: REGISTER,
    letter: LETTER,
    essay: ESSAY,
    pointing: POINTING,
    vocabulary: VOCABULARY,
    project: PROJECT,
    ...PLAYS,
    ...Object.fromEntries(
      ELSEWHERE.map(([markup], at) => [`elsewhere-${at}`, tei({ text: body(markup) })]),
    ),
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(root, `${name}.xml`), content);
  site = join(temporaryFolder(), '_site');
  const { err } = await siglumHere('build', '--edition', root, '--out', site);
  expect(err).not.toContain('error:');
  said = err;
});

const read = (path: string): string => readFileSync(join(site, path), 'utf8');

describe('a pointer into another file', () => {
  it.each(ELSEWHERE)('%s leads there', (markup, shown) => {
    const at = ELSEWHERE.findIndex(([other]) => other === markup);
    expect(/<main.*<\/main>/s.exec(read(`documents/elsewhere-${at}.html`))?.[0]).toMatch(shown);
  });
});

describe('a name that is identified by an address in an authority file', () => {
  it.each(NAMES)('%s leads to %s', (ref, address) => {
    const at = NAMES.findIndex(([other]) => other === ref);
    const links = [
      ...read('documents/letter.html').matchAll(/<a [^>]*href="([^"]*)"[^>]*>n(\d+)</g),
    ];
    expect(links.find(([, , n]) => Number(n) === at)?.[1]).toBe(address);
  });

  it('is a mention of the entry that has the address, and a sentence is listed once', () => {
    const page = read('persons/ada-quill.html');
    expect(page.match(/<mark>n\d<\/mark>/g)).toHaveLength(6);
    expect(page.match(/letter\.html#at-p1/g)).toHaveLength(1);
    expect(read('places/linz.html')).toContain('letter.html');
  });

  it('has the identifiers of the entry in the index of letters and in the metadata', () => {
    const letters = read('data/cmif.xml');
    expect(letters).toContain(
      '<persName ref="https://d-nb.info/gnd/118500001 https://viaf.org/viaf/42/">A. Q.</persName>',
    );
    expect(letters).toContain('<placeName ref="https://www.geonames.org/2772400/linz.html">');
    const page = read('documents/letter.html');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    const { isBasedOn, mentions } = JSON.parse(json) as {
      isBasedOn: { sender: { '@id': string } };
      mentions: { '@id': string }[];
    };
    const ada = 'https://letters.example.org/persons/ada-quill.html';
    expect(isBasedOn.sender['@id']).toBe(ada);
    expect(mentions.filter(({ '@id': id }) => id === ada)).toHaveLength(1);
  });
});

it('entries of two documents with one identifier have a page each, and the documents lead to their own', () => {
  expect(said).toMatch(/play-2\.xml:1:\d+: warning: the person “king”.* lead to its own/);
  for (const [document, king] of [
    ['play-1', 'alboin'],
    ['play-2', 'rothari'],
  ] as const) {
    const page = read(`documents/${document}.html`);
    expect(page).toMatch(new RegExp(`persons/${king}\\.html"[^>]*>the King<`));
    expect(page.match(/persons\/(?:alboin|rothari)/g)?.every((one) => one.endsWith(king))).toBe(
      true,
    );
    const mentions = read(`persons/${king}.html`).match(/documents\/play-\d/g) ?? [];
    expect([...new Set(mentions)]).toEqual([`documents/${document}`]);
  }
  // The second with one identifier in the same file: no pointer leads to it, the index does.
  expect(read('persons/index.html')).toContain('ansa.html');
});

describe('a pointer without words to another file', () => {
  it.each(POINTERS)('%s is called %s, on the page and in plain text', (pointer, words) => {
    const at = POINTERS.findIndex(([other]) => other === pointer);
    const page = read('documents/pointing.html').replace(/<[^>]*>/g, '');
    for (const text of [page, read('documents/pointing.txt')])
      expect(new RegExp(`@${at} ([^;]*);`).exec(text)?.[1]).toBe(words);
  });
});

it('a publisher is cited without its e-mail', () => {
  expect(read('documents/letter.ris')).toMatch(/^PB {2}- Press$/m);
});

it('remarks within a line and structured references are marked off in plain text', () => {
  const text = read('documents/essay.txt');
  expect(text).toContain('Word [a remark] and (inline) more. [page break] Unnumbered.');
  expect(text).toContain('Ink, Ada, Pens: A history, Tools, 4 (Linz: Quill, 1900). Rare');
});

describe('documents of a folder without edition.xml', () => {
  const inOrder = (dates: readonly (string | null)[], numbers: readonly string[] = []): number[] =>
    inFolderOrder(
      dates.map((earliest, at) => ({
        at,
        summary: {
          header: {
            n: numbers[at] ?? null,
            date: earliest === null ? null : { earliest, text: '', dating: null, certainty: null },
          },
        },
      })),
    ).map(({ at }) => at);

  it('are ordered by date where most are dated, before Christ first and the undated last', () => {
    expect(inOrder(['1850-05', null, '-0044-03-15', '1850', '0079', '-0100', '12000'])).toEqual([
      5, 2, 4, 3, 0, 6, 1,
    ]);
  });

  it('are ordered by number where all are numbered', () => {
    expect(inOrder(['1850', '1840', '1830'], ['10', '2', '2a'])).toEqual([1, 2, 0]);
  });

  it('are ordered by file name where few are dated', () => {
    expect(inOrder(['1850', null, null, '1840', null])).toEqual([0, 1, 2, 3, 4]);
  });
});

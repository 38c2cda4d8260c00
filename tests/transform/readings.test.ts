/**
 * A text without markup is one stated reading; the other readings are beside it as whole words, and
 * adjoining elements that are not one word are separated.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

let transformer: Transformer;
beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});
afterAll(removeFolders);

const HEADER =
  '<fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p></sourceDesc></fileDesc>';

function read(body: string, header = HEADER) {
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`,
  );
  const { strings } = openInterface('en');
  const edition = { ...transformer.editionFacts(path), title: 'E', statedTitle: 'E' };
  return {
    metadata: transformer.metadata(path, {
      strings,
      edition,
      places: { page: '', tei: '', entries: {} },
    }),
    html: () => transformer.html(path, { strings, addresses: {} }),
    data: () => transformer.data(path, strings, []),
  };
}

const textOf = (body: string): string => read(body).metadata.text.trim();

describe('the plain text', () => {
  it.each([
    // Of a whole word, and of a part of one.
    [
      'a correction',
      '<p>the <choice><sic>hovse</sic><corr>house</corr></choice>.</p>',
      'the house ⟨hovse⟩.',
    ],
    [
      'a letter',
      '<p>Lie<choice><orig>ſ</orig><reg>s</reg></choice>e Frau</p>',
      'Liese ⟨Lieſe⟩ Frau',
    ],
    [
      'two letters of a word',
      '<p><choice><orig>v</orig><reg>u</reg></choice>n<choice><orig>d</orig><reg>dt</reg></choice></p>',
      'undt ⟨vnd⟩',
    ],
    [
      'an expansion',
      '<p><choice><abbr>dns</abbr><expan>d<ex>omi</ex>n<ex>u</ex>s</expan></choice>,</p>',
      'dominus ⟨dns⟩,',
    ],
    // Adjoining elements that are not one word.
    [
      'sounds between spoken words, and who speaks',
      '<u who="#ann">so<pause/>we went<vocal><desc>laughs</desc></vocal>home</u>',
      'ann: so [pause] we went [laughs] home',
    ],
    ['a pause in a verse', '<l>the anger<caesura/>of Peleus</l>', 'the anger of Peleus'],
    ['a direction', '<p>Go<stage>aside</stage>now</p>', 'Go\n\naside\n\nnow'],
    ['what cannot be heard', '<p>Good<gap><desc>inaudible</desc></gap></p>', 'Good[inaudible]'],
    [
      'a remark on certainty',
      '<p>Essex<certainty locus="value"><desc>a place</desc></certainty> wrote</p>',
      'Essex a place wrote',
    ],
    [
      'a tree',
      '<p><tree><root><label>S</label></root><iNode><label>NP</label></iNode></tree></p>',
      'S NP',
    ],
    [
      'a table in a cell',
      '<table><row><cell>bread<table><row><cell>rye</cell><cell>wheat</cell></row></table></cell></row></table>',
      'bread rye wheat',
    ],
    [
      'words marked one by one, laid out in lines',
      '<p><w>\n  Ste<g>ph</g>\n  <g>a</g>nus\n</w>\n<pc>,</pc>\n<w>et</w></p>',
      'Stephanus, et',
    ],
    [
      'words in place of others',
      '<p>was <subst><del>cold</del><add>warm</add></subst> and</p>',
      'was warm ⟦cold⟧ and',
    ],
    [
      'the same without subst',
      '<p>was <del>cold</del><add>warm</add> and</p>',
      'was warm ⟦cold⟧ and',
    ],
    ['struck-out words', '<p>was <del>very</del> cold</p>', 'was ⟦very⟧ cold'],
    ['a struck-out letter', '<p>Ma<del>r</del>ia</p>', 'Maia ⟦Maria⟧'],
    ['a letter put in', '<p>hon<add>o</add>ur</p>', 'honour'],
    // Words broken over lines.
    ['a broken word', '<p>im-\n  <lb break="no"/>perator</p>', 'imperator'],
    ['a soft hyphen', '<p>shy&#xAD;<lb/>ness</p>', 'shyness'],
    ['a line', '<p>one<lb/>two</p>', 'one\ntwo'],
    // Fields.
    [
      'a name',
      '<p><persName><forename>Ann</forename><surname>Hill</surname></persName></p>',
      'Ann Hill',
    ],
    [
      'a dateline',
      '<opener><dateline><placeName>Wien</placeName><date>2. Mai</date></dateline></opener>',
      'Wien, 2. Mai',
    ],
    // Words marked one by one.
    [
      'tokens without spaces',
      '<p><w>Mary</w><w>said</w><pc>,</pc><w>go</w><pc>!</pc></p>',
      'Mary said, go!',
    ],
    ['tokens with spaces', "<p><w>do</w><w>n't</w> <w>go</w></p>", "don't go"],
    ['parts of a word', '<p><w part="I">auf</w><w part="F">stehen</w></p>', 'aufstehen'],
    // Content without words.
    ['a gap with its extent', '<p>a <gap quantity="3" unit="lines"/> b</p>', 'a [… 3 lines] b'],
    [
      'a pointer to a note',
      '<p>a<note n="4" place="foot" xml:id="n4">N.</note> <ptr target="#n4"/></p>',
      'a4 note 4\n\n  4. N.',
    ],
    [
      'several pointers',
      '<p xml:id="p1">see <ptr target="#t1 https://example.org/"/></p><table xml:id="t1"><row><cell>x</cell></row></table>',
      'see table 1, example.org\n\nx',
    ],
    // Blocks.
    [
      'entries of a list of persons',
      '<listPerson><person><persName>Ann</persName></person><person><persName>Bo</persName></person></listPerson>',
      'Ann\n\nBo',
    ],
    ['numbers of items', '<list><item n="a">x</item></list>', 'a x'],
  ])('%s', (_what, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it('says why a reading has no words', () => {
    const text = textOf(
      '<p>x <app><lem wit="#A">fox</lem><rdg wit="#B"/><rdg wit="#C"><gap reason="illegible"/></rdg></app></p>',
    );
    expect(text).toContain('fox A] omitted B; illegible C');
  });
});

it('a pointer without an identifier is shown as a witness as it is written', () => {
  const { html } = read('<p>x <app><lem wit="#">a</lem><rdg wit="#B#">b</rdg></app></p>');
  expect(JSON.stringify(html())).toContain('>#B#<');
});

it('the view of a witness ends where the witness ends, and has its gaps', () => {
  const { html } = read(
    `<p>One <app><lem wit="#A">word</lem><rdg wit="#B">verb<witEnd/></rdg></app> two.</p>
     <p>Three <lacunaStart wit="#C"/>four<lacunaEnd wit="#C"/> five
     <app><lem wit="#A">six</lem><rdg wit="#B #C">sex</rdg></app></p>`,
    `${HEADER.replace('<p>none</p></sourceDesc>', '<listWit><witness xml:id="A"/><witness xml:id="B"/><witness xml:id="C"/></listWit></sourceDesc>')}`,
  );
  const { text } = html();
  expect(text).toContain('<span class="not-w2"> two.</span>');
  expect(text).toContain('<span class="not-w2 not-w3">four</span>');
  expect(text).toMatch(/<span class="not-w2"> five\s*<\/span>/);
  // A reading's own statements stay.
  expect(text).toMatch(/<span class="rdg w2 w3 added">.*<\/span>sex</);
});

describe('the sentence of a mention', () => {
  it.each([
    ['was <del>x</del><add>y</add> by <persName ref="#a">Ann</persName>.', 'was y by Ann.'],
    ['<persName ref="#a"><forename>Ann</forename><surname>Hill</surname></persName>.', 'Ann Hill.'],
    [
      '<app><lem><persName ref="#a">Maria</persName></lem><rdg><persName ref="#b">Martha</persName></rdg></app>.',
      'Maria ⟨Martha⟩.',
    ],
    [
      'in<lb/>the <choice><sic>hovse</sic><corr>house</corr></choice> of <persName ref="#a">Ann</persName>.',
      'in the house of Ann.',
    ],
  ])('%s', (words, sentence) => {
    const data = read(`<p xml:id="p1">${words}</p>`).data();
    expect(JSON.stringify(data)).toContain(JSON.stringify(sentence).slice(1, -1));
  });
});

describe('a header', () => {
  it('dates a document without the note on its date', () => {
    const { date } = read(
      '<p>x</p>',
      `${HEADER}<profileDesc><creation><date when="1139">
      June 1139<note>after the hand</note></date></creation></profileDesc>`,
    ).metadata.facts;
    expect(date?.text).toBe('June 1139');
  });

  const letter = (profile: string, source: string): string =>
    `<fileDesc><titleStmt><title level="a">Ann to Bo</title><title level="s">Letters</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc><profileDesc>${profile}</profileDesc>`;
  const SENT =
    '<correspDesc><correspAction type="sent"><placeName>Rome</placeName><date when="-0044-03-15"/></correspAction></correspDesc>';
  const COPY =
    '<msDesc><msIdentifier><repository>Vatican</repository></msIdentifier><msContents><summary>Letters of Ann.</summary></msContents><history><origin><origDate when="1450">1450</origDate><origPlace>Tours</origPlace></origin></history></msDesc>';

  it('dates a letter by its sending, not by the manuscript that has a copy', () => {
    const { facts } = read('<p>x</p>', letter(SENT, COPY)).metadata;
    expect(facts.date?.range).toBe('-0044-03-15');
    expect(facts.place?.text).toBe('Rome');
  });

  it('gives a genre only where keywords are of genres', () => {
    const about = '<textClass><keywords><term>war</term></keywords></textClass>';
    const genre =
      '<textClass><keywords scheme="#genres"><term>Epistle</term></keywords></textClass>';
    expect(read('<p>x</p>', letter(SENT + about, COPY)).metadata.facts.genre).toBeNull();
    expect(read('<p>x</p>', letter(SENT + genre, COPY)).metadata.facts.genre).toBe('Epistle');
  });

  it('titles the page by the letter’s own title where a part of it has a heading', () => {
    const parts = '<div type="textpart" n="1"><head>Chapter I</head><p>x</p></div>';
    const { heading, text } = read(parts, letter(SENT, COPY)).html();
    expect(heading).toBe('');
    expect(text).toContain('Chapter I');
  });

  it('describes a manuscript beside a list of witnesses, and witnesses within others', () => {
    const list =
      '<listWit><witness xml:id="A">Codex A<witness xml:id="A1">its first hand</witness></witness></listWit>';
    const { witnesses, record } = read('<p>x</p>', letter(SENT, COPY + list)).html();
    expect(witnesses).toContain('Letters of Ann.');
    expect(witnesses).toMatch(/>A1<[\s\S]*its first hand/);
    expect(record).not.toContain('AA1');
  });

  it.each([
    ['<date notAfter="1750-06"/>', 'before June 1750'],
    ['<date when="0079-08-24"/>', 'August 24, 79 CE'],
    ['<date when="-0044-03-15"/>', 'March 15, 44 BCE'],
    ['<date notBefore="1750-06-01" notAfter="1750-06-30"/>', 'June 1750'],
    ['<date notBefore="1900-02-01" notAfter="1900-02-28" precision="low"/>', 'c. February 1900'],
    ['<date notBefore="1750-01-01" notAfter="1750-12-31"/>', '1750'],
    [
      '<date notBefore="1750-06-01" notAfter="1750-06-29"/>',
      'between June 1, 1750 and June 29, 1750',
    ],
    ['<date from="1750-06-01" to="1750-06-30"/>', 'June 1, 1750 to June 30, 1750'],
  ])('words a date without words: %s', (date, words) => {
    const sent = `<correspDesc><correspAction type="sent">${date}</correspAction></correspDesc>`;
    expect(read('<p>x</p>', letter(sent, '<p>none</p>')).html().record).toContain(`>${words}<`);
  });

  it('parts several persons, and pages with a hyphen', () => {
    const source =
      '<bibl><title level="j">The Review</title> <biblScope unit="page">5-9</biblScope></bibl>';
    const header = letter('', source).replace(
      '</titleStmt>',
      '<editor role="translator">Roe, Jane; Doe, Al</editor></titleStmt>',
    );
    const { facts } = read('<p>x</p>', header).metadata;
    expect(facts.translators.map(({ name }) => name)).toEqual(['Jane Roe', 'Al Doe']);
    expect(facts.print?.pages).toEqual({ from: '5', to: '9', text: '5–9' });
  });
});

it('shows a pointer to an empty element outside of any paragraph', () => {
  const page = read('<p>See <ptr target="#m1-a"/>.</p><anchor xml:id="m1-a"/>').html();
  expect(JSON.stringify(page)).toMatch(/<a[^>]*href=[^>]*#m1-a[^>]*>[^<]+<\/a>/u);
});

it('breaks no verse line where the breaks of the prints end it', () => {
  const page = read(
    '<sp><speaker>A</speaker><l>one<lb ed="G"/><lb ed="F1" n="20"/></l><lb/><l>t<lb/>wo</l></sp>',
  ).html();
  expect(JSON.stringify(page).match(/<br/gu)).toHaveLength(1);
});

describe('a page has no dead link and no silent loss', () => {
  const deadLinks = (page: object): string[] => {
    const html = Object.values(page)
      .filter((part): part is string => typeof part === 'string')
      .join('\n');
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    return [...html.matchAll(/\shref="#([^"]*)"/g)].flatMap(([, to = '']) =>
      ids.has(to) ? [] : [to],
    );
  };

  it('for pointers to what is shown nowhere: in a wrong place of the header, or of the file', () => {
    const odd =
      '</body></text><orgName><facsimile><surface xml:id="f1"><desc>x</desc></surface></facsimile></orgName><text><body><p/>';
    const header = `${HEADER}<standOff><listWit><witness xml:id="B">Beta</witness></listWit></standOff>`;
    const page = read(
      `<p><ref target="#f1">1</ref><ptr target="#B"/><app><lem wit="#B">x</lem></app></p>${odd}`,
      header,
    ).html();
    expect(deadLinks(page)).toEqual([]);
  });

  it('for what is named, or a title, within a link', () => {
    const page = read(
      '<p><ref target="#p2">see <persName xml:id="A">Ann</persName>, <title xml:id="B">Acts</title></ref><ptr target="#A"/><ptr target="#B"/></p><p xml:id="p2">x</p>',
    ).html();
    expect(deadLinks(page)).toEqual([]);
    expect(page.text.match(/id="[AB]"/g)).toHaveLength(2);
  });

  it('for an entry of the apparatus among the events of standOff', () => {
    const odd =
      '</body></text><standOff><listEvent><app><lem>a</lem><rdg>b</rdg></app></listEvent></standOff><text><body><p/>';
    const page = read(`<p>Text</p>${odd}`).html();
    expect(deadLinks(page)).toEqual([]);
    expect(page.apparatus).toContain('>b<');
  });

  it('for a note and an entry of the apparatus beside the text', () => {
    const beside =
      '</body></text><facsimile><surface><note>Folio 2</note><desc>x<app><lem>a</lem><rdg>b</rdg></app></desc></surface></facsimile><text><body><p>Other</p>';
    const page = read(`<p>Text<note>1</note></p>${beside}`).html();
    expect(deadLinks(page)).toEqual([]);
    expect(page.text).toContain('Folio 2');
    expect(page.noteCount).toBe(1);
  });

  it('for a witness in a reading', () => {
    const reading = '<rdg wit="#Z"><witness xml:id="Z"/><gap reason="omitted"/></rdg>';
    const page = read(`<p>a <app><lem>x</lem>${reading}</app></p>`).html();
    expect(deadLinks(page)).toEqual([]);
  });

  it('for an entry with its place that is in no text', () => {
    const outside =
      '</body></text><country><body><p><app loc="1"><rdg>b</rdg></app></p></body></country><text><body><p>Other</p>';
    const listed = '<listApp><app loc="1"><rdg>c</rdg></app></listApp>';
    const page = read(`<p n="1">Text</p>${listed}${outside}`).html();
    expect(deadLinks(page)).toEqual([]);
  });

  it.each([
    ['an entry with its place', '<listApp><app loc="1"><rdg>b</rdg>ODD</app></listApp>'],
    [
      'an entry with its place in the list itself',
      '<div type="apparatus"><listApp><app loc="2"><rdg><l n="2">b</l></rdg>ODD</app></listApp></div>',
    ],
    ['an entry in the text', '<p>a <app><lem>x</lem><rdg>b</rdg>ODD</app></p>'],
    ['a group of readings', '<p>a <app><lem>x</lem><rdgGrp><rdg>b</rdg>ODD</rdgGrp></app></p>'],
  ])('for a list of literature and words in %s', (_, markup) => {
    const odd = '<listBibl><bibl xml:id="cil">CIL VIII</bibl></listBibl> stray words';
    const page = read(
      `<p>See <ref target="#cil">there</ref>.</p>${markup.replace('ODD', odd)}`,
    ).html();
    expect(deadLinks(page)).toEqual([]);
    const all = `${page.text}${page.apparatus}`;
    expect(all.match(/CIL VIII/g)).toHaveLength(1);
    expect(all.match(/stray words/g)).toHaveLength(1);
    expect(page.unforeseen.length).toBeGreaterThan(0);
  });
});

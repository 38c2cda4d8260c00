/**
 * Kinds of foreign TEI on the page: fields without white space, references without words, readings
 * beside each other, apparatus entries, descriptions of manuscripts, dates.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { DocumentHtml } from '../../pipeline/transform/model.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

let transformer: Transformer;
beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
}, 300_000);
afterAll(removeFolders);

interface Parts {
  readonly title?: string;
  readonly source?: string;
  readonly profile?: string;
  readonly body: string;
}

const { strings } = openInterface('en');

function file({ title = '<title>T</title>', source = '<p/>', profile = '', body }: Parts): string {
  const path = join(temporaryFolder(), 'k1.xml');
  const header = `<teiHeader><fileDesc><titleStmt>${title}</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc>${profile === '' ? '' : `<profileDesc>${profile}</profileDesc>`}</teiHeader>`;
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body>${body}</body></text></TEI>`,
  );
  return path;
}

const html = (parts: Parts): DocumentHtml =>
  transformer.html(file(parts), { strings, addresses: {} });

/** The text that a reader copies, without tags and marks of passages. */
function words(markup: string): string {
  return markup
    .replace(/<(?:dt|dd|li|p|div|h\d|section|br)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('¶', '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const text = (body: string): string => words(html({ body }).text);

describe('fields that touch in the file', () => {
  it.each([
    ['<p><persName><forename>Ada</forename><surname>Byron</surname></persName></p>', 'Ada Byron'],
    ['<p><persName><surname>Byron</surname><forename>Ada</forename></persName></p>', 'Byron, Ada'],
    [
      '<p><placeName><settlement>Linz</settlement><country>Austria</country></placeName></p>',
      'Linz, Austria',
    ],
    [
      '<opener><dateline><placeName>Bonn</placeName><date>2. Mai</date></dateline></opener>',
      'Bonn, 2. Mai',
    ],
    ['<p>(<persName> <hi>Ada</hi></persName>)</p>', '(Ada)'],
    ['<p>[<hi>Ada </hi>] and <hi> Bea</hi> (<rs>\n Cyd\n</rs>).</p>', '[Ada] and Bea (Cyd).'],
    ['<p><name>d’</name><name>Arc</name> won<hi>der</hi>ful</p>', 'd’Arc wonderful'],
    [
      '<listPerson><person><persName><forename>Ada</forename><surname>Byron</surname><abbr>AB</abbr></persName></person></listPerson>',
      'Ada Byron AB',
    ],
    ['<p><persName><abbr>St</abbr><ex>ephen</ex> <hi>B</hi>yron</persName></p>', 'Stephen Byron'],
    ['<p><seg xml:lang="de">Brücke</seg><seg xml:lang="en">Bridge</seg></p>', 'Brücke Bridge'],
    ['<p>be<seg xml:lang="de">ru</seg><seg xml:lang="de">fen</seg></p>', 'berufen'],
    ['<p xmlns:x="urn:x"><x:t><x:a>vana</x:a><x:a>silva</x:a></x:t>s</p>', 'vana silvas'],
    [
      '<p xmlns:m="urn:m"><m:s wordpos="i">al</m:s><m:s wordpos="t">ma</m:s><m:s>dies</m:s></p>',
      'alma dies',
    ],
    [
      '<figure><figDesc>A plan</figDesc><s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>north</s:text><s:text>south</s:text></s:svg></figure>',
      'A plan north south',
    ],
    [
      '<p>Un<term>known</term>, Mc<surname>Gee</surname>, al<w>pha</w></p>',
      'Unknown, McGee, alpha',
    ],
    [
      '<closer><dateline>Bonn<date>1850</date></dateline><signed>Ann<date>2 May</date></signed></closer>',
      'Bonn 1850 Ann 2 May',
    ],
    [
      '<listPerson><person><birth>1800<placeName>Bonn</placeName></birth><death when="1850"/><occupation>miller</occupation></person></listPerson>',
      '1800 Bonn [Died 1850] miller',
    ],
    ['<p>Roe on<date when="1750-04-01"/> or</p>', 'Roe on [April 1, 1750] or'],
    ['<docDate><date notBefore="1060" notAfter="1108"/></docDate>', 'between 1060 and 1108'],
    [
      '<note place="inline"><bibl>Roe 3</bibl>\n<bibl>Doe 4.</bibl> <bibl>Lee 5</bibl></note>',
      'Roe 3; Doe 4. Lee 5',
    ],
    [
      '<listBibl><bibl><author>Roe</author><title>Mills</title><biblScope unit="page" from="3" to="9"/></bibl></listBibl>',
      'Roe, Mills, pp. 3–9',
    ],
    [
      '<p><app><rdgGrp><lem wit="#A">vpon</lem><rdg wit="#B">upon</rdg></rdgGrp></app></p>',
      'vpon°',
    ],
    ['<p><persName><surname>夏目</surname><forename>漱石</forename></persName></p>', '夏目漱石'],
  ])('%s are words of their own', (body, expected) => {
    expect(text(body)).toBe(expected);
  });

  it('of a structured reference have the order and signs of a reference, and all its words', () => {
    const body =
      '<listBibl><biblStruct><analytic><author><surname>Roe</surname><forename>Jo</forename></author><title level="a">A find</title></analytic><monogr><title level="j">The Digger</title><imprint><biblScope unit="volume">7</biblScope><date>1931</date></imprint></monogr><note>With a map.</note><idno type="DOI">10.1000/9</idno></biblStruct></listBibl>';
    expect(text(body)).toBe('Roe, Jo, “A find”, The Digger 7 (1931). With a map. · DOI 10.1000/9');
    expect(html({ body }).text).toContain('<a href="https://doi.org/10.1000/9">');
    // The series comes first where the book is a volume of it.
    const volume =
      '<listBibl><biblStruct><monogr><title level="m">South</title><imprint><biblScope unit="volume">Volume XXXI</biblScope></imprint></monogr><series><title level="s">Papers</title><biblScope unit="subseries">1964–1968</biblScope></series></biblStruct></listBibl>';
    expect(text(volume)).toBe('Papers, 1964–1968, Volume XXXI, South');
  });
});

describe('a reference without words', () => {
  const PLACES =
    '<div xml:id="one"><head>The mill</head><p>Text<note n="4" xml:id="n4">N</note>.</p><table xml:id="t"><row><cell>1</cell></row></table><pb n="12" xml:id="p12"/><lg><l n="8" xml:id="l8">Verse</l></lg></div>';
  it.each([
    ['<ptr target="#one"/>', 'The mill'],
    ['<ref target="#n4"/>', 'note 4'],
    ['<ptr target="#p12"/>', 'p. 12'],
    ['<ptr target="#l8"/>', 'line 8'],
    ['<ptr target="#t"/>', 'table 1'],
    ['<ptr target="https://www.example.org/a/"/>', 'example.org/a'],
  ])('%s has the words of its target', (reference, expected) => {
    const { text: page } = html({ body: `${PLACES}<div><p>${reference}</p></div>` });
    expect(page).toContain(`>${expected}</a></p>`);
  });

  it('with several targets is several links', () => {
    const { text: page } = html({ body: `${PLACES}<p><ptr target="#n4 #p12"/></p>` });
    expect(page).toMatch(/>note 4<\/a>.*, .*>p\. 12<\/a>/);
  });
});

describe('readings beside each other', () => {
  it.each([
    ['<am>&amp;</am><ex>et</ex>', 'choice', '"alternative"><span class="sign added"> ⟨</span><'],
    ['<orig>a</orig><corr>b</corr><reg>c</reg>', 'choice', '"alternative further"'],
    ['<seg>one</seg><seg>two</seg>', 'choice undecided', 'one<span class="alternative">'],
  ])('of a choice: which one is meant is marked: %s', (inner, kind, reading) => {
    const { text: page } = html({ body: `<p>a <choice>${inner}</choice> b</p>` });
    expect(page).toContain(`<span class="${kind}">`);
    expect(page).toContain(reading);
  });

  it.each([
    ['<p><choice><sic>teh</sic><corr>the</corr></choice> end</p>', 'teh ⟨the⟩ end'],
    [
      '<p><choice><sic>x</sic><corr/></choice> <choice><sic/><corr>y</corr></choice></p>',
      'x ⟨removed⟩ [nothing] ⟨y⟩',
    ],
    ['<p>the <subst><del>old</del><add>new</add></subst> house</p>', 'the old new house'],
    ['<p>b<subst><del>a</del><add>e</add></subst>d</p>', 'baed'],
  ])('%s do not run together', (body, expected) => {
    expect(text(body)).toBe(expected);
  });
});

describe('an entry of the apparatus', () => {
  const WITNESSES =
    '<listWit><witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit>';
  const entry = (app: string): string =>
    words(html({ source: WITNESSES, body: `<p n="2">One ${app} two.</p>` }).apparatus);
  it.each([
    ['<rdg wit="#B"/>', 'omitted'],
    ['<rdg wit="#B"><gap reason="lost" quantity="2" unit="word"/></rdg>', 'lost, 2 words'],
    [
      '<rdg wit="#B"><gap reason="illegible" atLeast="2" atMost="3" unit="character"/></rdg>',
      'illegible, 2–3 characters',
    ],
    ['<rdg wit="#B" cause="lacuna"/>', 'lacuna'],
    ['<rdg wit="#B"><space quantity="3" unit="character"/></rdg>', 'left blank, 3 characters'],
  ])('%s says what is not there', (reading, expected) => {
    expect(entry(`<app><lem wit="#A">word</lem>${reading}</app>`)).toBe(
      `↩2 word A ] ${expected} B`,
    );
  });

  it('distinguishes hands, layers, doubt, and equal words in one passage', () => {
    expect(
      entry(
        '<app><lem wit="#A">w</lem><rdg wit="#A" type="ac">v</rdg><rdg wit="#B" cert="low">u</rdg></app>',
      ),
    ).toBe('↩2 w A ] v A (before correction); u B doubtful');
    const same = '<app><lem wit="#A">the</lem><rdg wit="#B">a</rdg></app>';
    expect(entry(`${same} and ${same}`)).toBe('↩2 the1 A ] a B ↩2 the2 A ] a B');
  });

  it('is separate from the lemma in copied text', () => {
    const { text: page } = html({
      source: WITNESSES,
      body: '<p><app><lem wit="#A">Maria</lem><rdg wit="#B">Martha</rdg></app></p>',
    });
    expect(words(page)).toBe('Maria [B: Martha]°');
  });
});

describe('the header', () => {
  it('is shown whole: the description of a manuscript with labels', () => {
    const source =
      '<msDesc xml:id="M"><msIdentifier><settlement>Brno</settlement><repository>Archive</repository><idno>7</idno></msIdentifier><msContents><msItem n="1"><author>Nemo</author><title>On wells</title><incipit>Aqua</incipit></msItem></msContents><physDesc><objectDesc form="roll"><supportDesc material="perg"><extent><dimensions unit="mm"><height>30</height><width>20</width></dimensions></extent></supportDesc></objectDesc></physDesc><history><provenance>Bought twice.</provenance></history><msPart><msIdentifier><idno>7b</idno></msIdentifier></msPart></msDesc>';
    expect(words(html({ source, body: '<p/>' }).witnesses)).toBe(
      'Held in Archive, 7 (roll) Place Brno Item 1 Author Nemo Titles On wells Incipit Aqua Object roll Support parchment Extent 30 × 20 mm Provenance Bought twice. Part Held in 7b',
    );
  });

  it('has the only manuscript as the source, not as a witness, without empty measures', () => {
    const source =
      '<msDesc><msIdentifier><idno>7</idno></msIdentifier><physDesc><objectDesc><supportDesc><support><p>slab</p><dimensions unit="cm"><height/><width>3</width></dimensions></support></supportDesc></objectDesc></physDesc></msDesc>';
    const { witnesses, witnessWords } = html({ source, body: '<p/>' });
    expect(`${witnessWords}: ${words(witnesses)}`).toMatch(
      /^Source: Held in 7 Support slab ?3 cm$/,
    );
  });

  it('says who did what, and what else the file says', () => {
    const title =
      '<title level="s">Letters of Nemo</title><title level="a">Nemo to Ada</title><editor role="translator">Tess</editor><respStmt><resp>Scans</resp><name>Sam</name></respStmt><funder>The Fund</funder>';
    const { record } = html({
      title,
      profile: '<abstract><p>About wells.</p></abstract>',
      body: '<p/>',
    });
    expect(words(record)).toBe(
      'Translator Tess Scans Sam Funder The Fund More Everything else in the file’s header Titles Letters of Nemo Abstract About wells.',
    );
    expect(transformer.data(file({ title, body: '<p/>' }), strings, []).header.title).toBe(
      'Nemo to Ada',
    );
  });
});

describe('a date', () => {
  it.each([
    ['when="-0044-03-15"', 'March 15, 44 BCE'],
    ['when-iso="-0043"', '44 BCE'],
    ['notAfter="1750-06"', 'before June 1750'],
    ['when="1750" precision="low"', 'c. 1750'],
    ['from="0012" to="0014"', '12 CE to 14 CE'],
  ])('%s without words is worded', (attributes, expected) => {
    const { record } = html({
      profile: `<creation><date ${attributes}/></creation>`,
      body: '<p/>',
    });
    expect(words(record)).toContain(`Date ${expected}`);
  });
});

describe('what the source numbers', () => {
  it('items keep their numbers, once', () => {
    expect(text('<list><item n="7">seven</item><item n="b">b) has it</item></list>')).toBe(
      '7 seven b) has it',
    );
  });

  it('chapters and sections without a heading have kind and number, in the contents too', () => {
    const body =
      '<div type="textpart" subtype="book" n="2"><div type="textpart" subtype="chapter" n="5"><p>Arma.</p></div></div>';
    expect(text(body)).toBe('Book 2 Chapter 5 Arma.');
    expect(
      transformer.data(file({ body }), strings, []).contents.map(({ text: words }) => words),
    ).toEqual(['Book 2', 'Chapter 5']);
  });
});

describe('Leiden', () => {
  const edition = (inner: string): string =>
    text(`<div type="edition"><ab>${inner}</ab></div>`).replace(/^Text /, '');
  it.each([
    [
      '<supplied reason="lost">et <gap reason="lost" quantity="2" unit="character"/></supplied>',
      '[et ..]',
    ],
    ['<gap reason="lost" quantity="3" unit="line"/>', '[– – 3 lines – –]'],
    ['<gap reason="lost" atLeast="2" atMost="4" unit="character"/>', '[– – 2–4 characters – –]'],
    ['<gap reason="lost" extent="unknown" unit="character"/>', '[– – –]'],
    ['<gap reason="lost" extent="unknown" unit="line"/>', '[– – an unknown number of lines – –]'],
    ['pon\n<lb n="2" break="no"/>tifex', 'pon- 2 tifex'],
  ])(
    '%s says how much, without brackets in brackets or a space before the hyphen',
    (inner, expected) => {
      expect(edition(inner)).toBe(expected);
    },
  );
});

describe('signs and hands', () => {
  it.each([
    ['con<g ref="char:EOLhyphen"/>sider', 'con\u00adsider'],
    ['itaq<g ref="char:abque"/>', 'itaqque'],
    ['<unclear extent="4" unit="chars"/>', '[unclear 4 characters]'],
    ['<space quantity="2" unit="line"/>', '[space, 2 lines]'],
    ['<space quantity="1" unit="words"/>', '[space, 1 word]'],
    ['a<space quantity="2" unit="chars"/>b', 'a b'],
    ['<placeName>\n<hi>Rome</hi>\n</placeName>, <date>\n<hi>May 1</hi>\n</date>.', 'Rome, May 1.'],
  ])('%s is shown', (inner, expected) => {
    expect(text(`<p>${inner}</p>`)).toBe(expected);
  });

  it('an addition names its hand, where there are several', () => {
    const profile =
      '<handNotes><handNote xml:id="h1">Clerk</handNote><handNote xml:id="h2">Judge</handNote></handNotes>';
    expect(words(html({ profile, body: '<p>a <add hand="#h2">new</add> line</p>' }).text)).toBe(
      'a new Judge line',
    );
  });
});

describe('elements of a project’s own namespace', () => {
  it('are read by their words, quietly; the editor has a report', () => {
    const { text: page, unforeseen } = html({
      body: '<p>See <my:verse xmlns:my="urn:my">Job 3</my:verse>.</p><my:part xmlns:my="urn:my"><head>Annex</head><p>Words.</p></my:part>',
    });
    expect(words(page)).toBe('See Job 3. Annex Words.');
    expect(page).toContain('<h3');
    expect(page).not.toContain('tei-unknown');
    expect(unforeseen.map(({ element }) => element)).toEqual(['my:part', 'my:verse']);
  });
});

it('a transcription beside a text is shown after it', () => {
  const path = file({ body: '<p>Edited.</p>' });
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      '<text>',
      '<sourceDoc><surface><zone><line>As written</line></zone></surface></sourceDoc><text>',
    ),
  );
  expect(words(transformer.html(path, { strings, addresses: {} }).text)).toBe(
    'Edited. Transcription of the source, page by page As written',
  );
});

it('a file that lists letters is a list of letters', () => {
  const letter = (day: string): string =>
    `<correspDesc ref="https://example.org/${day}"><correspAction type="sent"><persName>Ada</persName><date when="1840-01-${day}"/></correspAction><correspAction type="received"><persName>Bo</persName></correspAction></correspDesc>`;
  const { text: page, record } = html({
    profile: letter('01') + letter('02'),
    body: '<p/>',
  });
  expect(words(page)).toBe(
    'Ada, January 1, 1840 → Bo · example.org/01 Ada, January 2, 1840 → Bo · example.org/02',
  );
  expect(record).not.toContain('Ada');
});

describe('what is said beside the text', () => {
  const MENOTA = 'xmlns:me="http://www.menota.org/ns/1.0"';

  it('three levels of a word are two readings where two of them are one', () => {
    const word = (facs: string, dipl: string, norm: string): string =>
      `<w ${MENOTA}><choice><me:facs>${facs}</me:facs><me:dipl>${dipl}</me:dipl><me:norm>${norm}</me:norm></choice></w>`;
    const made = html({ body: `<p>${word('ꝥ', 'þat', 'þat')} ${word('ok', 'ok', 'ok')}</p>` });
    expect(words(made.text)).toBe('ꝥ ⟨þat⟩ ok');
    expect(made.unforeseen).toEqual([]);
  });

  it('annotations outside of the text are shown, and lead to what they are about', () => {
    const path = file({ body: '<p xml:id="p1">A <anchor xml:id="a1"/>word.</p>' });
    const beside =
      '<standOff><listAnnotation><annotation target="#p1"><note>Of weight</note></annotation></listAnnotation><spanGrp><span from="#a1">Patience</span></spanGrp><listNym><nym xml:id="n"><form>Gulielmus</form><etym>Wilhelm</etym></nym></listNym><listPerson><person xml:id="x"><persName>Nobody</persName></person></listPerson></standOff><stdf><spanGrp><span>Outside</span></spanGrp></stdf>';
    writeFileSync(path, readFileSync(path, 'utf8').replace('</text>', `</text>${beside}`));
    const { text: markup } = transformer.html(path, { strings, addresses: {} });
    expect(words(markup)).toMatch(
      /^A word\. Annotations Of weight \S.* Patience .*Gulielmus Wilhelm Outside$/,
    );
    expect(markup).toContain('<a class="ref added" href="#p1">');
    expect(markup).not.toContain('Nobody');
  });

  it.each([
    ['<date when="1700-02-18" calendar="#j">x</date>', '1700-02-18 (Old Style)'],
    ['<date when="1700-02-18" datingMethod="#julian">x</date>', '1700-02-18 (julian)'],
    ['<date when-custom="AH 1200" calendar="#j">x</date>', 'AH 1200 (Old Style)'],
    ['<date when="1700-02-18" calendar="#Gregorian">x</date>', '1700-02-18'],
    ['<date from="-0218" to="-0201" calendar="#j">x</date>', '218 BCE to 201 BCE (Old Style)'],
  ])('%s names its calendar', (date, title) => {
    const profile = '<calendarDesc><calendar xml:id="j"><p>Old Style</p></calendar></calendarDesc>';
    expect(html({ profile, body: `<p>${date}</p>` }).text).toContain(`title="${title}"`);
  });
});

describe('variants of other projects', () => {
  const WITNESSES = '<listWit><witness xml:id="A"/><witness xml:id="B"/></listWit>';
  const apparatus = (body: string): string => words(html({ source: WITNESSES, body }).apparatus);

  it.each([
    [
      '<listBibl><biblFull><titleStmt><title>Mills</title><author>Roe, Jo</author></titleStmt><publicationStmt><publisher>Styria</publisher><pubPlace>Graz</pubPlace><date>1901</date></publicationStmt></biblFull></listBibl>',
      'Roe, Jo, Mills, Graz, Styria, 1901',
    ],
    ['<p>a <add>very</add><del>quite</del> late</p>', 'a very quite late'],
    ['<p>the <subst><add>new</add><del>old</del></subst> mill</p>', 'the new old mill'],
    ['<p>wo<add>r</add><del>n</del>d</p>', 'wornd'],
    ['<p>as <ptr cRef="Hom. Il. 1.1"/> says</p>', 'as Hom. Il. 1.1 says'],
  ])('%s keeps its words separate: %s', (body, expected) => {
    expect(text(body)).toBe(expected);
  });

  it.each([
    ['pari<choice><sic>ha</sic><corr>hā</corr></choice>pe', 'parihāpe A'],
    ['<choice><abbr>Dr</abbr><expan>Doctor</expan></choice> Roe', 'Doctor Roe A'],
    ['<subst><del>old</del><add>new</add></subst> mill', 'new mill A'],
    ['<choice><unclear>a</unclear><unclear>b</unclear></choice>', 'a A'],
  ])('the lemma of %s is one reading: %s', (lemma, expected) => {
    expect(
      apparatus(`<p><app><lem wit="#A">${lemma}</lem><rdg wit="#B">x</rdg></app></p>`),
    ).toContain(`${expected} ]`);
  });

  it('a remark on a witness within its reading is marked off', () => {
    const entry =
      '<app><lem wit="#A">a</lem><rdg wit="#B">c<witDetail wit="#B">in margin</witDetail></rdg></app>';
    expect(apparatus(`<p>${entry}</p>`)).toContain('c (in margin) B');
  });

  it('entries outside of the text that no pointer can lead to are shown', () => {
    const path = file({ body: '<p>Words</p>' });
    const standOff =
      '<standOff><listEvent><event when="-0467"><label>467 BC</label></event></listEvent><listPerson><person><persName>Bob</persName></person><person xml:id="p9"><persName>Ursula</persName></person></listPerson><listNote><note>A remark</note></listNote></standOff>';
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace('<TEI ', '<TEI xml:id="play5" ')
        .replace('<text>', `${standOff}<text>`),
    );
    const shown = words(transformer.html(path, { strings, addresses: {} }).text);
    expect(shown).toMatch(/467 BC.*Bob/);
    expect(shown).toContain('A remark');
    expect(shown).not.toContain('Ursula');
  });

  it('white space from the layout of a file is no part of a word that is marked as one', () => {
    const body = `<p><w>
      <m>ab</m>
      <lb break="no"/><m>
      cd
      </m>
      </w> <w><hi rend="red">
      E
      </hi>
      fg</w></p>`;
    expect(text(body).replace(' cd', 'cd')).toBe('abcd Efg');
  });

  it('notes at the end that name anchors in the text are at these anchors', () => {
    const notes = '<note n="7" target="#a1">Seven</note> <note n="8" target="#a2">Eight</note>';
    const entry =
      '<app from="#a1" to="#a2"><lem>mill</lem><rdg wit="#B"><space quantity="0"/></rdg></app>';
    const shown = html({
      source: WITNESSES,
      body: `<p>The <anchor xml:id="a1"/>mill<anchor xml:id="a2"/> stood.</p><div><head>Notes</head><p>${notes}</p><p>${entry}</p></div>`,
    });
    expect(words(shown.text)).toMatch(/^The note 7mill°?note 8°? stood. Notes$/);
    expect(shown.text.match(/<p hidden/g)).toHaveLength(2);
    expect(words(shown.apparatus)).toContain('mill ] omitted B');
  });

  it.each([
    [
      '<analytic><author>Roe, Jo</author><title level="a">Mills</title></analytic><monogr><title level="j">The Digger</title><imprint><biblScope type="vol">70.3</biblScope><date>1969</date><biblScope type="pages">4-9</biblScope></imprint></monogr><note>On mills.</note><note>Key</note>',
      'Roe, Jo, “Mills”, The Digger 70.3 (1969), 4-9. On mills. Key',
    ],
    [
      '<monogr><title level="m">Mills.</title><imprint><date>1969</date></imprint></monogr><note>Rare</note>',
      'Mills. (1969). Rare',
    ],
  ])('%s is cited %s', (content, expected) => {
    expect(text(`<listBibl><biblStruct>${content}</biblStruct></listBibl>`)).toBe(expected);
  });

  it('a hyphen of the text at a line’s end is not doubled, and a part without words has no heading', () => {
    const edition = '<ab>śakti<lb n="2" break="no"/>-siddhi mahā<lb n="3" break="no"/>rāja</ab>';
    const shown = text(`<div type="edition">${edition}</div><div type="translation"><p/></div>`);
    expect(shown).toContain('śakti 2 -siddhi mahā- 3 rāja');
    expect(shown).not.toContain('Translation');
  });

  it('of pages that begin at one place, also across a paragraph, one is in the margin', () => {
    const shown = html({
      body: '<pb n="1r"/> <p><pb n="1v"/>Words</p><pb n="2r"/><p>More</p>',
    }).text;
    expect(shown.match(/page-before-page/g)).toHaveLength(1);
  });

  it('another hand is separated from the words after it', () => {
    expect(text('<p><handShift/>Word</p><p><handShift/> Word</p>')).toMatch(
      /^\[[^\]]*\] Word \[[^\]]*\] Word$/,
    );
  });

  it('a date in the form of machines is worded', () => {
    const moment = '1963-05-13T11:00:01+01:00/1963-05-13T12:00:00+01:00';
    const [notBefore, notAfter] = moment.split('/');
    const profile = `<correspDesc><correspAction type="sent"><date notBefore="${notBefore}" notAfter="${notAfter}">${moment}</date></correspAction></correspDesc>`;
    const shown = html({ profile, body: '<p>x</p>' });
    expect(JSON.stringify(shown)).not.toContain('T11:00:01+01:00/');
  });

  it('a witness with only its siglum as words is called by it', () => {
    const source =
      '<listWit><witness xml:id="wit1">【甲】</witness><witness xml:id="C">Copy [1]</witness></listWit>';
    const body = '<p><app><lem wit="#C">a</lem><rdg wit="#wit1">b</rdg></app></p>';
    expect(words(html({ source, body }).apparatus)).toContain('a C ] b 【甲】');
  });

  it.each([
    ['<mapping type="unicode">U+3BCC</mapping>', '㯌'],
    [
      '<mapping type="PUA">U+F00B2</mapping><charProp><localName>composition</localName><value>[a+b]</value></charProp>',
      '[a+b]',
    ],
    ['<mapping type="PUA">U+E1DC</mapping><charName>TURNED LEAF</charName>', '[TURNED LEAF]'],
  ])('a character declared by %s is %s', (declared, sign) => {
    const path = file({ body: '<p>x<g ref="#g1"/>y</p>' });
    const declaration = `<encodingDesc><charDecl><char xml:id="g1">${declared}</char></charDecl></encodingDesc>`;
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('</fileDesc>', `</fileDesc>${declaration}`),
    );
    expect(words(transformer.html(path, { strings, addresses: {} }).text)).toBe(`x${sign}y`);
  });

  it('a header’s elements have labels, not their names', () => {
    const source =
      '<recordingStmt><recording type="audio"><respStmt><resp>Recorded by</resp><name>Roe</name></respStmt></recording></recordingStmt>';
    const record = words(html({ source, body: '<p>x</p>' }).record);
    expect(record).toContain('Recording (audio)');
    expect(record).toContain('Responsible Recorded by, Roe');
    expect(record).not.toContain('stmt');
  });
});

describe('one described manuscript', () => {
  const source =
    '<msDesc xml:id="M"><msIdentifier><repository>Archive</repository><idno>7</idno></msIdentifier></msDesc>';

  it('is the source, whatever its identifier', () => {
    expect(html({ source, body: '<p>x</p>' }).witnessWords).toBe('Source');
  });

  it('is a witness if readings name it', () => {
    const body = '<p><app><lem>x</lem><rdg wit="#M">y</rdg></app></p>';
    expect(html({ source, body }).witnessWords).toBe('Witnesses');
  });
});

describe('divisions without a heading', () => {
  it('of one kind are numbered if nothing else distinguishes them', () => {
    const named = '<div type="translation" xml:lang="en"><p>C</p></div>';
    const body = `<div type="edition"><p>A</p></div>${named}${named}<div type="translation" xml:lang="fr"><p>D</p></div>`;
    expect([...html({ body }).text.matchAll(/<h2 [^>]*>([^<]*)/g)].map(([, head]) => head)).toEqual(
      ['Text', 'Translation (1)', 'Translation (2)', 'Translation (fr)'],
    );
  });

  it('are distinguished where several are of one kind', () => {
    const body =
      '<div type="edition" subtype="physical"><p>A</p></div><div type="edition" subtype="logical"><p>B</p></div><div type="translation"><p>C</p></div>';
    expect([...html({ body }).text.matchAll(/<h2 [^>]*>([^<]*)/g)].map(([, head]) => head)).toEqual(
      ['Text (physical)', 'Text (logical)', 'Translation'],
    );
  });

  it('do not repeat the title of the page', () => {
    const body = '<div type="textpart" subtype="chapter" n="1"><p>A</p></div>';
    expect(words(html({ title: '<title>Chapter 1</title>', body }).text)).toBe('A');
    expect(words(html({ body }).text)).toBe('Chapter 1 A');
  });
});

it('letters in a header: a link where its target exists, else the words', () => {
  const letter = (target: string) =>
    `<correspDesc><correspAction type="sent"><persName>Ines</persName></correspAction><correspContext><ref target="${target}">to Tomas</ref></correspContext></correspDesc>`;
  const targets = ['#none', 'javascript:alert(1)', 'https://example.org/1', '#p1'];
  const profile = targets.map(letter).join('');
  const { text: page } = html({ profile, body: '<p xml:id="p1">Words.</p>' });
  const links = [...page.matchAll(/<a class="ref" href="([^"]*)">to Tomas</g)].map(([, to]) => to);
  expect(links).toEqual(['https://example.org/1', '#p1']);
  expect(page.match(/to Tomas/g)).toHaveLength(targets.length);
});

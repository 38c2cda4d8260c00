/**
 * Pointers of every kind in foreign TEI: each that leads nowhere, or to something of another kind,
 * is reported with its place.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles, filesOf } from '../../pipeline/check/check.ts';
import { coordinatesProblem } from '../../pipeline/check/references/entries.ts';
import type { Finding } from '../../pipeline/core/finding.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { pointerReading } from '../../pipeline/edition/pointers/pointer-attributes.ts';
import { openTransformer } from '../../pipeline/transform/transform.ts';
import { attribute, readTree, walk } from '../../pipeline/xml/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-pointers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>PARTS</teiHeader>';
const tei = (body: string, header = ''): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER.replace('PARTS', header)}\n<text><body>\n${body}\n</body></text></TEI>`;

/** Attributes of type teidata.pointer that name no element: a base, and names of vocabularies. */
const NO_ELEMENT: ReadonlySet<string> = new Set(
  'xml:base ns name except defaultExceptions'.split(' '),
);

/** One a line, from line 3: what is in the text, and the finding. */
const CASES: readonly (readonly [markup: string, said: RegExp | undefined])[] = [
  ['<p><persName ref="#ann">A</persName></p>', undefined],
  ['<p><persName ref="persons.xml#ann">A</persName></p>', undefined],
  ['<p><persName ref="psn:ann">A</persName></p>', undefined],
  ['<p><persName key="ann">A</persName></p>', undefined],
  ['<p><persName ref="https://example.org/x">A</persName></p>', undefined],
  ['<p><persName key="Miller, Ann">A</persName></p>', undefined],
  ['<p><date from="1914-07-28" to="1918">A</date></p>', undefined],
  ['<p><app from="#here"><rdg wit="#W">A</rdg></app><seg xml:id="here"/></p>', undefined],
  ['<p><persName ref="#nobody">A</persName></p>', /warning: @ref leads nowhere: .*“nobody”/],
  ['<p><persName ref="#ann #nobody">A</persName></p>', /@ref leads nowhere: .*“nobody”/],
  [
    '<p><persName ref="persons.xml#nobody">A</persName></p>',
    /@ref leads to “nobody” in persons\.xml/,
  ],
  [
    '<p><persName ref="gone.xml#ann">A</persName></p>',
    /@ref leads to gone\.xml, and there is no such file/,
  ],
  ['<p><persName ref="ann">A</persName></p>', /@ref contains “ann”.*write #ann/],
  [
    '<p corresp="see the letter of May.">A</p>',
    /@corresp contains “see the letter of May\.”, words that point to nothing/,
  ],
  ['<p><persName ref="psn:nobody">A</persName></p>', /@ref leads to “nobody” in persons\.xml/],
  [
    '<p><persName ref="psn:Ann-1">A</persName></p>',
    /“psn:Ann-1”, which does not match the pattern/,
  ],
  // Two repetitions, and one that others would take minutes for.
  ['<p><persName ref="two:ann">A</persName></p>', undefined],
  ['<p><persName ref="two:nobody">A</persName></p>', /@ref leads to “nobody” in persons\.xml/],
  ['<p><persName ref="two:1">A</persName></p>', /“two:1”, which does not match the pattern/],
  [
    `<p><persName ref="slow:${'a'.repeat(40)}1">A</persName></p>`,
    /which does not match the pattern/,
  ],
  ['<p><persName ref="back:annann">A</persName></p>', undefined],
  ['<p><persName ref="who:ann">A</persName></p>', /“who:ann”, but the header has no prefixDef/],
  ['<p><ref target="file:///home/x/y.xml">A</ref></p>', /@target leads to a file of one machine/],
  ['<p><ref target="C:\\x\\y.xml">A</ref></p>', /@target leads to a file of one machine/],
  [
    '<p><application><ptr target="#gone"/></application></p>',
    /warning: @target leads nowhere: .*“gone”/,
  ],
  ['<p><application><ptr target="elsewhere.xml"/></application></p>', undefined],
  ['<p facs="iiif:p1">A</p>', /remark: @facs contains “iiif:p1”.*needs a prefixDef/],
  ['<p facs="iiif:p2">A</p>', undefined],
  ['<p><u start="T10:30">A</u></p>', undefined],
  ['<p><ref cRef="Matt 5:7">A</ref></p>', /remark: @cRef “Matt 5:7” is shown as words/],
  ['<p><ref cRef="Luke 1:1">A</ref></p>', undefined],
  ['<p><ref cRef="Mt5">A</ref></p>', /warning: @cRef “Mt5” matches no matchPattern/],
  ['<p><measure unitRef="#nobody">A</measure></p>', /@unitRef leads nowhere: .*“nobody”/],
  ['<p><persName ref="">A</persName></p>', /@ref is empty/],
  ['<p><persName ref="#">A</persName></p>', /@ref contains “#”/],
  ['<p><persName key="nobody">A</persName></p>', /remark: @key “nobody” names no entry/],
  [
    '<p><persName ref="#bonn">A</persName></p>',
    /leads to #bonn, which is a place .*may lead to: person/,
  ],
  [
    '<p><placeName ref="persons.xml#ann">A</placeName></p>',
    /leads to persons\.xml#ann, which is a person/,
  ],
  ['<p><orgName ref="#ann">A</orgName></p>', /which is a person/],
  [
    '<p><app><rdg wit="#Q">A</rdg></app></p>',
    /@wit leads nowhere: “Q” names no witness; describe it in listWit/,
  ],
  ['<p><app><rdg wit="W">A</rdg></app></p>', /@wit contains “W”.*write #W/],
  [
    '<p><app><rdg wit="#ann">A</rdg></app></p>',
    /@wit leads nowhere: “ann” names no witness|for the person in persons/,
  ],
  [
    '<p><add hand="#h9">A</add></p>',
    /@hand leads nowhere: “h9” names no hand; describe it in handDesc/,
  ],
  ['<p><handShift new="#h9"/>A</p>', /@new leads nowhere: “h9” names no hand/],
  ['<p><app from="#gone"><rdg wit="#W">A</rdg></app></p>', /@from leads nowhere/],
  ['<sp who="#gone"><p>A</p></sp>', /@who leads nowhere/],
  ['<p><seg corresp="#gone">A</seg></p>', /@corresp leads nowhere/],
  ...'sameAs copyOf next prev synch decls change ana rendition target resp source'
    .split(' ')
    .map(
      (name) =>
        [`<p><seg ${name}="#gone">A</seg></p>`, new RegExp(`@${name} leads nowhere`)] as const,
    ),
  ['<p><seg facs="#gone">A</seg></p>', /@facs leads nowhere/],
  [
    '<p><relation name="x" active="#gone" passive="#ann" mutual="#ann"/></p>',
    /@active leads nowhere/,
  ],
  ['<p><addSpan spanTo="#gone"/>A</p>', /@spanTo leads nowhere/],
  ['<p><date calendar="#gone">A</date></p>', /@calendar leads nowhere/],
  [
    '<p><ref target="gone.html">A</ref></p>',
    /@target leads to gone\.html, and there is no such file/,
  ],
  ['<p><ref target="broken.xml#x">A</ref></p>', /“x” in broken\.xml, which cannot be read as TEI/],
  ['<p><graphic url="#gone"/></p>', /@url leads nowhere/],
  ['<p><media url="gone.xml#x" mimeType="audio/mp3"/></p>', /@url leads to gone\.xml/],
  [
    '<p><media url="talk.mp3#t=10,20" mimeType="audio/mp3"/></p>',
    /the file talk\.mp3 does not exist/,
  ],
  ['<p><fs><f name="a" fVal="#gone"/></fs></p>', /@fVal leads nowhere/],
  ['<p><note><node value="#gone"/></note></p>', /@value leads nowhere/],
  ['<p><bibl><author key="nobody">A</author></bibl></p>', /@key “nobody” names no entry/],
  ['<p><bibl><editor key="nobody">A</editor></bibl></p>', /@key “nobody” names no entry/],
  ['<p><geogName key="nowhere">A</geogName></p>', /@key “nowhere” names no entry/],
  ['<p><country key="FR">A</country></p>', undefined],
  ['<p><title key="T1">A</title></p>', undefined],
  ['<p><seg rendition="persons.xml#ann">A</seg></p>', /@rendition .* renditions are not read/],
];

const PREFIXES = [
  ['two', '([a-z]+[a-z]*)'],
  ['slow', '((a+)+)'],
  ['back', '([a-z]+)\\1'],
  ['ahead', '(?=a)([a-z]+)'],
  ['open', '([a-z]+'],
] as const;

let findings: readonly Finding[];

beforeAll(async () => {
  const header =
    '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/>PREFIXES</listPrefixDef><refsDecl><cRefPattern matchPattern="([A-Z][a-z]+) (\\d+):(\\d+)" replacementPattern="#$1"/></refsDecl></encodingDesc>'.replace(
      'PREFIXES',
      // In the same line, so that the lines of the text stay.
      PREFIXES.map(
        ([ident, pattern]) =>
          `<prefixDef ident="${ident}" matchPattern="${pattern}" replacementPattern="persons.xml#$1"/>`,
      ).join(''),
    );
  const witnesses = '<listWit><witness xml:id="W">W</witness></listWit>';
  writeFileSync(
    join(folder, 'a.xml'),
    tei(CASES.map(([markup]) => markup).join('\n') + witnesses, header),
  );
  const lists =
    '<listPerson><person xml:id="ann"><persName>Ann</persName></person><person xml:id="none"><persName/><note>n</note></person></listPerson><listPlace><place xml:id="bonn"><placeName>Bonn</placeName></place></listPlace>';
  writeFileSync(join(folder, 'persons.xml'), tei(lists));
  writeFileSync(join(folder, 'broken.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p>');
  writeFileSync(
    join(folder, 'z.xml'),
    tei('<listPerson><person xml:id="ann"><persName>Another</persName></person></listPerson>'),
  );
  const edition = openEdition(folder);
  findings = (await checkFiles(edition, filesOf(edition))).findings;
});

const reportedAt = (name: string, line: number): string[] =>
  findings
    .filter((one) => one.path.endsWith(name) && one.line === line && one.column !== undefined)
    .map(({ severity, message }) => `${severity}: ${message}`);

it('the prefixDef of an unusable pattern is reported', () => {
  const reported = findings.filter(
    ({ rule, path }) => rule === 'ref/prefix-unusable' && path.endsWith('a.xml'),
  );
  expect(
    reported.map(({ message }) => /of the prefix “(\w+)” cannot be used/.exec(message)?.[1]),
  ).toEqual(['back', 'ahead', 'open']);
  for (const { line, column, severity } of reported) {
    expect(severity).toBe('warning');
    expect([line, (column ?? 0) > 100]).toEqual([1, true]);
  }
});

describe('a pointer', () => {
  it.each(CASES.map(([markup, said], at) => ({ markup, said, line: at + 3 })))(
    '$markup',
    ({ said, line }) => {
      const reported = reportedAt('a.xml', line).filter((one) => !/@passive|@mutual/.test(one));
      if (said === undefined) expect(reported).toEqual([]);
      else {
        expect(reported).toHaveLength(1);
        expect(reported[0]).toMatch(said);
      }
    },
  );
});

const TEI_ALL = join(PROGRAM, '..', 'shared', 'schemas', 'tei_all.rng');

it.skipIf(!existsSync(TEI_ALL))('every attribute that the TEI calls a pointer is checked', () => {
  const schema = readTree({ path: TEI_ALL, content: readFileSync(TEI_ALL, 'utf8') });
  const pointers = [...walk(schema)]
    .filter(({ local }) => local === 'attribute')
    .filter((one) => [...walk(one)].some((data) => attribute(data, 'type') === 'anyURI'))
    .flatMap((one) => attribute(one, 'name') ?? []);
  expect(pointers.length).toBeGreaterThan(80);
  const missing = new Set(
    pointers.filter((name) => !NO_ELEMENT.has(name) && pointerReading(name, 'seg') === undefined),
  );
  expect([...missing]).toEqual([]);
});

describe('an entry', () => {
  it('without a name is reported at its place', () => {
    expect(reportedAt('persons.xml', 3).join()).toMatch(/the person “none” has no name/);
  });

  it('that two files give by different names is reported', () => {
    expect(reportedAt('z.xml', 3).join()).toMatch(
      /the person “ann” is given in .*persons\.xml by the name of “Ann”/,
    );
  });
});

describe('coordinates', () => {
  const GEO: readonly (readonly [geo: string, point: string | null])[] = [
    ['48.2 16.4', '48.2 16.4'],
    ['48.2, 16.4', '48.2 16.4'],
    ['+48.2; -16.4', '48.2 -16.4'],
    ['48,208333 16,373056', '48.208333 16.373056'],
    ['48,2; 16,4', '48.2 16.4'],
    ['48,2, 16,4', '48.2 16.4'],
    ['48, 16', '48 16'],
    ['95 16', null],
    ['48 181', null],
    ['٤٨ ١٦', null],
    ['48° 16°', null],
    ['1e1 5', null],
    ['48', null],
    ['1 2 3', null],
  ];

  it('are read by the check as by the site, and the first location counts', async () => {
    const places = GEO.map(
      ([geo], at) =>
        `<place xml:id="p${at}"><placeName>P${at}</placeName><location><geo>${geo}</geo></location><location><geo>1 1</geo></location></place>`,
    );
    const path = join(folder, 'places.txt');
    writeFileSync(path, tei(`<listPlace>${places.join('\n')}</listPlace>`));
    const { entries } = (await openTransformer(openEdition(folder).cache)).data(path, {}, []);
    const read = entries.map(({ coordinates }) => coordinates);
    expect(read).toEqual(GEO.map(([geo, point]) => point ?? geo));
    const wrong = GEO.map(([geo]) => coordinatesProblem(geo)?.severity === 'warning');
    expect(wrong).toEqual(GEO.map(([, point]) => point === null));
    // The stylesheets may have to be compiled first.
  }, 240_000);
});

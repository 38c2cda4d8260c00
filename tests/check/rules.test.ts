/**
 * Each rule of the edition's Schematron schema fires on a letter that breaks it, at its place, and
 * on nothing else.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../pipeline/core/finding.ts';
import { Schematron } from '../../pipeline/xml/schematron/schematron.ts';
import { readTree, walk } from '../../pipeline/xml/tree.ts';
import { type Change, changed, LETTER, PROJECT } from './fixture.ts';

const SCHEMA = join(PROJECT, 'tei', 'schema', 'edition.sch');

let rules: Schematron;

beforeAll(async () => {
  rules = await Schematron.compile(SCHEMA, join(PROJECT, '.cache'));
});

function findingsIn(text: string): Finding[] {
  return rules.validate(text, readTree({ path: 'm1.xml', content: text }), 'm1.xml');
}

type Case = Change & {
  readonly rule: string;
  readonly severity?: 'warning' | 'remark';
  readonly says: RegExp;
  /** Rules that are broken by the same change. */
  readonly also?: readonly string[];
};

const OPENER =
  '<opener><dateline><placeName ref="#pl_porto">Porto</placeName>, <date when="1871-03-02">March 2, 1871</date></dateline></opener>';

const CASES: readonly Case[] = [
  // Identifiers
  {
    rule: 'id-twice',
    from: 'xml:id="m1-p3"',
    to: 'xml:id="m1-p2"',
    at: '<p xml:id="m1-p2">',
    nth: 2,
    says: /“m1-p2” is already used by another p/,
  },
  {
    rule: 'document-without-id',
    from: ' xml:id="m1" xml:lang',
    to: ' xml:lang',
    at: '<TEI',
    says: /give TEI the name of the file/,
    also: ['id-of-document'],
  },
  {
    rule: 'id-of-document',
    from: 'xml:id="m1-p3"',
    to: 'xml:id="m2-p3"',
    at: '<p xml:id="m2-p3">',
    says: /write “m1-…”/,
  },
  {
    rule: 'no-address',
    severity: 'warning',
    from: '<p xml:id="m1-p3">',
    to: '<p>',
    at: '<p>Send',
    says: /cannot be cited/,
  },
  // References
  {
    rule: 'dangling-reference',
    from: '<ref target="#m1-t1">',
    to: '<ref target="#m1-t9">',
    at: '<ref target="#m1-t9">',
    says: /no xml:id “m1-t9”/,
  },
  {
    rule: 'dangling-reference',
    from: 'who="#machine"',
    to: 'who="#nobody"',
    at: '<change',
    says: /@who leads nowhere/,
  },
  {
    rule: 'dangling-reference',
    from: 'rdg wit="#m1-wB"',
    to: 'rdg wit="#m1-wC"',
    at: '<rdg',
    says: /“m1-wC”/,
  },
  {
    rule: 'dangling-reference',
    from: 'scheme="#kinds"',
    to: 'scheme="#sorts"',
    at: '<keywords',
    says: /“sorts”/,
  },
  {
    rule: 'malformed-reference',
    from: 'orgName ref="#o_archive">Archive',
    to: 'orgName ref="o_archive">Archive',
    at: '<orgName ref="o_archive"',
    says: /“o_archive”, which is not a reference/,
  },
  {
    rule: 'undeclared-prefix',
    from: 'target="port:porto"',
    to: 'target="haven:porto"',
    at: '<ref target="haven',
    says: /“haven:porto”, but the header has no prefixDef/,
  },
  {
    rule: 'prefix-pattern',
    from: 'target="port:porto"',
    to: 'target="port:12"',
    at: '<ref target="port',
    says: /\[a-z\]\+/,
  },
  {
    rule: 'reference-kind',
    from: '<p xml:id="m1-p1">Dear <persName ref="#p_birch"',
    to: '<p xml:id="m1-p1">Dear <persName ref="#o_archive"',
    at: '<persName ref="#o_archive"',
    says: /leads to #o_archive \(org\); it may lead to: person, personGrp/,
  },
  {
    rule: 'reference-kind',
    from: '<dateline><placeName ref="#pl_porto"',
    to: '<dateline><placeName ref="#p_ash"',
    at: '<placeName ref="#p_ash"',
    says: /may lead to: place/,
    also: ['entry-unused'],
  },
  {
    rule: 'reference-kind',
    from: 'orgName ref="#o_archive">Archive',
    to: 'orgName ref="#pl_porto">Archive',
    at: '<orgName ref="#pl_porto"',
    says: /may lead to: org/,
  },
  {
    rule: 'reference-kind',
    from: '<term ref="#t_lighter">',
    to: '<term ref="#p_ash">',
    at: '<term ref="#p_ash">',
    says: /may lead to: item/,
    also: ['entry-unused'],
  },
  {
    rule: 'reference-kind',
    from: 'rdg wit="#m1-wB"',
    to: 'rdg wit="#p_ash"',
    at: '<rdg',
    says: /may lead to: witness/,
  },
  {
    rule: 'reference-kind',
    from: 'resp="#machine"',
    to: 'resp="#m1-p2"',
    at: '<persName ref="#p_birch" resp',
    says: /may lead to: respStmt/,
  },
  // Automatic marks
  {
    rule: 'automatic-without-certainty',
    from: 'resp="#machine" cert="high"',
    to: 'resp="#machine"',
    at: '<persName ref="#p_birch" resp',
    says: /marked by a program/,
  },
  {
    rule: 'certainty-without-responsibility',
    severity: 'warning',
    from: 'resp="#machine" cert="high"',
    to: 'cert="high"',
    at: '<persName ref="#p_birch" cert',
    says: /not who says so/,
  },
  // Notes
  {
    rule: 'note-without-number',
    from: '<note n="3" place',
    to: '<note place',
    at: '<note place',
    says: /footnote has no n/,
  },
  {
    rule: 'note-twice',
    from: '<note n="3" place',
    to: '<note n="2" place',
    at: '<note n="2"',
    nth: 2,
    says: /two notes 2; the note after 2 has to be note 3/,
  },
  {
    rule: 'note-order',
    from: '<note n="3" place',
    to: '<note n="4" place',
    at: '<note n="4"',
    says: /Note 4 is where note 3 is expected/,
  },
  {
    rule: 'note-without-pointer',
    from: '        <closer><signed',
    to: '        <note n="4" place="foot" xml:id="m1-n4">Lost.</note>\n        <closer><signed',
    at: '<note n="4"',
    says: /<ref target="#m1-n4">/,
  },
  {
    rule: 'pointer-without-target',
    from: 'Send <pb',
    to: 'Send<ref type="noteref">4</ref> <pb',
    at: '<ref type',
    says: /“4” names no note/,
  },
  {
    rule: 'pointer-without-note',
    from: 'Send <pb',
    to: 'Send<ref type="noteref" target="#m1-p1">4</ref> <pb',
    at: '<ref type',
    says: /“4” leads to no note/,
  },
  {
    rule: 'pointer-as-number',
    severity: 'warning',
    from: 'Send <pb',
    to: 'Send<hi rend="superscript">4</hi> <pb',
    at: '<hi rend',
    says: /raised number 4/,
  },
  {
    rule: 'source-note-first',
    from: '<note n="3" place="foot"',
    to: '<note n="3" place="foot" type="source"',
    at: '<note n="3"',
    says: /make it note 1/,
  },
  // Pages
  {
    rule: 'page-without-number',
    severity: 'warning',
    from: '<pb n="13" ',
    to: '<pb ',
    at: '<pb xml:id',
    says: /page break has no n/,
  },
  {
    rule: 'page-twice',
    from: '<pb n="13" ',
    to: '<pb n="12" ',
    at: '<pb n="12"',
    nth: 2,
    says: /Page 12 begins twice/,
  },
  {
    rule: 'page-order',
    severity: 'warning',
    from: '<pb n="13" ',
    to: '<pb n="10" ',
    at: '<pb n="10"',
    says: /Page 10 begins after page 12/,
  },
  {
    rule: 'page-missing',
    severity: 'warning',
    from: '<pb n="13" ',
    to: '<pb n="15" ',
    at: '<pb n="15"',
    says: /Page 15 follows page 12/,
  },
  // Dates
  {
    rule: 'date-two-forms',
    from: 'from="1870-01" to="1870-12"',
    to: 'when="1870" to="1870-12"',
    at: '<date when="1870"',
    says: /both when and to/,
  },
  {
    rule: 'date-reversed',
    from: 'from="1870-01" to="1870-12"',
    to: 'from="1870-12" to="1870-01"',
    at: '<date from',
    says: /begins \(1870-12\) after it ends \(1870-01\)/,
  },
  {
    rule: 'limits-reversed',
    from: 'notBefore="1871-04-01"',
    to: 'notBefore="1871-05-01"',
    at: '<date notBefore',
    says: /later than the latest/,
  },
  {
    rule: 'date-disagrees',
    severity: 'warning',
    from: '<creation><date when="1871-03-02">',
    to: '<creation><date when="1871-03-03">',
    at: '<date when="1871-03-03"',
    says: /in creation \(1871-03-03\) contradicts the date in correspAction \(1871-03-02\)/,
  },
  {
    rule: 'date-disagrees',
    severity: 'warning',
    from: '<date when="1871-03-02">March 2',
    to: '<date when="1871-02">March 2',
    at: '<date when="1871-02"',
    says: /in dateline/,
  },
  {
    rule: 'origin-date-disagrees',
    severity: 'warning',
    from: '<origDate when="1871-03-02">',
    to: '<origDate when="1872">',
    at: '<origDate',
    says: /unless this witness was made at another time/,
  },
  {
    rule: 'date-outside-range',
    severity: 'warning',
    from: '<date from="1870-01" to="1870-12">',
    to: '<date when="1917-03-02">',
    at: '<date when="1917',
    says: /text of 1871 names the date “last year”, taken as 1917-03-02, 46 years ahead/,
  },
  {
    rule: 'date-without-value',
    severity: 'warning',
    from: '<date from="1870-01" to="1870-12">',
    to: '<date>',
    at: '<date>',
    says: /“last year” has no value/,
  },
  // Shape
  {
    rule: 'one-document',
    from: '      </div>\n    </body>',
    to: '      </div>\n      <div type="document" n="2" xml:id="m1-b"><head xml:id="m1-bh">2</head><p xml:id="m1-bp">Another.</p></div>\n    </body>',
    at: '<div type="document" n="2"',
    says: /second document/,
    also: ['tag-count'],
  },
  {
    rule: 'document-without-number',
    severity: 'warning',
    from: '<div type="document" n="1" ',
    to: '<div type="document" ',
    at: '<div type="document"',
    says: /number that the printed volume/,
  },
  {
    rule: 'head-missing',
    from: '<head xml:id="m1-head">1. Letter From Ada Ash<note n="1" place="foot" type="source" xml:id="m1-n1">Source: Town Archive.</note></head>',
    to: '',
    at: '<div type="document"',
    says: /no head/,
    also: ['note-order'],
  },
  {
    rule: 'section-without-head',
    severity: 'warning',
    from: '<head xml:id="m1-h1">What to do</head>',
    to: '',
    at: '<div xml:id="m1-s1">',
    says: /section has no head/,
  },
  {
    rule: 'opener-not-first',
    from: OPENER,
    to: `<p xml:id="m1-p0">First.</p>${OPENER}`,
    at: '<opener>',
    says: /is after p/,
    also: ['tag-count'],
  },
  {
    rule: 'closer-not-last',
    from: '<list type="bulleted">',
    to: '<closer>Yours</closer><list type="bulleted">',
    at: '<closer>Yours',
    says: /is before list/,
  },
  {
    rule: 'closer-in-section',
    severity: 'warning',
    from: '<note n="3" place="foot" xml:id="m1-n3">Not found.</note></p>',
    to: '<note n="3" place="foot" xml:id="m1-n3">Not found.</note></p><closer>Yours</closer></div><div><head xml:id="m1-h2">More</head>',
    at: '<closer>Yours',
    says: /a section that others follow/,
  },
  {
    rule: 'signed-outside-closer',
    from: 'Send <pb',
    to: 'Send <signed>A.</signed> <pb',
    at: '<signed>A.',
    says: /is in p/,
  },
  {
    rule: 'dateline-misplaced',
    from: 'Send <pb',
    to: 'Send <dateline>Here</dateline> <pb',
    at: '<dateline>Here',
    says: /put it into the opener/,
  },
  {
    rule: 'empty-mark',
    from: 'Send <pb',
    to: 'Send <persName/> <pb',
    at: '<persName/>',
    says: /persName has no words/,
  },
  {
    rule: 'empty-block',
    from: '<item xml:id="m1-i1">',
    to: '<item xml:id="m1-i0"> </item><item xml:id="m1-i1">',
    at: '<item xml:id="m1-i0">',
    says: /item is empty/,
  },
  {
    rule: 'list-without-items',
    from: '<table xml:id',
    to: '<list><head xml:id="m1-h9">To</head></list><table xml:id',
    at: '<list><head',
    says: /has no item/,
  },
  {
    rule: 'uneven-table',
    severity: 'warning',
    from: '<cell>February</cell><cell>4</cell>',
    to: '<cell>February</cell>',
    at: '<table',
    says: /have 1 and 2 cells/,
  },
  {
    rule: 'mark-in-mark',
    from: '<signed xml:id="m1-signed"><persName ref="#p_ash">Ada Ash</persName>',
    to: '<signed xml:id="m1-signed"><persName ref="#p_ash">Ada <persName ref="#p_ash">Ash</persName></persName>',
    at: '<persName ref="#p_ash">Ash',
    says: /is inside another persName/,
  },
  // Entries and header
  {
    rule: 'entry-without-name',
    from: '<person xml:id="p_ash"><persName>Ada Ash</persName></person>',
    to: '<person xml:id="p_ash"/>',
    at: '<person xml:id="p_ash"',
    says: /“p_ash” has no name/,
  },
  {
    rule: 'entry-unused',
    severity: 'warning',
    from: '<term ref="#t_lighter">',
    to: '<term>',
    at: '<item xml:id="t_lighter"',
    says: /Nothing in the document refers to the item “t_lighter”/,
  },
  {
    rule: 'siglum-missing',
    severity: 'warning',
    from: '<witness xml:id="m1-wB" n="B">',
    to: '<witness xml:id="m1-wB">',
    at: '<witness xml:id="m1-wB"',
    says: /no siglum/,
  },
  {
    rule: 'siglum-twice',
    from: '<witness xml:id="m1-wB" n="B">',
    to: '<witness xml:id="m1-wB" n="A">',
    at: '<witness xml:id="m1-wB"',
    says: /“A” is already/,
  },
  {
    rule: 'tag-not-counted',
    severity: 'remark',
    from: 'partial="true"',
    to: 'partial="false"',
    at: '<tagsDecl',
    says: /contains app, body, cell/,
  },
  {
    rule: 'tag-count',
    severity: 'remark',
    from: 'gi="p" occurs="3"',
    to: 'gi="p" occurs="5"',
    at: '<tagUsage gi="p"',
    says: /p occurs 5 times, but the text has 3/,
  },
  {
    rule: 'tag-counted-twice',
    from: '<tagUsage gi="pb" occurs="3"/>',
    to: '<tagUsage gi="pb" occurs="3"/><tagUsage gi="pb" occurs="3"/>',
    at: '<tagUsage gi="pb"',
    nth: 2,
    says: /pb is counted twice/,
  },
  {
    rule: 'editor-unnamed',
    severity: 'remark',
    from: '<persName>Edda Editor</persName><idno type="ORCID">0000-0002-1825-0097</idno>',
    to: '<persName/><idno type="ORCID"/>',
    at: '<editor',
    says: /No editor is named yet/,
  },
  {
    rule: 'orcid-form',
    from: '0000-0002-1825-0097',
    to: '0000-0002-1825',
    at: '<editor',
    says: /“0000-0002-1825” is not an ORCID/,
  },
];

test('the unchanged letter breaks no rule', () => {
  expect(findingsIn(LETTER)).toEqual([]);
});

test('every rule of the schema is tried', () => {
  const schema = readTree({ path: 'edition.sch', content: readFileSync(SCHEMA) });
  const ids = [...walk(schema)].filter(({ local }) => local === 'assert' || local === 'report');
  const named = ids.map(({ attributes }) => attributes.find(({ name }) => name === 'id')?.value);
  expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual([...named].sort());
});

describe('a letter that breaks a rule', () => {
  test.each(CASES.map((one) => [one.rule, one.to.slice(0, 60), one] as const))(
    '%s: %s',
    (rule, _to, one) => {
      const { text, line, column } = changed(one);
      const findings = findingsIn(text);
      const own = findings.filter((finding) => finding.rule === `sch/${rule}`);
      expect(own.map((finding) => ({ line: finding.line, column: finding.column }))).toEqual([
        { line, column },
      ]);
      expect(own[0]?.severity).toBe(one.severity ?? 'error');
      expect(own[0]?.message).toMatch(one.says);
      const others = new Set(
        findings.map((finding) => finding.rule).filter((name) => name !== `sch/${rule}`),
      );
      expect([...others]).toEqual((one.also ?? []).map((name) => `sch/${name}`));
    },
  );
});

/**
 * Unknown correspondents: pointers that lead nowhere, in every form of TEI; entries without a name,
 * and names without white space. Everything is built, and each pointer is a finding at its place.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolders, type Said, temporaryFolder } from '../edition.ts';
import { siglumHere } from '../in-process.ts';

/** The content of correspAction, and the finding. */
const FORMS: readonly (readonly [markup: string, said: RegExp])[] = [
  ['<persName ref="#x">X</persName>', /warning: @ref leads nowhere: .*“x”/],
  ['<orgName ref="#firm">X</orgName>', /warning: @ref leads nowhere: .*“firm”/],
  ['<persName key="x">X</persName>', /remark: @key “x” names no entry/],
  ['<persName ref="#ann #w">X</persName>', /warning: @ref leads nowhere: .*“w”/],
  ['<persName ref="#x #y"/>', /warning: @ref leads nowhere: .*“y”/],
  [
    '<persName ref="persons.xml#k1">X</persName>',
    /warning: @ref leads to persons\.xml, and there is no such file/,
  ],
  ['<persName ref="register.xml#k1">X</persName>', /warning: @ref leads to “k1” in register\.xml/],
  ['<persName ref="zz:k1">X</persName>', /warning: .*“zz:k1”, but the header has no prefixDef/],
  ['<persName ref="">X</persName>', /warning: @ref is empty/],
  ['<persName ref="#bonn">X</persName>', /warning: .*#bonn.* is a place/],
];

const letter = (n: number, markup: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Letter ${n}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent"><persName ref="#ann">Ann</persName><date when="1822-03-0${(n % 9) + 1}"/></correspAction>
<correspAction type="received">
${markup}
</correspAction></correspDesc></profileDesc></teiHeader>
<text><body><p>To <persName ref="#ann">Ann</persName>, <persName ref="#none">one</persName> and <persName ref="#glued">Eva</persName>, <persName ref="#short">Quast</persName>.</p></body></text></TEI>`;

/** The line of the markup in a letter. */
const LINE = 5;

const REGISTER = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Register</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<standOff><listPerson><person xml:id="ann"><persName>Ann</persName></person>
<person xml:id="none"><persName/><note>n</note></person>
<person xml:id="glued"><persName><surname>Bach</surname><forename>Eva</forename></persName></person>
<person xml:id="p 6"><persName>Jan</persName></person>
<person xml:id="short"><persName><choice><abbr>J.</abbr><expan>Johann</expan></choice> Quast</persName></person></listPerson>
<listPlace><place xml:id="bonn"><placeName>Bonn</placeName></place></listPlace></standOff></TEI>`;

let site: string;
let built: Said;

beforeAll(async () => {
  const folder = temporaryFolder();
  const edition = join(folder, 'letters');
  site = join(folder, '_site');
  mkdirSync(edition);
  for (const [at, [markup]] of FORMS.entries())
    writeFileSync(join(edition, `l${at}.xml`), letter(at, markup));
  writeFileSync(join(edition, 'register.xml'), REGISTER);
  const second = REGISTER.replace('>Ann<', '>Eva Ann<').replace('Johann', 'Maria');
  writeFileSync(join(edition, 'second.xml'), second.replace('J.', 'M.'));
  writeFileSync(join(edition, 'json.xml'), '{"a": 1}');
  writeFileSync(join(edition, 'html.xml'), '<html><body>\n<p>one<br>two</p></body></html>');
  built = await siglumHere('build', '--edition', edition, '--out', site);
}, 300_000);
afterAll(removeFolders);

const page = (name: string): string => readFileSync(join(site, name), 'utf8');

describe('a correspondent', () => {
  it('with an unknown identifier stops nothing', () => {
    expect(built.code, built.err).toBe(0);
    expect(built.err).not.toMatch(/^\s+at /m);
    for (const at of FORMS.keys())
      expect(existsSync(join(site, 'documents', `l${at}.html`)), `l${at}`).toBe(true);
    expect(page('network.html')).toContain('Ann');
  });

  it.each(FORMS.map(([markup, said], at) => ({ markup, said, at })))(
    '$markup is reported at its place',
    ({ said, at }) => {
      const own = (built.out + built.err)
        .split('\n')
        .filter((line) => line.includes(`l${at}.xml:${LINE}:1: `));
      expect(
        own.filter((line) => said.test(line)),
        built.err,
      ).toHaveLength(1);
    },
  );

  it('without a name is shown by the identifier, and reported', () => {
    expect(built.out + built.err).toMatch(
      /register\.xml:3:1: warning: the person “none” has no name/,
    );
    expect(page('persons/index.html')).toContain('none');
  });

  it('with no white space between surname and forename is shown with it', () => {
    const text = page('persons/index.html').replace(/<[^>]*>/g, '');
    expect(text).toMatch(/Bach, Eva|Eva Bach/);
    expect(text).not.toMatch(/BachEva/);
  });

  it('with two readings of a name has one of them, in title and address', () => {
    expect(existsSync(join(site, 'persons', 'johann-quast.html'))).toBe(true);
    expect(page('persons/johann-quast.html')).not.toMatch(/J\.\s?Johann/);
  });

  it('who shares an identifier with another is reported; a longer name as other content', () => {
    expect(built.err).toMatch(/second\.xml:6:1: warning: the person “short” is given in /);
    expect(built.err).toMatch(
      /second\.xml:2:23: warning: the person “ann” is given in \S+ too, with other content/,
    );
  });

  it('with an identifier that XML does not allow is reported', () => {
    expect(built.err).toMatch(/register\.xml:5:1: warning: xml:id="p 6" .*write "p-6"/);
  });

  it('is not searched in files that are not XML, which are reported with their place', () => {
    expect(built.err).toMatch(/json\.xml:1:\d+: warning: not well-formed XML, and not shown: /);
    expect(built.err).toMatch(/html\.xml:2:\d+: warning: not well-formed XML, and not shown: /);
  });
});

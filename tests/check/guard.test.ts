/**
 * Untrusted Schematron runs nothing and reads nothing; its harmless parts still check documents.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Finding, formatFinding, InputError } from '../../pipeline/core/finding.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { guarded } from '../../pipeline/xml/schematron/guard.ts';
import { GuardedSchematron } from '../../pipeline/xml/schematron/guarded-schematron.ts';
import { SchemaSource } from '../../pipeline/xml/schematron/schema-file.ts';
import { readTree } from '../../pipeline/xml/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-guard-'));
const SECRET = 'the secret words';
const secret = join(folder, 'secret.txt');
const mark = join(folder, 'it-ran');
let written = 0;

mkdirSync(join(folder, 'schemas'));
writeFileSync(secret, SECRET);
writeFileSync(join(folder, 'secret.xml'), `<a>${SECRET}</a>`);
const opened: GuardedSchematron[] = [];

afterAll(() => {
  for (const one of opened) one.dispose();
  rmSync(folder, { recursive: true });
});

/** The code that every attack tries to run: it would leave a file. */
const CODE = `process.getBuiltinModule?.('fs').writeFileSync('${mark}', 'x')`;
const QUOTED = CODE.replaceAll("'", '&quot;');
const FILE = `file://${secret}`;

const schema = (body: string, attributes = ''): string =>
  `<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:f" xmlns:js="http://saxonica.com/ns/globalJS" xmlns:ixsl="http://saxonica.com/ns/interactiveXSLT" xmlns:saxon="http://saxon.sf.net/" queryBinding="xslt3" ${attributes}>
${body}
<sch:pattern><sch:rule context="b"><sch:assert id="good" test="@n">b has no n</sch:assert></sch:rule></sch:pattern>
</sch:schema>`;

const test = (expression: string): string =>
  `<sch:pattern><sch:rule context="a"><sch:report id="bad" test="exists(${expression})"><sch:value-of select="${expression}"/></sch:report></sch:rule></sch:pattern>`;

const DOCUMENT = '<a><b/><b n="1"/></a>';

async function judged(text: string, document = DOCUMENT, name = `schemas/${++written}.sch`) {
  const path = join(folder, name);
  writeFileSync(path, text);
  try {
    const rules = await GuardedSchematron.compile(path, join(folder, 'cache'));
    opened.push(rules);
    const found = await rules.validate(
      document,
      readTree({ path: 'd.xml', content: document }),
      'd.xml',
    );
    return { found, said: rules.findings };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { found: [], said: error.findings };
  }
}

const lines = (findings: readonly Finding[]): string => findings.map(formatFinding).join('\n');

/** Ways to write the name of a function. */
const spelled = (name: string): readonly string[] => [
  `${name}(`,
  `${name} (`,
  `${name}(: a comment (: within :) :)(`,
  `fn:${name}(`,
  `other:${name}(`,
  `Q{http://www.w3.org/2005/xpath-functions}${name}(`,
  `Q{ http://www.w3.org/2005/xpath-functions }${name}(`,
  `${[...name].map((letter) => `&#${letter.charCodeAt(0)};`).join('')}(`,
  `&#x${name.charCodeAt(0).toString(16)};${name.slice(1)}&#10;(`,
];

const READERS: readonly (readonly [name: string, call: (open: string) => string])[] = [
  ['unparsed-text', (open) => `${open}'${FILE}')`],
  ['unparsed-text-lines', (open) => `${open}'${FILE}')`],
  ['doc', (open) => `${open}'${FILE.replace('.txt', '.xml')}')`],
  ['document', (open) => `${open}'${FILE.replace('.txt', '.xml')}')`],
  ['doc-available', (open) => `${open}'${FILE.replace('.txt', '.xml')}')`],
  ['unparsed-text-available', (open) => `${open}'${FILE}')`],
  ['json-doc', (open) => `${open}'${FILE}')`],
  ['collection', (open) => `${open}'file://${folder}')`],
  ['uri-collection', (open) => `${open}'file://${folder}')`],
  ['environment-variable', (open) => `${open}'PATH')`],
  ['available-environment-variables', (open) => `${open})`],
  ['function-lookup', (open) => `${open}xs:QName('unparsed-text'), 1)('${FILE}')`],
  ['load-xquery-module', (open) => `${open}'urn:x')`],
  ['transform', (open) => `${open}map{'stylesheet-location': '${FILE}'})`],
  ['parse-xml', (open) => `${open}'&lt;!DOCTYPE a SYSTEM &quot;${FILE}&quot;&gt;&lt;a/&gt;')`],
  ['system-property', (open) => `${open}'user.dir')`],
];

const NS =
  '<sch:ns prefix="fn" uri="http://www.w3.org/2005/xpath-functions"/><sch:ns prefix="other" uri="http://www.w3.org/2005/xpath-functions"/>';

const CALLS = READERS.flatMap(([name, call]) => spelled(name).map((open) => [call(open)] as const));

const OTHER_EXPRESSIONS = [
  `unparsed-text#1('${FILE}')`,
  `fn:unparsed-text#1 ! .('${FILE}')`,
  `'${FILE}' => unparsed-text()`,
  `'${FILE}' =>fn:unparsed-text()`,
  `for-each('${FILE}', unparsed-text#1)`,
  `apply(unparsed-text#1, ['${FILE}'])`,
  `unparsed-text(?)('${FILE}')`,
  `let $f := unparsed-text#1 return $f('${FILE}')`,
  `function($x) { unparsed-text($x) }('${FILE}')`,
  `map{'f': unparsed-text#1}?f('${FILE}')`,
  `[unparsed-text#1](1)('${FILE}')`,
  `(if (true()) then unparsed-text#1 else ()) ! .('${FILE}')`,
  `js:eval(&quot;${CODE}&quot;)`,
  `js:eval(&quot;${CODE}&quot;) instance of node()`,
  `Q{http://saxonica.com/ns/globalJS}eval(&quot;${CODE}&quot;)`,
  `Q{ http://saxonica.com/ns/globalJS }eval(&quot;${CODE}&quot;)`,
  `Q{http://saxonica.com/ns/globalJS}eval#1(&quot;${CODE}&quot;)`,
  `&quot;${CODE}&quot; => js:eval()`,
  `for-each(&quot;${CODE}&quot;, js:eval#1)`,
  `ixsl:eval(&quot;${CODE}&quot;)`,
  `Q{http://saxonica.com/ns/interactiveXSLT}eval(&quot;${CODE}&quot;)`,
  `ixsl:call(ixsl:window(), 'eval', [&quot;${CODE}&quot;])`,
  'ixsl:page()',
  `saxon:evaluate('unparsed-text(&quot;${FILE}&quot;)')`,
  `\`{unparsed-text('${FILE}')}\``,
  `1)] | js:eval(&quot;${CODE}&quot;) | a[(1`,
  `'a' (: not :) , (: closed unparsed-text('${FILE}')`,
  `*:unparsed-text('${FILE}')`,
  `$other:unparsed-text(1), other:unparsed-text('${FILE}')`,
  `3unparsed-text('${FILE}')`,
] as const;

/** Each is at the top of a schema, or in a rule. */
const XSLT = (body: string): string =>
  `<xsl:function name="f:x">${body}</xsl:function>${test('f:x()')}`;
const ELEMENTS: Readonly<Record<string, string>> = {
  'a function that reads': XSLT(`<xsl:sequence select="unparsed-text('${FILE}')"/>`),
  'a function that reads in an AVT': XSLT(`<xsl:element name="{unparsed-text('${FILE}')}"/>`),
  'an AVT after escaped braces': XSLT(`<xsl:element name="{{{unparsed-text('${FILE}')}"/>`),
  'an AVT with a brace in a string': XSLT(`<xsl:element name="{'}', unparsed-text('${FILE}')}"/>`),
  'a regex that is computed': XSLT(
    `<xsl:analyze-string select="'a'" regex="{unparsed-text('${FILE}')}"><xsl:matching-substring/></xsl:analyze-string>`,
  ),
  'text value templates': XSLT(`<xsl:text expand-text="yes">{unparsed-text('${FILE}')}</xsl:text>`),
  'text value templates on the function': `<xsl:function name="f:x" expand-text="yes">{unparsed-text('${FILE}')}</xsl:function>${test('f:x()')}`,
  'a shadow attribute': XSLT(`<xsl:sequence _select="unparsed-text('${FILE}')"/>`),
  'a shadow attribute for another element': XSLT(
    `<xsl:variable name="a" static="yes" select="'select'"/><xsl:sequence _select="{$a}"/>`,
  ),
  'use-when': `<xsl:variable name="x" use-when="exists(unparsed-text('${FILE}'))" select="1"/>${test('$x')}`,
  'a static parameter': `<xsl:param name="x" static="yes" select="unparsed-text('${FILE}')"/>${test('$x')}`,
  'an evaluation': XSLT(`<xsl:evaluate xpath="'unparsed-text(&quot;${FILE}&quot;)'"/>`),
  'another prefix for XSLT': `<q:function xmlns:q="http://www.w3.org/1999/XSL/Transform" name="f:x"><q:evaluate xpath="'1'"/></q:function>${test('f:x()')}`,
  'XSLT as the default namespace': `<function xmlns="http://www.w3.org/1999/XSL/Transform" name="f:x"><source-document href="${FILE}"/></function>${test('f:x()')}`,
  'an import': `<xsl:import href="${FILE}"/>`,
  'an inclusion': `<xsl:include href="evil.xsl"/>`,
  'a package': `<xsl:use-package name="urn:x"/>`,
  'a schema': `<xsl:import-schema schema-location="${FILE}"/>`,
  'a result document': XSLT(`<xsl:result-document href="file://${mark}">x</xsl:result-document>`),
  'a source document': XSLT(
    `<xsl:source-document href="${FILE}"><xsl:sequence select="."/></xsl:source-document>`,
  ),
  'a merge source': XSLT(
    `<xsl:merge><xsl:merge-source for-each-source="'${FILE}'" select="."><xsl:merge-key/></xsl:merge-source><xsl:merge-action/></xsl:merge>`,
  ),
  'an extension instruction': XSLT(`<ixsl:set-property name="x" select="1"/>`),
  'an extension that is declared': `<xsl:function name="f:x" extension-element-prefixes="ixsl"><ixsl:set-property name="x" select="1"/></xsl:function>${test('f:x()')}`,
  'a literal element with an AVT': XSLT(`<x y="{unparsed-text('${FILE}')}"/>`),
  'a literal element with xsl:use-when': XSLT(`<x xsl:use-when="js:eval(&quot;${CODE}&quot;)"/>`),
  'an attribute set': `<xsl:attribute-set name="x"><xsl:attribute name="y" select="unparsed-text('${FILE}')"/></xsl:attribute-set>`,
  'a character map': '<xsl:character-map name="x"/>',
  'an accumulator': `<xsl:accumulator name="x" initial-value="unparsed-text('${FILE}')"/>`,
  'a template that matches': `<xsl:template match="/"><xsl:value-of select="unparsed-text('${FILE}')"/></xsl:template>`,
  'a key that reads': `<xsl:key name="k" match="b" use="unparsed-text('${FILE}')"/>${test("key('k', '1')")}`,
  'a pattern that reads': `<xsl:key name="k" match="doc('${FILE}')/b" use="1"/>`,
  'a function that bears the name of code': `<xsl:function name="js:eval"><xsl:param name="x"/><xsl:sequence select="1"/></xsl:function>${test(`js:eval(&quot;${CODE}&quot;)`)}`,
  'a function that overrides one of XPath': `<xsl:function xmlns:g="http://www.w3.org/2005/xpath-functions" name="g:unparsed-text"><xsl:param name="x"/></xsl:function>${test(`unparsed-text('${FILE}')`)}`,
  'a namespace declared inside': `<xsl:function name="f:x"><xsl:sequence xmlns:h="http://saxonica.com/ns/globalJS" select="h:eval(&quot;${CODE}&quot;)"/></xsl:function>${test('f:x()')}`,
  'a prefix bound by ns': `<sch:ns prefix="safe" uri="http://saxonica.com/ns/globalJS"/>${test(`safe:eval(&quot;${CODE}&quot;)`)}`,
  'a prefix that is markup': `<sch:ns prefix="x=&quot;&quot; use-when=&quot;js:eval('1')" uri="urn:x"/>`,
  'a name that is markup': `<sch:let name="x&quot; use-when=&quot;${QUOTED}" value="1"/>`,
  'a variable that reads': `<sch:let name="x" value="unparsed-text('${FILE}')"/>${test('$x')}`,
  'a variable of a variable': `<sch:let name="x" value="unparsed-text('${FILE}')"/><sch:let name="y" value="$x"/>${test('$y')}`,
  'a variable of a pattern': `<sch:pattern><sch:let name="x" value="unparsed-text('${FILE}')"/><sch:rule context="a"><sch:report id="bad" test="true()"><sch:value-of select="$x"/></sch:report></sch:rule></sch:pattern>`,
  'a variable of a rule': `<sch:pattern><sch:rule context="a"><sch:let name="x" value="unparsed-text('${FILE}')"/><sch:report id="bad" test="true()"><sch:value-of select="$x"/></sch:report></sch:rule></sch:pattern>`,
  'a type that is code': `<sch:let name="x" as="js:eval(&quot;${CODE}&quot;)" value="1"/>`,
  'a context that reads': `<sch:pattern><sch:rule context="doc('${FILE}')"><sch:report id="bad" test="true()">x</sch:report></sch:rule></sch:pattern>`,
  'a context with code in a predicate': `<sch:pattern><sch:rule context="a[js:eval(&quot;${CODE}&quot;)]"><sch:report id="bad" test="true()">x</sch:report></sch:rule></sch:pattern>`,
  'a path of a name': `<sch:pattern><sch:rule context="a"><sch:report id="bad" test="true()"><sch:name path="doc('${FILE}')"/></sch:report></sch:rule></sch:pattern>`,
  'a message inside a span': `<sch:pattern><sch:rule context="a"><sch:report id="bad" test="true()"><sch:span><sch:value-of select="unparsed-text('${FILE}')"/></sch:span></sch:report></sch:rule></sch:pattern>`,
  'a parameter of an abstract pattern': `<sch:pattern abstract="true" id="p"><sch:rule context="a"><sch:report id="bad" test="$t">x</sch:report></sch:rule></sch:pattern><sch:pattern is-a="p"><sch:param name="t" value="unparsed-text('${FILE}')"/></sch:pattern>`,
  'an abstract rule': `<sch:pattern><sch:rule abstract="true" id="r"><sch:report id="bad" test="unparsed-text('${FILE}')">x</sch:report></sch:rule><sch:rule context="a"><sch:extends rule="r"/></sch:rule></sch:pattern>`,
  'other documents': `<sch:pattern documents="'${FILE}'"><sch:rule context="a"><sch:report id="bad" test="true()">x</sch:report></sch:rule></sch:pattern>`,
  'a file outside the folder': '<sch:include href="../secret.xml"/>',
  'an inclusion that is not Schematron’s':
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="rules.sch"/>',
  'a file by its address': `<sch:include href="${FILE}"/>`,
  'a file that is extended from outside':
    '<sch:pattern><sch:rule context="a"><sch:extends href="../secret.xml"/></sch:rule></sch:pattern>',
};

describe('what would run or read', () => {
  /**
   * Bodies that declare one name each (a function, a key, a variable, a rule), made different, so
   * that they can be in one schema; each is on a line of its own.
   */
  const numbered = (body: string, at: number): string =>
    body
      .replaceAll('f:x', `f:x${at}`)
      .replace(/name="([kxyp])"/g, `name="$1${at}"`)
      .replace(/\$([xy])\b/g, `$$$1${at}`)
      .replace(/key\('k'/g, `key('k${at}'`)
      .replace(/(id|is-a|rule)="([pr])"/g, `$1="$2${at}"`);

  it('every spelling of every function that reads', async () => {
    const text = schema(NS + CALLS.map(([call]) => test(call)).join('\n'));
    const { found, said } = await judged(text);
    expect(lines([...found, ...said])).not.toContain(SECRET);
    expect(said.filter(({ rule }) => rule === 'check/rule-refused')).toHaveLength(CALLS.length);
    expect(lines(found)).toBe('d.xml:1:4: error: b has no n [sch/good]');
  });

  it('other expressions', async () => {
    const text = schema(NS + OTHER_EXPRESSIONS.map(test).join('\n'));
    const { found, said } = await judged(text);
    expect(existsSync(mark)).toBe(false);
    expect(lines([...found, ...said])).not.toContain(SECRET);
    expect(
      said.filter(({ rule }) => rule === 'check/rule-refused').map(({ line }) => line),
    ).toEqual(OTHER_EXPRESSIONS.map((_, at) => at + 2));
    expect(lines(found)).toBe('d.xml:1:4: error: b has no n [sch/good]');
  });

  const refused = async (text: string, places: readonly number[]): Promise<void> => {
    const { found, said } = await judged(text);
    const all = lines([...found, ...said]);
    expect(existsSync(mark)).toBe(false);
    expect(all).not.toContain(SECRET);
    // Each is named at its place, and the rule beside it still works.
    const named = said.filter(({ severity }) => severity === 'error').map(({ line }) => line);
    expect(places.filter((line) => !named.includes(line))).toEqual([]);
    expect(lines(found)).toContain('d.xml:1:4: error: b has no n [sch/good]');
    expect(found.filter(({ rule }) => rule === 'sch/bad')).toEqual([]);
  };

  it('elements and attributes of XSLT and Schematron', async () => {
    const bodies = Object.values(ELEMENTS);
    await refused(
      schema(bodies.map(numbered).join('\n')),
      bodies.map((_, at) => at + 2),
    );
  });
});

describe('harmless expressions', () => {
  const PREFIX = '<sch:ns prefix="p" uri="urn:p"/>';
  const one = (context: string, test: string): string =>
    `<sch:pattern><sch:rule context="${context}"><sch:report id="fine" test="${test}">x</sch:report></sch:rule></sch:pattern>`;

  it('XSLT at the top uses the prefixes of sch:ns', async () => {
    const { found, said } = await judged(
      schema(
        `${PREFIX}<xsl:key name="k" match="p:c" use="@n"/><xsl:function name="p:is"><xsl:param name="x"/><xsl:sequence select="exists($x/self::p:c)"/></xsl:function>${one('a', "exists(key('k', '7')[p:is(.)])")}`,
      ),
      '<a><b n="1"/><c xmlns="urn:p" n="7"/></a>',
    );
    expect(said).toEqual([]);
    expect(found.map(({ rule }) => rule)).toEqual(['sch/fine']);
  });

  const abstract = (id: string, body: string): string =>
    `<sch:rule abstract="true" id="${id}">${body}</sch:rule>`;
  const takes = (id: string): string => `<sch:extends rule="${id}"/>`;
  const doubled = Array.from({ length: 40 }, (_, at) =>
    abstract(`d${at}`, takes(`d${at + 1}`) + takes(`d${at + 1}`)),
  ).join('');
  it('is applied beside abstract rules that cannot be taken', async () => {
    const cases = [
      // One that extends itself, two that extend one another, one that is missing.
      abstract('a0', takes('a0')),
      abstract('b0', takes('b1')) + abstract('b1', takes('b0')),
      '',
      // Rules that double at each step.
      `${doubled}${abstract('d40', '<sch:report id="many" test="true()">x</sch:report>')}`,
    ];
    const patterns = cases.map(
      (rules, at) =>
        `<sch:pattern>${rules}<sch:rule context="a">${takes(`${'abcd'[at]}0`)}</sch:rule></sch:pattern>`,
    );
    const { found, said } = await judged(schema([...patterns, one('a', 'b')].join('\n')));
    const refused = said.filter(({ message }) => message.includes('abstract rule'));
    expect(new Set(refused.map(({ line }) => line))).toEqual(new Set([2, 3, 4, 5]));
    expect(lines(said)).toMatch(/\.sch:2:\d+: error: .*abstract rule/);
    expect(found.map(({ rule }) => rule).sort()).toEqual(['sch/fine', 'sch/good']);
  });

  it('a fault is reported without the names of generated files', async () => {
    const { said } = await judged(schema(one('a', '$nobody') + one('', 'true()')));
    expect(lines(said)).toMatch(/in the expression \{\$nobody\}: /);
    expect(lines(said)).toMatch(/has no attribute context/);
    expect(lines(said)).not.toMatch(/\.xsl|XPST|siglum-sch/);
  });
});

it('the rules of an edition that an older program made are judged in full', () => {
  const path = join(folder, 'edition.sch');
  const rules = readFileSync(join(PROGRAM, 'tei/schema/edition.sch'), 'utf8');
  writeFileSync(path, `${rules}<!-- another version -->`);
  expect(guarded(new SchemaSource(path)).findings).toEqual([]);
});

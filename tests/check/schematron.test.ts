/**
 * Schematron's semantics survive the translation to XSLT: which rule fires on which node, and its
 * message.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Finding, InputError } from '../../pipeline/core/finding.ts';
import { Schematron } from '../../pipeline/xml/schematron/schematron.ts';
import { readTree } from '../../pipeline/xml/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-sch-'));
let written = 0;

afterAll(() => rmSync(folder, { recursive: true }));

async function compile(body: string, binding = 'xslt3'): Promise<Schematron> {
  const path = join(folder, `${++written}.sch`);
  const head = `<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" queryBinding="${binding}">`;
  writeFileSync(path, `${head}\n${body}\n</sch:schema>`);
  return Schematron.compile(path, join(folder, 'cache'));
}

async function found(body: string, document: string): Promise<Finding[]> {
  return (await compile(body)).validate(
    document,
    readTree({ path: 'd.xml', content: document }),
    'd.xml',
  );
}

const brief = ({ rule, line, column, message, severity }: Finding): string =>
  `${rule} ${line}:${column} ${severity} ${message}`;

test('a rule fires on a node and on one inside it', async () => {
  const body =
    '<sch:pattern><sch:rule context="a"><sch:report id="r" test="true()">found</sch:report></sch:rule></sch:pattern>';
  expect((await found(body, '<a>\n  <a/>\n</a>')).map(brief)).toEqual([
    'sch/r 1:1 error found',
    'sch/r 2:3 error found',
  ]);
});

test('in one pattern the first rule that fits a node is applied, in another pattern another may be', async () => {
  const body = `<sch:pattern>
      <sch:rule context="b[@x]"><sch:report id="first" test="true()">x</sch:report></sch:rule>
      <sch:rule context="b | c"><sch:report id="second" test="true()"><sch:name/></sch:report></sch:rule>
    </sch:pattern>
    <sch:pattern><sch:rule context="*[@x]"><sch:report id="third" test="true()">any</sch:report></sch:rule></sch:pattern>`;
  expect((await found(body, '<a><b x="1"/><b/><c/></a>')).map(({ rule }) => rule)).toEqual([
    'sch/first',
    'sch/second',
    'sch/second',
    'sch/third',
  ]);
});

test('attributes, text and the document itself can be contexts; the place is that of the element', async () => {
  const body = `<sch:pattern>
      <sch:rule context="@x"><sch:assert id="attribute" test=". = '1'">x is <sch:value-of select="."/></sch:assert></sch:rule>
      <sch:rule context="text()"><sch:report id="text" test="contains(., '?')">asks</sch:report></sch:rule>
      <sch:rule context="/a"><sch:report id="root" test="true()">root</sch:report></sch:rule>
    </sch:pattern>`;
  expect((await found(body, '<a>\n<b x="2">why?</b></a>')).map(brief)).toEqual([
    'sch/attribute 2:1 error x is 2',
    'sch/text 2:1 error asks',
    'sch/root 1:1 error root',
  ]);
});

test('variables at every level, keys, functions, abstract rules, roles', async () => {
  const body = `<sch:ns prefix="f" uri="urn:f"/>
    <xsl:key name="b" match="b" use="@n"/>
    <xsl:function name="f:twice"><xsl:param name="n"/><xsl:sequence select="2 * number($n)"/></xsl:function>
    <sch:let name="all" value="count(//b)"/>
    <sch:pattern>
      <sch:let name="limit" value="$all + 1"/>
      <sch:rule abstract="true" id="shared"><sch:let name="double" value="f:twice(@n)"/>
        <sch:assert id="limit" role="warning" test="$double le $limit"><sch:name/> <sch:emph><sch:value-of select="$double"/></sch:emph> &gt; <sch:value-of select="$limit"/></sch:assert></sch:rule>
      <sch:rule context="b" role="info"><sch:extends rule="shared"/>
        <sch:assert id="alone" test="count(key('b', @n)) = 1">it's <sch:value-of select="count(key('b', @n))"/></sch:assert></sch:rule>
    </sch:pattern>`;
  expect((await found(body, '<a><b n="1"/><b n="2"/><b n="1"/></a>')).map(brief)).toEqual([
    "sch/alone 1:4 remark it's 2",
    "sch/alone 1:24 remark it's 2",
  ]);
  expect((await found(body, '<a><b n="9"/></a>')).map(brief)).toEqual([
    'sch/limit 1:4 warning b 18 > 2',
  ]);
});

test.each([
  [
    'an element that is not supported',
    '<sch:include href="x.sch"/>',
    2,
    /<sch:include> is not supported/,
  ],
  [
    'a rule without a context',
    '<sch:pattern>\n<sch:rule/></sch:pattern>',
    3,
    /has no attribute context/,
  ],
  [
    'a test that is no XPath',
    '<sch:pattern><sch:rule context="a">\n<sch:assert id="x" test="f(">no</sch:assert></sch:rule></sch:pattern>',
    3,
    /Static error in XPath/,
  ],
  [
    'a rule that extends none',
    '<sch:pattern><sch:rule context="a"><sch:extends rule="none"/></sch:rule></sch:pattern>',
    2,
    /no abstract rule none/,
  ],
])('%s is reported with its line in the schema', async (_what, body, line, message) => {
  const error = await compile(body).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).findings[0]?.message).toMatch(message);
  expect((error as InputError).findings[0]?.line).toBe(line);
});

test('another query language is refused', async () => {
  await expect(compile('', 'exslt')).rejects.toThrow(/exslt is not supported/);
});

test('a rule that cannot be evaluated on a document is an error of that document, not of the program', async () => {
  const body =
    '<sch:pattern><sch:rule context="a"><sch:assert id="n" test="xs:integer(@n) gt 0">n</sch:assert></sch:rule></sch:pattern>';
  const [finding] = await found(
    `<sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>${body}`,
    '<a n="23:0"/>',
  );
  expect(finding?.rule).toBe('check/rule-failed');
  expect(finding?.message).toMatch(/23:0/);
});

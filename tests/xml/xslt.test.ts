/**
 * A stylesheet is compiled once for its content, for any number of callers, and runs with the given
 * input.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import {
  compileStylesheet,
  parseSource,
  StylesheetError,
  transform,
} from '../../pipeline/xml/saxon/xslt.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-xslt-'));
const cache = join(folder, 'cache');
const compiledFiles = (): string[] => readdirSync(join(cache, 'xslt'));

function stylesheet(name: string, body: string): string {
  const path = join(folder, name);
  const head =
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:f">';
  writeFileSync(path, `${head}\n${body}\n</xsl:stylesheet>\n`);
  return path;
}

beforeAll(() => {
  stylesheet(
    'module.xsl',
    '<xsl:function name="f:loud"><xsl:param name="said"/><xsl:sequence select="$said || \'!\'"/></xsl:function>',
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

const GREETING = `<xsl:include href="module.xsl"/>
<xsl:param name="who" select="'nobody'"/>
<xsl:output method="text"/>
<xsl:template match="/">
  <xsl:message select="'greeting'"/>
  <xsl:result-document href="aside.txt">{aside}</xsl:result-document>
  <xsl:sequence select="f:loud(name(*) || ' ' || $who)"/>
</xsl:template>
<xsl:template match="/" mode="other">other</xsl:template>
<xsl:template name="start">started</xsl:template>`;

test('calls at the same time share one compilation, and a later process finds it cached', async () => {
  const path = stylesheet('shared.xsl', GREETING);
  const [one, two] = await Promise.all([
    compileStylesheet(path, cache),
    compileStylesheet(path, cache),
  ]);
  expect(one).toBe(two);
  expect(compiledFiles()).toEqual([`${one.hash}.sef.json`]);
});

test('parameters, modes, templates, messages and result documents', async () => {
  const compiled = await compileStylesheet(stylesheet('shared.xsl', GREETING), cache);
  const outcome = transform(compiled, { source: '<a/>', parameters: { who: 'Ada' } });
  expect(outcome.principal).toBe('a Ada!');
  expect(outcome.messages).toEqual(['greeting']);
  expect([...outcome.documents.keys()]).toEqual(['aside.txt']);
  const source = parseSource('<b/>');
  expect(transform(compiled, { source }).principal).toBe('b nobody!');
  expect(transform(compiled, { source, initialMode: 'other' }).principal).toBe('other');
  expect(transform(compiled, { initialTemplate: 'start' }).principal).toBe('started');
});

test('a change in an included module compiles again', async () => {
  const path = stylesheet('outer.xsl', '<xsl:import href="inner.xsl"/>');
  stylesheet('inner.xsl', '<xsl:template match="/">one</xsl:template>');
  const before = await compileStylesheet(path, cache);
  stylesheet('inner.xsl', '<xsl:template match="/">two</xsl:template>');
  const after = await compileStylesheet(path, cache);
  expect(after.hash).not.toBe(before.hash);
  expect(transform(after, { source: '<a/>' }).principal).toMatch(/two$/);
});

test('a cached file that was cut off is made again', async () => {
  const path = stylesheet('cut.xsl', '<xsl:template match="/">whole</xsl:template>');
  const { hash } = await compileStylesheet(path, cache);
  const file = join(cache, 'xslt', `${hash}.sef.json`);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
  // A cache folder of another name simulates another process: this one's memory is not used.
  const again = await compileStylesheet(path, `${cache}/../cache`);
  expect(transform(again, { source: '<a/>' }).principal).toMatch(/whole$/);
});

test.each([
  [
    'an unknown function',
    'a.xsl',
    '<xsl:template match="/"><xsl:value-of select="f:none()"/></xsl:template>',
    2,
    /Unknown function/,
  ],
  [
    'an unknown instruction',
    'b.xsl',
    '<xsl:template match="/">\n<xsl:nothing/></xsl:template>',
    3,
    /not a known XSLT element/,
  ],
  [
    'a missing module',
    'c.xsl',
    '\n<xsl:include href="nowhere.xsl"/>',
    3,
    /there is no module nowhere\.xsl/,
  ],
  [
    'a module on the network',
    'd.xsl',
    '<xsl:include href="https://example.org/a.xsl"/>',
    2,
    /is not a file/,
  ],
  [
    'a tag that is not closed',
    'e.xsl',
    '<xsl:template match="/">',
    3,
    /close that first with <\/xsl:template>/,
  ],
])('%s is reported with its line', async (_what, name, body, line, message) => {
  const path = stylesheet(name, body);
  const error = await compileStylesheet(path, cache).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(InputError);
  const [finding] = (error as InputError).findings;
  expect(finding?.message).toMatch(message);
  expect(finding?.line).toBe(line);
  expect(compiledFiles().filter((file) => file.endsWith('.tmp'))).toEqual([]);
});

test('a stylesheet that stops says where', async () => {
  const path = stylesheet(
    'stop.xsl',
    '<xsl:template match="/">\n<xsl:message terminate="yes" select="\'enough\'"/></xsl:template>',
  );
  const compiled = await compileStylesheet(path, cache);
  expect(() => transform(compiled, { source: '<a/>' })).toThrow(StylesheetError);
});

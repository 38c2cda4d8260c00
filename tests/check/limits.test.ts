/**
 * Untrusted rules and grammars that take too long or too much memory are named and skipped; the
 * others are applied.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatFinding } from '../../pipeline/core/finding.ts';
import type { ProcessLimits } from '../../pipeline/xml/limits/limited-process.ts';
import { GuardedSchematron } from '../../pipeline/xml/schematron/guarded-schematron.ts';
import { readTree } from '../../pipeline/xml/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-limits-'));
const opened: GuardedSchematron[] = [];
let written = 0;

afterAll(() => {
  for (const one of opened) one.dispose();
  rmSync(folder, { recursive: true });
});

const rule = (context: string, test: string, id: string): string =>
  `<sch:rule context="${context}">\n<sch:report id="${id}" test="${test}">${id}</sch:report></sch:rule>`;

async function judged(
  body: string,
  limits?: ProcessLimits,
  document = '<a><b/></a>',
): Promise<{ found: string[]; said: string[] }> {
  const path = join(folder, `${++written}.sch`);
  writeFileSync(
    path,
    `<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:f" queryBinding="xslt3">\n${body}</sch:schema>`,
  );
  const rules = await GuardedSchematron.compile(path, join(folder, 'cache'), limits);
  opened.push(rules);
  const found = await rules.validate(
    document,
    readTree({ path: 'd.xml', content: document }),
    'd.xml',
  );
  return { found: found.map(formatFinding), said: rules.findings.map(formatFinding) };
}

/** A fifth of what a rule may take, so that the tests need not wait for it each time. */
const SHORT: ProcessLimits = { step: 1, whole: 60, megabytes: 512, start: 60 };

const after = `<sch:pattern>${rule('b', 'true()', 'good')}</sch:pattern>`;
const GOOD = 'd.xml:1:4: error: good [sch/good]';

describe('a rule that takes too long is omitted, those of other patterns are applied', () => {
  it.each<[string, string, string, ProcessLimits | undefined]>([
    [
      'a regular expression, by the limit of a build',
      rule('a', `matches('${'a'.repeat(40)}!', '^(a+)+$')`, 'bad'),
      '',
      undefined,
    ],
    [
      'a sequence without end',
      rule('a', 'count((1 to 3000000000)[. mod 7 = 0]) gt 0', 'bad'),
      '',
      SHORT,
    ],
    [
      'a function that calls itself twice',
      rule('a', 'f:x(200) gt 0', 'bad'),
      '<xsl:function name="f:x" as="xs:integer"><xsl:param name="n"/><xsl:sequence select="if ($n le 1) then 1 else f:x($n - 1) + f:x($n - 2)"/></xsl:function>',
      SHORT,
    ],
  ])('%s', async (_what, bad, top, limits) => {
    const { found, said } = await judged(`${top}<sch:pattern>${bad}</sch:pattern>${after}`, limits);
    expect(said).toHaveLength(1);
    expect(said[0]?.replace(/^.*\.sch:\d+:\d+/, '')).toBe(
      `: error: the rule for a takes more than ${limits?.step ?? 5} seconds on d.xml, so it is skipped [check/rule-stopped]`,
    );
    expect(found).toEqual([GOOD]);
  });

  it('a context: the rules after it in its pattern are omitted too', async () => {
    const slow = rule(`a[matches('${'a'.repeat(40)}!', '^(a+)+$')]`, 'true()', 'bad');
    const { found, said } = await judged(
      `<sch:pattern>${slow}${rule('b', 'true()', 'later')}</sch:pattern>${after}`,
      SHORT,
    );
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/so it is skipped, as are those after it in its pattern/);
    expect(found).toEqual([GOOD]);
  });
});

describe('a rule that takes too much memory', () => {
  it.each([
    [
      'a string that doubles',
      `string-length(fold-left(1 to 40, 'xxxxxxxx', function($s, $i) { $s || $s || $i })) gt 0`,
    ],
    ['a map', 'map:size(map:merge((1 to 100000000) ! map:entry(., .))) gt 0'],
  ])('%s', async (_what, expression) => {
    const ns = '<sch:ns prefix="map" uri="http://www.w3.org/2005/xpath-functions/map"/>';
    const { found, said } = await judged(
      `${ns}<sch:pattern>${rule('a', expression, 'bad')}</sch:pattern>${after}`,
    );
    expect([...said, ...found].join('\n')).toMatch(
      /\.sch:\d+:\d+.*(skipped|could not be evaluated)|could not be evaluated.*\.sch:\d+:\d+/,
    );
    expect(found).toContain(GOOD);
  });

  it('a recursion without end', async () => {
    const top =
      '<xsl:function name="f:x"><xsl:param name="n"/><xsl:sequence select="1 + f:x($n + 1)"/></xsl:function>';
    const { found, said } = await judged(
      `${top}<sch:pattern>${rule('a', 'f:x(1) gt 0', 'bad')}</sch:pattern>${after}`,
    );
    expect([...said, ...found].join('\n')).toMatch(/skipped|could not be evaluated/);
    expect(found).toContain(GOOD);
  });
});

it('the time to read a long document is not charged to a rule', async () => {
  const long = `<a><b/>${'&lt; '.repeat(1_000_000)}</a>`;
  const { found, said } = await judged(after, { ...SHORT, step: 0.5 }, long);
  expect(said).toEqual([]);
  expect(found).toEqual([GOOD]);
});

it('a rule that fails on a document does not stop the others', async () => {
  const { found } = await judged(
    `<sch:pattern>${rule('a', "xs:integer('x') gt 0", 'bad')}</sch:pattern>${after}`,
  );
  expect(found[0]).toMatch(
    /d\.xml: error: a rule .* could not be evaluated on this document: .*\.sch:2:\d+\)/,
  );
  expect(found[1]).toBe(GOOD);
});

it('a rule that cannot be compiled is named, and the others judge', async () => {
  const { found, said } = await judged(
    `<sch:pattern>${rule('a', "matches('a')", 'bad')}</sch:pattern>${after}`,
  );
  expect(said[0]).toMatch(/\.sch:3:1: error: the Schematron schema has an error: .*matches/);
  expect(found).toEqual([GOOD]);
});

/**
 * Any patterns of prefixDef: matched in linear time, and never an error of the transformation.
 */
import { expect, it } from 'vitest';
import { linearPattern } from '../../pipeline/xml/linear-pattern.ts';
import { withSafePrefixes } from '../../pipeline/xml/safe-prefixes.ts';

const document = (pattern: string, replacement: string, pointer: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><prefixDef ident="p" matchPattern="${pattern}" replacementPattern="${replacement}"><p>About.</p></prefixDef><ref target="${pointer}"/></TEI>`;

it.each([
  ['([a-z]+)', 'persons.xml#$1', 'p:ann'],
  ['([A-Z]{2}\\d+)', 'https://example.org/$1', 'p:GB12'],
])('a simple pattern is left as it is: %s', (pattern, replacement, pointer) => {
  const text = document(pattern, replacement, pointer);
  expect(withSafePrefixes(text)).toBe(text);
});

it.each([
  ['(.*)', 'persons.xml#$1', 'p:ann', 'ann', 'persons.xml#ann'],
  ['(a+)+$', 'x#$1', `p:${'a'.repeat(40)}!`, undefined, undefined],
  ['(a|aa)+', 'x#y', `p:${'a'.repeat(40)}`, 'a'.repeat(40), 'x#y'],
  ['ann|ben', 'x#y', 'p:ben', 'ben', 'x#y'],
  ['(.+)', 'x?a=\\$&amp;b=$1', 'p:a.b', 'a\\.b', 'x?a=\\$&amp;b=a.b'],
  ['(.+)', 'x$', 'p:a', 'a', 'x\\$'],
  ['(', 'x', 'p:a', undefined, undefined],
  ['(?=a)a', 'x', 'p:a', undefined, undefined],
  ['(a)\\1', 'x', 'p:aa', undefined, undefined],
])('another is evaluated before: %s', (pattern, replacement, pointer, match, by) => {
  const start = performance.now();
  const safe = withSafePrefixes(document(pattern, replacement, pointer));
  expect(performance.now() - start).toBeLessThan(2000);
  const defined = safe.match(/<listPrefixDef>(.*?)<\/listPrefixDef>/)?.[1] ?? '';
  const [, gotMatch, gotBy] =
    /matchPattern="([^"]*)" replacementPattern="([^"]*)"/.exec(defined) ?? [];
  expect(gotMatch).toBe(match ?? '[^\\s\\S]');
  if (by !== undefined) expect(gotBy).toBe(by);
  expect(safe).toContain(`<ref target="${pointer}"/>`);
});

it('a pattern that takes for ever elsewhere', () => {
  expect(linearPattern('(a+)+')?.test(`${'a'.repeat(10_000)}!`)).toBe(false);
});

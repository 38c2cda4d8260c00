/**
 * Untrusted RELAX NG schemas with patterns that grow without end or refer to themselves: each
 * validates, or is named and stopped within the limits, and the run continues.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatFinding, InputError } from '../../pipeline/core/finding.ts';
import type { ProcessLimits } from '../../pipeline/xml/limits/limited-process.ts';
import { GuardedGrammar } from '../../pipeline/xml/relaxng/guarded-grammar.ts';
import { readTree } from '../../pipeline/xml/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-exploding-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** A part of what a grammar may take, so that the tests need not wait for it. */
const SHORT: ProcessLimits = { step: 5, whole: 5, megabytes: 1024, start: 60 };

const grammar = (body: string): string =>
  `<grammar xmlns="http://relaxng.org/ns/structure/1.0">${body}</grammar>`;

/** Each definition refers twice to the next: 2 to the power of `depth` when they are put in. */
const doubling = (depth: number): string =>
  grammar(
    `<start><element name="a"><ref name="d0"/></element></start>${Array.from(
      { length: depth },
      (_, n) =>
        `<define name="d${n}"><group><ref name="d${n + 1}"/><ref name="d${n + 1}"/></group></define>`,
    ).join(
      '',
    )}<define name="d${depth}"><optional><element name="b"><empty/></element></optional></define>`,
  );

/** Many ways to read the same elements: each step of a derivative may double the pattern. */
const ambiguous = (count: number): string =>
  grammar(
    `<start><element name="a">${Array.from(
      { length: count },
      () =>
        '<zeroOrMore><group><optional><element name="b"><empty/></element></optional><optional><element name="b"><empty/></element></optional></group></zeroOrMore>',
    ).join('')}</element></start>`,
  );

const recursive = grammar(
  '<start><ref name="a"/></start><define name="a"><ref name="b"/></define><define name="b"><ref name="a"/></define>',
);
const deep = grammar(
  `<start>${'<optional>'.repeat(250)}<element name="a"><empty/></element>${'</optional>'.repeat(250)}</start>`,
);

it.each([
  [
    'definitions that double 30 times',
    doubling(30),
    '<a/>',
    /\.rng: error: the RELAX NG schema .*no document is checked with it/,
  ],
  [
    'elements that can be read in many ways',
    ambiguous(14),
    `<a>${'<b/>'.repeat(60)}</a>`,
    undefined,
  ],
  ['a definition that is itself', recursive, '<a/>', /\.rng:1: error: .*cycle/],
  ['250 levels', deep, '<a/>', undefined],
])('%s', { timeout: 240_000 }, async (name, schema, document, message) => {
  const path = join(folder, `${name.replaceAll(' ', '-')}.rng`);
  writeFileSync(path, schema);
  const judge = new GuardedGrammar(path, name.includes('double') ? SHORT : undefined);
  const said: string[] = [];
  try {
    const found = await judge.validate(
      document,
      readTree({ path: 'd.xml', content: document }),
      'd.xml',
    );
    said.push(...found.map(formatFinding), ...judge.findings.map(formatFinding));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    said.push(...error.findings.map(formatFinding));
  } finally {
    judge.dispose();
  }
  expect(said).toEqual(message === undefined ? [] : [expect.stringMatching(message)]);
});

/** The apparatus: entries, lemma, types, lacunas, transpositions, and the decisions of an editor. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collationCsv } from '../../pipeline/collate/formats/csv.ts';
import { writeJson } from '../../pipeline/collate/formats/json.ts';
import type { Settings } from '../../pipeline/collate/rules/model.ts';
import { readSettings } from '../../pipeline/collate/rules/read.ts';
import { body, made, plain, tei } from './collating.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-collate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function settings(yaml: string): Settings {
  const path = join(folder, 'collation.yaml');
  writeFileSync(path, yaml);
  return readSettings(path);
}

const A = plain('A', 'T\n\nthe old boat came in');
const B = plain('B', 'T\n\nthe new boat came in');
const C = plain('C', 'T\n\nthe Old boat in');

it('what all witnesses have is plain text; readings have types', () => {
  const { text, wrong } = made([A, B, C]);
  expect(wrong).toEqual([]);
  expect(body(text)).toContain(
    '<p>the <app><lem wit="A">old</lem><rdg wit="B" type="substantive" cert="high">new</rdg><rdg wit="C" type="orthographic" cert="high">Old</rdg></app> boat <app><lem wit="A B">came</lem><rdg wit="C" type="substantive" cert="high"/></app> in</p>',
  );
});

it('the lemma is that of most witnesses where the rules say so', () => {
  const { text } = made([B, A, plain('D', 'T\n\nthe old boat came in')], 'parallel', {
    lemma: 'majority',
  });
  expect(body(text)).toContain('<lem wit="A D">old</lem>');
});

it('double end-point: anchors in the text, entries separate from it', () => {
  const { text, wrong } = made([A, B], 'double-end-point');
  expect(wrong).toEqual([]);
  expect(text).toContain('<anchor xml:id="c-app1-from"/>old<anchor xml:id="c-app1-to"/>');
  expect(text).toMatch(
    /<standOff>\s*<listApp>\s*<app xml:id="c-app1" from="#c-app1-from" to="#c-app1-to">/,
  );
});

it('a lacuna and the ends of a fragment are no omissions', () => {
  const long = Array.from({ length: 90 }, (_, at) => `w${at}`);
  const part = (from: number, to: number): string => long.slice(from, to).join(' ');
  const fragment = tei(
    'F',
    `<p>${part(25, 35)} <gap unit="leaf" quantity="1"/> ${part(50, 60)}</p>`,
  );
  const { text, wrong } = made([plain('A', `T\n\n${part(0, 90)}`), ...fragment]);
  expect(wrong).toEqual([]);
  expect(body(text).match(/<(?:witStart|lacunaStart|lacunaEnd|witEnd)\/>/g)).toEqual([
    '<witStart/>',
    '<lacunaStart/>',
    '<lacunaEnd/>',
    '<witEnd/>',
  ]);
  expect(text).not.toContain('type="substantive"');
});

it('words at another place refer to each other', () => {
  const one = plain('A', 'T\n\nasked Captain Grey for two days of rest at once');
  const other = plain('B', 'T\n\nfor two days of rest at once asked Captain Grey');
  const { text } = made([one, other]);
  expect(text.match(/cause="transposition" corresp="#c-app\d"/g)).toHaveLength(2);
});

it('JSON and CSV have a row for each column', () => {
  const { collation } = made([A, C]);
  const json = JSON.parse([...writeJson(collation.table)].join('')) as {
    witnesses: string[];
    table: { t: string; n: string }[][][];
  };
  expect(json.witnesses).toEqual(['A', 'C']);
  expect(json.table[2]?.map((cell) => cell.map(({ t }) => t))).toEqual([['old '], ['Old ']]);
  expect(json.table[2]?.[1]?.[0]?.n).toBe('old');
  expect(json.table[4]?.[1]).toEqual([]);
  expect([...collationCsv(collation.table)].slice(0, 4).join('')).toBe(
    'A,C\r\nT,T\r\nthe,the\r\nold,Old\r\n',
  );
});

it.each([
  [
    'a phrase that occurs twice and that a witness has once: the first',
    [
      'he raised the left hand which was cold and then the left hand which shook a little now',
      'he raised the left hand which shook a little now',
    ],
    'he,he raised,raised the,the left,left hand,hand which,which was, cold, and, then, the, left, hand, which, shook,shook a,a little,little now,now',
  ],
  [
    'a word that a witness has twice is not in another order',
    ['in days in our lands', 'in days in our lands', 'in days our lands'],
    'in,in,in days,days,days in,in, our,our,our lands,lands,lands',
  ],
])('columns: %s', (_name, texts, columns) => {
  const witnesses = texts.map((text, at) => plain('ABC'.charAt(at), `T\n\n${text}`));
  const csv = [...collationCsv(made(witnesses).collation.table)].slice(2).join('');
  expect(csv.trimEnd().split('\r\n').join(' ')).toBe(columns);
});

describe('decisions', () => {
  it('are applied: forms, types, lemma, alignment', () => {
    const rules = settings(`
rules:
  - regularize: new
    to: old
    resp: Ann
  - lemma: {witness: B, words: new}
    resp: Ann
  - type: {witness: C, words: Old}
    as: substantive
  - align: [{witness: A, words: came}, {witness: C, words: in}]
`);
    const { text, collation, wrong } = made([A, B, C], 'parallel', rules);
    expect(wrong).toEqual([]);
    expect(collation.findings).toEqual([]);
    const shown = body(text);
    expect(shown).toContain('<lem wit="B">new</lem>');
    expect(shown).toContain('<rdg wit="A" type="orthographic" cert="high">old</rdg>');
    expect(shown).toContain('<rdg wit="C" type="substantive">Old</rdg>');
    expect(shown).toMatch(/<lem wit="A B">came[^<]*<\/lem><rdg wit="C"[^>]*>in/);
    expect(text).toContain('<name>Ann</name>');
  });

  it('are reported where they no longer apply, each with its line', () => {
    const rules = settings(`rules:
  - lemma: {witness: B, words: newer}
  - type: {witness: X, words: old}
    as: orthographic
  - regularize: ships
    to: boats
  - lemma: {witness: A, words: old, n: 3}
`);
    const { collation } = made([A, B, C], 'parallel', rules);
    expect(collation.findings.map(({ line, column }) => [line, column])).toEqual(
      expect.arrayContaining([
        [2, 5],
        [3, 5],
        [5, 5],
        [7, 5],
      ]),
    );
    expect(collation.findings.map(({ message }) => message).join('\n')).toMatch(
      /no longer applies: there is no “newer” in B/,
    );
  });
});

describe('a file of rules that is wrong', () => {
  it.each([
    ['no YAML', 'rules: [', /collation\.yaml:\d+:\d+: error: this is not YAML/],
    ['an unknown member', 'colour: red', /:1:1: error: the file has no “colour”/],
    ['an unknown stage', 'type-by: [case, colour]', /:1:17: error: there is no stage “colour”/],
    ['a rule of no kind', 'rules:\n  - to: x', /:2:5: error: a rule has to be one of/],
    ['a place without words', 'rules:\n  - lemma: {witness: A}', /:2:12: error: a place needs/],
    [
      'a type of no kind',
      'rules:\n  - type: {witness: A, words: x}\n    as: odd',
      /:3:9: error: “as” is “odd”/,
    ],
    [
      'many aliases',
      `a: &a [x,x,x,x]\nb: &b [${'*a,'.repeat(50)}]\nrules: [${'*b,'.repeat(50)}]`,
      /error/,
    ],
  ])('%s', (_name, yaml, message) => {
    expect(() => settings(yaml)).toThrow(message);
  });
});

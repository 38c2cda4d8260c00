/**
 * The edition's grammar: its messages about invalid documents, and that it never allows what TEI
 * does not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf } from '../../pipeline/check/check.ts';
import type { Finding } from '../../pipeline/core/finding.ts';
import { InputError } from '../../pipeline/core/finding.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { RelaxNg } from '../../pipeline/xml/relaxng/relaxng.ts';
import { readTree, type TreeElement, walk } from '../../pipeline/xml/tree.ts';
import { type Change, changed, EDITION, LETTER, PROJECT } from './fixture.ts';
import { InstanceMaker, numbers } from './instances.ts';

const TEI_ALL = join(PROJECT, '..', 'shared', 'schemas', 'tei_all.rng');

/** Files that have to be valid: the fixture's and the project's own. */
const FILES = [EDITION, join(PROJECT, 'tei')].flatMap((root) => filesOf(openEdition(root)));

let grammar: RelaxNg;

beforeAll(async () => {
  grammar = await RelaxNg.compile(join(PROJECT, 'tei', 'schema', 'edition.rng'));
});

afterAll(() => grammar.dispose());

function findingsOf(validator: RelaxNg, text: string): Finding[] {
  return validator.validate(text, readTree({ path: 'x.xml', content: text }), 'x.xml');
}

test.each(FILES.map((path) => [relative(PROJECT, path), path]))('%s is valid', (_name, path) => {
  expect(findingsOf(grammar, readFileSync(path, 'utf8'))).toEqual([]);
});

type Case = Change & { readonly rule: string; readonly says: RegExp };

const CASES: readonly Case[] = [
  {
    rule: 'element',
    from: '<closer>',
    to: '<farewell/><closer>',
    at: '<farewell/>',
    says: /<farewell> is not an element of this schema/,
  },
  {
    rule: 'element',
    from: 'Send <pb',
    to: 'Send <item>x</item><pb',
    at: '<item>x',
    says: /<item> is not allowed in <p>; it is allowed in list/,
  },
  {
    rule: 'element',
    from: '<row><cell>February',
    to: '<head>Late</head><row><cell>February',
    at: '<head>Late',
    says: /<head> is allowed in <table>, but not at this place; allowed here: note, gap/,
  },
  {
    rule: 'attribute',
    from: '<p xml:id="m1-p3">',
    to: '<p xml:id="m1-p3" colour="red">',
    at: '<p xml:id="m1-p3"',
    says: /<p> may have no attribute colour; it may have xml:id, n/,
  },
  {
    rule: 'attribute',
    from: 'cert="high"',
    to: 'cert="sure"',
    at: '<persName ref="#p_birch" resp',
    says: /cert="sure" on <persName> is not among the values that are allowed: write one of high, medium, low/,
  },
  {
    rule: 'attribute',
    from: '<origDate when="1871-03-02">',
    to: '<origDate when="1871-02-30">',
    at: '<origDate',
    says: /when="1871-02-30" on <origDate> is not an existing date/,
  },
  {
    rule: 'attribute',
    from: '<origDate when="1871-03-02">',
    to: '<origDate when="2.3.1871">',
    at: '<origDate',
    says: /write 1964, 1964-05/,
  },
  {
    rule: 'attribute',
    from: '<ref target="#m1-t1">',
    to: '<ref target="# m1">',
    at: '<ref target="# m1"',
    says: /target="# m1" on <ref> is not a reference in a supported form/,
  },
  {
    rule: 'attribute',
    from: ' matchPattern="([a-z]+)"',
    to: '',
    at: '<prefixDef',
    says: /<prefixDef> has no attribute matchPattern, which is required/,
  },
  {
    rule: 'text',
    from: '<row><cell>January',
    to: '<row>New <cell>January',
    at: '<row>New',
    says: /<row> may contain only elements, not the text “New”/,
  },
  {
    rule: 'value',
    from: '<geo>41.15 -8.61</geo>',
    to: '<geo>far north</geo>',
    at: '<geo>',
    says: /“far north” is not a valid content of <geo>/,
  },
  {
    rule: 'incomplete',
    from: '<row><cell>January</cell><cell>3</cell></row>',
    to: '<row/>',
    at: '<row/>',
    says: /<row> is not complete; missing: cell/,
  },
  {
    rule: 'namespace',
    from: '<TEI xmlns="http://www.tei-c.org/ns/1.0"',
    to: '<TEI',
    at: '<TEI',
    says: /write xmlns="http:\/\/www.tei-c.org\/ns\/1.0"/,
  },
];

test.each(CASES.map((one) => [one.rule, one.to.slice(0, 60), one] as const))(
  '%s: %s',
  (rule, _to, one) => {
    const { text, line, column } = changed(one);
    const [finding, ...others] = findingsOf(grammar, text);
    expect(finding?.message).toMatch(one.says);
    expect(finding).toMatchObject({ line, column, severity: 'error', rule: `rng/${rule}` });
    expect(others).toEqual([]);
  },
);

test('a schema that is none is an error of the input', async () => {
  await expect(RelaxNg.compile(join(EDITION, 'edition.xml'))).rejects.toThrow(InputError);
  await expect(RelaxNg.compile(join(EDITION, 'none.rng'))).rejects.toThrow(/cannot be read/);
});

describe.skipIf(!existsSync(TEI_ALL))(
  'the grammar allows only what TEI All allows (needs ../shared)',
  () => {
    let all: RelaxNg;

    beforeAll(async () => {
      all = await RelaxNg.compile(TEI_ALL);
    });

    afterAll(() => all.dispose());

    test('every element has only attributes, children and text that TEI gives it', () => {
      const foreign: string[] = [];
      for (const [name, rule] of grammar.grammar.elements) {
        const tei = all.grammar.elements.get(name);
        if (!tei) foreign.push(`<${name}>`);
        for (const attribute of rule.attributes.keys())
          if (!tei?.attributes.has(attribute)) foreign.push(`${name}/@${attribute}`);
        for (const child of rule.children)
          if (!tei?.children.has(child)) foreign.push(`${name}/${child}`);
        if (rule.text && !tei?.text) foreign.push(`${name}/text()`);
      }
      expect(foreign).toEqual([]);
    });

    test('documents made from the grammar are valid in both', () => {
      const maker = new InstanceMaker(grammar.grammar, 20_261_123);
      for (let round = 0; round < 1; round++) {
        for (const element of grammar.grammar.elements.keys()) {
          const { xml } = maker.instance(element);
          expect(xml).toContain(`<${element}`);
          expect(findingsOf(grammar, xml), xml).toEqual([]);
          expect(findingsOf(all, xml), xml).toEqual([]);
        }
      }
    });

    test('what remains valid of a broken letter is valid in TEI', () => {
      const next = numbers(7);
      let valid = 0;
      for (let round = 0; round < 600; round++) {
        const text = mutated(LETTER, next);
        if (findingsOf(grammar, text).length > 0) continue;
        valid++;
        expect(findingsOf(all, text), text).toEqual([]);
      }
      // If every mutation were invalid, they would prove nothing.
      expect(valid).toBeGreaterThan(60);
    });

    test.each(FILES.map((path) => [relative(PROJECT, path), path]))(
      '%s is valid TEI',
      (_name, path) => {
        expect(findingsOf(all, readFileSync(path, 'utf8'))).toEqual([]);
      },
    );
  },
);

/**
 * The document with one element removed, doubled, moved, renamed, or without one of its attributes.
 */
function mutated(text: string, next: () => number): string {
  const root = readTree({ path: 'x.xml', content: text });
  const elements = [...walk(root)].slice(1);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(next() * items.length)] as Item;
  const chosen = pick(elements);
  const other = pick(elements);
  const written = write(chosen);
  const whole = write(root);
  const changes: readonly (() => string)[] = [
    () => whole.replace(written, ''),
    () => whole.replace(written, () => written + written),
    () => whole.replace(write(other), () => written),
    () =>
      whole.replace(written, () =>
        written.replace(/^<\w+/, `<${other.name}`).replace(/\w+>$/, `${other.name}>`),
      ),
    () => whole.replace(written, () => written.replace(/ [\w:]+="[^"]*"/, '')),
    () => whole.replace(written, () => written.replace(/="[^"]*"/, '="other"')),
  ];
  const result = pick(changes)();
  try {
    readTree({ path: 'x.xml', content: result });
    return result;
  } catch {
    return text;
  }
}

function write(element: TreeElement): string {
  const escaped = (value: string): string =>
    value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const namespaces = Object.entries(element.namespaces).map(
    ([prefix, uri]) => ` xmlns${prefix ? `:${prefix}` : ''}="${uri}"`,
  );
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escaped(value)}"`);
  const inside = element.children.map((child) =>
    typeof child === 'string' ? escaped(child) : write(child),
  );
  return `<${element.name}${namespaces.join('')}${attributes.join('')}>${inside.join('')}</${element.name}>`;
}

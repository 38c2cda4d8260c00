/**
 * The three parts of the schema agree: the ODD documents exactly the grammar's elements and values,
 * and repeats the rules.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGrammar } from '../../pipeline/xml/relaxng/grammar.ts';
import { readTree, type TreeElement, textOf, walk } from '../../pipeline/xml/tree.ts';
import { PROJECT } from './fixture.ts';

const schema = (name: string): { path: string; content: Uint8Array } => {
  const path = join(PROJECT, 'tei', 'schema', name);
  return { path, content: readFileSync(path) };
};

const grammar = readGrammar(schema('edition.rng'));
const odd = [...walk(readTree(schema('edition.odd')))];
const rules = readTree(schema('edition.sch'));

const value = (element: TreeElement, name: string): string =>
  element.attributes.find((attribute) => attribute.name === name)?.value ?? '';
const named = (local: string): TreeElement[] => odd.filter((element) => element.local === local);
const inside = (element: TreeElement, local: string): TreeElement[] =>
  [...walk(element)].filter((candidate) => candidate.local === local);

test('the ODD specifies the elements of the grammar, and includes each from one module', () => {
  const elements = [...grammar.elements.keys()].sort();
  expect(
    named('elementSpec')
      .map((spec) => value(spec, 'ident'))
      .sort(),
  ).toEqual(elements);
  const included = named('moduleRef').flatMap((module) =>
    value(module, 'include').split(/\s+/).filter(Boolean),
  );
  expect(included.sort()).toEqual(elements);
  for (const spec of named('elementSpec')) {
    const module = named('moduleRef').find(
      (candidate) => value(candidate, 'key') === value(spec, 'module'),
    );
    expect(module && value(module, 'include').split(/\s+/)).toContain(value(spec, 'ident'));
  }
});

test('it says of each element what the grammar says', () => {
  for (const spec of named('elementSpec')) {
    const [description] = inside(spec, 'desc');
    expect(description && textOf(description), value(spec, 'ident')).toBe(
      grammar.elements.get(value(spec, 'ident'))?.about,
    );
  }
});

/** Values that every element shares are documented once, in the prose. */
const SHARED = new Set(['cert']);

test('it lists the values that the grammar lists', () => {
  const inGrammar = [...grammar.elements].flatMap(([element, rule]) =>
    [...rule.attributes]
      .filter(([name, { values }]) => values.length > 0 && !SHARED.has(name))
      .map(([name, { values, open, required }]) => ({
        element,
        name,
        values: [...values],
        open,
        required,
      })),
  );
  const inOdd = named('elementSpec').flatMap((spec) =>
    inside(spec, 'attDef').map((attribute) => ({
      element: value(spec, 'ident'),
      name: value(attribute, 'ident'),
      values: inside(attribute, 'valItem').map((item) => value(item, 'ident')),
      open: inside(attribute, 'valList').some((list) => value(list, 'type') === 'semi'),
      required: value(attribute, 'usage') === 'req',
    })),
  );
  const key = (one: { element: string; name: string }): string => `${one.element}/@${one.name}`;
  const sorted = <One extends { element: string; name: string }>(all: One[]): One[] =>
    all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  expect(sorted(inOdd)).toEqual(sorted(inGrammar));
});

test('it repeats the rules word for word', () => {
  const form = (element: TreeElement): string => {
    const attributes = element.attributes.map(
      ({ name, value: text }) => ` ${name}="${text.replace(/\s+/g, ' ')}"`,
    );
    const content = element.children.map((child) =>
      typeof child === 'string' ? child.replace(/\s+/g, ' ') : form(child),
    );
    return `<${element.name}${attributes.join('')}>${content.map((part) => part.trim()).join('')}</>`;
  };
  const titled = (element: TreeElement): boolean => element.local !== 'title';
  const stated = rules.children
    .filter((child) => typeof child !== 'string')
    .filter(titled)
    .map(form)
    .sort();
  const repeated = named('constraint').flatMap((constraint) =>
    constraint.children.filter((child) => typeof child !== 'string').map(form),
  );
  expect(repeated.sort()).toEqual(stated);
});

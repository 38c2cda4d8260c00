/**
 * Prefix definitions with patterns on which a stylesheet could hang: they are evaluated here, in
 * linear time, before a document is transformed.
 *
 * Takes the text of a document that `readXml` has accepted. Returns the same text if all patterns
 * are simple. Another `prefixDef` becomes a `listPrefixDef` with one definition for each pointer
 * that it fits: literal values, which every processor matches in the same way.
 */

import { escapeAttribute } from './escape.ts';
import { linearPattern } from './linear-pattern.ts';
import { TEI } from './namespaces.ts';
import { readXml, type XmlElement } from './read.ts';

/** One part of a simple pattern: a character, a class, a dot; with its repetition. */
const PART = String.raw`(?:[\w \-/:,;=@&#%~]|\\[.\-/dwsDWS]|\[(?:[\w .,:/-]|\\[.\-dws])+\]|\.)`;
const SIMPLE = new RegExp(String.raw`^(?:${PART}(?:[*+?]|\{\d{1,2}(?:,\d{1,2})?\})?|[()])*$`);
/**
 * With two repetitions a match takes at most quadratic time, on a pointer of some hundred
 * characters.
 */
const MOST_REPETITIONS = 2;
const SIMPLE_REPLACEMENT = /^(?:[^\\$]|\$\d(?!\d))*$/;

/** Matches nothing. */
const NOTHING = String.raw`[^\s\S]`;

interface Definition {
  readonly element: XmlElement;
  end: number;
}

export function withSafePrefixes(text: string): string {
  if (!text.includes('matchPattern')) return text;
  const open: (Definition | undefined)[] = [];
  const definitions: Definition[] = [];
  const pointers = new Set<string>();
  readXml(
    { path: '', content: text },
    {
      open(element) {
        const unsafe = element.uri === TEI && element.local === 'prefixDef' && !isSimple(element);
        const definition = unsafe ? { element, end: element.startEnd } : undefined;
        if (definition) definitions.push(definition);
        open.push(definition);
        for (const { value } of element.attributes)
          if (value.includes(':')) for (const word of value.split(/\s+/)) pointers.add(word);
      },
      close(_element, end) {
        const definition = open.pop();
        if (definition) definition.end = end;
      },
    },
  );
  let safe = '';
  let at = 0;
  for (const { element, end } of definitions) {
    safe += text.slice(at, element.start) + literalDefinitions(element, pointers);
    at = end;
  }
  return safe + text.slice(at);
}

function isSimple(element: XmlElement): boolean {
  const [pattern, replacement] = [
    attributeOf(element, 'matchPattern'),
    attributeOf(element, 'replacementPattern'),
  ];
  const repetitions = pattern.replace(/\\./g, '').match(/[*+{?]/g)?.length ?? 0;
  const simple =
    SIMPLE.test(pattern) && !/\)[*+?{]|\(\)/.test(pattern) && repetitions <= MOST_REPETITIONS;
  // XPath refuses a replacement by a pattern that matches the empty text.
  return (
    simple && SIMPLE_REPLACEMENT.test(replacement) && linearPattern(pattern)?.test('') === false
  );
}

function literalDefinitions(element: XmlElement, pointers: ReadonlySet<string>): string {
  const [ident, replacement] = [
    attributeOf(element, 'ident'),
    attributeOf(element, 'replacementPattern'),
  ];
  const pattern = linearPattern(attributeOf(element, 'matchPattern'));
  const prefix = element.name.replace(/[^:]*$/, '');
  const definition = (match: string, by: string): string =>
    `<${prefix}prefixDef ident="${escapeAttribute(ident)}" ` +
    `matchPattern="${escapeAttribute(match)}" replacementPattern="${escapeAttribute(by)}"/>`;
  const literals = [...pointers].flatMap((pointer) => {
    const value = pointer.startsWith(`${ident}:`) ? pointer.slice(ident.length + 1) : '';
    const expanded = value === '' ? undefined : pattern?.expand(value, replacement);
    if (expanded === undefined) return [];
    return [
      definition(value.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&'), expanded.replace(/[\\$]/g, '\\$&')),
    ];
  });
  const inside = literals.length > 0 ? literals.join('') : definition(NOTHING, '');
  return `<${prefix}listPrefixDef>${inside}</${prefix}listPrefixDef>`;
}

function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.find((one) => one.name === name)?.value ?? '';
}

/**
 * Pointers with a prefix: `psn:ann` for `persons.xml#ann` (TEI Guidelines, 17.2.3, Using
 * Abbreviated Pointers).
 *
 * Takes the prefixDef elements of a file. Returns the address that a pointer with a prefix resolves
 * to, or what is wrong with it or with its definition.
 */

import type { Finding } from '../../core/finding.ts';
import { shortened, wordList } from '../../core/text.ts';
import { type LinearPattern, linearPattern } from '../../xml/linear-pattern.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, type TreeElement, walk } from '../../xml/tree.ts';

/** Schemes that need no declaration. */
const SCHEMES = new Set(
  wordList(`
    http https ftp file urn mailto doi ark info ni tel data javascript about cid geo hdl isbn lsid
    orcid
  `),
);

export interface PrefixDef {
  readonly ident: string;
  readonly pattern: string;
  /** Undefined if the pattern cannot be matched in linear time. */
  readonly compiled: LinearPattern | undefined;
  readonly replacement: string;
}

type ExpandedPointer =
  | { readonly pointer: string }
  /**
   * No finding about the pointer: it is an address, or its prefixDef has a pattern that cannot be
   * used, which is a finding of its own.
   */
  | 'not followed'
  | 'undeclared'
  | { readonly pattern: string };

export function prefixDefOf(element: TreeElement): PrefixDef | undefined {
  const [ident, pattern, replacement] = ['ident', 'matchPattern', 'replacementPattern'].map(
    (name) => attribute(element, name),
  );
  if (ident === undefined) return undefined;
  return {
    ident,
    pattern: pattern ?? '',
    compiled: linearPattern(pattern ?? ''),
    replacement: replacement ?? '',
  };
}

/** A cRefPattern: the form of references such as “Matt 5:7” (Guidelines, 16.2.5.1). */
export interface CanonicalPattern {
  readonly pattern: string;
  /** Also where the pattern cannot be used. */
  readonly matches: (reference: string) => boolean;
}

export function canonicalPatternOf(element: TreeElement): CanonicalPattern {
  const pattern = attribute(element, 'matchPattern') ?? '';
  const compiled = linearPattern(pattern);
  return {
    pattern,
    matches: (reference) => compiled?.test(reference) ?? true,
  };
}

/** `pointer`: begins with a prefix and a colon. */
export function expand(pointer: string, definitions: readonly PrefixDef[]): ExpandedPointer {
  const at = pointer.indexOf(':');
  const [prefix, value] = [pointer.slice(0, at), pointer.slice(at + 1)];
  const declared = definitions.filter(({ ident }) => ident === prefix);
  if (declared.length === 0)
    return SCHEMES.has(prefix.toLowerCase()) ? 'not followed' : 'undeclared';
  for (const { compiled, replacement } of declared) {
    if (compiled === undefined) return 'not followed';
    const expanded = compiled.expand(value, replacement);
    if (expanded !== undefined) return { pointer: expanded };
  }
  return { pattern: declared.map(({ pattern }) => pattern).join(', ') };
}

/**
 * Definitions that cannot be used: no pointer with their prefix is followed. `path`: as it is
 * shown.
 */
export function unusablePrefixes(root: TreeElement, path: string): Finding[] {
  return [...walk(root)].flatMap((element): Finding[] => {
    const definition =
      element.uri === TEI && element.local === 'prefixDef' ? prefixDefOf(element) : undefined;
    if (!definition || definition.compiled) return [];
    const { ident, pattern } = definition;
    const message =
      `the matchPattern “${shortened(pattern, 80)}” of the prefix “${ident}” cannot be used ` +
      `(it is not a regular expression, refers back or looks around, has a class of XML Schema, ` +
      `or is ` +
      `longer than 1,000 characters), so pointers with this prefix are not followed; write a ` +
      `simpler pattern, as in ([a-z]+)`;
    const { line, column } = element;
    return [{ path, line, column, severity: 'warning', rule: 'ref/prefix-unusable', message }];
  });
}

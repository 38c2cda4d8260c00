/**
 * Pointers with a prefix: `psn:ann` for `persons.xml#ann` (TEI Guidelines, 17.2.3, Using Abbreviated Pointers).
 *
 * In: the prefixDef elements of a file. Out: what a pointer with a prefix stands for, or what is wrong with it.
 */
import { attribute, type TreeElement } from '../xml/tree.ts';

/** Schemes that need no declaration. */
const SCHEMES = new Set(
  'http https ftp file urn mailto doi ark info ni tel data javascript about cid geo hdl isbn lsid orcid'.split(' '),
);

export interface PrefixDef {
  readonly ident: string;
  readonly pattern: string;
  readonly replacement: string;
}

export type Expanded =
  | { readonly pointer: string }
  /** Nothing to say: an address, or a pattern that is not evaluated here. */
  | 'not followed'
  | 'undeclared'
  | { readonly pattern: string };

export function prefixDefOf(element: TreeElement): PrefixDef | undefined {
  const [ident, pattern, replacement] = ['ident', 'matchPattern', 'replacementPattern'].map((name) =>
    attribute(element, name),
  );
  return ident === undefined ? undefined : { ident, pattern: pattern ?? '', replacement: replacement ?? '' };
}

/** `pointer`: begins with a prefix and a colon. */
export function expand(pointer: string, definitions: readonly PrefixDef[]): Expanded {
  const at = pointer.indexOf(':');
  const [prefix, value] = [pointer.slice(0, at), pointer.slice(at + 1)];
  const declared = definitions.filter(({ ident }) => ident === prefix);
  if (declared.length === 0) return SCHEMES.has(prefix.toLowerCase()) ? 'not followed' : 'undeclared';
  const patterns = declared.map(({ pattern }) => compile(pattern));
  for (const [index, pattern] of patterns.entries()) {
    if (pattern === undefined) return 'not followed';
    if (!pattern.test(value)) continue;
    // XPath and JavaScript both write $1 for the first group.
    return { pointer: value.replace(pattern, declared[index]?.replacement ?? '') };
  }
  return { pattern: declared.map(({ pattern }) => pattern).join(', ') };
}

/**
 * The pattern as a regular expression; nothing for one that might take long. The pattern is of others: with one repetition at most a match
 * takes time in proportion to the value's length. Other patterns are left to the stylesheets.
 */
function compile(pattern: string): RegExp | undefined {
  const outside = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const repetitions = outside.match(/[*+{]/g)?.length ?? 0;
  if (repetitions > 1 || pattern.length > 200 || /\\[icICpP]|\[.*\[/.test(pattern)) return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}

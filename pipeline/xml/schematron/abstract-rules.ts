/** Abstract rules of a Schematron schema (ISO/IEC 19757-3, 5.4.12) and the content of `extends`. */
import { attribute, elementsIn, type TreeElement } from '../tree.ts';
import { isSch } from './schema-file.ts';

/**
 * Rules that extend one another double with each step: a schema does not need more checks than
 * this.
 */
export const MOST_CHECKS = 1000;

/**
 * How many checks each abstract rule adds, including those of the rules that it extends, at most
 * `MOST_CHECKS` + 1. A rule that extends itself, or a missing one, is not in the result.
 */
export function abstractRuleSizes(patterns: readonly TreeElement[]): ReadonlyMap<string, number> {
  const rules = new Map<string, TreeElement>();
  for (const rule of patterns.flatMap((one) => elementsIn(one))) {
    if (isSch(rule, 'rule') && attribute(rule, 'abstract') === 'true')
      rules.set(attribute(rule, 'id') ?? '', rule);
  }
  const sizes = new Map<string, number | undefined>();
  const sizeOf = (id: string, within: ReadonlySet<string>): number | undefined => {
    const rule = rules.get(id);
    if (!rule || within.has(id)) return undefined;
    if (sizes.has(id)) return sizes.get(id);
    const inner = new Set([...within, id]);
    let size: number | undefined = 0;
    for (const child of elementsIn(rule)) {
      if (!isSch(child, 'extends')) size += 1;
      else {
        const more = sizeOf(attribute(child, 'rule') ?? '', inner);
        if (more === undefined) {
          size = undefined;
          break;
        }
        size += more;
      }
    }
    if (size !== undefined) size = Math.min(size, MOST_CHECKS + 1);
    sizes.set(id, size);
    return size;
  };
  const found = [...rules.keys()].map((id) => [id, sizeOf(id, new Set())] as const);
  return new Map(found.flatMap(([id, size]) => (size === undefined ? [] : [[id, size] as const])));
}

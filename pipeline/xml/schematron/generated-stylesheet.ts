/**
 * What a stylesheet made from a schema and the program that runs it agree on: names, messages,
 * results.
 */
import type { TreeElement } from '../tree.ts';

/** The stylesheet's own names. */
export const OWN_NAMESPACE = 'urn:siglum:schematron';

export const OWN_PREFIX = 'siglum-sch';

/**
 * Separates the parts of one result: rule, role, place, message. A character of the private use
 * area, since XML allows no control character.
 */
export const SEPARATOR = '\uE01F';

export interface GeneratedStylesheet {
  readonly text: string;
  /** By line of the stylesheet, from 1: the element of the schema. */
  readonly origin: readonly (TreeElement | undefined)[];
  /** The rules by their number, from 1, with the number of the last one of the same pattern. */
  readonly rules: readonly { readonly rule: TreeElement; readonly last: number }[];
}

/** The parameter of a watched stylesheet: the numbers of the rules to omit. */
export const SKIP = `Q{${OWN_NAMESPACE}}skip`;

/**
 * The message of a watched stylesheet: the number of a rule, and whether its context is searched or
 * its checks are made.
 */
export function watchedStep(message: string): {
  readonly rule: number;
  readonly inContext: boolean;
} {
  return { rule: Number(message.slice(1)), inContext: message.startsWith('c') };
}

/** What XML allows as a name without a prefix, and so as an `xml:id`. */

/** NCName of Namespaces in XML 1.0, by the classes of Unicode. */
const NAME = /^[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\u00B7.\-_\u203F\u2040]*$/u;

export function isXmlName(id: string): boolean {
  return NAME.test(id);
}

/** Bytes of an `xml:id` that can be the name of a file: at most 255, with what is added to it. */
export const LONGEST_ID = 200;

/**
 * Whether an `xml:id` can be the name of a file: others (`../x`, `a b`, of 5,000 characters), which
 * the check reports, have no files of their own.
 */
export function isFileName(id: string): boolean {
  return isXmlName(id) && Buffer.byteLength(id) <= LONGEST_ID;
}

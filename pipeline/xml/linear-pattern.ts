/**
 * Untrusted regular expressions (`prefixDef/@matchPattern`), always matched in linear time.
 *
 * Takes the pattern. Returns functions that match a whole value and expand its replacement (TEI
 * Guidelines, 17.2.3); undefined if the pattern cannot be matched in this way (back references,
 * look-around, character classes of XML Schema).
 */
import { RE2JS } from 're2js';

export interface LinearPattern {
  test(value: string): boolean;
  /**
   * `$1` in the replacement is the first group, `\$` a dollar sign. Undefined if the value does not
   * match.
   */
  expand(value: string, replacement: string): string | undefined;
}

/** People do not write longer patterns. */
const LONGEST = 1000;

export function linearPattern(pattern: string): LinearPattern | undefined {
  if (pattern.length > LONGEST) return undefined;
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
  return {
    test: (value) => compiled.matches(value),
    expand(value, replacement) {
      const matcher = compiled.matcher(value);
      if (!matcher.matches()) return undefined;
      const groups = matcher.groupCount();
      return replacement.replace(
        /\\([\\$])|\$(\d)/g,
        (_whole, escaped: string | undefined, group: string) =>
          escaped !== undefined
            ? escaped
            : Number(group) <= groups
              ? (matcher.group(Number(group)) ?? '')
              : '',
      );
    },
  };
}

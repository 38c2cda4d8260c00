/** Matching of patterns at an offset. */

/** What the named groups of a pattern matched. */
export type MatchGroups = Readonly<Record<string, string | undefined>>;

/** Runs a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

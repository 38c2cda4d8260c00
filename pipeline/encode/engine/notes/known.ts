/**
 * Anchors in the source itself: a Word document or a saved page states where its notes are
 * anchored.
 *
 * Takes a reading text and the offsets of its notes' numbers. Returns the text with a special
 * character before each such number. The character is removed with the number, so a note's place
 * need not be inferred from the text around a digit.
 */

/** INTERLINEAR ANNOTATION ANCHOR (Unicode 15, 23.8): running text does not contain it. */
export const ANCHOR_SIGN = '\uFFF9';

interface KnownAnchor {
  readonly n: string;
  /** Offset of the number's first digit in the reading text, in UTF-16 units. */
  readonly offset: number;
}

export function plantAnchors(text: string, anchors: readonly KnownAnchor[]): string {
  let planted = '';
  let last = 0;
  for (const { offset } of [...anchors].sort((a, b) => a.offset - b.offset)) {
    planted += text.slice(last, offset) + ANCHOR_SIGN;
    last = offset;
  }
  return planted + text.slice(last);
}

/** The words of a list that is written over several lines, separated by spaces. */
export function words(...lines: readonly string[]): string {
  return lines.join(' ');
}

/**
 * A numbered division of a text: "ACTO PRIMERO", "Chapitre III. Le départ". `numbers` and
 * `ordinals`: patterns; an ordinal may also come before the word.
 */
export function numberedDivision(word: string, numbers: string, ordinals: string): RegExp {
  return new RegExp(
    `^(?:${word}\\s+${numbers}(?![\\p{L}]).{0,240}|(?:${ordinals}) ${word}(?![\\p{L}]).{0,80})$`,
    'iu',
  );
}

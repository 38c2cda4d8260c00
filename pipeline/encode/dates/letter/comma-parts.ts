import type { LetterLine } from './date-first.ts';
import { DISTRICT } from './dateline-words.ts';

/** The parts of a line between commas; a state or country stays with its town ("Richmond, Va."). */
export function commaParts({ start, text }: LetterLine): LetterLine[] {
  const parts: LetterLine[] = [];
  let at = 0;
  for (const part of text.split(/(?<=[,;]\s)/)) {
    if (part.trim() !== '') parts.push({ start: start + at, text: part.trimEnd() });
    at += part.length;
  }
  const [first, second] = parts;
  // Two names side by side are one place unless one is an institution or a street.
  if (parts.length === 2 && first && second && !/\d/.test(text) && second.text.length <= 20) {
    if (DISTRICT.test(second.text)) return [first];
    return [first, second].some(({ text: words }) => /(?:of|für|de) /.test(words)) ||
      first.text.length > 20
      ? parts
      : [{ start, text }];
  }
  return parts;
}

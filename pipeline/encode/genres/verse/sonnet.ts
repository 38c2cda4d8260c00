/** The stanzas of a sonnet. */
import type { OutlineLine } from '../../engine/outline/lines.ts';
import { linesWithWords, type VerseBlockKind } from './block-kind.ts';

/** Numbers of lines of the stanzas: the Italian and the English form. */
const FORMS = ['4,4,3,3', '4,4,4,2'];

/** What stanzas of so many lines are called. */
const NAMES: Readonly<Record<number, string>> = { 4: 'quatrain', 3: 'tercet', 2: 'couplet' };

/** What the stanza at `at` is called in a poem that has the form of a sonnet. */
export function sonnetPart(
  kinds: readonly VerseBlockKind[],
  lines: readonly (readonly OutlineLine[])[],
  at: number,
): string | undefined {
  const isEdge = (index: number) => index < 0 || index >= kinds.length || kinds[index] === 'single';
  let from = at;
  while (!isEdge(from - 1)) from--;
  let to = at;
  while (!isEdge(to + 1)) to++;
  const form: number[] = [];
  for (let index = from; index <= to; index++) {
    if (kinds[index] !== 'pages') form.push(linesWithWords(lines[index] ?? []).length);
  }
  return FORMS.includes(form.join()) ? NAMES[linesWithWords(lines[at] ?? []).length] : undefined;
}

/** The margins of one poem, from its stanzas and then its single lines. */
import type { OutlineLine } from '../../engine/outline/lines.ts';
import { type Indents, indentsOf } from '../literature/verse-lines.ts';
import type { VerseBlockKind } from './block-kind.ts';

/** `lines`: those of each block of the poem; `kinds`: the kind of each block. */
export function poemIndents(
  lines: readonly (readonly OutlineLine[])[],
  kinds: readonly VerseBlockKind[],
): Indents {
  const stanzas = lines.filter((_, at) => kinds[at] === 'stanza');
  const singles = lines.filter((_, at) => kinds[at] === 'single');
  return indentsOf((stanzas.length > 0 ? [...stanzas, ...singles] : singles).flat());
}

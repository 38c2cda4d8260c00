/** Decisions about the reading of the chosen words: its type, the lemma, none. */
import type { GridCell, GridDecision, GridWords } from '../base/types.ts';

/** The decision; or why there is none, as a sentence. */
export function readingDecision(
  does: 'type' | 'lemma' | 'clear',
  words: GridWords,
  { reading }: GridCell,
): GridDecision | string {
  if (does === 'clear') return { type: 'clear', words };
  if (does === 'lemma')
    return reading === undefined ? 'all witnesses have the same here' : { type: 'lemma', words };
  if (reading === 'orthographic') return { type: 'type', words, as: 'substantive' };
  if (reading === 'substantive') return { type: 'type', words, as: 'orthographic' };
  return 'only a reading that is not the lemma has a type';
}

/**
 * The title of a letter that has none: its writer and its dateline, in the words of the letter.
 * "Jno. M. Tuttle, Springfield Feby 12th 1863"
 */
import { foldedWords } from '../../core/text.ts';
import type { Passage } from '../engine/model.ts';
import type { DocumentTree, TreePart } from '../engine/tree.ts';
import type { TitleReading } from './title.ts';

/** A longer dateline (in characters) is no part of a title. */
const LONGEST = 120;

/** Undefined if the letter has no dateline, or several writers. */
export function titleOfLetter(
  { parts }: DocumentTree,
  { senders }: TitleReading,
): string | undefined {
  const words = foldedWords(firstDateline(parts)?.text ?? '').replace(/[.,;:\s]+$/, '');
  if (words === '' || words.length > LONGEST || senders.length > 1) return undefined;
  const [sender] = senders;
  return sender ? `${sender.words}, ${words}` : words;
}

function firstDateline(parts: readonly TreePart[]): Passage | undefined {
  for (const part of parts) {
    if (part.kind === 'passage' && part.passage.role === 'dateline') return part.passage;
    const inside = part.kind === 'group' ? firstDateline(part.parts) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

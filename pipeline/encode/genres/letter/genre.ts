/**
 * Letters: address, dateline, salutation, closing formula, signature, postscript.
 */
import { withLineFeeds } from '../../engine/outline/lines.ts';
import { outlineCorrespondence } from '../correspondence/outline.ts';
import type { Evidence } from '../evidence.ts';
import type { Genre, Recognition } from '../genre.ts';

export const letter: Genre = {
  name: 'letter',
  title: 'a letter',
  recognize,
  outline: ({ id, layout }) => outlineCorrespondence(layout, id),
  header: { correspondence: true },
};

/** A salutation or closing formula is short (in characters). */
const SHORT = 90;
/** How far from the beginning a salutation stands, and from the end a closing formula (in blocks). */
const FRONT = 12;
const END = 8;

function recognize({ title, blocks, language }: Evidence): Recognition {
  const reasons: string[] = [];
  let score = 0;
  const short = (text: string) => text.length <= SHORT;
  if (blocks.slice(0, FRONT).some((block) => short(block.text) && language.salutation.test(block.text))) {
    score += 0.4;
    reasons.push('a salutation');
  }
  if (blocks.slice(-END).some((block) => short(block.text) && language.closing.test(withLineFeeds(block)))) {
    score += 0.35;
    reasons.push('a closing formula');
  }
  const to = language.toWord === '' ? undefined : new RegExp(`^\\p{Lu}.{2,80} (?:${language.toWord}) .*\\p{Lu}`, 'u');
  if (to?.test(title)) {
    score += 0.35;
    reasons.push('a title with sender and addressee');
  }
  return { score: Math.min(score, 0.95), reasons };
}

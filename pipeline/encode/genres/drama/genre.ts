/**
 * Drama: acts and scenes, speeches, stage directions.
 */
import { counted, type Evidence } from '../evidence.ts';
import { type Genre, NONE, type Recognition } from '../genre.ts';
import { outlineDrama } from './outline.ts';
import { speakerAt } from './speakers.ts';

export const drama: Genre = {
  name: 'drama',
  title: 'a play',
  recognize,
  outline: outlineDrama,
  header: { correspondence: false },
};

/** Many blocks begin with one of a few names in capitals that come again and again. */
function recognize({ lines, blocks, language }: Evidence): Recognition {
  const counts = new Map<string, number>();
  for (const block of lines) {
    const name = speakerAt(block[0]?.text ?? '')?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const speeches = [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
  if (speeches < 4 || blocks.length === 0) return NONE;
  const share = speeches / blocks.length;
  const { act, scene } = language.divisions;
  const divided = blocks.some(({ text }) => act?.test(text) || scene?.test(text));
  const score = Math.min(0.98, 0.35 + 0.7 * share + (divided ? 0.15 : 0));
  return {
    score: share < 0.2 ? 0 : score,
    reasons: [`${counted(speeches, 'block')} of ${blocks.length} begin with the name of a speaker that recurs`],
  };
}

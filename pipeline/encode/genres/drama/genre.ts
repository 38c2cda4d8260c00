/**
 * Drama: acts and scenes, speeches, stage directions.
 */
import { counted, type GenreEvidence } from '../evidence.ts';
import { type Genre, NONE, type Recognition } from '../genre.ts';
import { castNames, isCastHeading } from './cast-list.ts';
import { isBareDirection, isDirection } from './directions.ts';
import { outlineDrama } from './outline.ts';
import { Speakers } from './speakers.ts';

export const drama: Genre = {
  name: 'drama',
  title: 'a play',
  recognize,
  outline: outlineDrama,
  header: { correspondence: false },
};

/**
 * Many lines begin with one of a few names that come again and again; acts, directions or a list of
 * characters are beside.
 */
function recognize({ lines, blocks, language }: GenreEvidence): Recognition {
  const from = lines.findIndex(
    ([first]) => first !== undefined && isCastHeading(first.text, language),
  );
  const cast = from >= 0;
  const names = castNames(
    cast
      ? lines
          .slice(from, from + 2)
          .flat()
          .slice(1)
      : [],
  );
  const speakers = new Speakers(lines, language, names);
  if (speakers.recurring < 4 || blocks.length === 0) return NONE;
  const share = Math.min(1, speakers.recurring / blocks.length);
  const { act, scene } = language.divisions;
  const divided = blocks.some(({ text }) => act?.test(text) || scene?.test(text));
  const directions = blocks.filter(
    ({ text }) => isDirection(text) || isBareDirection(text, language),
  ).length;
  // Brackets in a record of what was said are the editors': they make a play only of speakers in
  // capitals.
  const play = divided || cast || (speakers.style === 'capitals' && directions > 2);
  // Minutes and interviews name speakers too, above all in small letters or before a colon.
  const base = speakers.style === 'capitals' ? 0.35 : play ? 0.3 : 0;
  const score = Math.min(0.98, base + 0.7 * share + (play ? 0.15 : 0));
  return {
    score: share < 0.2 ? 0 : score,
    reasons: [
      `${counted(speakers.recurring, 'line')} of ${counted(blocks.length, 'block')} begin with the name of a speaker that recurs`,
      ...(divided ? ['it has acts or scenes'] : []),
      ...(cast ? ['it has a list of characters'] : []),
    ],
  };
}

/** Whether a short speech is verse or prose, decided by the speeches around it. */

import { isDirection } from '../directions/directions.ts';
import type { DramaUnit, Spoken } from '../unit.ts';
import { lengthSpoken } from './speech-form.ts';

/** How many speeches before and after decide whether one is verse. */
const NEAR = 6;

/** A single short line is verse if many of the speeches around it are. */
export function formAround(units: readonly DramaUnit[], at: number): Spoken['form'] {
  let verse = 0;
  let prose = 0;
  let speeches = 0;
  let longest = 0;
  for (const step of [-1, 1]) {
    let near = 0;
    for (let index = at + step; near < NEAR && index >= 0 && index < units.length; index += step) {
      const unit = units[index] as DramaUnit;
      if (unit.kind === 'heading' && unit.heading.type !== 'scene') break;
      if (unit.kind !== 'spoken') continue;
      near++;
      speeches++;
      if (unit.form === 'verse') {
        verse++;
        longest = Math.max(longest, longestLine(unit));
      } else if (unit.form) prose++;
    }
  }
  const own = units[at];
  // Between songs the speeches are longer than their lines.
  if (own?.kind === 'spoken' && verse > 0 && longestLine(own) > longest * LONGER) return 'prose';
  if (verse > 1 && verse > prose && verse * 5 >= speeches) return 'verse';
  // If nothing near it is prose, a short speech has the form of nearly all of the play.
  return prose === 0 && isVersePlay(units) ? 'verse' : 'prose';
}

/** How much longer (as a factor) a line of prose is than the lines of a song. */
const LONGER = 1.5;

function longestLine({ lines }: Spoken): number {
  return Math.max(0, ...lines.map(({ text }) => (isDirection(text) ? 0 : lengthSpoken(text))));
}

/** In a play in verse, the proportion of verse among the speeches that show their form. */
const IN_VERSE = 0.9;

function isVersePlay(units: readonly DramaUnit[]): boolean {
  const forms = units.flatMap((unit) =>
    unit.kind === 'spoken' && unit.form !== undefined ? [unit.form] : [],
  );
  return (
    forms.length > NEAR && forms.filter((form) => form === 'verse').length > forms.length * IN_VERSE
  );
}

/** Whether a short speech is verse or prose, decided by the speeches around it. */

import type { DramaUnit, Spoken } from './units.ts';

/** How many speeches before and behind tell whether one is verse. */
const NEAR = 6;

/** A single short line is verse where many of the speeches around it are. */
export function formAround(units: readonly DramaUnit[], at: number): Spoken['form'] {
  let verse = 0;
  let prose = 0;
  let speeches = 0;
  for (const step of [-1, 1]) {
    let near = 0;
    for (let index = at + step; near < NEAR && index >= 0 && index < units.length; index += step) {
      const unit = units[index] as DramaUnit;
      if (unit.kind === 'heading' && unit.heading.type !== 'scene') break;
      if (unit.kind !== 'spoken') continue;
      near++;
      speeches++;
      if (unit.form === 'verse') verse++;
      else if (unit.form) prose++;
    }
  }
  return verse > 1 && verse > prose && verse * 5 >= speeches ? 'verse' : 'prose';
}

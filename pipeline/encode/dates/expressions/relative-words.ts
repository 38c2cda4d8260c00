/** Words that name a day, year or season by its distance from the own date of a document. */
import type { PartOfYear } from '../values/moment.ts';

export const DAY_WORDS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

export const STEP: Readonly<Record<string, number>> = {
  last: -1,
  this: 0,
  next: 1,
  past: 0,
  coming: 0,
};

export const SEASON_PARTS: Readonly<Record<string, PartOfYear>> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
};

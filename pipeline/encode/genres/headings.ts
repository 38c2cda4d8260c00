/**
 * Headings that a language knows: acts, scenes, chapters, and their ranks.
 */
import type { DivisionType, Language } from '../languages/language.ts';

/** Ranks from the highest: parts and books hold acts and chapters, acts hold scenes. */
const RANK: Readonly<Record<DivisionType, number>> = {
  part: 0,
  book: 0,
  act: 1,
  canto: 1,
  preface: 1,
  chapter: 2,
  scene: 2,
  letter: 2,
  poem: 2,
};

export interface KnownHeading {
  readonly type: DivisionType;
  readonly rank: number;
}

/** "IV", "IV.", "12", "12.", "§ 3", "* * *" is none. */
const NUMBER_ALONE = /^(?:§ ?)?(?:[IVXLC]{1,8}|\d{1,3})\.?$/;

/** Whether a line is only a number, as chapters and poems have it. */
export function isNumberAlone(text: string): boolean {
  return NUMBER_ALONE.test(text.trim());
}

/** The kind of division that a line is the heading of; nothing where no word of the language says so. */
export function knownHeading(text: string, language: Language): KnownHeading | undefined {
  const line = text.trim().replace(/^\[(.*)\]$/u, '$1');
  for (const [type, form] of Object.entries(language.divisions) as [DivisionType, RegExp][]) {
    if (form.test(line)) return { type, rank: RANK[type] };
  }
  return undefined;
}

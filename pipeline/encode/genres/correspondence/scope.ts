/**
 * What all rules for a letter's zones share: who makes its passages, in which language it is, what
 * is known of its day.
 */
import type { KnownDay } from '../../dates/letter-day.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { Language } from '../../languages/language.ts';

export interface LetterScope {
  readonly make: PassageMaker;
  readonly language: Language;
  /** The day that the title tells. */
  readonly known?: KnownDay;
  /**
   * A private letter, no paper of an office: lone lines at its head are addresses, paragraphs
   * behind its signature postscripts.
   */
  readonly personal: boolean;
}

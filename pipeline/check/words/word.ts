/**
 * Words as they are compared between a source and its document.
 *
 * A word is a run of letters, a run of digits, or any other single character that is no white
 * space.
 */
import type { TextPosition } from '../../xml/decode.ts';

export const WORD = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;

export interface SourceWord {
  readonly text: string;
  /** The word is the first of a paragraph, a heading, an item … */
  readonly begins: boolean;
  /** Its place in the source; undefined if the format has no lines. */
  readonly place: TextPosition | undefined;
}

export interface TeiWord {
  /** All its letters. */
  readonly text: string;
  /**
   * Without letters that an editor added, marked as such: the source must have these. Empty for an
   * editor's word.
   */
  readonly required: string;
  /**
   * What the source may have instead of all letters where editors added letters within additions:
   * "Barrios" of `<supplied>Barrio<supplied>s</supplied></supplied>` may be "Barrio" there.
   */
  readonly shorter: readonly string[];
  /**
   * An editor's reading in place of the source's (`corr`, `reg`, `expan`, `gap`): words of the
   * source may be missing beside it.
   */
  readonly replaces: boolean;
  readonly place: TextPosition;
}

/** The words of a document: the main text, and its notes, each in document order. */
export interface TextWords<Word> {
  readonly main: readonly Word[];
  readonly notes: readonly NoteWords<Word>[];
}

export interface NoteWords<Word> {
  /** The note's number; empty for a note without one. */
  readonly n: string;
  readonly words: readonly Word[];
}

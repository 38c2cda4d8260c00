/** Divides running text into words and punctuation marks. */
import { ANY_LETTER, ANY_RUN } from '../align/edit-distance.ts';
import type { AlignedFormKind } from '../align/forms.ts';

interface TokenPiece {
  readonly text: string;
  readonly kind: AlignedFormKind;
  readonly start: number;
  readonly end: number;
  readonly space: boolean;
}

/** A letter, digit or accent; characters of a private-use area are letters of medieval fonts. */
const LETTER = String.raw`[\p{L}\p{M}\p{N}\p{Co}\u{1FBD}\u{2E22}-\u{2E25}${ANY_RUN}${ANY_LETTER}]`;
/**
 * Characters that may be between two letters of one word: apostrophe, hyphen, the point of "p.m".
 */
const INSIDE = `(?:['’‘\\-‐‑·.]|\\p{Sk})`;
/** Letters that an editor has put in brackets within a word. */
const BRACKETED = `(?:\\(${LETTER}+\\)|\\[${LETTER}+\\]|⟨${LETTER}+⟩|<${LETTER}+>)`;
const WORD = `${LETTER}+(?:${BRACKETED}|${INSIDE}?${LETTER}+)*\\p{Sk}*`;
const PIECE = new RegExp(`(?<word>${WORD})|(?<mark>[^\\s])\\k<mark>*`, 'gu');

/** The tokens of a text in order; white space is not a token. */
export function tokenizeWitness(text: string): TokenPiece[] {
  const pieces: TokenPiece[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [piece] = match;
    const end = match.index + piece.length;
    const space = end < text.length && /\s/.test(text[end] as string);
    if (match.groups?.['word'] === undefined)
      pieces.push({ text: piece, kind: 'punctuation', start: match.index, end, space });
    else pieces.push(...wordPieces(piece, match.index, space));
  }
  return pieces;
}

/** A word; successive gaps are one gap each. */
function wordPieces(text: string, start: number, space: boolean): TokenPiece[] {
  if (text.replaceAll(ANY_RUN, '') !== '')
    return [{ text, kind: 'word', start, end: start + text.length, space }];
  return [...text].map((gap, at) => ({
    text: gap,
    kind: 'gap',
    start: start + at,
    end: start + at + 1,
    space: at === text.length - 1 && space,
  }));
}

/** Persons of one or two letters, as in German diaries: "mit F.", "H.s Freund", "D. M.". */
import type { NameToken } from '../words/tokens.ts';
import type { SearchState, WordEvidence } from './evidence.ts';

/** "F. ist da", "Mz. Rh.", "Absch. souper": letters or the beginning of a word, and a full stop. */
export function isShortened(tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (token.initial) return true;
  if (!next?.gap.startsWith('.')) return false;
  return (
    token.text.length < 3 || (/^\. ?$/.test(next.gap) && !next.capital && /^\p{L}/u.test(next.text))
  );
}

/** "mit F.", "bei Mz.", "die J.", "H.s Freund": names of persons in German diaries. */
export function isInitialOfPerson(
  { tokens, words }: SearchState,
  at: number,
  own: WordEvidence | undefined,
): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (token.text.length > 2 || /^\d/.test(next?.text ?? '')) return false;
  if (next && !/^\.|^['’]?s?[ ,]/.test(next.gap)) return false;
  // "100 M.": a unit.
  if (token.gap === ' ' && /^\d/.test(before?.text ?? '')) return false;
  if (token.initial && next?.gap === '.' && next.text === 's') return true;
  if (own && own.person >= 2 && (!token.initial || !next?.capital)) return true;
  if (before === undefined || token.gap !== ' ') return false;
  // "Brief von Mz. Abends": a full stop ends the name, whatever follows.
  if (words.sets.personPrepositions.has(before.key)) return !next?.capital || !token.initial;
  return !next?.capital && /^(?:der|die|den|dem)$/.test(before.key);
}

/**
 * A letter that is also an abbreviation ("S." for a page) names a person after "mit", and elsewhere
 * if the texts have it after "mit", "von", "zu" at least twice.
 */
export function isNamedInitial({ tokens, words, evidence }: SearchState, at: number): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (!words.lexicon.capitalNouns || !token.initial || !next) return false;
  if (!next.gap.startsWith('.') || /^\d/.test(next.text)) return false;
  if ((evidence.get(token.key)?.person ?? 0) >= 2) return true;
  return token.gap === ' ' && /^(?:mit|bei)$/.test(tokens[at - 1]?.key ?? '');
}

/** "D. M.": not "N. Fr. Pr.", not "P. S.". */
export function isPairOfInitials(tokens: readonly NameToken[], at: number): boolean {
  const [one, other, next] = tokens.slice(at, at + 3);
  if (!one?.initial || !other?.initial || other.gap !== '. ' || tokens[at - 1]?.initial)
    return false;
  if (/^\d/.test(next?.text ?? '') || !/^\./.test(next?.gap ?? '.')) return false;
  // "mit P. M. Prater".
  const led = one.gap === ' ' && /^(?:mit|bei|zu|von|an)$/.test(tokens[at - 1]?.key ?? '');
  if (next?.capital && !led) return false;
  return !/^(?:ps|nb|kk|uu|um|zb|dh|wo|so|no|nw)$/.test(one.key + other.key);
}

/** The last word is a letter before a full stop or another character, not a word. */
export function isLastInitial(tokens: readonly NameToken[], end: number): boolean {
  return tokens[end - 1]?.initial === true && tokens[end]?.gap !== ' ';
}

/**
 * "S. S. Falaba" and "H. M. S. Hood" are ships, "I. Wollzeile" is an address, "P. S." is not a
 * person.
 */
export function isNumberOrShip(initials: readonly NameToken[]): boolean {
  return /^(?:s ?s|h m s|u s s|p s|[ivx]|n b)$/.test(initials.map(({ key }) => key).join(' '));
}

/** Spanish "P. D.", German "N. S.": also the initials of persons, unlike "P. S." and "N. B.". */
export function isPostscriptMark(initials: readonly NameToken[]): boolean {
  return /^(?:p d|n s)$/.test(initials.map(({ key }) => key).join(' '));
}

import { perLanguage } from './per-language.ts';

/** A text that begins with a word for a letter: "Schreiben vom 19. April", "Letter 23". */
export const letterKind = perLanguage(
  ({ letters: { kinds } }) => new RegExp(String.raw`^(?:${kinds})(?!\p{L})`, 'iu'),
);

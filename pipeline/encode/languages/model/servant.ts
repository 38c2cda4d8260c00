/** The end of a formula of service, in the language of a letter: "Your obedient servant,". */
import type { Language } from './language.ts';
import { perLanguage } from './per-language.ts';

const servantPattern = perLanguage(
  ({ letters }) => new RegExp(`(?<!\\p{L})(?:${letters.servant})[,.]?$`, 'iu'),
);

/** Whether a line ends with a word for a servant, as a whole word. */
export function endsWithServant(line: string, language: Language): boolean {
  return servantPattern(language).test(line);
}

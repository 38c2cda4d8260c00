/**
 * The language of a document's title, which an editor may have written in another language than the
 * text's.
 */
import { readTitleDay } from '../dates/letter/title-day.ts';
import type { Language } from '../languages/model/language.ts';
import { letterKind } from '../languages/model/letter-kinds.ts';
import { LETTER_LANGUAGES } from '../languages/table.ts';
import { partiesOf } from './parties/title-parties.ts';
import { statedParties } from './title.ts';

/**
 * The text's own language, unless the title names the parties of a letter only in another one
 * ("Pradines Frères an Alfred Escher, Glovelier, 1. Januar 1877" above a French text).
 */
export function titleLanguage(title: string, own: Language): Language {
  if (statedParties(title, own)) return own;
  const others = LETTER_LANGUAGES.filter(({ tag }) => tag !== own.tag);
  const stated = others.map((language) => statedParties(title, language));
  const named = others[stated.indexOf('both')] ?? others[stated.indexOf('addressee')];
  if (named) return named;
  const called = namesKind(title, own)
    ? undefined
    : others.find(
        (language) =>
          namesKind(title, language) &&
          (readTitleDay(title, language) ?? partiesOf(title, language)?.to) !== undefined,
      );
  if (called) return called;
  if (readTitleDay(title, own)) return own;
  return others.find((language) => readTitleDay(title, language)?.atEnd) ?? own;
}

/** "Schreiben vom 19. April 1833": the title begins with a word for a letter. */
function namesKind(title: string, language: Language): boolean {
  return letterKind(language).test(title);
}

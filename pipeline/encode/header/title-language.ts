/**
 * The language of a document's title, which an editor may have written in another language than the
 * text's.
 */
import { readTitleDay } from '../dates/letter/title-day.ts';
import type { Language } from '../languages/model/language.ts';
import { LANGUAGES } from '../languages/table.ts';
import { statesAddressee, statesLetter } from './title.ts';

/**
 * The text's own language, unless the title names the parties of a letter only in another one
 * ("Pradines Frères an Alfred Escher, Glovelier, 1. Januar 1877" above a French text).
 */
export function titleLanguage(title: string, own: Language): Language {
  if (statesLetter(title, own) || statesAddressee(title, own)) return own;
  const others = LANGUAGES.filter(({ tag }) => tag !== own.tag);
  return (
    others.find((language) => statesLetter(title, language)) ??
    others.find((language) => statesAddressee(title, language)) ??
    (readTitleDay(title, own)
      ? own
      : (others.find((language) => readTitleDay(title, language)?.atEnd) ?? own))
  );
}

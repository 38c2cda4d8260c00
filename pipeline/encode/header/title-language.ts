/** The language of a document's title, which an editor may have written in another than the text's. */
import { readTitleDay } from '../dates/letter/letter-day.ts';
import type { Language } from '../languages/model/language.ts';
import { LANGUAGES } from '../languages/table.ts';
import { statesAddressee, statesLetter } from './title.ts';

/**
 * The text's own language, unless only in another one the title states a letter ("Pradines Frères
 * an Alfred Escher, Glovelier, 1. Januar 1877" over a French text).
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

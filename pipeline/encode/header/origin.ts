/**
 * Date and place of writing from the edition's register.
 *
 * Takes an entry of the register. Returns the origin, with the entry's certainty on date and place.
 */
import type { Certainty } from '../../authorities/model.ts';
import { readTitleDay } from '../dates/letter/title-day.ts';
import type { DocumentTree } from '../engine/tree.ts';
import type { Language } from '../languages/model/language.ts';
import type { EditionHeader, Registered } from './edition/edition-header.ts';
import type { Origin } from './facts.ts';
import { isSameTitle, placeInTitle } from './title.ts';
import { titleLanguage } from './title-language.ts';

/** The date and place in the register, as `Origin`. */
function registeredOrigin(entry: Registered): Origin {
  const { dating, place, evidence, form, formEvidence } = entry;
  return {
    ...(dating
      ? { date: { words: dating.words, attributes: datable(dating, dating.certainty) } }
      : {}),
    ...(place
      ? {
          place: {
            words: place.words,
            attributes: {
              ...(place.target ? { ref: `#${place.target}` } : {}),
              ...(place.certainty ? { cert: place.certainty } : {}),
            },
          },
        }
      : {}),
    ...(evidence ? { evidence } : {}),
    ...(form ? { form } : {}),
    ...(formEvidence ? { formEvidence } : {}),
  };
}

function datable(
  dating: NonNullable<Registered['dating']>,
  certainty: Certainty | undefined,
): Record<string, string> {
  const { words: _words, certainty: _certainty, ...given } = dating;
  return { ...given, ...(certainty ? { cert: certainty } : {}) };
}

/**
 * Date and place of writing: from the dateline, else from the edition's register, else the day in
 * the title.
 */
export function originOf(tree: DocumentTree, edition: EditionHeader, language: Language): Origin {
  const entry = edition.register.get(tree.id);
  const registered = {
    ...titled(tree, language),
    ...(entry && isSameTitle(entry.title, tree.title) ? registeredOrigin(entry) : {}),
  };
  const line = tree.dateline?.dateline;
  if (!tree.dateline || !line) return registered;
  const { text } = tree.dateline;
  const [place] = line.places;
  const [date] = line.dates;
  const dating = date?.dating;
  return {
    ...registered,
    ...(date && dating
      ? { date: { words: text.slice(date.start, date.end), attributes: { ...dating } } }
      : {}),
    ...(place && !text.slice(place.start, place.end).startsWith('[')
      ? { place: { words: text.slice(place.start, place.end), attributes: {} } }
      : {}),
  };
}

/** The title of a newspaper has the number of its issue before or after the day. */
const MASTHEAD = /(?<!\p{L})(?:vol|no|nr|num|núm|n[°º])\.? ?[\dIVXLC]/iu;

/** The day at the end of the title: "Georg Brandes an Arthur Schnitzler, 17. 5. 1901". */
function titled({ head, title }: DocumentTree, own: Language): Origin {
  if (!head) return {};
  const language = titleLanguage(title, own);
  const day = readTitleDay(head.text, language);
  const { start, end, dating } = day?.date ?? {};
  if (!dating || !(day?.atEnd || MASTHEAD.test(head.text))) return {};
  const place = placeInTitle(head.text, language);
  return {
    date: { words: head.text.slice(start, end), attributes: { ...dating } },
    ...(place === undefined ? {} : { place: { words: place, attributes: {} } }),
  };
}

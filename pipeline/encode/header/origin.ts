/**
 * Date and place of writing as the edition's register states them.
 *
 * In: an entry of the register. Out: the origin, with the entry's certainty on date and place.
 */
import type { Certainty } from '../../authority/model.ts';
import type { Registered } from './edition-header.ts';
import type { Origin } from './facts.ts';

/** The date and place that the register states, as `Origin`. */
export function registeredOrigin(entry: Registered): Origin {
  const { dating, place, evidence, form, formEvidence } = entry;
  return {
    ...(dating ? { date: { words: dating.words, attributes: datable(dating, dating.certainty) } } : {}),
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

function datable(dating: NonNullable<Registered['dating']>, certainty: Certainty | undefined): Record<string, string> {
  const { words: _words, certainty: _certainty, ...given } = dating;
  return { ...given, ...(certainty ? { cert: certainty } : {}) };
}

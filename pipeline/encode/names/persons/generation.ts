/**
 * "Jr.", "Sr.", "III" after a surname and the numeral of a ruler distinguish persons of one name.
 */
import { type NameToken, wordKeys } from '../words/tokens.ts';
import type { Form, Person } from './forms/model.ts';

/** Numerals of rulers; "I" alone is a word of English. */
const NUMERAL = /^(?:[IVX]{2,}|[VX])$/;

/** "Pius X": the numeral after a name that the list has without it, or with another one. */
export function numeralAfter(tokens: readonly NameToken[], last: number): string | undefined {
  const next = tokens[last + 1];
  return next && /^\s$/.test(next.gap) && NUMERAL.test(next.text) ? next.key : undefined;
}

/**
 * The forms of the persons with the generation that the text states. Without any, those with an
 * entry that states none: a person with another generation is somebody else.
 */
export function ofGeneration(
  forms: readonly Form[],
  generation: string | undefined,
): readonly Form[] {
  if (generation === undefined) return forms;
  const same = forms.filter((form) => stated(form.person).includes(generation));
  return same.length > 0 ? same : forms.filter((form) => stated(form.person).length === 0);
}

/** What the entry's names state: "Jr." of a listed name, the numeral of "Pius IX". */
function stated({ entry: { names } }: Person): readonly string[] {
  return names.flatMap(({ full, generation = '' }) => {
    const numeral = /\s([IVX]{2,}|[VX])$/.exec(full.split(',')[0] ?? '')?.[1] ?? '';
    return wordKeys(`${generation} ${numeral}`);
  });
}

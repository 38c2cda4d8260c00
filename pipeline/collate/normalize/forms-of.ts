/** The normalized forms of all tokens, used for the alignment and for the types of readings. */
import { ANY_LETTER } from '../align/edit-distance.ts';
import type { Witness, WitnessToken } from '../model/model.ts';
import type { Locator } from '../rules/locate.ts';
import type { RegularizeRule } from '../rules/model.ts';
import { normalized, type Stage } from './stages.ts';

/** By witness and token a form that an editor has decided on. */
export type DecidedForms = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The forms that rules define; rules that match nothing are reported. */
export function decidedForms(rules: readonly RegularizeRule[], locator: Locator): DecidedForms {
  const decided = new Map<number, Map<number, string>>();
  for (const rule of rules) {
    const at = rule.at && locator.locate(rule.at, rule);
    if (rule.at && !at) continue;
    const places = at ? [at] : locator.everywhere(rule.from, rule.witness);
    if (places.length === 0) locator.stale(rule, `no witness has “${rule.from}”`);
    for (const { witness, from } of places) {
      const forms = decided.get(witness) ?? new Map<number, string>();
      forms.set(from, rule.to);
      decided.set(witness, forms);
    }
  }
  return decided;
}

/**
 * By witness the form of each token after all stages. `loosely`, for the alignment: barely readable
 * letters match any letter, and errors count as their corrections.
 */
export function normalizedForms(
  witnesses: readonly Witness[],
  stages: readonly Stage[],
  decided: DecidedForms,
  loosely: boolean,
): string[][] {
  const cache = new Map<string, string>();
  return witnesses.map(({ tokens }, witness) =>
    tokens.map((token, at) => {
      const given =
        decided.get(witness)?.get(at) ?? token.regular ?? (loosely ? token.corrected : undefined);
      const form = given ?? (loosely ? wildText(token) : token.text);
      let made = cache.get(form);
      if (made === undefined) {
        made = normalized(form, stages) || form;
        cache.set(form, made);
      }
      return made;
    }),
  );
}

/** Barely readable letters match any letter, if others of the word can be read. */
function wildText({ text, marks }: WitnessToken): string {
  const unclear = marks.filter(({ element }) => element === 'unclear');
  const count = unclear.reduce((sum, { start, end }) => sum + end - start, 0);
  if (count === 0 || count >= text.length) return text;
  return unclear.reduce(
    (made, { start, end }) =>
      made.slice(0, start) + ANY_LETTER.repeat(end - start) + made.slice(end),
    text,
  );
}

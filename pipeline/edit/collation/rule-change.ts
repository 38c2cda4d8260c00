/** The change of the rules that a decision in the grid makes. */
import type { RuleChange, RuleValue } from '../../collate/rules/edit-file.ts';
import type { LocatedWords } from '../../collate/rules/locate.ts';
import type { WitnessReference } from '../../collate/rules/model.ts';
import { referenceTo } from '../../collate/rules/references.ts';
import { PatchRefusal } from '../patch/model.ts';
import type { AlignedCollation } from './aligned.ts';
import type { GridDecision, GridWords } from './model.ts';

/** `resp`: who decides. Throws a `PatchRefusal` if the decision is not possible. */
export function ruleChangeFor(
  aligned: AlignedCollation,
  decision: GridDecision,
  resp: string,
): RuleChange {
  if (decision.type === 'remove') {
    const rule = aligned.values[decision.index];
    if (!rule) throw new PatchRefusal('there is no such decision any more');
    return { removed: [rule], added: [] };
  }
  const tokens = tokensOf(aligned, decision.words);
  if (decision.type === 'clear') {
    const removed = earlierRules(aligned, ['align', 'regularize', 'type', 'lemma'], tokens);
    if (removed.length === 0)
      throw new PatchRefusal('there is no decision about these words; the list has all decisions');
    return { removed, added: [] };
  }
  const at = referenceOf(aligned, tokens);
  switch (decision.type) {
    case 'align': {
      const other = tokensOf(aligned, decision.with);
      if (other.witness === tokens.witness)
        throw new PatchRefusal('words are aligned with words of another witness');
      const count = Math.min(other.to - other.from, tokens.to - tokens.from);
      const shortened = { ...other, to: other.from + count };
      const align = [at, referenceOf(aligned, shortened)];
      return change(earlierRules(aligned, ['align'], tokens), { align, resp });
    }
    case 'regularize': {
      if (tokens.to - tokens.from > 1)
        throw new PatchRefusal('choose one word: a form is regularized, not a phrase');
      const to = decision.to.trim();
      if (to === '') throw new PatchRefusal('write the form that the word counts as');
      const scope =
        decision.where === 'here'
          ? { at }
          : decision.where === 'witness'
            ? { witness: at.witness }
            : {};
      const earlier =
        decision.where === 'here' ? earlierRules(aligned, ['regularize'], tokens) : [];
      return change(earlier, { regularize: at.words, to, ...scope, resp });
    }
    case 'type':
      return change(earlierRules(aligned, ['type'], tokens), { type: at, as: decision.as, resp });
    case 'lemma':
      return change(earlierLemmas(aligned, decision.words), { lemma: at, resp });
    default:
      throw new PatchRefusal('there is no such decision');
  }
}

function change(removed: readonly RuleValue[], added: RuleValue): RuleChange {
  return { removed, added: [added] };
}

/** The tokens of the chosen columns. */
function tokensOf({ table }: AlignedCollation, words: GridWords | undefined): LocatedWords {
  const { witness, from, to } = words ?? { witness: -1, from: -1, to: -1 };
  const cells = table.cells[witness];
  const columns = [from, to].every((column) => Number.isInteger(column) && column >= 0);
  const chosen =
    cells && columns
      ? [...cells.subarray(Math.min(from, to), Math.max(from, to) + 1)].filter((one) => one >= 0)
      : [];
  const [first] = chosen;
  if (first === undefined) throw new PatchRefusal('the witness has no word here; choose a word');
  return { witness, from: first, to: first + chosen.length };
}

function referenceOf({ table }: AlignedCollation, words: LocatedWords): WitnessReference {
  const reference = referenceTo(table.witnesses, words);
  if (reference) return reference;
  throw new PatchRefusal(
    'a rule cannot name these words (the file of the witness has words with spaces inside); ' +
      'choose others',
  );
}

/** Rules of these kinds that name one of the words. */
function earlierRules(
  { located, settings, values }: AlignedCollation,
  kinds: readonly string[],
  { witness, from, to }: LocatedWords,
): RuleValue[] {
  return settings.rules.flatMap((rule, index) => {
    // An alignment belongs to the word that was moved, the first one.
    const places = located[index] ?? [];
    const own = rule.kind === 'align' ? places.slice(0, 1) : places;
    const names = own.some(
      (place) => place.witness === witness && place.from < to && from < place.to,
    );
    const value = values[index];
    return names && value && kinds.includes(rule.kind) ? [value] : [];
  });
}

/** Choices of another lemma for the same columns. */
function earlierLemmas(
  { located, settings, values, table }: AlignedCollation,
  { from, to }: GridWords,
): RuleValue[] {
  return settings.rules.flatMap((rule, index) => {
    if (rule.kind !== 'lemma') return [];
    const isHere = (located[index] ?? []).some((place) => {
      const row = table.cells[place.witness] ?? new Int32Array();
      for (let column = Math.min(from, to); column <= Math.max(from, to); column++) {
        const token = row[column] ?? -1;
        if (token >= place.from && token < place.to) return true;
      }
      return false;
    });
    const value = values[index];
    return isHere && value ? [value] : [];
  });
}

/** Compares an edition with the lists of criteria. */
import { EVIDENCE } from './evidence/table.ts';
import { LISTS } from './lists/lists.ts';
import type { StandardFacts } from './model/facts.ts';
import type {
  Criterion,
  CriterionEvidence,
  CriterionState,
  CriterionVerdict,
  JudgedList,
} from './model/model.ts';

export const CRITERION_STATES: readonly CriterionState[] = [
  'met',
  'partly',
  'missing',
  'none',
  'reviewer',
];

export function judgeEdition(facts: StandardFacts): readonly JudgedList[] {
  const known = new Map<string, CriterionEvidence>();
  const evidenceOf = (key: string): CriterionEvidence => {
    const judge = EVIDENCE.get(key);
    if (!judge) throw new Error(`no evidence is called ${key}`);
    const found = known.get(key) ?? judge(facts);
    known.set(key, found);
    return found;
  };
  return LISTS.map(({ criteria, ...list }) => {
    const verdicts = criteria.map((criterion) => verdictOf(criterion, evidenceOf));
    const counts = Object.fromEntries(
      CRITERION_STATES.map((state) => [
        state,
        verdicts.filter((one) => one.state === state).length,
      ]),
    ) as Record<CriterionState, number>;
    return { ...list, verdicts, counts };
  });
}

function verdictOf(
  criterion: Criterion,
  evidenceOf: (key: string) => CriterionEvidence,
): CriterionVerdict {
  const evidence = criterion.by.map((key) => ({ key, ...evidenceOf(key) }));
  return { ...criterion, evidence, state: together(evidence.map(({ state }) => state)) };
}

/**
 * “none” (not required by the material) counts only if there is no other verdict. If everything
 * that a program can examine is met and the rest needs a reader's judgement, the verdict is
 * “reviewer”.
 */
function together(all: readonly CriterionState[]): CriterionState {
  const states = all.filter((state) => state !== 'none' && state !== 'reviewer');
  if (states.length === 0) return all.includes('reviewer') ? 'reviewer' : 'none';
  if (states.every((state) => state === 'met'))
    return all.includes('reviewer') ? 'reviewer' : 'met';
  return states.every((state) => state === 'missing') ? 'missing' : 'partly';
}

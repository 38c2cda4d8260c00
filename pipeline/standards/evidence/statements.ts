/** Evidence from the editor's statements, each under the key `says.KEY`. */
import { shortened } from '../../core/text.ts';
import { STATEMENTS, type StatementKey, statement } from '../../edition/about/statements.ts';
import type { JudgeCriterion } from './criterion.ts';
import { evidencePlace, met, unmet } from './places.ts';

/** How many words of a statement are quoted. */
const QUOTED = 60;

export const STATEMENT_EVIDENCE: Readonly<Record<string, JudgeCriterion>> = Object.fromEntries(
  (Object.keys(STATEMENTS) as StatementKey[]).map((key) => [`says.${key}`, judgeOf(key)]),
);

function judgeOf(key: StatementKey): JudgeCriterion {
  const { type, ask } = STATEMENTS[key];
  return (facts) => {
    const { text, at } = statement(facts.root, key);
    if (text !== '') return met(`edition.xml says: “${shortened(text, QUOTED)}”`);
    const element = `<div type="about"> … <div type="${type}">`;
    return unmet('missing', `the header does not say ${ask}`, evidencePlace(facts, at, element));
  };
}

/** Evidence from the editor's statements, each under the key `says.KEY`. */
import { shortened } from '../../core/text.ts';
import { STATEMENTS, type StatementKey, statement } from '../../edition/about/statements.ts';
import { attribute, type TreeElement, textOf, walk } from '../../xml/tree.ts';
import type { JudgeCriterion } from './criterion.ts';
import { isDenied } from './denial.ts';
import { evidencePlace, met, unmet } from './places.ts';

/** How many words of a statement are quoted. */
const QUOTED = 60;

/**
 * Statements that a sentence can also deny ("no institution is named yet"): they are met only where
 * an element names the thing, in a sentence without a word of denial. A program does not understand
 * the sentence; a reader decides.
 */
const NAMED: Partial<Record<StatementKey, { names: Names; element: string }>> = {
  keeper: { names: (one) => NAMES.has(one.local) && textOf(one).trim() !== '', element: 'orgName' },
  archiving: { names: isAddress, element: 'ref' },
};

type Names = (element: TreeElement) => boolean;

const NAMES: ReadonlySet<string> = new Set(['orgName', 'distributor']);

export const STATEMENT_EVIDENCE: Readonly<Record<string, JudgeCriterion>> = Object.fromEntries(
  (Object.keys(STATEMENTS) as StatementKey[]).map((key) => [`says.${key}`, judgeOf(key)]),
);

function judgeOf(key: StatementKey): JudgeCriterion {
  const { type, ask } = STATEMENTS[key];
  return (facts) => {
    const { text, at } = statement(facts.root, key);
    const named = NAMED[key];
    if (text !== '') {
      const says = `edition.xml says: “${shortened(text, QUOTED)}”`;
      if (!named) return met(says);
      const names = [...walk(at)].filter(named.names);
      if (names.some((one) => !isDenied(one))) return met(says);
      const doubt =
        names.length > 0
          ? 'the sentence may deny or only plan it'
          : `no <${named.element}> names it`;
      const why = `${says}; ${doubt}, so only a reader can decide`;
      return unmet('reviewer', why, evidencePlace(facts, at, `<${named.element}>`));
    }
    const element = `<div type="about"> … <div type="${type}">`;
    return unmet('missing', `the header does not say ${ask}`, evidencePlace(facts, at, element));
  };
}

/** A link to a web page, or an identifier. */
function isAddress(element: TreeElement): boolean {
  if (element.local === 'idno') return textOf(element).trim() !== '';
  return /^https?:\/\//i.test(attribute(element, 'target') ?? '');
}

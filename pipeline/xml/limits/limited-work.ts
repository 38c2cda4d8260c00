/**
 * The work of a limited process (limited-process.ts).
 *
 * Takes the kind of work. Returns a function that answers questions.
 */
import { InputError, inputErrorOf } from '../../core/finding.ts';
import { RelaxNg } from '../relaxng/relaxng.ts';
import { compileStylesheet } from '../saxon/xslt.ts';
import { watchedStep } from '../schematron/generated-stylesheet.ts';
import { runRules } from '../schematron/schematron.ts';
import { readTree } from '../tree.ts';
import type { LimitedKind, LimitedWork } from './limited-process.ts';

type Answerer<Kind extends LimitedKind> = (
  question: LimitedWork[Kind]['question'],
  report: (step: number) => void,
) => Promise<LimitedWork[Kind]['answer']>;

const WORK: { readonly [Kind in LimitedKind]: () => Answerer<Kind> } = {
  rules:
    () =>
    async ({ stylesheet, cache, text, skip = [] }, report) => {
      const compiled = await compileStylesheet(stylesheet, cache).catch(inputErrorOf);
      if (compiled instanceof InputError) return { errors: compiled.findings };
      if (text === undefined) return { results: [] };
      let step = 0;
      const onMessage = (message: string): void => {
        const { rule, inContext } = watchedStep(message);
        step = inContext ? 2 * rule : 2 * rule + 1;
        report(step);
      };
      try {
        return { results: runRules(compiled, text, { skip, onMessage }) };
      } catch (error) {
        return { failed: error instanceof Error ? error.message : String(error), step };
      }
    },
  grammar: () => {
    let grammar: Promise<RelaxNg | InputError> | undefined;
    return async ({ schema, document }) => {
      grammar ??= RelaxNg.compile(schema).catch(inputErrorOf);
      const compiled = await grammar;
      if (compiled instanceof InputError) return { findings: compiled.findings, ofSchema: true };
      if (!document) return { findings: [], ofSchema: false };
      const { text, path } = document;
      return {
        findings: compiled.validate(text, readTree({ path, content: text }), path),
        ofSchema: false,
      };
    };
  },
};

/** `report`: called with each step. */
export function answerer<Kind extends LimitedKind>(
  kind: Kind,
  report: (step: number) => void,
): (question: LimitedWork[Kind]['question']) => Promise<LimitedWork[Kind]['answer']> {
  const answer = WORK[kind]();
  return (question) => answer(question, report);
}

/**
 * Whether a merged document is as valid as the two that it was made from.
 *
 * In: an edition, whose schemas are compiled when the first merge asks. Out: the errors that only the merged document has.
 */
<<<<<<< HEAD:pipeline/encode/engine/merge/validity.ts
import type { RelaxNg } from '../../../check/relaxng.ts';
import type { Schematron } from '../../../check/schematron.ts';
import type { Edition } from '../../../edition.ts';
import type { Finding } from '../../../finding.ts';
import { readTree } from '../../../xml/tree.ts';
=======
import type { RelaxNg } from '../../check/relaxng.ts';
import type { Schematron } from '../../check/schematron/schematron.ts';
import type { Edition } from '../../edition.ts';
import type { Finding } from '../../finding.ts';
import { readTree } from '../../xml/tree.ts';
>>>>>>> db88ed9 (Schematron and RELAX NG of others: rules are parsed and judged by an allow list, and run in a process with limits of time and memory; dates in any TEI):pipeline/encode/merge/validity.ts

export class MergeCheck {
  readonly #edition: Edition;
  #schemas: { readonly grammar: RelaxNg; readonly rules: Schematron } | undefined;

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  /** The errors of `merged` that neither the edited document nor the fresh encoding has. */
  async newErrors(merged: string, edited: string, fresh: string, path: string): Promise<readonly Finding[]> {
    const found = await this.#errors(merged, path);
    if (found.length === 0) return [];
    const before = [...(await this.#errors(edited, path)), ...(await this.#errors(fresh, path))];
    const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`));
    return found.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
  }

  dispose(): void {
    this.#schemas?.grammar.dispose();
  }

  async #errors(tei: string, path: string): Promise<Finding[]> {
    this.#schemas ??= await this.#compile();
    const { grammar, rules } = this.#schemas;
    const root = readTree({ path, content: tei });
    return [...grammar.validate(tei, root, path), ...rules.validate(tei, root, path)].filter(
      ({ severity }) => severity === 'error',
    );
  }

  async #compile(): Promise<{ grammar: RelaxNg; rules: Schematron }> {
<<<<<<< HEAD:pipeline/encode/engine/merge/validity.ts
    const { RelaxNg } = await import('../../../check/relaxng.ts');
    const { Schematron } = await import('../../../check/schematron.ts');
=======
    const { RelaxNg } = await import('../../check/relaxng.ts');
    const { Schematron } = await import('../../check/schematron/schematron.ts');
>>>>>>> db88ed9 (Schematron and RELAX NG of others: rules are parsed and judged by an allow list, and run in a process with limits of time and memory; dates in any TEI):pipeline/encode/merge/validity.ts
    const rules = await Schematron.compile(this.#edition.sch, this.#edition.cache);
    return { grammar: await RelaxNg.compile(this.#edition.rng), rules };
  }
}

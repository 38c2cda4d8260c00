/**
 * Whether a merged document is as valid as the two that it was made from.
 *
 * Takes an edition; its schemas are compiled at the first merge. Returns the errors that only the
 * merged document has.
 */

import type { Finding } from '../../../core/finding.ts';
import type { Edition } from '../../../edition/edition.ts';
import type { SchemaValidator } from '../../../xml/relaxng/compiled-schemas.ts';
import { readTree } from '../../../xml/tree.ts';

export class MergeCheck {
  readonly #edition: Edition;
  #schemas: readonly SchemaValidator[] | undefined;

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  /** The errors of `merged` that neither the edited document nor the fresh encoding has. */
  async newErrors(
    merged: string,
    edited: string,
    fresh: string,
    path: string,
  ): Promise<readonly Finding[]> {
    const found = await this.#errors(merged, path);
    if (found.length === 0) return [];
    const before = [...(await this.#errors(edited, path)), ...(await this.#errors(fresh, path))];
    const known = new Set(before.map(({ rule, message }) => `${rule} ${message}`));
    return found.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
  }

  dispose(): void {
    for (const judge of this.#schemas ?? []) judge.dispose?.();
  }

  async #errors(tei: string, path: string): Promise<Finding[]> {
    this.#schemas ??= await this.#compile();
    const root = readTree({ path, content: tei });
    const found: Finding[] = [];
    for (const judge of this.#schemas) found.push(...(await judge.validate(tei, root, path)));
    return found.filter(({ severity }) => severity === 'error');
  }

  async #compile(): Promise<readonly SchemaValidator[]> {
    const { compileGrammar, compileRules } = await import(
      '../../../xml/relaxng/compiled-schemas.ts'
    );
    return [
      await compileGrammar(this.#edition.rng),
      await compileRules(this.#edition.sch, this.#edition.cache),
    ];
  }
}

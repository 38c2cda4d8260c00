/**
 * A RELAX NG grammar in a process of its own, with limits of time and memory: a small file can
 * describe a grammar that explodes.
 *
 * Takes the path of a schema; then documents. Returns findings, as `RelaxNg` does. A grammar that
 * takes too long is omitted from then on, with a finding that names it.
 */
import { type Finding, formatFinding, InputError, shownPath } from '../../core/finding.ts';
import { LimitError, LimitedProcess, type ProcessLimits } from '../limits/limited-process.ts';
import type { TreeElement } from '../tree.ts';

/** TEI All compiles in 13 seconds, and validates a volume of 4 MB in less than one. */
const LIMITS: ProcessLimits = { step: 60, whole: 60, megabytes: 1024, start: 60 };

export class GuardedGrammar {
  readonly #path: string;
  readonly #process: LimitedProcess<'grammar'>;
  readonly #compiled: Promise<unknown>;
  #givenUp: Finding | undefined;

  /** It is compiled at once. */
  constructor(path: string, limits: ProcessLimits = LIMITS) {
    this.#path = path;
    this.#process = new LimitedProcess('grammar', limits);
    this.#compiled = this.#process.ask({ schema: path });
    // Reported with the first document.
    this.#compiled.catch(() => {});
  }

  /** Findings about the schema. */
  get findings(): readonly Finding[] {
    return this.#givenUp ? [this.#givenUp] : [];
  }

  /** The errors in a document. Rejects with an `InputError` if the schema has an error. */
  async validate(text: string, _root: TreeElement, path: string): Promise<readonly Finding[]> {
    if (this.#givenUp) return [];
    try {
      await this.#compiled;
      const { findings, ofSchema } = await this.#process.ask({
        schema: this.#path,
        document: { text, path },
      });
      // The parser reports an error wherever the schema refers to it.
      if (ofSchema)
        throw new InputError([
          ...new Map(findings.map((one) => [formatFinding(one), one])).values(),
        ]);
      return findings;
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      const message =
        `the RELAX NG schema ${error.message} on ${path}, so no document is checked with it ` +
        `any more`;
      this.#givenUp = {
        path: shownPath(this.#path),
        severity: 'error',
        rule: 'check/grammar-stopped',
        message,
      };
      return [];
    }
  }

  dispose(): void {
    this.#process.dispose();
  }
}

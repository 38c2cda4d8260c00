/** The result of a check of several files. */
import type { Finding, Severity } from '../core/finding.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** How many files were checked. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** The schemas that were used, with the number of files. */
  readonly judgements: readonly JudgedFiles[];
}

export interface JudgedFiles {
  /** Paths as they are shown. A file without a schema is checked by `WITHOUT_SCHEMA` only. */
  readonly schemas: readonly string[];
  readonly files: number;
}

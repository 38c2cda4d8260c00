/** The result of a check of several files. */
import type { Finding, Severity } from '../core/finding.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** How many files were looked at. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** What the files were judged by, with the number of files. */
  readonly judgements: readonly JudgedFiles[];
}

export interface JudgedFiles {
  /** Paths as they are shown. Without a schema a file is judged by `WITHOUT_SCHEMA` alone. */
  readonly schemas: readonly string[];
  readonly files: number;
}

/** A finding about what several files together show: its rule begins with `ref/`. */
import { type Finding, type Severity, shownPath } from '../../core/finding.ts';
import type { Located } from '../../edition/pointers/file-pointers.ts';

export function referenceFinding(
  path: string,
  at: Located | undefined,
  severity: Severity,
  rule: string,
  message: string,
): Finding {
  const place = at ? { line: at.line, column: at.column } : {};
  return { path: at?.path ?? shownPath(path), ...place, severity, rule: `ref/${rule}`, message };
}

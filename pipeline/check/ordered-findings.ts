/** The findings of all files in their order, each once. */
import { type Finding, type Severity, shownPath } from '../core/finding.ts';
import type { CheckResult } from './model.ts';
import { NOT_FETCHED } from './own-schema.ts';

/**
 * Thousands of documents may name the same schema on the web: it is reported at the first of them,
 * with the number of the others.
 */
export function onceForEdition(findings: readonly Finding[]): Finding[] {
  const naming = new Map<string, number>();
  for (const { rule, message } of findings)
    if (rule === NOT_FETCHED) naming.set(message, (naming.get(message) ?? 0) + 1);
  const reported = new Set<string>();
  return findings.flatMap((finding) => {
    const others = (naming.get(finding.message) ?? 1) - 1;
    if (finding.rule !== NOT_FETCHED || others === 0) return [finding];
    if (reported.has(finding.message)) return [];
    reported.add(finding.message);
    return [
      {
        ...finding,
        message:
          `${finding.message} (${others} more ` +
          `${others === 1 ? 'document names' : 'documents name'} it)`,
      },
    ];
  });
}

export function orderedFindings(
  paths: readonly string[],
  all: readonly Finding[],
): Omit<CheckResult, 'judgements'> {
  const byPath = new Map<string, Finding[]>(paths.map((path) => [shownPath(path), []]));
  for (const finding of all) {
    const found = byPath.get(finding.path);
    if (found) found.push(finding);
    else byPath.set(finding.path, [finding]);
  }
  const findings = [...byPath.values()].flatMap((found) => found.sort(byPlace));
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), remark: count('remark') };
  return { findings, files: paths.length, counts };
}

function byPlace(one: Finding, other: Finding): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

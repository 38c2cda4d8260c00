/**
 * A finding: what a stage reports about an input. It says where, how severe, what is wrong and what
 * would be right.
 *
 * Takes facts from any stage. Returns lines of the form `path:line:column: error: message`
 * (CONTRIBUTING, law 7).
 */
import { relative, sep } from 'node:path';

/** `error` stops its document, `warning` should be examined, `remark` only reports. */
export type Severity = 'error' | 'warning' | 'remark';

export interface Finding {
  /** Path of the file as the user would name it. */
  readonly path: string;
  /** Line, from 1; omitted where the finding is about the file as a whole. */
  readonly line?: number;
  /** Column in UTF-16 units, from 1. */
  readonly column?: number;
  readonly severity: Severity;
  /**
   * Short stable name of the rule, for reports and SARIF: `encode/note-order`,
   * `sch/dangling-reference`.
   */
  readonly rule: string;
  /** One sentence: what is wrong, and what would be right. */
  readonly message: string;
}

/** An input cannot be used. Has the message for the user; users never see a stack trace. */
export class InputError extends Error {
  readonly findings: readonly Finding[];
  /** A consequence for the command as a whole, reported after the findings. */
  readonly outcome: string | undefined;

  constructor(findings: Finding | readonly Finding[], outcome?: string) {
    const list = Array.isArray(findings) ? (findings as readonly Finding[]) : [findings as Finding];
    super(list.map(formatFinding).join('\n'));
    this.name = 'InputError';
    this.findings = list;
    this.outcome = outcome;
  }
}

/** The command was used wrongly (exit 2). The message says how to use it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `path:line:column: severity: message [rule]`, on one line whatever the message contains. */
export function formatFinding(finding: Finding): string {
  return (
    `${visible(shownPlace(finding))}: ${finding.severity}: ${visible(finding.message)} ` +
    `[${finding.rule}]`
  );
}

/** Each finding once: several readers of a file report the same. */
export function uniqueFindings(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [formatFinding(finding), finding])).values()];
}

/** The most files for which the same message is reported at each place. */
const SHOWN_EACH = 3;

/**
 * The lines of many findings: a message that is the same in more than three files is reported once,
 * at its first place, with the number of the others and the next places. For people; a report for
 * programs has all of them (check/report.ts).
 */
export function formatFindings(findings: readonly Finding[]): string[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = alike.get(sayingOf(finding));
    if (same) same.push(finding);
    else alike.set(sayingOf(finding), [finding]);
  }
  return findings.flatMap((finding) => {
    const same = alike.get(sayingOf(finding)) ?? [];
    if (new Set(same.map(({ path }) => path)).size <= SHOWN_EACH) return [formatFinding(finding)];
    const [first, ...others] = same as [Finding, ...Finding[]];
    if (finding !== first) return [];
    const places = others
      .slice(0, SHOWN_EACH - 1)
      .map(shownPlace)
      .join(', ');
    const message = `${first.message} (and ${others.length} more of these: ${places}, …)`;
    return [formatFinding({ ...first, message })];
  });
}

/** On the error output, for people. */
export function printFindings(findings: readonly Finding[]): void {
  for (const line of formatFindings(findings)) console.error(line);
}

function sayingOf({ severity, rule, message }: Finding): string {
  return [severity, rule, message].join('\n');
}

function shownPlace({ path, line, column }: Finding): string {
  return `${path}${line === undefined ? '' : `:${line}${column ? `:${column}` : ''}`}`;
}

/** An error about the input as it is; any other is thrown again. */
export function inputErrorOf(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

/** What `read` returns; where the input cannot be read, what `otherwise` returns. */
export function ifReadable<Read, Other>(
  read: () => Read,
  otherwise: (error: InputError) => Other,
): Read | Other {
  try {
    return read();
  } catch (error) {
    return otherwise(inputErrorOf(error));
  }
}

/** A path as the user would type it: relative to the working folder where it lies inside it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith(`..${sep}..`) ? path : short;
}

/** Control characters made visible, so that a file's name or text cannot forge a line of output. */
export function visible(text: string): string {
  return text.replace(
    /\p{Cc}|\p{Zl}|\p{Zp}/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

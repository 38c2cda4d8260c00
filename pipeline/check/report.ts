/**
 * The result of a check as text: for people, for programs, and for editors and code hosts that read
 * SARIF (OASIS standard 2.1.0).
 */
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Finding, formatFinding, type Severity } from '../core/finding.ts';
import { counted } from '../core/text.ts';
import { WITHOUT_SCHEMA } from './check.ts';
import type { CheckResult, JudgedFiles } from './model.ts';

export type ReportFormat = 'text' | 'json' | 'sarif';

const WRITERS: Readonly<Record<ReportFormat, (result: CheckResult, version: string) => string>> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
};

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  remark: 'note',
};

/** `version` is the program's. The text ends without a line break. */
export function checkReport(result: CheckResult, format: ReportFormat, version: string): string {
  return WRITERS[format](result, version);
}

/** "3 files checked: 1 error, 2 warnings, 1 remark". */
function summary({ files, counts }: CheckResult): string {
  const found = (['error', 'warning', 'remark'] as const).filter(
    (severity) => counts[severity] > 0,
  );
  const said = found.map((severity) => counted(counts[severity], severity)).join(', ');
  return `${counted(files, 'file')} checked: ${said || 'nothing to report'}`;
}

/** "2 files judged by no schema: well-formedness, references, dates". */
function judgement({ schemas, files }: JudgedFiles): string {
  return (
    `${counted(files, 'file')} checked with ` +
    `${schemas.length > 0 ? schemas.join(', ') : `no schema: ${WITHOUT_SCHEMA}`}`
  );
}

function asText(result: CheckResult): string {
  return [
    ...result.findings.map(formatFinding),
    ...result.judgements.map(judgement),
    summary(result),
  ].join('\n');
}

function asJson({ findings, files, counts, judgements }: CheckResult): string {
  return JSON.stringify(
    {
      files,
      errors: counts.error,
      warnings: counts.warning,
      remarks: counts.remark,
      judgedBy: judgements.map(judgedBy),
      findings: findings.map((finding) => ({ ...finding, ...adviceIn(finding) })),
    },
    null,
    2,
  );
}

/**
 * Messages say what is wrong, and after a semicolon what to do. A semicolon in brackets or
 * quotation marks does not count.
 */
function adviceIn({ message }: Finding): { advice?: string } {
  const plain = message.replace(/“[^”]*”|\([^()]*\)|"[^"]*"/g, (quoted) =>
    '-'.repeat(quoted.length),
  );
  const at = plain.indexOf('; ');
  return at < 0 ? {} : { advice: message.slice(at + 2) };
}

function judgedBy({ schemas, files }: JudgedFiles): object {
  return { schemas, checks: WITHOUT_SCHEMA.split(', '), files };
}

function asSarif({ findings, judgements }: CheckResult, version: string): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'siglum', version, rules: ids.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        properties: { judgedBy: judgements.map(judgedBy) },
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: LEVELS[finding.severity],
          message: { text: finding.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(finding.path) },
                ...region(finding),
              },
            },
          ],
        })),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function region({ line, column }: Finding): object {
  return line === undefined
    ? {}
    : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
}

/**
 * SARIF 2.1.0, 3.4.4: relative below the working folder, where hosts look for the repository's
 * files; absolute elsewhere.
 */
function uriOf(path: string): string {
  return isAbsolute(path) || path.split(sep)[0] === '..'
    ? pathToFileURL(path).href
    : path.split(sep).map(encodeURIComponent).join('/');
}

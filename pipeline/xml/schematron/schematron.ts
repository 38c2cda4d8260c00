/**
 * The rules of a Schematron schema, applied to documents.
 *
 * Takes the path of a schema of the program itself; then documents that have passed `readXml`, as
 * text and as tree. Returns findings with line and column. Untrusted schemas use
 * `GuardedSchematron`. The schema becomes a stylesheet (`to-xslt.ts`), which is compiled once and
 * cached by its content.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { LostValue } from '../../core/files/lost-cache.ts';
import { sha256 } from '../../core/files/sha256.ts';
import { type Finding, InputError, type Severity, shownPath } from '../../core/finding.ts';
import { decodeXml } from '../decode.ts';
import { type CompiledStylesheet, compileStylesheet, transform } from '../saxon/xslt.ts';
import { readTree, type TreeElement, walk } from '../tree.ts';
import { type GeneratedStylesheet, SEPARATOR, SKIP } from './generated-stylesheet.ts';
import { schematronToXslt } from './to-xslt.ts';

/** Values of `@role` in use among Schematron authors; any other value, or none, is an error. */
const SEVERITIES: Readonly<Record<string, Severity>> = {
  warning: 'warning',
  warn: 'warning',
  info: 'remark',
  information: 'remark',
  remark: 'remark',
};

/** A compiled Schematron schema. */
export class Schematron {
  readonly #stylesheet: CompiledStylesheet;

  private constructor(stylesheet: CompiledStylesheet) {
    this.#stylesheet = stylesheet;
  }

  /**
   * Compiles a schema, or takes it from `cache`. Throws an `InputError` if it cannot be read or has
   * an error.
   */
  static async compile(path: string, cache: string): Promise<Schematron> {
    const shown = shownPath(path);
    const text = decodeXml(readInput(path, 'check/no-schema'), shown);
    const generated = schematronToXslt(readTree({ path: shown, content: text }), shown);
    const stylesheetPath = writeStylesheet(generated.text, cache);
    try {
      return new Schematron(await compileStylesheet(stylesheetPath, cache));
    } catch (error) {
      requireStored(stylesheetPath);
      throw error instanceof InputError ? inSchema(error, generated, shown, stylesheetPath) : error;
    }
  }

  /** The findings of the rules about a document. `text` and `root` are the same document. */
  validate(text: string, root: TreeElement, path: string): Finding[] {
    try {
      return schematronFindings(runRules(this.#stylesheet, text), root, path);
    } catch (error) {
      // A rule that fails on a document does not affect other documents: they are still checked.
      return [notEvaluated(path, error instanceof Error ? error.message : String(error))];
    }
  }
}

/** How a run of the rules is watched, and which rules it omits. */
interface Watch {
  /** Numbers of rules. */
  readonly skip: readonly number[];
  readonly onMessage: (message: string) => void;
}

/**
 * The results of a generated stylesheet on a document, as it writes them. Throws a
 * `StylesheetError`.
 */
export function runRules(stylesheet: CompiledStylesheet, text: string, watch?: Watch): string[] {
  const { principal } = transform(stylesheet, {
    source: text,
    destination: 'raw',
    ...(watch && {
      parameters: { [SKIP]: watch.skip.length > 0 ? watch.skip : null },
      onMessage: watch.onMessage,
    }),
  });
  if (principal === null || principal === undefined) return [];
  return (Array.isArray(principal) ? principal : [principal]).map(String);
}

export function schematronFindings(
  results: readonly string[],
  root: TreeElement,
  path: string,
): Finding[] {
  const elements = results.length > 0 ? [...walk(root)] : [];
  return results.map((result) => {
    const [id = '', role = '', number = '', message = ''] = result.split(SEPARATOR);
    const { line, column } = elements[Number(number) - 1] ?? root;
    return {
      path,
      line,
      column,
      severity: SEVERITIES[role] ?? 'error',
      rule: `sch/${id}`,
      message,
    };
  });
}

export function notEvaluated(path: string, reason: string): Finding {
  const message = `a rule of the schema could not be evaluated on this document: ${reason}`;
  return { path, severity: 'error', rule: 'check/rule-failed', message };
}

/**
 * The stylesheet has to be a file for the compiler. Its name is its content's hash; a truncated one
 * is written again.
 */
export function writeStylesheet(text: string, cache: string): string {
  const folder = join(cache, 'schematron');
  const path = join(folder, `${sha256(text).slice(0, 32)}.xsl`);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeWhole(path, text);
  return path;
}

/** @throws LostValue: an error about a stylesheet that is gone says nothing about the schema. */
export function requireStored(stylesheet: string): void {
  if (!existsSync(stylesheet)) throw new LostValue(`the cache has lost ${stylesheet}`);
}

/**
 * An error in the stylesheet is one in the schema: at the line from which the stylesheet's line
 * came.
 */
function inSchema(
  error: InputError,
  generated: GeneratedStylesheet,
  path: string,
  stylesheetPath: string,
): InputError {
  return new InputError(
    error.findings.map((finding) => {
      const line =
        finding.path === shownPath(stylesheetPath) && finding.line !== undefined
          ? generated.origin[finding.line]?.line
          : undefined;
      const message = finding.message.replace(
        'the stylesheet cannot be compiled',
        'the Schematron schema has an error',
      );
      return {
        path,
        ...(line ? { line } : {}),
        severity: 'error',
        rule: 'check/bad-schema',
        message,
      };
    }),
  );
}

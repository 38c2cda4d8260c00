/**
 * The rules of a Schematron schema, applied to documents.
 *
 * In: the path of a schema; then documents that have passed `readXml`, as text and as tree. Out: findings with line and column.
 * The schema becomes a stylesheet (`schematron-to-xslt.ts`), which is compiled once and kept by its content.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files.ts';
import { type Finding, InputFault, type Severity, shownPath } from '../finding.ts';
import { readInput } from '../input.ts';
import { decodeXml, placeAt } from '../xml/decode.ts';
import { elementAt, readTree, type TreeElement } from '../xml/tree.ts';
import { type CompiledStylesheet, compileStylesheet, transform } from '../xml/xslt.ts';
import { type GeneratedStylesheet, SEPARATOR, schematronToXslt } from './schematron-to-xslt.ts';

/** Values of `@role` in use among Schematron authors; any other, and none, is an error. */
const SEVERITIES: Readonly<Record<string, Severity>> = {
  warning: 'warning',
  warn: 'warning',
  info: 'remark',
  information: 'remark',
  remark: 'remark',
};

/** Functions and instructions of XSLT that read something else than the document. */
const READING =
  /(?<![\w-])((?:fn:)?(?:doc|document|json-doc|collection|uri-collection|transform|unparsed-text(?:-lines)?|environment-variable)\s*\(|xsl:(?:source-document|merge-source|evaluate|include|import|result-document)\b)/;

/** A compiled Schematron schema. */
export class Schematron {
  readonly #stylesheet: CompiledStylesheet;

  private constructor(stylesheet: CompiledStylesheet) {
    this.#stylesheet = stylesheet;
  }

  /** Compiles a schema, or takes it from `cache`. Throws an `InputFault` where it cannot be read or is at fault. */
  static async compile(path: string, cache: string): Promise<Schematron> {
    const shown = shownPath(path);
    const text = decodeXml(readInput(path, 'check/no-schema'), shown);
    const generated = schematronToXslt(readTree({ path: shown, content: text }), shown);
    const kept = keep(generated.text, cache);
    try {
      return new Schematron(await compileStylesheet(kept, cache));
    } catch (error) {
      throw error instanceof InputFault ? inSchema(error, generated, shown, kept) : error;
    }
  }

  /** The same of a schema that came with a document: one that would read other files, or the web, is refused. */
  static async compileForeign(path: string, cache: string): Promise<Schematron> {
    const shown = shownPath(path);
    const text = decodeXml(readInput(path, 'check/no-schema'), shown);
    const reading = READING.exec(text);
    if (!reading) return Schematron.compile(path, cache);
    const message = `a rule calls ${reading[1]}, which reads other files, so no document is judged by this schema`;
    throw new InputFault({
      path: shown,
      ...placeAt(text, reading.index),
      severity: 'error',
      rule: 'check/bad-schema',
      message,
    });
  }

  /** What the rules find in a document. `text` and `root` are the same document. */
  validate(text: string, root: TreeElement, path: string): Finding[] {
    let principal: unknown;
    try {
      ({ principal } = transform(this.#stylesheet, { source: text, destination: 'raw' }));
    } catch (error) {
      // A rule that stops on a document says nothing of the other documents: they are checked all the same.
      const said = error instanceof Error ? error.message : String(error);
      const message = `a rule of the Schematron schema could not be evaluated on this document: ${said}`;
      return [{ path, severity: 'error', rule: 'check/rule-failed', message }];
    }
    const results =
      principal === null || principal === undefined ? [] : Array.isArray(principal) ? principal : [principal];
    return results.map((result) => {
      const [id = '', role = '', ordinals = '', message = ''] = String(result).split(SEPARATOR);
      const element = elementAt(root, ordinals) ?? root;
      const { line, column } = element;
      return { path, line, column, severity: SEVERITIES[role] ?? 'error', rule: `sch/${id}`, message };
    });
  }
}

/** The stylesheet has to be a file for the compiler. Its name is its content's hash; one that was cut off is written again. */
function keep(text: string, cache: string): string {
  const folder = join(cache, 'schematron');
  const path = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.xsl`);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeWhole(path, text);
  return path;
}

/** A fault in the stylesheet is one in the schema: at the line from which the stylesheet's line came. */
function inSchema(fault: InputFault, generated: GeneratedStylesheet, path: string, kept: string): InputFault {
  return new InputFault(
    fault.findings.map((finding) => {
      const line =
        finding.path === shownPath(kept) && finding.line !== undefined ? generated.origin[finding.line] : undefined;
      const message = finding.message.replace('the stylesheet cannot be compiled', 'the Schematron schema is at fault');
      return { path, ...(line ? { line } : {}), severity: 'error', rule: 'check/bad-schema', message };
    }),
  );
}

/**
 * An untrusted Schematron schema: its allowed parts (guard.ts) run in a process with limits of time
 * and memory.
 *
 * Takes the path of a schema; then documents that have passed `readXml`. Returns findings about the
 * documents, and about the omitted rules, each with its place in the schema. A rule that is
 * refused, is wrong or takes too long does not stop the others.
 */
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { LimitError, LimitedProcess, type ProcessLimits } from '../limits/limited-process.ts';
import { attribute, type TreeElement } from '../tree.ts';
import { type GeneratedStylesheet, SEPARATOR } from './generated-stylesheet.ts';
import { guarded } from './guard.ts';
import { isSch, SchemaSource } from './schema-file.ts';
import { notEvaluated, requireStored, schematronFindings, writeStylesheet } from './schematron.ts';
import { schematronToXslt } from './to-xslt.ts';

/**
 * All of TEI All's rules take two seconds on a volume of 4 MB. Before the first rule the stylesheet
 * is compiled, TEI All's in ten seconds.
 */
const LIMITS: ProcessLimits = { step: 5, whole: 60, megabytes: 512, start: 60 };
const COMPILE_LIMITS: ProcessLimits = { step: 60, whole: 60, megabytes: 1024, start: 60 };

/**
 * This many parts that cannot be compiled are omitted one by one; with more, the whole schema is.
 */
const MOST_REPAIRS = 10;

/** After this many rules that took too long, the whole schema is omitted. */
const MOST_STOPPED = 3;

export class GuardedSchematron {
  readonly #source: SchemaSource;
  readonly #generated: GeneratedStylesheet;
  readonly #stylesheet: string;
  readonly #cache: string;
  readonly #process: LimitedProcess<'rules'>;
  readonly #schemaFindings: readonly Finding[];
  /** Rules that are omitted because they took too long, with their findings. */
  readonly #stopped = new Map<number, Finding>();
  #givenUp: Finding | undefined;

  private constructor(
    source: SchemaSource,
    generated: GeneratedStylesheet,
    { stylesheet, cache }: { readonly stylesheet: string; readonly cache: string },
    findings: readonly Finding[],
    limits: ProcessLimits,
  ) {
    this.#process = new LimitedProcess('rules', limits);
    this.#source = source;
    this.#generated = generated;
    this.#stylesheet = stylesheet;
    this.#cache = cache;
    this.#schemaFindings = findings;
  }

  /**
   * Reads, examines and compiles a schema. Rejects with an `InputError` if nothing of it can be
   * used. `limits`: of the rules, when they run.
   */
  static async compile(
    path: string,
    cache: string,
    limits: ProcessLimits = LIMITS,
  ): Promise<GuardedSchematron> {
    const source = new SchemaSource(path);
    const allowed = guarded(source);
    const findings = [...allowed.findings];
    let { schema } = allowed;
    for (let repairs = 0; ; repairs += 1) {
      const generated = schematronToXslt(schema, shownPath(path), true);
      const stylesheet = writeStylesheet(generated.text, cache);
      const error = await errorIn(stylesheet, cache);
      if (!error)
        return new GuardedSchematron(source, generated, { stylesheet, cache }, findings, limits);
      requireStored(stylesheet);
      const [said] = error;
      const reason = plainReason(said?.message ?? '');
      const element = said?.line === undefined ? undefined : generated.origin[said.line];
      const message = `the Schematron schema has an error: ${reason}`;
      const rest = element && repairs < MOST_REPAIRS ? without(schema, element) : undefined;
      findings.push(source.finding(element ?? source.root, 'error', 'check/bad-schema', message));
      if (!rest) throw new InputError(findings);
      schema = rest;
    }
  }

  /** Findings about the schema: parts that are omitted. */
  get findings(): readonly Finding[] {
    return [
      ...this.#schemaFindings,
      ...new Set(this.#stopped.values()),
      ...(this.#givenUp ? [this.#givenUp] : []),
    ];
  }

  /** The findings of the rules about a document. `text` and `root` are the same document. */
  async validate(text: string, root: TreeElement, path: string): Promise<Finding[]> {
    while (!this.#givenUp) {
      try {
        const skip = [...this.#stopped.keys()];
        const answer = await this.#process.ask({
          stylesheet: this.#stylesheet,
          cache: this.#cache,
          text,
          skip,
        });
        if ('errors' in answer) {
          requireStored(this.#stylesheet);
          throw new InputError(answer.errors);
        }
        if ('failed' in answer) {
          // A rule that only fails is caught in the stylesheet; this one used up the stack, for
          // example.
          if (answer.step === 0) return [notEvaluated(path, answer.failed)];
          // It may have left the memory full, which would stop the next rule.
          this.#process.dispose();
          throw new LimitError(`cannot be evaluated (${plainReason(answer.failed)})`, answer.step);
        }
        return this.#findings(answer.results, root, path);
      } catch (error) {
        if (!(error instanceof LimitError)) throw error;
        this.#leaveOut(error, path);
      }
    }
    return [];
  }

  dispose(): void {
    this.#process.dispose();
  }

  #findings(results: readonly string[], root: TreeElement, path: string): Finding[] {
    const isFailure = (result: string): boolean => result.split(SEPARATOR)[4] === 'failed';
    const failures = results.filter(isFailure).map((result) => {
      const [number = '', , , reason = ''] = result.split(SEPARATOR);
      const rule = this.#generated.rules[Number(number) - 1]?.rule;
      const where = rule ? ` (${placeKey(this.#source.finding(rule, 'error', '', ''))})` : '';
      return notEvaluated(path, `${reason}${where}`);
    });
    return [
      ...failures,
      ...schematronFindings(
        results.filter((result) => !isFailure(result)),
        root,
        path,
      ),
    ];
  }

  /**
   * If the nodes of a context take too long to find, the rules after it in its pattern cannot be
   * applied either.
   */
  #leaveOut({ message, step }: LimitError, path: string): void {
    const number = Math.floor(step / 2);
    const entry = this.#generated.rules[number - 1];
    const { root } = this.#source;
    if (entry && !this.#stopped.has(number)) {
      const { rule, last } = entry;
      const inContext = step % 2 === 0;
      const also = inContext && last > number ? ', as are those after it in its pattern' : '';
      const said =
        `the rule for ${attribute(rule, 'context')} ${message} on ${path}, so it is ` +
        `skipped${also}`;
      const finding = this.#source.finding(rule, 'error', 'check/rule-stopped', said, 'context');
      for (let left = number; left <= (inContext ? last : number); left += 1)
        this.#stopped.set(left, finding);
    }
    const found = new Set(this.#stopped.values()).size;
    if (entry && found < MOST_STOPPED) return;
    const what = entry
      ? `${found} rules of this schema take too long`
      : `the schema ${message} on ${path}`;
    const said = `${what}, so none of its rules is applied any more`;
    this.#givenUp = this.#source.finding(root, 'error', 'check/rule-stopped', said);
  }
}

/** The schema without a part that cannot be compiled; undefined if it is the schema itself. */
function without(schema: TreeElement, part: TreeElement): TreeElement | undefined {
  let found = false;
  const drop = (element: TreeElement): TreeElement[] => {
    if (element === part) {
      found = true;
      return [];
    }
    const children: (TreeElement | string)[] = [];
    for (const child of element.children) {
      if (typeof child === 'string') children.push(child);
      else {
        const before = found;
        children.push(...drop(child));
        if (found === before) continue;
        // Other parts may depend on the dropped one: see guard.ts, which does the same.
        if (isSch(element, 'pattern') && isSch(child, 'let')) return [];
        if (isSch(element, 'pattern') && child === part) break;
        if (isSch(element, 'rule') && isSch(child, 'let', 'extends'))
          return [{ ...element, children: [] }];
        if (element !== schema && !isSch(element, 'pattern', 'rule')) return [];
      }
    }
    return [{ ...element, children }];
  };
  const [rest] = drop(schema);
  return found ? rest : undefined;
}

/** The processor's message without the names of generated files, which editors do not have. */
function plainReason(reason: string): string {
  return reason
    .replace('the stylesheet cannot be compiled: ', '')
    .replace(/^\S*\.xsl: /, '')
    .replace(/^Error [A-Z]{4}\d{4}: /, '')
    .replace(/^Static error in XPath on line \d+(?: column \d+)? in \S+ /, 'in the expression ')
    .replace('Maximum call stack size exceeded', 'a function or template calls itself too often');
}

function placeKey({ path, line, column }: Finding): string {
  return `${path}:${line}:${column}`;
}

/** Compiles a stylesheet into the cache. Returns the error, or undefined. */
async function errorIn(stylesheet: string, cache: string): Promise<readonly Finding[] | undefined> {
  const compiler = new LimitedProcess('rules', COMPILE_LIMITS);
  try {
    const answer = await compiler.ask({ stylesheet, cache });
    return 'errors' in answer ? answer.errors : undefined;
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    return [{ path: '', severity: 'error', rule: '', message: `to compile it ${error.message}` }];
  } finally {
    compiler.dispose();
  }
}

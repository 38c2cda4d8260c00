/**
 * Checking files of an edition: well-formedness, grammar, rules, and what only several files together show.
 *
 * In: an edition and the paths of XML files. Out: findings, by file in the order of the paths, in a file by line and column. A file
 * that cannot be read or parsed is a finding; the others are checked all the same.
 */
import { type Edition, filesIn } from '../edition.ts';
import { type Finding, InputFault, type Severity, shownPath } from '../finding.ts';
import { readInput } from '../input.ts';
import { decodeXml } from '../xml/decode.ts';
import { descend, readTree, TEI, type TreeElement } from '../xml/tree.ts';
import { type FileFacts, factsOf } from './facts.ts';
import { ownSchema } from './own-schema.ts';
import { checkReferences } from './references.ts';
import { RelaxNg } from './relaxng.ts';
import { Schematron } from './schematron.ts';

export interface CheckOptions {
  /** Schemas in place of the edition's own. */
  readonly rng?: string;
  readonly sch?: string;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** How many files were looked at. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

interface Parsed {
  readonly text: string;
  readonly root: TreeElement;
}

/** The files of a whole edition: documents, authority files, the edition's own. */
export function filesOf(edition: Edition): string[] {
  return [...filesIn(edition.documents, '.xml'), ...filesIn(edition.authorities, '.xml'), edition.header];
}

/** Checks files with schemas that are compiled for this call. Throws an `InputFault` where a schema is at fault. */
export async function checkFiles(
  edition: Edition,
  paths: readonly string[],
  options: CheckOptions = {},
): Promise<CheckResult> {
  const checker = await Checker.open(edition, options);
  try {
    return checker.check(paths);
  } finally {
    checker.dispose();
  }
}

/** Compiled schemas, for many calls: a build that checks on every change keeps one. `dispose` it at the end. */
export class Checker {
  readonly #edition: Edition;
  readonly #grammar: RelaxNg;
  readonly #rules: Schematron;
  readonly #named: CheckOptions;
  readonly #own = new Map<string, RelaxNg | InputFault>();

  private constructor(edition: Edition, grammar: RelaxNg, rules: Schematron, named: CheckOptions) {
    this.#edition = edition;
    this.#named = named;
    this.#grammar = grammar;
    this.#rules = rules;
  }

  static async open(edition: Edition, options: CheckOptions = {}): Promise<Checker> {
    const rules = await Schematron.compile(options.sch ?? edition.sch, edition.cache);
    return new Checker(edition, RelaxNg.compile(options.rng ?? edition.rng), rules, options);
  }

  check(paths: readonly string[]): CheckResult {
    const facts = new Map<string, FileFacts>();
    const byPath = new Map<string, Finding[]>(paths.map((path) => [shownPath(path), []]));
    const add = (findings: readonly Finding[]): void => {
      for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
    };
    for (const path of paths) add(this.#checkFile(path, facts));
    add(this.#across(paths, facts));
    const findings = [...byPath.values()].flatMap((found) => found.sort(byPlace));
    const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
    const counts = { error: count('error'), warning: count('warning'), remark: count('remark') };
    return { findings, files: paths.length, counts };
  }

  dispose(): void {
    this.#grammar.dispose();
    for (const own of this.#own.values()) if (!(own instanceof InputFault)) own.dispose();
  }

  #checkFile(path: string, facts: Map<string, FileFacts>): Finding[] {
    const shown = shownPath(path);
    const parsed = attempt(() => parse(path, shown));
    if (parsed instanceof InputFault) return [...parsed.findings];
    const { text, root } = parsed;
    const { rng, sch } = this.#named;
    const noText = rng || sch ? undefined : notTei(root, shown);
    if (noText) return [noText];
    const { governed, grammars, findings } = ownSchema(text, path, shown, this.#edition);
    facts.set(path, factsOf(root, path, governed));
    return [
      ...findings,
      ...(governed || rng ? this.#grammar.validate(text, root, shown) : []),
      ...(governed || sch ? this.#rules.validate(text, root, shown) : []),
      ...grammars.flatMap((grammar) => this.#byOwn(grammar, text, root, shown)),
    ];
  }

  /** A document's own grammar is compiled once for all documents that name it; one that cannot be used is told of, and judges nothing. */
  #byOwn(path: string, text: string, root: TreeElement, shown: string): readonly Finding[] {
    const known = this.#own.get(path) ?? attempt(() => RelaxNg.compile(path));
    const first = !this.#own.has(path);
    this.#own.set(path, known);
    if (!(known instanceof InputFault)) return known.validate(text, root, shown);
    return first ? known.findings.map((finding) => ({ ...finding, severity: 'warning' })) : [];
  }

  /** The authority files and the header are read also where they are not checked themselves. */
  #across(paths: readonly string[], facts: Map<string, FileFacts>): Finding[] {
    const read = (path: string): FileFacts | undefined => {
      const known = facts.get(path);
      if (known) return known;
      const parsed = attempt(() => parse(path, shownPath(path)));
      if (parsed instanceof InputFault) return undefined;
      const { governed } = ownSchema(parsed.text, path, shownPath(path), this.#edition);
      const found = factsOf(parsed.root, path, governed);
      facts.set(path, found);
      return found;
    };
    const isFacts = (found: FileFacts | undefined): found is FileFacts => found !== undefined;
    const header = read(this.#edition.header);
    const authorities = filesIn(this.#edition.authorities, '.xml').map(read).filter(isFacts);
    const checked = paths.map((path) => facts.get(path)).filter(isFacts);
    return checkReferences(checked, { edition: this.#edition, header, authorities, read });
  }
}

/** Nothing can be made of a file that is no TEI, or has no header. */
function notTei(root: TreeElement, path: string): Finding | undefined {
  const at = { path, line: root.line, column: root.column, severity: 'error', rule: 'check/no-tei' } as const;
  if (root.uri !== TEI || !['TEI', 'teiCorpus'].includes(root.local)) {
    return {
      ...at,
      message: `the outermost element is <${root.name}>; a document of TEI P5 begins with TEI in ${TEI}`,
    };
  }
  if (descend(root, 'teiHeader')) return undefined;
  return { ...at, message: 'the document has no teiHeader; give it one, with a title at least' };
}

function parse(path: string, shown: string): Parsed {
  const text = decodeXml(readInput(path, 'check/unreadable'), shown);
  return { text, root: readTree({ path: shown, content: text }) };
}

/** The value, or the fault that kept it from being made; other errors pass. */
function attempt<Value>(make: () => Value): Value | InputFault {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputFault) return error;
    throw error;
  }
}

function byPlace(one: Finding, other: Finding): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

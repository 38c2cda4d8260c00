/**
 * Compiled schemas for many files: compiling the edition's own takes as long as checking some
 * dozens of documents.
 *
 * Takes the paths of a grammar and of rules, the cache, and the run. Returns both, compiled. Those
 * of an earlier run are released. The program's own schemas are used in this thread; others are
 * guarded.
 */
import { join } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import type { Finding } from '../../core/finding.ts';
import { PROGRAM } from '../../core/program-folder.mjs';
import { GuardedSchematron } from '../schematron/guarded-schematron.ts';
import { Schematron } from '../schematron/schematron.ts';
import type { TreeElement } from '../tree.ts';
import { GuardedGrammar } from './guarded-grammar.ts';
import { RelaxNg } from './relaxng.ts';

/** A grammar or rules. */
export interface SchemaValidator {
  /** Rejects with an `InputError` if the schema has an error. */
  validate(
    text: string,
    root: TreeElement,
    path: string,
  ): readonly Finding[] | Promise<readonly Finding[]>;
  /** Findings about the schema itself, after the last document. */
  readonly findings?: readonly Finding[];
  dispose?(): unknown;
}

/**
 * The schemas of a run; each is compiled at its first use. All reject with an `InputError` if it
 * cannot be used.
 */
interface Schemas {
  grammar(): Promise<SchemaValidator>;
  rules(): Promise<SchemaValidator>;
  /** A grammar that a document names itself. */
  own(path: string): Promise<SchemaValidator>;
  /** Rules that a document names itself. */
  ownRules(path: string): Promise<SchemaValidator>;
}

interface OpenSchemas {
  readonly key: string;
  readonly schemas: Schemas;
  /** All compiled schemas. */
  readonly judges: Map<string, Promise<SchemaValidator>>;
}

let open: OpenSchemas | undefined;

/**
 * `run`: a hash that changes when one of the schemas or the program does. `separate`: whether the
 * grammar runs in a thread.
 */
export function openSchemas(
  rng: string,
  sch: string,
  cache: string,
  run: string,
  separate: boolean,
): Schemas {
  // Editions with the same schemas have them at different paths, and one of them may be gone.
  const key = [run, rng, sch, cache].join('\n');
  if (open?.key === key) return open.schemas;
  for (const judge of open?.judges.values() ?? [])
    judge.then((compiled) => compiled.dispose?.()).catch(() => {});
  const judges = new Map<string, Promise<SchemaValidator>>();
  const once = (name: string, make: () => Promise<SchemaValidator>): Promise<SchemaValidator> => {
    const judge = judges.get(name) ?? make();
    judges.set(name, judge);
    return judge;
  };
  const schemas: Schemas = {
    grammar: () => once('grammar', () => compileGrammar(rng, separate)),
    rules: () => once('rules', () => compileRules(sch, cache)),
    own: (path) => once(path, async () => new GuardedGrammar(path)),
    ownRules: (path) => once(path, () => GuardedSchematron.compile(path, cache)),
  };
  open = { key, schemas, judges };
  return schemas;
}

/**
 * A grammar, in a process of its own if it is untrusted or that is requested. Rejects with an
 * `InputError`.
 */
export async function compileGrammar(rng: string, separate = false): Promise<SchemaValidator> {
  return separate || !isProgramsOwn(rng, 'edition.rng')
    ? new GuardedGrammar(rng)
    : RelaxNg.compile(rng);
}

/** Rules, guarded if they are untrusted. Rejects with an `InputError`. */
export async function compileRules(sch: string, cache: string): Promise<SchemaValidator> {
  return isProgramsOwn(sch, 'edition.sch')
    ? Schematron.compile(sch, cache)
    : GuardedSchematron.compile(sch, cache);
}

/** A schema is trusted if it equals the program's, to the byte. */
function isProgramsOwn(path: string, name: string): boolean {
  const own = join(PROGRAM, 'tei', 'schema', name);
  return (
    path === own ||
    Buffer.from(readInput(path, 'check/no-schema')).equals(readInput(own, 'check/no-schema'))
  );
}

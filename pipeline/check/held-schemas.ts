/**
 * Compiled schemas for many files: compiling the edition's own takes as long as checking some dozens of documents.
 *
 * In: the paths of a grammar and of rules, the cache, and the run that they are for. Out: both, compiled. Those of a former run are let go.
 */
import type { Finding } from '../finding.ts';
import type { TreeElement } from '../xml/tree.ts';
import { RelaxNg } from './relaxng.ts';
import { Schematron } from './schematron.ts';
import { ThreadGrammar } from './thread-grammar.ts';

/** What the files of a run are judged by. */
export interface Schemas {
  readonly grammar: Grammar;
  readonly rules: Schematron;
  /** A grammar that documents name for themselves. Rejects with an `InputFault` where it cannot be used. */
  own(path: string): Promise<RelaxNg>;
  /** The same of rules. */
  ownRules(path: string): Promise<Schematron>;
}

/** The edition's own, here or in a thread. */
export interface Grammar {
  validate(text: string, root: TreeElement, path: string): readonly Finding[] | Promise<readonly Finding[]>;
}

interface Held {
  readonly run: string;
  readonly schemas: Promise<Schemas>;
  readonly grammars: Map<string, Promise<RelaxNg>>;
  readonly thread: ThreadGrammar | undefined;
}

let held: Held | undefined;

/**
 * `run`: a digest that changes when one of the schemas or the program does. `apart`: whether the grammar is left to a thread. Rejects with an `InputFault`
 * where a schema is at fault.
 */
export function heldSchemas(rng: string, sch: string, cache: string, run: string, apart: boolean): Promise<Schemas> {
  if (held?.run === run) return held.schemas;
  for (const grammar of held?.grammars.values() ?? []) grammar.then((compiled) => compiled.dispose()).catch(() => {});
  void held?.thread?.dispose();
  const thread = apart ? new ThreadGrammar(rng) : undefined;
  const grammars = new Map<string, Promise<RelaxNg>>();
  const own = (path: string): Promise<RelaxNg> => {
    const grammar = grammars.get(path) ?? RelaxNg.compile(path);
    grammars.set(path, grammar);
    return grammar;
  };
  const compiled = new Map<string, Promise<Schematron>>();
  const ownRules = (path: string): Promise<Schematron> => {
    const rules = compiled.get(path) ?? Schematron.compileForeign(path, cache);
    compiled.set(path, rules);
    return rules;
  };
  const schemas = Schematron.compile(sch, cache).then(async (rules) => {
    const grammar = thread ? judgedBy(thread) : await own(rng);
    return { grammar, rules, own, ownRules };
  });
  const opened = { run, schemas, grammars, thread };
  held = opened;
  const letGo = (): void => {
    if (held === opened) held = undefined;
  };
  schemas.catch(letGo);
  thread?.end.catch(letGo);
  return schemas;
}

function judgedBy(thread: ThreadGrammar): Grammar {
  return { validate: (text, _root, path) => thread.validate(text, path) };
}

/**
 * Finds the first child of an element that its content model does not allow, and what would be
 * allowed there.
 *
 * Takes a grammar, and an element with its children. Returns the children that do not fit, and what
 * is missing at the end. The validator only reports that an element failed, often the one around
 * it; this examines one element at a time and needs no backtracking: the model is derived by each
 * child in turn (J. Clark, "An algorithm for RELAX NG validation", on Brzozowski's derivatives).
 * Attributes and the forms of values are ignored.
 */
import { elementsIn, type TreeElement } from '../tree.ts';
import type { Grammar, Pattern } from './grammar.ts';

export interface Misfit {
  /**
   * A child that is not allowed at its place, or text, or nothing: something is missing at the end.
   */
  readonly what: TreeElement | 'text' | 'end';
  /** Names of the allowed elements, `text` for text. */
  readonly expected: readonly string[];
}

/** A pattern reduced to the parts that derivation needs; equal parts are the same object. */
type Model =
  | { readonly kind: 'none' | 'empty' | 'text' | 'data' }
  | { readonly kind: 'element'; readonly name: string }
  | { readonly kind: 'choice' | 'group' | 'interleave'; readonly one: Model; readonly other: Model }
  | { readonly kind: 'many'; readonly one: Model };

const NONE: Model = { kind: 'none' };
const EMPTY: Model = { kind: 'empty' };
const TEXT: Model = { kind: 'text' };
const DATA: Model = { kind: 'data' };

/** Explains elements by one grammar; caches its derivations. */
export class ContentModels {
  readonly #grammar: Grammar;
  readonly #models = new Map<string, Model | undefined>();
  readonly #derived = new WeakMap<Model, Map<string, Model>>();

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    for (const pattern of [grammar.start, ...grammar.definitions.values()]) this.#collect(pattern);
  }

  /**
   * The misfits among the children of `element`; none if the grammar has no single model for its
   * name.
   */
  misfits(element: TreeElement): Misfit[] {
    const model = this.#models.get(element.local);
    if (!model) return [];
    const found: Misfit[] = [];
    let state = model;
    for (const child of element.children) {
      if (typeof child === 'string' && child.trim() === '') continue;
      const next = this.#derive(state, typeof child === 'string' ? '' : child.local);
      if (next !== NONE) state = next;
      else
        found.push({ what: typeof child === 'string' ? 'text' : child, expected: firsts(state) });
    }
    if (!nullable(state) && found.length === 0)
      found.push({ what: 'end', expected: firsts(state) });
    return found;
  }

  /** Whether any element of the grammar may contain this one. */
  homes(name: string): string[] {
    return [...this.#grammar.elements]
      .filter(([, rule]) => rule.children.has(name))
      .map(([home]) => home);
  }

  #collect(pattern: Pattern): void {
    if (pattern.kind === 'element') {
      const model = this.#model(pattern.content, new Set());
      // Two models for one name: the context would decide, so nothing is reported.
      this.#models.set(pattern.name, this.#models.has(pattern.name) ? undefined : model);
    }
    const parts =
      'parts' in pattern ? pattern.parts : 'content' in pattern ? [pattern.content] : [];
    for (const part of parts) this.#collect(part);
  }

  /** Undefined if the pattern contains something unknown. */
  #model(pattern: Pattern, within: ReadonlySet<string>): Model | undefined {
    switch (pattern.kind) {
      case 'element':
        return { kind: 'element', name: pattern.name };
      case 'attribute':
      case 'empty':
        return EMPTY;
      case 'text':
        return TEXT;
      case 'value':
      case 'data':
      case 'list':
        return DATA;
      case 'ref': {
        const target = this.#grammar.definitions.get(pattern.name);
        return target && !within.has(pattern.name)
          ? this.#model(target, new Set([...within, pattern.name]))
          : undefined;
      }
      case 'optional':
      case 'zeroOrMore':
      case 'oneOrMore': {
        const one = this.#model(pattern.content, within);
        if (!one) return undefined;
        const repeated = pattern.kind === 'optional' ? one : many(one);
        return pattern.kind === 'oneOrMore' ? repeated : choice(repeated, EMPTY);
      }
      case 'group':
      case 'choice':
      case 'interleave': {
        const parts = pattern.parts.map((part) => this.#model(part, within));
        if (parts.some((part) => part === undefined)) return undefined;
        const join = { group, choice, interleave }[pattern.kind];
        return (parts as Model[]).reduce(join, pattern.kind === 'choice' ? NONE : EMPTY);
      }
      default:
        return undefined;
    }
  }

  /** What may follow after a child; the empty name means text. */
  #derive(model: Model, name: string): Model {
    const known = this.#derived.get(model) ?? new Map<string, Model>();
    this.#derived.set(model, known);
    const before = known.get(name);
    if (before) return before;
    const result = this.#fresh(model, name);
    known.set(name, result);
    return result;
  }

  #fresh(model: Model, name: string): Model {
    switch (model.kind) {
      case 'element':
        return model.name === name ? EMPTY : NONE;
      case 'text':
        return name === '' ? TEXT : NONE;
      case 'data':
        return name === '' ? EMPTY : NONE;
      case 'choice':
        return choice(this.#derive(model.one, name), this.#derive(model.other, name));
      case 'many':
        return group(this.#derive(model.one, name), choice(model, EMPTY));
      case 'group': {
        const first = group(this.#derive(model.one, name), model.other);
        return nullable(model.one) ? choice(first, this.#derive(model.other, name)) : first;
      }
      case 'interleave':
        return choice(
          interleave(this.#derive(model.one, name), model.other),
          interleave(model.one, this.#derive(model.other, name)),
        );
      default:
        return NONE;
    }
  }
}

/** All elements of a document with misfitting children, with these, in document order. */
export function* misfitsIn(
  root: TreeElement,
  models: ContentModels,
): Generator<{ element: TreeElement; misfit: Misfit }> {
  for (const misfit of models.misfits(root)) yield { element: root, misfit };
  for (const child of elementsIn(root)) yield* misfitsIn(child, models);
}

function nullable(model: Model): boolean {
  if (model.kind === 'empty' || model.kind === 'text') return true;
  if (model.kind === 'choice') return nullable(model.one) || nullable(model.other);
  if (model.kind === 'group' || model.kind === 'interleave')
    return nullable(model.one) && nullable(model.other);
  return model.kind === 'many' && nullable(model.one);
}

/** The content that may come next. */
function firsts(model: Model): string[] {
  const found = new Set<string>();
  const look = (part: Model): void => {
    if (part.kind === 'element') found.add(part.name);
    else if (part.kind === 'text' || part.kind === 'data') found.add('text');
    else if (part.kind === 'many') look(part.one);
    else if ('other' in part) {
      look(part.one);
      if (part.kind !== 'group' || nullable(part.one)) look(part.other);
    }
  };
  look(model);
  return [...found];
}

const known = new WeakMap<Model, WeakMap<Model, Map<string, Model>>>();

/** Makes a pair once, so that equal models are the same object and derivation ends quickly. */
function pair(kind: 'choice' | 'group' | 'interleave', one: Model, other: Model): Model {
  const others = known.get(one) ?? new WeakMap<Model, Map<string, Model>>();
  known.set(one, others);
  const kinds = others.get(other) ?? new Map<string, Model>();
  others.set(other, kinds);
  const made = kinds.get(kind) ?? { kind, one, other };
  kinds.set(kind, made);
  return made;
}

function choice(one: Model, other: Model): Model {
  if (one === NONE || one === other) return other;
  if (other === NONE) return one;
  // A branch that is already there adds nothing.
  if (one.kind === 'choice' && (one.one === other || one.other === other)) return one;
  if (other.kind === 'choice' && (other.one === one || other.other === one)) return other;
  return pair('choice', one, other);
}

function group(one: Model, other: Model): Model {
  if (one === NONE || other === NONE) return NONE;
  if (one === EMPTY) return other;
  return other === EMPTY ? one : pair('group', one, other);
}

function interleave(one: Model, other: Model): Model {
  if (one === NONE || other === NONE) return NONE;
  if (one === EMPTY) return other;
  return other === EMPTY ? one : pair('interleave', one, other);
}

const repeated = new WeakMap<Model, Model>();

function many(one: Model): Model {
  const made = repeated.get(one) ?? { kind: 'many', one };
  repeated.set(one, made);
  return made;
}

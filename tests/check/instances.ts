/**
 * Documents that a grammar allows, made by walking its patterns: a source of unforeseen instances.
 *
 * Takes a grammar and a seed. Returns for each element of the grammar, documents in which it
 * occurs. The same seed gives the same documents. The walk is random but ends: below a depth,
 * choices take the branch that closes soonest.
 */
import type { Grammar, Pattern } from '../../pipeline/xml/relaxng/grammar.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';

/** A small generator of numbers in [0, 1) (mulberry32), since `Math.random` takes no seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Sample values for the data types of the edition's grammar; a pattern of its own chooses among
 * those that match.
 */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  gYear: ['1964'],
  gYearMonth: ['1964-05'],
  date: ['1964-05-31'],
  dateTime: ['1964-05-31T17:39:00', '1964-05-31T17:39:00Z'],
  time: ['17:39:00'],
  language: ['en', 'es', 'zh-Hans'],
  decimal: ['1.5', '12'],
  nonNegativeInteger: ['0', '3'],
  NCName: ['name'],
  Name: ['name'],
  anyURI: ['#x1', 'frus:d12', 'https://example.org/a#b', '../a.xml#c', 'd1.xml'],
  token: ['alpha', 'Größe', '12', '1.0.2', '48.5 -77.03', 'image/png', '120px', 'x-1'],
  string: ['some words', './/*[@xml:id]', ', '],
};

interface Instance {
  /** The element for which it was made. */
  readonly element: string;
  readonly xml: string;
}

export class InstanceMaker {
  readonly #grammar: Grammar;
  readonly #next: () => number;
  readonly #cost = new Map<Pattern, number>();
  readonly #parents = new Map<string, string[]>();
  #ids = 0;

  constructor(grammar: Grammar, seed: number) {
    this.#grammar = grammar;
    this.#next = numbers(seed);
    for (const [name, rule] of grammar.elements) {
      for (const child of rule.children)
        this.#parents.set(child, [...(this.#parents.get(child) ?? []), name]);
    }
    this.#settleCosts();
  }

  /** A document in which `element` occurs, on a random path from the root. */
  instance(element: string): Instance {
    const wanted = this.#wayTo(element);
    const root = this.#grammar.start;
    return { element, xml: this.#make(root, wanted, 0).replace('<TEI', `<TEI xmlns="${TEI}"`) };
  }

  /** Names of the elements from the root down to `element`. */
  #wayTo(element: string): string[] {
    let ways: string[][] = [[element]];
    const reached = new Set([element]);
    while (ways.length > 0) {
      const complete = ways.filter(([first]) => first === 'TEI');
      if (complete.length > 0) return this.#pick(complete);
      const longer: string[][] = [];
      for (const way of this.#shuffled(ways)) {
        for (const parent of this.#shuffled(this.#parents.get(way[0] ?? '') ?? [])) {
          if (reached.has(parent)) continue;
          reached.add(parent);
          longer.push([parent, ...way]);
        }
      }
      ways = longer;
    }
    throw new Error(`${element} cannot be reached from the root`);
  }

  /**
   * `wanted` has the elements that still have to be entered, outermost first; a branch that cannot
   * lead there ignores it.
   */
  #make(pattern: Pattern, wanted: string[], depth: number): string {
    switch (pattern.kind) {
      case 'element': {
        if (pattern.name === wanted[0]) wanted.shift();
        return this.#element(pattern.name, pattern.content, wanted, depth);
      }
      case 'ref':
        return this.#make(this.#definition(pattern.name), wanted, depth);
      case 'group':
        return pattern.parts.map((part) => this.#make(part, wanted, depth)).join('');
      case 'interleave':
        return this.#shuffled(pattern.parts)
          .map((part) => this.#make(part, wanted, depth))
          .join('');
      case 'choice':
        return this.#make(this.#branch(pattern.parts, wanted, depth), wanted, depth);
      case 'optional':
      case 'zeroOrMore':
      case 'oneOrMore':
        return this.#repeat(pattern.kind, pattern.content, wanted, depth);
      case 'text':
        return this.#pick(['word ', 'x & y', '']).replace('&', '&amp;');
      case 'value':
        return pattern.value;
      case 'data':
        return this.#sample(pattern.type, pattern.parameters.get('pattern'));
      case 'list': {
        const items =
          pattern.content.kind === 'oneOrMore' ? pattern.content.content : pattern.content;
        return Array.from({ length: 1 + Math.floor(this.#next() * 2) }, () =>
          this.#make(items, wanted, depth),
        ).join(' ');
      }
      default:
        return '';
    }
  }

  #element(name: string, content: Pattern, wanted: string[], depth: number): string {
    const attributes = new Map<string, string>();
    this.#attributes(content, attributes, depth);
    const written = [...attributes]
      .map(([key, value]) => ` ${key}="${value.replace(/"/g, '&quot;')}"`)
      .join('');
    return `<${name}${written}>${this.#make(content, wanted, depth + 1)}</${name}>`;
  }

  /**
   * Attributes are gathered first; when the content is walked, attribute patterns return nothing
   * (`default` above).
   */
  #attributes(pattern: Pattern, into: Map<string, string>, depth: number, sure = true): void {
    switch (pattern.kind) {
      case 'attribute':
        if (pattern.name === 'xml:id') into.set(pattern.name, `x${++this.#ids}`);
        else into.set(pattern.name, this.#make(pattern.content, [], depth));
        break;
      case 'ref':
        this.#attributes(this.#definition(pattern.name), into, depth, sure);
        break;
      case 'group':
      case 'interleave':
        for (const part of pattern.parts) this.#attributes(part, into, depth, sure);
        break;
      case 'choice':
        if (pattern.parts.some((part) => this.#hasAttribute(part)))
          this.#attributes(this.#pick(pattern.parts), into, depth);
        break;
      case 'optional':
        if (this.#hasAttribute(pattern.content) && this.#next() < 0.4)
          this.#attributes(pattern.content, into, depth);
        break;
      default:
    }
  }

  #hasAttribute(pattern: Pattern): boolean {
    if (pattern.kind === 'attribute') return true;
    if (pattern.kind === 'element') return false;
    return this.#inside(pattern).some((part) => this.#hasAttribute(part));
  }

  #repeat(
    kind: 'optional' | 'zeroOrMore' | 'oneOrMore',
    content: Pattern,
    wanted: string[],
    depth: number,
  ): string {
    const leads = this.#leadsTo(content, wanted[0]);
    const least = kind === 'oneOrMore' || leads ? 1 : 0;
    const most = kind === 'optional' ? 1 : least + 1;
    let times = least;
    // Few siblings: on a long document the validators' backtracking takes too long for the test.
    while (times < most && depth <= 5 && this.#next() < 0.3) times++;
    return Array.from({ length: times }, () => this.#make(content, wanted, depth)).join('');
  }

  #branch(parts: readonly Pattern[], wanted: readonly string[], depth: number): Pattern {
    const leading = parts.filter((part) => this.#leadsTo(part, wanted[0]));
    if (leading.length > 0) return this.#pick(leading);
    const cheapest = Math.min(...parts.map((part) => this.#costOf(part)));
    const limit = depth > 4 ? cheapest : Number.MAX_SAFE_INTEGER;
    return this.#pick(parts.filter((part) => this.#costOf(part) <= limit));
  }

  #leadsTo(pattern: Pattern, name: string | undefined): boolean {
    if (name === undefined || pattern.kind === 'attribute') return false;
    if (pattern.kind === 'element') return pattern.name === name;
    return this.#inside(pattern).some((part) => this.#leadsTo(part, name));
  }

  /** The fewest elements that a pattern makes: computed repeatedly until nothing changes. */
  #settleCosts(): void {
    const all = [this.#grammar.start, ...this.#grammar.definitions.values()].flatMap((pattern) => [
      ...subpatterns(pattern),
    ]);
    for (let changed = true; changed; ) {
      changed = false;
      for (const pattern of all) {
        const cost = this.#freshCost(pattern);
        if (cost < this.#costOf(pattern)) {
          this.#cost.set(pattern, cost);
          changed = true;
        }
      }
    }
  }

  #freshCost(pattern: Pattern): number {
    const parts = this.#inside(pattern).map((part) => this.#costOf(part));
    if (pattern.kind === 'element') return 1 + (parts[0] ?? 0);
    if (pattern.kind === 'choice') return Math.min(...parts);
    if (
      pattern.kind === 'optional' ||
      pattern.kind === 'zeroOrMore' ||
      pattern.kind === 'attribute'
    )
      return 0;
    return parts.reduce((sum, cost) => sum + cost, 0);
  }

  #costOf(pattern: Pattern): number {
    return this.#cost.get(pattern) ?? 1e6;
  }

  #inside(pattern: Pattern): readonly Pattern[] {
    return pattern.kind === 'ref' ? [this.#definition(pattern.name)] : within(pattern);
  }

  #definition(name: string): Pattern {
    const pattern = this.#grammar.definitions.get(name);
    if (!pattern) throw new Error(`the grammar refers to ${name}, which it does not define`);
    return pattern;
  }

  #sample(type: string, pattern: string | undefined): string {
    if (type === 'ID') return `x${++this.#ids}`;
    const samples = SAMPLES[type];
    if (!samples) throw new Error(`no sample for the data type ${type}; add one`);
    const whole = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
    const fitting = whole ? samples.filter((sample) => whole.test(sample)) : samples;
    if (fitting.length === 0) throw new Error(`no sample of ${type} fits ${pattern}; add one`);
    return this.#pick(fitting);
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#next() * items.length)] as Item;
  }

  #shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, key: this.#next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }
}

function within(pattern: Pattern): readonly Pattern[] {
  if ('parts' in pattern) return pattern.parts;
  return 'content' in pattern ? [pattern.content] : [];
}

function* subpatterns(pattern: Pattern): Generator<Pattern> {
  yield pattern;
  for (const part of within(pattern)) yield* subpatterns(part);
}

/**
 * What a page reads of the site: written down while it is laid out, so that it is laid out again exactly where one of these has changed.
 *
 * In: a site. Out: a view of it for layouts and outputs, which tells of every value that is read through it; and for each such reading the
 * digest of what it gives in a site, also in that of a later build. Nothing of the site reaches a layout or an output but through the view, so no list
 * says what a page depends on.
 *
 * Documents, entries, indexes and mentions are read value by value; what one of them, or a question to the site, gives is taken as a whole, down
 * to the documents and entries in it, which are read in their turn.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { digestOf } from '../results.ts';
import type { Site } from './site.ts';
import { DocumentBackLinks, SiteDocument } from './site-model.ts';

/** A question that layouts ask of the site, with arguments that JSON can write. */
export type Query = (site: Site, ...args: never[]) => unknown;

/** Where the parts of a reading, and those of a name in it, meet: no identifier holds one of these. */
const CUT = '\n';
const WITHIN = '\t';

/** What of an entry changes with the documents; all else comes from where the entry is defined, and is one reading. */
const BY_DOCUMENTS = new Set(['mentions', 'mentionCount', 'sent', 'received', 'written']);

/** What one part of the site, a page say, has read. */
const reading = new AsyncLocalStorage<Set<string>>();

interface Told {
  readonly digest: string;
  /** Whether nothing in it is read in its turn. */
  readonly plain: boolean;
}

export class SiteReads {
  readonly view: Site;
  readonly #site: Site;
  readonly #queries: Readonly<Record<string, Query>>;
  readonly #entries: ReadonlyMap<object, string>;
  readonly #told = new Map<string, Told>();
  readonly #answers = new Map<string, unknown>();
  readonly #views = new WeakMap<object, object>();

  constructor(site: Site, queries: Readonly<Record<string, Query>> = {}) {
    this.#site = site;
    this.#queries = queries;
    this.#entries = new Map<object, string>([
      ...site.entries.map((entry): [object, string] => [entry, `entry${WITHIN}${entry.id}`]),
      ...site.indexes.map((index): [object, string] => [index, `index${WITHIN}${index.kind}`]),
      [site, 'site'],
      [site.history, 'history'],
    ]);
    this.view = this.of(site);
  }

  /** Does some work, and writes down in `into` what it reads. */
  record<Result>(into: Set<string>, work: () => Result): Result {
    return reading.run(into, work);
  }

  /** The answer of a query, seen through the view. */
  ask(name: string, ...args: readonly unknown[]): unknown {
    const query = this.#queries[name] as Query;
    const read = ['?', name, JSON.stringify(args)].join(CUT);
    if (args.length > 0) return this.#answer(read, query(this.#site, ...(args as never[])));
    // Asked without more, it is asked on every page, and the answer is the same.
    if (!this.#answers.has(name)) this.#answers.set(name, query(this.#site));
    return this.#answer(read, this.#answers.get(name));
  }

  /** A value of the site, seen through the view. */
  of<Value>(value: Value): Value {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.#views.get(value);
    if (known) return known as Value;
    const name = this.#nameOf(value);
    const get =
      name === undefined
        ? (target: object, key: string | symbol, receiver: unknown) => this.of(Reflect.get(target, key, receiver))
        : (target: object, key: string | symbol) => this.#read(name, target, key);
    const view = new Proxy(value as object, { get });
    this.#views.set(value, view);
    this.#views.set(view, view);
    return view as Value;
  }

  /** The digest of what a reading gives in this site. */
  digest(read: string): string {
    const known = this.#told.get(read);
    if (known) return known.digest;
    const [name = '', key = '', args] = read.split(CUT);
    if (name === '?') {
      const query = this.#queries[key];
      return query ? this.#tell(read, () => query(this.#site, ...(JSON.parse(args as string) as never[]))).digest : '';
    }
    const node = this.#node(name);
    if (node === undefined) return '';
    if (args === undefined) return this.#tell(read, () => valueIn(node, key), digestAtHand(node, key)).digest;
    const method = Reflect.get(node, key, node) as (...args: unknown[]) => unknown;
    return this.#tell(read, () => method.apply(node, JSON.parse(args) as unknown[])).digest;
  }

  #read(name: string, target: object, key: string | symbol): unknown {
    const value: unknown = Reflect.get(target, key, target);
    // The words of the interface are the program's: they change with the program, and with the language of the whole site.
    if (typeof key === 'symbol' || (target === this.#site && key === 'interface')) return value;
    if (typeof value === 'function') {
      // What a method only hands on is read from the document.
      if (target === this.#site && (key === 'metadata' || key === 'fragments'))
        return (document: SiteDocument) => document[key];
      // What is kept is kept under all that it is made from, which is read beforehand.
      if (target === this.#site && key === 'keep') return value.bind(target);
      return (...args: unknown[]) =>
        this.#answer([name, key, JSON.stringify(args)].join(CUT), value.apply(target, args) as unknown);
    }
    const whole = target instanceof DocumentBackLinks || (name.startsWith(`entry${WITHIN}`) && !BY_DOCUMENTS.has(key));
    const read = name + CUT + (whole ? '*' : key);
    note(read);
    const told = this.#told.get(read);
    const { plain } = told ?? this.#tell(read, () => (whole ? valueIn(target, '*') : value), digestAtHand(target, key));
    return plain ? value : this.of(value);
  }

  #answer(read: string, value: unknown): unknown {
    note(read);
    const { plain } = this.#told.get(read) ?? this.#tell(read, () => value);
    return plain ? value : this.of(value);
  }

  #tell(read: string, value: () => unknown, digest?: string): Told {
    let plain = true;
    const named = (name: string): unknown => {
      plain = false;
      return { '\u0000': name };
    };
    const text = (): string => JSON.stringify(value(), (_key, part: unknown) => this.#asPlain(part, named, read)) ?? '';
    const told = { digest: digest ?? digestOf(text()), plain };
    this.#told.set(read, told);
    return told;
  }

  /** A part of a value as JSON can write it. Throws on what would be lost on the way. */
  #asPlain(part: unknown, named: (name: string) => unknown, read: string): unknown {
    if (typeof part === 'function') throw new Error(`${read.replaceAll(CUT, ' ')} holds a function`);
    if (typeof part !== 'object' || part === null) return part;
    const name = this.#nameOf(part);
    if (name !== undefined) return named(name);
    if (part instanceof Map || part instanceof Set) return [...part];
    const kind = Object.getPrototypeOf(part) as unknown;
    if (kind === Object.prototype || kind === Array.prototype || kind === null) return part;
    throw new Error(`${read.replaceAll(CUT, ' ')} holds what is no plain value`);
  }

  /** What is read value by value has a name. */
  #nameOf(value: object): string | undefined {
    if (value instanceof SiteDocument) return `document${WITHIN}${value.id}`;
    if (value instanceof DocumentBackLinks) return ['mention', value.entry, value.document].join(WITHIN);
    return this.#entries.get(value);
  }

  #node(name: string): object | undefined {
    const [kind, id = '', document] = name.split(WITHIN);
    switch (kind) {
      case 'site':
        return this.#site;
      case 'history':
        return this.#site.history;
      case 'document':
        return this.#site.document(id);
      case 'entry':
        return this.#site.entry(id);
      case 'index':
        return this.#site.indexes.find((index) => index.kind === id);
      default:
        return this.#site.entry(id)?.mentions.find((mention) => mention.document === document);
    }
  }
}

/** Throws outside of `record`: what is read unseen would not be read again. */
function note(read: string): void {
  const reads = reading.getStore();
  if (!reads) throw new Error(`${read.replaceAll(CUT, ' ')} was read where nobody writes it down`);
  reads.add(read);
}

function valueIn(node: object, key: string): unknown {
  if (key !== '*') return Reflect.get(node, key, node);
  if (node instanceof DocumentBackLinks) return null;
  return Object.fromEntries(Object.entries(node).filter(([name]) => !BY_DOCUMENTS.has(name)));
}

/** Of what is kept on the disk the digest is known without reading it. */
function digestAtHand(node: object, key: string): string | undefined {
  if (node instanceof DocumentBackLinks) return `${node.count} ${node.sentences} ${node.digest}`;
  if (!(node instanceof SiteDocument)) return undefined;
  const { html, metadata, beside, fragments } = node.page;
  const digests: Readonly<Record<string, string | null>> = { html, metadata, sideBySide: beside, fragments };
  return digests[key] ?? undefined;
}

/**
 * What a page reads of the site: written down while it is laid out, so that it is laid out again
 * exactly where one of these has changed.
 *
 * In: a site. Out: a view of it for layouts and outputs, which tells of every value that is read
 * through it; and for each such reading the digest of what it gives in a site, also in that of a
 * later build. Nothing of the site reaches a layout or an output but through the view, so no list
 * says what a page depends on.
 *
 * Documents, entries, indexes and mentions are read value by value; what one of them, or a question
 * to the site, gives is taken as a whole, down to the documents and entries in it, which are read
 * in their turn. Readings have numbers, since a site of thousands of documents has millions of
 * them, and words, by which a later build knows them.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { digestOf } from '../cache/results.ts';
import { Digests } from './digests.ts';
import type { Site } from './site/site.ts';
import { DocumentBackLinks, SiteDocument } from './site/site-model.ts';

/** A question that layouts ask of the site, with arguments that JSON can write. */
export type Query = (site: Site, ...args: never[]) => unknown;

/**
 * Where the parts of a reading, and those of a name in it, meet: no identifier holds one of these.
 */
const CUT = '\n';
const WITHIN = '\t';

/**
 * What of an entry changes with the documents; all else comes from where the entry is defined, and
 * is one reading.
 */
const BY_DOCUMENTS = new Set(['mentions', 'mentionCount', 'sent', 'received', 'written']);

/** What one part of the site, a page say, has read: numbers of readings. */
const reading = new AsyncLocalStorage<Set<number>>();

export class SiteReads {
  readonly view: Site;
  readonly #site: Site;
  readonly #queries: Readonly<Record<string, Query>>;
  readonly #entries: ReadonlyMap<object, string>;
  /**
   * By number: what is read of, nothing for a question; and which of its values, or the words of a
   * question.
   */
  readonly #nodes: (object | undefined)[] = [];
  readonly #keys: string[] = [];
  /**
   * By number whether nothing in what is given is read in its turn; nothing as long as it was not
   * looked at.
   */
  readonly #plain: (boolean | undefined)[] = [];
  readonly #digests = new Digests();
  /** Numbers by node and place of the key; of mentions, which are read as a whole; of questions. */
  readonly #ofNodes = new Map<object, (number | undefined)[]>();
  readonly #places = new Map<string, number>();
  readonly #ofMentions = new Map<object, number>();
  readonly #ofQuestions = new Map<string, number>();
  readonly #answers = new Map<string, unknown>();
  #views = new WeakMap<object, object>();

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
  record<Result>(into: Set<number>, work: () => Result): Result {
    return reading.run(into, work);
  }

  /**
   * Lets the views go that were made of the site's values: they are as many as the values, and made
   * again when they are needed.
   */
  letGo(): void {
    this.#views = new WeakMap<object, object>([
      [this.#site, this.view],
      [this.view, this.view],
    ]);
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
        ? (target: object, key: string | symbol, receiver: unknown) =>
            this.of(Reflect.get(target, key, receiver))
        : (target: object, key: string | symbol) => this.#read(name, target, key);
    const view = new Proxy(value as object, { get });
    this.#views.set(value, view);
    this.#views.set(view, view);
    return view as Value;
  }

  /** The words of a reading, by which any build knows it. */
  words(number: number): string {
    const node = this.#nodes[number];
    const key = this.#keys[number] as string;
    return node === undefined ? key : (this.#nameOf(node) as string) + CUT + key;
  }

  /** The number of a reading in this site. */
  numberOf(words: string): number {
    const [name = '', key = '', args] = words.split(CUT);
    const node = name === '?' || args !== undefined ? undefined : this.#node(name);
    return node === undefined ? this.#ofQuestion(words) : this.#ofNode(node, key);
  }

  /** The digest of what a reading gives in this site. Empty where there is nothing to be read. */
  digest(number: number): string {
    const node = this.#nodes[number];
    const key = this.#keys[number] as string;
    if (node instanceof DocumentBackLinks) return `${node.count} ${node.sentences} ${node.digest}`;
    if (this.#plain[number] === undefined) {
      const value = node === undefined ? this.#answerTo(key) : (): unknown => valueIn(node, key);
      if (value === undefined) return '';
      this.#tell(number, value, node && digestAtHand(node, key));
    }
    return this.#digests.at(number);
  }

  /** What a reading with arguments asks for; undefined where nobody can be asked. */
  #answerTo(words: string): (() => unknown) | undefined {
    const [name = '', key = '', args] = words.split(CUT);
    if (args === undefined) return undefined;
    if (name === '?') {
      const query = this.#queries[key];
      return query && (() => query(this.#site, ...(JSON.parse(args) as never[])));
    }
    const node = this.#node(name);
    if (node === undefined) return undefined;
    const method = Reflect.get(node, key, node) as (...args: unknown[]) => unknown;
    return () => method.apply(node, JSON.parse(args) as unknown[]);
  }

  #read(name: string, target: object, key: string | symbol): unknown {
    const value: unknown = Reflect.get(target, key, target);
    // The words of the interface are the program's: they change with the program, and with the
    // language of the whole site.
    if (typeof key === 'symbol' || (target === this.#site && key === 'interface')) return value;
    if (typeof value === 'function') {
      // What a method only hands on is read from the document.
      if (target === this.#site && (key === 'metadata' || key === 'fragments'))
        return (document: SiteDocument) => document[key];
      // What is kept is kept under all that it is made from, which is read beforehand.
      if (target === this.#site && key === 'keep') return value.bind(target);
      return (...args: unknown[]) =>
        this.#answer(
          [name, key, JSON.stringify(args)].join(CUT),
          value.apply(target, args) as unknown,
        );
    }
    const whole =
      target instanceof DocumentBackLinks ||
      (name.startsWith(`entry${WITHIN}`) && !BY_DOCUMENTS.has(key));
    const number = this.#ofNode(target, whole ? '*' : key);
    this.#note(number);
    // Of a mention nothing is read in its turn.
    if (target instanceof DocumentBackLinks) return value;
    const told = this.#plain[number];
    const plain =
      told ??
      this.#tell(number, () => (whole ? valueIn(target, '*') : value), digestAtHand(target, key));
    return plain ? value : this.of(value);
  }

  #answer(words: string, value: unknown): unknown {
    const number = this.#ofQuestion(words);
    this.#note(number);
    const plain = this.#plain[number] ?? this.#tell(number, () => value);
    return plain ? value : this.of(value);
  }

  /** Looks at what a reading gives. Whether nothing in it is read in its turn. */
  #tell(number: number, value: () => unknown, digest?: string): boolean {
    let plain = true;
    const named = (name: string): unknown => {
      plain = false;
      return { '\u0000': name };
    };
    const text = (): string => {
      const whole = value();
      // Most are one word, or the name of a document or an entry.
      if (typeof whole !== 'object' && typeof whole !== 'function')
        return JSON.stringify(whole) ?? '';
      const name = whole === null ? undefined : this.#nameOf(whole);
      if (name !== undefined) return JSON.stringify(named(name));
      return JSON.stringify(whole, (_key, part: unknown) =>
        this.#asPlain(part, named, () => this.words(number)),
      );
    };
    this.#digests.set(number, digest ?? digestOf(text()));
    this.#plain[number] = plain;
    return plain;
  }

  /** A part of a value as JSON can write it. Throws on what would be lost on the way. */
  #asPlain(part: unknown, named: (name: string) => unknown, words: () => string): unknown {
    if (typeof part === 'function')
      throw new Error(`${words().replaceAll(CUT, ' ')} holds a function`);
    if (typeof part !== 'object' || part === null) return part;
    const name = this.#nameOf(part);
    if (name !== undefined) return named(name);
    if (part instanceof Map || part instanceof Set) return [...part];
    const kind = Object.getPrototypeOf(part) as unknown;
    if (kind === Object.prototype || kind === Array.prototype || kind === null) return part;
    throw new Error(`${words().replaceAll(CUT, ' ')} holds what is no plain value`);
  }

  /** What is read value by value has a name. */
  #nameOf(value: object): string | undefined {
    if (value instanceof SiteDocument) return `document${WITHIN}${value.id}`;
    if (value instanceof DocumentBackLinks)
      return ['mention', value.entry, value.document].join(WITHIN);
    return this.#entries.get(value);
  }

  #node(name: string): object | undefined {
    const [kind, id = '', document = ''] = name.split(WITHIN);
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
        return this.#site.mention(id, document);
    }
  }

  #ofNode(node: object, key: string): number {
    if (node instanceof DocumentBackLinks) {
      const known = this.#ofMentions.get(node) ?? this.#newNumber(node, key);
      this.#ofMentions.set(node, known);
      return known;
    }
    const place = this.#places.get(key) ?? this.#places.size;
    this.#places.set(key, place);
    const own = this.#ofNodes.get(node) ?? [];
    this.#ofNodes.set(node, own);
    const number = own[place] ?? this.#newNumber(node, key);
    own[place] = number;
    return number;
  }

  #ofQuestion(words: string): number {
    const known = this.#ofQuestions.get(words) ?? this.#newNumber(undefined, words);
    this.#ofQuestions.set(words, known);
    return known;
  }

  /** Throws outside of `record`: what is read unseen would not be read again. */
  #note(number: number): void {
    const reads = reading.getStore();
    if (!reads)
      throw new Error(
        `${this.words(number).replaceAll(CUT, ' ')} was read where nobody writes it down`,
      );
    reads.add(number);
  }

  #newNumber(node: object | undefined, key: string): number {
    this.#keys.push(key);
    return this.#nodes.push(node) - 1;
  }
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
  const digests: Readonly<Record<string, string | null>> = {
    html,
    metadata,
    sideBySide: beside,
    fragments,
  };
  return digests[key] ?? undefined;
}

/**
 * The proof of a collation: before the TEI is written, the text of each witness is read back from
 * it, and has to be the witness's own, word for word and mark for mark.
 */
import { readTree, type TreeElement } from '../../xml/tree.ts';
import { ANY_RUN } from '../align/edit-distance.ts';
import type { Witness } from '../model/model.ts';
import { tokenizeWitness } from '../tokens/tokenize.ts';

interface WitnessDifference {
  readonly siglum: string;
  /** The words of the witness, and those of the apparatus, from the first difference. */
  readonly expected: string;
  readonly found: string;
}

const SHOWN = 6;

/** Empty if every witness can be read. `ids`: the `xml:id` of each witness. */
export function witnessDifferences(
  tei: string,
  path: string,
  witnesses: readonly Witness[],
  ids: readonly string[],
): WitnessDifference[] {
  const texts = new WitnessReader(readTree({ path, content: tei }), ids).texts();
  return witnesses.flatMap((witness, at): WitnessDifference[] => {
    const expected = wordsOf(textOfTokens(witness));
    const found = wordsOf(texts[at] ?? '');
    const length = Math.max(expected.length, found.length);
    for (let word = 0; word < length; word++) {
      if (expected[word] === found[word]) continue;
      const shown = (words: readonly string[]): string => words.slice(word, word + SHOWN).join(' ');
      return [{ siglum: witness.siglum, expected: shown(expected), found: shown(found) }];
    }
    return [];
  });
}

function wordsOf(text: string): string[] {
  return tokenizeWitness(text).map((piece) => piece.text);
}

/** The text of a witness, from its tokens. */
function textOfTokens({ tokens }: Witness): string {
  let text = '';
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && tokens[at - 1]?.block !== token.block) text += '\n';
    text += token.text + (token.space ? ' ' : '');
  }
  return text;
}

/** Blocks that end a word. */
const BLOCKS = new Set(['p', 'head', 'l', 'ab', 'div', 'lg']);

/** Reads a document with apparatus for all its witnesses at once. */
class WitnessReader {
  readonly #root: TreeElement;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #parts: string[][];
  /** By witness whether its text continues here: not before its beginning, not in a lacuna. */
  readonly #active: Uint8Array;
  /** Entries that are stored outside of the text, by the anchor at which they begin. */
  readonly #from = new Map<string, TreeElement[]>();
  /** By witness the anchor at which its reading ends, while a reading replaces the text. */
  readonly #until: (string | undefined)[];

  constructor(root: TreeElement, ids: readonly string[]) {
    this.#root = root;
    this.#ids = new Map(ids.map((id, at) => [`#${id}`, at]));
    this.#parts = ids.map(() => []);
    this.#active = new Uint8Array(ids.length).fill(1);
    this.#until = ids.map(() => undefined);
  }

  texts(): string[] {
    this.#prepare(this.#root, []);
    const text = this.#root.children.find(
      (child): child is TreeElement => typeof child !== 'string' && child.local === 'text',
    );
    if (text) this.#read(text, [...this.#ids.values()]);
    return this.#parts.map((parts) => parts.join(''));
  }

  /** A witness that begins within the text has no words before that. */
  #prepare(element: TreeElement, wit: readonly number[]): void {
    const own = element.local === 'rdg' ? this.#witnesses(element) : wit;
    if (element.local === 'witStart') for (const at of own) this.#active[at] = 0;
    const from = element.local === 'app' ? value(element, 'from') : undefined;
    if (from !== undefined) {
      const there = this.#from.get(from);
      if (there) there.push(element);
      else this.#from.set(from, [element]);
    }
    for (const child of element.children) if (typeof child !== 'string') this.#prepare(child, own);
  }

  #witnesses(reading: TreeElement): number[] {
    return (value(reading, 'wit') ?? '').split(/\s+/).flatMap((one) => this.#ids.get(one) ?? []);
  }

  #read(element: TreeElement, witnesses: readonly number[]): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#put(child, witnesses);
      else this.#element(child, witnesses);
    }
    // The end of a block separates words, whether the witness has a lacuna there or not.
    if (BLOCKS.has(element.local)) for (const at of witnesses) this.#parts[at]?.push('\n');
  }

  #element(element: TreeElement, witnesses: readonly number[]): void {
    const { local } = element;
    if (local === 'gap') this.#put(ANY_RUN, witnesses);
    else if (local === 'lacunaEnd' || local === 'witStart') this.#activate(witnesses, 1);
    else if (local === 'witEnd') this.#activate(witnesses, 0);
    else if (local === 'lacunaStart') this.#lacuna(element, witnesses);
    else if (local === 'anchor') this.#anchor(`#${value(element, 'xml:id')}`, witnesses);
    else if (local === 'app') this.#entry(element, witnesses);
    else this.#read(element, witnesses);
  }

  #activate(witnesses: readonly number[], active: 0 | 1): void {
    for (const at of witnesses) this.#active[at] = active;
  }

  /** The gap that is stated beside the beginning of a lacuna still belongs to the witness. */
  #lacuna({ parent }: TreeElement, witnesses: readonly number[]): void {
    for (const child of parent?.children ?? [])
      if (typeof child === 'string') this.#put(child, witnesses);
      else if (child.local === 'gap') this.#put(ANY_RUN, witnesses);
    this.#activate(witnesses, 0);
  }

  #entry(app: TreeElement, witnesses: readonly number[]): void {
    for (const reading of app.children) {
      if (typeof reading === 'string') continue;
      const own = this.#witnesses(reading).filter((at) => witnesses.includes(at));
      if (own.length > 0) this.#read(reading, own);
    }
  }

  #anchor(anchor: string, witnesses: readonly number[]): void {
    for (const at of witnesses) if (this.#until[at] === anchor) this.#until[at] = undefined;
    for (const app of this.#from.get(anchor) ?? []) {
      const to = value(app, 'to');
      for (const reading of app.children) {
        if (typeof reading === 'string' || reading.local === 'lem') continue;
        const own = this.#witnesses(reading);
        if (own.length === 0) continue;
        this.#read(reading, own);
        if (to !== anchor) for (const at of own) this.#until[at] = to;
      }
    }
  }

  #put(text: string, witnesses: readonly number[]): void {
    for (const at of witnesses)
      if (this.#active[at] && this.#until[at] === undefined) this.#parts[at]?.push(text);
  }
}

function value(element: TreeElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}

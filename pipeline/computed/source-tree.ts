/**
 * A document as a tree that knows where each part is in the file, and edits of the file by
 * these places.
 *
 * Takes the text of a TEI file. Returns its tree with offsets; the text with some parts replaced
 * and every other character as it was. Formatting, comments, line ends and references of the editor
 * stay, since only the named stretches are written.
 */
import { readXml, type XmlAttribute } from '../xml/read.ts';
import { TEI } from '../xml/tree.ts';

export interface SourceElement {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: (SourceElement | string)[];
  readonly parent: SourceElement | undefined;
  readonly line: number;
  readonly column: number;
  /**
   * Offsets in UTF-16 units: of the `<` of the start tag, after its `>`, of the `<` of the end tag,
   * after its `>`.
   */
  readonly start: number;
  readonly startEnd: number;
  contentEnd: number;
  end: number;
}

/** Reads a well-formed file without byte order mark. Throws an `InputError` as `readXml` does. */
export function readSourceTree(text: string, path: string): SourceElement {
  let root: SourceElement | undefined;
  let inside: SourceElement | undefined;
  readXml(
    { path, content: text },
    {
      open({ name, local, uri, attributes, line, column, start, startEnd }) {
        const ends = { contentEnd: startEnd, end: startEnd };
        const element: SourceElement = {
          ...{ name, local, uri, attributes, line, column, start, startEnd, ...ends },
          children: [],
          parent: inside,
        };
        if (inside) inside.children.push(element);
        else root = element;
        inside = element;
      },
      close(_element, end) {
        if (!inside) return;
        inside.end = end;
        inside.contentEnd = end === inside.startEnd ? end : text.lastIndexOf('</', end - 1);
        inside = inside.parent;
      },
      text(words) {
        inside?.children.push(words);
      },
    },
  );
  return root as SourceElement;
}

export function elementsOf({ children }: SourceElement): SourceElement[] {
  return children.filter((child): child is SourceElement => typeof child !== 'string');
}

/** `element` and all elements in it, in document order. `into`: whether to go into an element. */
export function* within(
  element: SourceElement,
  into: (element: SourceElement) => boolean = () => true,
): Generator<SourceElement> {
  yield element;
  if (!into(element)) return;
  for (const child of element.children) if (typeof child !== 'string') yield* within(child, into);
}

export function isTei({ uri, local }: SourceElement, ...names: readonly string[]): boolean {
  return uri === TEI && names.includes(local);
}

/** The first element that is reached by going down through these names. */
export function below(
  element: SourceElement | undefined,
  ...names: readonly string[]
): SourceElement | undefined {
  let here = element;
  for (const name of names) here = here && elementsOf(here).find((child) => isTei(child, name));
  return here;
}

export function attribute({ attributes }: SourceElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** The words of an element without its notes, white space folded. */
export function wordsIn(element: SourceElement): string {
  return rawWords(element).replace(/\s+/g, ' ').trim();
}

function rawWords(element: SourceElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child : isTei(child, 'note') ? '' : rawWords(child),
    )
    .join('');
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Edits of one file; they must not overlap. Those at one place are made in the order in which they
 * were given.
 */
export class Edits {
  readonly #text: string;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get none(): boolean {
    return this.#edits.length === 0;
  }

  /** Replaces the text from `start` up to `end`, unless it is the same already. */
  replace(start: number, end: number, text: string): void {
    if (this.#text.slice(start, end) !== text) this.#edits.push({ start, end, text });
  }

  /**
   * Sets an attribute; `undefined` takes it away. Nothing is done where the tag is not where it
   * should be, as after an entity was expanded.
   */
  setAttribute(element: SourceElement, name: string, value: string | undefined): void {
    const { start, startEnd } = element;
    if (!this.#text.startsWith(`<${element.name}`, start)) return;
    const from = start + 1 + element.name.length;
    const written = /(\s+)([^\s=/>]+)(\s*=\s*)("[^"]*"|'[^']*')/gy;
    let after = from;
    written.lastIndex = from;
    for (
      let found = written.exec(this.#text);
      found && written.lastIndex <= startEnd;
      found = written.exec(this.#text)
    ) {
      const [whole, , given = '', , quoted = ''] = found;
      after = found.index + whole.length;
      if (given !== name) continue;
      if (value === undefined) this.replace(found.index, after, '');
      else
        this.replace(
          after - quoted.length,
          after,
          quoted[0] === "'" ? `'${escaped(value, "'")}'` : `"${escaped(value, '"')}"`,
        );
      return;
    }
    if (value !== undefined) this.replace(after, after, ` ${name}="${escaped(value, '"')}"`);
  }

  /**
   * Whether an element has an end tag and holds only text: only then can its words be replaced.
   */
  holdsWords({ start, name, startEnd, contentEnd, end }: SourceElement): boolean {
    const isThere =
      this.#text.startsWith(`<${name}`, start) && this.#text.startsWith(`</${name}`, contentEnd);
    return isThere && end > startEnd && !this.#text.slice(startEnd, contentEnd).includes('<');
  }

  /** Replaces the words of an element that holds nothing else. White space around them stays. */
  setWords(element: SourceElement, words: string): void {
    if (!this.holdsWords(element)) return;
    const { startEnd, contentEnd } = element;
    const inner = this.#text.slice(startEnd, contentEnd);
    const lead = /^\s*/.exec(inner)?.[0].length ?? 0;
    const trail = inner.trim() === '' ? 0 : (/\s*$/.exec(inner)?.[0].length ?? 0);
    this.replace(startEnd + lead, contentEnd - trail, escaped(words));
  }

  apply(): string {
    const ordered = this.#edits
      .map((edit, at) => ({ ...edit, at }))
      .sort((one, other) => one.start - other.start || one.end - other.end || one.at - other.at);
    let made = '';
    let from = 0;
    for (const { start, end, text } of ordered) {
      made += this.#text.slice(from, start) + text;
      from = end;
    }
    return made + this.#text.slice(from);
  }
}

function escaped(value: string, quote = ''): string {
  const plain = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (quote === '') return plain.replaceAll(']]>', ']]&gt;');
  return quote === '"' ? plain.replaceAll('"', '&quot;') : plain.replaceAll("'", '&apos;');
}

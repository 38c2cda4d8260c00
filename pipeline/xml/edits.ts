/**
 * Edits of an XML file by the offsets of its elements: only the named ranges are written, every
 * other character (formatting, comments, line ends, references) stays unchanged.
 */
import type { TreeElement } from './tree.ts';

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A start tag and its place in the text. */
type StartTag = Pick<TreeElement, 'name' | 'start' | 'startEnd'>;

interface AttributePlace {
  /** From the white space before the name to after the closing quotation mark. */
  readonly own?: {
    readonly start: number;
    readonly nameStart: number;
    readonly end: number;
    readonly quoted: string;
  };
  /** Undefined if the tag is not at its place. */
  readonly after?: number;
}

/**
 * Edits of one file; they must not overlap. Those at one place are made in the order in which they
 * were given.
 */
export class Edits {
  readonly #text: string;
  readonly #edits: TextEdit[] = [];

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
   * Sets an attribute; `undefined` removes it. Nothing is done if the tag is not at its place, as
   * after an entity was expanded.
   */
  setAttribute(element: StartTag, name: string, value: string | undefined): void {
    const { own, after } = this.#attributeIn(element, name);
    if (own === undefined) {
      if (value !== undefined && after !== undefined)
        this.replace(after, after, ` ${name}="${escapeFor(value, '"')}"`);
      return;
    }
    const { start, end, quoted } = own;
    if (value === undefined) this.replace(start, end, '');
    else
      this.replace(
        end - quoted.length,
        end,
        quoted[0] === "'" ? `'${escapeFor(value, "'")}'` : `"${escapeFor(value, '"')}"`,
      );
  }

  /** Gives an attribute another name; its value stays as it is written. */
  renameAttribute(element: StartTag, name: string, other: string): void {
    const { own } = this.#attributeIn(element, name);
    if (own) this.replace(own.nameStart, own.nameStart + name.length, other);
  }

  /** Where an attribute is in a start tag; `after`: the end of the last attribute read. */
  #attributeIn({ name: tag, start, startEnd }: StartTag, name: string): AttributePlace {
    if (!this.#text.startsWith(`<${tag}`, start)) return {};
    const from = start + 1 + tag.length;
    const written = /(\s+)([^\s=/>]+)(\s*=\s*)("[^"]*"|'[^']*')/gy;
    let after = from;
    written.lastIndex = from;
    for (
      let found = written.exec(this.#text);
      found && written.lastIndex <= startEnd;
      found = written.exec(this.#text)
    ) {
      const [whole, space = '', given, , quoted = ''] = found;
      after = found.index + whole.length;
      const nameStart = found.index + space.length;
      if (given === name)
        return { own: { start: found.index, nameStart, end: after, quoted }, after };
    }
    return { after };
  }

  /**
   * Whether an element has an end tag and contains only text: only then can its words be replaced.
   */
  holdsWords({ start, name, startEnd, contentEnd, end }: TreeElement): boolean {
    const isThere =
      this.#text.startsWith(`<${name}`, start) && this.#text.startsWith(`</${name}`, contentEnd);
    return isThere && end > startEnd && !this.#text.slice(startEnd, contentEnd).includes('<');
  }

  /** Replaces the words of an element that contains nothing else. White space around them stays. */
  setWords(element: TreeElement, words: string): void {
    if (!this.holdsWords(element)) return;
    const { startEnd, contentEnd } = element;
    const inner = this.#text.slice(startEnd, contentEnd);
    const lead = /^\s*/.exec(inner)?.[0].length ?? 0;
    const trail = inner.trim() === '' ? 0 : (/\s*$/.exec(inner)?.[0].length ?? 0);
    this.replace(startEnd + lead, contentEnd - trail, escapeFor(words));
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

function escapeFor(value: string, quote = ''): string {
  const plain = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (quote === '') return plain.replaceAll(']]>', ']]&gt;');
  return quote === '"' ? plain.replaceAll('"', '&quot;') : plain.replaceAll("'", '&apos;');
}

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
  setAttribute(element: TreeElement, name: string, value: string | undefined): void {
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
          quoted[0] === "'" ? `'${escapeFor(value, "'")}'` : `"${escapeFor(value, '"')}"`,
        );
      return;
    }
    if (value !== undefined) this.replace(after, after, ` ${name}="${escapeFor(value, '"')}"`);
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

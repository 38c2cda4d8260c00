/** The blocks of a document as Typst source: paragraphs, headings, lists, verse, speeches. */
import {
  headingWords,
  isBlockElement,
  nodeText,
  type TextElement,
  type TextNode,
} from './text-tree.ts';
import { BLOCK_CALLS, PLACES } from './typst-calls.ts';
import { block, call, languageOption, typstLiteral } from './typst-code.ts';
import { typstTable } from './typst-table.ts';
import { type TypstScope, TypstWords } from './typst-words.ts';

/** Page marks between blocks go to the beginning of the next one. */
const MARK = 'page';

/**
 * Typst lays out nested blocks to a limited depth; deeper ones are treated as those around them.
 */
const DEEPEST = 10;

export class TypstBlocks {
  readonly #words: TypstWords;
  /** Level of the document's own title; that of a heading in it is below. */
  readonly #level: number;
  #depth = 0;
  #speeches = 0;
  #marks: TextNode[] = [];

  constructor(around: TypstScope, level: number) {
    this.#words = new TypstWords(around, (nodes) => this.inner(nodes));
    this.#level = level;
  }

  get called(): ReadonlySet<string> {
    return this.#words.called;
  }

  /** Words and blocks, as one Typst expression. */
  blocks(nodes: readonly TextNode[]): string {
    const written = this.#all(nodes);
    const marks = this.#marks;
    this.#marks = [];
    return block(marks.length > 0 ? [...written, `p(${this.#words.line(marks)})`] : written);
  }

  /**
   * The content of a note, an item, a cell: it begins on the line of its number or label, even if
   * its first block is a paragraph.
   */
  inner(nodes: readonly TextNode[]): string {
    const at = nodes.findIndex(isBlockElement);
    if (at < 0) return this.#line(nodes);
    const marks = this.#marks;
    this.#marks = [];
    const first = nodes[at] as TextElement;
    const before = nodes.slice(0, at);
    const isLine =
      first.name === 'p' &&
      !first.children.some(isBlockElement) &&
      before.every((node) => isBlank(node) || isMark(node));
    const line = isLine ? [...before, ...first.children] : before;
    const rest = this.blocks(nodes.slice(isLine ? at + 1 : at));
    const written = block([
      ...(isLine ? this.#words.label(first) : []),
      ...(line.every(isBlank) ? [] : [this.#words.line(line), 'parbreak()']),
      rest,
    ]);
    this.#marks = marks;
    return written;
  }

  line(nodes: readonly TextNode[]): string {
    return this.#words.line(nodes);
  }

  #line(nodes: readonly TextNode[]): string {
    const marks = this.#marks;
    this.#marks = [];
    return this.#words.line([...marks, ...nodes]);
  }

  #all(nodes: readonly TextNode[]): string[] {
    const written: string[] = [];
    let run: TextNode[] = [];
    const endRun = (): void => {
      const some = run;
      run = [];
      if (some.every(isBlank)) return;
      if (some.every((node) => isBlank(node) || isMark(node)))
        this.#marks.push(...some.filter(isMark));
      else written.push(`p(${this.#line(some)})`);
    };
    for (const node of nodes) {
      if (!isBlockElement(node)) run.push(node);
      else {
        endRun();
        written.push(...this.#words.label(node), this.#placed(node));
      }
    }
    endRun();
    return written;
  }

  #placed(element: TextElement): string {
    if (this.#depth >= DEEPEST) return block(this.#all(element.children));
    this.#depth += 1;
    let written = this.#block(element);
    this.#depth -= 1;
    const { classes, attributes } = element;
    for (const [name, of, options] of PLACES)
      if (classes.has(name)) written = call(of, written, options);
    const language = languageOption(attributes.get('lang'));
    return language === '' ? written : block([`set text(${language})`, written]);
  }

  #block(element: TextElement): string {
    const { name, classes, children } = element;
    const heading = /^h([1-6])$/.exec(name);
    if (heading) return this.#heading(Number(heading[1]), children);
    switch (name) {
      case 'p':
        return this.#paragraph(element);
      case 'ul':
        return this.#list(element, classes.has('list') ? 'none' : '[•]');
      case 'ol':
        return classes.has('own-numbers') ? this.#list(element, 'none') : this.#numbered(element);
      case 'dl':
        return this.#terms(element);
      case 'table':
        return typstTable(element, (nodes) => this.inner(nodes));
      case 'blockquote':
        return call('quotation', block(this.#all(children)));
      case 'pre':
        return call('preformatted', typstLiteral(nodeText(element)));
      case 'hr':
        return 'rule()';
      case 'figcaption':
      case 'caption':
        return call('block-head', this.inner(children));
      default:
        return this.#division(element);
    }
  }

  #heading(level: number, children: readonly TextNode[]): string {
    const own = Math.min(6, this.#level - 1 + level);
    return `titled(${own},${typstLiteral(headingWords(children))},${this.inner(children)})`;
  }

  #paragraph(element: TextElement): string {
    const calls = BLOCK_CALLS.filter(([name]) => element.classes.has(name));
    let line = this.inner(element.children);
    for (const [, of] of calls) line = call(of, line);
    return element.children.some(isBlockElement) ? line : `p(${line})`;
  }

  #division(element: TextElement): string {
    const { classes, children } = element;
    const isLine = !children.some(isBlockElement);
    const functions = BLOCK_CALLS.filter(([name]) => classes.has(name));
    const isSpeech = classes.has('sp');
    if (isSpeech) this.#speeches += 1;
    let written = isLine ? this.#line(children) : block(this.#all(children));
    if (isSpeech) this.#speeches -= 1;
    if (isLine && functions.length === 0) return `p(${written})`;
    // Verses of a speech follow the speaker's name closely.
    if (this.#speeches > 0 && classes.has('lg')) return written;
    for (const [, of] of functions) written = call(of, written);
    return written;
  }

  #list({ children }: TextElement, marker: string): string {
    return `list(marker:${marker},${this.#items(children).join(',')})`;
  }

  #numbered({ attributes, children }: TextElement): string {
    const start = Number(attributes.get('start') ?? '1');
    const from = Number.isInteger(start) && start >= 0 ? start : 1;
    return `enum(start:${from},${this.#items(children).join(',')})`;
  }

  /** Content between items, such as a page mark, goes to the next one. */
  #items(children: readonly TextNode[]): string[] {
    return children.flatMap((item) => {
      if (isMark(item)) this.#marks.push(item);
      if (isBlank(item) || isMark(item)) return [];
      const inside = typeof item !== 'string' && item.name === 'li' ? item.children : [item];
      const label = typeof item === 'string' ? [] : this.#words.label(item);
      return [block([...label, this.inner(inside)])];
    });
  }

  #terms({ classes, children }: TextElement): string {
    const items: { term: string; bodies: string[] }[] = [];
    const walk = (nodes: readonly TextNode[]): void => {
      for (const node of nodes) {
        if (isMark(node)) this.#marks.push(node);
        if (isBlank(node) || isMark(node)) continue;
        if (typeof node !== 'string' && node.name === 'dt')
          items.push({ term: this.inner(node.children), bodies: [] });
        else if (typeof node !== 'string' && node.name === 'div') walk(node.children);
        else {
          const inside = typeof node !== 'string' && node.name === 'dd' ? node.children : [node];
          if (items.length === 0) items.push({ term: '[]', bodies: [] });
          const label = typeof node === 'string' ? [] : this.#words.label(node);
          items.at(-1)?.bodies.push(...label, this.inner(inside));
        }
      }
    };
    walk(children);
    const written = items.map(
      ({ term, bodies }) => `(${term},(${bodies.map((one) => `${one},`).join('')})),`,
    );
    return `described(${!classes.has('list')},(${written.join('')}))`;
  }
}

function isBlank(node: TextNode): boolean {
  return typeof node === 'string' && /^[ \t\n\r\f]*$/.test(node);
}

function isMark(node: TextNode): boolean {
  return typeof node !== 'string' && node.classes.has(MARK);
}

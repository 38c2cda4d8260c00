/**
 * The words of a line as Typst source: emphasis, notes, readings, page marks, links.
 *
 * White space is folded as in a browser: a sequence of spaces and line ends is one space, and there
 * is none at the beginning of a block.
 */
import type { Called } from './notes-of-text.ts';
import { nodeText, type TextElement, type TextNode } from './text-tree.ts';
import { block, call, languageOption, typstLabel, typstLiteral } from './typst-code.ts';

/** Functions of Typst or of the template (`site/print/siglum.typ`), by the style that they set. */
const INLINE_STYLES: readonly {
  readonly names?: readonly string[];
  readonly classes?: readonly string[];
  readonly call: string;
}[] = [
  {
    names: ['i', 'em', 'cite', 'dfn', 'var'],
    classes: [
      'italic',
      'stage',
      'roleDesc',
      'gramGrp',
      'usg',
      'lbl',
      'ex',
      'gap',
      'omitted',
      'lemma',
      'note-kind',
    ],
    call: 'emph',
  },
  { names: ['b', 'strong', 'th'], classes: ['bold', 'orth'], call: 'strong' },
  { names: ['sup'], classes: ['raised'], call: 'super' },
  { names: ['sub'], classes: ['lowered'], call: 'sub' },
  { names: ['del', 's'], classes: ['struck'], call: 'strike' },
  { names: ['u', 'ins'], classes: ['underlined'], call: 'underline' },
  { classes: ['overlined'], call: 'overline' },
  { classes: ['small-caps', 'rend-smallcaps', 'speaker', 'role'], call: 'smallcaps' },
  { classes: ['capitals'], call: 'upper' },
  { classes: ['letter-spaced'], call: 'spaced' },
  { classes: ['supplied', 'alternative', 'note-inline', 'milestone', 'hand-shift'], call: 'quiet' },
  { names: ['code', 'kbd', 'samp'], classes: ['monospaced'], call: 'monospaced' },
];

/** Leads to a picture of the page, which the PDF does not show. */
const NOT_PRINTED = ['facsimile'];

/** The context of a writer of lines. */
export interface TypstScope {
  /** Identifier, the prefix of its labels. */
  readonly id: string;
  readonly notes: ReadonlyMap<string, Called>;
  readonly apparatus: ReadonlyMap<string, Called>;
  /** Anchors within the document to which its own links lead. */
  readonly targets: ReadonlySet<string>;
  /** The target of a link: an address on the web, or a label; undefined if there is none. */
  readonly link: (
    href: string,
  ) => { readonly web: string } | { readonly label: string } | undefined;
  /** The marks of a quotation within the text. */
  readonly quotes: readonly [open: string, close: string];
  /** The compiler's path of the picture; undefined if it is not printed. */
  readonly picture: (address: string) => string | undefined;
}

export class TypstWords {
  readonly #around: TypstScope;
  /** Notes and readings that the text has referred to: each is printed once. */
  readonly called = new Set<string>();
  readonly #labelled = new Set<string>();
  readonly #starts = new Set<string>();
  /** How the blocks of a note are written. */
  readonly #blocks: (nodes: readonly TextNode[]) => string;
  #afterSpace = true;

  constructor(around: TypstScope, blocks: (nodes: readonly TextNode[]) => string) {
    this.#around = around;
    this.#blocks = blocks;
  }

  /** A line or paragraph: one Typst expression. */
  line(nodes: readonly TextNode[]): string {
    const outer = this.#afterSpace;
    this.#afterSpace = true;
    const written = block(this.#parts(nodes));
    this.#afterSpace = outer;
    return written;
  }

  #parts(nodes: readonly TextNode[]): string[] {
    return nodes.flatMap((node) =>
      typeof node === 'string' ? this.#text(node) : this.#element(node),
    );
  }

  #text(text: string): string[] {
    const folded = text.replace(/[ \t\n\r\f]+/g, ' ');
    const shown = this.#afterSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (shown === '') return [];
    this.#afterSpace = shown.endsWith(' ');
    return [typstLiteral(shown)];
  }

  #element(element: TextElement): string[] {
    const { name, classes, attributes } = element;
    if (name === 'br') {
      this.#afterSpace = true;
      return ['linebreak()'];
    }
    if (NOT_PRINTED.some((one) => classes.has(one))) return [];
    const label = this.label(element);
    if (classes.has('note-ref')) return [...label, this.#note(element)];
    if (classes.has('app-ref')) return [...label, this.#reading(element)];
    if (classes.has('page')) return [...label, this.#page(element)];
    if (classes.has('line-number'))
      return [call('verse-number', typstLiteral(nodeText(element).trim()))];
    if (name === 'img') return [...label, ...this.#picture(attributes)];
    if (classes.has('caesura') && element.children.length === 0) return ['h(1.5em)'];
    const start = classes.has('app') ? this.#readingStart(attributes.get('id')) : [];
    return [...label, ...start, this.#styled(element)];
  }

  /** The target of links, if there are any. */
  label({ attributes }: TextElement): string[] {
    const anchor = attributes.get('id');
    const { id, targets } = this.#around;
    if (anchor === undefined || !targets.has(anchor) || this.#labelled.has(anchor)) return [];
    this.#labelled.add(anchor);
    return [`[#metadata(none)#${typstLabel(id, anchor)}]`];
  }

  #styled(element: TextElement): string {
    const { name, classes, attributes, children } = element;
    const inner = name === 'math' ? this.#formula(children) : this.#parts(children);
    const [open, close] = this.#around.quotes;
    let written = block(name === 'q' ? [typstLiteral(open), ...inner, typstLiteral(close)] : inner);
    for (const style of INLINE_STYLES) {
      const has = style.names?.includes(name) || style.classes?.some((one) => classes.has(one));
      if (has) written = call(style.call, written);
    }
    const language = languageOption(attributes.get('lang'));
    if (language !== '') written = call('text', written, language);
    const href = name === 'a' && classes.has('ref') ? attributes.get('href') : undefined;
    const to = href === undefined ? undefined : this.#around.link(href);
    if (to === undefined) return written;
    return 'web' in to
      ? call('link', written, typstLiteral(to.web))
      : call('link-to', written, to.label);
  }

  /** Formulas as words in one line: fractions with a stroke, superscripts and subscripts. */
  #formula(nodes: readonly TextNode[]): string[] {
    return nodes.flatMap((node): string[] => {
      if (typeof node === 'string') return this.#text(node.trim());
      const parts = node.children.filter((one) => typeof one !== 'string');
      const [base, second] = parts;
      if (base === undefined || second === undefined || parts.length > 2)
        return this.#formula(node.children);
      if (node.name === 'mfrac')
        return [...this.#formula([base]), typstLiteral('⁄'), ...this.#formula([second])];
      const raised = { msup: 'super', msub: 'sub' }[node.name];
      if (raised === undefined) return this.#formula(node.children);
      return [...this.#formula([base]), call(raised, block(this.#formula([second])))];
    });
  }

  #picture(attributes: ReadonlyMap<string, string>): string[] {
    const description = attributes.get('alt') ?? '';
    const path = this.#around.picture(attributes.get('src') ?? '');
    if (path !== undefined) return [`picture(${typstLiteral(path)},${typstLiteral(description)})`];
    return description === '' ? [] : [call('quiet', typstLiteral(`[${description}]`))];
  }

  #page(element: TextElement): string {
    const number = nodeText(element).trim();
    return call('page-mark', typstLiteral(number));
  }

  /** The first reference to a note contains it; a further one has only its number. */
  #note(element: TextElement): string {
    const anchor = (element.attributes.get('href') ?? '').replace(/^#/, '');
    const note = this.#around.notes.get(anchor);
    const number = nodeText(element).trim();
    this.#afterSpace = false;
    if (note === undefined || this.called.has(anchor)) return call('super', typstLiteral(number));
    this.called.add(anchor);
    return `note(${typstLiteral(number)},${this.#blocks(note.children)})`;
  }

  /** The beginning of the words of an entry of the apparatus. */
  #readingStart(anchor: string | undefined): string[] {
    if (anchor === undefined || this.#starts.has(anchor)) return [];
    this.#starts.add(anchor);
    return [`place-label(${this.#placeName(anchor)})`];
  }

  #reading(element: TextElement): string {
    const anchor = (element.attributes.get('href') ?? '').replace(/^#/, '');
    const reading = this.#around.apparatus.get(anchor);
    if (reading === undefined || this.called.has(anchor)) return '""';
    this.called.add(anchor);
    const start = `ref-${anchor}`;
    const from = this.#starts.has(start) ? this.#placeName(start) : 'none';
    return `reading(${from},${this.#placeName(anchor)},${this.#blocks(reading.children)})`;
  }

  #placeName(anchor: string): string {
    return typstLiteral(`${this.#around.id}~${anchor}`);
  }
}

/**
 * A document's text as XHTML for an EPUB: the elements and attributes that EPUB 3 allows, and
 * nothing that runs, loads or leads nowhere.
 */

import { isLanguageTag } from '../../core/language-tag.ts';
import { wordList } from '../../core/text.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { nodeText, type TextElement, type TextNode } from '../print/text-tree.ts';

const PHRASING = new Set(
  wordList(`
    a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var
  `),
);
const FLOW = new Set(
  wordList(`
    blockquote caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table
    tbody td tfoot th thead tr ul
  `),
);
const MATH = new Set(
  wordList(`
    math mrow mi mn mo mtext mspace mfrac msup msub msubsup msqrt mroot mover munder munderover
    mtable mtr mtd
  `),
);
const VOID = new Set(['br', 'hr']);

/** Elements that may only contain phrasing content. */
const LINES = /^(?:p|h[1-6]|pre|dt|caption)$/;

/** Attributes that are copied, if the value has this form. */
const ATTRIBUTES: readonly (readonly [name: string, form: RegExp])[] = [
  ['class', /\S/],
  ['dir', /^(?:ltr|rtl|auto)$/],
  ['colspan', /^[1-9]\d{0,2}$/],
  ['rowspan', /^[1-9]\d{0,2}$/],
  ['start', /^-?\d{1,6}$/],
  ['value', /^-?\d{1,6}$/],
];

/** A mark of a page of the source. */
export interface PageBreak {
  readonly id: string;
  readonly number: string;
}

export interface XhtmlAround {
  /** The target of a link in the EPUB or on the web; undefined if there is none. */
  readonly link: (href: string) => string | undefined;
  /** The notes and readings in the file, by anchor. */
  readonly notes: ReadonlySet<string>;
  /** Every anchor of the file. */
  readonly anchors: ReadonlySet<string>;
  /** The path of a picture in the EPUB; undefined if it is not in the EPUB. */
  readonly picture: (src: string) => string | undefined;
}

export class XhtmlWriter {
  readonly #around: XhtmlAround;
  readonly #ids = new Set<string>();
  readonly pages: PageBreak[] = [];
  hasMath = false;

  constructor(around: XhtmlAround) {
    this.#around = around;
  }

  /** `inLine`: only phrasing content is allowed here. */
  write(nodes: readonly TextNode[], inLine = false): string {
    return nodes
      .map((node) => (typeof node === 'string' ? escapeText(node) : this.#element(node, inLine)))
      .join('');
  }

  /** An identifier, if the file does not have it yet; else none. */
  id(anchor: string | undefined): string {
    if (anchor === undefined || /[\s]/.test(anchor) || anchor === '' || this.#ids.has(anchor))
      return '';
    this.#ids.add(anchor);
    return ` id="${escapeAttribute(anchor)}"`;
  }

  #element(element: TextElement, inLine: boolean): string {
    const { name, classes, attributes, children } = element;
    if (classes.has('page')) return this.#page(element);
    if (classes.has('note-ref') || classes.has('app-ref')) return this.#reference(element);
    if (classes.has('facsimile')) return '';
    if (name === 'img') return this.#picture(attributes);
    if (MATH.has(name)) return this.#math(element);
    const written = this.#nameOf(element, inLine);
    const href = name === 'a' ? this.#around.link(attributes.get('href') ?? '') : undefined;
    const tag = name === 'a' && href === undefined ? 'span' : written;
    const start = `<${tag}${this.#attributes(element)}${tag === 'a' ? ` href="${escapeAttribute(href ?? '')}"` : ''}`;
    if (VOID.has(tag)) return `${start}/>`;
    return `${start}>${this.write(children, inLine || LINES.test(tag))}</${tag}>`;
  }

  /**
   * An unknown element, a block within a line, a line that contains blocks: the allowed form of
   * each.
   */
  #nameOf({ name, isBlock }: TextElement, inLine: boolean): string {
    if (inLine) return PHRASING.has(name) ? name : 'span';
    if (PHRASING.has(name)) return isBlock ? 'div' : name;
    if (FLOW.has(name)) return name;
    return isBlock ? 'div' : 'span';
  }

  #attributes({ attributes }: TextElement): string {
    const language = attributes.get('lang') ?? '';
    const given = ATTRIBUTES.flatMap(([name, form]) => {
      const value = attributes.get(name);
      return value !== undefined && form.test(value)
        ? [` ${name}="${escapeAttribute(value)}"`]
        : [];
    });
    const tag = isLanguageTag(language) ? ` lang="${language}" xml:lang="${language}"` : '';
    return this.id(attributes.get('id')) + given.join('') + tag;
  }

  #page(element: TextElement): string {
    const number = nodeText(element).trim();
    const anchor = element.attributes.get('id');
    const id = this.id(anchor);
    if (id !== '' && number !== '') this.pages.push({ id: anchor as string, number });
    const label = number === '' ? '' : ` aria-label="${escapeAttribute(number)}"`;
    return `<span${id} class="page" epub:type="pagebreak" role="doc-pagebreak"${label}></span>`;
  }

  #reference(element: TextElement): string {
    const anchor = (element.attributes.get('href') ?? '').replace(/^#/, '');
    const words = escapeText(nodeText(element).trim());
    const id = this.id(element.attributes.get('id'));
    if (!this.#around.notes.has(anchor)) return `<sup${id}>${words}</sup>`;
    return (
      `<a${id} class="note-ref" href="#${escapeAttribute(anchor)}" epub:type="noteref" ` +
      `role="doc-noteref">${words}</a>`
    );
  }

  #picture(attributes: ReadonlyMap<string, string>): string {
    const description = attributes.get('alt') ?? '';
    const path = this.#around.picture(attributes.get('src') ?? '');
    if (path !== undefined)
      return `<img src="${escapeAttribute(path)}" alt="${escapeAttribute(description)}"/>`;
    return description === '' ? '' : `<span class="picture">[${escapeText(description)}]</span>`;
  }

  /** Formulas without attributes, which are not needed to read one. */
  #math({ name, children }: TextElement): string {
    this.hasMath = true;
    const start =
      name === 'math' ? '<math xmlns="http://www.w3.org/1998/Math/MathML">' : `<${name}>`;
    const inner = children
      .map((node) => {
        if (typeof node === 'string') return escapeText(node);
        return MATH.has(node.name) ? this.#math(node) : escapeText(nodeText(node));
      })
      .join('');
    return `${start}${inner}</${name}>`;
  }
}

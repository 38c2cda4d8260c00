/**
 * The words of a Word document as HTML.
 *
 * Takes the file. Returns HTML with elements for everything that a reading text can represent; the
 * persons who changed or commented the file; findings for omitted content. ISO/IEC 29500-1, chapter
 * 17.
 */
import type { Finding } from '../../../core/finding.ts';
import { escapeAttribute, escapeText } from '../../../xml/escape.ts';
import { type TreeElement, textOf } from '../../../xml/tree.ts';
import {
  enclosed,
  NoteList,
  OmittedContent,
  PAGE_BREAK,
  People,
  tagsOf,
} from '../html/html-builder.ts';
import { boxesIn, DROPPED, HOLDERS } from './docx-elements.ts';
import { readDocxParts } from './docx-parts.ts';
import { DocxNumbering, DocxStyles } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';
import { childOf, localAttribute, type OfficeFile, officeChildren } from './office-file.ts';

export class DocxBody {
  readonly #document: TreeElement;
  /** Notes and comments by their ids. */
  readonly #parts: Readonly<Record<string, ReadonlyMap<string, TreeElement>>>;
  /** Targets of links by their ids, for the main part, the footnotes and the endnotes. */
  readonly #links: Readonly<Record<string, ReadonlyMap<string, string>>>;
  /** The part that is being read. */
  #part = 'main';
  readonly #styles: DocxStyles;
  readonly #numbering: DocxNumbering;
  readonly #notes = new NoteList();
  readonly #people = new People();
  readonly #omitted = new OmittedContent();
  readonly #path: string;
  /** For each open field: whether its result has begun. */
  #fields: boolean[] = [];

  constructor(file: OfficeFile, path: string) {
    this.#path = path;
    const parts = readDocxParts(file);
    this.#document = parts.document;
    this.#links = parts.links;
    this.#parts = parts.notes;
    this.#styles = new DocxStyles(parts.styles);
    this.#numbering = new DocxNumbering(parts.numbering);
    for (const [type, part] of Object.entries(parts.pageParts)) {
      const words = textOf(part ?? '').trim();
      if (words !== '') this.#omitted.add(`the ${type} of the pages (“${words.slice(0, 40)}”)`);
    }
  }

  read(): { html: string; people: { id: string; name: string }[]; findings: Finding[] } {
    const body = this.#blocks(childOf(this.#document, 'body'));
    const html = body + this.#notes.html();
    return { html, people: this.#people.all(), findings: this.#omitted.findings(this.#path) };
  }

  #blocks(parent: TreeElement | undefined): string {
    return officeChildren(parent)
      .map((child) => {
        if (child.local === 'p') return this.#paragraph(child);
        if (child.local === 'tbl') return docxTable(child, (cell) => this.#blocks(cell));
        if (child.local === 'ins' || child.local === 'del') return this.#blocks(child);
        if (HOLDERS.has(child.local)) return this.#blocks(child);
        if (child.local === 'altChunk') this.#omitted.add(DROPPED['altChunk'] as string);
        return '';
      })
      .join('');
  }

  #paragraph(paragraph: TreeElement): string {
    const properties = childOf(paragraph, 'pPr');
    const boxes: string[] = [];
    const breaks = childOf(properties, 'pageBreakBefore') ? PAGE_BREAK : '';
    const words = breaks + this.#inline(paragraph, boxes);
    const kind = this.#styles.kindOf(properties);
    const item = this.#numbering.next(this.#styles.numberingOf(properties));
    const after = boxes.join('');
    if (typeof kind === 'number') {
      const label = item?.label === undefined ? '' : `${escapeText(item.label)} `;
      return `<h${kind}>${label}${words}</h${kind}>${after}`;
    }
    if (item) {
      const label = item.label === undefined ? '' : ` data-label="${escapeAttribute(item.label)}"`;
      return (
        `<ul><li data-depth="${item.depth}" ` +
        `data-list="${escapeAttribute(item.list)}"${label}>${words}</li></ul>${after}`
      );
    }
    return kind === 'quote'
      ? `<blockquote><p>${words}</p></blockquote>${after}`
      : `<p>${words}</p>${after}`;
  }

  /** `boxes`: receives the content of text boxes, as blocks after the paragraph. */
  #inline(parent: TreeElement, boxes: string[]): string {
    return officeChildren(parent)
      .map((child): string => {
        switch (child.local) {
          case 'r':
            return this.#run(child, boxes);
          case 'ins':
          case 'moveTo':
            return this.#change('ins', child, boxes);
          case 'del':
          case 'moveFrom':
            return this.#change('del', child, boxes);
          case 'hyperlink':
            return this.#link(child, boxes);
          case 'oMath':
          case 'oMathPara':
            this.#omitted.add('the layout of a formula; its signs are in the text');
            return escapeText(textOf(child));
          case 'AlternateContent':
            return this.#inline(childOf(child, 'Choice') ?? child, boxes);
          default:
            return HOLDERS.has(child.local) ? this.#inline(child, boxes) : '';
        }
      })
      .join('');
  }

  #change(tag: 'ins' | 'del', change: TreeElement, boxes: string[]): string {
    const resp = this.#people.idOf(localAttribute(change, 'author') ?? '');
    return enclosed(this.#inline(change, boxes), [`${tag} data-resp="${resp}"`]);
  }

  #link(link: TreeElement, boxes: string[]): string {
    const target = this.#links[this.#part]?.get(localAttribute(link, 'id') ?? '');
    const words = this.#inline(link, boxes);
    return target === undefined ? words : enclosed(words, [`a href="${escapeAttribute(target)}"`]);
  }

  #run(run: TreeElement, boxes: string[]): string {
    const tags = tagsOf(this.#styles.formatOf(childOf(run, 'rPr')));
    let html = '';
    let words = '';
    const flush = (): void => {
      html += enclosed(words, tags);
      words = '';
    };
    for (const child of officeChildren(run)) {
      const text = this.#text(child);
      if (text !== undefined) words += text;
      else {
        flush();
        html += this.#other(child, run, boxes);
        // The sign is after the reference, and already in the text.
        if (localAttribute(child, 'customMarkFollows') !== undefined) break;
      }
    }
    flush();
    return html;
  }

  /** The text of a run's child; undefined if it is something else. */
  #text(child: TreeElement): string | undefined {
    // The code of a field is not text; its result is.
    if (this.#fields.includes(false) && child.local !== 'fldChar') return '';
    switch (child.local) {
      case 't':
      case 'delText':
        return escapeText(textOf(child));
      case 'tab':
      case 'ptab':
        return ' ';
      case 'noBreakHyphen':
        return '‑';
      case 'cr':
        return '<br>';
      case 'br':
        return ['page', 'column'].includes(localAttribute(child, 'type') ?? '')
          ? undefined
          : '<br>';
      default:
        return undefined;
    }
  }

  #other(child: TreeElement, run: TreeElement, boxes: string[]): string {
    const { local } = child;
    if (local === 'br') return localAttribute(child, 'type') === 'page' ? PAGE_BREAK : ' ';
    if (local === 'footnoteReference' || local === 'endnoteReference')
      return this.#note(child, run);
    if (local === 'commentReference') return this.#comment(child);
    if (local === 'fldChar') this.#field(localAttribute(child, 'fldCharType') ?? '');
    if (local === 'AlternateContent') {
      return officeChildren(childOf(child, 'Choice') ?? child)
        .map((one) => this.#other(one, run, boxes))
        .join('');
    }
    if (local === 'drawing' || local === 'pict') {
      const texts = [...boxesIn(child)].map((box) => this.#blocks(box));
      boxes.push(...texts);
      this.#omitted.add(
        texts.length > 0
          ? 'a text box: its words come after the paragraph'
          : 'a drawing or picture',
      );
    } else if (DROPPED[local]) this.#omitted.add(DROPPED[local]);
    return '';
  }

  #field(type: string): void {
    if (type === 'begin') {
      this.#fields.push(false);
      this.#omitted.add('the code of a field; what it shows is in the text');
    } else if (type === 'separate') this.#fields[this.#fields.length - 1] = true;
    else if (type === 'end') this.#fields.pop();
  }

  #note(reference: TreeElement, run: TreeElement): string {
    const name = reference.local.replace('Reference', '');
    const note = this.#parts[name]?.get(localAttribute(reference, 'id') ?? '');
    if (!note) return '';
    const custom = localAttribute(reference, 'customMarkFollows') !== undefined;
    const mark = custom ? textOf(childOf(run, 't') ?? '').trim() : '';
    this.#part = name;
    const html = this.#blocks(note);
    this.#part = 'main';
    return this.#notes.add(html, mark === '' ? undefined : mark);
  }

  #comment(reference: TreeElement): string {
    const comment = this.#parts['comment']?.get(localAttribute(reference, 'id') ?? '');
    if (!comment) return '';
    const words = officeChildren(comment, 'p').map((paragraph) => textOf(paragraph).trim());
    const resp = this.#people.idOf(localAttribute(comment, 'author') ?? '');
    return `<span data-comment="${escapeAttribute(words.join(' '))}" data-resp="${resp}"></span>`;
  }
}

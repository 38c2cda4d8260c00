/**
 * The words of an OpenDocument text as HTML.
 *
 * Takes the file. Returns HTML with elements for everything that a reading text can represent; the
 * persons who changed or commented the file; findings for omitted content. OpenDocument 1.3, part
 * 3, chapters 5 to 7, 9 and 14.
 */

import type { Finding } from '../../../core/finding.ts';
import { wordList } from '../../../core/text.ts';
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
import { firstNumber, itemLabel, OdtStyles } from './odt-styles.ts';
import { odtTable } from './odt-table.ts';
import { childOf, localAttribute, type OfficeFile, officeChildren } from './office-file.ts';

/** Blocks that only contain others. */
const HOLDERS = new Set(
  wordList(`
    section index-body table-of-content alphabetical-index illustration-index user-index
    bibliography index-title
  `),
);

interface ListPlace {
  readonly style: string | undefined;
  readonly depth: number;
  /** The number of the document's outermost list. */
  readonly list: number;
}

export class OdtBody {
  readonly #text: TreeElement;
  readonly #styles: OdtStyles;
  readonly #notes = new NoteList();
  readonly #people = new People();
  readonly #omitted = new OmittedContent();
  readonly #path: string;
  /** Tracked changes by their ids. */
  readonly #changes: ReadonlyMap<string, TreeElement>;
  /** How many items the lists of a style have had, for lists that continue. */
  readonly #counts = new Map<string, number>();
  #lists = 0;
  /** The author of the open insertion. */
  #insertion: string | undefined;

  constructor(file: OfficeFile, path: string) {
    this.#path = path;
    const content = file.required('content.xml');
    const text = childOf(content, 'body', 'text');
    if (!text) throw file.unreadable('it contains no text document');
    this.#text = text;
    this.#styles = new OdtStyles([content, file.part('styles.xml')]);
    const changes = officeChildren(childOf(text, 'tracked-changes'), 'changed-region');
    this.#changes = new Map(changes.map((change) => [localAttribute(change, 'id') ?? '', change]));
  }

  read(): { html: string; people: { id: string; name: string }[]; findings: Finding[] } {
    const html = this.#blocks(this.#text) + this.#notes.html();
    return { html, people: this.#people.all(), findings: this.#omitted.findings(this.#path) };
  }

  #blocks(parent: TreeElement): string {
    return officeChildren(parent)
      .map((child) => this.#block(child))
      .join('');
  }

  #block(block: TreeElement): string {
    switch (block.local) {
      case 'h':
      case 'p':
        return this.#paragraph(block);
      case 'list':
        return this.#list(block, { style: undefined, depth: 0, list: ++this.#lists });
      case 'table':
        return odtTable(block, (cell) => this.#blocks(cell));
      case 'change-start':
      case 'change-end':
      case 'change':
        return this.#inlineOne(block, []);
      case 'frame':
        return this.#frame(block);
      default:
        return HOLDERS.has(block.local) ? this.#blocks(block) : '';
    }
  }

  #paragraph(paragraph: TreeElement): string {
    const style = localAttribute(paragraph, 'style-name');
    const boxes: string[] = [];
    const words =
      (this.#styles.beginsPage(style) ? PAGE_BREAK : '') + this.#inline(paragraph, boxes);
    const after = boxes.join('');
    if (paragraph.local === 'h' || this.#styles.isTitle(style)) {
      const level = Math.min(
        Math.max(Number(localAttribute(paragraph, 'outline-level') ?? 1) || 1, 1),
        6,
      );
      return `<h${level}>${words}</h${level}>${after}`;
    }
    const block = `<p>${words}</p>`;
    return (this.#styles.isQuote(style) ? `<blockquote>${block}</blockquote>` : block) + after;
  }

  #list(list: TreeElement, around: ListPlace): string {
    const style = localAttribute(list, 'style-name') ?? around.style;
    const place = { ...around, style, depth: around.depth + 1 };
    const level = this.#styles.listLevel(style, place.depth);
    const key = `${style} ${place.depth}`;
    const goesOn =
      localAttribute(list, 'continue-numbering') === 'true' ||
      localAttribute(list, 'continue-list');
    let number = goesOn ? (this.#counts.get(key) ?? firstNumber(level)) : firstNumber(level);
    const html = officeChildren(list, 'list-header', 'list-item').map((item) => {
      const isItem = item.local === 'list-item';
      const start = localAttribute(item, 'start-value');
      if (start !== undefined) number = Number(start) || number;
      const label = isItem ? itemLabel(level, number) : undefined;
      if (isItem) number++;
      return this.#item(item, label, place);
    });
    this.#counts.set(key, number);
    return html.join('');
  }

  #item(item: TreeElement, label: string | undefined, place: ListPlace): string {
    const [first, ...others] = officeChildren(item);
    const rest = (first?.local === 'p' ? others : officeChildren(item)).map((child) =>
      child.local === 'list' ? this.#list(child, place) : this.#block(child),
    );
    if (first?.local !== 'p') return rest.join('');
    const stated = label === undefined ? '' : ` data-label="${escapeAttribute(label)}"`;
    const boxes: string[] = [];
    const words = this.#inline(first, boxes);
    return (
      `<ul><li data-depth="${place.depth}" ` +
      `data-list="${place.list}"${stated}>${words}</li></ul>${boxes.join('')}${rest.join('')}`
    );
  }

  /** `boxes`: receives the content of text boxes, as blocks after the paragraph. */
  #inline(parent: TreeElement, boxes: string[]): string {
    return parent.children
      .map((child) =>
        typeof child === 'string' ? this.#words(child) : this.#inlineOne(child, boxes),
      )
      .join('');
  }

  #words(text: string): string {
    const tags = this.#insertion === undefined ? [] : [`ins data-resp="${this.#insertion}"`];
    return enclosed(escapeText(text), tags);
  }

  #inlineOne(child: TreeElement, boxes: string[]): string {
    switch (child.local) {
      case 'span':
        return enclosed(
          this.#inline(child, boxes),
          tagsOf(this.#styles.formatOf(localAttribute(child, 'style-name'))),
        );
      case 'a':
        return enclosed(this.#inline(child, boxes), [
          `a href="${escapeAttribute(localAttribute(child, 'href') ?? '')}"`,
        ]);
      case 's':
      case 'tab':
        return ' ';
      case 'line-break':
        return '<br>';
      case 'note':
        return this.#note(child);
      case 'annotation':
        return this.#comment(child);
      case 'change-start':
        this.#insertion = this.#authorOf(child, 'insertion');
        return '';
      case 'change-end':
        this.#insertion = undefined;
        return '';
      case 'change':
        return this.#deletion(child);
      case 'frame':
        boxes.push(this.#frame(child));
        return '';
      case 'soft-page-break':
      case 'tracked-changes':
      case 'annotation-end':
        return '';
      case 'ruby':
        return this.#inline(childOf(child, 'ruby-base') ?? child, boxes);
      default:
        // Bookmarks are empty; fields, cross-references and index marks show their words.
        return this.#inline(child, boxes);
    }
  }

  #frame(frame: TreeElement): string {
    const box = childOf(frame, 'text-box');
    this.#omitted.add(
      box ? 'a text box: its words come after the paragraph' : 'a drawing or picture',
    );
    return box ? this.#blocks(box) : '';
  }

  #note(note: TreeElement): string {
    const citation = childOf(note, 'note-citation');
    const mark = localAttribute(citation, 'label');
    const body = childOf(note, 'note-body');
    const [insertion] = [this.#insertion];
    this.#insertion = undefined;
    const html = body ? this.#blocks(body) : '';
    this.#insertion = insertion;
    return this.#notes.add(html, mark);
  }

  #comment(annotation: TreeElement): string {
    const words = officeChildren(annotation, 'p', 'list').map((paragraph) =>
      textOf(paragraph).trim(),
    );
    const resp = this.#people.idOf(textOf(childOf(annotation, 'creator') ?? ''));
    return `<span data-comment="${escapeAttribute(words.join(' '))}" data-resp="${resp}"></span>`;
  }

  #authorOf(place: TreeElement, kind: 'insertion' | 'deletion'): string | undefined {
    const change = childOf(this.#changes.get(localAttribute(place, 'change-id') ?? ''), kind);
    return change && this.#people.idOf(textOf(childOf(change, 'change-info', 'creator') ?? ''));
  }

  /** The deleted words are stored with the change, in paragraphs. */
  #deletion(place: TreeElement): string {
    const resp = this.#authorOf(place, 'deletion');
    const deleted = childOf(
      this.#changes.get(localAttribute(place, 'change-id') ?? ''),
      'deletion',
    );
    if (resp === undefined || !deleted) return '';
    const words = officeChildren(deleted, 'p', 'h').map((paragraph) => this.#inline(paragraph, []));
    return enclosed(words.join(' '), [`del data-resp="${resp}"`]);
  }
}

/**
 * Builds the intermediate HTML between a word processor's file and a reading text, and counts
 * omitted content.
 */
import slugify from 'slugify';
import type { Finding } from '../../../core/finding.ts';
import { escapeText } from '../../../xml/escape.ts';

/** Tags around words, the first outermost. White space alone needs none. */
export function enclosed(words: string, tags: readonly string[]): string {
  if (words.replace(/<[^>]*>/g, '').trim() === '') return words;
  return (
    tags.map((tag) => `<${tag}>`).join('') +
    words +
    [...tags]
      .reverse()
      .map((tag) => `</${tag.split(' ')[0]}>`)
      .join('')
  );
}

/** The formats of a run of text. */
export interface RunFormat {
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly smallcaps?: boolean;
  readonly raised?: 'sup' | 'sub';
}

/** Always in the same order, so that equal formats give equal tags. */
export function tagsOf({
  italic,
  bold,
  underline,
  strike,
  smallcaps,
  raised,
}: RunFormat): string[] {
  return [
    ...(strike ? ['s'] : []),
    ...(bold ? ['strong'] : []),
    ...(italic ? ['em'] : []),
    ...(underline ? ['u'] : []),
    ...(smallcaps ? ['span class="smallcaps"'] : []),
    ...(raised ? [raised] : []),
  ];
}

/** The persons who changed or commented the file. */
export class People {
  readonly #names = new Map<string, string>();

  /** The id of a person by name: "Jane Doe" is `by-jane-doe`. */
  idOf(name: string): string {
    const clean = name.trim() === '' ? 'unknown' : name.trim();
    const base = `by-${slugify(clean, { lower: true, strict: true }) || 'x'}`;
    for (let count = 1; ; count++) {
      const id = count === 1 ? base : `${base}-${count}`;
      const taken = this.#names.get(id);
      if (taken === undefined) this.#names.set(id, clean);
      if (taken === undefined || taken === clean) return id;
    }
  }

  all(): { id: string; name: string }[] {
    return [...this.#names].map(([id, name]) => ({ id, name }));
  }
}

/** Content that a reader omits, counted by kind. */
export class OmittedContent {
  readonly #counts = new Map<string, number>();

  /** `kind`: in the singular, with an article: "a drawing". */
  add(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  findings(path: string): Finding[] {
    return [...this.#counts].map(([kind, count]) => ({
      path,
      severity: 'remark',
      rule: 'intake/left-out',
      message: `omitted: ${kind}${count > 1 ? ` (${count} of them)` : ''}`,
    }));
  }
}

/** The notes of a document, in the order of their anchors. */
export class NoteList {
  readonly #notes: { readonly id: string; readonly label: string; readonly html: string }[] = [];
  #numbers = 0;

  /**
   * Adds a note and returns the link for its anchor. `mark`: a sign that the author chose in place
   * of a number.
   */
  add(html: string, mark?: string): string {
    const label = mark ?? String(++this.#numbers);
    const id = `source-note-${this.#notes.length + 1}`;
    this.#notes.push({ id, label, html });
    return `<a href="#${id}" role="doc-noteref">${escapeText(label)}</a>`;
  }

  html(): string {
    if (this.#notes.length === 0) return '';
    const items = this.#notes.map(
      ({ id, html }) => `<li id="${id}" role="doc-endnote">${html}</li>`,
    );
    return `<section role="doc-endnotes"><ol>${items.join('')}</ol></section>`;
  }
}

/** A page ends here. */
export const PAGE_BREAK = '<span class="page-break"></span>';

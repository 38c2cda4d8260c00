/**
 * The proof of the text law (CONTRIBUTING, law 1), for every document that is written.
 *
 * Takes the reading text as received and the TEI made from it. Returns undefined, or the first
 * place at which they differ. The proof does not depend on how the encoder read the text: it walks
 * through source and TEI together, and the source may have more than the TEI only where the TEI has
 * an element for it: a note's label at its anchor and before its words, a page mark, a bullet, a
 * rule above notes.
 */

import { readProvedTei, type TeiNote, type TeiText } from './prove-tei.ts';
import { DELIMITER_ROW } from './typed-tables.ts';

/** Where the proof failed: the text of the source, and that of the TEI. */
interface Loss {
  /** `text`, or the number of a note. */
  readonly where: string;
  readonly source: string;
  readonly tei: string;
}

/** Compares, ignoring white space, the TEI's main text and each of its notes with the source's. */
export function proveText(source: string, tei: string): Loss | undefined {
  return new Walk(source.replace(/^\uFEFF/, ''), readProvedTei(tei)).loss();
}

const SPACE = /\s/;
const BULLET = /[•▪‣◦*–—·-]/;
/** A line that separates text and notes. */
const RULE = /[ \t]*(?:[-–—_]{2,}|(?:[*-] ?){3,})[ \t]*(?=\r?\n|$)/y;
/** Possible page marks: a number in brackets or between bars, with a word before it. */
const PAGE = /\[\p{L}{0,6}\.?[ \u00a0]?([^\][\s]{1,20})\]|\|([^|\s]{1,8})\|/uy;
/** Longer than any mark of a page. */
const LONGEST_MARK = 40;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

class Walk {
  readonly #source: string;
  readonly #tei: TeiText;
  readonly #notes: TeiNote[];
  /** Pages that the TEI has and the source has not yet shown. */
  readonly #pages: Map<string, number>;
  #at = 0;

  constructor(source: string, tei: TeiText) {
    this.#source = source;
    this.#tei = tei;
    this.#notes = [...tei.notes];
    this.#pages = new Map();
    for (const n of tei.pages) this.#pages.set(n, (this.#pages.get(n) ?? 0) + 1);
  }

  loss(): Loss | undefined {
    for (const item of this.#tei.main) {
      if (item.note !== undefined) {
        this.#skip('', item.note.n);
        if (!this.#anchor(item.note.n)) return this.#difference(item.note.n);
      } else {
        for (let at = 0; at < item.text.length; at++) {
          const char = item.text[at] as string;
          this.#skip(item.text.slice(at, at + LONGEST_MARK));
          if (this.#source[this.#at] !== char) return this.#difference(item.text.slice(at));
          this.#at++;
        }
      }
    }
    for (;;) {
      this.#skip('');
      if (this.#at >= this.#source.length) break;
      const lost = this.#notes
        .map((note) => this.#mismatch(note))
        .find((found) => found !== undefined);
      return lost ?? this.#difference('');
    }
    const [invented] = this.#notes;
    return invented && { where: `note ${invented.n}`, source: '', tei: invented.text.slice(0, 50) };
  }

  /**
   * Skips characters that an element of the TEI replaces, until `ahead` (the next characters of the
   * TEI) or the anchor of `note`: "[2]" can be a page, a note or text.
   */
  #skip(ahead: string, note?: string): void {
    const next = ahead[0] ?? '';
    for (;;) {
      while (SPACE.test(this.#source[this.#at] ?? '')) this.#at++;
      if (this.#at >= this.#source.length) return;
      const lineBegins = this.#lineBegins();
      if (lineBegins && this.#note()) continue;
      const char = this.#source[this.#at] ?? '';
      if (char === next && !this.#isPage(ahead)) return;
      if (note !== undefined && this.#anchorLength(note) > 0) return;
      if (this.#page()) continue;
      if (char === next) return;
      if (lineBegins && this.#rule()) continue;
      if (this.#bar(lineBegins)) continue;
      if (lineBegins && BULLET.test(char)) this.#at++;
      else return;
    }
  }

  /** A bar between two cells of a typed table, or the line below its head. */
  #bar(lineBegins: boolean): boolean {
    const begin = this.#source.lastIndexOf('\n', this.#at - 1) + 1;
    const feed = this.#source.indexOf('\n', this.#at);
    const end = feed < 0 ? this.#source.length : feed;
    const line = this.#source.slice(begin, end);
    if (line.split('|').length < 3 && !line.trimStart().startsWith('|')) return false;
    if (lineBegins && DELIMITER_ROW.test(line.replace(/\r$/, ''))) this.#at = end;
    else if (this.#source[this.#at] === '|') this.#at++;
    else return false;
    return true;
  }

  #lineBegins(): boolean {
    let at = this.#at - 1;
    while (this.#source[at] === ' ' || this.#source[at] === '\t') at--;
    return at < 0 || this.#source[at] === '\n' || this.#source[at] === '\r';
  }

  /** A note's label and all of its words, if a note of the TEI is here. */
  #note(): boolean {
    for (const [index, note] of this.#notes.entries()) {
      const begin = afterLabel(this.#source, this.#at, note.n);
      if (begin < 0) continue;
      const end = this.#ofNote(note, begin);
      if (end === undefined) continue;
      this.#at = end;
      this.#notes.splice(index, 1);
      return true;
    }
    return false;
  }

  /** The end of the words of a note that begin at `begin`; undefined if they differ. */
  #ofNote(note: TeiNote, begin: number): number | undefined {
    let at = begin;
    for (const char of note.text) {
      for (;;) {
        while (SPACE.test(this.#source[at] ?? '')) at++;
        if (this.#source.startsWith(char, at)) break;
        const page = pageAt(this.#source, at);
        if (!page) return undefined;
        at += page.length;
      }
      at += char.length;
    }
    return at;
  }

  /** Whether a page mark is here, rather than the same characters as text. */
  #isPage(ahead: string): boolean {
    const page = pageAt(this.#source, this.#at);
    if (page === undefined || (this.#pages.get(page.n) ?? 0) === 0) return false;
    const mark = this.#source.slice(this.#at, this.#at + page.length);
    return !ahead.startsWith(mark.replace(/\s+/g, ''));
  }

  #page(): boolean {
    const page = pageAt(this.#source, this.#at);
    const left = page && this.#pages.get(page.n);
    if (!page || !left) return false;
    this.#pages.set(page.n, left - 1);
    this.#at += page.length;
    return true;
  }

  #rule(): boolean {
    RULE.lastIndex = this.#at;
    const rule = RULE.exec(this.#source);
    if (!rule) return false;
    this.#at += rule[0].length;
    return true;
  }

  /** The label of a note at its anchor. */
  #anchor(n: string): boolean {
    const length = this.#anchorLength(n);
    this.#at += length;
    return length > 0;
  }

  #anchorLength(n: string): number {
    return labelForms(n).find((form) => this.#source.startsWith(form, this.#at))?.length ?? 0;
  }

  /** For a label here: the following words of the source, and of the TEI. */
  #mismatch({ n, text }: TeiNote): Loss | undefined {
    const begin = afterLabel(this.#source, this.#at, n);
    if (begin < 0) return undefined;
    const source = this.#source.slice(begin, begin + text.length + 400).replace(/\s+/g, '');
    let at = 0;
    while (at < text.length && source[at] === text[at]) at++;
    const from = Math.max(0, at - 20);
    return {
      where: `note ${n}`,
      source: source.slice(from, at + 30),
      tei: text.slice(from, at + 30),
    };
  }

  #difference(tei: string): Loss {
    const from = Math.max(0, this.#at - 20);
    const before = this.#source.slice(from, this.#at).replace(/\s+/g, '');
    const after = this.#source.slice(this.#at, this.#at + 60).replace(/\s+/g, '');
    return { where: 'text', source: (before + after).slice(0, 50), tei: before + tei.slice(0, 30) };
  }
}

function pageAt(
  source: string,
  at: number,
): { readonly n: string; readonly length: number } | undefined {
  const char = source[at];
  if (char !== '[' && char !== '|') return undefined;
  PAGE.lastIndex = at;
  const match = PAGE.exec(source);
  const n = match?.[1] ?? match?.[2];
  return match && n !== undefined ? { n, length: match[0].length } : undefined;
}

/** All forms of a label at an anchor or before a note, the longest first. */
function labelForms(n: string): readonly string[] {
  const raised = /^\d+$/.test(n) ? n.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit) : n;
  return [`[^${n}]`, `[${n}]`, `(${n})`, `^${n}`, raised, n];
}

/** Where the words of the note with its label at `at` begin; −1 if the label is not there. */
function afterLabel(source: string, at: number, n: string): number {
  for (const form of labelForms(n)) {
    if (!source.startsWith(form, at)) continue;
    const end = at + form.length;
    return end + (/^[.):]?/.exec(source.slice(end, end + 1))?.[0].length ?? 0);
  }
  return -1;
}

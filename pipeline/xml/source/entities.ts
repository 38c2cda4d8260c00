/**
 * Replaces internal entities by the definitions in the DOCTYPE of their file, and removes the
 * DOCTYPE.
 *
 * Takes the text of a document with a DOCTYPE. Returns text without one, and findings about what
 * was not read. A reference to an unknown entity stays on the page as it is written; growth and
 * nesting are limited, since a few entities can expand to gigabytes.
 */
import { type Finding, InputError } from '../../core/finding.ts';
import { PREDEFINED_ENTITIES } from '../escape.ts';
import { type MappedText, TextBuilder } from '../mapped-text.ts';
import { type Doctype, readDoctype } from './doctype.ts';

/** How many times longer a file may become. */
const MOST_GROWTH = 10;
/** Entities within entities. */
const DEEPEST = 20;
const PREDEFINED = new Set(Object.keys(PREDEFINED_ENTITIES));
/**
 * The beginnings of parts of the content; a tag is read separately, since its quotation marks
 * count.
 */
const PART = /<!--|<!\[CDATA\[|<\?|<\/?[^\s<>"'/!?]|&([\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*);/gu;
/** The beginnings and ends of parts without elements and references (XML 1.0, 2.5 to 2.7). */
export const UNPARSED_ENDS: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<![CDATA[': ']]>',
  '<?': '?>',
};
const IN_TAG = /[<>"']|&([\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*);/gu;

interface Expanded {
  readonly text: MappedText;
  readonly findings: readonly Finding[];
}

/**
 * Throws an `InputError` if the DOCTYPE is not well-formed or its entities grow beyond the limits.
 */
export function expandEntities(source: MappedText, path: string): Expanded {
  const doctype = readDoctype(source.text, path);
  if (!doctype) return { text: source, findings: [] };
  return new Expansion(source, path, doctype).run();
}

class Expansion {
  readonly #source: MappedText;
  readonly #path: string;
  readonly #doctype: Doctype;
  readonly #out = new TextBuilder();
  readonly #findings = new Map<string, Finding>();

  constructor(source: MappedText, path: string, doctype: Doctype) {
    this.#source = source;
    this.#path = path;
    this.#doctype = doctype;
  }

  run(): Expanded {
    const { start, end, ignored } = this.#doctype;
    this.#out.copy(this.#source, 0, start);
    this.#content(end);
    for (const { what, at } of ignored)
      this.#report(
        what,
        at,
        'warning',
        `${what} in the DOCTYPE is not read; write its meaning into the document`,
      );
    return { text: this.#out.done(), findings: [...this.#findings.values()] };
  }

  #content(from: number): void {
    const { text } = this.#source;
    let copied = from;
    PART.lastIndex = from;
    for (let part = PART.exec(text); part; part = PART.exec(text)) {
      const [whole, name] = part;
      const after = part.index + whole.length;
      const end = UNPARSED_ENDS[whole];
      if (end !== undefined) {
        const ended = text.indexOf(end, after);
        // The parser reports that it is not closed.
        if (ended < 0) break;
        PART.lastIndex = ended + end.length;
      } else if (name !== undefined) {
        copied = this.#reference(copied, part.index, name, false);
      } else {
        const ended = this.#tag(copied, after);
        copied = ended.copied;
        PART.lastIndex = ended.at;
      }
    }
    this.#out.copy(this.#source, copied, text.length);
  }

  /** From within a tag to its end; a "<" ends it too, since then it is not well-formed. */
  #tag(from: number, start: number): { copied: number; at: number } {
    const { text } = this.#source;
    let copied = from;
    let quote = '';
    IN_TAG.lastIndex = start;
    for (let part = IN_TAG.exec(text); part; part = IN_TAG.exec(text)) {
      const [sign, name] = part;
      if (name !== undefined) {
        if (quote !== '') copied = this.#reference(copied, part.index, name, true);
      } else if (sign === quote) quote = '';
      else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
      else if (quote === '' && sign === '>') return { copied, at: part.index + 1 };
      else if (sign === '<') return { copied, at: part.index };
    }
    return { copied, at: text.length };
  }

  /** Returns the offset up to which the source has been processed. */
  #reference(copied: number, at: number, name: string, inAttribute: boolean): number {
    if (PREDEFINED.has(name)) return copied;
    this.#out.copy(this.#source, copied, at);
    this.#out.insert(this.#words(name, at, inAttribute), this.#source, at);
    this.#requireSmall(at);
    return at + name.length + 2;
  }

  #words(name: string, at: number, inAttribute: boolean): string {
    const value = this.#doctype.entities.get(name);
    if (typeof value !== 'string') {
      this.#unknown(name, at, value);
      return `&amp;${name};`;
    }
    const words = this.#replaced(value, at, [name], { length: this.#out.length });
    if (!inAttribute) return words;
    if (words.includes('<'))
      throw this.#error(
        at,
        `the entity &${name}; contains an element and is used in an attribute; write its ` +
          `words there`,
      );
    return words
      .replace(/[\t\n\r]/g, ' ')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;');
  }

  /** The value with its entities replaced. `grown`: the length of the whole so far. */
  #replaced(
    value: string,
    at: number,
    within: readonly string[],
    grown: { length: number },
  ): string {
    if (within.length > DEEPEST)
      throw this.#error(
        at,
        `the entity &${within[0]}; contains others, more than ${DEEPEST} deep; write its ` +
          `words here`,
      );
    grown.length += value.length;
    this.#requireSmall(at, grown.length);
    const pieces: string[] = [];
    let copied = 0;
    const references = new RegExp(PART);
    for (let part = references.exec(value); part; part = references.exec(value)) {
      const [whole, name] = part;
      const end = UNPARSED_ENDS[whole];
      if (end !== undefined) {
        const ended = value.indexOf(end, part.index + whole.length);
        if (ended < 0) break;
        references.lastIndex = ended + end.length;
      }
      if (name === undefined || PREDEFINED.has(name)) continue;
      if (within.includes(name))
        throw this.#error(
          at,
          `the entity &${name}; contains itself; give it a value without &${name};`,
        );
      const inner = this.#doctype.entities.get(name);
      pieces.push(value.slice(copied, part.index));
      copied = part.index + whole.length;
      if (typeof inner === 'string')
        pieces.push(this.#replaced(inner, at, [...within, name], grown));
      else {
        this.#unknown(name, at, inner);
        pieces.push(`&amp;${name};`);
      }
    }
    return pieces.join('') + value.slice(copied);
  }

  #unknown(name: string, at: number, value: null | undefined): void {
    const where = this.#doctype.external ? ', which its DTD may declare: a DTD is not read' : '';
    const message =
      value === null
        ? `the entity &${name}; would be read from another file, which is not done; name the ` +
          `file with <xi:include href="…"/>, or write its words here`
        : `the entity &${name}; is not defined${where}; write the character itself, or ` +
          `declare it: <!ENTITY ${name} "…"> between [ and ] of the DOCTYPE`;
    this.#report(
      `&${name};`,
      at,
      value === null || this.#doctype.external ? 'warning' : 'error',
      message,
    );
  }

  #requireSmall(at: number, length = this.#out.length): void {
    if (length <= MOST_GROWTH * this.#source.text.length) return;
    const message =
      `the entities of the DOCTYPE make the file more than ${MOST_GROWTH} times as long; ` +
      `write their words into the text`;
    throw this.#error(at, message);
  }

  /** Once for each kind, at its first place. */
  #report(key: string, at: number, severity: Finding['severity'], message: string): void {
    if (this.#findings.has(key)) return;
    const place = this.#source.placeAtOffset(at);
    this.#findings.set(key, { ...place, severity, rule: 'xml/entity', message });
  }

  #error(at: number, message: string): InputError {
    const { line, column } = this.#source.placeAtOffset(at);
    return new InputError({
      path: this.#path,
      line,
      column,
      severity: 'error',
      rule: 'xml/entity',
      message,
    });
  }
}

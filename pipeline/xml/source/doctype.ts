/**
 * The DOCTYPE of a document: the declarations of its internal subset, within strict limits.
 *
 * Takes the text of a document. Returns its general entities, and the place of the DOCTYPE. Nothing
 * that it names is ever read: no DTD, no external or parameter entity. See XML 1.0, sections 2.8
 * and 4.
 */
import { InputError } from '../../core/finding.ts';
import { positionAt } from '../decode.ts';

export interface Doctype {
  /** The name of the root element that it announces. */
  readonly name: string;
  /** Its beginning and end in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it names a DTD, which may declare further entities. */
  readonly external: boolean;
  /** General entities with their replacement texts; null for an external one. */
  readonly entities: ReadonlyMap<string, string | null>;
  /** Other declarations, which are ignored, and their offset. */
  readonly ignored: readonly { readonly what: string; readonly at: number }[];
}

const NAME = /[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*/uy;
const SPACE = /\s*/y;
const LITERAL = /"[^"]*"|'[^']*'/y;
/** Declarations that do not matter for reading without validation. */
const WITHOUT_EFFECT = /<!(?:ELEMENT|NOTATION)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/y;
const ATTRIBUTES = /<!ATTLIST\b(?:"[^"]*"|'[^']*'|[^"'>])*>/y;
const COMMENT = /<!--[\s\S]*?-->/y;
const INSTRUCTION = /<\?[\s\S]*?\?>/y;
const MOST_ENTITIES = 5000;
/** UTF-16 units. */
const LONGEST = 1024 * 1024;

/**
 * Undefined if there is none. Throws an `InputError` if it is not well-formed. `path`: the file
 * name in messages.
 */
export function readDoctype(text: string, path: string): Doctype | undefined {
  const start = doctypeStart(text);
  return start === undefined ? undefined : new Reader(text, start, path).doctype();
}

/** Only the declaration, comments, instructions and white space may precede it. */
function doctypeStart(text: string): number | undefined {
  let at = 0;
  for (;;) {
    const next = textAt(SPACE, text, at)?.length ?? 0;
    at += next;
    const passed = textAt(COMMENT, text, at) ?? textAt(INSTRUCTION, text, at);
    if (passed === undefined) return text.startsWith('<!DOCTYPE', at) ? at : undefined;
    at += passed.length;
  }
}

function textAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

class Reader {
  readonly #text: string;
  readonly #start: number;
  readonly #path: string;
  #at: number;
  readonly #entities = new Map<string, string | null>();
  readonly #ignored: { what: string; at: number }[] = [];

  constructor(text: string, start: number, path: string) {
    this.#text = text.slice(0, start + LONGEST);
    this.#start = start;
    this.#path = path;
    this.#at = start + '<!DOCTYPE'.length;
  }

  doctype(): Doctype {
    this.#space();
    const name = this.#take(NAME, 'the name of the root element');
    this.#space();
    const external = this.#externalId();
    this.#space();
    if (this.#skips('[')) this.#subset();
    this.#space();
    if (!this.#skips('>'))
      throw this.#error('the DOCTYPE is not closed, or is longer than any; write ">" at its end');
    return {
      name,
      start: this.#start,
      end: this.#at,
      external,
      entities: this.#entities,
      ignored: this.#ignored,
    };
  }

  /** SYSTEM "address", PUBLIC "name" "address". */
  #externalId(): boolean {
    const isPublic = this.#skips('PUBLIC');
    if (!isPublic && !this.#skips('SYSTEM')) return false;
    this.#space();
    this.#take(LITERAL, 'a name or address in quotation marks');
    this.#space();
    // SGML, as in HTML, allows a public name alone.
    if (isPublic) this.#skips(textAt(LITERAL, this.#text, this.#at) ?? '');
    return true;
  }

  #subset(): void {
    for (;;) {
      this.#space();
      if (this.#skips(']')) return;
      const at = this.#at;
      if (
        this.#skipsPattern(COMMENT) ||
        this.#skipsPattern(INSTRUCTION) ||
        this.#skipsPattern(WITHOUT_EFFECT)
      )
        continue;
      if (this.#skipsPattern(ATTRIBUTES))
        this.#ignored.push({ what: 'attributes given by <!ATTLIST …>', at });
      else if (this.#skips('<!ENTITY')) this.#entity(at);
      else if (this.#skips('%')) {
        this.#take(NAME, 'the name of a parameter entity');
        if (!this.#skips(';'))
          throw this.#error('the reference to a parameter entity is not closed; write ";"');
        this.#ignored.push({ what: 'a parameter entity (%…;)', at });
      } else
        throw this.#error('the DOCTYPE contains something that is not a declaration; delete it');
    }
  }

  #entity(at: number): void {
    this.#space();
    const isParameter = this.#skips('%');
    this.#space();
    const name = this.#take(NAME, 'the name of an entity');
    this.#space();
    const literal = textAt(LITERAL, this.#text, this.#at);
    if (literal !== undefined) this.#at += literal.length;
    else if (this.#externalId()) {
      this.#space();
      if (this.#skips('NDATA')) {
        this.#space();
        this.#take(NAME, 'the name of a notation');
      }
    } else throw this.#error(`the entity ${name} has no value; write <!ENTITY ${name} "words">`);
    this.#space();
    if (!this.#skips('>'))
      throw this.#error(`the declaration of the entity ${name} is not closed; write ">"`);
    if (isParameter) return;
    if (this.#entities.size >= MOST_ENTITIES)
      throw this.#error(
        `the DOCTYPE declares more than ${MOST_ENTITIES} entities; write their words into the text`,
        at,
      );
    // The first declaration binds (XML 1.0, section 4.2).
    if (!this.#entities.has(name))
      this.#entities.set(name, literal === undefined ? null : withCharacters(literal.slice(1, -1)));
  }

  #space(): void {
    this.#at += textAt(SPACE, this.#text, this.#at)?.length ?? 0;
  }

  #skips(word: string): boolean {
    if (word === '' || !this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #skipsPattern(pattern: RegExp): boolean {
    return this.#skips(textAt(pattern, this.#text, this.#at) ?? '');
  }

  #take(pattern: RegExp, what: string): string {
    const found = textAt(pattern, this.#text, this.#at);
    if (found === undefined)
      throw this.#error(`the DOCTYPE is not well-formed: ${what} is missing here`);
    this.#at += found.length;
    return found;
  }

  #error(message: string, at = this.#at): InputError {
    const place = positionAt(this.#text, at);
    return new InputError({
      path: this.#path,
      ...place,
      severity: 'error',
      rule: 'xml/doctype',
      message,
    });
  }
}

/**
 * Character references in a declared value are replaced when it is declared (XML 1.0, section 4.5);
 * a bad one is left to the parser.
 */
function withCharacters(value: string): string {
  return value.replace(
    /&#(?:x([\dA-Fa-f]{1,6})|(\d{1,7}));/g,
    (reference, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const isCharacter =
        [9, 10, 13].includes(code) ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        (code >= 0x10000 && code <= 0x10ffff);
      return isCharacter ? String.fromCodePoint(code) : reference;
    },
  );
}

/**
 * The tokens of an XPath 3.1 expression, an XSLT pattern, a sequence type or an attribute value
 * template.
 *
 * Takes the text. Returns its tokens, or why it cannot be read. This is not a parser: the guard
 * (guard.ts) only needs the names that are called, and an expression with anything that this lexer
 * does not support is refused. See XPath 3.1, A.2.
 */

type TokenKind = 'name' | 'wildcard' | 'string' | 'number' | 'symbol';

export interface XPathToken {
  readonly kind: TokenKind;
  readonly text: string;
  /** For a name: its prefix (`tei` of `tei:p`), or its namespace if it is written `Q{uri}local`. */
  readonly prefix?: string;
  readonly uri?: string;
  readonly local?: string;
}

interface Tokens {
  readonly tokens: readonly XPathToken[];
  /** The expression without its comments, as passed to the processor. */
  readonly text: string;
}

/** The text is not an expression that this lexer supports. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

/** People do not write longer expressions or deeper brackets. */
const MOST_CHARACTERS = 100_000;
const DEEPEST = 100;

const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\u00B7-]*';
const SPACE = /[\t\n\r ]+/y;
const STRING = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y;
const NUMBER = /(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][+-]?[0-9]+)?/y;
const BRACED = new RegExp(`Q\\{([^{}]*)\\}(${NAME}|\\*)`, 'uy');
const QNAME = new RegExp(`(?:(${NAME}):)?(${NAME})`, 'uy');
const WILDCARD = new RegExp(`\\*:${NAME}|${NAME}:\\*`, 'uy');
const SYMBOL = /:=|::|!=|\|\||=>|<<|<=|>>|>=|\/\/|\.\.|[:!|=<>/.@()[\]{},+\-*?#$]/y;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Throws a `TokenError`. */
export function tokenizeXPath(text: string): Tokens {
  const read = readFrom(text, 0, false);
  return { tokens: read.tokens, text: read.text };
}

/**
 * The expressions in the braces of an attribute value template (XSLT 3.0, 5.6.1). Throws a
 * `TokenError`.
 */
export function templateExpressions(text: string): XPathToken[][] {
  const found: XPathToken[][] = [];
  for (let at = 0; at < text.length; ) {
    const [here = '', next] = [text[at], text[at + 1]];
    if ((here === '{' || here === '}') && next === here) at += 2;
    else if (here === '}') throw new TokenError('a closing brace has no opening one');
    else if (here === '{') {
      const read = readFrom(text, at + 1, true);
      found.push(read.tokens);
      at = read.end;
    } else at += 1;
  }
  return found;
}

/** Reads to the end, or `inBraces` to after the brace that closes the one before `start`. */
function readFrom(
  text: string,
  start: number,
  inBraces: boolean,
): { tokens: XPathToken[]; text: string; end: number } {
  if (text.length > MOST_CHARACTERS)
    throw new TokenError(`it is longer than ${MOST_CHARACTERS} characters`);
  const tokens: XPathToken[] = [];
  const open: string[] = [];
  let plain = '';
  let at = start;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const space = match(SPACE);
    if (space) {
      plain += space[0];
      at += space[0].length;
      continue;
    }
    if (text.startsWith('(:', at)) {
      at = afterComment(text, at);
      plain += ' ';
      continue;
    }
    const token = readToken(match);
    if (!token)
      throw new TokenError(`the character ${text.slice(at, at + 1)} has no meaning there in XPath`);
    if (token.kind === 'symbol') {
      const closing = CLOSING[token.text];
      if (closing) open.push(closing);
      else if (')]}'.includes(token.text) && open.pop() !== token.text) {
        if (inBraces && token.text === '}' && open.length === 0)
          return { tokens, text: plain, end: at + 1 };
        throw new TokenError(`a ${token.text} closes nothing`);
      }
      if (open.length > DEEPEST)
        throw new TokenError(`brackets are nested more than ${DEEPEST} deep`);
    }
    tokens.push(token);
    plain += token.text;
    at += token.text.length;
  }
  if (open.length > 0 || inBraces)
    throw new TokenError(`a ${open.at(-1) ?? '}'} is missing at the end`);
  return { tokens, text: plain, end: at };
}

function readToken(match: (pattern: RegExp) => RegExpExecArray | null): XPathToken | undefined {
  const string = match(STRING);
  if (string) return { kind: 'string', text: string[0] };
  const number = match(NUMBER);
  if (number) return { kind: 'number', text: number[0] };
  const braced = match(BRACED);
  if (braced) {
    const [text, uri = '', local = ''] = braced;
    if (local === '*') return { kind: 'wildcard', text };
    return { kind: 'name', text, uri: uri.replace(/[\t\n\r ]+/g, ' ').trim(), local };
  }
  const wildcard = match(WILDCARD);
  if (wildcard) return { kind: 'wildcard', text: wildcard[0] };
  const name = match(QNAME);
  if (name) {
    const [text, prefix, local = ''] = name;
    return { kind: 'name', text, local, ...(prefix !== undefined && { prefix }) };
  }
  const symbol = match(SYMBOL);
  return symbol ? { kind: 'symbol', text: symbol[0] } : undefined;
}

/** Comments may be nested (XPath 3.1, 2.6). */
function afterComment(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    if (text.startsWith('(:', at)) {
      depth += 1;
      at += 2;
    } else if (text.startsWith(':)', at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return at;
    } else at += 1;
  }
  throw new TokenError('a comment does not end');
}

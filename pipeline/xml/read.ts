/**
 * One safe pass over an XML document: elements, text, comments and instructions as they come, each
 * with its place.
 *
 * Takes the bytes or the text of a file and functions to call. Returns the calls, or an
 * `InputError` that says in plain words where the file is not well-formed. A DOCTYPE is refused,
 * because it can name other files to be read and entities that grow without end; elements nested
 * more than 256 deep, with more than 500 attributes, with a name of more than 1,000 characters or
 * more than a million in number are refused, because parsers take quadratic time, overflow or fill
 * the memory on them.
 */
import { SaxesParser } from 'saxes';
import { InputError } from '../core/finding.ts';
import { decodeXml, type TextPosition } from './decode.ts';
import { Lines } from './lines.ts';
import { plainMessage } from './well-formedness.ts';

const DEEPEST = 256;

/**
 * The largest printed volumes have some 150,000 elements; with more than this the result does not
 * fit into the memory of a common machine.
 */
const MOST_ELEMENTS = 1_000_000;

/**
 * On one element. TEI All has some 60 that one element may have; parsers take quadratic time to
 * find a repeated one.
 */
const MOST_ATTRIBUTES = 500;

/** Characters. Stylesheets overflow on names that are much longer. */
const LONGEST_NAME = 1_000;

/** Message about a file of TEI before P5. */
export const P4 =
  'this is TEI P4 (TEI.2), and TEI P5 is read; convert it first, for example with the ' +
  'p4top5 stylesheet of the TEI Consortium';

/** A file's content and its name in messages. */
export interface XmlSource {
  readonly path: string;
  readonly content: Uint8Array | string;
}

export interface XmlAttribute {
  /** As written: `xml:id`. */
  readonly name: string;
  readonly local: string;
  /** Namespace name; empty if there is none. */
  readonly uri: string;
  readonly value: string;
}

export interface XmlElement extends TextPosition {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** Without the namespace declarations, in the order of the file. */
  readonly attributes: readonly XmlAttribute[];
  /** Prefix to namespace name, for the declarations on this very element. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Number of elements that enclose this one. */
  readonly depth: number;
  /**
   * Where the start tag begins and ends in the text, in UTF-16 units: from its `<` to after its
   * `>`.
   */
  readonly start: number;
  readonly startEnd: number;
}

/**
 * The functions to call; each may be omitted. Places are those of the first character: the `<` of a
 * tag.
 */
export interface XmlHandler {
  open?(element: XmlElement): void;
  /**
   * `end`: the end of the end tag in the text, in UTF-16 units; `contentEnd`: its beginning. After
   * an empty-element tag both are `startEnd`.
   */
  close?(element: XmlElement, end: number, contentEnd: number): void;
  /** Text and CDATA, entities replaced. The place is that of the text's end. */
  text?(text: string, end: TextPosition): void;
  comment?(text: string): void;
  instruction?(target: string, body: string): void;
}

/**
 * Reads a document. Throws an `InputError` with one finding at the first error: everything after it
 * would be a guess. Errors of the handler pass through.
 */
export function readXml(source: XmlSource, handler: XmlHandler): void {
  const { path, content } = source;
  const text =
    typeof content === 'string' ? content.replace(/^\uFEFF/, '') : decodeXml(content, path);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const lines = new Lines(text);
  const open: XmlElement[] = [];
  let closed: XmlElement | undefined;
  let start: TextPosition = { line: 1, column: 1 };
  let startOffset = 0;
  let elements = 0;
  const here = (back = 0): TextPosition => lines.placeAt(parser.position - back);
  const inputError = (rule: string, message: string, place: TextPosition): InputError =>
    new InputError({ path, ...place, severity: 'error', rule, message });

  const refuseLong = (name: string): void => {
    if (name.length <= LONGEST_NAME) return;
    const message =
      `a name begins with “${name.slice(0, 30)}” and has ${name.length} characters; no ` +
      `element or attribute has a name of more than ${LONGEST_NAME}`;
    throw inputError('xml/long-name', message, start);
  };

  parser.on('error', (error) => {
    // The parser removes the element before it finds that the closing tag is the wrong one.
    const still = closed && /unexpected close tag/.test(error.message) ? [...open, closed] : open;
    const before = text.slice(0, parser.position);
    const loose = looseAmpersand(before);
    const said = loose === undefined ? error.message : 'malformed character entity';
    const closing = /<\/([^\s>]+)\s*>$/.exec(before.slice(-256))?.[1];
    const at = loose === undefined ? here(1) : lines.placeAt(loose);
    const reference = /&[^\s&;<>]+;$/.exec(before.slice(-256))?.[0];
    const { message, place } = plainMessage(said, { open: still, closing, reference }, at);
    throw inputError('xml/not-well-formed', message, place);
  });
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== undefined && version !== '1.0') {
      throw inputError('xml/version', `XML ${version} is not read; write version="1.0"`, {
        line: 1,
        column: 1,
      });
    }
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      const message = `the file states ${encoding} but is read as UTF-8; write encoding="UTF-8"`;
      throw inputError('xml/encoding', message, { line: 1, column: 1 });
    }
  });
  parser.on('doctype', (doctype) => {
    const plain =
      'a DOCTYPE is not read, since it can name other files; remove it, the schema is named ' +
      'by <?xml-model?>';
    // The parser itself does not replace entities.
    const entities =
      ', and "xmllint --noent --dropdtd FILE" (libxml2) writes the file without it, its ' +
      'entities replaced';
    const message = /^\s*tei(corpus)?\.2\b/i.test(doctype)
      ? P4
      : `${plain}${/<!ENTITY/.test(doctype) ? entities : ''}`;
    throw inputError('xml/doctype', message, here(doctype.length + '<!DOCTYPE'.length + 1));
  });
  parser.on('opentagstart', (tag) => {
    // The event comes when one character after the name has been read, or two where a line ends
    // there.
    startOffset = text.lastIndexOf('<', parser.position - tag.name.length - 1);
    start = lines.placeAt(startOffset);
    refuseLong(tag.name);
    if (open.length >= DEEPEST) {
      throw inputError(
        'xml/too-deep',
        `<${tag.name}> is inside ${DEEPEST} other elements; no document is that deep`,
        start,
      );
    }
    if (++elements > MOST_ELEMENTS) {
      const message =
        `the file has more than ${MOST_ELEMENTS.toLocaleString('en')} elements; divide it ` +
        `into one file for each document`;
      throw inputError('xml/too-many', message, start);
    }
  });
  parser.on('opentag', (tag) => {
    const all = Object.values(tag.attributes);
    if (all.length > MOST_ATTRIBUTES) {
      const message =
        `<${tag.name}> has ${all.length} attributes; no element has more than ` +
        `${MOST_ATTRIBUTES}`;
      throw inputError('xml/too-many', message, start);
    }
    for (const { name } of all) refuseLong(name);
    const attributes = all.filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
    const element = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes,
      namespaces: tag.ns ?? {},
    };
    const offsets = { start: startOffset, startEnd: parser.position };
    const placed: XmlElement = { ...element, depth: open.length, ...start, ...offsets };
    open.push(placed);
    handler.open?.(placed);
  });
  parser.on('closetag', () => {
    closed = open.pop();
    if (!closed || !handler.close) return;
    const end = parser.position;
    handler.close(closed, end, end === closed.startEnd ? end : text.lastIndexOf('</', end - 1));
  });
  if (handler.text) {
    const give = (chars: string): void => handler.text?.(chars, here());
    parser.on('text', give);
    parser.on('cdata', give);
  }
  if (handler.comment) parser.on('comment', (body) => handler.comment?.(body));
  if (handler.instruction) {
    parser.on('processinginstruction', ({ target, body }) => handler.instruction?.(target, body));
  }
  parser.write(text).close();
}

/**
 * The place of an "&" that does not begin a reference. A parser takes everything up to the next ";"
 * for a name and complains there, or at the end. An "&" in a comment or in CDATA does not begin a
 * reference: there a closing mark follows.
 */
function looseAmpersand(before: string): number | undefined {
  const at = before.lastIndexOf('&');
  if (at < 0) return undefined;
  const after = before.slice(at);
  return /^&(?:#\d+|#x[\dA-Fa-f]+|[^\s&;<>]+);/.test(after) || /-->|\]\]>|\?>/.test(after)
    ? undefined
    : at;
}

/**
 * Wraps a file with a part of TEI as root (`surface`, `facsimile`, `text`, `div` …) in a document
 * with a header, and gives a header to a document without one.
 *
 * Takes the text of a file, its includes resolved. Returns the same text inside `TEI`, with the
 * elements between `TEI` and the root that the Guidelines require and a header with the name of the
 * file as its title; anything else unchanged. Places still lead to the file.
 */

import { type Finding, shownPath } from '../../core/finding.ts';
import { positionAt } from '../decode.ts';
import { escapeText } from '../escape.ts';
import { type MappedText, TextBuilder } from '../mapped-text.ts';
import { TEI } from '../namespaces.ts';

/**
 * Elements that are put around a root, outermost first, without `TEI`; any other root of TEI is a
 * part of a text.
 */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  text: [],
  facsimile: [],
  sourceDoc: [],
  standOff: [],
  front: ['text'],
  body: ['text'],
  back: ['text'],
  group: ['text'],
  div: ['text', 'body'],
  listPerson: ['standOff'],
  listPlace: ['standOff'],
  listOrg: ['standOff'],
  listEvent: ['standOff'],
  listAnnotation: ['standOff'],
  annotation: ['standOff', 'listAnnotation'],
  spanGrp: ['standOff'],
  interpGrp: ['standOff'],
  linkGrp: ['standOff'],
  person: ['standOff', 'listPerson'],
  place: ['standOff', 'listPlace'],
  org: ['standOff', 'listOrg'],
};
const IN_TEXT: readonly string[] = ['text', 'body', 'div'];
const PICTURED = new Set(['surface', 'surfaceGrp']);
/** Whole documents, and roots that cannot make one. */
const LEFT_ALONE = new Set([
  'TEI',
  'teiCorpus',
  'TEI.2',
  'teiCorpus.2',
  'teiHeader',
  'xenoData',
  'fileDesc',
]);

const SKIPPED = /(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/y;
const START =
  /<(?:([\p{L}_][\p{L}\p{N}_.-]*):)?([\p{L}_][\p{L}\p{N}_.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/uy;

interface Root {
  /** Offsets of its start tag. */
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly local: string;
  readonly isEmpty: boolean;
}

/**
 * The local name of the root of a TEI file that is not a whole document; undefined for any other
 * file.
 */
export function fragmentRoot(text: string): string | undefined {
  return rootOf(text)?.local;
}

/** `title`: plain text, for the new header. */
export function wholeDocument(source: MappedText, title: string): MappedText {
  const root = rootOf(source.text);
  if (!root) return source;
  const { start, prefix, local } = root;
  const names = ['TEI', ...aroundOf(local, source.text)].map((name) =>
    prefix === '' ? name : `${prefix}:${name}`,
  );
  const [outermost, ...inner] = names;
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const out = new TextBuilder();
  out.copy(source, 0, start);
  out.insert(
    `<${outermost} ` +
      `${declared}="${TEI}">${headerOf(title)}${inner.map((name) => `<${name}>`).join('')}`,
    source,
    start,
  );
  out.copy(source, start, source.text.length);
  const closing = [...names].reverse().map((name) => `</${name}>`);
  out.insert(closing.join(''), source, Math.max(0, source.text.length - 1));
  return out.done();
}

/**
 * Also undefined if the root is not closed: a parser reports this better for the unwrapped file.
 */
function rootOf(text: string): Root | undefined {
  const root = startOf(text);
  if (!root || LEFT_ALONE.has(root.local)) return undefined;
  const name = root.prefix === '' ? root.local : `${root.prefix}:${root.local}`;
  const isClosed = root.isEmpty || text.slice(text.lastIndexOf('</') + 2).startsWith(name);
  return isClosed ? root : undefined;
}

/** The start tag of the root, if the root is in the namespace of TEI. */
function startOf(text: string): Root | undefined {
  SKIPPED.lastIndex = 0;
  const start = SKIPPED.exec(text)?.[0].length ?? 0;
  START.lastIndex = start;
  const [tag, prefix = '', local = '', attributes = ''] = START.exec(text) ?? [];
  if (tag === undefined) return undefined;
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.replace(/[.]/g, '\\.')}`;
  const uri = new RegExp(`(?:^|\\s)${declaration}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(
    attributes,
  );
  return (uri?.[1] ?? uri?.[2]) === TEI
    ? { start, end: START.lastIndex, prefix, local, isEmpty: attributes.endsWith('/') }
    : undefined;
}

/**
 * The text of a document `TEI` with a header, if it has none anywhere; undefined for any other.
 * `title`: plain text, for the new header.
 */
export function withHeader(source: MappedText, title: string): MappedText | undefined {
  const { text } = source;
  const root = startOf(text);
  if (root?.local !== 'TEI' || root.isEmpty || /<(?:[\w.-]+:)?teiHeader[\s/>]/.test(text))
    return undefined;
  const out = new TextBuilder();
  out.copy(source, 0, root.end);
  out.insert(headerOf(title), source, root.end);
  out.copy(source, root.end, text.length);
  return out.done();
}

/** A surface with transcribed lines belongs in `sourceDoc`, another one in `facsimile`. */
function aroundOf(local: string, text: string): readonly string[] {
  if (PICTURED.has(local))
    return [/<(?:[\w.-]+:)?line[\s/>]/.test(text) ? 'sourceDoc' : 'facsimile'];
  return AROUND[local] ?? IN_TEXT;
}

function headerOf(title: string): string {
  const statements =
    `<titleStmt><title>${escapeText(title)}</title></titleStmt>` +
    '<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>';
  return `<teiHeader xmlns="${TEI}"><fileDesc>${statements}</fileDesc></teiHeader>`;
}

export function noHeader(path: string, text: string): Finding {
  return {
    path: shownPath(path),
    ...positionAt(text, text.search(/<(?:[\w.-]+:)?TEI[\s>]/)),
    severity: 'error',
    rule: 'xml/no-header',
    message: 'the document has no teiHeader; give it one, with a title at least',
  };
}

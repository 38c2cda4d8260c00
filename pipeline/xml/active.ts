/**
 * Content of an XML file that a browser would run.
 *
 * Takes the text of a well-formed file. Returns the first construct in it that a browser which
 * opens the file itself (not the page made from it) does more than show: a stylesheet that it
 * names, elements of XHTML, scripts and handlers in SVG and MathML, addresses that are scripts, and
 * declarations of a DOCTYPE, which can make any of these. https://www.w3.org/TR/xml-stylesheet/,
 * HTML Standard 14, SVG 2, 15. When in doubt, content is reported.
 */

import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { wordList } from '../core/text.ts';
import { RELAX_NG, SCHEMATRON, TEI, XHTML, XINCLUDE, XML } from './namespaces.ts';

export interface ActiveContent {
  /** The name for messages: `the element <script> of XHTML`. */
  readonly what: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Browsers run any element of these namespaces. */
const RUN: ReadonlyMap<string, string> = new Map([
  [XHTML, 'HTML'],
  ['http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul', 'XUL'],
  ['http://www.mozilla.org/xbl', 'XBL'],
  ['http://www.w3.org/2001/xml-events', 'XML Events'],
]);

/** The elements of SVG that only draw. */
const DRAWING = new Set(
  wordList(`
    circle clipPath defs desc ellipse g line linearGradient marker mask metadata path pattern
    polygon polyline radialGradient rect stop svg switch symbol text textPath title tspan use view
  `),
);

/** Namespaces without a meaning for browsers; a file with only these need not be read. */
const INERT = new Set([
  TEI,
  'http://www.tei-c.org/ns/Examples',
  XML,
  XINCLUDE,
  RELAX_NG,
  'http://relaxng.org/ns/compatibility/annotations/1.0',
  SCHEMATRON,
]);

const NAMESPACE = /\bxmlns(?::[^\s=]+)?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * White space and control characters, which browsers omit at the beginning of a scheme and
 * within it.
 */
const LEFT_OUT = /[\p{Cc}\s]+/gu;

const SCRIPT_ADDRESS =
  /^(?:javascript|vbscript|data:(?:text\/html|text\/xml|application\/[\w.+-]*xml|image\/svg)\b)/i;

/** Undefined for a file that a browser only shows. */
export function activeContent(text: string): ActiveContent | undefined {
  if (isPlainlyInert(text)) return undefined;
  const parser = new SaxesParser({ xmlns: true, position: true });
  let found: ActiveContent | undefined;
  /** The beginning of the last markup. */
  let start = { line: 1, column: 1 };
  const find = (what: string | undefined): void => {
    if (what !== undefined) found ??= { what, ...start };
  };
  const here = (): void => {
    start = { line: parser.line, column: parser.column };
  };
  parser.on('error', () => {});
  parser.on('doctype', (declarations) => {
    const { entities, others } = declared(declarations);
    if (others) find('the declarations of its DOCTYPE');
    Object.assign(parser.ENTITIES, entities);
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') {
      here();
      find('the instruction <?xml-stylesheet?>');
    }
  });
  parser.on('opentagstart', here);
  parser.on('opentag', ({ uri, local, attributes }) => {
    find(activeElement(uri, local));
    for (const attribute of Object.values(attributes)) find(activeAttribute(attribute, uri));
  });
  for (const piece of piecesOf(text)) {
    parser.write(piece);
    if (found) return found;
  }
  return found;
}

const ENTITY = /<!ENTITY\s+([^\s%"'<>]+)\s+(?:"([^"<%]*)"|'([^'<%]*)')\s*>/g;

/**
 * The entities in a DOCTYPE that contain no markup; and whether it declares anything else that can
 * make markup.
 */
function declared(declarations: string): { entities: Record<string, string>; others: boolean } {
  const entities: Record<string, string> = {};
  const rest = declarations.replace(ENTITY, (whole, name, double, single) => {
    // A reference to the character < in an entity begins markup (XML 1.0, 4.4.5 and appendix D).
    if (/&#(?:0*60|x0*3c|0*37|x0*25);/i.test(whole)) return whole;
    entities[name as string] = (double ?? single) as string;
    return '';
  });
  // Some browsers obey a processing instruction among the declarations.
  return { entities, others: /<!(?:ENTITY|ATTLIST)|%|<\?xml-stylesheet/.test(rest) };
}

/** Characters read at a time; reading stops at the first find. */
const PIECE = 1 << 16;

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

function isPlainlyInert(text: string): boolean {
  if (/<\?xml-stylesheet|<!DOCTYPE|script\s*:|\bon\w+\s*=|data:|=\s*["'][^"'<>]*&#/i.test(text))
    return false;
  return [...text.matchAll(NAMESPACE)].every(([, double, single]) =>
    INERT.has(double ?? single ?? ''),
  );
}

function activeElement(uri: string, local: string): string | undefined {
  const run = RUN.get(uri);
  if (run !== undefined) return `the element <${local}> of ${run}`;
  return uri === SVG && !DRAWING.has(local) ? `the element <${local}> of SVG` : undefined;
}

function activeAttribute(
  { name, local, value }: SaxesAttributeNS,
  element: string,
): string | undefined {
  if (/^on[a-z]+$/i.test(name)) return `the handler @${name}`;
  const address = value.replace(LEFT_OUT, '');
  if (SCRIPT_ADDRESS.test(address)) return `the address in @${name}, which is a script`;
  const isLink = (element === SVG || element === MATHML) && local === 'href';
  if (isLink && !/^(?:#|https?:|$)/i.test(address)) return `the address in @${name}`;
  return undefined;
}

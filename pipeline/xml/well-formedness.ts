/**
 * Turns a parser's message about a file that is not well-formed into words that tell an editor what
 * to do.
 *
 * Takes saxes's message, the open elements at that point, and the place. Returns a sentence and the
 * place of the error.
 */
import type { TextPosition } from './decode.ts';

interface OpenTag extends TextPosition {
  readonly name: string;
}

/** The parser's context: the open elements, outermost first, and the closing tag just read. */
interface Situation {
  readonly open: readonly OpenTag[];
  readonly closing: string | undefined;
  /** The reference just read, for example "&mdash;". */
  readonly reference: string | undefined;
}

interface Said {
  readonly message: string;
  readonly place: TextPosition;
}

type Rewording = (
  words: readonly string[],
  situation: Situation,
  place: TextPosition,
) => string | Said;

const REWORDINGS: readonly (readonly [RegExp, Rewording])[] = [
  [/^unclosed tag: (.+)$/, (_words, { open }) => unclosed(open)],
  [/^unexpected close tag$/, (_words, situation) => mismatched(situation)],
  [/^unmatched closing tag: (.+)$/, (_words, situation) => mismatched(situation)],
  [
    /^unexpected end$/,
    (_words, { open }, place) =>
      open.length > 0 ? unclosed(open) : `the file ends too early (${at(place)})`,
  ],
  [
    /^duplicate attribute: (?:\{.*\})?(.+)$/,
    ([name]) => `the attribute ${name} is given twice; delete one of them`,
  ],
  [
    /^unbound namespace prefix: "(.*)"$/,
    ([prefix]) =>
      `the prefix ${prefix}: is not declared; declare it with xmlns:${prefix}="…" or write ` +
      `the name without it`,
  ],
  [
    /^unquoted attribute value$/,
    () => 'the value of an attribute is not in quotation marks; write name="value"',
  ],
  [/^attribute without value$/, () => 'an attribute has no value; write name="value"'],
  [/^no whitespace between attributes$/, () => 'there is no space between two attributes; put one'],
  [
    /^disallowed character in tag name$/,
    () => 'a "<" begins no element here; for the character itself write &lt;',
  ],
  [/^disallowed character in closing tag$/, () => 'the closing tag is malformed; write </name>'],
  [
    /^disallowed character in attribute name$/,
    () => 'the name of an attribute contains a character that is not allowed in names',
  ],
  [
    /^disallowed character$/,
    () => 'this character is not allowed here; a "<" of the text is written &lt;',
  ],
  [
    /^malformed character entity$|^empty entity name$/,
    (_words, { reference }) =>
      reference?.startsWith('&#')
        ? `${reference} is not a character that XML allows; delete it`
        : 'an "&" begins no character reference here; for the character itself write &amp;',
  ],
  [
    /^undefined entity$/,
    (_words, { reference }) =>
      `${reference === undefined ? 'this entity' : `the entity ${reference}`} is not ` +
      `defined; XML itself has only &lt; &gt; &amp; &quot; &apos;: write the character`,
  ],
  [/^malformed comment$/, () => 'a comment may not contain "--"; remove a hyphen'],
  [
    /^the string "\]\]>" is disallowed in char data$/,
    () => 'text may not contain "]]>"; write ]]&gt;',
  ],
  [
    /^document must contain a root element$/,
    () => 'the file contains no element; a TEI document begins with <TEI>',
  ],
  [
    /^documents may contain only one root$/,
    () => 'a second element follows the root element; one element has to enclose all',
  ],
  [
    /^text data outside of root node$/,
    () => 'text is outside the root element; move it inside or delete it',
  ],
  [
    /XML declaration must (?:be|appear) at the start of the document$/,
    () =>
      'something precedes the XML declaration; <?xml …?> has to be the very first thing in ' +
      'the file',
  ],
];

/** `said` from the parser, with or without the place in front and a full stop at the end. */
export function plainMessage(said: string, situation: Situation, place: TextPosition): Said {
  const bare = said.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
  for (const [pattern, reword] of REWORDINGS) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const result = reword(match.slice(1), situation, place);
    return typeof result === 'string' ? { message: result, place } : result;
  }
  return { message: `the file is not well-formed XML: ${bare}`, place };
}

/** The last opened element is named: its end tag is missing. */
function unclosed(open: readonly OpenTag[]): string | Said {
  const last = open.at(-1);
  if (!last) return 'an element is not closed';
  return {
    message: `<${last.name}> is opened here and never closed; write </${last.name}>`,
    place: last,
  };
}

function mismatched({ open, closing }: Situation): string {
  const last = open.at(-1);
  const tag = closing === undefined ? 'a closing tag' : `</${closing}>`;
  if (!last) return `${tag} closes nothing: no element is open; delete it`;
  return (
    `${tag} is where <${last.name}> of ${at(last)} is still open; close that first with ` +
    `</${last.name}>`
  );
}

function at(place: TextPosition): string {
  return `line ${place.line}, column ${place.column}`;
}

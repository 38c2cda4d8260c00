/**
 * A TEI file as a sequence of tags and words, for comparing.
 *
 * Takes the text of a well-formed file. Returns tokens; joined they are the file.
 * Indentation, line breaks, the order and quotation marks of attributes and the form of empty
 * elements are not compared: a program that only writes the file differently (oXygen's "Format and
 * indent", canonical XML) has changed nothing.
 */
import { foldSpace, pattern } from '../../../core/text.ts';

export interface MergeToken {
  readonly text: string;
  /** The key for comparing: white space is present or not, however much. */
  readonly key: string;
}

/**
 * An empty element, a tag, comment or instruction is one token; so are a word, a sequence of white
 * space, and any other character.
 */
const TOKEN = pattern('gu')`
    <([^\s<>/!?]+)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?(?<!\/)><\/\1\s*>|<!--[\s\S]*?-->|
    <!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|&[^;\s]*;|\s+|
    [\p{L}\p{M}\p{N}_]+|[\s\S]
  `;

export function mergeTokens(tei: string): MergeToken[] {
  return Array.from(tei.matchAll(TOKEN), ([text]) => ({ text, key: keyOf(text) }));
}

function keyOf(text: string): string {
  if (text.trim() === '') return ' ';
  if (!isTag(text)) return text;
  const [, start = '', given = '', end = ''] = TAG.exec(text) ?? [];
  const attributes = Array.from(
    given.matchAll(ATTRIBUTE),
    ([, name, double, single]) =>
      ` ${name}="${foldSpace(double ?? single ?? '').replaceAll('"', '&quot;')}"`,
  );
  return `${start}${attributes.sort().join('')}${end.includes('</') ? '/>' : end}`;
}

/** The name with its opening characters, the attributes, the end: `>`, `/>` or `></name>`. */
const TAG = /^(<\/?[^\s<>/]+)([\s\S]*?)\s*(\/?>|><\/[^<>]*>)$/;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function isTag(text: string): boolean {
  return (
    text.length > 1 && text.startsWith('<') && !text.startsWith('<!') && !text.startsWith('<?')
  );
}

/** A tag without the encoder's certainty: confirming a mark does not change it. */
export function withoutCertainty(key: string): string {
  return isTag(key) ? key.replace(/ (?:resp|cert)="[^"]*"/g, '') : key;
}

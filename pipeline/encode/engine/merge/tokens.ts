/**
 * A TEI file as a sequence of tags and words, for comparing.
 *
 * Takes the text of a well-formed file. Returns tokens, which put together are the file again. How
 * a file is indented and where its lines break is not compared: an editor's program that lays the
 * file out anew has changed nothing.
 */

export interface MergeToken {
  readonly text: string;
  /** What is compared: white space is there or not, however much. */
  readonly key: string;
}

/**
 * A tag, comment or instruction is one token; so are a word, a stretch of white space, and any
 * other character.
 */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|&[^;\s]*;|\s+|[\p{L}\p{M}\p{N}_]+|[\s\S]/gu;

export function tokensOf(tei: string): MergeToken[] {
  return Array.from(tei.matchAll(TOKEN), ([text]) => ({ text, key: keyOf(text) }));
}

function keyOf(text: string): string {
  if (text.trim() === '') return ' ';
  if (!isTag(text)) return text;
  return text.replace(/\s+/g, ' ').replace(/ (\/?>)$/, '$1');
}

function isTag(text: string): boolean {
  return (
    text.length > 1 && text.startsWith('<') && !text.startsWith('<!') && !text.startsWith('<?')
  );
}

/**
 * A tag without what the encoder says of its own certainty: to confirm a mark is not to change it.
 */
export function withoutCertainty(key: string): string {
  return isTag(key) ? key.replace(/ (?:resp|cert)="[^"]*"/g, '') : key;
}

/**
 * What a document states about its own making: hashes of its source, and of itself as it was
 * encoded.
 *
 * Takes the text of a TEI file. Returns whether an editor has changed it since it was encoded, and
 * the hash of its source. The hashes are in `appInfo/application` as `ni` addresses (RFC 6920), so
 * the document alone is enough.
 */
import { createHash } from 'node:crypto';
import { UNPARSED_ENDS } from '../../xml/source/entities.ts';

/** In place of a hash that is not yet filled in. */
export const NO_HASH = 'ni:///sha-256;';
/** A document imported from a file with prefixed elements has the prefix here too. */
const OWN_HASH = pointerOf('digest');
const SOURCE_HASH = pointerOf('source');

/** A part without elements begins. */
const NO_MARKUP = /<!--|<!\[CDATA\[|<\?/g;

/** Another program may write the attributes in another order, or in single quotation marks. */
function pointerOf(type: string): RegExp {
  return new RegExp(
    `(<(?:[^\\s<>:]+:)?ptr(?=\\s[^<>]*\\btype\\s*=\\s*["']${type}["'])[^<>]*?\\starget\\s*=\\s*["'])` +
      `(ni:///sha-256;[\\w-]*)(?=["'])`,
    'g',
  );
}

/** `ni:///sha-256;…` of the bytes. */
export function hashUri(content: string | Uint8Array): string {
  return `${NO_HASH}${createHash('sha256').update(content).digest('base64url')}`;
}

/** Fills in the hash of the document as encoded; line ends do not count. */
export function sign(tei: string): string {
  return withHash(tei, hashUri(plain(tei)));
}

/** Fills in the hash of a document that already states one. */
export function signAnew(tei: string): string {
  return sign(withHash(tei, NO_HASH));
}

/** The hash of the document as encoded, which it still states after an editor has changed it. */
export function statedHash(tei: string): string | undefined {
  const stated = firstIn(tei, OWN_HASH)?.value;
  return stated === NO_HASH ? undefined : stated;
}

/**
 * True if the file is what the encoder wrote, to the byte, except for line ends and a byte order
 * mark, which other programs change.
 */
export function isUntouched(tei: string): boolean {
  const stated = statedHash(tei);
  if (stated === undefined) return false;
  return stated === hashUri(withHash(plain(tei), NO_HASH));
}

/**
 * A document with the hashes of another encoding, so that it counts as an edited version of that
 * one.
 */
export function restated(tei: string, encoded: string): string {
  const source = firstIn(tei, SOURCE_HASH);
  const from = sourceHash(encoded);
  const named =
    source && from
      ? tei.slice(0, source.at) + from + tei.slice(source.at + source.value.length)
      : tei;
  return withHash(named, statedHash(encoded) ?? NO_HASH);
}

function plain(tei: string): string {
  return tei.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

/** The hash of the source that the document was encoded from. */
export function sourceHash(tei: string): string | undefined {
  return firstIn(tei, SOURCE_HASH)?.value;
}

function withHash(tei: string, stated: string): string {
  const found = firstIn(tei, OWN_HASH);
  return found ? tei.slice(0, found.at) + stated + tei.slice(found.at + found.value.length) : tei;
}

/**
 * The first value that a pattern finds in markup; a pointer inside a comment does not count.
 */
function firstIn(
  tei: string,
  pattern: RegExp,
): { readonly at: number; readonly value: string } | undefined {
  let from = 0;
  for (;;) {
    pattern.lastIndex = from;
    const found = pattern.exec(tei);
    if (!found) return undefined;
    const [, before = '', value = ''] = found;
    from = endOfNoMarkup(tei, from, found.index);
    if (from <= found.index) return { at: found.index + before.length, value };
  }
}

/** The end of the comment, CDATA section or instruction that begins before `until`. */
function endOfNoMarkup(tei: string, from: number, until: number): number {
  let at = from;
  for (;;) {
    NO_MARKUP.lastIndex = at;
    const next = NO_MARKUP.exec(tei);
    if (!next || next.index >= until) return at;
    const [open] = next;
    const end = UNPARSED_ENDS[open] as string;
    const ended = tei.indexOf(end, next.index + open.length);
    if (ended < 0) return tei.length;
    at = ended + end.length;
  }
}

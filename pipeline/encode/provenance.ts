/**
 * What a document says of its own making: digests of the source it was made from, and of itself as it was made.
 *
 * In: the text of a TEI file. Out: whether an editor has touched it since it was encoded, and which source it came from. The digests
 * stand in `appInfo/application` as `ni` addresses (RFC 6920), so a document can be judged without anything beside it.
 */
import { createHash } from 'node:crypto';
import { element, type Node } from './write/element.ts';

const NONE = 'ni:///sha-256;';
/** A document imported from a file whose elements have a prefix has it here too. */
const OWN_DIGEST = /(<(?:[^\s<>:]+:)?ptr type="digest" target=")ni:\/\/\/sha-256;([\w-]*)(")/;
const SOURCE_DIGEST = /<(?:[^\s<>:]+:)?ptr type="source" target="(ni:\/\/\/sha-256;[\w-]+)"/;

/** `ni:///sha-256;…` of the bytes. */
export function digest(content: string | Uint8Array): string {
  return `${NONE}${createHash('sha256').update(content).digest('base64url')}`;
}

/** The pointers as they stand in `application`: the digest of the source, and the document's own, still open: `sign` fills it in. */
export function digestPointers(source: string): Node[] {
  return [element('ptr', { type: 'source', target: source }), element('ptr', { type: 'digest', target: NONE })];
}

/** Fills in the digest of the document as encoded; its line ends do not count. */
export function sign(tei: string): string {
  return tei.replace(
    OWN_DIGEST,
    (_whole, before: string, _value: string, after: string) => before + digest(plain(tei)) + after,
  );
}

/** Fills in the digest of a document that states one already. */
export function signAnew(tei: string): string {
  return sign(tei.replace(OWN_DIGEST, `$1${NONE}$3`));
}

/** The digest of the document as encoded, which it still states after an editor has touched it. */
export function statedDigest(tei: string): string | undefined {
  const stated = OWN_DIGEST.exec(tei)?.[2];
  return stated ? `${NONE}${stated}` : undefined;
}

/** True where the file is what the encoder wrote, to the byte; line ends and a byte order mark aside, which other programs change. */
export function isUntouched(tei: string): boolean {
  const stated = statedDigest(tei);
  if (stated === undefined) return false;
  return stated === digest(plain(tei).replace(OWN_DIGEST, `$1${NONE}$3`));
}

function plain(tei: string): string {
  return tei.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

/** The digest of the source that the document was encoded from. */
export function sourceDigest(tei: string): string | undefined {
  return SOURCE_DIGEST.exec(tei)?.[1];
}

/**
 * What a document says of its own making: digests of the source it was made from, and of itself as it was made.
 *
 * In: the text of a TEI file. Out: whether an editor has touched it since it was encoded, and which source it came from. The digests
 * stand in `appInfo/application` as `ni` addresses (RFC 6920), so a document can be judged without anything beside it.
 */
import { createHash } from 'node:crypto';
import { element, type Node } from './write/element.ts';

const NONE = 'ni:///sha-256;';
const OWN_DIGEST = /(<ptr type="digest" target=")ni:\/\/\/sha-256;([\w-]*)(")/;
const SOURCE_DIGEST = /<ptr type="source" target="(ni:\/\/\/sha-256;[\w-]+)"/;

/** `ni:///sha-256;…` of the bytes. */
export function digest(content: string | Uint8Array): string {
  return `${NONE}${createHash('sha256').update(content).digest('base64url')}`;
}

/** The pointers as they stand in `application`, the document's own digest still open: `sign` fills it in. */
export function digestPointers(source: string | Uint8Array): Node[] {
  return [element('ptr', { type: 'source', target: digest(source) }), element('ptr', { type: 'digest', target: NONE })];
}

/** Fills in the digest of the document as encoded. */
export function sign(tei: string): string {
  return tei.replace(
    OWN_DIGEST,
    (_whole, before: string, _value: string, after: string) => before + digest(tei) + after,
  );
}

/** True where the file is, to the byte, what the encoder wrote. */
export function isUntouched(tei: string): boolean {
  const stated = OWN_DIGEST.exec(tei);
  if (!stated) return false;
  return `${NONE}${stated[2]}` === digest(tei.replace(OWN_DIGEST, `$1${NONE}$3`));
}

/** The digest of the source that the document was encoded from. */
export function sourceDigest(tei: string): string | undefined {
  return SOURCE_DIGEST.exec(tei)?.[1];
}

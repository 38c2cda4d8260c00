/**
 * A document's own identifier, made from the edition's.
 *
 * Takes the edition's URI and the document's id. Returns an address below the edition's, if that is
 * on the web; for an edition with a UUID a name-based UUID (RFC 9562, section 5.5), the same for
 * the same document in every run.
 */
import { createHash } from 'node:crypto';

const URN = /^urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

export function documentUri(edition: string, id: string): string | undefined {
  if (/^https?:\/\//.test(edition)) return `${edition.replace(/\/?$/, '/')}documents/${id}.html`;
  const namespace = URN.exec(edition)?.[1];
  return namespace === undefined ? undefined : `urn:uuid:${nameBased(namespace, id)}`;
}

/** Version 5: the same for the same name in the same namespace, which is a UUID itself. */
export function nameBased(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.subarray(0, 16).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

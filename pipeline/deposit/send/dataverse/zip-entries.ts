/**
 * The files in a ZIP file, with the checksums that are compared with a repository that unpacks it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

export interface ZipEntry {
  readonly path: string;
  /** In hexadecimal. `type` as Dataverse writes it: `MD5`, `SHA-1`, `SHA-256`, `SHA-512`. */
  readonly hash: (type: string) => string;
}

/** The files in a ZIP file, without its folders. */
export function zipEntries(path: string): ZipEntry[] {
  return Object.entries(unzipSync(readFileSync(path)))
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, bytes]) => ({
      path: name,
      hash: (type) => createHash(type.replace('-', '').toLowerCase()).update(bytes).digest('hex'),
    }));
}

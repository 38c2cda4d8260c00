/** A small archive to send, without an edition. Exports nothing that touches the project. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { fileHash } from '../../pipeline/deposit/package/files.ts';
import type { LocalFile } from '../../pipeline/deposit/send/client.ts';
import { temporaryFolder } from './edition.ts';

/** A ZIP file with two files in folders. */
export function zippedFile(): LocalFile {
  const path = join(temporaryFolder(), 'letters.zip');
  writeFileSync(
    path,
    zipSync({ 'letters/a.xml': strToU8('<a/>'), 'letters/b/c.xml': strToU8('<c/>') }),
  );
  const [md5, sha512] = [fileHash(path, 'md5'), fileHash(path)];
  return { name: 'letters.zip', path, size: statSync(path).size, md5, sha512 };
}

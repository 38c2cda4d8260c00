/**
 * A bag: BagIt 1.0 (RFC 8493) with SHA-512.
 *
 * Takes a folder with the payload below `data/`, metadata, and further tag files.
 * Returns the bag's own files. A bag is complete when every payload file is in the manifest, and
 * every other file except the last is in the tag manifest (section 2).
 */
import { foldedWords } from '../../core/text.ts';
import { type FileContent, type WrittenFile, writeHashed } from './files.ts';

export const PAYLOAD = 'data';
export const BAG_MANIFEST = 'manifest-sha512.txt';
export const TAG_MANIFEST = 'tagmanifest-sha512.txt';

/** A label of bag-info.txt with its value; one label may occur several times (section 2.2.2). */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/**
 * `payload`: the files below `data/`, their paths beginning with it. `tags`: further files of the
 * bag, by path. Payload-Oxum is computed here.
 */
export function finishBag(
  folder: string,
  payload: readonly WrittenFile[],
  info: BagInfo,
  tags: readonly (readonly [path: string, content: FileContent])[],
): void {
  const octets = payload.reduce((sum, { size }) => sum + size, 0);
  const labels = [...info, ['Payload-Oxum', `${octets}.${payload.length}`] as const];
  const written = [
    writeHashed(folder, 'bagit.txt', {
      text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    }),
    writeHashed(folder, 'bag-info.txt', {
      text: labels.map(([label, value]) => `${label}: ${foldedWords(value)}\n`).join(''),
    }),
    writeHashed(folder, BAG_MANIFEST, { text: manifest(payload) }),
    ...tags.map(([path, content]) => writeHashed(folder, path, content)),
  ];
  writeHashed(folder, TAG_MANIFEST, { text: manifest(written) });
}

/**
 * `hash  path`, as sha512sum reads and writes it, by path. Names need no escaping: see names.ts.
 */
function manifest(files: readonly WrittenFile[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ sha512, path }) => `${sha512}  ${path}\n`)
    .join('');
}

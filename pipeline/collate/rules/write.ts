/** Writes the initial file of a collation, for an editor to continue. */
import { relative, resolve } from 'node:path';
import { Document } from 'yaml';
import { FOR_ALIGNMENT, FOR_TYPES } from '../normalize/stages.ts';
import { namedWitness } from '../tokens/read-witness.ts';

const ABOUT = ` How the witnesses are collated, and what was decided: docs/collation.md.
 "siglum collate --edition DIR" reads this file and does the same again.`;

/** `words`: the witnesses as named in the command; `folder`: the folder of the file. */
export function settingsFile(
  words: readonly string[],
  folder: string,
  options: { readonly method?: string },
  base: string,
): string {
  const witnesses = words
    .map(namedWitness)
    .map(({ siglum, path }) => [siglum, relative(folder, resolve(path)).replaceAll('\\', '/')]);
  const document = new Document({
    witnesses: Object.fromEntries(witnesses),
    base,
    method: options.method ?? 'parallel',
    lemma: 'base',
    'align-by': FOR_ALIGNMENT,
    'type-by': FOR_TYPES,
    rules: [],
  });
  document.commentBefore = ABOUT;
  return document.toString({ lineWidth: 100 });
}

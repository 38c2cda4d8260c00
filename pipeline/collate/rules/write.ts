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
  options: { readonly method?: string; readonly out?: string; readonly title?: string },
  base: string,
): string {
  const witnesses = words
    .map(namedWitness)
    .map(({ siglum, path }) => [siglum, relativeTo(folder, path)]);
  const out = options.out === undefined ? undefined : relativeTo(folder, options.out);
  const document = new Document({
    witnesses: Object.fromEntries(witnesses),
    base,
    method: options.method ?? 'parallel',
    ...(out === undefined || out.startsWith('..') ? {} : { out }),
    ...(options.title === undefined ? {} : { title: options.title }),
    lemma: 'base',
    'align-by': FOR_ALIGNMENT,
    'type-by': FOR_TYPES,
    rules: [],
  });
  document.commentBefore = ABOUT;
  return document.toString({ lineWidth: 100 });
}

function relativeTo(folder: string, path: string): string {
  return relative(folder, resolve(path)).replaceAll('\\', '/');
}

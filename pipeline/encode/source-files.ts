/**
 * The source files of a run and the ids of their documents.
 *
 * In: names as the user gave them. Out: the files, each with the id that its document gets. A folder means its `.txt` files.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import slugify from 'slugify';
import { filesIn } from '../edition.ts';
import { type Finding, shownPath, UsageFault } from '../finding.ts';
import { INTAKE_ENDINGS } from './intake/intake.ts';

export interface SourceFile {
  readonly path: string;
  readonly id: string;
}

/** An `xml:id` that also serves as a file's name and a part of an address. */
const ID = /^[A-Za-z_][\w.-]*$/;

/** The sources of a run, and those that cannot be one. */
export interface FoundSources {
  readonly files: readonly SourceFile[];
  /** Files that would become a document that another becomes; they are left out. */
  readonly clashes: readonly Finding[];
}

/** Finds the sources. Throws a `UsageFault` where a name leads nowhere or to a file of another kind. */
export function findSources(paths: readonly string[]): FoundSources {
  const all = paths.flatMap((path) => {
    if (!existsSync(path)) throw new UsageFault(`there is no file or folder “${path}”`);
    if (statSync(path).isDirectory() && extname(path) !== '.txt') return filesIn(path, '.txt');
    if (!INTAKE_ENDINGS.includes(extname(path).toLowerCase())) {
      throw new UsageFault(`“${path}” can’t be encoded; what can has one of the endings ${INTAKE_ENDINGS.join(', ')}`);
    }
    return [path];
  });
  const taken = new Map<string, string>();
  const files: SourceFile[] = [];
  const clashes: Finding[] = [];
  for (const path of all) {
    const id = documentId(path);
    // Some file systems do not tell capitals from small letters, and the document's name is that of a file.
    const other = taken.get(id.toLowerCase());
    if (other === undefined) {
      taken.set(id.toLowerCase(), path);
      files.push({ path, id });
    } else {
      clashes.push({
        path: shownPath(path),
        severity: 'error',
        rule: 'encode/same-id',
        message: `the file would become the document “${id}”, as ${shownPath(other)} does; rename one of the two`,
      });
    }
  }
  return { files, clashes };
}

/** `d149.txt` is `d149`; a name that can't be an id is turned into one ("Letter 5.txt" is `letter-5`, "5.txt" is `d5`). */
export function documentId(path: string): string {
  const name = basename(path, extname(path));
  if (ID.test(name)) return name;
  const slug = slugify(name, { lower: true, strict: true });
  if (slug === '') return `d-${Buffer.from(name, 'utf8').toString('hex').slice(0, 24)}`;
  return ID.test(slug) ? slug : `d${slug}`;
}

/**
 * The source files of a run and the ids of their documents.
 *
 * In: names as the user gave them. Out: the files, each with the id that its document gets. A folder means its `.txt` files.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import slugify from 'slugify';
import { filesIn } from '../edition.ts';
import { InputFault, shownPath, UsageFault } from '../finding.ts';
import { INTAKE_ENDINGS } from './intake/intake.ts';

export interface SourceFile {
  readonly path: string;
  readonly id: string;
}

/** An `xml:id` that also serves as a file's name and a part of an address. */
const ID = /^[A-Za-z_][\w.-]*$/;

/**
 * Finds the sources.
 * @throws UsageFault where a name leads nowhere or to a file of another kind; InputFault where two files would become one document.
 */
export function findSources(paths: readonly string[]): SourceFile[] {
  const files = paths.flatMap((path) => {
    if (!existsSync(path)) throw new UsageFault(`there is no file or folder “${path}”`);
    if (statSync(path).isDirectory()) return filesIn(path, '.txt');
    if (!INTAKE_ENDINGS.includes(extname(path).toLowerCase())) {
      throw new UsageFault(`“${path}” can’t be encoded; what can has one of the endings ${INTAKE_ENDINGS.join(', ')}`);
    }
    return [path];
  });
  const taken = new Map<string, string>();
  return files.map((path) => {
    const id = documentId(path);
    const other = taken.get(id.toLowerCase());
    if (other !== undefined) {
      throw new InputFault({
        path: shownPath(path),
        severity: 'error',
        rule: 'encode/same-id',
        message: `the file would become the document “${id}”, as ${shownPath(other)} does; rename one of the two`,
      });
    }
    taken.set(id.toLowerCase(), path);
    return { path, id };
  });
}

/** `d149.txt` is `d149`; a name that can't be an id is turned into one ("Letter 5.txt" is `letter-5`, "5.txt" is `d5`). */
export function documentId(path: string): string {
  const name = basename(path, extname(path));
  if (ID.test(name)) return name;
  const slug = slugify(name, { lower: true, strict: true });
  if (slug === '') return `d-${Buffer.from(name, 'utf8').toString('hex').slice(0, 24)}`;
  return ID.test(slug) ? slug : `d${slug}`;
}

/** The files of a package as its records describe them. */
import { byCodeUnit } from '../../../core/text.ts';
import { unique } from '../../writing/values.ts';

export type FileKind =
  | 'document'
  | 'authority'
  | 'edition'
  | 'source'
  | 'text'
  | 'data'
  | 'schema'
  | 'about';

export interface DescribedFile {
  /** Path in the package, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Identifier of the document in the file. */
  readonly document?: string;
  /** In the words of its own header, for a TEI file that is not a document. */
  readonly title?: string;
}

/** The records' facts about the package itself. */
export interface PackageFacts {
  /** Name of its folder. */
  readonly name: string;
  /** The same without the version, for archives that store versions together. */
  readonly collection: string;
}

/** The content of the folders. */
export const FOLDERS: Readonly<Record<string, string>> = {
  documents: 'The documents, each as a self-contained TEI file',
  authorities: 'Persons, organizations, places and terms that the documents refer to, in TEI',
  sources: 'The reading texts as they were received',
  text: 'The documents as plain text, made from the TEI',
  'site-data':
    'What the edition’s site is made from, as JSON: headers, mentions and entries of each file',
  schema: 'The schema of the edition: RELAX NG, Schematron and ODD',
};

/** The description of a file, by its kind. */
export const FILE_KINDS: Readonly<Record<FileKind, string>> = {
  document: 'TEI document',
  authority: 'Authority file in TEI',
  source: 'Reading text as received',
  text: 'Plain text, made from the TEI',
  data: 'Data of the site, made from the TEI',
  schema: 'Schema',
  edition: 'Header, introduction and principles of the edition, in TEI',
  about: 'About the package',
};

/** The folder of a path; '' is the top. */
export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** The folders of the package, of all depths, in order. */
export function foldersOf(files: readonly DescribedFile[]): string[] {
  const all = files.flatMap(({ path }) => {
    const steps = path.split('/').slice(0, -1);
    return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'));
  });
  return unique(all).sort(byCodeUnit);
}

/** The content of each folder, by the folder's path. */
export function byFolder(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const folder = folderOf(path);
    const there = found.get(folder);
    if (there) there.push(path);
    else found.set(folder, [path]);
  }
  return found;
}

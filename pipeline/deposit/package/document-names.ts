/**
 * Renames documents if a repository does not accept their file names, and changes every pointer to
 * them.
 *
 * Takes the paths of documents; TEI. Returns names in the package; the TEI with the pointers to
 * renamed documents changed, and nothing else.
 */
import { basename, dirname, resolve } from 'node:path';
import { documentId, hashedId, namesMeant } from '../../edition/document-name.ts';
import { FilesByName } from '../../publish/pointers/file-pointers.ts';
import { withoutReferences } from '../../transform/refers-to.ts';
import { isPortable } from './names.ts';

/** `d149` for `…/d149.xml`; for a name that some repository refuses, its words and a hash. */
export function packagedId(path: string): string {
  const id = documentId(path);
  return isPortable(`${id}.xml`) ? id : hashedId(basename(path, '.xml'));
}

/**
 * The identifiers of documents in a package. `ids`: those on the site, which distinguish files with
 * the same name by their folders.
 */
export function packagedIds(ids: { of(path: string): string }): (path: string) => string {
  return (path) => {
    const id = ids.of(path);
    if (id === documentId(path)) return packagedId(path);
    return isPortable(`${id}.xml`) ? id : hashedId(id);
  };
}

export class PackagedNames {
  readonly #renamed: FilesByName<{ readonly name: string; readonly packaged: string }>;
  readonly #count: number;
  /** The files in other folders than the first; in a package all documents are in one folder. */
  readonly #moved: ReadonlyMap<string, string>;

  /**
   * `documents`: paths. `idOf`: see `packagedIds`. `folder`: its documents keep their place.
   */
  constructor(
    documents: readonly string[],
    idOf = packagedId,
    folder = dirname(documents[0] ?? ''),
  ) {
    this.#moved = new Map(
      documents.some((path) => dirname(path) !== folder)
        ? documents.map((path) => [path, `${idOf(path)}.xml`] as const)
        : [],
    );
    const count = new Map<string, number>();
    for (const path of documents) count.set(basename(path), (count.get(basename(path)) ?? 0) + 1);
    const renamed = documents
      // A name that several files have is ambiguous without its folder.
      .filter((path) => count.get(basename(path)) === 1)
      .map((path) => ({ name: basename(path), packaged: `${idOf(path)}.xml` }))
      .filter(({ name, packaged }) => name !== packaged);
    this.#renamed = new FilesByName(renamed);
    this.#count = renamed.length;
  }

  /** Whether any document has another name in the package. */
  get any(): boolean {
    return this.#count > 0 || this.#moved.size > 0;
  }

  /**
   * The TEI with pointers that lead to the documents in the package. `from`: the path of the
   * document with the pointers.
   */
  inText(tei: string, from = ''): string {
    return tei.replace(/(=\s*)(?:"([^"<]*)"|'([^'<]*)')/g, (whole, before, double, single) => {
      const value = (double ?? single) as string;
      const quote = double === undefined ? "'" : '"';
      if (!value.includes('.xml')) return whole;
      const words = value.replace(/\S+/g, (word) => this.#inWord(word, from));
      return `${before}${quote}${words}${quote}`;
    });
  }

  #inWord(word: string, from: string): string {
    // An address on the web is not a file of the package.
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return word;
    const [, folder = '', file = '', passage = ''] =
      /^((?:[^#]*\/)?)((?:[^/#&]|&#?\w+;)+\.xml)(#.*)?$/.exec(word) ?? [];
    const moved = file === '' ? undefined : this.#movedName(withoutReferences(folder + file), from);
    if (moved !== undefined) return moved + passage;
    const target = file === '' ? undefined : this.#renamed.find(withoutReferences(file));
    return target ? folder + target.packaged + passage : word;
  }

  #movedName(written: string, from: string): string | undefined {
    if (this.#moved.size === 0 || from === '') return undefined;
    return namesMeant(written)
      .map((name) => this.#moved.get(resolve(dirname(from), name)))
      .find((name) => name !== undefined);
  }
}

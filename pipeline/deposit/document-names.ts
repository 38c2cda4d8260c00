/**
 * Documents whose files have names that repositories do not take: in a package they have others, and every pointer to them goes along.
 *
 * In: the paths of documents; TEI. Out: names in the package; the TEI with the pointers to renamed documents changed, and nothing else of it.
 */
import { basename } from 'node:path';
import { documentId, hashedId } from '../document-name.ts';
import { FilesByName } from '../publish/file-pointers.ts';
import { withoutReferences } from '../transform/refers-to.ts';
import { isPortable } from './names.ts';

/** `d149` for `…/d149.xml`; its words and a hash for a name that some repository refuses. */
export function packagedId(path: string): string {
  const id = documentId(path);
  return isPortable(`${id}.xml`) ? id : hashedId(basename(path, '.xml'));
}

export class PackagedNames {
  readonly #renamed: FilesByName<{ readonly name: string; readonly packaged: string }>;
  readonly #count: number;

  /** `documents`: paths. */
  constructor(documents: readonly string[]) {
    const renamed = documents
      .map((path) => ({ name: basename(path), packaged: `${packagedId(path)}.xml` }))
      .filter(({ name, packaged }) => name !== packaged);
    this.#renamed = new FilesByName(renamed);
    this.#count = renamed.length;
  }

  /** Whether any document has another name in the package. */
  get any(): boolean {
    return this.#count > 0;
  }

  /** The TEI with pointers that lead to the documents in the package. */
  inText(tei: string): string {
    return tei.replace(/(=\s*)(?:"([^"<]*)"|'([^'<]*)')/g, (whole, before, double, single) => {
      const value = (double ?? single) as string;
      const quote = double === undefined ? "'" : '"';
      if (!value.includes('.xml')) return whole;
      return `${before}${quote}${value.replace(/\S+/g, (word) => this.#inWord(word))}${quote}`;
    });
  }

  #inWord(word: string): string {
    const [, folder = '', file = '', passage = ''] =
      /^((?:[^#]*\/)?)((?:[^/#&]|&#?\w+;)+\.xml)(#.*)?$/.exec(word) ?? [];
    const target = file === '' ? undefined : this.#renamed.find(withoutReferences(file));
    return target ? folder + target.packaged + passage : word;
  }
}

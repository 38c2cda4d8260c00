/**
 * Targets of pointers to other files of the edition: `d12.xml#p3`, `a%20%26%20b.xml`.
 *
 * Takes the documents' files, and pointers as the TEI writes them. Returns addresses on the site by
 * pointer, if the pointer is not the plain name of a file.
 */
import { namesMeant } from '../../edition/document-name.ts';

/** A document as pointers see it. */
export interface PointerTarget {
  /** Of the file: `a & b.xml`. */
  readonly name: string;
  /**
   * `TEI/@xml:id`, or empty: the prefix of its passages' identifiers, which anchors on its page do
   * not have.
   */
  readonly id: string;
  /** Of its page, from the site's top. */
  readonly address: string;
}

/** Files by name, found in any spelling. */
export class FilesByName<File extends Pick<PointerTarget, 'name'> = PointerTarget> {
  readonly #files: ReadonlyMap<string, File>;

  constructor(files: readonly File[]) {
    this.#files = new Map(files.map((file) => [file.name, file]));
  }

  /** `written`: the file part of a pointer. */
  find(written: string): File | undefined {
    const direct = this.#files.get(written);
    if (direct || /^[\w.-]+$/.test(written)) return direct;
    for (const name of namesMeant(written)) {
      const file = this.#files.get(name);
      if (file) return file;
    }
    return undefined;
  }
}

/** `a.xml` and `p3` of `a.xml#p3`; undefined for a pointer that does not name a file. */
export function partsOfPointer(
  pointer: string,
): { readonly file: string; readonly passage: string } | undefined {
  const [, file, passage = ''] = /^([^#]+\.xml)(?:#(.*))?$/s.exec(pointer) ?? [];
  return file === undefined ? undefined : { file, passage };
}

/**
 * The addresses of pointers besides those of files by their plain names. The stylesheets take the
 * file's name for the prefix of its identifiers; if the two differ a passage is given with its
 * anchor.
 */
export function addressesOfPointers(
  pointers: Iterable<string>,
  files: FilesByName,
): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const pointer of pointers) {
    const { file: written, passage } = partsOfPointer(pointer) ?? { file: '', passage: '' };
    const file = written === '' ? undefined : files.find(written);
    if (!file) continue;
    if (written !== file.name) addresses.set(written, file.address);
    const isPlain = file.id === '' || written === `${file.id}.xml`;
    const prefix = `${file.id}-`;
    if (passage === '' || isPlain) continue;
    const anchor = passage.startsWith(prefix) ? passage.slice(prefix.length) : passage;
    addresses.set(pointer, passage === file.id ? file.address : `${file.address}#${anchor}`);
  }
  return addresses;
}

/**
 * Targets of pointers to one of several files with the same name: `../letters/l1.xml#p3` and
 * `../diaries/l1.xml`.
 *
 * Takes the documents of the site, and the pointers of one document. Returns the documents that
 * they resolve to, by the folder in the pointer; and addresses for the document's page. A pointer
 * to a name that only one document has is resolved in file-pointers.ts.
 */
import { basename, dirname, resolve } from 'node:path';
import { namesMeant } from '../../edition/document-name.ts';
import { FilesByName, type PointerTarget, partsOfPointer } from './file-pointers.ts';

export interface TargetFile extends PointerTarget {
  readonly path: string;
}

export class DocumentTargets {
  readonly #byPath: ReadonlyMap<string, TargetFile>;
  /** Documents by names that no other document has. */
  readonly unique: FilesByName<TargetFile>;
  readonly #sharedNames: ReadonlySet<string>;

  constructor(files: readonly TargetFile[]) {
    const count = new Map<string, number>();
    for (const { name } of files) count.set(name, (count.get(name) ?? 0) + 1);
    this.#byPath = new Map(files.map((file) => [file.path, file]));
    this.unique = new FilesByName(files.filter(({ name }) => count.get(name) === 1));
    this.#sharedNames = new Set([...count].filter(([, files]) => files > 1).map(([name]) => name));
  }

  /** Whether several documents have the name of the file. */
  isShared(written: string): boolean {
    return (
      this.#sharedNames.size > 0 &&
      namesMeant(basename(written)).some((name) => this.#sharedNames.has(name))
    );
  }

  /** `written`: the file part of a pointer in the file at `from`. */
  find(written: string, from: string): TargetFile | undefined {
    for (const name of namesMeant(written)) {
      const file = this.#byPath.get(resolve(dirname(from), name));
      if (file) return file;
    }
    return this.isShared(written) ? undefined : this.unique.find(basename(written));
  }
}

/**
 * The data of a document for `addressesByFolder`: its address from the page, and whether it has a
 * passage.
 */
interface SeenFromPage {
  address(file: TargetFile): string;
  has(file: TargetFile, passage: string): boolean;
}

/**
 * Addresses by pointers as they are written, for those to a file that shares its name with another;
 * empty for one that leads nowhere, so that it is not taken for another file of that name
 * (xslt/lib/addresses/anchors.xsl). `pointers`: of the file at `from`.
 */
export function addressesByFolder(
  pointers: readonly string[],
  from: string,
  targets: DocumentTargets,
  seen: SeenFromPage,
): Record<string, string> {
  const addresses: Record<string, string> = {};
  for (const pointer of pointers) {
    const parts = partsOfPointer(pointer);
    if (!parts || !targets.isShared(parts.file)) continue;
    const { file: written, passage } = parts;
    const target = targets.find(written, from);
    addresses[written] = target ? seen.address(target) : '';
    if (!target || passage === '') continue;
    const prefix = `${target.id}-`;
    const anchor =
      target.id !== '' && passage.startsWith(prefix) ? passage.slice(prefix.length) : passage;
    const isThere = seen.has(target, passage);
    addresses[pointer] = isThere ? `${seen.address(target)}#${anchor}` : seen.address(target);
  }
  return addresses;
}

/**
 * The identifiers in the texts of documents, which pointers of other documents lead to.
 *
 * Takes documents. Returns whether a document has a passage; pointers to missing passages, with
 * their replacement. A document is read only if something points into it, and the result is cached.
 */
import { basename } from 'node:path';
import { hashOf, type Results } from '../../cache/results.ts';
import { shownPath } from '../../core/finding.ts';
import type { DocumentIds } from '../../edition/document-name.ts';
import { documentAnchors } from '../../transform/anchors.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { FilesByName, partsOfPointer } from './file-pointers.ts';

/** The kind under which they are cached. */
const ANCHORS = 'anchors';

interface AnchoredFile {
  readonly path: string;
  readonly hash: string;
  readonly summary: {
    readonly header: { readonly id: string };
    readonly refersTo: readonly string[];
  };
}

interface Store {
  readonly results: Results;
  readonly program: string;
  /** The edition's folder. */
  readonly root: string;
  readonly ids: DocumentIds;
}

export class AnchorIndex {
  readonly #store: Store;
  readonly #anchors = new Map<string, ReadonlySet<string>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Throws an `InputError` if the document cannot be read. */
  has(file: AnchoredFile, passage: string): boolean {
    const anchors = this.#of(file);
    // The document's own identifier may be omitted before it.
    const prefix = file.summary.header.id || this.#store.ids.of(file.path);
    return anchors.has(passage) || anchors.has(`${prefix}-${passage}`);
  }

  #of({ path, hash }: AnchoredFile): ReadonlySet<string> {
    const cached = this.#anchors.get(path);
    if (cached) return cached;
    const { results, program, root } = this.#store;
    const key = hashOf(program, hash);
    let anchors = results.get<readonly string[]>(ANCHORS, key);
    if (!anchors) {
      const { text } = readDocument(path, root, 'transform/unreadable');
      anchors = documentAnchors({ path: shownPath(path), content: text });
      results.put(ANCHORS, key, anchors);
    }
    const set = new Set(anchors);
    this.#anchors.set(path, set);
    return set;
  }
}

/**
 * Targets of references to a passage that is missing in an existing file: to the entry of that
 * identifier, else to the page as a whole. (The check reports them.) By passage: `d12.xml#p3`.
 * `named`: documents by names that no other document has.
 */
export function passagesNotThere(
  named: readonly AnchoredFile[],
  from: readonly AnchoredFile[],
  addresses: ReadonlyMap<string, string>,
  anchors: AnchorIndex,
): Map<string, string> {
  const byName = new FilesByName(named.map((source) => ({ name: basename(source.path), source })));
  const found = new Map<string, string>();
  for (const { summary } of from) {
    for (const key of summary.refersTo) {
      const { file = '', passage = '' } = partsOfPointer(key) ?? {};
      const target = passage === '' ? undefined : byName.find(file)?.source;
      if (!target || found.has(key) || anchors.has(target, passage)) continue;
      found.set(key, addresses.get(passage) ?? (addresses.get(basename(target.path)) as string));
    }
  }
  return found;
}

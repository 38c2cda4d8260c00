/** The documents of the edition as the workbench lists them: title, status, doubts. */
import { type Fingerprint, fingerprint, sameFingerprint } from '../../cache/fingerprint.ts';
import { InputError } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { documentFiles, documentIds } from '../../edition/edition-files.ts';
import { attribute, descend, elementsIn, wordsWithoutNotes } from '../../xml/tree.ts';
import { documentStatus } from '../forms/status.ts';
import { doubtsOf } from '../queue/doubts.ts';
import type { SourceDocument } from '../source/document.ts';
import type { FileState } from './files.ts';

interface EditableDocument {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** `revisionDesc`: draft, candidate, proofread, approved …; empty if not stated. */
  readonly status: string;
  readonly doubts: number;
  /** Why it cannot be edited. */
  readonly problem?: string;
}

interface ReadListing {
  readonly listed: EditableDocument;
  readonly refs: ReadonlyMap<string, number>;
  readonly fingerprint: Fingerprint | undefined;
}

export class DocumentList {
  readonly #edition: Edition;
  readonly #file: (path: string) => FileState;
  readonly #read = new Map<string, ReadListing>();
  #paths: { readonly ids: ReadonlyMap<string, string>; readonly at: number } | undefined;

  /** `read`: the present file; throws an `InputError` if it cannot be read. */
  constructor(edition: Edition, read: (path: string) => FileState) {
    this.#edition = edition;
    this.#file = read;
  }

  /** Paths by the names that documents have on the site. Updated after some seconds. */
  paths(): ReadonlyMap<string, string> {
    if (this.#paths && Date.now() - this.#paths.at < 5000) return this.#paths.ids;
    const ids = documentIds(this.#edition);
    const paths = new Map(documentFiles(this.#edition).map((path) => [ids.of(path), path]));
    this.#paths = { ids: paths, at: Date.now() };
    return paths;
  }

  list(): EditableDocument[] {
    return [...this.paths()]
      .map(([id, path]) => this.#get(id, path).listed)
      .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1));
  }

  /** How often the documents refer to each entry. */
  refs(): Map<string, number> {
    const all = new Map<string, number>();
    for (const [id, path] of this.paths())
      for (const [ref, count] of this.#get(id, path).refs)
        all.set(ref, (all.get(ref) ?? 0) + count);
    return all;
  }

  #get(id: string, path: string): ReadListing {
    const now = fingerprint(path);
    const before = this.#read.get(path);
    if (before && sameFingerprint(before.fingerprint, now)) return before;
    const read = { ...readListed(id, path, this.#file), fingerprint: now };
    this.#read.set(path, read);
    return read;
  }
}

function readListed(
  id: string,
  path: string,
  file: (path: string) => FileState,
): Omit<ReadListing, 'fingerprint'> {
  try {
    const { document } = file(path);
    const listed = {
      ...{ id, path, title: titleInHeader(document) },
      status: documentStatus(document),
      doubts: doubtsOf(document).length,
    };
    return { listed, refs: refsIn(document) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problem = error.findings[0]?.message ?? 'it cannot be read';
    return {
      listed: { id, path, title: id, status: '', doubts: 0, problem },
      refs: new Map(),
    };
  }
}

export function titleInHeader({ root }: SourceDocument): string {
  const statement = descend(root, 'teiHeader', 'fileDesc', 'titleStmt');
  const titles = statement ? elementsIn(statement).filter(({ local }) => local === 'title') : [];
  const main = titles.find((title) => attribute(title, 'type') === 'main') ?? titles[0];
  return main ? wordsWithoutNotes(main) : '';
}

/** The references in the text. */
export function refsIn({ text, root }: SourceDocument): Map<string, number> {
  const counts = new Map<string, number>();
  const body = descend(root, 'text');
  const part = body ? text.slice(body.start, body.end) : '';
  for (const [, id = ''] of part.matchAll(/\sref=["']#([^"'\s]+)/g))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

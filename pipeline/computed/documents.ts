/**
 * Updates counts and copied facts in the files of an edition's documents.
 *
 * Takes an edition and the paths of documents. Returns files in which nothing else has changed; a
 * finding for each file that was written or could not be written, and for each place where the
 * editor has made header and text differ. Of a document that was up to date, only the hash is
 * compared.
 */
import { existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { hashOf, programHash, Results } from '../cache/results.ts';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { documentPaths } from '../edition/document-paths.ts';
import type { Edition } from '../edition/edition.ts';
import type { FileIndex } from '../edition/file-facts/file-index.ts';
import { statedHash } from '../edition/file-facts/provenance.ts';
import { decodeXml } from '../xml/decode.ts';
import { NOT_EDITABLE, textOfUneditable } from '../xml/source/strict-only.ts';
import { BaseStore } from './base-store.ts';
import { replaceFile } from './replace-file.ts';
import { bringUpToDate } from './update.ts';
import { WrittenCopies, type WrittenFacts } from './written-copies.ts';

/** The cached results that record an up-to-date document. */
const KIND = 'computed';
const UNREADABLE = 'computed/unreadable';

interface UpdatedDocuments {
  /** Paths of the documents that were written. */
  readonly written: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Documents that are not TEI, that Siglum has not encoded, or that no editor has changed are
 * skipped.
 */
export function updateDocuments(
  edition: Edition,
  paths: readonly string[],
  fileIndex: FileIndex,
): UpdatedDocuments {
  const written: string[] = [];
  const findings: Finding[] = [];
  const store = new Store(edition, fileIndex);
  for (const path of paths) {
    try {
      const document = fileIndex.document(path, UNREADABLE);
      // A file that is exactly what the encoder wrote is up to date.
      if (!document?.isTei || !document.schemas.encodedHere || document.untouched) continue;
      const updated = updateDocument(path, store, fileIndex);
      if (updated.written) written.push(path);
      findings.push(...updated.findings.map((finding) => ({ ...finding, path: shownPath(path) })));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (textOfUneditable(path, error) !== undefined) {
        findings.push(notUpdated(path));
        continue;
      }
      // The check reports a file that cannot be read.
      findings.push(...error.findings.filter(({ rule }) => rule !== UNREADABLE));
    }
  }
  return { written, findings };
}

interface UpdatedDocument {
  readonly written: boolean;
  readonly findings: readonly Finding[];
}

/** Throws an `InputError` where the file cannot be read or written. */
function updateDocument(path: string, store: Store, fileIndex: FileIndex): UpdatedDocument {
  const upToDate = store.get(path, fileIndex.content(path, UNREADABLE).hash);
  if (upToDate) return { written: false, findings: upToDate };
  const bytes = readInput(path, UNREADABLE);
  const tei = decodeXml(bytes, shownPath(path));
  const before = store.written(path);
  const { changed, differences, ...made } = bringUpToDate(
    tei,
    shownPath(path),
    store.base(path, tei),
    before,
  );
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(0, 3) : new Uint8Array();
  const content = Buffer.concat([mark, Buffer.from(made.tei, 'utf8')]);
  if (changed.length > 0) {
    const what = joinedWords(changed);
    // The record is written first: a copy that is not recorded as the program's counts as the
    // editor's.
    replaceFile(path, bytes, content, what, () => store.putWritten(path, made.written));
    store.put(path, hashOf(content), differences);
    return { written: true, findings: [...differences, updated(what)] };
  }
  store.put(path, hashOf(bytes), differences);
  return { written: false, findings: differences };
}

function notUpdated(path: string): Finding {
  return {
    path: shownPath(path),
    severity: 'remark',
    rule: 'computed/not-updated',
    message: `counts and the header’s copies of facts are not brought up to date: ${NOT_EDITABLE}`,
  };
}

function updated(what: string): Finding {
  return {
    path: '',
    severity: 'remark',
    rule: 'computed/updated',
    message: `${what} brought up to date`,
  };
}

function joinedWords(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join();
}

/**
 * The stored data of the documents: in the edition, their bases and the values written into copies;
 * in the cache, that they are up to date.
 */
class Store {
  readonly #results: Results;
  readonly #program = programHash(['pipeline']);
  readonly #bases: BaseStore;
  readonly #copies: WrittenCopies;
  readonly #root: string;
  readonly #pathOf: (id: string) => string;

  constructor(edition: Edition, fileIndex: FileIndex) {
    this.#results = new Results(edition.cache);
    this.#bases = new BaseStore(edition);
    this.#copies = new WrittenCopies(edition.root);
    this.#root = edition.root;
    this.#pathOf = documentPaths(edition, fileIndex);
  }

  /** Findings about a document with this hash that is up to date. */
  get(path: string, hash: string): readonly Finding[] | undefined {
    return this.#results.get<readonly Finding[]>(KIND, this.#key(path, hash));
  }

  put(path: string, hash: string, findings: readonly Finding[]): void {
    const nameless = findings.map((finding) => ({ ...finding, path: '' }));
    this.#results.put(KIND, this.#key(path, hash), nameless);
  }

  base(path: string, tei: string): string | undefined {
    const id = basename(path, '.xml');
    const name = this.#name(path);
    const hash = statedHash(tei);
    const own = this.#bases.find(name, hash);
    if (own !== undefined || name === id) return own;
    // The next encoding of the other document with this name replaces the base that both have.
    const shared = this.#bases.find(id, hash);
    if (shared !== undefined) this.#bases.recall(name, shared);
    return shared;
  }

  written(path: string): WrittenFacts {
    return this.#copies.get(this.#name(path));
  }

  putWritten(path: string, written: WrittenFacts): void {
    this.#copies.save(this.#name(path), written);
  }

  /**
   * The name of a document's base and copies: its file name, as the encoder does; with its folder
   * if the encoder writes another document of that name.
   */
  #name(path: string): string {
    const id = basename(path, '.xml');
    if (this.#pathOf(id) === path) return id;
    return relative(this.#root, path).slice(0, -'.xml'.length).split(sep).join('/');
  }

  #key(path: string, hash: string): string {
    const name = this.#name(path);
    const names = [...new Set([name, basename(path, '.xml')])];
    const beside = [
      ...names.map((one) => join(this.#root, '.siglum', 'base', `${one}.xml`)),
      this.#copies.path(name),
    ];
    const hashes = beside.map((file) =>
      existsSync(file) ? hashOf(readInput(file, UNREADABLE)) : '',
    );
    return hashOf(this.#program, hash, ...hashes);
  }
}

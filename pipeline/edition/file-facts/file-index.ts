/**
 * Facts of each file, valid as long as its fingerprint is the same.
 *
 * Takes paths. Returns hashes, and what a TEI file states about its schemas and its origin:
 * everything that a build needs of an unchanged document. The index is cached from run to run, with
 * the fingerprint of each file (cache/fingerprint.ts).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Fingerprint,
  fingerprint,
  sameFingerprint,
  wasAtRest,
} from '../../cache/fingerprint.ts';
import { hashOf, programHash } from '../../cache/results.ts';
import { writeIfPossible } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { InputError, ifReadable } from '../../core/finding.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { readTree, type TreeElement } from '../../xml/tree.ts';
import { filesPointedTo, type PointedFile } from '../pointers/file-pointers.ts';
import { roleOfBroken, roleOfRoot, type TeiRole } from '../roles/tei-role.ts';
import { type NamedSchemas, namedSchemas } from './named-schemas.ts';
import { hashUri, isUntouched, sourceHash } from './provenance.ts';
import { notTeiFinding } from './tei-root.ts';

interface FileHashes {
  /** See `hashOf`. */
  readonly hash: string;
  /** See `hashUri` in provenance.ts. */
  readonly address: string;
}

interface DocumentProfile {
  /** The file is well-formed and is TEI P5 with a header. */
  readonly isTei: boolean;
  readonly role: TeiRole;
  readonly schemas: NamedSchemas;
  /** Unchanged since it was encoded. */
  readonly untouched: boolean;
  /** The address of the source that it was encoded from. */
  readonly source: string | null;
}

interface IndexedFile {
  readonly look: Fingerprint;
  readonly content: FileHashes;
  /** Files that it includes (XInclude), each with its fingerprint; null for a missing one. */
  readonly parts: readonly (readonly [path: string, look: Fingerprint | null])[];
  /** The included files that are inserted as a whole. */
  readonly whole: readonly string[];
  /** Null where the file cannot be read as text. */
  document?: DocumentProfile | null;
  /** Files that its pointers name; computed on request. */
  pointedTo?: readonly PointedFile[];
}

/** Long enough for the entities that a DOCTYPE declares before the root. */
const BEGINNING = 32_768;

export class FileIndex {
  readonly #path: string;
  readonly #root: string;
  readonly #key: string;
  /** The entries cached by an earlier run. */
  readonly #previous: ReadonlyMap<string, IndexedFile>;
  /** The entries of this run. */
  readonly #files = new Map<string, IndexedFile>();
  /** Whether the index has anything that is not cached. */
  #more = false;

  /** `cache`: the edition's folder of derived files; `root`: the edition's own. */
  constructor(cache: string, root: string) {
    this.#root = root;
    this.#path = join(cache, 'files', `${hashOf(root)}.json`);
    this.#key = programHash(['pipeline']);
    this.#previous = previously(this.#path, this.#key);
  }

  /** Throws an `InputError` under the name `rule` where the file cannot be read. */
  content(path: string, rule: string): FileHashes {
    return this.#at(path, rule).content;
  }

  /** What a TEI file states about itself; undefined if it is not text. Throws as above. */
  document(path: string, rule: string): DocumentProfile | undefined {
    const indexed = this.#at(path, rule);
    if (indexed.document === undefined) {
      const { text, isFragment } = readContent(path, this.#root, rule);
      indexed.document = documentIn(text, isFragment);
      this.#more = true;
    }
    return indexed.document ?? undefined;
  }

  /** The files named by pointers in a TEI file, as they are written. Throws as above. */
  pointedTo(path: string, rule: string): readonly PointedFile[] {
    const indexed = this.#at(path, rule);
    if (indexed.pointedTo === undefined) {
      const root = rootOf(readContent(path, this.#root, rule).text ?? '');
      indexed.pointedTo = root ? filesPointedTo(root) : [];
      this.#more = true;
    }
    return indexed.pointedTo;
  }

  /** The files that are inserted into a TEI file as a whole. Throws as above. */
  wholeParts(path: string, rule: string): readonly string[] {
    return this.#at(path, rule).whole;
  }

  /** The role of a file that cannot be read as text or parsed. Throws as above. */
  brokenRole(path: string, rule: string): TeiRole {
    return roleOfBroken(
      Buffer.from(readInput(path, rule).slice(0, BEGINNING))
        .toString('latin1')
        .replaceAll('\0', ''),
    );
  }

  /** Saves the index for the next run, including files that this run did not ask for. */
  save(): void {
    const others = [...this.#previous].filter(
      ([path]) => !this.#files.has(path) && existsSync(path),
    );
    if (!this.#more && this.#files.size + others.length === this.#previous.size) return;
    const stored: StoredIndex = { key: this.#key, files: [...others, ...this.#files] };
    const body = JSON.stringify(stored);
    writeIfPossible(this.#path, `${hashOf(body)}\n${body}`);
  }

  #at(path: string, rule: string): IndexedFile {
    const look = fingerprint(path);
    const indexed = this.#files.get(path) ?? this.#previous.get(path);
    if (
      indexed &&
      sameFingerprint(indexed.look, look) &&
      indexed.parts.every(([part, was]) => isUnchanged(part, was))
    ) {
      this.#files.set(path, indexed);
      return indexed;
    }
    const now = Date.now();
    const { content, whole, parts: paths } = readContent(path, this.#root, rule);
    const parts = paths.map((part) => [part, fingerprint(part) ?? null] as const);
    const atRest = [look, ...parts.flatMap(([, one]) => (one ? [one] : []))].every((one) =>
      wasAtRest(one, now),
    );
    // A file that may still be changing is read again at every request, and parsed only for those
    // that need it: the workbench has just saved it.
    if (!look || !atRest) {
      this.#files.delete(path);
      return { look: ['', '', ''], content, parts, whole };
    }
    const read: IndexedFile = { look, content, parts, whole };
    this.#files.set(path, read);
    this.#more = true;
    return read;
  }
}

/** The cached form, after its own hash. `key`: of the program. */
interface StoredIndex {
  readonly key: string;
  readonly files: readonly (readonly [path: string, known: IndexedFile])[];
}

function previously(path: string, key: string): ReadonlyMap<string, IndexedFile> {
  try {
    const [stated = '', body = ''] = readFileSync(path, 'utf8').split('\n', 2);
    if (stated !== hashOf(body)) return new Map();
    const stored = JSON.parse(body) as StoredIndex;
    return new Map(stored.key === key ? stored.files : []);
  } catch {
    return new Map();
  }
}

function isUnchanged(path: string, was: Fingerprint | null): boolean {
  const now = fingerprint(path);
  return was === null ? now === undefined : sameFingerprint(was, now);
}

/** Only TEI is assembled from several files; a schema is a single file. */
function readContent(
  path: string,
  root: string,
  rule: string,
): Pick<IndexedFile, 'content' | 'whole'> & {
  parts: readonly string[];
  text: string | undefined;
  isFragment: boolean;
} {
  if (path.endsWith('.xml')) {
    try {
      const read = readDocument(path, root, rule);
      return { ...read, content: { hash: read.hash, address: hashUri(read.bytes) } };
    } catch (error) {
      // The check reports errors in its content.
      if (!(error instanceof InputError)) throw error;
    }
  }
  const bytes = readInput(path, rule);
  return {
    content: { hash: hashOf(bytes), address: hashUri(bytes) },
    parts: [],
    whole: [],
    text: undefined,
    isFragment: false,
  };
}

function documentIn(text: string | undefined, isFragment: boolean): DocumentProfile | null {
  if (text === undefined) return null;
  const root = rootOf(text);
  return {
    isTei: root !== undefined && notTeiFinding(root, '') === undefined,
    role: root === undefined ? roleOfBroken(text.slice(0, BEGINNING)) : roleOf(root, isFragment),
    schemas: namedSchemas(text),
    untouched: isUntouched(text),
    source: sourceHash(text) ?? null,
  };
}

/** A file with a part of TEI is a document only if others point to it. */
function roleOf(root: TreeElement, isFragment: boolean): TeiRole {
  const role = roleOfRoot(root);
  return isFragment && role === 'document' ? 'fragment' : role;
}

function rootOf(text: string): TreeElement | undefined {
  return ifReadable(
    () => readTree({ path: '', content: text }),
    () => undefined,
  );
}

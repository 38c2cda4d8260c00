/**
 * Compares the documents of an edition with their sources.
 *
 * Takes the path of a document. Returns findings. A document that is unchanged since it was encoded
 * was proved when it was written; for others the result is cached by the content of the document
 * and of its source.
 */
import { hashOf, programHash, Results } from '../../cache/results.ts';
import { type Finding, InputError, ifReadable, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import type { FileIndex } from '../../edition/file-facts/file-index.ts';
import type { DeclaredMark } from '../../encode/engine/declared-marks.ts';
import { readEditionHeader } from '../../encode/header/edition/edition-header.ts';
import type { SourceFile } from '../../encode/sources/find.ts';
import { placedFindings, readDocument } from '../../xml/source/read-document.ts';
import { compareWords } from './compare.ts';
import { sourceWords } from './source-words.ts';
import { teiWords } from './tei-words.ts';

const UNREADABLE = 'check/unreadable';
const WORDS = 'words';

export class WordsCheck {
  /** By the path of the document. */
  readonly #sources: ReadonlyMap<string, string>;
  readonly #fileIndex: FileIndex;
  readonly #results: Results;
  readonly #program = programHash(['pipeline']);
  readonly #edition: Edition;
  #marks: readonly DeclaredMark[] | undefined;

  /** `sources`: those of the edition. */
  constructor(edition: Edition, sources: readonly SourceFile[], fileIndex: FileIndex) {
    this.#sources = new Map(sources.map(({ document, path }) => [document, path]));
    this.#fileIndex = fileIndex;
    this.#edition = edition;
    this.#results = new Results(edition.cache);
  }

  /** Findings about a document; none for a file that is not a document or has no source. */
  async findingsFor(path: string): Promise<readonly Finding[]> {
    const source = this.#sources.get(path);
    if (source === undefined) return [];
    try {
      const document = this.#fileIndex.document(path, UNREADABLE);
      const received = this.#fileIndex.content(source, UNREADABLE);
      if (!document || (document.untouched && document.source === received.address)) return [];
      const content = this.#fileIndex.content(path, UNREADABLE);
      this.#marks ??= declaredMarks(this.#edition);
      const key = hashOf(
        JSON.stringify(this.#marks),
        this.#program,
        shownPath(path),
        shownPath(source),
        content.hash,
        received.hash,
      );
      const cached = this.#results.get<readonly Finding[]>(WORDS, key);
      if (cached) return cached;
      const findings = await compared(path, this.#edition.root, source, this.#marks);
      this.#results.put(WORDS, key, findings);
      return findings;
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  }
}

/** The marks that edition.xml declares; none where it cannot be read, which `check` reports. */
function declaredMarks(edition: Edition): readonly DeclaredMark[] {
  return ifReadable(
    () => readEditionHeader(edition.header).conventions.marks,
    () => [],
  );
}

/** `root`: the edition's folder. */
async function compared(
  path: string,
  root: string,
  source: string,
  marks: readonly DeclaredMark[],
): Promise<Finding[]> {
  // The check itself reports a document that is not well-formed.
  const { text, places } = readDocument(path, root, UNREADABLE);
  const words = teiWords(text, shownPath(path));
  try {
    const findings = compareWords(path, words, source, await sourceWords(source, marks));
    return placedFindings(findings, shownPath(path), places);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message =
      'the document cannot be compared with its source, which cannot be read: ' +
      `${error.findings[0]?.message ?? ''}`;
    return [{ path: shownPath(path), severity: 'warning', rule: 'words/not-compared', message }];
  }
}

/** The decisions of earlier runs about each document, by everything that a decision depends on. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hashOf, programHash, Results } from '../../cache/results.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import type { FileIndex } from '../../edition/file-facts/file-index.ts';
import { EncodingContexts } from '../context/contexts.ts';
import type { SourceFile } from '../sources/find.ts';
import type { EncodeOutcome } from './run.ts';

/** The decision about a document. */
export interface StoredVerdict {
  readonly outcome: EncodeOutcome | 'outdated';
  readonly findings: readonly Finding[];
}

/** The cached results for verdicts. */
const KIND = 'encoded';

const UNREADABLE = 'encode/unreadable';

/** Verdicts on documents, by the hashes of everything that they depend on. */
export class VerdictStore {
  readonly #edition: Edition;
  readonly #fileIndex: FileIndex;
  readonly #results: Results;
  readonly #program = programHash(['pipeline']);
  readonly contexts: EncodingContexts;
  /** Documents with unknown state: they may be outdated. */
  readonly undecided: Finding[] = [];

  constructor(edition: Edition, fileIndex: FileIndex) {
    this.#edition = edition;
    this.#fileIndex = fileIndex;
    this.#results = new Results(edition.cache);
    this.contexts = new EncodingContexts(edition);
  }

  /**
   * Undefined if the document has to be encoded to decide; `none` if its source does not matter:
   * the document is broken, or was made elsewhere.
   */
  get(source: SourceFile): StoredVerdict | 'none' | undefined {
    const target = source.document;
    if (!existsSync(target)) return undefined;
    try {
      const document = this.#fileIndex.document(target, UNREADABLE);
      if (!document?.isTei || !document.schemas.encodedHere || document.source === null)
        return 'none';
    } catch (error) {
      if (error instanceof InputError) return 'none';
      throw error;
    }
    const missing = this.contexts.missing(source.id);
    if (missing !== undefined) {
      this.undecided.push(encodedWith(missing, target));
      return 'none';
    }
    const verdict = this.#results.get<StoredVerdict>(KIND, this.#key(source));
    return (
      verdict && { ...verdict, findings: findingsAbout(verdict.findings, '', shownPath(target)) }
    );
  }

  put(source: SourceFile, { outcome, findings }: StoredVerdict): void {
    // What failed may succeed next time; an outdated document is reported by a release only. Errors
    // of a source are reported until it is corrected.
    if (outcome === 'failed' || outcome === 'outdated') return;
    if (outcome === 'written' || outcome === 'unchanged') {
      if (findings.some(({ severity }) => severity === 'error')) return;
    }
    const settled = ['conflicting', 'kept'].includes(outcome);
    const stored = settled ? findingsAbout(findings, shownPath(source.document), '') : [];
    const verdict: StoredVerdict = { outcome: settled ? outcome : 'unchanged', findings: stored };
    this.#results.put(KIND, this.#key(source), verdict);
  }

  #key(source: SourceFile): string {
    const { root, rng, sch } = this.#edition;
    const state = join(root, '.siglum');
    const files = [
      ...this.contexts.files(source.id),
      rng,
      sch,
      source.path,
      source.document,
      join(state, 'base', `${source.id}.xml`),
      join(state, 'base', `${source.id}.xml.next`),
    ];
    const { genre = '' } = this.contexts.options(source.id);
    // By paths in the edition, so that copies of it on several machines have the same keys.
    const named = files.flatMap((path) => [relative(root, path), this.#hash(path)]);
    return hashOf(this.#program, source.id, genre, ...named);
  }

  /** Empty for a file that does not exist or cannot be read. */
  #hash(path: string): string {
    try {
      return existsSync(path) ? this.#fileIndex.content(path, UNREADABLE).hash : '';
    } catch (error) {
      if (error instanceof InputError) return '';
      throw error;
    }
  }
}

function encodedWith(authority: string, target: string): Finding {
  const message =
    `the document was encoded with --authority ${shownPath(authority)}, which is no longer ` +
    'there, so it is not brought up to date; encode it again';
  return { path: shownPath(target), severity: 'warning', rule: 'encode/no-authority', message };
}

/** The findings about the file `from`, as findings about `to`. */
function findingsAbout(findings: readonly Finding[], from: string, to: string): Finding[] {
  return findings.map((finding) => (finding.path === from ? { ...finding, path: to } : finding));
}

/**
 * Which documents are published, and what the check finds in an edition.
 *
 * Takes an edition. Returns the documents that are well-formed TEI, at once; the findings of the
 * check, when it has ended. A document with other errors (grammar, rules, references) is published
 * all the same: the findings tell of them.
 */
import { beginCheck, type CheckRunOptions, filesOf } from '../../../check/check.ts';
import { type Finding, InputError } from '../../../core/finding.ts';
import type { Edition } from '../../../edition/edition.ts';
import type { EditionFiles } from '../../../edition/edition-files.ts';
import type { FileIndex } from '../../../edition/file-facts/file-index.ts';
import type { Pool } from '../../../work/pool.ts';

/** A check that is under way. */
interface Judging {
  /** Paths of the documents to publish. */
  readonly documents: readonly string[];
  /** Where the edition's schema is at fault, what is wrong with it. */
  readonly findings: Promise<readonly Finding[]>;
}

export function judge(
  edition: Edition,
  options: CheckRunOptions & {
    readonly pool: Pool;
    readonly fileIndex: FileIndex;
    readonly files: EditionFiles;
  },
): Judging {
  const { files, fileIndex } = options;
  const documents = files.documents.filter((path) => isTei(path, fileIndex));
  try {
    const { result } = beginCheck(edition, filesOf(edition, files), { ...options, separate: true });
    return {
      documents,
      findings: result.then(({ findings }) => findings).catch(withoutSchema),
    };
  } catch (error) {
    return { documents, findings: Promise.resolve(withoutSchema(error)) };
  }
}

/**
 * Where the edition's schema is at fault, the documents are published all the same, and nothing
 * more is said of them.
 */
function withoutSchema(error: unknown): readonly Finding[] {
  if (!(error instanceof InputError)) throw error;
  return error.findings;
}

function isTei(path: string, fileIndex: FileIndex): boolean {
  try {
    return fileIndex.document(path, 'check/unreadable')?.isTei === true;
  } catch (error) {
    // The check reports a file that cannot be read.
    if (error instanceof InputError) return false;
    throw error;
  }
}

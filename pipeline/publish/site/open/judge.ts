/**
 * Decides which documents are published, and runs the check of an edition.
 *
 * Takes an edition. Returns the documents that are well-formed TEI, at once; the findings of the
 * check, when it has ended. A document with other errors (grammar, rules, references) is still
 * published: the findings report them.
 */

import { beginCheck, type CheckRunOptions, filesOf } from '../../../check/check.ts';
import { type Finding, InputError } from '../../../core/finding.ts';
import type { Edition } from '../../../edition/edition.ts';
import type { EditionFiles } from '../../../edition/edition-files.ts';
import type { FileIndex } from '../../../edition/file-facts/file-index.ts';
import type { Pool } from '../../../work/pool.ts';
import { isTeiFile } from './usable.ts';

/** A check that is under way. */
interface Judging {
  /** Paths of the documents to publish. */
  readonly documents: readonly string[];
  /** The errors of the edition's schema, if it has any. */
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
  const documents = files.documents.filter((path) => isTeiFile(path, fileIndex));
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
 * If the edition's schema has an error, the documents are still published, without further findings
 * about them.
 */
function withoutSchema(error: unknown): readonly Finding[] {
  if (!(error instanceof InputError)) throw error;
  return error.findings;
}

/**
 * Decides which documents are published, and prepares the check of an edition.
 *
 * Takes an edition. Returns the documents that are well-formed TEI, and the function that runs the
 * check. A document with other errors (grammar, rules, references) is still published: the findings
 * report them.
 */

import { beginCheck, type CheckRunOptions, filesOf } from '../../../check/check.ts';
import { type Finding, InputError } from '../../../core/finding.ts';
import type { Edition } from '../../../edition/edition.ts';
import type { EditionFiles } from '../../../edition/edition-files.ts';
import type { FileIndex } from '../../../edition/file-facts/file-index.ts';
import type { Pool } from '../../../work/pool.ts';
import { isTeiFile } from './usable.ts';

interface Judging {
  /** Paths of the documents to publish. */
  readonly documents: readonly string[];
  /** Runs the check. Returns its findings, or the errors of the edition's schema. */
  check(): Promise<readonly Finding[]>;
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
  const check = async (): Promise<readonly Finding[]> => {
    try {
      const run = beginCheck(edition, filesOf(edition, files), { ...options, separate: true });
      return (await run.result).findings;
    } catch (error) {
      return withoutSchema(error);
    }
  };
  return { documents, check };
}

/**
 * If the edition's schema has an error, the documents are still published, without further findings
 * about them.
 */
function withoutSchema(error: unknown): readonly Finding[] {
  if (!(error instanceof InputError)) throw error;
  return error.findings;
}

/**
 * Writes the files of an import; a file that an editor has changed stays (CONTRIBUTING, law 2).
 *
 * Takes a path and its text, its own hash still open. Returns the outcome.
 */
import { existsSync } from 'node:fs';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import { isUntouched, sign } from '../../edition/file-facts/provenance.ts';

/**
 * `written`: new or replaced; `unchanged`: the file was the same; `edited`: an editor's work was
 * not overwritten.
 */
export type ImportOutcome = 'written' | 'unchanged' | 'edited';

/** `empty`: content that counts as not yet edited. */
export function writeUnlessEdited(path: string, tei: string, empty: string): ImportOutcome {
  const signed = sign(tei);
  const present = existsSync(path)
    ? Buffer.from(readInput(path, 'import/unreadable')).toString('utf8')
    : undefined;
  if (present === signed) return 'unchanged';
  if (present !== undefined && present !== empty && !isUntouched(present)) return 'edited';
  writeWhole(path, signed);
  return 'written';
}

export function editedFinding(path: string): Finding {
  return {
    path: shownPath(path),
    severity: 'warning',
    rule: 'import/edited',
    message:
      'the file was edited since it was imported, or is not an import’s, and is not ' +
      'changed; to see what would be imported now, ' +
      'import into another folder and compare the two',
  };
}

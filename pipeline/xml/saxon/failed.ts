/**
 * Findings about a file that a stylesheet cannot transform. This is an error of the file, not of
 * the run.
 *
 * Takes an error and the path of the file. Returns findings about it; any other error is internal
 * and is rethrown.
 */

import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { foldSpace } from '../../core/text.ts';
import { StylesheetError } from './xslt.ts';

/** The rule of these findings. */
export const FAILED = 'transform/failed';

export function failureFindings(error: unknown, path: string): readonly Finding[] {
  if (error instanceof InputError) return error.findings;
  if (!(error instanceof StylesheetError)) throw error;
  const message =
    `the file cannot be transformed: ${foldSpace(error.message)}; correct what the ` +
    `stylesheet names, or report it with the file`;
  return [{ path: shownPath(path), severity: 'error', rule: FAILED, message }];
}

/** The work's result. Throws an `InputError` about the file if a stylesheet fails on it. */
export function aboutFile<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new InputError(failureFindings(error, path));
  }
}

/**
 * The end of a command that failed.
 *
 * Takes the error. Reports it to the user on standard error and returns the exit code: 1 for an
 * error of the input, 2 for a command used wrongly.
 */
import { CommanderError } from 'commander';
import { formatFinding, InputError, printFindings, UsageError, visible } from './finding.ts';
import { systemFinding } from './system-error.ts';

/** Whether a message explains the error, as opposed to an internal error. */
export function isForeseen(error: unknown): boolean {
  return (
    error instanceof UsageError || error instanceof InputError || systemFinding(error) !== undefined
  );
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    console.error(`siglum: ${visible(error.message)}`);
    return 2;
  }
  if (error instanceof InputError) {
    printFindings(error.findings);
    if (error.outcome !== undefined) console.error(visible(error.outcome));
    return 1;
  }
  const refused = systemFinding(error);
  if (refused) {
    console.error(formatFinding(refused));
    return 1;
  }
  console.error(
    'siglum: this is an internal error of Siglum, not of your files; please report it with ' +
      'the lines below',
  );
  console.error(error);
  return 1;
}

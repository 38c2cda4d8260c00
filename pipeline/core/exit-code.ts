/**
 * The end of a command that did not end well.
 *
 * In: what it threw. Out: a word to the user on standard error, and the exit code: 1 for a fault of
 * the input, 2 for a command used wrongly.
 */
import { CommanderError } from 'commander';
import { formatFinding, formatFindings, InputFault, UsageFault, visible } from './finding.ts';
import { systemFault } from './system-fault.ts';

/** Whether it is a fault that a message explains, and none of the program. */
export function isForeseen(fault: unknown): boolean {
  return (
    fault instanceof UsageFault || fault instanceof InputFault || systemFault(fault) !== undefined
  );
}

/** Tells the user what happened, in their terms, and gives the exit code. */
export function exitCodeOf(fault: unknown): number {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  if (fault instanceof UsageFault) {
    console.error(`siglum: ${visible(fault.message)}`);
    return 2;
  }
  if (fault instanceof InputFault) {
    for (const line of formatFindings(fault.findings)) console.error(line);
    return 1;
  }
  const refused = systemFault(fault);
  if (refused) {
    console.error(formatFinding(refused));
    return 1;
  }
  console.error(
    'siglum: this is a fault of the program, not of your files; please report it with the lines below',
  );
  console.error(fault);
  return 1;
}

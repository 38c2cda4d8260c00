/**
 * Whether a damaged file was handled: refused with a reason, or processed to the end, and in time.
 *
 * Takes the work on it, which returns the errors of its output. Returns undefined if everything is
 * correct, else the error.
 */
import { InputError, UsageError } from '../../pipeline/core/finding.ts';

/** A case that builds a whole site is done in the background. */
export type Case = (seed: number) => string | undefined | Promise<string | undefined>;

/**
 * How long a case may take, in milliseconds of processor time: the machine may do other work too.
 */
const LONGEST = 1000;

/** Rules by which the program refuses its own output: the file is not the reason. */
const OF_THE_PROGRAM = ['encode/text-law', 'import/text-differs'];

export function refusedOr(work: () => string | undefined): string | undefined {
  const start = process.cpuUsage();
  let wrong: string | undefined;
  try {
    wrong = work();
  } catch (error) {
    if (error instanceof InputError)
      wrong =
        error.findings.find(({ rule }) => OF_THE_PROGRAM.includes(rule))?.message ??
        unplaced(error);
    else if (!(error instanceof UsageError))
      wrong = `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  return wrong ?? (time > LONGEST ? `took ${time.toFixed(0)} ms` : undefined);
}

/**
 * A file that the program has made is read again under a name of its own, and an error in it is the
 * program's.
 */
export const MADE = 'as written';

function unplaced({ findings }: InputError): string | undefined {
  const made = findings.find(({ path }) => path.endsWith(MADE));
  return made && `what was made is not well-formed, ${made.line}:${made.column}: ${made.message}`;
}

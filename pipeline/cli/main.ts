/**
 * The command line: assembles the commands, one file each, and turns the outcome into an exit code:
 * 0 (fine), 1 (the input has errors), 2 (the command was used wrongly).
 *
 * A command's file has its options and calls its stage, which is loaded only when the command is
 * used.
 */
import { Command } from 'commander';
import { exitCodeOf } from '../core/exit-code.ts';
import { UsageError } from '../core/finding.ts';
import { systemFinding } from '../core/system-error.ts';
import { programVersion } from '../edition/edition.ts';
import { addBuild } from './build.ts';
import { addCheck } from './check.ts';
import { addCollate } from './collate.ts';
import { addDeposit } from './deposit.ts';
import { addEdit } from './edit.ts';
import { addEncode } from './encode.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addNames } from './names.ts';
import { addServe } from './serve.ts';
import { addStatus } from './status.ts';
import { addTransform } from './transform.ts';

/** In the order in which `siglum --help` lists them. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  addEncode,
  addNames,
  addCheck,
  addCollate,
  addTransform,
  addBuild,
  addServe,
  addEdit,
  addStatus,
  addInit,
  addImport,
  addDeposit,
];

/** The command as a process of its own: what surrounds it is checked first. */
export async function siglumProcess(): Promise<void> {
  reportUnwritten();
  try {
    process.cwd();
  } catch {
    console.error('siglum: the current folder has been removed; change to an existing folder (cd)');
    process.exitCode = 2;
    return;
  }
  await siglum();
}

/**
 * Output that cannot be written, on a full disk say, is an error, which `console` would pass over;
 * a reader who has seen enough (`siglum check | head`) is none.
 */
function reportUnwritten(): void {
  let reported = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (reported || error.code === 'EPIPE') return;
    reported = true;
    const why = systemFinding(error)?.message ?? error.message;
    console.error(`siglum: the output of this command cannot be written: ${why}`);
    process.once('exit', () => (process.exitCode ||= 1));
  });
}

/**
 * Runs the command that the words after `siglum` name, and sets the exit code of the process.
 * `words`: those of the command line.
 */
export async function siglum(words: readonly string[] = process.argv.slice(2)): Promise<void> {
  const program = new Command('siglum')
    .description('From the reading text of a historical document to a citable digital edition.')
    .version(programVersion())
    .showHelpAfterError('(run “siglum --help” for usage)')
    .exitOverride()
    .hook('preAction', (_program, command) => requireWords(command));
  for (const add of COMMANDS) add(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/**
 * Throws a `UsageError` where a word is empty, as an unset variable of the shell is: it would mean
 * the current folder.
 */
function requireWords(command: Command): void {
  for (const [name, value] of Object.entries(command.opts())) {
    if (asList(value).includes(''))
      throw new UsageError(`--${name} is followed by nothing; write a value after it`);
  }
  if (command.processedArgs.flatMap(asList).includes(''))
    throw new UsageError('one of the names is empty; write it out');
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/**
 * Runs the program and the measuring tools in processes of their own.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROGRAM } from '../../pipeline/edition/edition.ts';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

export interface SiglumRan extends Ran {
  /** The peak memory of the process, in MiB. */
  readonly peak: number;
  /** Time of the processor in all threads, in milliseconds. */
  readonly processor: number;
}

/** Runs a command to its end. Rejects if it cannot be started. */
export function run(command: string, ...words: readonly string[]): Promise<Ran> {
  return runWith({}, command, ...words);
}

/** The same with variables of the environment beside the present ones. */
function runWith(
  variables: NodeJS.ProcessEnv,
  command: string,
  ...words: readonly string[]
): Promise<Ran> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const process = spawn(command, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...globalThis.process.env, ...variables },
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      process[stream].setEncoding('utf8').on('data', (text: string) => {
        output[stream] += text;
      });
    }
    process.on('error', reject);
    process.on('close', (code) =>
      resolve({ ...output, code: code ?? 1, milliseconds: performance.now() - begun }),
    );
  });
}

/** Runs `siglum`, as a user would. */
export function siglum(...words: readonly string[]): Promise<SiglumRan> {
  return siglumWith({}, ...words);
}

/** The same with environment variables, such as the folder of the derived files. */
export async function siglumWith(
  variables: NodeJS.ProcessEnv,
  ...words: readonly string[]
): Promise<SiglumRan> {
  const watch = pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href;
  const program = join(PROGRAM, 'pipeline', 'siglum.mjs');
  const ran = await runWith(variables, process.execPath, '--import', watch, program, ...words);
  const [, peak, processor] = /peak memory: (\d+) KiB, processor: (\d+) ms/.exec(ran.stderr) ?? [];
  return { ...ran, peak: Number(peak) / 1024, processor: Number(processor) };
}

/** Runs one of the Python tools of `../shared`; its failure ends the benchmark. */
export async function python(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('python3', ...words);
  if (code !== 0) throw new Error(`python3 ${words.join(' ')} failed:\n${stderr}`);
  return stdout;
}

/** Does `work` for each item, `width` at a time; results in the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

/**
 * Commands within the process of the tests: what `siglum` does, without the start of a process and
 * the loading of the program and its stylesheets, which take most of the time of a small edition.
 * One command of a file is started as a user starts it; the others may run here, one at a time.
 */
import { format } from 'node:util';
import { siglum } from '../../pipeline/cli/main.ts';
import type { Said } from './edition.ts';

const STREAMS = { log: 'out', info: 'out', warn: 'err', error: 'err' } as const;

/** Runs `siglum` here. `variables`: of the environment, beside the present ones. */
export async function siglumHere(
  words: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<Said> {
  const said = { out: '', err: '' };
  const names = Object.keys(STREAMS) as (keyof typeof STREAMS)[];
  const own = names.map((name) => [name, console[name]] as const);
  const environment = process.env;
  // Commander writes errors about options to the stream.
  const write = process.stderr.write;
  process.stderr.write = (chunk: string | Uint8Array): boolean => {
    said.err += String(chunk);
    return true;
  };
  const code = process.exitCode;
  for (const name of names)
    console[name] = (...parts: unknown[]) => {
      said[STREAMS[name]] += `${format(...parts)}\n`;
    };
  process.env = { ...environment, ...variables };
  process.exitCode = undefined;
  try {
    await siglum(words);
    return { ...said, code: Number(process.exitCode ?? 0) };
  } finally {
    for (const [name, method] of own) console[name] = method;
    process.stderr.write = write;
    process.env = environment;
    process.exitCode = code;
  }
}

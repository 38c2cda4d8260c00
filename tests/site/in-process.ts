/**
 * Commands within the process of the tests: what `siglum` does, without the start of a process and
 * the loading of the program and its stylesheets, which take most of the time of a small edition.
 * `site/edition.ts` starts a command as a user does; where that makes no difference it runs here,
 * one at a time.
 */
import { format } from 'node:util';
import { siglum } from '../../pipeline/cli/main.ts';
import { type Said, temporaryFolder } from './edition.ts';

const STREAMS = { log: 'out', info: 'out', warn: 'err', error: 'err' } as const;

/** Runs `siglum` here, in a folder that is not the project's. */
export function siglumHere(...words: string[]): Promise<Said> {
  return siglumHereWith({}, ...words);
}

/** The same with variables of the environment beside the present ones. */
export async function siglumHereWith(
  variables: NodeJS.ProcessEnv,
  ...words: string[]
): Promise<Said> {
  const said = { out: '', err: '' };
  const names = Object.keys(STREAMS) as (keyof typeof STREAMS)[];
  const own = names.map((name) => [name, console[name]] as const);
  const environment = process.env;
  const folder = process.cwd();
  // Commander writes errors about options to the stream, and some results are written to it.
  const streams = (['stdout', 'stderr'] as const).map(
    (name) => [name, process[name].write] as const,
  );
  for (const [name] of streams)
    process[name].write = (chunk: string | Uint8Array): boolean => {
      said[name === 'stdout' ? 'out' : 'err'] += String(chunk);
      return true;
    };
  const code = process.exitCode;
  for (const name of names)
    console[name] = (...parts: unknown[]) => {
      said[STREAMS[name]] += `${format(...parts)}\n`;
    };
  process.env = { ...environment, ...variables };
  process.exitCode = undefined;
  process.chdir(temporaryFolder());
  try {
    await siglum(words);
    return { ...said, code: Number(process.exitCode ?? 0) };
  } finally {
    for (const [name, method] of own) console[name] = method;
    for (const [name, write] of streams) process[name].write = write;
    process.chdir(folder);
    process.env = environment;
    process.exitCode = code;
  }
}

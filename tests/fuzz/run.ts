/**
 * `npm run fuzz [-- --cases N] [-- --seed N] [-- --kind KIND]`: damaged memos, TEI, merges, volumes
 * to import, authority files; sites of TEI with dead pointers (`references`, 50 documents a case)
 * and of editions with a damaged file (`torn`), which run only when named.
 *
 * Takes the number of cases, the first number, and the kind, if all are of one. Returns the errors,
 * each with the kind and seed that reproduce it, and a count; exit 1 if there are any. The cases
 * run in a process of their own, which is killed if one of them hangs.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { oneOf, toolOptions, wholeNumber } from '../options.ts';
import { KINDS, type Kind } from './kinds.ts';

const RECORDED = new URL('./cases.json', import.meta.url);

/** How many of ten cases are of each kind: encoding and dividing can lose text. */
const MIX: readonly Kind[] = [
  ...['text', 'import', 'tei', 'authorities', 'short'],
  ...['import', 'merge', 'short', 'authorities', 'text'],
] as Kind[];

const { values } = toolOptions({
  options: {
    cases: { type: 'string' },
    seed: { type: 'string' },
    kind: { type: 'string' },
    child: { type: 'boolean' },
  },
});
const cases = wholeNumber('cases', values.cases ?? '100000');
const first = wholeNumber('seed', values.seed ?? '1');
const onlyKind = values.kind === undefined ? undefined : oneOf('kind', values.kind, KINDS);
/** Such a case takes seconds. */
const BUILDS_SITE = onlyKind === 'references' || onlyKind === 'torn';
/**
 * A process without output for this long hangs; cases.ts measures how long a case may take.
 * Milliseconds, on a busy machine too.
 */
const SILENCE = BUILDS_SITE ? 1_800_000 : 300_000;

if (values.child) await runCases();
else process.exitCode = await watchOver();

interface FuzzReport {
  readonly done: number;
  /** Processor time of all threads since the start. */
  readonly seconds: number;
  readonly wrong?: string;
}

async function runCases(): Promise<void> {
  const { openCases } = await import('./cases.ts');
  const run = await openCases();
  const report = (reported: Omit<FuzzReport, 'seconds'>) => {
    const { user, system } = process.cpuUsage();
    process.send?.({
      ...reported,
      seconds: Math.round((user + system) / 1e6),
    } satisfies FuzzReport);
  };
  const one = async (kind: Kind, seed: number, done: number): Promise<void> => {
    const wrong = await run[kind](seed);
    if (wrong !== undefined) report({ done, wrong: `${kind} ${seed}: ${wrong}` });
  };
  const stored = JSON.parse(readFileSync(RECORDED, 'utf8')) as { kind: Kind; seed: number }[];
  for (const { kind, seed } of stored) await one(kind, seed, 0);
  for (let at = 0; at < cases; at++) {
    await one(onlyKind ?? MIX[at % MIX.length] ?? 'text', first + at, at);
    if (at % 200 === 0 || BUILDS_SITE) {
      report({ done: at });
      // Lets the message go out.
      await new Promise((next) => setImmediate(next));
    }
  }
  report({ done: cases });
  process.disconnect?.();
}

function watchOver(): Promise<number> {
  const kind = onlyKind === undefined ? [] : ['--kind', onlyKind];
  const child = fork(new URL(import.meta.url), [
    '--child',
    '--cases',
    String(cases),
    '--seed',
    String(first),
    ...kind,
  ]);
  let done = 0;
  let wrong = 0;
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      wrong++;
      console.log(`a case behind number ${first + done} hangs`);
      child.kill('SIGKILL');
    }, SILENCE);
  };
  watch();
  child.on('message', (reported: FuzzReport) => {
    watch();
    done = reported.done;
    if (reported.wrong !== undefined) {
      wrong++;
      console.log(reported.wrong);
    } else if (done % (BUILDS_SITE ? 10 : 10_000) === 0)
      console.log(`${done} cases, ${reported.seconds} s of processor time`);
  });
  return new Promise((ended) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      console.log(
        `${done} cases from ${first} on: ${wrong === 0 ? 'nothing went wrong' : `${wrong} went wrong`}`,
      );
      ended(wrong === 0 && code === 0 && done === cases ? 0 : 1);
    }),
  );
}

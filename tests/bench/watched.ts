/**
 * Watches a command with all processes that it starts, and limits their memory if a limit is set.
 *
 * Takes a command, a limit. Returns time, processor time, and the peak memory of its processes
 * together, from the kernel (proc(5)). The limit is a control group of its own if one can be made
 * (cgroups, version 1 or 2), which counts all memory of the processes, including files that they
 * have just written; else a watch ends a run that uses more.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two measurements. */
const OFTEN = 500;

/** The kernel's ticks a second (sysconf(_SC_CLK_TCK)), which is 100 on Linux. */
const TICKS = 100;

export interface Watched {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly milliseconds: number;
  readonly processor: number;
  /** MiB of all processes together, of the first alone, of those that it has started. */
  readonly peak: { readonly all: number; readonly own: number; readonly others: number };
  readonly limitedBy: 'a control group' | 'a watch' | 'nothing';
}

interface OpenSchemas {
  readonly pid: number;
  readonly memory: number;
  readonly processor: number;
}

/**
 * `limit`: MiB. `reported`: called at every measurement, with the current memory. `begun`: called
 * with the process's number when it has begun.
 */
export async function watched(
  words: readonly [string, ...string[]],
  {
    limit,
    environment = {},
    reported,
    begun,
  }: {
    readonly limit?: number | undefined;
    readonly environment?: NodeJS.ProcessEnv;
    readonly reported?: (memory: number, milliseconds: number) => void;
    readonly begun?: (pid: number) => void;
  },
): Promise<Watched> {
  const group = limit === undefined ? undefined : openGroup(limit);
  const start = performance.now();
  const command = group
    ? ['sh', '-c', `echo $$ > '${group}/cgroup.procs' && exec "$@"`, 'sh', ...words]
    : words;
  const child = spawn(command[0] as string, command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let stderr = '';
  // Of thousands of remarks the last ones are enough.
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-100_000);
  });
  const pid = child.pid as number;
  begun?.(pid);
  const peak = { all: 0, own: 0, others: 0 };
  const spent = new Map<number, number>();
  const look = setInterval(() => {
    const now = processesOf(pid);
    const own = now.find((one) => one.pid === pid)?.memory ?? 0;
    const all = now.reduce((sum, { memory }) => sum + memory, 0);
    peak.all = Math.max(peak.all, all);
    peak.own = Math.max(peak.own, own);
    peak.others = Math.max(peak.others, all - own);
    for (const one of now) spent.set(one.pid, one.processor);
    reported?.(all, performance.now() - start);
    if (limit !== undefined && !group && all > limit) child.kill('SIGKILL');
  }, OFTEN);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
    (resolve, reject) => {
      child.on('error', reject);
      child.on('close', (...how) => resolve(how));
    },
  );
  clearInterval(look);
  if (group) closeGroup(group);
  return {
    code: code ?? 1,
    signal,
    stderr,
    milliseconds: performance.now() - start,
    processor: [...spent.values()].reduce((sum, one) => sum + one, 0),
    peak,
    limitedBy: limit === undefined ? 'nothing' : group ? 'a control group' : 'a watch',
  };
}

/** The process and all its child processes. */
function processesOf(pid: number): OpenSchemas[] {
  const children = new Map<number, number[]>();
  const all = new Map<number, OpenSchemas>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const found = openedBy(Number(name));
    if (!found) continue;
    all.set(found.pid, found);
    children.set(found.parent, [...(children.get(found.parent) ?? []), found.pid]);
  }
  const below = (one: number): OpenSchemas[] => {
    const found = all.get(one);
    return found ? [found, ...(children.get(one) ?? []).flatMap(below)] : [];
  };
  return below(pid);
}

/**
 * proc(5), `stat`: fields 4 (parent), 14 and 15 (time), 24 (memory in pages, of 4 KiB here).
 * Undefined where it has ended meanwhile.
 */
function openedBy(pid: number): (OpenSchemas & { readonly parent: number }) | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system, pages] = [1, 11, 12, 21].map((at) => Number(fields[at])) as [
      number,
      number,
      number,
      number,
    ];
    return { pid, parent, memory: pages / 256, processor: ((user + system) * 1000) / TICKS };
  } catch {
    return undefined;
  }
}

/** A control group for the memory below this process's own; undefined if none can be made. */
function openGroup(limit: number): string | undefined {
  try {
    const line = readFileSync('/proc/self/cgroup', 'utf8')
      .split('\n')
      .find((one) => /^\d+:memory:/.test(one));
    const [top, file] = line
      ? [join('/sys/fs/cgroup/memory', line.replace(/^\d+:memory:/, '')), 'memory.limit_in_bytes']
      : ['/sys/fs/cgroup', 'memory.max'];
    const group = join(top, `siglum-${process.pid}-${Date.now()}`);
    mkdirSync(group);
    if (!existsSync(join(group, file))) {
      rmdirSync(group);
      return undefined;
    }
    writeFileSync(join(group, file), String(limit * 2 ** 20));
    return group;
  } catch {
    return undefined;
  }
}

function closeGroup(group: string): void {
  try {
    rmdirSync(group);
  } catch {
    // A group remains, empty, while its last process is ending.
  }
}

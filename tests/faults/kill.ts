/**
 * Kills a command at a moment, and examines the files that it leaves.
 *
 * Takes a function that prepares a folder, and a command. Returns findings in words; none if every
 * file is complete and the next run makes what an undisturbed one would. The kill is SIGKILL: the
 * process cannot react.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition/edition.ts';

/** The command, and how it ends. */
export interface Acts {
  /** What to run, with `{}` for the folder of the scene. */
  readonly words: readonly string[];
  /**
   * For a command that never ends itself: after this output the folder is changed in this way, and
   * the time begins.
   */
  readonly change?: { readonly when: RegExp; readonly make: (folder: string) => void };
  /** The command that completes its work; without it, the command itself is run again. */
  readonly finish?: readonly string[];
}

export interface Scene extends Acts {
  /** The folder before the run. */
  readonly before: string;
  /** The folder after an undisturbed run. */
  readonly after: string;
  /** How long an undisturbed run takes, in milliseconds. */
  readonly duration: number;
}

/** Files of a folder, deep, by their names in it. Hidden ones too. */
export function bytesBelow(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), readFileSync(path, 'base64'));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The cache of a scene, which is killed with the rest; damaged parts of it are made again. */
const CACHE = '.cache';

/** What a command of a scene runs with. */
export function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, SIGLUM_CACHE: join(folder, CACHE) };
}

/**
 * Runs a command to its end, or kills it with all its child processes after `milliseconds`. Returns
 * its exit code, null if it was killed. `change`: after the command's output, the folder is changed
 * and the milliseconds begin.
 */
export function run(
  words: readonly string[],
  folder: string,
  milliseconds?: number,
  change?: Acts['change'],
): Promise<number | null> {
  const argv = [
    join(PROGRAM, 'pipeline', 'siglum.mjs'),
    ...words.map((word) => word.replace('{}', folder)),
  ];
  const stdio = ['ignore', change ? 'pipe' : 'ignore', 'ignore'] as const;
  const child = spawn(process.execPath, argv, {
    cwd: folder,
    detached: true,
    stdio: [...stdio],
    env: environment(folder),
  });
  const killed = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    if (milliseconds !== undefined) timer = setTimeout(killed, milliseconds);
  };
  if (change === undefined) begin();
  let said = '';
  child.stdout?.on('data', (chunk) => {
    if (change === undefined || change.when.test(said)) return;
    said += String(chunk);
    if (!change.when.test(said)) return;
    change.make(folder);
    begin();
  });
  return new Promise((done) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      done(code);
    }),
  );
}

/** Prepares a scene: runs the command undisturbed. */
export async function prepareScene(acts: Acts, layOut: (folder: string) => void): Promise<Scene> {
  const words = acts.finish ?? acts.words;
  const before = mkdtempSync(join(tmpdir(), 'siglum-faults-before-'));
  layOut(before);
  const after = mkdtempSync(join(tmpdir(), 'siglum-faults-after-'));
  cpSync(before, after, { recursive: true });
  acts.change?.make(after);
  const start = performance.now();
  const code = await run(words, after);
  const duration = performance.now() - start;
  if (code !== 0)
    throw new Error(`siglum ${words.join(' ')} ended with ${code} without being disturbed`);
  return { ...acts, before, after, duration };
}

/**
 * Kills the command at a proportion of its duration, from 0 to 1. Returns the errors afterwards.
 */
export async function killAt(scene: Scene, share: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-faults-'));
  try {
    cpSync(scene.before, folder, { recursive: true });
    await run(scene.words, folder, share * scene.duration, scene.change);
    const before = bytesBelow(scene.before);
    const after = bytesBelow(scene.after);
    const wrong: string[] = [];
    for (const [name, bytes] of bytesBelow(folder)) {
      // A file that is being written has a name that begins with a dot, or its folder has: no one
      // takes it for a document.
      if (name.split('/').some((part) => part.startsWith('.'))) continue;
      if (before.get(name) !== bytes && after.get(name) !== bytes)
        wrong.push(`${name} is neither the old nor the new`);
    }
    for (const name of before.keys()) {
      const set = siteAway(folder);
      if (
        !existsSync(join(folder, name)) &&
        !name.startsWith('.') &&
        !(set && /^(?:_site|dist)\//.test(name))
      ) {
        if (after.has(name)) wrong.push(`${name} is gone`);
      }
    }
    const code = await run(scene.finish ?? scene.words, folder);
    if (code !== 0) wrong.push(`the next run ends with ${code}`);
    const healed = bytesBelow(folder);
    for (const name of new Set([...after.keys(), ...healed.keys()])) {
      if (name.startsWith(`${CACHE}/`) || after.get(name) === healed.get(name)) continue;
      const what = healed.has(name)
        ? after.has(name)
          ? 'is different'
          : 'is left over'
        : 'is missing';
      wrong.push(`after the next run ${name} ${what}`);
    }
    return wrong;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Between the two renames that exchange a site, the previous one is complete under another name,
 * and the next run restores it.
 */
function siteAway(folder: string): boolean {
  const away = readdirSync(folder).some((name) => name.endsWith('-previous'));
  return away && !(existsSync(join(folder, '_site')) && existsSync(join(folder, 'dist')));
}

export function removeScene({ before, after }: Scene): void {
  for (const folder of [before, after]) rmSync(folder, { recursive: true, force: true });
}

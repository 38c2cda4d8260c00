/**
 * `siglum serve` while its edition is renamed, damaged, removed and restored, at random.
 *
 * Takes a seed and the number of events. Returns the errors: the server ended, reported an internal
 * error, or shows another site at the end than a fresh build.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { bytesBelow } from './kill.ts';
import { randomOf } from './random.ts';
import { EDITION, EVENTS, type Scene } from './serving-events.ts';

/**
 * How long the site may take to become that of a fresh build, after the last event. Milliseconds.
 */
const PATIENCE = 180_000;

interface Served {
  readonly wrong: readonly string[];
  readonly events: readonly string[];
  readonly said: string;
}

/** Serves an edition, runs `count` events and compares. Returns the errors, and the events. */
export async function serveThrough(seed: number, count: number): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-serving-'));
  const scene: Scene = {
    root: join(folder, 'tei'),
    out: join(folder, 'site', '_site'),
    cache: join(folder, 'cache'),
    random: randomOf(seed),
  };
  cpSync(EDITION, scene.root, { recursive: true });
  const serve = start(scene, 'serve', '--edition', scene.root, '--out', scene.out, '--port', '0');
  const events: string[] = [];
  try {
    await serve.says(/Preview: /);
    const names = Object.keys(EVENTS);
    for (let at = 0; at < count; at += 1) {
      const name = names[Math.floor(scene.random() * names.length)] as string;
      events.push(name);
      await EVENTS[name]?.(scene);
      await pause(scene.random() * 2500);
    }
    const wrong = await differences(scene, folder);
    if (serve.child.exitCode !== null) wrong.push(`serve ended with ${serve.child.exitCode}`);
    if (/internal error/.test(serve.said())) wrong.push(serve.said());
    return { wrong, events, said: serve.said() };
  } finally {
    serve.child.kill('SIGINT');
    await serve.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The files in which the site differs from that of a fresh build, as soon as there are none, or
 * after a while.
 */
async function differences(scene: Scene, folder: string): Promise<string[]> {
  const { root, out } = scene;
  const fresh = join(folder, 'fresh', '_site');
  const build = start(scene, 'build', '--edition', root, '--out', fresh);
  await build.ended;
  const wanted = existsSync(fresh) ? bytesBelow(fresh) : new Map();
  if (wanted.size === 0) return [`a fresh build makes no site: ${build.said()}`];
  let wrong: string[] = [];
  for (const begun = performance.now(); performance.now() - begun < PATIENCE; await pause(500)) {
    let shown: ReadonlyMap<string, string>;
    try {
      shown = bytesBelow(out);
    } catch {
      continue;
    }
    const names = new Set([...wanted.keys(), ...shown.keys()]);
    wrong = [...names]
      .filter((name) => wanted.get(name) !== shown.get(name))
      .map((name) => `${name} differs`);
    if (wrong.length === 0) return [];
  }
  return wrong.length > 0 ? wrong : ['there is no site'];
}

function start({ cache }: Scene, ...words: string[]) {
  const child = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], {
    cwd: tmpdir(),
    env: { ...process.env, SIGLUM_CACHE: cache },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const says = async (words: RegExp): Promise<void> => {
    while (!words.test(said)) {
      if (child.exitCode !== null) throw new Error(`ended: ${said}`);
      await pause(100);
    }
  };
  return { child, ended, says, said: () => said };
}

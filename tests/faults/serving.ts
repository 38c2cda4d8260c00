/**
 * `siglum serve` while its edition is renamed, damaged, removed and restored, at random.
 *
 * Takes a seed and the number of events. Returns the errors: the server ended, reported an internal
 * error, or shows another site at the end than a fresh build.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { bytesBelow } from './kill.ts';
import { randomOf } from './random.ts';

const EDITION = join(PROGRAM, 'tests', 'fixtures', 'interfaces', 'edition');

/**
 * How long the site may take to become that of a fresh build, after the last event. Milliseconds.
 */
const PATIENCE = 180_000;

/** A place where an edition is served: the events work on it. */
interface Scene {
  readonly root: string;
  readonly out: string;
  readonly random: () => number;
}

type Event = (scene: Scene) => void | Promise<void>;

const documents = ({ root }: Scene): string => join(root, 'documents');

/** The names of the documents that are files. */
function namesOf(scene: Scene): string[] {
  return readdirSync(documents(scene), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map(({ name }) => name)
    .sort();
}

/** One of the documents' paths; undefined if there is none. */
function someDocument(scene: Scene): string | undefined {
  const names = namesOf(scene);
  const name = names[Math.floor(scene.random() * names.length)];
  return name && join(documents(scene), name);
}

/** The original folder of a document. */
function bringBack(scene: Scene): void {
  cpSync(join(EDITION, 'documents'), documents(scene), { recursive: true });
}

/** Removed, and restored after a while, possibly during a build. */
async function awayFor(path: string, { random }: Scene): Promise<void> {
  const away = `${path}-away`;
  renameSync(path, away);
  await pause(random() * 4000);
  // A build may have made the folder of the site meanwhile.
  rmSync(path, { recursive: true, force: true });
  renameSync(away, path);
}

const EVENTS: Readonly<Record<string, Event>> = {
  'a document is removed': (scene) => {
    const path = someDocument(scene);
    if (path) unlinkSync(path);
  },
  'all documents are brought back': bringBack,
  'a document is renamed': (scene) => {
    const path = someDocument(scene);
    if (path)
      renameSync(path, path.replace(/(?:-x\d)*\.xml$/, `-x${Math.floor(scene.random() * 9)}.xml`));
  },
  'a word is changed': (scene) => {
    const path = someDocument(scene);
    if (path)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(/Dear\w*/, `Dear${Math.floor(scene.random() * 1e6)}`),
      );
  },
  'a document is torn': (scene) => {
    const path = someDocument(scene);
    if (path) writeFileSync(path, readFileSync(path, 'utf8').slice(0, 700));
  },
  'a document is written in pieces': async (scene) => {
    const text = readFileSync(join(EDITION, 'documents', 'l1.xml'), 'utf8');
    const path = join(documents(scene), 'l1.xml');
    for (const end of [0, text.length / 2, text.length]) {
      writeFileSync(path, text.slice(0, end));
      await pause(scene.random() * 600);
    }
  },
  'a branch is switched during a build': async (scene) => {
    for (let times = 0; times < 3; times += 1) {
      for (const name of namesOf(scene)) {
        const path = join(documents(scene), name);
        // Git removes a file and writes it anew.
        const text = readFileSync(path, 'utf8');
        unlinkSync(path);
        await pause(scene.random() * 20);
        if (scene.random() < 0.8) writeFileSync(path, text.replace(/Dear\w*/, `Dear${times}`));
      }
      await pause(scene.random() * 1500);
    }
    bringBack(scene);
  },
  'edition.xml is away for a while': (scene) => awayFor(join(scene.root, 'edition.xml'), scene),
  'edition.xml is torn for a while': async (scene) => {
    const path = join(scene.root, 'edition.xml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.length / 2));
    await pause(scene.random() * 4000);
    writeFileSync(path, text);
  },
  'the edition is away for a while': (scene) => awayFor(scene.root, scene),
  'the documents are away for a while': (scene) => awayFor(documents(scene), scene),
  'the site is away for a while': async (scene) => {
    if (existsSync(scene.out)) await awayFor(scene.out, scene);
  },
  'the site is removed': ({ out }) => rmSync(out, { recursive: true, force: true }),
  'links lead in a circle': (scene) => {
    for (const [target, path] of [
      ['loop', 'loop'],
      ['..', 'up.xml'],
      ['../documents', 'documents'],
      ['/etc/passwd', 'secret.xml'],
    ] as const) {
      rmSync(join(documents(scene), path), { force: true });
      symlinkSync(target, join(documents(scene), path));
    }
  },
  'thousands of files come and go': async (scene) => {
    const folder = join(scene.root, 'images');
    mkdirSync(folder, { recursive: true });
    for (let n = 0; n < 3000; n += 1) writeFileSync(join(folder, `i${n}.tif`), '');
    await pause(scene.random() * 1000);
    rmSync(folder, { recursive: true });
  },
  'a folder is where a document was': async (scene) => {
    const path = join(documents(scene), 'l2.xml');
    rmSync(path, { force: true, recursive: true });
    mkdirSync(path);
    await pause(scene.random() * 1500);
    rmSync(path, { recursive: true });
  },
};

export interface Served {
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
    random: randomOf(seed),
  };
  cpSync(EDITION, scene.root, { recursive: true });
  const serve = start('serve', '--edition', scene.root, '--out', scene.out, '--port', '0');
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
async function differences({ root, out }: Scene, folder: string): Promise<string[]> {
  const fresh = join(folder, 'fresh', '_site');
  const build = start('build', '--edition', root, '--out', fresh);
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

function start(...words: string[]) {
  const child = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], {
    cwd: tmpdir(),
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

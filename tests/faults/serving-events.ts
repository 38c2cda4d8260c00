/**
 * What happens to an edition that is served, at random: files and folders are renamed, damaged,
 * removed and restored.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROGRAM } from '../../pipeline/edition/edition.ts';

export const EDITION = join(PROGRAM, 'tests', 'fixtures', 'interfaces', 'edition');

/** A place where an edition is served: the events work on it. */
export interface Scene {
  readonly root: string;
  readonly out: string;
  readonly cache: string;
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

export const EVENTS: Readonly<Record<string, Event>> = {
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
  'edition.xml is a folder, a link in a circle, or a pipe for a while': async (scene) => {
    const path = join(scene.root, 'edition.xml');
    const text = readFileSync(path, 'utf8');
    for (const replace of [
      () => mkdirSync(path),
      () => symlinkSync('edition.xml', path),
      () => execFileSync('mkfifo', [path]),
    ]) {
      rmSync(path, { recursive: true });
      replace();
      await pause(scene.random() * 2000);
    }
    rmSync(path);
    writeFileSync(path, text);
  },
  'a file is written as editors do, by another name and a rename': (scene) => {
    const path = someDocument(scene);
    if (!path) return;
    writeFileSync(`${path}~`, readFileSync(path, 'utf8').replace(/Dear\w*/, 'DearSwap'));
    renameSync(`${path}~`, path);
  },
  'a document has an earlier time than before': (scene) => {
    const path = someDocument(scene);
    if (!path) return;
    writeFileSync(path, readFileSync(path, 'utf8').replace(/Dear\w*/, 'DearEarlier'));
    utimesSync(path, 0, 0);
  },
  'the authority files are torn, then away': async (scene) => {
    const path = join(scene.root, 'authorities', 'all.xml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.length / 3));
    await pause(scene.random() * 2000);
    await awayFor(join(scene.root, 'authorities'), scene);
    writeFileSync(path, text);
  },
  'a schema, a theme and a source appear, all torn, and go': async (scene) => {
    const files = ['schema/edition.rng', 'schema/edition.sch', 'theme/layouts/document.njk'];
    for (const file of [...files, 'theme/strings/en.json', 'sources/s9.docx']) {
      mkdirSync(join(scene.root, dirname(file)), { recursive: true });
      writeFileSync(join(scene.root, file), '<{{ torn');
    }
    await pause(scene.random() * 3000);
    for (const folder of ['schema', 'theme', 'sources'])
      rmSync(join(scene.root, folder), { recursive: true });
  },
  'a file is where the site was': async (scene) => {
    rmSync(scene.out, { recursive: true, force: true });
    writeFileSync(scene.out, '');
    await pause(scene.random() * 2000);
    rmSync(scene.out, { recursive: true, force: true });
  },
  'the cache is emptied': ({ cache }) => {
    for (const kind of ['results', 'sites'])
      rmSync(join(cache, kind), { recursive: true, force: true });
  },
  'a folder is where a document was': async (scene) => {
    const path = join(documents(scene), 'l2.xml');
    rmSync(path, { force: true, recursive: true });
    mkdirSync(path);
    await pause(scene.random() * 1500);
    rmSync(path, { recursive: true });
  },
};

/**
 * How soon `siglum serve` shows a corrected word.
 *
 * Takes an edition with a built site, and the folders of both. Returns for each of ten documents
 * the time from the writing of the file until a reader of the preview gets the word. The next one
 * is changed when the site is complete again.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';

const EDITS = 10;

/** Between two looks at a page, in milliseconds. */
const LOOK = 10;

/** A word that is not shown after so many milliseconds is not going to be. */
const LONGEST = 60_000;

export interface Shown {
  /** Milliseconds. */
  readonly median: number;
  readonly most: number;
}

/** Throws where a word is not shown. */
export async function measureServe(root: string, site: string, cache: string): Promise<Shown> {
  const program = join(PROGRAM, 'pipeline', 'siglum.mjs');
  const words = ['serve', '--edition', root, '--out', site, '--port', '0'];
  const serve = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, SIGLUM_CACHE: cache },
  });
  let said = '';
  serve.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise((done) => serve.on('close', done));
  try {
    const preview = await until(() => /Preview: (\S+)/.exec(said)?.[1], said);
    const paths = filesIn(join(root, 'documents'), '.xml').filter(
      (path) => withWord(path, '') !== undefined,
    );
    const times: number[] = [];
    for (let at = 0; at < EDITS; at++) {
      // What an edit needs is made ready first, as when an editor begins to read.
      await pause(3000);
      const builds = buildsIn(said);
      const path = paths[Math.floor(((at + 0.5) * paths.length) / EDITS)] as string;
      const word = correctWord(path);
      const begun = performance.now();
      const page = new URL(`documents/${basename(path, '.xml')}.html`, preview);
      await until(
        async () => (await (await fetch(page)).text()).includes(word),
        `${page.href} does not show ${word}`,
      );
      times.push(performance.now() - begun);
      await until(() => buildsIn(said) > builds, said);
    }
    times.sort((one, other) => one - other);
    return { median: times[EDITS >> 1] as number, most: times.at(-1) as number };
  } finally {
    serve.kill('SIGINT');
    await ended;
  }
}

/** Puts a new word into a document. Returns the word. */
function correctWord(path: string): string {
  const word = `the${randomBytes(6).toString('hex')}`;
  const edited = withWord(path, word);
  if (edited === undefined) throw new Error(`${path}: no word to change`);
  writeFileSync(path, edited);
  return word;
}

/**
 * A document in which the first word of three letters or more in a paragraph of the text has become
 * another one; nothing where there is none.
 */
function withWord(path: string, word: string): string | undefined {
  const tei = readFileSync(path, 'utf8');
  const body = tei.indexOf('<body');
  const edited = tei.slice(body).replace(/(<p [^>]*>[^<]*?)\b[a-z][a-z\d]{2,}\b/, `$1${word}`);
  return edited === tei.slice(body) ? undefined : tei.slice(0, body) + edited;
}

function buildsIn(said: string): number {
  return said.split(' made in ').length;
}

/** What `look` finds, as soon as it is there. */
async function until<Found>(
  look: () => Found | Promise<Found>,
  missing: string,
): Promise<NonNullable<Found>> {
  const begun = performance.now();
  while (performance.now() - begun < LONGEST) {
    const found = await look();
    if (found) return found;
    await pause(LOOK);
  }
  throw new Error(missing);
}

/** `siglum serve`: a preview that follows the editor's work and ends cleanly. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { copyOfEdition, removeFolders, temporaryFolder } from './edition.ts';

afterAll(removeFolders);

it('shows the site, builds again when a file is changed, and ends with Ctrl-C', async () => {
  const edition = copyOfEdition();
  const out = join(temporaryFolder(), '_site');
  const words = ['serve', '--edition', edition, '--out', out, '--port', '0'];
  const child = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words]);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  try {
    const address = await until(() => /Preview: (http:\S+)/.exec(said)?.[1]);
    expect(await read(address)).toContain('The May 31 Elections in Bolivia');
    expect((await fetch(`${address}no-such-page.html`)).status).toBe(404);
    expect((await fetch(`${address}..%2f..%2fetc%2fpasswd`)).status).toBe(404);
    const home = await fetch(address);
    expect(home.headers.get('content-security-policy')).toContain("default-src 'self'");

    const header = join(edition, 'edition.xml');
    writeFileSync(
      header,
      readFileSync(header, 'utf8').replace('stood for another term', 'stood once more'),
    );
    await until(async () => (await read(address)).includes('stood once more') || undefined);
  } finally {
    child.kill('SIGINT');
  }
  expect(await ended).toBe(0);
});

async function read(address: string): Promise<string> {
  return (await fetch(address)).text();
}

/** Waits for a value, at most 50 seconds. */
async function until<Value>(
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  for (let tries = 0; tries < 500; tries += 1) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('waited in vain');
}

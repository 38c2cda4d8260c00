/** The preview is asked for what no browser would ask: it answers, gives nothing from outside the site, and goes on. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Preview, startPreview } from '../../pipeline/publish/preview.ts';
import { removeFolders, temporaryFolder } from './edition.ts';

let server: Preview;
beforeAll(async () => {
  const folder = temporaryFolder();
  const site = join(folder, '_site');
  mkdirSync(join(site, 'documents'), { recursive: true });
  mkdirSync(join(folder, '_site-of-others'));
  writeFileSync(join(site, 'index.html'), '<body>home</body>');
  writeFileSync(join(site, '404.html'), '<body>missing</body>');
  for (const name of ['secret.txt', '_site-of-others/secret.txt']) writeFileSync(join(folder, name), 'secret');
  symlinkSync('loop', join(site, 'loop'));
  server = await startPreview(site, 0);
});
afterAll(async () => {
  await server.close();
  removeFolders();
});

/** What is answered to a request as it is written here. */
function answer(request: string): Promise<string> {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text) => (said += text));
  socket.end(`${request}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return new Promise((done, failed) => socket.on('close', () => done(said)).on('error', failed));
}

it.each([
  ['GET // HTTP/1.1', 400],
  ['GET http://[ HTTP/1.1', 400],
  ['GET /%00 HTTP/1.1', 404],
  ['GET /% HTTP/1.1', 404],
  ['GET /%ff%fe HTTP/1.1', 404],
  ['GET /../secret.txt HTTP/1.1', 404],
  ['GET /..%2fsecret.txt HTTP/1.1', 404],
  ['GET /documents/..%2f..%2fsecret.txt HTTP/1.1', 404],
  ['GET /..%2f_site-of-others/secret.txt HTTP/1.1', 404],
  ['GET /%2e%2e/secret.txt HTTP/1.1', 404],
  ['GET /..%5csecret.txt HTTP/1.1', 404],
  ['GET /documents/ HTTP/1.1', 404],
  ['GET /loop HTTP/1.1', 404],
  [`GET /${'x'.repeat(8000)} HTTP/1.1`, 404],
  [`GET /${'x'.repeat(100_000)} HTTP/1.1`, 431],
  ['DELETE /index.html HTTP/1.1', 405],
  ['OPTIONS * HTTP/1.1', 405],
  ['no request at all', 400],
])('%j', async (request, status) => {
  const said = await answer(request);
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(said).not.toContain('secret');
  expect(await answer('GET /index.html HTTP/1.1')).toMatch(/^HTTP\/1\.1 200 [\s\S]*home/);
});

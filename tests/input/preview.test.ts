/**
 * Requests to the preview that no browser would send: it answers, returns nothing from outside the
 * site, and continues.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SitePreview, startPreview } from '../../pipeline/publish/serve/preview.ts';
import { removeFolders, temporaryFolder } from './edition.ts';

let server: SitePreview;
beforeAll(async () => {
  const folder = temporaryFolder();
  const site = join(folder, '_site');
  mkdirSync(join(site, 'documents'), { recursive: true });
  mkdirSync(join(folder, '_site-of-others'));
  writeFileSync(join(site, 'index.html'), '<body>home</body>');
  writeFileSync(join(site, '404.html'), '<body>missing</body>');
  for (const name of ['secret.txt', '_site-of-others/secret.txt'])
    writeFileSync(join(folder, name), 'secret');
  symlinkSync('loop', join(site, 'loop'));
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  symlinkSync(folder, join(site, 'out'));
  symlinkSync('index.html', join(site, 'inside.html'));
  execFileSync('mkfifo', [join(site, 'pipe.txt')]);
  writeFileSync(join(site, 'tei.xml'), '<TEI/>');
  server = await startPreview(site, 0);
});
afterAll(async () => {
  await server.close();
  removeFolders();
});

/** The answer to a request that is written as it is here. */
function answer(request: string, host = 'localhost'): Promise<string> {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text) => (said += text));
  socket.end(`${request}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
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
  ['GET /link.txt HTTP/1.1', 404],
  ['GET /out/secret.txt HTTP/1.1', 404],
  ['GET /out/_site-of-others/secret.txt HTTP/1.1', 404],
  ['GET /pipe.txt HTTP/1.1', 404],
  ['GET /inside.html HTTP/1.1', 200],
  ['GET /%252e%252e/secret.txt HTTP/1.1', 404],
  ['GET /%c0%ae%c0%ae/secret.txt HTTP/1.1', 404],
  ['GET /%uff0e%uff0e/secret.txt HTTP/1.1', 404],
  ['GET /....//secret.txt HTTP/1.1', 404],
  ['GET /documents/../../secret.txt HTTP/1.1', 404],
  ['GET /documents%2f%2e%2e%2f%2e%2e%2fsecret.txt HTTP/1.1', 404],
  ['GET /index.html/../../secret.txt HTTP/1.1', 404],
  ['GET file:///etc/passwd HTTP/1.1', 403],
  ['GET //evil.example/index.html HTTP/1.1', 403],
  ['GET http://evil.example/index.html HTTP/1.1', 403],
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

it.each([
  ['localhost', 200],
  ['localhost:9000', 200],
  ['LOCALHOST', 200],
  ['127.0.0.1', 200],
  ['[::1]:80', 200],
  ['evil.example', 403],
  ['evil.example:80', 403],
  ['localhost.evil.example', 403],
  ['127.0.0.1.nip.io', 403],
  ['localhost@evil.example', 403],
  ['127.0.0.2', 403],
  ['0.0.0.0', 403],
  ['', 403],
])('asked as %j', async (host, status) => {
  const said = await answer('GET /index.html HTTP/1.1', host);
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  if (status !== 200) expect(said).not.toContain('home');
});

it('sends headers under which nothing but the site’s own pages can run', async () => {
  const xml = (await fetch(`${server.address}tei.xml`)).headers;
  expect(xml.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect(xml.get('content-type')).toMatch(/^application\/xml/);
  for (const headers of [xml, (await fetch(server.address)).headers]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});

it('waits a moment for a site that is being replaced, and says that there is none', async () => {
  const empty = join(temporaryFolder(), '_site');
  const other = await startPreview(empty, 0);
  try {
    const page = await fetch(other.address);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('could not be built yet');
    const asked = fetch(other.address);
    mkdirSync(empty);
    writeFileSync(join(empty, 'index.html'), '<body>there</body>');
    expect(await (await asked).text()).toContain('there');
  } finally {
    await other.close();
  }
});

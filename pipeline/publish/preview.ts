/**
 * The preview: a small server of static files for this machine, and a page that comes anew after a build.
 *
 * In: the folder of a site and a port. Out: an address. Serves only GET and HEAD, only from within the folder, only to this machine.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { UsageFault } from '../finding.ts';
import { HEADER_POLICY } from './policy.ts';

export interface Preview {
  readonly address: string;
  /** Tells open pages that the site was built anew. */
  reload(): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.rng': 'application/xml; charset=utf-8',
  '.sch': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ttl': 'text/turtle; charset=utf-8',
  '.jsonld': 'application/ld+json',
  '.geojson': 'application/geo+json',
};

const EVENTS = '/.preview/events';
const SCRIPT = '/.preview/reload.js';
const SCRIPT_TEXT = `new EventSource('${EVENTS}').onmessage = () => location.reload();\n`;

/** Throws a `UsageFault` where the port is taken. */
export async function startPreview(folder: string, port: number): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const pathname = pathOf(request.url ?? '/');
    response.setHeader('Content-Security-Policy', HEADER_POLICY);
    response.setHeader('Cache-Control', 'no-store');
    if (pathname === undefined) {
      response.writeHead(400).end();
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (pathname === EVENTS) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(':\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (pathname === SCRIPT) {
      response.writeHead(200, { 'Content-Type': TYPES['.js'] }).end(SCRIPT_TEXT);
    } else {
      sendFile(response, fileFor(folder, pathname), join(folder, '404.html'));
    }
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      failed(
        error.code === 'EADDRINUSE' ? new UsageFault(`port ${port} is taken; name another one with --port`) : error,
      );
    });
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    reload() {
      for (const listener of listeners) listener.write('data: built\n\n');
    },
    async close() {
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Nothing where what is asked for is no address. */
function pathOf(url: string): string | undefined {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : undefined;
}

/** The file that an address names, never one outside the folder. */
function fileFor(folder: string, pathname: string): string | undefined {
  let name: string;
  try {
    name = normalize(decodeURIComponent(pathname));
  } catch {
    return undefined;
  }
  const path = join(folder, name);
  if ((path !== folder && !path.startsWith(folder + sep)) || name.includes('\0') || !existsSync(path)) return undefined;
  const file = statSync(path).isDirectory() ? join(path, 'index.html') : path;
  return existsSync(file) ? file : undefined;
}

/** Nothing of a page that another run takes away at this moment: the next one is on its way. */
function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function sendFile(response: ServerResponse, file: string | undefined, missing: string): void {
  const path = file ?? missing;
  response.statusCode = file ? 200 : 404;
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.setHeader('Content-Type', type);
  if (!existsSync(path)) {
    response.end();
  } else if (extname(path) === '.html') {
    response.end(textAt(path).replace('</body>', `<script src="${SCRIPT}"></script>\n</body>`));
  } else {
    createReadStream(path)
      .on('error', () => response.destroy())
      .pipe(response);
  }
}

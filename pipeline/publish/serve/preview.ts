/**
 * The preview: a small server of static files for this machine, and pages that reload after a
 * build.
 *
 * Takes the folder of a site and a port. Returns an address. Serves only GET and HEAD, only files
 * of the folder (no link leads out of it), and only to this machine, under its own names.
 */
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isOwnHost, startLocalServer } from '../../core/local-server.ts';
import { FRAME_POLICY, HEADER_POLICY } from '../html/policy.ts';

export interface SitePreview {
  readonly address: string;
  /**
   * Shows pages of a site that is being built in `folder` in place of those of the previous one,
   * until the next `reload`.
   */
  showEarly(folder: string, addresses: readonly string[]): void;
  /** Notifies open pages that the site was built again. */
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
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.xml': 'application/xml; charset=utf-8',
  '.rng': 'application/xml; charset=utf-8',
  '.sch': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ttl': 'text/turtle; charset=utf-8',
  '.jsonld': 'application/ld+json',
  '.geojson': 'application/geo+json',
};

/** XML can contain scripts, and is not a page of the site: nothing in it may run or load. */
const NO_PAGE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const EVENTS = '/.preview/events';
const SCRIPT = '/.preview/reload.js';
const SCRIPT_TEXT = `new EventSource('${EVENTS}').onmessage = () => location.reload();\n`;

const NO_SITE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>
<body><p>The site could not be built yet. The terminal in which “siglum serve” runs says why; this page changes as soon as there is a site.</p>
</body></html>
`;

/** Throws a `UsageError` if the port is in use. */
export async function startPreview(folder: string, port: number): Promise<SitePreview> {
  const listeners = new Set<ServerResponse>();
  let early: ReadonlyMap<string, string> = new Map();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = urlOf(request.url ?? '/');
    setPreviewHeaders(response);
    if (url === undefined) {
      response.writeHead(400).end();
    } else if (!isOwnHost(request.headers.host) || !isOwnHost(url.host)) {
      response.writeHead(403, { 'Content-Type': TYPES['.txt'] });
      response.end('This preview answers only to localhost, 127.0.0.1 and [::1].\n');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (url.pathname === EVENTS) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(':\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (url.pathname === SCRIPT) {
      response.writeHead(200, { 'Content-Type': TYPES['.js'] }).end(SCRIPT_TEXT);
    } else {
      await siteThere(folder);
      sendFile(response, folder, url.pathname, early);
    }
  };

  const server = await startLocalServer(port, answer);
  return {
    address: server.address,
    showEarly(building, addresses) {
      early = new Map(addresses.map((address) => [address, building]));
      report(listeners);
    },
    reload() {
      early = new Map();
      report(listeners);
    },
    async close() {
      for (const listener of listeners) listener.end();
      await server.close();
    },
  };
}

function report(listeners: Iterable<ServerResponse>): void {
  for (const listener of listeners) listener.write('data: built\n\n');
}

function setPreviewHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', HEADER_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Another website must not load the drafts of an edition as scripts or pictures.
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
}

/** Undefined if the request is not a valid address. */
function urlOf(url: string): URL | undefined {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost') : undefined;
}

/** While a build replaces the previous site, there is no site for a moment. */
async function siteThere(folder: string): Promise<void> {
  for (let tries = 0; tries < 5 && !existsSync(folder); tries += 1) await pause(50);
}

/**
 * The path of a file within the folder, links resolved; undefined if there is none, or if it is
 * outside.
 */
function fileFor(folder: string, name: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const asked = realpathSync(join(root, name));
    const path = statSync(asked).isDirectory() ? realpathSync(join(asked, 'index.html')) : asked;
    return path.startsWith(root + sep) && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The page for missing addresses names the assets from the top of the web server that the edition
 * will have, where it may be in a folder (`/edition/assets/siglum.css`).
 */
function assetOrFile(folder: string, name: string): string | undefined {
  const at = name.indexOf('/assets/');
  return fileFor(folder, name) ?? (at > 0 ? fileFor(folder, name.slice(at)) : undefined);
}

/** `/documents/d1.html` for `/documents/%64%31.html`; undefined if it is not the name of a file. */
function requestedPath(pathname: string): string | undefined {
  try {
    const name = normalize(decodeURIComponent(pathname));
    return name.includes('\0') ? undefined : name;
  } catch {
    return undefined;
  }
}

function sendFile(
  response: ServerResponse,
  folder: string,
  pathname: string,
  early: ReadonlyMap<string, string>,
): void {
  const name = requestedPath(pathname);
  const building =
    name === undefined ? undefined : early.get(name.endsWith('/') ? `${name}index.html` : name);
  const file =
    name === undefined
      ? undefined
      : ((building && fileFor(building, name)) ?? assetOrFile(folder, name));
  const language = /^\/[a-z-]+(?=\/)/i.exec(pathname)?.[0] ?? '';
  const path = file ?? fileFor(folder, `${language}/404.html`) ?? fileFor(folder, '404.html');
  response.statusCode = file ? 200 : 404;
  if (path === undefined) {
    if (!fileFor(folder, 'index.html')) response.statusCode = 503;
    sendPage(response, NO_SITE);
  } else if (extname(path) === '.html') {
    sendPage(response, textAt(path));
  } else {
    const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    response.setHeader('Content-Type', type);
    if (type.includes('xml')) response.setHeader('Content-Security-Policy', NO_PAGE_POLICY);
    createReadStream(path)
      .on('error', () => response.destroy())
      .pipe(response);
  }
}

/** The policy of a page is its own: it may allow hosts that edition.xml names. */
const PAGE_POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/;

function sendPage(response: ServerResponse, html: string): void {
  const policy = PAGE_POLICY.exec(html)?.[1]?.replaceAll('&#39;', "'");
  if (policy) response.setHeader('Content-Security-Policy', `${policy}; ${FRAME_POLICY}`);
  response.setHeader('Content-Type', TYPES['.html'] as string);
  response.end(html.replace('</body>', `<script src="${SCRIPT}"></script>\n</body>`));
}

/** No answer for a page that another run is removing at this moment: the next one will follow. */
function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The server of the workbench: a page, its script and styles, and answers in JSON. It listens to
 * this machine only; `guard.ts` decides about access.
 */

import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { InputError } from '../../core/finding.ts';
import { html, Markup } from '../../core/html.ts';
import { type LocalServer, startLocalServer } from '../../core/local-server.ts';
import { BUILT, PROGRAM } from '../../core/program-folder.mjs';
import { systemFinding } from '../../core/system-error.ts';
import { ConflictRefusal } from '../journal/hunks.ts';
import { PatchRefusal } from '../patch/model.ts';
import type { Workbench } from '../workbench.ts';
import { RequestBody } from './body.ts';
import { newToken, requestRefusal, setWorkbenchHeaders } from './guard.ts';
import { ROUTES } from './routes.ts';

/** The largest document that is read has 64 MiB; its TEI is sent back whole. */
const MOST_BODY = 80 * 1024 * 1024;

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" ' +
  'fill="#8c1c13"/></svg>';

const FILES: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  'client.js': { path: join(BUILT, 'edit-client.js'), type: 'text/javascript; charset=utf-8' },
  'client.css': { path: join(BUILT, 'edit-client.css'), type: 'text/css; charset=utf-8' },
  'colours.css': {
    path: join(PROGRAM, 'site', 'styles', 'frame', '10-colours.css'),
    type: 'text/css; charset=utf-8',
  },
};

/** The address has the token. Throws a `UsageError` if the port is in use. */
export async function startServer(
  workbench: Workbench,
  port: number,
  title: string,
): Promise<LocalServer> {
  const token = newToken();
  // One change at a time: each applies to the result of the previous one.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setWorkbenchHeaders(response);
    const refusal = requestRefusal(request, token);
    if (refusal !== undefined) {
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${refusal}\n`);
      return;
    }
    const name = (request.url ?? '').replace(/[?#].*$/, '').slice(token.length + 2);
    if (request.method === 'GET') sendFile(response, name, title);
    else if (request.method === 'POST' && name.startsWith('api/'))
      await sendAnswer(response, request, name.slice('api/'.length), workbench, inTurn);
    else response.writeHead(405, { Allow: 'GET, POST' }).end();
  };

  const server = await startLocalServer(port, answer);
  return {
    address: `${server.address}${token}/`,
    async close() {
      await server.close();
      await last;
    },
  };
}

function sendFile(response: ServerResponse, name: string, title: string): void {
  if (name === '') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(String(page(title)));
    return;
  }
  if (name === 'icon.svg') {
    response.setHeader('Content-Type', 'image/svg+xml');
    response.end(ICON);
    return;
  }
  const found = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!found || !existsSync(found.path)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('Content-Type', found.type);
  response.end(readFileSync(found.path));
}

function page(title: string): Markup {
  return html`${DOCTYPE}
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Siglum workbench</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="colours.css">
<link rel="stylesheet" href="client.css">
<script type="module" src="client.js"></script>
</head>
<body data-title="${title}">
<noscript><p>The workbench needs JavaScript.</p></noscript>
</body>
</html>
`;
}

const DOCTYPE = new Markup('<!doctype html>');

async function sendAnswer(
  response: ServerResponse,
  request: IncomingMessage,
  name: string,
  workbench: Workbench,
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>,
): Promise<void> {
  const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (!route) {
    response.writeHead(404).end(JSON.stringify({ refused: 'there is no such question' }));
    return;
  }
  try {
    const body = new RequestBody(JSON.parse(await bodyOf(request)));
    const value = await inTurn(async () => route(workbench, body));
    response.end(JSON.stringify(value ?? null));
  } catch (error) {
    const { status, ...said } = errorReply(error);
    response.writeHead(status).end(JSON.stringify(said));
  }
}

interface ErrorReply {
  readonly status: number;
  readonly refused: string;
  /** Of a conflict: the intended text, and the present one. */
  readonly mine?: string;
  readonly now?: string;
}

function errorReply(error: unknown): ErrorReply {
  if (error instanceof ConflictRefusal)
    return { status: 409, refused: error.message, mine: error.mine, now: error.now };
  if (error instanceof PatchRefusal) return { status: 422, refused: error.message };
  if (error instanceof InputError)
    return { status: 422, refused: error.findings.map(({ message }) => message).join('; ') };
  if (error instanceof SyntaxError) return { status: 400, refused: 'the request is not JSON' };
  const system = systemFinding(error);
  if (system)
    return { status: 422, refused: `${system.path}: ${system.message}; nothing was changed` };
  console.error(error);
  return {
    status: 500,
    refused: 'this is an internal error, and nothing was changed; the terminal has more about it',
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BODY) throw new PatchRefusal('the request is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/**
 * A repository on loopback: takes only requests that its routes describe, and records them.
 *
 * The routes are written after the documentation of the repositories (see docs/deposit.md); no live
 * service was used.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  /** In place of `json`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly contentType?: RegExp;
  readonly answer: (seen: Seen, ...words: string[]) => Reply;
}

/**
 * `lose`: the request is done, and the connection is cut before the answer. `pass`: the request is
 * answered as usual.
 */
export type Interruption = Reply | 'hang up' | 'lose' | 'pass' | Deed;

/** Something happens after the request was done (`'after'`), or in place of it; then no answer. */
interface Deed {
  readonly at: 'before' | 'after';
  readonly act: () => void;
}

export interface Loopback {
  readonly base: string;
  /** `POST /api/records`, in order. */
  readonly requests: string[];
  readonly seen: Seen[];
  /** The next answers, before any route is used: for example of a busy server. */
  readonly interruptions: Interruption[];
  /** Sees each piece of a request while it arrives, and the number of bytes until then. */
  onBytes?: (request: string, bytes: number) => void;
  close(): void;
}

/** `authorized`: whether the request has the token as the service requires. */
export async function startServer(
  routes: readonly Route[],
  authorized: (headers: IncomingMessage['headers']) => boolean,
): Promise<Loopback> {
  const requests: string[] = [];
  const seen: Seen[] = [];
  const interruptions: Loopback['interruptions'] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const piece of request) {
        pieces.push(piece as Buffer);
        bytes += (piece as Buffer).length;
        loopback.onBytes?.(`${request.method} ${request.url}`, bytes);
      }
    } catch {
      // The other side was killed: a server does nothing with half a request.
      return;
    }
    const one: Seen = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(pieces),
    };
    requests.push(`${one.method} ${one.path}`);
    seen.push(one);
    const interruption = interruptions.shift();
    const deed = typeof interruption === 'object' && 'act' in interruption ? interruption : null;
    if (interruption === 'hang up' || deed?.at === 'before') {
      deed?.act();
      return request.socket.destroy();
    }
    const given = typeof interruption === 'object' && 'status' in interruption;
    const reply = given ? interruption : replyTo(one, routes, authorized);
    if (interruption === 'lose' || deed) {
      deed?.act();
      return request.socket.destroy();
    }
    const text = reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
    response.end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  const base = `http://127.0.0.1:${port}`;
  const loopback: Loopback = { base, requests, seen, interruptions, close };
  return loopback;
}

function replyTo(
  seen: Seen,
  routes: readonly Route[],
  authorized: (headers: IncomingMessage['headers']) => boolean,
): Reply {
  const refuse = (status: number, message: string): Reply => ({
    status,
    json: { status, message },
  });
  if (!authorized(seen.headers)) return refuse(401, 'The token is missing or not valid.');
  for (const { method, path, contentType, answer } of routes) {
    const words = path.exec(seen.path);
    if (method !== seen.method || !words) continue;
    const type = seen.headers['content-type'];
    if (contentType ? !contentType.test(type ?? '') : seen.body.length > 0)
      return refuse(415, `Not this content type: ${type}`);
    if (Number(seen.headers['content-length'] ?? 0) !== seen.body.length)
      return refuse(411, 'Content-Length is wrong or missing.');
    return answer(seen, ...words.slice(1).map(decodeURIComponent));
  }
  return refuse(404, `There is no ${seen.method} ${seen.path}`);
}

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
type Interruption = Reply | 'hang up' | 'lose' | 'pass';

export interface Loopback {
  readonly base: string;
  /** `POST /api/records`, in order. */
  readonly requests: string[];
  readonly seen: Seen[];
  /** The next answers, before any route is used: for example of a busy server. */
  readonly interruptions: Interruption[];
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
    for await (const piece of request) pieces.push(piece as Buffer);
    const one: Seen = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(pieces),
    };
    requests.push(`${one.method} ${one.path}`);
    seen.push(one);
    const interruption = interruptions.shift();
    if (interruption === 'hang up') return request.socket.destroy();
    const isReply = typeof interruption === 'object';
    const reply = isReply ? interruption : replyTo(one, routes, authorized);
    if (interruption === 'lose') return request.socket.destroy();
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
  return { base: `http://127.0.0.1:${port}`, requests, seen, interruptions, close };
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

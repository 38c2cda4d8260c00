/**
 * Requests to a repository: repeated while it is busy, and never showing the token.
 *
 * Redirects are not followed, since the token would be sent along. A request that a busy or failing
 * server has not answered is sent again: after `Retry-After` (RFC 9110, 10.2.3) if the server sends
 * it, else after growing pauses.
 */

import { createReadStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { foldedWords } from '../../core/text.ts';
import { programVersion } from '../../edition/edition.ts';

/** A part of a body: bytes, or a file of known size. */
export type BodyPart = Uint8Array | { readonly file: string; readonly size: number };

export interface RepositoryRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query below the base address, percent-encoded: `/api/records`. */
  readonly path: string;
  readonly json?: unknown;
  readonly body?: readonly BodyPart[];
  readonly contentType?: string;
  /** The answer with which a dry run continues. */
  readonly example: unknown;
}

export interface ServiceResponse {
  readonly status: number;
  /** The parsed body; its text if it is not JSON; null if there is none. */
  readonly body: unknown;
}

/** Sends requests to one service. */
export type Transport = (request: RepositoryRequest) => Promise<ServiceResponse>;

/** The repository has refused a request, or could not be reached. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly request: RepositoryRequest;
  /** Undefined if there was no answer. */
  readonly response: ServiceResponse | undefined;

  constructor(message: string, request: RepositoryRequest, response?: ServiceResponse) {
    super(message);
    this.request = request;
    this.response = response;
  }
}

export interface Connection {
  /** `https://zenodo.org`, without a slash at its end. */
  readonly base: string;
  readonly token: string;
  /** The header that carries the token. */
  readonly authorization: (token: string) => readonly [name: string, value: string];
  /** Takes one line about each request and each new attempt. */
  readonly log: (line: string) => void;
  /** Milliseconds before the first new attempt; doubled for each further one. */
  readonly patience?: number;
}

const ATTEMPTS = 6;
const PATIENCE = 1_000;
/** Milliseconds. */
const LONGEST_PAUSE = 120_000;
/** Milliseconds without a byte from the server. */
const SILENCE = 120_000;
/** Bytes. */
const LARGEST_ANSWER = 16 * 1024 * 1024;

const BUSY = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Sends over the network. Throws a `ServiceError` if the answer is not a success. */
export function transportTo(connection: Connection): Transport {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(connection, request);
      const again = 'problem' in outcome || BUSY.has(outcome.status);
      if ('status' in outcome && isSuccess(outcome)) return outcome;
      const wait = outcome.retryAfter ?? (connection.patience ?? PATIENCE) * 2 ** (attempt - 1);
      if (!again || attempt === ATTEMPTS || wait > LONGEST_PAUSE)
        throw refused(connection, request, outcome);
      const reason = 'problem' in outcome ? outcome.problem : `status ${outcome.status}`;
      connection.log(
        `${request.method} ${request.path}: ${reason}; trying again in ${Math.ceil(wait / 1000)} s`,
      );
      await pause(wait);
    }
  };
}

/** A success has data, or nothing: a page in place of data comes from another program. */
function isSuccess({ status, body }: ServiceResponse): boolean {
  return status >= 200 && status < 300 && typeof body !== 'string';
}

/** Shows the requests, and continues with their examples: nothing is sent. */
export function dryTransport(base: string, log: (line: string) => void): Transport {
  return (request) => {
    log(`${request.method} ${base}${request.path}${shownBody(request)}`);
    return Promise.resolve({ status: 200, body: request.example });
  };
}

function shownBody({ json, body, contentType }: RepositoryRequest): string {
  if (json !== undefined) return `\n${JSON.stringify(json, null, 2).replace(/^/gm, '  ')}`;
  return body ? `\n  (${contentType}, ${sizeOf(body)} bytes)` : '';
}

type HttpAnswer = ServiceResponse & { readonly retryAfter?: number | undefined };
type Outcome = HttpAnswer | { readonly problem: string; readonly retryAfter?: undefined };

async function once(connection: Connection, request: RepositoryRequest): Promise<Outcome> {
  try {
    return await exchange(connection, request);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { problem: message || code || 'no answer' };
  }
}

function exchange(
  { base, token, authorization }: Connection,
  { method, path, json, body, contentType }: RepositoryRequest,
): Promise<HttpAnswer> {
  const parts = json === undefined ? (body ?? []) : [Buffer.from(JSON.stringify(json))];
  const type = json === undefined ? contentType : 'application/json';
  const [name, value] = authorization(token);
  const headers = {
    Accept: 'application/json',
    'User-Agent': `Siglum/${programVersion()}`,
    [name]: value,
    ...(type !== undefined && { 'Content-Type': type }),
    ...(method !== 'GET' && { 'Content-Length': String(sizeOf(parts)) }),
  };
  return new Promise((resolve, reject) => {
    const address = new URL(`${base}${path}`);
    const open = address.protocol === 'https:' ? overHttps : overHttp;
    // A connection that is reused after a long build may be closed at the other end.
    const sent = open(address, { method, headers, agent: false }, (answer) => {
      read(answer, token).then(resolve, reject);
    });
    sent.setTimeout(SILENCE, () => sent.destroy(new Error(`no answer for ${SILENCE / 1000} s`)));
    sent.on('error', reject);
    void writeParts(parts, sent).catch((error) => sent.destroy(error));
  });
}

async function writeParts(parts: readonly BodyPart[], sent: ClientRequest): Promise<void> {
  for (const part of parts) {
    const pieces = part instanceof Uint8Array ? [part] : createReadStream(part.file);
    for await (const piece of pieces) {
      if (sent.destroyed) return;
      if (!sent.write(piece))
        await new Promise<void>((done) => {
          const go = (): void => {
            sent.off('drain', go);
            sent.off('close', go);
            done();
          };
          sent.once('drain', go);
          sent.once('close', go);
        });
    }
  }
  sent.end();
}

/** Nothing that comes from the answer, in a message or a file, contains the token. */
async function read(answer: IncomingMessage, token: string): Promise<HttpAnswer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size > LARGEST_ANSWER) throw new Error('the answer is too long');
  }
  const text = hide(Buffer.concat(pieces).toString('utf8'), token);
  const status = answer.statusCode ?? 0;
  return { status, body: parsed(text), retryAfter: retryAfter(answer.headers['retry-after']) };
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Milliseconds: the header contains seconds or a date. */
function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const until = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(until) ? Math.max(0, until) : undefined;
}

function sizeOf(parts: readonly BodyPart[]): number {
  return parts.reduce(
    (sum, part) => sum + (part instanceof Uint8Array ? part.length : part.size),
    0,
  );
}

function refused({ base }: Connection, request: RepositoryRequest, outcome: Outcome) {
  const what = `${request.method} ${base}${request.path}`;
  if ('problem' in outcome)
    return new ServiceError(
      `${what}: ${outcome.problem}; run the same command again when the repository can be reached`,
      request,
    );
  return new ServiceError(`${what}: ${outcome.status}: ${reasonOf(outcome)}`, request, outcome);
}

function reasonOf({ status, body, retryAfter: pause }: HttpAnswer): string {
  if (status >= 200 && status < 300)
    return 'a page in place of data; --base is not the address of the repository’s API';
  if (status >= 300 && status < 400) return 'the repository has moved; give --base';
  const minutes = Math.ceil((pause ?? 0) / 60_000);
  return minutes > LONGEST_PAUSE / 60_000
    ? `${said(body)}; run the same command again in ${minutes} minutes`
    : said(body);
}

/** The repository's own explanation of a refusal. */
function said(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message);
  const text = typeof body === 'string' ? body.replace(/<[^>]*>/g, ' ') : '';
  return foldedWords(text).slice(0, 300) || 'it gives no reason';
}

/** A shorter text is no token, and may be part of a word. */
const SHORTEST_TOKEN = 8;

/** Also as JSON and addresses contain it. */
function hide(text: string, token: string): string {
  if (token.length < SHORTEST_TOKEN) return text;
  const forms = [token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token)];
  return forms.reduce((hidden, form) => hidden.replaceAll(form, '…'), text);
}

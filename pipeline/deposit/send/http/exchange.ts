/** One request over HTTP, and its answer: limits of time and size, and no token in what is read. */
import { createReadStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { programVersion } from '../../../edition/edition.ts';
import type { BodyPart, Connection, RepositoryRequest, ServiceResponse } from './model.ts';

/** Milliseconds without a byte from the server. */
const SILENCE = 120_000;
/** Bytes. */
const LARGEST_ANSWER = 16 * 1024 * 1024;

export type HttpAnswer = ServiceResponse & { readonly retryAfter?: number | undefined };
export type Outcome = HttpAnswer | { readonly problem: string; readonly retryAfter?: undefined };

/** Never throws. */
export async function once(connection: Connection, request: RepositoryRequest): Promise<Outcome> {
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

/** Bytes. */
export function sizeOf(parts: readonly BodyPart[]): number {
  return parts.reduce(
    (sum, part) => sum + (part instanceof Uint8Array ? part.length : part.size),
    0,
  );
}

/** A shorter text is no token, and may be part of a word. */
const SHORTEST_TOKEN = 8;

/** Also as JSON and addresses contain it. */
function hide(text: string, token: string): string {
  if (token.length < SHORTEST_TOKEN) return text;
  const forms = [token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token)];
  return forms.reduce((hidden, form) => hidden.replaceAll(form, '…'), text);
}

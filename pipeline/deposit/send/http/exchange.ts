/** One request over HTTP, and its answer: limits of time and size, and no token in what is read. */
import { createReadStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { programVersion } from '../../../edition/edition.ts';
import type { BodyPart, Connection, RepositoryRequest, ServiceResponse } from './model.ts';

/** Milliseconds without a byte from the server. */
const SILENCE = 120_000;
/** The same after a file was sent: the server may check or unpack it before it answers. */
const SILENCE_AFTER_FILE = 600_000;
/** Milliseconds from the first line of an answer to its end. */
const LONGEST_ANSWER = 180_000;
/** Bytes. */
const LARGEST_ANSWER = 16 * 1024 * 1024;

export type HttpAnswer = ServiceResponse & {
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
  /** Where a redirect leads. */
  readonly location?: string | undefined;
};
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
  connection: Connection,
  { method, path, json, body, contentType }: RepositoryRequest,
): Promise<HttpAnswer> {
  const { base, token, authorization } = connection;
  const parts = json === undefined ? (body ?? []) : [Buffer.from(JSON.stringify(json))];
  const type = json === undefined ? contentType : 'application/json';
  const [name, value] = authorization(token);
  const headers = {
    Accept: 'application/json',
    // Without the header a server may pack its answers.
    'Accept-Encoding': 'identity',
    'User-Agent': `Siglum/${programVersion()}`,
    [name]: value,
    ...(type !== undefined && { 'Content-Type': type }),
    ...(method !== 'GET' && { 'Content-Length': String(sizeOf(parts)) }),
  };
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const address = new URL(`${base}${path}`);
    const open = address.protocol === 'https:' ? overHttps : overHttp;
    // A connection that is reused after a long build may be closed at the other end.
    const sent = open(address, { method, headers, agent: false }, (answer) => {
      isAnswered = true;
      read(answer, connection).then(resolve, reject);
    });
    const silence = connection.silence ?? (body ? SILENCE_AFTER_FILE : SILENCE);
    sent.setTimeout(silence, () => sent.destroy(new Error(`no answer for ${silence / 1000} s`)));
    // A server may answer before it has read a file that it refuses.
    sent.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
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
async function read(
  answer: IncomingMessage,
  { token, longestAnswer = LONGEST_ANSWER }: Connection,
): Promise<HttpAnswer> {
  const tooSlow = new Error(`the answer takes longer than ${longestAnswer / 1000} s`);
  const timer = setTimeout(() => answer.destroy(tooSlow), longestAnswer);
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer) {
      pieces.push(piece as Buffer);
      size += (piece as Buffer).length;
      if (size > LARGEST_ANSWER) throw new Error('the answer is too long');
    }
  } finally {
    clearTimeout(timer);
  }
  const { location, 'retry-after': pause } = answer.headers;
  return {
    status: answer.statusCode ?? 0,
    body: parsed(hide(Buffer.concat(pieces).toString('utf8'), token)),
    retryAfter: retryAfter(pause),
    location: location && hide(location, token),
  };
}

/** The text itself if it is not JSON. */
function parsed(answer: string): unknown {
  const text = answer.replace(/^\uFEFF/, '');
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Milliseconds: the header contains seconds or a date. */
function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Without a zone it is no date of HTTP, and numbers alone would be read as years.
  const until = /GMT$/.test(value) ? Date.parse(value) - Date.now() : Number.NaN;
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

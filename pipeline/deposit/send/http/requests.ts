/**
 * Requests to a repository: repeated while it is busy, and never showing the token.
 *
 * Redirects are not followed, since the token would be sent along. A request that a busy or failing
 * server has not answered is sent again: after `Retry-After` (RFC 9110, 10.2.3) if the server sends
 * it, else after growing pauses.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { foldedWords } from '../../../core/text.ts';
import { type HttpAnswer, type Outcome, once, sizeOf } from './exchange.ts';
import type { Connection, RepositoryRequest, ServiceResponse, Transport } from './model.ts';

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

const ATTEMPTS = 6;
const PATIENCE = 1_000;
/** Milliseconds. */
const LONGEST_PAUSE = 120_000;

const BUSY = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Of these, the answers to a request that was certainly not done. */
const NOT_DONE = new Set([425, 429]);
/** How often a repository is asked for what a request without answer has made. */
const SEARCHES = 3;

/** Sends over the network. Throws a `ServiceError` if the answer is not a success. */
export function transportTo(connection: Connection): Transport {
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(connection, request);
      const again = 'problem' in outcome || BUSY.has(outcome.status);
      if ('status' in outcome && isSuccess(outcome)) return outcome;
      const patience = (connection.patience ?? PATIENCE) * 2 ** (attempt - 1);
      const wait = Math.max(outcome.retryAfter ?? 0, patience);
      if (!again || attempt === ATTEMPTS || wait > LONGEST_PAUSE)
        throw refused(connection, request, outcome);
      const reason = 'problem' in outcome ? outcome.problem : `status ${outcome.status}`;
      connection.log(
        `${request.method} ${request.path}: ${reason}; trying again in ${Math.ceil(wait / 1000)} s`,
      );
      const isNotDone = 'status' in outcome && NOT_DONE.has(outcome.status);
      if (!request.find || isNotDone) await pause(wait);
      else {
        const found = await searched(request.find, wait);
        if (found) return found;
      }
    }
  };
}

/** What the request has made, if it was done: an index may show it some seconds later. */
async function searched(
  find: NonNullable<RepositoryRequest['find']>,
  wait: number,
): Promise<ServiceResponse | null> {
  for (let search = 0; search < SEARCHES; search++) {
    await pause(wait);
    const found = await find();
    if (found) return found;
  }
  return null;
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

function refused({ base }: Connection, request: RepositoryRequest, outcome: Outcome) {
  const what = `${request.method} ${base}${request.path}`;
  if ('problem' in outcome)
    return new ServiceError(
      `${what}: ${outcome.problem}; run the same command again when the repository can be reached`,
      request,
    );
  return new ServiceError(`${what}: ${outcome.status}: ${reasonOf(outcome)}`, request, outcome);
}

function reasonOf({ status, body, retryAfter: pause, location }: HttpAnswer): string {
  if (status >= 200 && status < 300)
    return String(body).trimStart().startsWith('<')
      ? 'a page in place of data; --base is not the address of the repository’s API'
      : 'an answer that is not JSON; run the same command again';
  if (status >= 300 && status < 400)
    return `the repository has moved${location ? ` to ${location}` : ''}; give --base`;
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

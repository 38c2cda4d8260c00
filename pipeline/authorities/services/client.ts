/**
 * Asks an authority service: one request after the other, with a limit of time and size. Answers
 * are cached by address; what was answered before is not asked again.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { sha256 } from '../../core/files/sha256.ts';
import { UsageError } from '../../core/finding.ts';
import { reconciliation, SERVICES } from './kinds.ts';
import {
  type ServiceAnswer,
  type ServiceCandidate,
  type ServiceKind,
  ServiceProblem,
  type ServiceQuestion,
  type ServiceRequest,
} from './model.ts';
import { jsonFields } from './read-json.ts';

/** Milliseconds until a service must have answered completely, with all redirects. */
const PATIENCE = 20_000;
/** Milliseconds between two requests. */
const BETWEEN = 150;
/** Seconds that the client waits where a service asks for patience. */
const LONGEST_WAIT = 30;
/** Redirects that are followed for one request. */
const MOST_HOPS = 5;
/** A part of the cache's keys: changes with how answers are read. */
const FORM = 2;
const MOST_BYTES = 4 * 1024 * 1024;

export class ServiceClient {
  readonly name: string;
  readonly #kind: ServiceKind;
  readonly #base: string;
  readonly #cache: string;
  readonly #patience: number;
  #asked = false;

  /**
   * `named`: a row of the table, an address of the Reconciliation Service API, or `ROW=ADDRESS` for
   * another address of the same service. `cache`: a folder. `patience`: milliseconds for an answer.
   * @throws UsageError where there is no such service.
   */
  constructor(named: string, cache: string, patience = PATIENCE) {
    const [name = '', ...rest] = named.split('=');
    const isAddress = /^https?:\/\//.test(named);
    const kind = isAddress
      ? reconciliation
      : [...SERVICES, reconciliation].find((row) => row.name === name);
    const base = isAddress ? named : rest.join('=') || (kind?.address ?? '');
    if (!kind || !/^https?:\/\/./.test(base) || !URL.canParse(base))
      throw new UsageError(
        `there is no service “${named}”; write ` +
          `${SERVICES.map((row) => row.name).join(', ')}, or the https address of a ` +
          `Reconciliation Service`,
      );
    this.name = isAddress ? named : name;
    this.#kind = kind;
    this.#base = base;
    this.#cache = join(cache, 'services');
    this.#patience = patience;
  }

  /**
   * The candidates for a name; nothing if the service does not have names of its kind. @throws
   * ServiceProblem where the service gives no answer.
   */
  async ask(question: ServiceQuestion): Promise<ServiceAnswer | undefined> {
    const request = this.#kind.request(this.#base, question);
    if (!request) return undefined;
    const path = this.#path(request, question);
    const before = cached(path);
    if (before) return before;
    let candidates: readonly ServiceCandidate[] = this.#kind.read(
      await this.#send(request),
      question,
    );
    const { details } = this.#kind;
    if (details && candidates.length > 0) {
      const answer = await this.#send(details.request(this.#base, candidates));
      candidates = details.read(answer, candidates);
    }
    const answer = { day: new Date().toISOString().slice(0, 10), candidates };
    writeWhole(path, JSON.stringify(answer));
    for (const candidate of candidates) {
      const taken = { candidate, service: this.name, day: answer.day };
      writeWhole(candidatePath(this.#cache, candidate.scheme, candidate.id), JSON.stringify(taken));
    }
    return answer;
  }

  #path({ address, body = '' }: ServiceRequest, { kind }: ServiceQuestion): string {
    // The user's name is not part of the cache key.
    const asked = address.replace(/([?&]username=)[^&]*/, '$1');
    const hash = sha256(`${FORM}\n${kind}\n${asked}\n${body}`);
    return join(this.#cache, `${hash}.json`);
  }

  async #send(
    request: ServiceRequest,
    again = true,
    hops = 0,
    signal = AbortSignal.timeout(this.#patience),
  ): Promise<unknown> {
    if (hops > MOST_HOPS) throw new ServiceProblem('it redirects without end', false);
    if (this.#asked) await pause(BETWEEN);
    this.#asked = true;
    const { address, body } = request;
    const response = await fetch(address, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        'user-agent': 'Siglum (digital editions)',
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal,
    }).catch((error: unknown) => {
      if (signal.aborted) throw this.#tooSlow();
      throw new ServiceProblem(`it cannot be reached (${reasonOf(error)})`, true);
    });
    const target = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && target !== null) {
      await response.body?.cancel();
      return this.#send(followed(request, response.status, target), again, hops + 1, signal);
    }
    if (response.status === 429 || response.status === 503) {
      await response.body?.cancel();
      const wait = Number(response.headers.get('retry-after') ?? 5);
      if (again && wait <= LONGEST_WAIT) {
        await pause(wait * 1000);
        return this.#send(request, false, hops);
      }
      throw new ServiceProblem('it refuses for now: too many requests; try again later', true);
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new ServiceProblem(`it answers with status ${response.status}`, response.status >= 500);
    }
    return jsonOf(response).catch((error: unknown) => {
      throw signal.aborted ? this.#tooSlow() : error;
    });
  }

  #tooSlow(): ServiceProblem {
    return new ServiceProblem(`it has not answered within ${this.#patience / 1000} seconds`, true);
  }
}

/** A candidate from a service, with the time of the request. */
export interface GivenCandidate {
  readonly candidate: ServiceCandidate;
  readonly service: string;
  readonly day: string;
}

/** The last answer of any service about an identifier; undefined if none was asked. */
export function givenCandidate(
  cache: string,
  scheme: string,
  id: string,
): GivenCandidate | undefined {
  const path = candidatePath(join(cache, 'services'), scheme, id);
  if (!existsSync(path)) return undefined;
  try {
    const given = JSON.parse(readFileSync(path, 'utf8')) as GivenCandidate;
    return isCandidate(given?.candidate) && given.candidate.id === id ? given : undefined;
  } catch {
    return undefined;
  }
}

function candidatePath(folder: string, scheme: string, id: string): string {
  const hash = sha256(`${scheme.toLowerCase()}\n${id}`);
  return join(folder, 'entries', `${hash}.json`);
}

/**
 * The request after a redirect. Names go to no host that the editor did not name. @throws
 * ServiceProblem where the redirect leads to another host, or from https to http.
 */
function followed(request: ServiceRequest, status: number, target: string): ServiceRequest {
  const from = new URL(request.address);
  const to = URL.canParse(target, request.address) ? new URL(target, from) : undefined;
  if (!to) throw new ServiceProblem('it redirects to an address that is none', false);
  const isSecured = from.protocol === 'http:' && to.protocol === 'https:';
  const isSame = to.origin === from.origin || (isSecured && to.hostname === from.hostname);
  if (!isSame)
    throw new ServiceProblem(
      `it redirects to ${to.origin}, which is not asked; name that address if you trust it`,
      false,
    );
  const keepsBody = status === 307 || status === 308;
  return { ...(keepsBody ? request : {}), address: to.href };
}

async function jsonOf(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > MOST_BYTES) throw new ServiceProblem('its answer is larger than 4 MiB', false);
      parts.push(part);
    }
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch (error) {
    if (error instanceof ServiceProblem) throw error;
    if (error instanceof SyntaxError) throw new ServiceProblem('its answer is not JSON', false);
    throw new ServiceProblem(`its answer is incomplete (${reasonOf(error)})`, true);
  }
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? 'no reason given';
}

/** A damaged file of the cache is ignored: the service is asked again. */
function cached(path: string): ServiceAnswer | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const answer = JSON.parse(readFileSync(path, 'utf8')) as ServiceAnswer;
    const isWhole =
      typeof answer?.day === 'string' &&
      Array.isArray(answer.candidates) &&
      answer.candidates.every(isCandidate);
    return isWhole ? answer : undefined;
  } catch {
    return undefined;
  }
}

function isCandidate(value: unknown): boolean {
  const { score, ...texts } = jsonFields(value);
  return (
    ['scheme', 'id', 'name'].every((field) => field in texts) &&
    Object.values(texts).every((text) => typeof text === 'string') &&
    (score === undefined || typeof score === 'number')
  );
}

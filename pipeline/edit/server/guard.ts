/**
 * Access control of the workbench: only this machine, under its own name, with the token of the
 * address.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwnHost } from '../../core/local-server.ts';
import { HEADER_POLICY } from '../../publish/html/policy.ts';

export function newToken(): string {
  return randomBytes(18).toString('base64url');
}

/** Why a request is refused; undefined if it may be answered. */
export function requestRefusal(request: IncomingMessage, token: string): string | undefined {
  const { host, origin } = request.headers;
  if (!isOwnHost(host)) return 'The workbench answers only to localhost, 127.0.0.1 and [::1].';
  if (!hasToken(request.url ?? '', token))
    return 'The address has no token; open the address that “siglum edit” has printed.';
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (origin === undefined || !isSameOrigin(origin, host))
    return 'Only pages of the workbench itself may change anything.';
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return 'A change is sent as JSON.';
  return undefined;
}

function isSameOrigin(origin: string, host: string | undefined): boolean {
  return host !== undefined && origin === `http://${host}`;
}

/**
 * The first part of the path. Compared in constant time, so that the time reveals nothing about the
 * token.
 */
function hasToken(url: string, token: string): boolean {
  const given = Buffer.from(/^\/([^/?#]*)/.exec(url)?.[1] ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export function setWorkbenchHeaders(response: ServerResponse): void {
  // CodeMirror underlines findings with pictures in its own style sheet.
  response.setHeader('Content-Security-Policy', `${HEADER_POLICY}; img-src 'self' data:`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  // The token is in the address, so the address is not sent as a referrer.
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
}

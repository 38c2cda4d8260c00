/** A simulated authority service, and proposals to ask it for. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { Proposal } from '../../pipeline/names/model.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Simulates a service; `asked` are the requests, with the body of a POST after a space. */
export async function play(reply: (url: URL, count: number) => Reply) {
  const asked: string[] = [];
  const own = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push(`${request.url}${body === '' ? '' : ` ${decodeURIComponent(body)}`}`);
      const url = new URL(request.url ?? '/', 'http://localhost');
      const { status = 200, headers = {}, body: answer } = reply(url, asked.length);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  server = own;
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    server: own,
    address: `http://127.0.0.1:${(own.address() as AddressInfo).port}/search`,
  };
}

export const proposal = (name: string, kind: Proposal['kind'] = 'person'): Proposal => ({
  id: `x_${name}`,
  kind,
  name,
  forms: [name],
  mentions: [{ document: 'd1', passage: 'd1-p1', form: name, sentence: name, rule: 'title-name' }],
  certainty: 'medium',
  evidence: ['title-name'],
  candidates: [],
});
export const years = new Map([['d1', 1823]]);

/**
 * Answers that no repository documents: slow, torn, malformed, from another program or host. A
 * request is repeated with patience, or its failure is reported; the token stays where it belongs.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import type { LocalFile, RepositoryClient } from '../../pipeline/deposit/send/client.ts';
import { dataverseClient } from '../../pipeline/deposit/send/dataverse/client.ts';
import type { RepositoryRequest, Transport } from '../../pipeline/deposit/send/http/model.ts';
import { ServiceError, transportTo } from '../../pipeline/deposit/send/http/requests.ts';
import { invenioClient } from '../../pipeline/deposit/send/invenio.ts';
import { refusedInput } from '../../pipeline/deposit/send/refusals.ts';
import { newMark } from '../../pipeline/deposit/send/state.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { zippedFile } from './archive.ts';
import { completeEdition, removeFolders } from './edition.ts';
import * as dataverse from './loopback/dataverse.ts';
import * as invenio from './loopback/invenio.ts';
import type { Loopback, Reply } from './loopback/server.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const one of close.splice(0)) one();
});
afterAll(removeFolders);

const TOKEN = 'a-token-of-the-test';

/** Answers each connection by hand; the last answer again. Counts requests, and keeps their heads. */
async function byHand(...answers: ((socket: Socket) => void)[]) {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    let text = '';
    socket.on('data', (piece) => {
      if (text.includes('\r\n\r\n')) return;
      text += String(piece);
      if (!text.includes('\r\n\r\n')) return;
      heads.push(text);
      answers[Math.min(heads.length, answers.length) - 1]?.(socket);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  close.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { base: `http://127.0.0.1:${port}`, heads };
}

const raw = (text: string) => (socket: Socket) => void socket.end(text);
const json = (body: string, head = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${head}\r\n${body}`;
const status = (code: number, head = '', body = '{"message": "why"}'): string =>
  json(body, head).replace('200 OK', `${code} Status`);
const GOOD = raw(json('{"id": 7}'));
const drip =
  (text: string, milliseconds: number) =>
  (socket: Socket): void => {
    let at = 0;
    const timer = setInterval(() => {
      if (at === text.length || socket.destroyed) clearInterval(timer);
      else socket.write(text[at++] ?? '');
    }, milliseconds);
  };

async function answerTo(
  base: string,
  lines: string[] = [],
  request: Partial<RepositoryRequest> = {},
): Promise<unknown> {
  const send = transportTo({
    ...{ base, token: TOKEN, patience: 1, silence: 150, longestAnswer: 400 },
    authorization: (token) => ['Authorization', `Bearer ${token}`],
    log: (line) => lines.push(line),
  });
  const { body } = await send({ method: 'GET', path: '/api/x', example: null, ...request });
  return body;
}

describe('a request is repeated', () => {
  it.each<[string, ((socket: Socket) => void)[]]>([
    ['the connection is reset', [(socket) => void socket.resetAndDestroy(), GOOD]],
    ['the connection is closed without a word', [raw(''), GOOD]],
    ['no answer', [() => {}, GOOD]],
    ['a head, then silence', [(socket) => void socket.write('HTTP/1.1 200 OK\r\n'), GOOD]],
    ['a body that ends too early', [raw(json('{"id": 7}').replace(': 9', ': 90')), GOOD]],
    [
      'a chunk that ends too early',
      [raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{"id"'), GOOD],
    ],
    ['an answer that is no HTTP', [raw('SSH-2.0-OpenSSH_9\r\n'), GOOD]],
    ['an answer that drips for hours', [drip(json(`{"a": "${'x'.repeat(2000)}"}`), 5), GOOD]],
    ['429, a second in seconds', [raw(status(429, 'Retry-After: 0\r\n')), GOOD]],
    [
      '429, a moment as a date',
      [raw(status(429, 'Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n')), GOOD],
    ],
    ['429 with a pause that is none', [raw(status(429, 'Retry-After: soon\r\n')), GOOD]],
    ['429 with a fraction', [raw(status(429, 'Retry-After: 1.5\r\n')), GOOD]],
    ['429 with a negative pause', [raw(status(429, 'Retry-After: -5\r\n')), GOOD]],
    ['500, 502, 503, 504', [500, 502, 503, 504].map((code) => raw(status(code))).concat(GOOD)],
    ['408 and 425', [408, 425].map((code) => raw(status(code))).concat(GOOD)],
    ['a page of a gateway', [raw(status(502, '', '<h1>Bad Gateway</h1>')), GOOD]],
  ])('%s', async (_name, answers) => {
    const { base, heads } = await byHand(...answers);
    const lines: string[] = [];
    expect(await answerTo(base, lines)).toEqual({ id: 7 });
    expect(heads).toHaveLength(answers.length);
    expect(lines).toHaveLength(answers.length - 1);
  });
});

describe('an answer is read', () => {
  it.each<[string, string, unknown]>([
    ['in pieces', json('{"id": 7}'), { id: 7 }],
    ['with a byte order mark', json('\uFEFF{"id": 7}'), { id: 7 }],
    ['without a body', 'HTTP/1.1 204 No Content\r\n\r\n', null],
    ['after 102 Processing', `HTTP/1.1 102 Processing\r\n\r\n${json('{"id": 7}')}`, { id: 7 }],
    ['until the connection ends', 'HTTP/1.0 200 OK\r\n\r\n{"id": 7}', { id: 7 }],
  ])('%s', async (_name, text, body) => {
    const { base } = await byHand((socket) => {
      for (const piece of text.split(/(?<=\n)/)) socket.write(piece);
      socket.end();
    });
    expect(await answerTo(base)).toEqual(body);
  });
});

describe('a failure is reported', () => {
  it.each<[string, string, RegExp]>([
    ['data that are cut', json('{"id": '), /200: an answer that is not JSON/],
    ['a page in place of data', json('<html>Sign in</html>'), /200: a page in place of data/],
    [
      'a redirect',
      status(302, 'Location: https://login.example/x\r\n'),
      /to https:\/\/login\.example\/x; give --base/,
    ],
    ['a redirect to nowhere', status(301), /the repository has moved; give --base/],
    [
      'a redirect with the token',
      status(307, `Location: https://x.example/?t=${TOKEN}\r\n`),
      /to https:\/\/x\.example\/\?t=…; /,
    ],
    [
      'a pause of a day',
      status(429, 'Retry-After: 86400\r\n'),
      /429: why; run the same command again in 1440 minutes/,
    ],
    ['a refusal in words', status(403), /403: why/],
    ['a refusal in a page', status(400, '', '<p>Bad <b>request</b></p>'), /400: Bad request/],
    ['a refusal without words', status(418, '', ''), /418: it gives no reason/],
  ])('%s', async (_name, text, message) => {
    const { base, heads } = await byHand(raw(text));
    const failed = await answerTo(base).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ServiceError);
    expect((failed as Error).message).toMatch(message);
    expect((failed as Error).message).not.toContain(TOKEN);
    expect(heads).toHaveLength(1);
    expect(heads[0]).toContain('\r\nAccept-Encoding: identity\r\n');
  });

  it('an answer without end', async () => {
    const { base } = await byHand((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.write(Buffer.alloc(20_000_000, 'x'));
    });
    const failed = await answerTo(base).catch((error: unknown) => error);
    expect((failed as Error).message).toMatch(/too long|longer than/);
  });

  it('a refusal before the file is sent', async () => {
    const { base, heads } = await byHand((socket) => {
      socket.end(status(413, 'Connection: close\r\n'));
    });
    const body = [Buffer.alloc(8_000_000)];
    const failed = await answerTo(base, [], { method: 'PUT', body, contentType: 'x/y' }).catch(
      (error: unknown) => error,
    );
    expect((failed as Error).message).toMatch(/413: why/);
    expect(heads).toHaveLength(1);
  });
});

/** Bodies in place of the right one. */
const MALFORMED: readonly string[] = [
  ...['', 'null', '[]', '[null]', '{}', '7', '"words"', '{"id": ', '<html>', 'true'],
  ...['{"id": {}}', '{"id": null}', '{"entries": {}}', '{"entries": [null]}', '{"data": "x"}'],
  ...['{"data": [null]}', '{"data": {"persistentId": {}}}', '{"pids": 7, "id": "100"}'],
  ...['{"parent": "x", "id": "100", "links": 5}', '{"errors": {"a": 1}}', '{"errors": [null]}'],
  ...['{"hits": 5}', '{"key": 5, "checksum": {}}', '{"status": "ERROR"}'],
];

/** All steps of a deposit, without an edition. */
async function wholeWay(client: RepositoryClient, files: readonly LocalFile[]): Promise<void> {
  let { draft } = await client.createDraft(METADATA, newMark());
  draft = await client.reserveDoi(draft);
  draft = await client.updateMetadata(await client.getDraft(draft), METADATA);
  await client.putFiles(draft, files);
  draft = await client.publish(draft);
  await client.findPublished(draft, 0);
}

const METADATA = {
  metadata: { title: 'T', creators: [], publication_date: '2026', resource_type: {} },
  datasetVersion: { metadataBlocks: {} },
};

const SERVICES: readonly [
  string,
  () => Promise<Loopback>,
  (base: string, send: Transport) => RepositoryClient,
  readonly [string, string],
][] = [
  [
    'InvenioRDM',
    invenio.startInvenio,
    (base, send) => invenioClient(base, send, () => {}),
    ['Authorization', `Bearer ${invenio.TOKEN}`],
  ],
  [
    'Dataverse',
    dataverse.startDataverse,
    (base, send) => dataverseClient(base, send, 'letters', 1),
    ['X-Dataverse-key', dataverse.TOKEN],
  ],
];

describe.each(SERVICES)('%s', (_name, start, open, header) => {
  const file = zippedFile();
  const opened = async () => {
    const server = await start();
    close.push(() => server.close());
    const connection = { base: server.base, token: TOKEN, patience: 1, log: () => {} };
    const send = transportTo({ ...connection, authorization: () => header });
    return { server, client: open(server.base, send) };
  };

  it('each answer may be malformed', async () => {
    const undisturbed = await opened();
    await wholeWay(undisturbed.client, [file]);
    const wrong: string[] = [];
    let tried = 0;
    for (const [at, request] of undisturbed.server.requests.entries()) {
      for (const text of MALFORMED) {
        const { server, client } = await opened();
        const passed = Array.from({ length: at }, () => 'pass' as const);
        server.interruptions.push(...passed, { status: 200, text } satisfies Reply);
        const failed = await wholeWay(client, [file]).catch((error: unknown) => error);
        tried += 1;
        if (failed && !(failed instanceof ServiceError) && !(failed instanceof InputError))
          wrong.push(`${request}: ${text}: ${String(failed)}`);
        server.close();
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(150);
  });
});

describe('a refusal has its place in edition.xml', () => {
  const edition = completeEdition();
  const text = readFileSync(join(edition, 'edition.xml'), 'utf8').split('\n');
  const invalid = (...errors: [string, string][]): object => ({
    ...{ status: 400, message: 'A validation error occurred.' },
    errors: errors.map(([field, message]) => ({ field, messages: [message] })),
  });
  const failed = (message: string): object => ({ status: 'ERROR', message });

  it.each<[string, number, object, [RegExp, RegExp][]]>([
    [
      'a creator and a date',
      400,
      invalid(
        ['metadata.creators.0.person_or_org.family_name', 'Family name cannot be blank.'],
        ['metadata.publication_date', 'Invalid format.'],
      ),
      [
        [/<persName>/, /“Family name cannot be blank\.”/],
        [/<date/, /“Invalid format\.”/],
      ],
    ],
    [
      'a licence',
      400,
      invalid(['metadata.rights.0', 'Invalid value cc-0.']),
      [[/<licence/, /Invalid value cc-0/]],
    ],
    ['a title', 422, invalid(['metadata.title', 'Too short.']), [[/<title/, /“Too short\.”/]]],
    ['a DOI', 400, invalid(['pids.doi', 'DOI is taken.']), [[/type="DOI"/, /“DOI is taken\.”/]]],
    [
      'subjects',
      400,
      invalid(['metadata.subjects.3.id', 'Unknown subject.']),
      [[/<keywords|<term/, /“Unknown subject\.”/]],
    ],
    [
      'two fields of Dataverse',
      400,
      failed(
        'Validation Failed: Point of Contact E-mail is required. (Invalid value:edu.harvard.DatasetField[ id=null ]).; Author Name is required. (Invalid value:edu.harvard.DatasetField[ id=null ]).',
      ),
      [
        [/<email>/, /“Point of Contact E-mail is required”/],
        [/<persName>/, /“Author Name is required”/],
      ],
    ],
    [
      'a vocabulary of Dataverse',
      400,
      failed("Error parsing Json: Value 'Elvish' does not exist in type 'language'"),
      [[/<language/, /Value 'Elvish' does not exist/]],
    ],
  ])('%s', (_name, status, body, places) => {
    const request = { method: 'PUT', path: '/api/records/1/draft', example: null } as const;
    const error = new ServiceError('refused', request, { status, body });
    const { findings } = refusedInput(error, openEdition(edition));
    expect(findings).toHaveLength(places.length);
    for (const [at, [line, message]] of places.entries()) {
      expect(findings[at]?.path).toMatch(/edition\.xml$/);
      expect(text[(findings[at]?.line ?? 0) - 1]).toMatch(line);
      expect(findings[at]?.message).toMatch(message);
    }
  });
});

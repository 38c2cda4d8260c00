/**
 * `siglum deposit --send` against repositories on loopback: drafts, DOIs in the TEI, complete
 * files, versions of one record, interruptions, refusals, and no output of the token.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { fileHash } from '../../pipeline/deposit/package/files.ts';
import { writeDois } from '../../pipeline/deposit/send/dois/edition-doi.ts';
import { ServiceError, transportTo } from '../../pipeline/deposit/send/http/requests.ts';
import { invenioClient } from '../../pipeline/deposit/send/invenio.ts';
import { newMark } from '../../pipeline/deposit/send/state.ts';
import { changeIn, siglumWith as spawnSiglum } from '../site/edition.ts';
import { siglumHereWith } from '../site/in-process.ts';
import { change, completeEdition, copyOfEdition, removeFolders, type Said } from './edition.ts';
import * as dataverse from './loopback/dataverse.ts';
import * as invenio from './loopback/invenio.ts';
import type { Loopback } from './loopback/server.ts';

const servers: Loopback[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(removeFolders);

async function started<Server extends Loopback>(server: Promise<Server>): Promise<Server> {
  servers.push(await server);
  return server;
}

/** The complete edition, before any repository has given it a DOI. */
function editionWithoutDoi(): string {
  const edition = completeEdition();
  change(edition, 'edition.xml', /<idno type="DOI">[^<]*<\/idno>/, '');
  return edition;
}

/** Everything, so that a test can prove that nothing was written. */
function stateOf(edition: string): Record<string, string> {
  const files = readdirSync(edition, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.siglum') && !name.startsWith('.cache'))
    .filter((name) => statSync(join(edition, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(edition, name), 'utf8')]));
}

type SaidAll = Said & { readonly all: string };

async function siglumWith(
  environment: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<SaidAll> {
  const said = await spawnSiglum(environment, ...words);
  return { ...said, all: said.out + said.err };
}

/** In this process; the first draft is made by a command that is started as a user does. */
async function run(
  edition: string,
  server: Loopback,
  environment: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<SaidAll> {
  const said = await siglumHereWith(environment, ...commandFor(edition, server, words));
  return { ...said, all: said.out + said.err };
}

function commandFor(edition: string, server: Loopback, words: readonly string[]): string[] {
  const place = join(edition, '..');
  return [
    ...['deposit', '--edition', edition, '--base', server.base],
    ...['--out', join(place, 'packages'), '--site', join(place, 'site'), ...words],
  ];
}

const ZENODO = { ZENODO_TOKEN: invenio.TOKEN };

describe('zenodo', () => {
  it('makes a draft with a DOI that is in every document; then publishes; then a new version', async () => {
    const server = await started(invenio.startInvenio());
    const edition = editionWithoutDoi();
    server.interruptions.push(
      { status: 429, json: { message: 'slow down' }, headers: { 'Retry-After': '0' } },
      'hang up',
    );

    const drafted = await siglumWith(ZENODO, ...commandFor(edition, server, ['--send', 'zenodo']));
    expect(drafted.code, drafted.all).toBe(0);
    const [record] = [...server.records.values()].filter(({ files }) => files.size > 0);
    const doi = `10.5072/zenodo.${record?.id}`;
    expect(drafted.all).toContain(`${server.base}/uploads/${record?.id}`);
    expect(drafted.all).not.toContain(invenio.TOKEN);
    expect(record?.published).toBe(false);
    expect(record?.pids).toEqual({
      doi: { identifier: doi, provider: 'datacite', client: 'datacite' },
    });
    for (const file of ['edition.xml', join('documents', 'd149.xml')])
      expect(readFileSync(join(edition, file), 'utf8')).toContain(`<idno type="DOI">${doi}</idno>`);
    const [sent] = [...(record?.files ?? [])];
    expect(sent?.[1].committed).toBe(true);
    expect(sent?.[1].content?.toString('latin1')).toContain('bagit.txt');

    // The draft is published, but the answer is lost.
    server.interruptions.push('pass', 'pass', 'pass', 'lose');
    const again = await run(edition, server, ZENODO, '--send', 'zenodo', '--publish');
    expect(again.code, again.all).toBe(0);
    expect(again.all).toContain('socket hang up');
    expect(record?.published).toBe(true);
    expect(again.all).toContain(`${server.base}/records/${record?.id}`);
    const concept = `10.5072/zenodo.${record?.parent}`;
    expect(readFileSync(join(edition, 'edition.xml'), 'utf8')).toContain(
      `<idno type="DOI" subtype="concept">${concept}</idno>`,
    );

    const twice = await run(edition, server, ZENODO, '--send', 'zenodo');
    expect(twice.code).toBe(1);
    expect(twice.all).toMatch(/edition\.xml: error: version 0\.1\.0 is published already/);

    changeIn(edition, 'edition.xml', ['<edition n="0.1.0">', '<edition n="0.2.0">']);
    const next = await run(edition, server, ZENODO, '--send', 'zenodo');
    expect(next.code, next.all).toBe(0);
    const versions = [...server.records.values()].filter(({ parent }) => parent === record?.parent);
    expect(versions.map(({ published }) => published)).toEqual([true, false]);
    const second = `10.5072/zenodo.${versions[1]?.id}`;
    const tei = readFileSync(join(edition, 'documents', 'd149.xml'), 'utf8');
    expect(tei).toContain(`<idno type="DOI">${second}</idno>`);
    expect(tei).toContain(`<idno type="DOI" subtype="concept">${concept}</idno>`);
    expect(tei).not.toContain(doi);
    const state = JSON.parse(readFileSync(join(edition, 'deposits.json'), 'utf8')) as {
      deposits: { version: string; status: string; doi: string; files: { sha512: string }[] }[];
    };
    expect(state.deposits.map(({ version, status, doi: of }) => [version, status, of])).toEqual([
      ['0.1.0', 'published', doi],
      ['0.2.0', 'draft', second],
    ]);
    expect(state.deposits[1]?.files[0]?.sha512).toMatch(/^[0-9a-f]{128}$/);
  }, 300_000);

  it('shows the requests, and does nothing, in a dry run', async () => {
    const server = await started(invenio.startInvenio());
    const edition = editionWithoutDoi();
    const before = stateOf(edition);
    const said = await run(edition, server, {}, '--send', 'zenodo', '--dry-run', '--publish');
    expect(said.code, said.all).toBe(0);
    expect(said.all).toContain(`POST ${server.base}/api/records\n`);
    expect(said.all).toContain(
      `POST ${server.base}/api/records/%7Brecord%7D/draft/actions/publish`,
    );
    expect(server.requests).toEqual([]);
    expect(stateOf(edition)).toEqual(before);
  });

  it('names the number of the edition with all else that is missing, before anything is sent', async () => {
    const server = await started(invenio.startInvenio());
    const edition = editionWithoutDoi();
    change(edition, 'edition.xml', /<edition n="[^"]*">/, '<edition>');
    change(
      edition,
      'edition.xml',
      /(<publicationStmt>[\s\S]*?<date) when="[^"]*">[^<]*/,
      '$1>last year',
    );
    const { code, all } = await run(edition, server, ZENODO, '--send', 'zenodo');
    expect(code, all).toBe(1);
    expect(all).toMatch(/edition\.xml:\d+:\d+: error: Date of publication is missing/);
    expect(all).toMatch(/edition\.xml:\d+:\d+: error: the edition has no number/);
    expect(server.requests).toEqual([]);
  });

  it('reports in the repository’s words, and with the place, what it has against the metadata', async () => {
    const server = await started(invenio.startInvenio());
    server.errors = [
      { field: 'metadata.creators.0.person_or_org.identifiers', messages: ['Invalid ORCID.'] },
    ];
    const edition = editionWithoutDoi();
    const said = await run(edition, server, ZENODO, '--send', 'zenodo');
    expect(said.code).toBe(1);
    expect(said.all).toMatch(
      /edition\.xml:\d+:\d+: error: the repository rejects metadata\.creators\.0\.\S+: “Invalid ORCID\.”/,
    );
    // The existing draft is reused.
    server.errors = [];
    const corrected = await run(edition, server, ZENODO, '--send', 'zenodo');
    expect(corrected.code, corrected.all).toBe(0);
    expect(server.records.size).toBe(1);
  }, 200_000);

  it('finds bytes that were changed on the way, and keeps a DOI that another has given', async () => {
    const server = await started(invenio.startInvenio());
    const edition = completeEdition();
    const before = readFileSync(join(edition, 'edition.xml'), 'utf8');
    server.damage = true;
    const damaged = await run(edition, server, ZENODO, '--send', 'zenodo');
    expect(damaged.code).toBe(1);
    expect(damaged.all).toMatch(
      /\.zip: error: arrived with the checksum md5:[0-9a-f]{32} in place of/,
    );
    server.damage = false;
    const said = await run(edition, server, ZENODO, '--send', 'zenodo');
    expect(said.code, said.all).toBe(0);
    expect(server.requests.filter((request) => request.includes('/pids/'))).toEqual([]);
    expect(readFileSync(join(edition, 'edition.xml'), 'utf8')).toBe(before);
  }, 120_000);
});

describe('dataverse', () => {
  it('makes a dataset with the edition’s files unpacked, publishes it, and a next version', async () => {
    const server = await started(dataverse.startDataverse());
    const edition = editionWithoutDoi();
    const words = ['--send', 'dataverse', '--collection', 'letters', '--publish'];
    const environment = { DATAVERSE_TOKEN: dataverse.TOKEN };
    const said = await run(edition, server, environment, ...words);
    expect(said.code, said.all).toBe(0);
    const [dataset] = [...server.datasets.values()];
    expect(dataset?.published).toBe(true);
    const paths = [...(dataset?.files.values() ?? [])].map(({ path }) => path);
    expect(paths.some((path) => path.endsWith('/data/documents/d149.xml'))).toBe(true);
    expect(readFileSync(join(edition, 'documents', 'd149.xml'), 'utf8')).toContain(
      `<idno type="DOI">${dataset?.id.replace('doi:', '')}</idno>`,
    );
    changeIn(edition, 'edition.xml', ['<edition n="0.1.0">', '<edition n="0.2.0">']);
    // As if the draft had been published by hand.
    changeIn(edition, 'deposits.json', ['"status": "published"', '"status": "draft"']);
    const next = await run(edition, server, environment, ...words.slice(0, -1));
    expect(next.all).toContain('version 0.1.0 was published meanwhile');
    expect(next.code, next.all).toBe(0);
    expect(server.datasets.size).toBe(1);
    expect(dataset).toMatchObject({ draft: true });
  }, 300_000);

  it('names the collection that is not there', async () => {
    const server = await started(dataverse.startDataverse());
    const words = ['--send', 'dataverse', '--collection', 'nowhere'];
    const said = await run(
      completeEdition(),
      server,
      { DATAVERSE_API_TOKEN: dataverse.TOKEN },
      ...words,
    );
    expect(said.code).toBe(1);
    expect(said.all).toContain("Can't find dataverse with identifier='nowhere'");
  });
});

describe('used wrongly', () => {
  it.each([
    ['no token', ['--send', 'zenodo'], /no token for Zenodo: .* ZENODO_TOKEN/],
    ['another repository', ['--send', 'figshare'], /zenodo, inveniordm, dataverse; “figshare”/],
    ['no address', ['--send', 'inveniordm'], /needs --base/],
    ['an open line', ['--send', 'zenodo', '--base', 'http://example.org'], /write https/],
    ['no collection', ['--send', 'dataverse', '--base', 'https://d.example'], /--collection/],
    ['--publish alone', ['--publish'], /--publish needs --send/],
  ])('%s', async (_name, words, message) => {
    const edition = copyOfEdition();
    const environment = words.includes('dataverse') ? { DATAVERSE_TOKEN: 'x' } : {};
    const { out, err, code } = await siglumHereWith(
      environment,
      ...['deposit', '--edition', edition, ...words],
    );
    expect(out + err).toMatch(message);
    expect(code).toBe(2);
    expect(existsSync(join(edition, 'deposits.json'))).toBe(false);
  });
});

describe('requests', () => {
  it('are given up after six attempts, and do not reveal the token', async () => {
    const server = await started(invenio.startInvenio());
    const busy = { status: 503, json: { message: `busy with ${invenio.TOKEN}` } };
    server.interruptions.push(busy, busy, busy, busy, busy, busy);
    const lines: string[] = [];
    const send = transportTo({
      base: server.base,
      token: invenio.TOKEN,
      authorization: (token) => ['Authorization', `Bearer ${token}`],
      log: (line) => lines.push(line),
      patience: 1,
    });
    const refused = await send({
      method: 'GET',
      path: '/api/records/1/draft',
      example: null,
    }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ServiceError);
    expect((refused as ServiceError).message).toContain('503: busy with …');
    expect(server.requests).toHaveLength(6);
    expect(lines).toHaveLength(5);
  });

  it.each([
    ['a page in place of data', { status: 200, text: '<html>Sign in</html>' }, /--base is not the/],
    ['a pause of an hour', { status: 429, headers: { 'Retry-After': '3600' } }, /in 60 minutes/],
    ['a page about an error', { status: 413, text: '<h1>Too large</h1>' }, /413: Too large$/],
    ['the token', { status: 400, json: { message: `not ${invenio.TOKEN}` } }, /400: not …$/],
  ])('are not repeated after %s', async (_name, reply, message) => {
    const server = await started(invenio.startInvenio());
    server.interruptions.push(reply);
    const send = transportTo({
      base: server.base,
      token: invenio.TOKEN,
      authorization: (token) => ['Authorization', `Bearer ${token}`],
      log: () => {},
    });
    const request = { method: 'POST', path: '/api/records', json: {}, example: null } as const;
    await expect(send(request)).rejects.toThrow(message);
    expect(server.requests).toHaveLength(1);
  });

  it('go on where the answer to the entry of a file was lost', async () => {
    const server = await started(invenio.startInvenio());
    const send = transportTo({
      base: server.base,
      token: invenio.TOKEN,
      authorization: (token) => ['Authorization', `Bearer ${token}`],
      log: () => {},
      patience: 1,
    });
    const client = invenioClient(server.base, send, () => {});
    const path = join(copyOfEdition(), 'edition.xml');
    const md5 = fileHash(path, 'md5');
    const { draft } = await client.createDraft({ metadata: {} }, newMark());
    server.interruptions.push('pass', 'lose');
    await client.putFiles(draft, [
      { name: 'a.xml', path, size: statSync(path).size, md5, sha512: '' },
    ]);
    const [record] = [...server.records.values()];
    expect(record?.files.get('a.xml')?.committed).toBe(true);
  });

  it('do not follow a redirect with the token', async () => {
    const server = await started(invenio.startInvenio());
    const away = await started(invenio.startInvenio());
    server.interruptions.push({ status: 302, headers: { Location: `${away.base}/api/records` } });
    const send = transportTo({
      base: server.base,
      token: invenio.TOKEN,
      authorization: (token) => ['Authorization', `Bearer ${token}`],
      log: () => {},
    });
    await expect(
      send({ method: 'GET', path: '/api/records/1/draft', example: null }),
    ).rejects.toThrow(/the repository has moved/);
    expect(away.requests).toEqual([]);
  });
});

it('writes DOIs into edition.xml and touches nothing else', () => {
  const edition = copyOfEdition();
  const path = join(edition, 'edition.xml');
  const before = readFileSync(path, 'utf8');
  expect(writeDois(path, { doi: '10.5072/a&b', conceptDoi: '10.5072/c' })).toBe(true);
  const after = readFileSync(path, 'utf8');
  const added =
    '\n        <idno type="DOI">10.5072/a&amp;b</idno>\n        <idno type="DOI" subtype="concept">10.5072/c</idno>';
  expect(after).toContain(added);
  expect(after.replace(added, '')).toBe(before);
  expect(writeDois(path, { doi: '10.5072/a&b', conceptDoi: null })).toBe(false);
});

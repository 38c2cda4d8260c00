/**
 * `siglum deposit --send --publish`, killed at each of its steps (SIGKILL): the next run of the same
 * command completes the deposit, with one record, one version, and whole files in the edition.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { readTree } from '../../pipeline/xml/tree.ts';
import { siglumHereWith } from '../site/in-process.ts';
import { change, completeEdition, removeFolders, temporaryFolder } from './edition.ts';
import * as dataverse from './loopback/dataverse.ts';
import * as invenio from './loopback/invenio.ts';
import type { Loopback } from './loopback/server.ts';

const servers: Loopback[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(removeFolders);

const ENVIRONMENT = { ZENODO_TOKEN: invenio.TOKEN, DATAVERSE_TOKEN: dataverse.TOKEN };

function editionWithoutDoi(): string {
  const edition = completeEdition();
  change(edition, 'edition.xml', /<idno type="DOI">[^<]*<\/idno>/, '');
  const folder = join(temporaryFolder(), 'tei');
  cpSync(edition, folder, { recursive: true });
  return folder;
}

function wordsFor(edition: string, server: Loopback, service: string): string[] {
  const place = join(edition, '..');
  return [
    ...['deposit', '--edition', edition, '--base', server.base, '--send', service, '--publish'],
    ...['--out', join(place, 'packages'), '--site', join(place, 'site')],
    ...(service === 'dataverse' ? ['--collection', 'letters'] : []),
  ];
}

/** Kills the command with its child processes. */
type Kill = () => void;

/** Starts the command; `arm` decides when it is killed. Returns whether it was. */
async function killed(
  edition: string,
  words: readonly string[],
  arm: (kill: Kill, edition: string) => void,
): Promise<boolean> {
  let child: ChildProcess | undefined;
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    arm(() => {
      if (child?.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    }, edition);
    child = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], {
      cwd: temporaryFolder(),
      env: { ...process.env, ...ENVIRONMENT },
      ...{ detached: true, stdio: 'ignore' },
    });
    child.on('close', (_code, signal) => done(signal));
  });
  return (await ended) === 'SIGKILL';
}

/** The run is killed when the request arrives, or when it is done and not answered. */
function atRequest(server: Loopback, number: number, at: 'before' | 'after') {
  return (kill: Kill): void => {
    const passed = Array.from({ length: number }, () => 'pass' as const);
    server.interruptions.push(...passed, { at, act: kill });
  };
}

/** The run is killed with the first change of the file, or of a file beside it that replaces it. */
function atFile(name: string, changes = 1) {
  return (kill: Kill, edition: string): void => {
    let seen = 0;
    const watcher = watch(edition, (_event, file) => {
      if (!file?.includes(name) || ++seen < changes) return;
      watcher.close();
      kill();
    });
  };
}

/** The run is killed while the archive is on the way. */
function whileUploading(server: Loopback, share: number) {
  return (kill: Kill): void => {
    server.onBytes = (request, bytes) => {
      const isArchive = /\/content$|\/add\?/.test(request);
      if (isArchive && bytes > share * 100_000) kill();
    };
  };
}

function expectWholeFiles(edition: string): void {
  const header = readFileSync(join(edition, 'edition.xml'), 'utf8');
  expect(() => readTree({ path: 'edition.xml', content: header })).not.toThrow();
  const state = join(edition, 'deposits.json');
  if (existsSync(state)) JSON.parse(readFileSync(state, 'utf8'));
}

async function goesOn(edition: string, words: readonly string[], server: Loopback): Promise<void> {
  expectWholeFiles(edition);
  delete server.onBytes;
  server.interruptions.splice(0);
  const said = await siglumHereWith(ENVIRONMENT, ...words);
  const all = said.out + said.err;
  // The run that was killed may have published.
  if (said.code !== 0) expect(all).toContain('is published already');
  expectWholeFiles(edition);
  expect(readFileSync(join(edition, 'deposits.json'), 'utf8')).not.toContain('requested');
}

describe('InvenioRDM', () => {
  const REQUESTS = [
    ...['create', 'reserve', 'metadata', 'list of files'],
    ...['entry of the file', 'content', 'commit', 'publish'],
  ];
  const steps: [string, (server: invenio.Invenio) => Parameters<typeof killed>[2]][] = [
    ...REQUESTS.flatMap((name, number) =>
      (['before', 'after'] as const).map((at): (typeof steps)[number] => [
        `${at} ${name}`,
        (server) => atRequest(server, number, at),
      ]),
    ),
    ['a tenth of the archive', (server) => whileUploading(server, 0.1)],
    ['half of the archive', (server) => whileUploading(server, 0.5)],
    ['edition.xml is written', () => atFile('edition.xml')],
    ['edition.xml is replaced', () => atFile('edition.xml', 2)],
    ['the state is written', () => atFile('deposits.json')],
    ['the state is written again', () => atFile('deposits.json', 4)],
  ];
  it.each(steps)('%s', async (_name, arm) => {
    const server = await invenio.startInvenio();
    servers.push(server);
    const edition = editionWithoutDoi();
    const words = wordsFor(edition, server, 'zenodo');
    expect(await killed(edition, words, arm(server))).toBe(true);
    await goesOn(edition, words, server);
    const records = [...server.records.values()];
    expect(records).toHaveLength(1);
    expect(records[0]?.published).toBe(true);
    expect([...(records[0]?.files.values() ?? [])].map(({ committed }) => committed)).toEqual([
      true,
    ]);
    const header = readFileSync(join(edition, 'edition.xml'), 'utf8');
    expect(header.match(/<idno type="DOI">[^<]*/g)).toEqual([
      `<idno type="DOI">10.5072/zenodo.${records[0]?.id}`,
    ]);
  });
});

describe('Dataverse', () => {
  const REQUESTS = [
    ...['create', 'metadata', 'list of files', 'archive', 'lock', 'lock again'],
    ...['list again', 'publish', 'lock of the publication'],
  ];
  const steps: [string, (server: dataverse.Dataverse) => Parameters<typeof killed>[2]][] = [
    ...REQUESTS.flatMap((name, number) =>
      (['before', 'after'] as const).map((at): (typeof steps)[number] => [
        `${at} ${name}`,
        (server) => atRequest(server, number, at),
      ]),
    ),
    ['half of the archive', (server) => whileUploading(server, 0.5)],
  ];
  it.each(steps)('%s', async (_name, arm) => {
    const server = await dataverse.startDataverse();
    servers.push(server);
    const edition = editionWithoutDoi();
    const words = wordsFor(edition, server, 'dataverse');
    expect(await killed(edition, words, arm(server))).toBe(true);
    await goesOn(edition, words, server);
    const datasets = [...server.datasets.values()];
    expect(datasets).toHaveLength(1);
    expect(datasets[0]).toMatchObject({ published: true, versions: 1 });
    const paths = [...(datasets[0]?.files.values() ?? [])].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

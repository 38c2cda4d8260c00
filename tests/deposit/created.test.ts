/**
 * A draft is made once, although the answer to the request that makes it was lost, the repository's
 * index is behind, or the run before was killed.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { dataverseClient } from '../../pipeline/deposit/send/dataverse/client.ts';
import { transportTo } from '../../pipeline/deposit/send/http/requests.ts';
import { invenioClient } from '../../pipeline/deposit/send/invenio.ts';
import { newMark } from '../../pipeline/deposit/send/state.ts';
import * as dataverse from './loopback/dataverse.ts';
import * as invenio from './loopback/invenio.ts';
import type { Interruption } from './loopback/server.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const one of close.splice(0)) one();
});

const BUSY = (status: number): Interruption => ({ status, json: { message: 'busy' } });
const connection = { log: () => {}, patience: 1 };

async function ofInvenio() {
  const server = await invenio.startInvenio();
  close.push(() => server.close());
  const send = transportTo({
    ...{ ...connection, base: server.base, token: invenio.TOKEN },
    authorization: (token) => ['Authorization', `Bearer ${token}`],
  });
  const client = invenioClient(server.base, send, () => {});
  return { server, client, made: () => [...server.records.keys()] };
}

async function ofDataverse() {
  const server = await dataverse.startDataverse();
  close.push(() => server.close());
  const send = transportTo({
    ...{ ...connection, base: server.base, token: dataverse.TOKEN },
    authorization: (token) => ['X-Dataverse-key', token],
  });
  const client = dataverseClient(server.base, send, 'letters');
  return { server, client, made: () => [...server.datasets.keys()] };
}

const METADATA = {
  metadata: { title: 'Letters', identifiers: [{ identifier: '20.500/1', scheme: 'handle' }] },
  datasetVersion: { metadataBlocks: { citation: { fields: [] } } },
};

describe.each([
  ['InvenioRDM', ofInvenio],
  ['Dataverse', ofDataverse],
] as const)('%s', (_name, start) => {
  it.each<[string, Interruption[]]>([
    ['answered', []],
    ['the answer is lost', ['lose']],
    ['the request is lost', ['hang up']],
    ['the answer is lost, and the search is not answered', ['lose', 'hang up', 'lose']],
    ['the request is lost twice', ['hang up', 'pass', 'pass', 'pass', 'hang up']],
    ['a busy server', [BUSY(429), BUSY(429)]],
    ['a gateway without answer', [BUSY(504), BUSY(502), BUSY(503)]],
    ['a failing server', [BUSY(500)]],
  ])('%s', async (_case, interruptions) => {
    const { server, client, made } = await start();
    server.interruptions.push(...interruptions);
    const { draft, others } = await client.createDraft(METADATA, newMark());
    expect(made()).toEqual([draft.record]);
    expect(others).toEqual([]);
  });

  it('an earlier run has made the draft', async () => {
    const { server, client, made } = await start();
    const creation = newMark();
    const before = await client.createDraft(METADATA, creation);
    await client.createDraft(METADATA, newMark());
    server.requests.splice(0);
    const { draft } = await client.createDraft(METADATA, { ...creation, sentBefore: true });
    expect(draft.record).toBe(before.draft.record);
    expect(made()).toHaveLength(2);
    expect(server.requests.filter((one) => one.startsWith('POST'))).toEqual([]);
  });

  it('an earlier run was killed before it made the draft', async () => {
    const { client, made } = await start();
    const { draft } = await client.createDraft(METADATA, { ...newMark(), sentBefore: true });
    expect(made()).toEqual([draft.record]);
  });

  it('the first update removes the mark', async () => {
    const { server, client } = await start();
    const creation = newMark();
    const { draft } = await client.createDraft(METADATA, creation);
    await client.updateMetadata(draft, METADATA);
    const sent = server.seen.map(({ body }) => body.toString().includes(creation.mark));
    expect(sent).toEqual([true, false]);
    const again = await client.createDraft(METADATA, { ...creation, sentBefore: true });
    expect(again.draft.record).not.toBe(draft.record);
  });
});

it('an index that is behind finds the draft later', async () => {
  const { server, client, made } = await ofInvenio();
  server.searchesBehind = 2;
  server.interruptions.push('lose');
  const { draft } = await client.createDraft(METADATA, newMark());
  expect(made()).toEqual([draft.record]);
});

it('an index that is far behind: the further draft is named with its address', async () => {
  const { server, client, made } = await ofInvenio();
  server.searchesBehind = 3;
  server.interruptions.push('lose');
  const { draft, others } = await client.createDraft(METADATA, newMark());
  expect(made()).toHaveLength(2);
  const other = made().filter((id) => id !== draft.record);
  expect(others).toEqual([`${server.base}/uploads/${other[0]}`]);
});

/**
 * External authority services, simulated by servers of this test according to their documentation.
 */

import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ServiceClient } from '../../pipeline/authorities/services/client.ts';
import type { Proposal } from '../../pipeline/names/model.ts';
import { reconcile } from '../../pipeline/names/reconcile.ts';
import { temporaryFolder } from '../encode/tei.ts';

const cache = temporaryFolder();
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Simulates a service; `asked` are the requests, with the body of a POST after a space. */
async function play(reply: (url: URL, count: number) => Reply) {
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
  return { asked, address: `http://127.0.0.1:${(own.address() as AddressInfo).port}/search` };
}

const proposal = (name: string, kind: Proposal['kind'] = 'person'): Proposal => ({
  id: `x_${name}`,
  kind,
  name,
  forms: [name],
  mentions: [{ document: 'd1', passage: 'd1-p1', form: name, sentence: name, rule: 'title-name' }],
  certainty: 'medium',
  evidence: ['title-name'],
  candidates: [],
});
const years = new Map([['d1', 1823]]);

describe('services of the table', () => {
  it('lobid-gnd: candidates with dates and professions, a birth after the letter is a warning', async () => {
    const { asked, address } = await play(() => ({
      body: {
        member: [
          {
            id: 'https://d-nb.info/gnd/118000001',
            gndIdentifier: '118000001',
            preferredName: 'Whitfield, Amos',
            dateOfBirth: ['1780-05-02'],
            dateOfDeath: ['1851'],
            professionOrOccupation: [{ id: 'x', label: 'Farmer' }],
          },
          { gndIdentifier: '118000002', preferredName: 'Whitfield, Amos', dateOfBirth: ['1840'] },
          { preferredName: 'without an identifier' },
        ],
      },
    }));
    const client = new ServiceClient(`lobid-gnd=${address}`, cache);
    const { proposals, findings } = await reconcile([proposal('Amos Whitfield')], client, years);
    expect(findings).toEqual([]);
    expect(asked[0]).toContain('q=Amos+Whitfield');
    expect(asked[0]).toContain('filter=type%3APerson');
    const [one, other] = proposals[0]?.outside ?? [];
    expect(one).toMatchObject({
      scheme: 'GND',
      id: '118000001',
      birth: '1780-05-02',
      death: '1851',
      description: 'Farmer',
      service: 'lobid-gnd',
    });
    expect(one?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(one?.warning).toBeUndefined();
    expect(other?.warning).toBe('born 1840, after d1 was written (1823)');
    expect(proposals[0]?.outside).toHaveLength(2);
  });

  it('wikidata: a second request gives the dates', async () => {
    const { asked, address } = await play((url) =>
      url.searchParams.get('action') === 'wbsearchentities'
        ? { body: { search: [{ id: 'Q7', label: 'Amos Whitfield', description: 'farmer' }] } }
        : {
            body: {
              entities: {
                Q7: {
                  claims: {
                    P569: [
                      { mainsnak: { datavalue: { value: { time: '+1780-00-00T00:00:00Z' } } } },
                    ],
                  },
                },
              },
            },
          },
    );
    const answer = await new ServiceClient(`wikidata=${address}`, cache).ask(proposal('A. W.'));
    expect(answer?.candidates).toEqual([
      {
        scheme: 'Wikidata',
        id: 'Q7',
        name: 'Amos Whitfield',
        description: 'farmer',
        address: 'https://www.wikidata.org/wiki/Q7',
        birth: '1780',
      },
    ]);
    expect(asked[1]).toContain('ids=Q7');
  });

  it('geonames: places only; a refusal in the answer is reported', async () => {
    const { asked, address } = await play((url) =>
      url.searchParams.get('q') === 'Bellmouth'
        ? {
            body: {
              geonames: [
                { geonameId: 42, name: 'Bellmouth', countryName: 'Nowhere', lat: '1.5', lng: '2' },
              ],
            },
          }
        : { body: { status: { message: 'the daily limit is exceeded', value: 18 } } },
    );
    const client = new ServiceClient(`geonames=${address}`, cache);
    const { proposals, findings } = await reconcile(
      ['Bellmouth', 'Ludlow', 'Zenda'].map((name) => proposal(name, 'place')),
      client,
      years,
    );
    expect(await client.ask(proposal('Amos Whitfield'))).toBeUndefined();
    expect(proposals[0]?.outside?.[0]).toMatchObject({ id: '42', coordinates: '1.5 2' });
    expect(proposals.map(({ name }) => name)).toEqual(['Bellmouth', 'Ludlow', 'Zenda']);
    expect(asked).toHaveLength(2);
    expect(findings[0]?.message).toMatch(/daily limit.*2 names were not asked for, from “Ludlow”/);
  });

  it('viaf: headings of the kind, their dates parsed', async () => {
    const { address } = await play(() => ({
      body: {
        query: 'whitfield',
        result: [
          { term: 'Whitfield, Amos, 1780-1851', nametype: 'personal', viafid: '77' },
          { term: 'Whitfield Company', nametype: 'corporate', viafid: '78' },
        ],
      },
    }));
    const answer = await new ServiceClient(`viaf=${address}`, cache).ask(proposal('Whitfield'));
    expect(answer?.candidates).toMatchObject([
      { id: '77', name: 'Whitfield, Amos', birth: '1780', death: '1851' },
    ]);
  });

  it('any Reconciliation Service, 0.2', async () => {
    const { asked, address } = await play(() => ({
      body: {
        q0: {
          result: [
            {
              id: 'e/1',
              name: 'Whitfield',
              score: 91.5,
              match: false,
              type: [{ id: 'p', name: 'Person' }],
            },
          ],
        },
      },
    }));
    const answer = await new ServiceClient(address, cache).ask(proposal('Whitfield'));
    expect(asked[0]).toContain('queries={"q0":{"query":"Whitfield","limit":5}}');
    expect(answer?.candidates).toMatchObject([{ id: 'e/1', score: 91.5, description: 'Person' }]);
  });
});

describe('answers', () => {
  it('are cached: the same question is not asked again', async () => {
    const { asked, address } = await play(() => ({ body: { member: [] } }));
    const client = () => new ServiceClient(`lobid-gnd=${address}`, cache);
    await client().ask(proposal('Once'));
    await client().ask(proposal('Once'));
    expect(asked).toHaveLength(1);
  });

  it('that ask for patience are waited for once', async () => {
    const { asked, address } = await play((_, count) =>
      count === 1
        ? { status: 429, headers: { 'retry-after': '0' }, body: {} }
        : { body: { member: [] } },
    );
    const answer = await new ServiceClient(`lobid-gnd=${address}`, cache).ask(proposal('Busy'));
    expect(answer?.candidates).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['no JSON', { body: '<html>' }, 'its answer is not JSON'],
    [
      'a refusal for long',
      { status: 429, headers: { 'retry-after': '900' }, body: {} },
      'it refuses for now',
    ],
    ['elsewhere', { status: 307, headers: { location: 'http://o.invalid/' } }, 'redirects to'],
    ['a circle', { status: 302, headers: { location: '' } }, 'redirects without end'],
    ['too much', { body: ' '.repeat(5e6) }, 'larger than 4 MiB'],
    ['a failure', { status: 500, body: {} }, 'status 500'],
    ['something else', { body: ['x'] }, undefined],
  ])('of another form are no error of the program: %s', async (_, reply, message) => {
    const { address } = await play(() => reply as Reply);
    const client = new ServiceClient(`lobid-gnd=${address}`, cache);
    const { proposals, findings } = await reconcile([proposal(`Odd ${_}`)], client, years);
    expect(proposals).toHaveLength(1);
    if (message === undefined) expect(findings).toEqual([]);
    else expect(findings[0]?.message).toContain(message);
  });

  it('that never come: unreachable is reported once, and no proposal is lost', async () => {
    const client = new ServiceClient('lobid-gnd=http://127.0.0.1:9/', cache);
    const all = ['One', 'Two', 'Three'].map((name) => proposal(name));
    const { proposals, findings } = await reconcile(all, client, years);
    expect(proposals).toEqual(all);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(/cannot be reached.*3 names were not asked for/);
  });
});

it('an unknown service is a wrong use', () => {
  for (const name of ['gnd', '', 'lobid-gnd=ftp://x', 'file:///etc/passwd'])
    expect(() => new ServiceClient(name, cache)).toThrow(/there is no service/);
});

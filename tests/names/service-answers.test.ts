/** Answers of authority services: cached, refused, late, or not as documented. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ServiceClient } from '../../pipeline/authorities/services/client.ts';
import { reconcile } from '../../pipeline/names/reconcile.ts';
import { temporaryFolder } from '../encode/tei.ts';
import { play, proposal, type Reply, years } from './service.ts';

const cache = temporaryFolder();
afterAll(() => rmSync(cache, { recursive: true, force: true }));

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
  ])('of another form are no error of the program: %s', async (_, reply, message) => {
    const { address } = await play(() => reply as Reply);
    const client = new ServiceClient(`lobid-gnd=${address}`, cache);
    const { proposals, findings } = await reconcile([proposal(`Odd ${_}`)], client, years);
    expect(proposals).toHaveLength(1);
    expect(findings[0]?.message).toContain(message);
  });

  const UNDOCUMENTED: readonly (readonly [service: string, body: unknown, message: RegExp])[] = [
    ['lobid-gnd', ['x'], /no list “member”/],
    ['lobid-gnd', null, /no list “member”/],
    ['lobid-gnd', '"no hits"', /no list “member”/],
    ['lobid-gnd', { member: {} }, /no list “member”/],
    ['lobid-gnd', { member: ['118540238'] }, /an entry of “member” is not an object/],
    ['lobid-gnd', { member: [{ id: 'x' }] }, /no entry of “member” has an identifier and a name/],
    ['lobid-gnd', { error: 'query failed' }, /no list “member”/],
    ['geonames', { totalResultsCount: 3 }, /no list “geonames”/],
    ['geonames', { geonames: [{ geonameId: {}, name: 'x' }] }, /no entry of “geonames” has/],
    ['wikidata', { search: null }, /no list “search”/],
    ['wikidata', { search: [{ id: 'L7', label: 'x' }] }, /no entry of “search” has/],
    ['viaf', {}, /no list “result”/],
    ['viaf', { result: [[]] }, /an entry of “result” is not an object/],
    ['viaf', { result: [{ term: 'x' }] }, /no entry of “result” has/],
    ['reconciliation', {}, /no list “result”/],
    ['reconciliation', { q0: [] }, /no list “result”/],
    ['reconciliation', { q0: { result: [null] } }, /an entry of “result” is not an object/],
    ['reconciliation', { q1: { result: [] } }, /no list “result”/],
  ];
  it.each(UNDOCUMENTED)(
    'that are not as %s documents are reported, not cached: %j',
    async (...row) => {
      const [service, body, message] = row;
      const { asked, address } = await play(() => ({ body }));
      const own = proposal(`Undocumented ${JSON.stringify(body)}`, 'place');
      for (const time of [1, 2]) {
        const client = new ServiceClient(`${service}=${address}`, cache);
        const { proposals, findings } = await reconcile([own], client, years);
        expect(proposals).toEqual([own]);
        expect(findings.map((finding) => finding.message)).toEqual([
          expect.stringMatching(message),
        ]);
        expect(asked).toHaveLength(time);
      }
    },
  );

  it('the second one of Wikidata too', async () => {
    const { address } = await play((url) =>
      url.searchParams.get('action') === 'wbsearchentities'
        ? { body: { search: [{ id: 'Q7', label: 'x' }] } }
        : { body: { success: 1 } },
    );
    const asking = new ServiceClient(`wikidata=${address}`, cache).ask(proposal('Second'));
    await expect(asking).rejects.toThrow('“entities” is not an object');
  });

  it('of a service that has nothing are no problem, in each form that it documents', async () => {
    for (const [service, body] of [
      ['lobid-gnd', { member: [] }],
      ['geonames', { totalResultsCount: 0, geonames: [] }],
      ['wikidata', { search: [] }],
      ['viaf', { query: 'x', result: null }],
      ['viaf', { result: [{ term: 'X Co.', nametype: 'corporate', viafid: '7' }] }],
      ['reconciliation', { q0: { result: [] } }],
    ] as const) {
      const { address, server } = await play(() => ({ body }));
      const client = new ServiceClient(`${service}=${address}`, cache);
      const { proposals, findings } = await reconcile([proposal('None', 'place')], client, years);
      expect(findings).toEqual([]);
      expect(proposals[0]?.outside).toEqual([]);
      server.close();
    }
  });

  it('with the same problem three times: no further name is asked for', async () => {
    const { asked, address } = await play(() => ({ body: {} }));
    const client = new ServiceClient(`lobid-gnd=${address}`, cache);
    const all = ['A', 'B', 'C', 'D', 'E'].map((name) => proposal(`Thrice ${name}`));
    const { proposals, findings } = await reconcile(all, client, years);
    expect(proposals).toEqual(all);
    expect(asked).toHaveLength(3);
    expect(findings.at(-1)?.message).toMatch(/3 names were not asked for, from “Thrice C” on/);
  });

  it.each(['headers', 'drops of its answer'])('that take too long end: %s', async (what) => {
    const { address, server } = await play(() => ({ body: {} }));
    server.removeAllListeners('request');
    server.on('request', (_request, response) => {
      if (what === 'headers') return;
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const client = new ServiceClient(`lobid-gnd=${address}`, cache, 300);
    const started = performance.now();
    const { findings } = await reconcile([proposal('Slow')], client, years);
    expect(findings[0]?.message).toMatch(/^it has not answered within 0\.3 seconds/);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('in damaged files of the cache are asked for again', async () => {
    const { asked, address } = await play(() => ({ body: { member: [] } }));
    const own = temporaryFolder();
    const ask = () => new ServiceClient(`lobid-gnd=${address}`, own).ask(proposal('Damaged'));
    await ask();
    const path = join(own, 'services', readdirSync(join(own, 'services'))[0] ?? '');
    for (const damaged of ['{', '[]', '{"day":"2026-01-01","candidates":[null]}']) {
      writeFileSync(path, damaged);
      await ask();
    }
    rmSync(own, { recursive: true });
    expect(asked).toHaveLength(4);
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

/**
 * External authority services, simulated by servers of this test according to their documentation.
 */

import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ServiceClient } from '../../pipeline/authorities/services/client.ts';
import { reconcile } from '../../pipeline/names/reconcile.ts';
import { temporaryFolder } from '../encode/tei.ts';
import { play, proposal, years } from './service.ts';

const cache = temporaryFolder();
afterAll(() => rmSync(cache, { recursive: true, force: true }));

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

it('an unknown service is a wrong use', () => {
  for (const name of ['gnd', '', 'lobid-gnd=ftp://x', 'file:///etc/passwd'])
    expect(() => new ServiceClient(name, cache)).toThrow(/there is no service/);
});

/** Who writes to whom: the ties, their picture, and the list that says the same. */
import { describe, expect, it } from 'vitest';
import { correspondenceOf, type Letter } from '../../../pipeline/publish/lists/correspondence.ts';
import { MOST_PARTIES, MOST_TIES, networkOf } from '../../../pipeline/publish/pictures/network.ts';
import { networkPage } from '../../../pipeline/publish/pictures/network-page.ts';
import type { EntryId } from '../../../pipeline/publish/pointers/resolve.ts';
import type { SiteDocument } from '../../../pipeline/publish/site/site-model.ts';
import { entriesSpokenOf } from '../../../pipeline/transform/refers-to.ts';

const named = (text: string, entry: string | null = text) => ({
  text,
  entry: entry as EntryId | null,
});
const letter = (from: string[], to: string[], about: string[] = []): Letter => {
  return {
    sent: from.map((name) => named(name)),
    received: to.map((name) => named(name)),
    about: about as EntryId[],
  };
};

describe('correspondence', () => {
  it('counts documents from each writer to each addressee, and about whom their text speaks', () => {
    const { parties, ties } = correspondenceOf(
      [
        letter(['read'], ['bundy'], ['paz', 'read', 'bundy']),
        letter(['read'], ['bundy', 'rusk'], ['paz']),
        letter([], [], ['paz']),
        letter(['bundy'], ['read']),
      ],
      (entry) => entry.toUpperCase(),
    );
    expect(ties).toEqual([
      { kind: 'to', from: 'read', to: 'bundy', documents: 2 },
      { kind: 'about', from: 'read', to: 'paz', documents: 2 },
      { kind: 'to', from: 'bundy', to: 'read', documents: 1 },
      { kind: 'to', from: 'read', to: 'rusk', documents: 1 },
    ]);
    expect(parties.map(({ key, documents }) => [key, documents])).toEqual([
      ['bundy', 3],
      ['read', 3],
      ['paz', 2],
      ['rusk', 1],
    ]);
    expect(parties.find(({ key }) => key === 'paz')?.name).toBe('PAZ');
  });

  it('takes one whom no list knows by the words, and never ties anyone to themselves', () => {
    const embassy = {
      sent: [named('Embassy', null)],
      received: [named('Embassy', null), named('State', null)],
      about: [],
    };
    const { parties, ties } = correspondenceOf([embassy], String);
    expect(parties.map(({ key, entry }) => [key, entry])).toEqual([
      ['“Embassy”', null],
      ['“State”', null],
    ]);
    expect(ties).toHaveLength(1);
  });

  it('takes as the writer’s what neither the editors’ notes nor the title say', () => {
    const mention = (entry: string, block: string, n: string | null) => ({ entry, block, n });
    const mentions = [
      mention('title', 'head', null),
      mention('a', 'p', null),
      mention('note', 'note', '2'),
      mention('a', 'item', null),
      mention('b', 'item', null),
    ];
    expect(entriesSpokenOf({ mentions })).toEqual(['a', 'b']);
  });
});

describe('the network', () => {
  const surname = ({ name }: { name: string }): string => name.split(' ').at(-1) as string;

  it('is none where no one wrote', () => {
    expect(networkOf(correspondenceOf([letter([], ['a'], ['b'])], String), surname)).toBeNull();
  });

  it('gives both kinds of ties a line of their own, and the way back another', () => {
    const network = networkOf(
      correspondenceOf(
        [letter(['a'], ['b'], ['c']), letter(['b'], ['a']), letter(['a'], ['c'])],
        String,
      ),
      surname,
    );
    expect(network?.marks.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
    const paths = network?.lines.map(({ path }) => path) ?? [];
    expect(paths).toHaveLength(4);
    expect(new Set(paths).size).toBe(4);
    for (const path of paths) expect(path).toMatch(/^M[\d.]+,[\d.]+Q[\d.]+,[\d.]+ [\d.]+,[\d.]+$/);
  });

  it('calls by surname whom no other has', () => {
    const network = networkOf(
      correspondenceOf([letter(['Ada King', 'Bo King'], ['Cy Hall'])], String),
      surname,
    );
    expect(network?.marks.map(({ short }) => short).sort()).toEqual([
      'Ada King',
      'Bo King',
      'Hall',
    ]);
  });

  it('shows some of many of whom none is stronger than any other', () => {
    const letters = Array.from({ length: 200 }, (_, n) =>
      letter([`a${1000 + n}`], [`z${1000 + n}`]),
    );
    const network = networkOf(correspondenceOf(letters, String), surname);
    expect(network?.marks).toHaveLength(MOST_PARTIES);
    expect(network?.lines).toHaveLength(MOST_PARTIES / 2);
  });

  it('shows the strongest of many, and is the same every time', () => {
    const letters = Array.from({ length: 600 }, (_, n) =>
      letter([`w${n % 70}`], [`r${(n * n) % 31}`], [`p${n % 90}`]),
    );
    const all = correspondenceOf(letters, String);
    const network = networkOf(all, surname);
    if (!network) throw new Error('no network');
    expect(network.marks.length).toBeLessThanOrEqual(MOST_PARTIES);
    expect(network.lines.length).toBeLessThanOrEqual(MOST_TIES);
    const shown = new Set(network.marks.map(({ key }) => key));
    for (const { from, to } of network.lines) expect(shown.has(from) && shown.has(to)).toBe(true);
    for (const { x, y } of network.marks)
      expect(x > 0 && x < network.width && y > 0 && y < network.height).toBe(true);
    expect(networkOf(all, surname)).toEqual(network);
  });
});

describe('the list of correspondents', () => {
  /**
   * Everyone of one half writes to everyone of the other, one of them twice; no list knows them.
   */
  const everybody = (half: number): readonly SiteDocument[] =>
    Array.from({ length: half * half + half }, (_, n) => {
      const words = (text: string) => [{ text, entry: null }];
      const header = {
        sent: words(`Writer ${Math.floor(n / half) % half}`),
        received: words(`Reader ${n % half}`),
      };
      return { header, spokenOf: [] } as unknown as SiteDocument;
    });

  it('is on the page of the picture as long as it fits', () => {
    const [page, ...others] = networkPage(everybody(10), () => undefined);
    expect(others).toEqual([]);
    expect(page).toMatchObject({ address: '/network.html', number: 1, pages: [], listed: 20 });
  });

  it('has pages where it is long: each party is on one of them, and its mark leads there', () => {
    const pages = networkPage(everybody(40), () => undefined);
    expect(pages.map(({ address }) => address)).toEqual(
      pages.map((_, at) => (at === 0 ? '/network.html' : `/network/${at + 1}.html`)),
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const { list } of pages) {
      const partners = list.reduce(
        (sum, { to, from, about }) => sum + to.length + from.length + about.length,
        0,
      );
      expect(partners).toBeLessThan(1500);
    }
    const listed = pages.flatMap(({ address, list }) =>
      list.map(({ party, anchor }) => [party.key, { address, anchor }] as const),
    );
    expect(new Set(listed.map(([key]) => key)).size).toBe(80);
    expect(listed).toHaveLength(80);
    const places = new Map(listed);
    const marks = pages[0]?.marks ?? [];
    expect(marks.length).toBeGreaterThan(0);
    for (const { key, place } of marks) expect(place).toEqual(places.get(key));
  });
});

/**
 * The map and the network as geometry: their content, the positions of names, and that the same
 * input gives the same picture.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointOf } from '../../../pipeline/publish/interface/coordinates.ts';
import { correspondenceOf, type Letter } from '../../../pipeline/publish/lists/correspondence.ts';
import {
  type Label,
  type PictureMark,
  placeLabels,
  widthOf,
} from '../../../pipeline/publish/pictures/labels.ts';
import { type Locality, MOST_MARKS, mapOf } from '../../../pipeline/publish/pictures/map.ts';
import { MOST_PARTIES, MOST_TIES, networkOf } from '../../../pipeline/publish/pictures/network.ts';
import { networkPage } from '../../../pipeline/publish/pictures/network-page.ts';
import type { EntryId } from '../../../pipeline/publish/pointers/resolve.ts';
import type { SiteDocument } from '../../../pipeline/publish/site/site-model.ts';
import { entriesSpokenOf } from '../../../pipeline/transform/refers-to.ts';

const town = (id: string, coordinates: string | null, mentions = 1): Locality => {
  return { id, name: id, mentions, coordinates, country: null };
};
const country = (id: string, code: string, mentions = 1): Locality => {
  return { id, name: id, mentions, coordinates: null, country: code };
};

describe('coordinates', () => {
  it.each([
    ['-16.5 -68.15', { latitude: -16.5, longitude: -68.15 }],
    [' 38.9,\n-77.03 ', { latitude: 38.9, longitude: -77.03 }],
    ['0 0', { latitude: 0, longitude: 0 }],
  ])('%j is a point', (geo, point) => expect(pointOf(geo)).toEqual(point));

  it.each(['', '16.5', '16°30′ S 68°9′ W', '16 68 3600', '-68.15 -190', '91 0', 'NaN 1'])(
    '%j is none',
    (geo) => expect(pointOf(geo)).toBeNull(),
  );
});

describe('the map', () => {
  it('is none where no place can be shown', () => {
    expect(mapOf([])).toBeNull();
    expect(
      mapOf([town('Nowhere', null), town('Wrong', '200 200'), country('Atlantis', 'QQ')]),
    ).toBeNull();
  });

  it('shows towns as points, countries with their area by any of their codes, and omits what has no place', () => {
    const map = mapOf([
      town('La Paz', '-16.5 -68.15', 4),
      country('Bolivia', 'BO', 7),
      country('Peru', 'PER', 2),
      country('Chile', '152'),
      town('Nowhere', null, 9),
    ]);
    expect(map?.located).toEqual(['Bolivia', 'La Paz', 'Peru', 'Chile']);
    const marks = new Map(map?.marks.map((mark) => [mark.id, mark]));
    expect(marks.get('La Paz')?.area).toBeNull();
    for (const name of ['Bolivia', 'Peru', 'Chile'])
      expect(marks.get(name)?.area).toMatch(/^M[\d.,LMZ-]+Z$/);
    // Bolivia lies to the east of Peru, and Peru to the north of Chile.
    expect(marks.get('Bolivia')?.x).toBeGreaterThan(marks.get('Peru')?.x as number);
    expect(marks.get('Peru')?.y).toBeLessThan(marks.get('Chile')?.y as number);
  });

  it('makes a mark larger the more often its place is mentioned, by area', () => {
    const map = mapOf([town('a', '10 10', 100), town('b', '12 12', 25), town('c', '14 14', 0)]);
    const [a, b, c] = (map?.marks ?? []).map(({ r }) => r) as [number, number, number];
    expect(b - c).toBeCloseTo((a - c) / 2, 0);
  });

  it('fits the places, across the date line too, and a place alone', () => {
    for (const places of [
      [town('Suva', '-18.14 178.44'), town('Apia', '-13.83 -171.77')],
      [town('Bern', '46.95 7.45')],
      [town('Quito', '-0.2 -78.5'), town('Peking', '39.9 116.4'), town('Moscow', '55.75 37.6')],
    ]) {
      const map = mapOf(places);
      if (!map) throw new Error('no map');
      expect(map.marks).toHaveLength(places.length);
      for (const { x, y } of map.marks) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(map.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(map.height);
      }
      expect(map.land).toMatch(/^M/);
    }
    // Two islands 10 degrees apart fill the map: it does not go around the globe.
    const pacific = mapOf([town('Suva', '-18.14 178.44'), town('Apia', '-13.83 -171.77')]);
    const [suva, apia] = ['Suva', 'Apia'].map(
      (name) => pacific?.marks.find(({ id }) => id === name)?.x as number,
    );
    expect((apia as number) - (suva as number)).toBeGreaterThan(300);
  });

  it('shows a crowded part of the map separately, and nothing where there is none', () => {
    const crowd = Array.from({ length: 12 }, (_, n) =>
      town(`e${n}`, `${45 + (n % 4)} ${5 + n}`, n),
    );
    const far = [town('Saigon', '10.8 106.6'), town('Ottawa', '45.4 -75.7', 200)];
    const detail = mapOf([...crowd, ...far])?.detail;
    expect(detail?.marks.length).toBeGreaterThanOrEqual(8);
    expect(detail?.marks.every(({ id }) => id.startsWith('e'))).toBe(true);
    expect(mapOf(crowd)?.detail).toBeNull();
    expect(mapOf([...crowd.slice(0, 3), ...far])?.detail).toBeNull();
  });

  it('shows those mentioned most where there are too many', () => {
    const many = Array.from({ length: MOST_MARKS + 40 }, (_, n) =>
      town(`t${n}`, `${(n % 60) - 30} ${(n * 7) % 170}`, n),
    );
    const map = mapOf(many);
    expect(map?.marks).toHaveLength(MOST_MARKS);
    expect(map?.located).toHaveLength(many.length);
    expect(map?.marks[0]?.id).toBe(`t${MOST_MARKS + 39}`);
  });

  it('is the same for the same places, in whatever order they come', () => {
    const places = [town('a', '10 10'), town('b', '20 30', 5), country('Chad', 'TD', 2)];
    expect(mapOf([...places].reverse())).toEqual(mapOf(places));
  });
});

describe('names in a picture', () => {
  const FRAME = { width: 900, height: 600 };
  const LETTERS = { wide: 15, narrow: 25 };

  const boxes = (
    marks: readonly PictureMark[],
    labels: readonly (Label | null)[],
    letters: number,
    narrow: boolean,
  ) =>
    labels.flatMap((label, place) => {
      if (!label || (narrow && label.wideOnly)) return [];
      const width = widthOf((marks[place] as PictureMark).name) * letters;
      const left = label.x - { start: 0, middle: width / 2, end: width }[label.anchor];
      const top = label.y + (label.dy - 0.75) * letters;
      return [{ left, right: left + width, top, bottom: top + letters }];
    });

  it('never overlap or leave the picture, wide or narrow', () => {
    const mark = fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 600 }),
      r: fc.integer({ min: 4, max: 18 }),
      name: fc.constantFrom('Rome', 'La Paz', 'Washington, D.C.', 'Llanfairpwll', '北京', 'MMMMMM'),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
        const labels = placeLabels(marks, FRAME, LETTERS);
        for (const [letters, narrow] of [
          [LETTERS.narrow, true],
          [LETTERS.wide, false],
        ] as const) {
          const all = boxes(marks, labels, letters, narrow);
          for (const [place, one] of all.entries()) {
            expect(one.left >= 0 && one.top >= 0 && one.right <= 900 && one.bottom <= 600).toBe(
              true,
            );
            for (const other of all.slice(place + 1)) {
              const separate =
                one.right <= other.left ||
                other.right <= one.left ||
                one.bottom <= other.top ||
                other.bottom <= one.top;
              expect(separate).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('are placed where no line crosses them, if possible', () => {
    const mark = { x: 450, y: 300, r: 10, name: 'Rome' };
    const line = Array.from({ length: 40 }, (_, step) => ({ x: 460 + step * 4, y: 300 }));
    const [free] = placeLabels([mark], FRAME, LETTERS);
    const [crossed] = placeLabels([mark], FRAME, LETTERS, line);
    expect(free?.anchor).toBe('start');
    expect(crossed?.anchor).toBe('end');
  });
});

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
   * Everybody of one half writes to everybody of the other, one of them twice; no list knows them.
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

/** Coordinates, the map, and the names in a picture. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointOf } from '../../../pipeline/publish/interface/coordinates.ts';
import {
  type Label,
  type PictureMark,
  placeLabels,
  widthOf,
} from '../../../pipeline/publish/pictures/labels.ts';
import { type Locality, MOST_MARKS, mapOf } from '../../../pipeline/publish/pictures/map.ts';

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

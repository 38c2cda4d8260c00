/** Long lists: the pages of the chronology, of an index and of an entry's mentions, as data. */
import { describe, expect, it } from 'vitest';
import { chronology } from '../../../pipeline/publish/lists/chronology.ts';
import { entryPages, indexPages } from '../../../pipeline/publish/lists/lists.ts';
import { firstSentences } from '../../../pipeline/publish/pages/kinds/indexes/chronology.ts';
import type { Site } from '../../../pipeline/publish/site/site.ts';
import type {
  SiteDocument,
  SiteEntry,
  SiteIndex,
} from '../../../pipeline/publish/site/site-model.ts';

/** `sentences`: how many, document by document. */
function entry(name: string, parts: Partial<SiteEntry> & { sentences?: number[] } = {}): SiteEntry {
  const { sentences = [], ...rest } = parts;
  const mentions = sentences.map((count, place) => ({
    document: `d${place + 1}`,
    sentences: count,
    links: Array.from({ length: count }, (_, n) => ({
      anchor: `p${n}`,
      block: 'p',
      n: null,
      runs: [],
    })),
  }));
  const mentionCount = sentences.reduce((sum, count) => sum + count, 0);
  const base = {
    id: name,
    name,
    sortName: name,
    filedAs: name,
    group: null,
    address: `/persons/${name}.html`,
  };
  return {
    ...base,
    mentions,
    mentionCount,
    sent: [],
    received: [],
    written: [],
    ...rest,
  } as unknown as SiteEntry;
}

const index = (entries: SiteEntry[]): SiteIndex => {
  return { kind: 'person', folder: 'persons', address: '/persons/index.html', entries };
};
const day = (at: string): SiteEntry => entry(`date ${at}`, { filedAs: at, sentences: [1] });

describe('an index', () => {
  it('that is short has one page without letters', () => {
    const [page, ...others] = indexPages(index([entry('Adams'), entry('Bundy')]));
    expect(others).toEqual([]);
    expect(page?.jumps).toEqual([]);
    expect(page?.groups.map(({ heading }) => heading)).toEqual(['']);
  });

  it('has letters to jump to, accents and marks aside', () => {
    const names = [
      ...Array.from({ length: 30 }, (_, n) => `Adams ${n}`),
      'Ávila',
      '“Bundy”',
      '1st Army',
    ];
    const [page] = indexPages(index(names.map((name) => entry(name))));
    expect(page?.jumps.map(({ text }) => text)).toEqual(['A', 'B', '#']);
    expect(page?.jumps[0]?.address).toBe('/persons/index.html#site-A');
    expect(page?.groups[0]?.entries).toHaveLength(31);
  });

  it('that is long has pages; each entry is on one of them, and a letter leads to where it begins', () => {
    const names = Array.from(
      { length: 2600 },
      (_, n) => `${'ABC'[Math.floor(n / 1000)]}${String(n).padStart(4, '0')}`,
    );
    const pages = indexPages(index(names.map((name) => entry(name))));
    expect(pages.map(({ address }) => address).slice(0, 2)).toEqual([
      '/persons/index.html',
      '/persons/index/2.html',
    ]);
    expect(
      pages.flatMap(({ groups }) =>
        groups.flatMap(({ entries }) => entries.map(({ name }) => name)),
      ),
    ).toEqual(names);
    for (const { groups, jumps, pages: links } of pages) {
      expect(groups.flatMap(({ entries }) => entries).length).toBeLessThanOrEqual(750);
      expect(links).toHaveLength(pages.length);
      for (const { text, address } of jumps) {
        const [where, anchor] = address.split('#');
        const target = pages
          .find((page) => page.address === where)
          ?.groups.find((group) => group.anchor === anchor);
        expect(target?.heading).toBe(text);
        expect(target?.continued).toBe(false);
      }
    }
    for (const { groups } of pages) {
      const anchors = groups.map(({ anchor }) => anchor);
      expect(new Set(anchors).size).toBe(anchors.length);
    }
  });
});

describe('mentions', () => {
  it('are on the entry’s own page, and on others after it where they are many', () => {
    expect(entryPages(entry('few', { sentences: [3, 2] }), String)).toHaveLength(1);
    const pages = entryPages(
      entry('many', { sentences: Array.from({ length: 100 }, () => 6) }),
      String,
    );
    expect(pages.map(({ address }) => address)).toEqual(
      [1, 2, 3, 4].map((n) => `/persons/many${n > 1 ? `/${n}` : ''}.html`),
    );
    expect(pages.flatMap(({ mentions }) => mentions.map(({ document }) => document))).toHaveLength(
      100,
    );
    expect(pages[0]?.pages[0]?.text).toBe('d1 – d25');
  });

  it('of an entry that no text names leave it its page', () => {
    expect(entryPages(entry('nobody'), String)).toHaveLength(1);
  });

  it('has pages of the documents that a minister sent or received, too, each of them once', () => {
    const ids = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `d${from + n}`);
    const few = entryPages(
      entry('few', { sent: ids(0, 200), received: ids(200, 400), sentences: [2] }),
      String,
    );
    expect(few.map(({ documents }) => documents)).toEqual([
      { sent: ids(0, 200), received: ids(200, 400), written: [] },
    ]);
    const pages = entryPages(
      entry('many', { sent: ids(0, 900), received: ids(900, 1300), sentences: [2] }),
      String,
    );
    expect(pages.map(({ address }) => address).slice(0, 2)).toEqual([
      '/persons/many.html',
      '/persons/many/2.html',
    ]);
    expect(pages.flatMap(({ documents }) => documents.sent)).toEqual(ids(0, 900));
    expect(pages.flatMap(({ documents }) => documents.received)).toEqual(ids(900, 1300));
    for (const { documents, pages: links } of pages) {
      expect(documents.sent.length + documents.received.length).toBeLessThanOrEqual(450);
      expect(links).toHaveLength(pages.length);
    }
    expect(pages.map(({ mentions }) => mentions.length)).toEqual([
      1,
      ...pages.slice(1).map(() => 0),
    ]);
  });
});

describe('the chronology', () => {
  it('of a small edition is one page, by year and month; what is known to the year is first', () => {
    const pages = chronology(
      [],
      ['1964-05-31', '1964', '1952', '1964-05', '1964-06-01T10:00:00'].map(day),
    );
    expect(pages).toHaveLength(1);
    expect(
      pages[0]?.years.map(({ year, months }) => [
        year,
        months.map(({ month, moments }) => [month, moments.length]),
      ]),
    ).toEqual([
      ['1952', [[null, 1]]],
      [
        '1964',
        [
          [null, 1],
          ['05', 2],
          ['06', 1],
        ],
      ],
    ]);
  });

  it('of a large one begins with a calendar that leads to every month, on pages that are not long', () => {
    const days = Array.from({ length: 28 }, (_, n) => String(n + 1).padStart(2, '0'));
    const months = ['01', '05', '11'];
    const dates = [
      ...['1776-07-04', '1778'],
      ...['1964', '1965'].flatMap((year) =>
        months.flatMap((month) => days.map((d) => `${year}-${month}-${d}`)),
      ),
      ...days.flatMap((d) => Array.from({ length: 6 }, () => `1966-02-${d}`)),
    ];
    const [first, ...pages] = chronology([], dates.map(day));
    expect(pages.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        '/chronology/1770s.html',
        '/chronology/1964.html',
        '/chronology/1966-02-01.html',
      ]),
    );
    const ids = new Map(
      pages.map(({ address, years }) => [
        address,
        years.flatMap(({ anchor, months }) => [anchor, ...months.map(({ anchor }) => anchor)]),
      ]),
    );
    let counted = 0;
    for (const { year, address, cells } of first?.calendar ?? []) {
      const links = [address, ...cells.flatMap((cell) => cell?.address ?? [])];
      for (const link of links) {
        const [where = '', anchor = ''] = link.split('#');
        expect(ids.get(where), `${year}: ${link}`).toContain(anchor);
      }
      counted += cells.reduce((sum, cell) => sum + (cell?.count ?? 0), 0);
    }
    expect(counted).toBe(dates.length);
    for (const { years } of pages) {
      expect(
        years.flatMap(({ months }) => months.flatMap(({ moments }) => moments)).length,
      ).toBeLessThanOrEqual(120);
    }
    expect(pages.map(({ previous }) => previous?.address ?? null).slice(1)).toEqual(
      pages.map(({ address }) => address).slice(0, -1),
    );
  });

  it('omits a date that only the datelines of documents have', () => {
    expect(chronology([], [entry('date 1964', { filedAs: '1964', written: ['d1'] })])).toEqual([]);
  });

  it('puts documents among the dates, each with its own day', () => {
    const document = {
      id: 'd1',
      header: { date: { earliest: '1964-05-02', text: 'May 2' } },
    } as unknown as SiteDocument;
    const undated = { id: 'd2', header: { date: null } } as unknown as SiteDocument;
    const [page] = chronology([document, undated], [day('1964-05-01'), day('1964-05-03')]);
    const moments = page?.years[0]?.months[0]?.moments ?? [];
    expect(moments.map(({ at, document }) => document?.id ?? at)).toEqual([
      '1964-05-01',
      'd1',
      '1964-05-03',
    ]);
  });

  it('shows the first sentences of a date, document by document', () => {
    const { mentions } = entry('date', { sentences: [2, 4, 1] });
    const site = {
      document: (id: string) => ({ id, address: '', title: id, header: {} }),
    } as unknown as Site;
    const shown = firstSentences(site, mentions);
    expect(shown.map(({ document, shown }) => [document.id, shown])).toEqual([
      ['d1', 2],
      ['d2', 1],
    ]);
  });
});

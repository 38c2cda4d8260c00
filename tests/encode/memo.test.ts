/**
 * The memo's mentions, one by one, in the order of the text: each was read against the memo and
 * `tei/authorities`.
 *
 * A row names the element that holds the mentions, then each mention as "words = entry or date".
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elements, encoded, ROOT } from './tei.ts';

const MENTIONS: readonly (readonly [within: string, mentions: readonly string[]])[] = [
  ['head', ['Department of State = o_state', 'Read = p_read', 'Bundy = p_bundy']],
  [
    'n1',
    [
      'Johnson Library = o_johnson-library',
      'Bolivia = pl_bolivia',
      'December 1963–July 1964 = 1963-12/1964-07',
      'State Department = o_state',
      'Nicholas V. McCausland = p_mccausland',
      'ARA = o_ara',
      'Henry E. Mattox = p_mattox',
      'INR = o_inr',
      'Allen D. Gordon = p_gordon',
      'AID = o_aid',
      'Robert W. Adams = p_adams',
      'National Archives and Records Administration = o_nara',
      'RG = t_rg',
      '1964–66 = 1964/1966',
    ],
  ],
  ['i1', ['May 31 = 1964-05-31', 'Bolivia = pl_bolivia']],
  [
    'p1',
    [
      'Paz = p_paz',
      'National Revolutionary Movement = o_mnr',
      'MNR = o_mnr',
      '1952 = 1952',
      'late last year = 1963-09..1963-12',
      'United States = pl_united-states',
      'Lechin = p_lechin',
      'MNR = o_mnr',
    ],
  ],
  [
    'n2',
    [
      'United States = pl_united-states',
      'Kennedy = p_kennedy',
      'Paz = p_paz',
      'October 23, 1963 = 1963-10-23',
      '1961–1963 = 1961/1963',
      'Cuba = pl_cuba',
    ],
  ],
  ['p1', ['Lechin = p_lechin', 'MNR = o_mnr', 'Paz = p_paz', 'May 31 = 1964-05-31']],
  [
    'p2',
    [
      'April = 1964-04',
      'Siles = p_siles',
      '1956–1960 = 1956/1960',
      'Spain = pl_spain',
      'Lechin = p_lechin',
      'MNR = o_mnr',
      'Paz = p_paz',
    ],
  ],
  ['h2', ['Paz = p_paz']],
  [
    'p3',
    [
      'Rene Barrientos = p_barrientos',
      'Paz = p_paz',
      'Paz = p_paz',
      'earlier this month = 1964-05',
      'Paz = p_paz',
    ],
  ],
  [
    'n3',
    [
      'Barrientos = p_barrientos',
      'La Paz = pl_la-paz',
      'May 4 = 1964-05-04',
      'La Paz = pl_la-paz',
      'May 16 = 1964-05-16',
      'La Paz = pl_la-paz',
      'May 25 = 1964-05-25',
      'May 15 = 1964-05-15',
      'Edward J. Fox, Jr. = p_fox',
      'La Paz = pl_la-paz',
      'Barrientos = p_barrientos',
      'Paz = p_paz',
      'Fox = p_fox',
      'Barrientos = p_barrientos',
      'Barrientos = p_barrientos',
      'Paz = p_paz',
      'Paz = p_paz',
      'Department of the Army = o_army',
      'May 18 = 1964-05-18',
      'Central Intelligence Agency = o_cia',
      'Latin America Division = o_cia-latin-america',
    ],
  ],
  [
    'p3',
    [
      'Paz = p_paz',
      'Barrientos = p_barrientos',
      'Siles = p_siles',
      'Paz = p_paz',
      'May 31 = 1964-05-31',
    ],
  ],
  ['h3', ['United States = pl_united-states']],
  [
    'p4',
    [
      'Paz = p_paz',
      'United States = pl_united-states',
      'Alliance for Progress = o_alliance-for-progress',
      'Lechin = p_lechin',
      'Siles = p_siles',
      'Paz = p_paz',
      'Paz = p_paz',
    ],
  ],
  [
    'n4',
    [
      'Embassy in La Paz = o_embassy-la-paz',
      'La Paz = pl_la-paz',
      'Paz = p_paz',
      'June 1 = 1964-06-01',
      'National Archives and Records Administration = o_nara',
      'RG = t_rg',
      '1964–66 = 1964/1966',
    ],
  ],
  [
    'p5',
    [
      'Paz = p_paz',
      'Bolivia = pl_bolivia',
      'Alliance for Progress = o_alliance-for-progress',
      'Lechin = p_lechin',
      'Bolivia = pl_bolivia',
      'Paz = p_paz',
      'Lechin = p_lechin',
      'Paz = p_paz',
    ],
  ],
  ['signed', ['Benjamin H. Read = p_read']],
  ['n5', ['Grant G. Hilliker = p_hilliker', 'Read = p_read', 'Read = p_read']],
];

const KINDS = new Set(['persName', 'orgName', 'placeName', 'term', 'date']);

const memo = elements(encoded(join(ROOT, 'tei', 'sources', 'd149.txt')));
const inText = memo.filter(({ path }) => path.startsWith('TEI/text/'));
const found = inText.filter(({ name }) => KINDS.has(name));

describe('the memo’s mentions', () => {
  const expected = MENTIONS.flatMap(([within, mentions]) =>
    mentions.map((mention) => `${within}: ${mention}`),
  );
  const actual = found.map(
    ({ within, text, attributes }) =>
      `${within.replace('d149-', '')}: ${text} = ${meant(attributes)}`,
  );

  for (const [index, mention] of expected.entries()) {
    it(`${index + 1}. ${mention}`, () => expect(actual[index]).toBe(mention));
  }

  it('are all there are', () => expect(actual).toHaveLength(expected.length));

  it('each say that the program made them, and how sure it is', () => {
    for (const { attributes } of found) {
      expect(attributes['resp']).toBe('#siglum');
      expect(attributes['cert']).toMatch(/^(high|medium|low)$/);
    }
  });

  it('name the person only, the office aside, and never a part of a place', () => {
    const persons = found.filter(({ name }) => name === 'persName').map(({ text }) => text);
    expect(persons.every((name) => !/President|Colonel|La Paz/.test(name))).toBe(true);
    expect(
      inText.filter(({ name, text }) => name === 'placeName' && text === 'La Paz'),
    ).toHaveLength(5);
  });
});

describe('the memo’s other marks', () => {
  const first = (name: string) => inText.find((seen) => seen.name === name);

  it('keeps the words that could not be printed as a gap', () => {
    expect(first('gap')?.attributes['reason']).toBe('not-declassified');
    expect(first('gap')?.text).toBe('[file name not declassified]');
  });

  it('distinguishes the editors’ insertion from the document’s words', () => {
    expect(first('supplied')?.text).toBe('[Barrientos]');
    expect(first('supplied')?.attributes['resp']).toBe('#historian');
  });

  it('begins the pages at their very place, in the middle of a sentence', () => {
    const breaks = inText.filter(({ name }) => name === 'pb');
    expect(breaks.map(({ attributes }) => attributes['xml:id'])).toEqual([
      'd149-pg338',
      'd149-pg339',
    ]);
    expect(breaks[0]?.path).toBe('TEI/text/body/div/div/p/date/pb');
  });

  it('cites telegrams by their numbers, the volume by series and title', () => {
    const numbers = inText.filter(
      ({ name, attributes }) => name === 'idno' && attributes['type'] === 'telegram',
    );
    expect(numbers.map(({ text }) => text)).toEqual(['575', '1515', '1547', '1580']);
    expect(inText.filter(({ name }) => name === 'title').map(({ text }) => text)).toEqual([
      'Foreign Relations',
      'American Republics and Cuba',
    ]);
  });
});

function meant({
  ref,
  when,
  from,
  to,
  notBefore,
  notAfter,
}: Readonly<Record<string, string>>): string {
  if (ref) return ref.slice(1);
  return when ?? (from ? `${from}/${to}` : `${notBefore}..${notAfter}`);
}

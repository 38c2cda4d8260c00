/**
 * Datelines: which lines are datelines, the places and dates in them, and the values of the dates.
 */
import { describe, expect, it } from 'vitest';
import { datingOfDateline, readDateline } from '../../pipeline/encode/dates/letter/dateline.ts';
import { readRomanDay } from '../../pipeline/encode/dates/letter/roman-day.ts';

/** Places, then dates as `words=value`, of a dateline. */
function read(text: string): { places: string[]; dates: string[] } | undefined {
  const dateline = readDateline(text);
  if (!dateline) return undefined;
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    places: dateline.places.map(words),
    dates: dateline.dates.map(
      (d) =>
        `${words(d)}=${d.dating?.when ?? (d.dating ? `${d.dating.from ?? d.dating.notBefore}/${d.dating.to ?? d.dating.notAfter}` : '')}`,
    ),
  };
}

describe('readDateline', () => {
  it.each<[string, string[], string[]]>([
    ['Washington, February 24, 1968.', ['Washington'], ['February 24, 1968=1968-02-24']],
    ['Washington , March 12, 1960 .', ['Washington'], ['March 12, 1960=1960-03-12']],
    [
      'Hong Kong, April 9, 1964, 5:39 p.m.',
      ['Hong Kong'],
      ['April 9, 1964, 5:39 p.m.=1964-04-09T17:39:00'],
    ],
    [
      'Vientiane, August 3, 1966, 0521Z.',
      ['Vientiane'],
      ['August 3, 1966, 0521Z=1966-08-03T05:21:00Z'],
    ],
    [
      'Saigon, October 6, 1961, midnight.',
      ['Saigon'],
      ['October 6, 1961, midnight=1961-10-06T00:00:00'],
    ],
    ['Ankara, November 6, 1963, noon.', ['Ankara'], ['November 6, 1963, noon=1963-11-06T12:00:00']],
    [
      'Santiago , August 12, 1959—7 p.m.',
      ['Santiago'],
      ['August 12, 1959—7 p.m.=1959-08-12T19:00:00'],
    ],
    ['Lima, May 3, 1961–6:50 p.m.', ['Lima'], ['May 3, 1961–6:50 p.m.=1961-05-03T18:50:00']],
    ['New York—October 1, 1963', ['New York'], ['October 1, 1963=1963-10-01']],
    ['Lisbon, September 1965.', ['Lisbon'], ['September 1965=1965-09']],
    ['London, 5 May 1964', ['London'], ['5 May 1964=1964-05-05']],
    ['Paris, December 13 – 15, 1961', ['Paris'], ['December 13 – 15, 1961=1961-12-13/1961-12-15']],
    ['Moscow, May 29–June 2, 1988.', ['Moscow'], ['May 29–June 2, 1988=1988-05-29/1988-06-02']],
    ['Washington, undated.', ['Washington'], ['undated=']],
    ['Washington, [undated].', ['Washington'], ['undated=']],
    ['Undated.', [], ['Undated=']],
    ['March 26, 1954.', [], ['March 26, 1954=1954-03-26']],
    ['[Palm Beach], December 27, 1961.', ['Palm Beach'], ['December 27, 1961=1961-12-27']],
    ['[Saigon, October 23, 1961.]', ['Saigon'], ['October 23, 1961=1961-10-23']],
    [
      '[place not declassified], March 9, 1954.',
      ['[place not declassified]'],
      ['March 9, 1954=1954-03-09'],
    ],
    [
      'White House, Washington, December 3, 1959',
      ['White House, Washington'],
      ['December 3, 1959=1959-12-03'],
    ],
    ['Quai d’Orsay, Paris, May 3, 1961.', ['Quai d’Orsay, Paris'], ['May 3, 1961=1961-05-03']],
    [
      'Rio de Janeiro and Santos, May 3, 1961.',
      ['Rio de Janeiro', 'Santos'],
      ['May 3, 1961=1961-05-03'],
    ],
    ['Aboard Air Force One, May 3, 1961.', ['Aboard Air Force One'], ['May 3, 1961=1961-05-03']],
    [
      'SecDel/MC/67 Oslo, October 4, 1962, 3 p.m.',
      ['Oslo'],
      ['October 4, 1962, 3 p.m.=1962-10-04T15:00:00'],
    ],
    ['Vientiane May 3, 1966.', ['Vientiane'], ['May 3, 1966=1966-05-03']],
    ['Washington, November 16. 1961.', ['Washington'], ['November 16. 1961=1961-11-16']],
    ['Lima, May 3, 1966, 0909xZ.', ['Lima'], ['May 3, 1966=1966-05-03']],
    [
      'Moscow, June 3, 1951—7 p.m.—received June 3—4:12 p.m.',
      ['Moscow'],
      ['June 3, 1951—7 p.m.=1951-06-03T19:00:00'],
    ],
  ])('%s', (text, places, dates) => {
    expect(read(text)).toEqual({ places, dates });
  });

  it('gives the day and a range of times as two dates, as the series encodes them', () => {
    expect(read('Washington, June 10, 1970, 11:15 a.m.–12:03 p.m.')?.dates).toEqual([
      'June 10, 1970=1970-06-10',
      '11:15 a.m.–12:03 p.m.=1970-06-10T11:15:00/1970-06-10T12:03:00',
    ]);
    expect(read('Ottawa, July 6, 1964, noon-2 p.m.')?.dates[1]).toBe(
      'noon-2 p.m.=1964-07-06T12:00:00/1964-07-06T14:00:00',
    );
    expect(read('Washington, June 10, 1970, 7:30 p.m.–1 a.m.')?.dates[1]).toBe(
      '7:30 p.m.–1 a.m.=1970-06-10T19:30:00/1970-06-11T01:00:00',
    );
    expect(read('Washington, May 3, 1970, 10–11:30 a.m.')?.dates[1]).toBe(
      '10–11:30 a.m.=1970-05-03T10:00:00/1970-05-03T11:30:00',
    );
    expect(read('Washington, May 3, 1970, 11–1 p.m.')?.dates[1]).toBe(
      '11–1 p.m.=1970-05-03T11:00:00/1970-05-03T13:00:00',
    );
  });

  it.each([
    'March 1964 Developments',
    'January 1964',
    'Washington',
    'In Washington, on May 3, 1964, they met.',
    'They met in Washington, May 3, 1964.',
    'Minutes of the Meeting of the 303 Committee, 25 June 1965',
    'DECISIONS TAKEN AT A MEETING OF 9 JUNE 1954',
    'Major—June 1944',
    'Date: April 26, 1967.',
    'President of the Republic, February 1946–September 1955.',
    'SUBJECT',
    '',
  ])('is not a dateline: %s', (text) => {
    expect(readDateline(text)).toBeUndefined();
  });
});

describe('datingOfDateline', () => {
  it('gives the document its day, and nothing where it is undated', () => {
    const dateline = readDateline('Washington, June 10, 1970, 10–11 a.m.');
    expect(dateline && datingOfDateline(dateline)).toEqual({ when: '1970-06-10' });
    const undated = readDateline('Washington, undated.');
    expect(undated && datingOfDateline(undated)).toBeUndefined();
  });
});

describe('readRomanDay', () => {
  it.each([
    ['pridie Idus Martias 1541', '1541-03-14'],
    ['4. Cal. Maii anno 1536', '1536-04-28'],
    ['Kal. Sept. 1530', '1530-09-01'],
  ])('%s', (text, when) => {
    expect(readRomanDay(text, 0)?.dating).toEqual({ when });
  });

  it.each(['Calcutta Nov. 1824', 'California Oct. 1850', 'Idaho Nov 1790', 'Nonnberg, Maii 1536'])(
    '%s is none',
    (text) => {
      expect(readRomanDay(text, 0)).toBeUndefined();
    },
  );
});

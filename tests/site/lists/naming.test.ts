/**
 * Names of pages, relative addresses, strings of the interface, small wordings: what the layouts
 * rely on.
 */
import { describe, expect, it } from 'vitest';
import { relativeAddress } from '../../../pipeline/publish/addresses/relative.ts';
import { openInterface } from '../../../pipeline/publish/interface/strings.ts';
import { coordinatesInWords, lifeDates } from '../../../pipeline/publish/interface/wording.ts';
import { nameSlugs } from '../../../pipeline/publish/site/open/slugs.ts';
import type { LifeDate } from '../../../pipeline/transform/model.ts';

describe('names of pages', () => {
  it('are the entry’s name in plain letters', () => {
    expect(nameSlugs([{ id: 'p1', addressName: 'Víctor Paz Estenssoro' }]).get('p1')).toBe(
      'victor-paz-estenssoro',
    );
  });

  it('hang on the identifier where two entries have one name, whatever their order', () => {
    const entries = [
      { id: 'p_2', addressName: 'John Smith' },
      { id: 'p_1', addressName: 'John Smith' },
    ];
    const named = nameSlugs(entries);
    expect(named).toEqual(nameSlugs([...entries].reverse()));
    expect([named.get('p_1'), named.get('p_2')]).toEqual(['john-smith-p-1', 'john-smith-p-2']);
  });

  it('are never empty, never the index’s, never the same twice', () => {
    const named = nameSlugs([
      { id: 'a_b', addressName: '中' },
      { id: 'a-b', addressName: '中' },
      { id: 'x', addressName: 'Index' },
      { id: 'y', addressName: 'Index X' },
    ]);
    expect(new Set(named.values()).size).toBe(4);
    expect([...named.values()]).not.toContain('index');
    expect([...named.values()]).not.toContain('');
  });
});

describe('long names of pages', () => {
  it('end with a whole word', () => {
    const words =
      'Central Intelligence Agency Job 90 1156R Directorate for Operations Latin America Division Files';
    expect(nameSlugs([{ id: 's', addressName: words }]).get('s')).toBe(
      'central-intelligence-agency-job-90-1156r-directorate-for-operations-latin',
    );
  });
});

describe('addresses', () => {
  it.each([
    ['/persons/x.html', '/documents/d1.html', '../persons/x.html'],
    ['/documents/d2.html#p3', '/documents/d1.html', 'd2.html#p3'],
    ['/index.html', '/documents/', '../index.html'],
    ['/assets/a.css', '/', 'assets/a.css'],
  ])('%s seen from %s is %s', (address, page, seen) => {
    expect(relativeAddress(address, page)).toBe(seen);
  });
});

describe('strings of the interface', () => {
  it('fill in values and take the plural form', () => {
    const { say } = openInterface('en');
    expect(say('page', { n: '338' })).toBe('Page 338');
    expect(say('mentions.count', { n: 1 })).toBe('1 mention');
    expect(say('mentions.count', { n: 20 })).toBe('20 mentions');
  });

  it('fall back to English for a language without a file, and never to a file outside the folder', () => {
    expect(openInterface('xx-YY').language).toBe('en');
    expect(openInterface('../../package').language).toBe('en');
    expect(openInterface(null).language).toBe('en');
  });
});

describe('wordings', () => {
  it('give the years of a life as far as they are known', () => {
    const date = (when: string | null, limits: string[] = []) => ({
      words: null,
      dating: null,
      when,
      limits,
      note: null,
    });
    const years = (birth: LifeDate | null, death: LifeDate | null): string =>
      lifeDates({ birth, death }, openInterface('en'));
    expect(years(date('1907-10-02'), date('2001'))).toBe('1907–2001');
    expect(years(date(null, ['1912', '1915']), date('2001-08-27'))).toBe('1912/1915–2001');
    expect(years(date('1925'), null)).toBe('1925–');
    expect(years(date('-0100-07-12'), date('-0044'))).toBe('100 BCE–44 BCE');
    expect(years(null, null)).toBe('');
  });

  it('give coordinates with their hemispheres', () => {
    expect(coordinatesInWords('-16.5 -68.15', openInterface('en'))).toBe('16.5° S, 68.15° W');
    expect(coordinatesInWords('somewhere', openInterface('en'))).toBe('somewhere');
  });
});

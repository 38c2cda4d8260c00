/**
 * Dates that do not exist and ranges that end before they begin are found in any TEI, each at its
 * place; others are not reported.
 */
import { describe, expect, it } from 'vitest';
import { dateFindings, lifeFindings } from '../../pipeline/check/dates/dates.ts';
import { languageFindings } from '../../pipeline/check/languages.ts';
import { formatFinding } from '../../pipeline/core/finding.ts';
import { withPossibleDates } from '../../pipeline/xml/dates/possible-dates.ts';
import { readTree } from '../../pipeline/xml/tree.ts';

function found(element: string): string[] {
  const content = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>\n  ${element}</text></TEI>`;
  return dateFindings(readTree({ path: 'd.xml', content }), 'd.xml').map(formatFinding);
}

describe('errors', () => {
  it.each([
    [
      '<date when="2021-02-30"/>',
      /^d\.xml:2:3: error: when="2021-02-30" on <date> is not an existing date: February 2021 has 28 days \[date\/impossible\]$/,
    ],
    ['<date when="1900-02-29"/>', /February 1900 has 28 days/],
    ['<date when="1914-04-31"/>', /April 1914 has 30 days/],
    ['<date when="1914-13"/>', /there is no month 13/],
    ['<date when="1914-00-01"/>', /there is no month 0/],
    ['<date when="1914-01-00"/>', /January 1914 has 31 days/],
    ['<date when="--02-30"/>', /February has 29 days/],
    ['<date when="---32"/>', /has 31 days/],
    ['<time when="25:00:00"/>', /a day has no hour 25/],
    ['<time when="12:61:00"/>', /an hour has no minute 61/],
    ['<date when="1914-07-28T24:00:01"/>', /a day has no hour 24/],
    ['<birth when="-0044-02-30"/>', /February -44 has 2[89] days/],
    [
      '<date when="1914-7-28"/>',
      /when="1914-7-28" on <date> is not written as a date; write 1914-07-28 \[date\/malformed\]/,
    ],
    ['<date when="28.7.1914"/>', /write 1914-07-28/],
    ['<date when="914"/>', /write 0914/],
    ['<date when="-44"/>', /write -0044/],
    ['<date when="28 July 1914"/>', /is not written as a date; write it as in 1914/],
    ['<date when=""/>', /is not written as a date/],
    ['<date when="2021-2-30"/>', /is not an existing date: February 2021 has 28 days/],
    ['<time when="10:00"/>', /write 10:00:00 /],
    ['<time when="T9:05Z"/>', /write 09:05:00Z /],
    ['<date when="1914-07-28T10:00"/>', /write 1914-07-28T10:00:00 /],
    ['<time when="25:00"/>', /a day has no hour 25/],
    ['<date from="1915" to="1914"/>', /from="1915" on <date> is after to="1914"; exchange the two/],
    ['<date from="1914-07-28" to="1914-07-27"/>', /date\/reversed/],
    [
      '<event notBefore="1915-02" notAfter="1915-01-31"/>',
      /notBefore="1915-02" on <event> is after notAfter/,
    ],
    ['<date from="1915" notAfter="1914"/>', /is after notAfter/],
    ['<date from="-0043" to="-0044"/>', /is after/],
    ['<time from="1914-07-28T12:00:00" to="1914-07-28T11:59:59"/>', /is after/],
    ['<date from="1914-07-28T12:00:00Z" to="1914-07-28T12:30:00+02:00"/>', /is after/],
    ['<date when-iso="20210230"/>', /when-iso="20210230" on <date> is not an existing date/],
    ['<date when-iso="2021-366"/>', /no more than 365 days/],
    ['<date when-iso="2021-W54"/>', /no more than 53 weeks/],
    ['<date when-iso="1915/1914"/>', /ends before it begins/],
    [
      '<date from-iso="1915-01-01" to-iso="19141231"/>',
      /from-iso="1915-01-01" on <date> is after to-iso/,
    ],
    ['<persName notBefore-iso="1914-7-28"/>', /write 1914-07-28/],
  ])('%s', (element, message) => {
    const findings = found(element);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(message);
  });
});

describe('correct input', () => {
  it.each([
    '<date when="2020-02-29"/>',
    '<date when="2000-02-29"/>',
    '<date when="--02-29"/>',
    '<date when="-0044-03-15"/>',
    '<date when="-10000"/>',
    '<date when="12000-01-01"/>',
    '<date when="1914-07-28T24:00:00"/>',
    '<date when="1914-07-28+02:00"/>',
    '<time when="14:30:00.5Z"/>',
    '<date from="1914" to="1914-01-01"/>',
    '<date from="1914-12-31" to="1914"/>',
    '<date from="-0044" to="-0043"/>',
    '<date from="-0005" to="0005"/>',
    '<date from="1914-07-28T12:00:00Z" to="1914-07-28T11:00:00"/>',
    '<date from="1914-07-28T12:00:00+02:00" to="1914-07-28T11:00:00Z"/>',
    '<date from="--07-28" to="--01-01"/>',
    '<date when-iso="20210228"/>',
    '<date when-iso="2021-W53-7"/>',
    '<date when-iso="2020-366"/>',
    '<date when-iso="1914-07-28/1918-11-11"/>',
    '<date when-iso="P3D"/>',
    '<date when-iso="1914-07-28T14:30"/>',
    '<date when-iso="19140728T1430"/>',
    '<date when-custom="2021-02-30"/>',
    '<date when-custom="a.u.c. 500" datingMethod="#roman"/>',
    '<biblScope unit="page" from="12" to="4"/>',
    '<locus from="12v" to="3r"/>',
    '<app from="#b" to="#a"/>',
    '<span from="#a" to="#b"/>',
    '<x xmlns="urn:x" when="never"/>',
  ])('%s', (element) => expect(found(element)).toEqual([]));
});

describe('stylesheets read no impossible date', () => {
  const read = (element: string): string => {
    const start = '<TEI xmlns="http://www.tei-c.org/ns/1.0">';
    return withPossibleDates(`${start}${element}</TEI>`).slice(start.length, -'</TEI>'.length);
  };

  it.each([
    ['<date when="1850-02-30">a</date>', '<date>a</date>'],
    [`<date n="a>b" when = '1850-02-30'/>`, `<date n="a>b" when-custom = '1850-02-30'/>`],
    [
      '<date when="1850-02-28" when-iso="18500230"/>',
      '<date when="1850-02-28" when-custom="18500230"/>',
    ],
    ['<date when="1850-02-30" when-iso="1850-02-31"/>', '<date when-custom="1850-02-30"/>'],
    ['<date from="1850" to="1849">a</date>', '<date>a</date>'],
    ['<date when="1850&#45;02-30">a</date>', '<date>a</date>'],
    ['<birth notBefore="1850" notAfter="1850-13">a</birth>', '<birth notBefore="1850">a</birth>'],
  ])('%s', (element, text) => expect(read(element)).toBe(text));

  it.each([
    '<date when="1914-7-28">a</date>',
    '<locus from="1850" to="1849"/>',
    '<!-- <date when="1850-02-30"/> --><p><![CDATA[<date when="1850-02-30"/>]]></p>',
    '<x xmlns="urn:x" when="1850-02-30"/>',
  ])('%s stays', (element) => expect(read(element)).toBe(element));
});

describe('a death before the birth', () => {
  const life = (dates: string): string[] => {
    const content = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="k1">\n  ${dates}</person></TEI>`;
    return lifeFindings(readTree({ path: 'd.xml', content }), 'd.xml').map(formatFinding);
  };

  it.each([
    '<death when="1840"/><birth when="1850"/>',
    '<death notAfter="1849"/><birth notBefore="1850" notAfter="1852"/>',
    '<death when="-0100"/><birth when="-0044"/>',
    '<death when-iso="18400101"/><birth when="1850-05"/>',
  ])('%s', (dates) =>
    expect(life(dates)).toEqual([
      expect.stringMatching(
        /^d\.xml:2:3: error: the death of the person “k1” is before the birth; .*\[date\/reversed\]$/,
      ),
    ]),
  );

  it.each([
    '<birth when="1850"/><death when="1850"/>',
    '<birth notBefore="1850"/><death notAfter="1850"/>',
    '<birth notAfter="1850"/><death notBefore="1840"/>',
    '<birth when="1850"/><birth when="1830"/><death when="1840"/>',
    '<birth when="unknown"/><death when="1840"/>',
    '<birth when="1850"/>',
  ])('is none in %s', (dates) => expect(life(dates)).toEqual([]));
});

describe('a language tag', () => {
  const tags = (...values: string[]): string[] => {
    const texts = values.map((tag) => `<p xml:lang="${tag}"/>`).join('');
    const content = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${texts}</TEI>`;
    return languageFindings(readTree({ path: 'd.xml', content }), 'd.xml').map(
      ({ message }) => /"(.*?)" on <p>/.exec(message)?.[1] ?? '',
    );
  };

  it('that is not well-formed is reported once', () =>
    expect(tags('!!', 'de DE', 'de_DE', 'de DE', 'd', 'x')).toEqual([
      '!!',
      'de DE',
      'de_DE',
      'd',
      'x',
    ]));

  it('of any registered form is none', () =>
    expect(tags('de', 'grc', 'en-GB', 'zh-Hant-TW', 'x-own', 'sl-rozaj', 'i-klingon', '')).toEqual(
      [],
    ));
});

/** The forms at the head of memoranda and telegrams: sender, addressee, date, subject. */
import { describe, expect, it } from 'vitest';
import { bodyOf, encoded } from '../encode/in-process.ts';

const TEXT = 'The gates are to be closed on Friday.\n\nThomas L. Wentworth\n';

/** Each correspAction as `sent: name` or `received: name`, with the element of the name. */
function parties(text: string): string[] {
  const { tei } = encoded(text);
  return [...tei.matchAll(/<correspAction type="(\w+)">\s*<(\w+)[^>]*>([^<]*)</g)].map(
    ([, type, element, name]) => `${type} ${element} ${name}`,
  );
}

describe('the form of a memorandum', () => {
  const lines = [
    'TO: The Chief Engineer',
    'FROM: Dams - Thomas L. Wentworth',
    'DATE: May 12, 1937',
    'SUBJECT: Spillway gates',
  ];
  it.each([
    ['in one block', lines.join('\n')],
    ['in a block each', lines.join('\n\n')],
  ])('%s', (_, form) => {
    const text = `MEMORANDUM\n\n${form}\n\n${TEXT}`;
    const body = bodyOf(text);
    expect(body).toContain(
      '<dateline>DATE: <date when="1937-05-12" cert="high">May 12, 1937</date>',
    );
    expect(body).toMatch(
      /<opener>.*TO: The Chief Engineer.*SUBJECT: Spillway gates<\/note><\/opener>/,
    );
    expect(body).not.toMatch(/<placeName/);
    expect(parties(text)).toEqual([
      'sent persName Thomas L. Wentworth',
      'received orgName The Chief Engineer',
    ]);
  });
});

describe('the form of a telegram', () => {
  it('has the place of no addressee as the place of writing, and a day without year no value', () => {
    const text =
      'TELEGRAM\n\nFrom: Consulate PORTO\nTo: Secretary of State, WASHINGTON\n' +
      `No. 14, May 4, 7 p.m.\nPRIORITY\n\n${TEXT}`;
    expect(bodyOf(text)).toMatch(
      /<dateline>No\. 14, <date cert="low">May 4<\/date>.*<seg type="classification">PRIORITY/,
    );
    expect(parties(text)).toEqual([
      'sent orgName Consulate PORTO',
      'received orgName Secretary of State, WASHINGTON',
    ]);
    expect(encoded(text).tei).not.toMatch(/<correspAction[^>]*>[^/]*\/\w+>\s*<placeName/);
  });

  it('is read in German', () => {
    const text = `Telegramm\n\nVon: Gesandtschaft Bern\nAn: Herrn Karl Rehberg\n\nDer Rat hat heute die Mobilmachung beschlossen und wird morgen tagen.\n\nRomberg\n`;
    expect(parties(text)).toEqual([
      'sent orgName Gesandtschaft Bern',
      'received persName Karl Rehberg',
    ]);
  });
});

it('sentences that begin with such words are no form', () => {
  const text =
    'Notes\n\nA paragraph about the dam, which has many words.\n\n' +
    'From: the first day we saw that nothing would come of it.\nIt had been tried before.\n';
  expect(bodyOf(text)).not.toContain('opener');
});

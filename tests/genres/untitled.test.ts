/**
 * Texts that begin without a title, and texts with title and headings marked in the source. Texts
 * written for this.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';
import { readMarkdown } from '../../pipeline/encode/sources/markdown.ts';

const context = createEncodingContext(openEdition(join(PROGRAM, 'tei')), []);

type Source = Partial<Parameters<typeof encodeDocument>[0]> & { readonly text: string };

function encode(source: Source) {
  const hashed = { ...source, hash: 'ni:///sha-256;x' };
  const { tei, untitled, genre } = encodeDocument(hashed, 'd1', 'd1.txt', context);
  const plain = tei
    .replace(/ (?:xml:id|resp|cert)="[^"]*"/g, '')
    .replace(/<\/?(?:persName|placeName)>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><');
  const body = /<div type="document"[^>]*>(.*)<\/div><\/body>/.exec(plain)?.[1] ?? '';
  const title = /<title type="main"[^>]*>(.*?)<\/title>/.exec(plain)?.[1];
  return { body, title, untitled, genre: genre.genre.name };
}

describe('a text without a title has no head; dateline or first words serve as the title', () => {
  it('a letter that begins with its dateline', () => {
    const { body, title, untitled } = encode({
      text: 'Graz, den 2. März 1847.\n\nLiebe Schwester!\n\nDie Kiste ist gestern angekommen, und alles war ganz, auch das Glas.\n\nNun sei herzlich gegrüßt von Deinem Bruder\n\nAnton\n',
    });
    expect(untitled).toBe(true);
    expect(title).toBe('Anton, Graz, den 2. März 1847');
    expect(body).toMatch(
      /^<opener><dateline>Graz, <date when="1847-03-02">den 2. März 1847<\/date>\.<\/dateline><salute>/,
    );
    expect(body).toContain(
      '<closer><salute>Nun sei herzlich gegrüßt von Deinem Bruder</salute><signed>Anton</signed></closer>',
    );
  });

  it('a letter signed by a servant is of the person below that word', () => {
    const { title } = encode({
      text: 'Göttingen, d. 4ten Januar 1821.\n\nHochgeehrter Herr Professor!\n\nEw. Wohlgeboren gütiges Schreiben habe ich mit dem lebhaftesten Danke erhalten.\n\nMit der vorzüglichsten Hochachtung habe ich die Ehre zu seyn\n\nEw. Wohlgeboren\ngehorsamster Diener\nC. L. Harding\n',
    });
    expect(title).toBe('C. L. Harding, Göttingen, d. 4ten Januar 1821');
  });

  it('a will with a long first sentence', () => {
    const { body, untitled } = encode({
      text: 'In the name of God Amen. I William Tapp of Stroud in the county of Gloucester, clothier, being of sound mind though weak in body, and mindful of the uncertainty of this life, do make this my last will and testament in manner following.\n\nFirst I give to my wife my house in the Shambles.\n',
    });
    expect(untitled).toBe(true);
    expect(body).toMatch(/^<p>In the name of God Amen\./);
  });

  it('a diary with its first day on the first line; a day is not a note to a year', () => {
    const { body, genre } = encode({
      text: '12. Januar 1915\n\nHeute früh Schnee.\n\n13. Januar\n\nNichts Neues.\n\n15. Januar\n\nBrief von Heinrich.\n',
    });
    expect(genre).toBe('diary');
    expect(body).toMatch(
      /^<div type="entry"><head><date when="1915-01-12">12\. Januar 1915<\/date>/,
    );
    expect(body).toContain('<head><date when="1915-01-15">15. Januar</date></head>');
  });

  it.each([
    [
      'a play that begins with its first act',
      'ACT I\n\nSCENE I. A kitchen.\n\nTOM. Is it on?\n\nANN. It is.\n\nTOM. Good.\n\nANN. So.\n',
      '<div type="act"><head>ACT I</head><div type="scene">',
    ],
    [
      'a poem',
      'The wind is in the barley now,\n  The rook is on the bough,\nAnd she is far away.\n\nThe moon is on the water still,\n  The owl is in the tower,\nAnd I have lost the hour.\n',
      '<lg><l>The wind is in the barley now,</l>',
    ],
    [
      'minutes that begin with a long clause',
      `En la ciudad de La Plata, a quince días de julio, se juntaron ${'los señores regidores y alcaldes, '.repeat(5)}y acordaron lo siguiente:\n\nQue se repare el puente.\n`,
      '<p>En la ciudad de La Plata',
    ],
  ])('%s', (_, text, begins) => {
    const { body, untitled } = encode({ text });
    expect(untitled).toBe(true);
    expect(body.startsWith(begins)).toBe(true);
  });

  it.each([
    ['a title of sender and addressee', 'Anton Walz an Marie Walz, 2. März 1847'],
    ['a title that is a place and a day, above the dateline', 'Graz, 2. März 1847'],
    ['a long title', `The History of ${'the Borough and Parish, '.repeat(10)}with a Map`],
  ])('%s is the head', (_, first) => {
    const { body, untitled } = encode({
      text: `${first}\n\nGraz, den 2. März 1847.\n\nLiebe Schwester!\n\nDie Kiste ist gestern angekommen.\n\nDein Anton\n`,
    });
    expect(untitled).toBe(false);
    expect(body).toMatch(/^<head>/);
  });
});

describe('what Markdown states of title and headings', () => {
  const FRONT = '---\ntitle: Hausbuch der Anna Rot\nlanguage: de\ngenre: prose\n---\n';

  it('a title in front matter; divisions within divisions by the levels of the headings', () => {
    const { body, title, untitled } = encode(
      readMarkdown(
        `${FRONT}\n# Suppen\n\n## Weinsuppe\n\nNimm Wein.\n\n## Biersuppe\n\nNimm Bier.\n\n# Braten\n\nNimm Rind.\n`,
        'hausbuch.md',
      ),
    );
    expect([title, untitled]).toEqual(['Hausbuch der Anna Rot', false]);
    expect(body).toBe(
      '<div><head>Suppen</head><div><head>Weinsuppe</head><p>Nimm Wein.</p></div>' +
        '<div><head>Biersuppe</head><p>Nimm Bier.</p></div></div>' +
        '<div><head>Braten</head><p>Nimm Rind.</p></div>',
    );
  });

  it('one heading of the first level is the head', () => {
    const { body } = encode(
      readMarkdown(`${FRONT}\n# Das Hausbuch\n\n## Suppen\n\nNimm Wein.\n`, 'hausbuch.md'),
    );
    expect(body).toBe('<head>Das Hausbuch</head><div><head>Suppen</head><p>Nimm Wein.</p></div>');
  });
});

it('questions and answers, a line each, are no verse', () => {
  const { body, genre } = encode({
    text: 'Examination of the carrier, 4 May 1811\n\nQ. Where did you sleep?\nA. At the Bell.\nQ. Who was with you?\nA. Nobody that I know.\nQ. Did you see the cart?\nA. I saw it go by at ten.\n',
  });
  expect(genre).toBe('plain');
  expect(body).not.toContain('<lg');
});

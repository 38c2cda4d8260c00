/**
 * Habits of letter-writers: what each text has to contain after encoding, and what it must not.
 * Texts written for this.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';

const context = createEncodingContext(openEdition(join(PROGRAM, 'tei')), []);

/** The TEI without ids, names and marks of certainty, one space for white space. */
function encode(text: string): string {
  const { tei } = encodeDocument({ text, hash: 'ni:///sha-256;x' }, 'd1', 'd1.txt', context);
  return tei
    .replace(/ (?:xml:id|resp|cert)="[^"]*"/g, '')
    .replace(/>\s*\n\s*</g, '><')
    .replace(/<\/?(?:persName|placeName|orgName)>/g, '')
    .replace(/\s+/g, ' ');
}

const ES =
  'Recibí ayer su carta, que me dio una gran alegría, y le contesto a vuelta de correo para decirle que iré en cuanto mejore el tiempo.';
const FR =
  'Je vous envoie le manuscrit que vous m’avez demandé, avec mille excuses pour le retard que j’ai mis à le recopier.';
const DE =
  'Ihren werten Brief habe ich gestern empfangen und danke Ihnen herzlich für die Nachrichten aus der Heimat.';
const EN =
  'I have your letter of last week and was glad to learn that the roof has been mended before the winter.';

const HABITS: readonly (readonly [habit: string, text: string, ...parts: string[]])[] = [
  [
    'no title, a place with its article above the day, the name below a sentence that closes',
    `A Coruña 5 de marzo de 1890\n\nQuerida amiga:\n\n${ES}\n\nSabe que la quiere de veras su amiga,\nEmilia\n\nP. D. No olvide el libro.\n`,
    '<opener><dateline>A Coruña <date when="1890-03-05">5 de marzo de 1890</date></dateline><salute>',
    '<closer><salute>Sabe que la quiere de veras su amiga,</salute><signed>Emilia</signed></closer><postscript>',
  ],
  [
    'neither title nor salutation, but a place with its day and a name',
    `Nohant, 12 juillet 1856\n\n${FR}\n\nMille amitiés.\n\nG. Sorel\n`,
    '<opener><dateline>Nohant, <date when="1856-07-12">',
    '<closer><salute>Mille amitiés.</salute><signed>G. Sorel</signed></closer>',
  ],
  [
    'abbreviated months, a day with "d", a year in two digits',
    `Brief an Karl Amsel, 15. September 1823\n\nDresden, den 15ten Sptbr. 23.\n\nHochgeachteter Herr & Freund!\n\n${DE}\n\nVerehrungsvoll und ergebenst\n\nBerlin d 16. Septr.\n1823.\n\nLahn.\n`,
    '<dateline>Dresden, <date when="1823-09-15">den 15ten Sptbr. 23</date>.</dateline><salute>Hochgeachteter Herr &amp; Freund!</salute>',
    '<salute>Verehrungsvoll und ergebenst</salute><dateline>',
  ],
  [
    'a dash before the name; thoughts as a formula',
    `Letter to Ann Ash, May 3, 1940\n\nDear Ann,\n\n${EN}\n\nWith kind thoughts always,\n\n— John. Ashby\n`,
    '<closer><salute>With kind thoughts always,</salute><signed>— John. Ashby</signed></closer>',
  ],
  [
    'no empty line between front, salutation, text and name',
    `A Coruña 5 de marzo de 1890\nQuerida amiga:\n${ES}\nSus hijos están bien.\nSabe que la quiere de veras su amiga,\nEmilia\n`,
    '<salute>Querida amiga:</salute></opener><p>',
    '<p>Sus hijos están bien.</p><closer><salute>Sabe que',
  ],
  [
    'a printed letterhead of several lines instead of a title',
    `THE GRAND HOTEL\nJohn Smith, Proprietor\nTelephone No. 44\n\nDenver, Colo., Aug. 3, 1897\n\nDear Will,\n\n${EN}\n\nYours truly,\n\nEd. Brown\n`,
    '<div type="document"><opener><note type="marking"',
  ],
  [
    'the formula with the name on its line, below the text',
    `Postkarte an Frau Emma Brandt, 1915\n\nLiebe Emma!\n\n${DE}\nHerzl. Gruß Dein Otto\n`,
    '<closer><salute>Herzl. Gruß</salute><signed>Dein Otto</signed></closer>',
  ],
];

it.each(HABITS)('%s', (_, text, ...parts) => {
  const tei = encode(text);
  for (const part of parts) expect(tei).toContain(part);
});

it('a title’s brackets with a day name no person', () => {
  const tei = encode(`Letter from Karl Tann to Otto von Rau (Jena, 4 Jannuary 1834)\n\n${DE}\n`);
  expect(tei).toContain('<correspAction type="received">Otto von Rau</correspAction>');
});

it('“Adjourned.” signs no minutes', () => {
  const tei = encode(
    'Minutes of the Board of Ashford Academy, June 4, 1872\n\nPresent: Mr. Gray, in the chair; Messrs. Bell, Cole and Dunn.\n\nThe minutes of the last meeting were read and approved.\n\nAdjourned.\n\nJ. Bell, Secretary.\n',
  );
  expect(tei).toContain('<p>Adjourned.</p><closer><signed>J. Bell, Secretary.</signed>');
});

it('numbers with titles above their discussions are headings in minutes; place and day sign with the name', () => {
  const tei = encode(
    `Nr. 62 Konferenz, Wien, 16. November 1852\n\nProtokoll der zu Wien abgehaltenen Konferenz unter dem Vorsitze des Grafen Rotberg.\n\nI. Demolierung der Häuser im Rayon\n\n${DE}\n\nII. Bestellung eines Kurators\n\n${DE}\n\nWien, am 16. November 1852. Gr[af] Rotberg.\n`,
  );
  expect(tei).toContain('<head>I. Demolierung der Häuser im Rayon</head><p>');
  expect(tei).toContain('<head>II. Bestellung eines Kurators</head><p>');
  expect(tei).toMatch(/<closer><dateline>Wien, .*<signed>Gr/);
});

it('the rows of a bill are a table, whatever is above and below it', () => {
  const tei = encode(
    'Account of Mr. Hale with John Pratt, grocer, 1846\n\nMr. Thomas Hale\nTo John Pratt, Dr.\n\nJan. 3\tTo 6 lbs. sugar\t£0 3 6\nJan. 9\tTo 1 lb. tea\t0 5 0\nFeb. 2\tTo 2 doz. candles\t0 4 8\n\nReceived payment,\nJohn Pratt\n',
  );
  expect(tei).not.toContain('<lg');
  expect(tei).toContain('<cell>To 1 lb. tea</cell>');
});

it('a prologue and an epilogue with their speakers below the heading are divisions of a play', () => {
  const tei = encode(
    'The Lost Ring\n\nPROLOGUE\nSpoken by Tom.\n\nGood people all, who hither come tonight\nTo see our poet’s humble wares in sight,\nBe kind to him, and if you cannot praise,\nAt least forgive the writer of our plays.\n\nACT I.\n\nLUCY. Here, sir.\nTOM. And here am I.\nLUCY. So.\nTOM. Good.\n\nEPILOGUE\nSpoken by Lucy.\n\nOur play is done; and if it gave you pleasure,\nWe hope you’ll come again when you have leisure.\n',
  );
  expect(tei).toContain('<div type="prologue"><head>PROLOGUE</head><stage>Spoken by Tom.</stage>');
  expect(tei).toContain('<div type="epilogue"><head>EPILOGUE</head><stage>Spoken by Lucy.</stage>');
});

/**
 * The structure of documents of several kinds: datelines, lists, headings, tables, attachments,
 * signatures, note anchors after digits, and editors' words in brackets.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyOf } from './in-process.ts';
import { elements, encoded, FIXTURES, type Seen } from './tei.ts';

const read = (name: string): Seen[] =>
  elements(encoded(join(FIXTURES, name))).filter(({ path }) => path.startsWith('TEI/'));
const named = (all: readonly Seen[], path: string) =>
  all.filter((seen) => seen.path.endsWith(path));
const inText = (all: readonly Seen[]) => all.filter(({ path }) => path.startsWith('TEI/text/'));

describe('a telegram', () => {
  const all = read('telegram.txt');
  const text = inText(all);

  it('has its number, its date with the time of day, its place', () => {
    expect(named(text, 'body/div')[0]?.attributes).toMatchObject({ type: 'document', n: '12' });
    expect(named(text, 'opener/dateline/date')[0]?.attributes['when']).toBe('1965-03-04T18:10:00');
    expect(named(text, 'opener/dateline/placeName')[0]?.text).toBe('Strelsau');
  });

  it('places each note where its digit is, and leaves the numbers before it whole', () => {
    const paragraph = named(text, 'div/p')[0]?.text;
    expect(paragraph).toBe(
      '871. Ref: Deptel 402 and our 869. The Prime Minister said in 1964 that he would consider the matter by December 4. ' +
        'He was firm on article 7 of the treaty (see below).',
    );
    expect(named(text, 'note').map(({ attributes }) => attributes['n'])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });

  it('sets a page mark inside a word without breaking it', () => {
    expect(named(text, 'p/pb')[0]?.attributes).toMatchObject({
      n: '27',
      'xml:id': 'telegram-pg27',
    });
  });

  it('knows sender and addressee by their offices, and the signature', () => {
    const sent = named(all, 'correspAction/orgName').map((seen) => seen.text);
    expect(sent).toEqual(['Embassy in Ruritania', 'Department of State']);
    expect(named(text, 'closer/signed')[0]?.text).toBe('Rassendyll');
  });

  it('leads from “footnote 2 above” to the note, from “Document 9” to the document', () => {
    expect(named(text, 'note/ref').map(({ attributes }) => attributes['target'])).toEqual([
      '#telegram-n2',
      'frus:d9',
    ]);
  });

  it('gives the source note’s location as a witness', () => {
    expect(named(all, 'msIdentifier/idno')[0]?.text).toBe('POL 15 RUR');
  });
});

describe('a memorandum of conversation', () => {
  const text = inText(read('conversation.txt'));

  it('has typed lists with their heads, and a list for each side', () => {
    expect(
      text
        .filter(({ path }) => path.endsWith('body/div/list'))
        .map(({ attributes }) => attributes['type']),
    ).toEqual(['subject', 'participants']);
    expect(named(text, 'list/item/list/head').map((seen) => seen.text)).toEqual([
      'United States',
      'Ruritania',
    ]);
    expect(named(text, 'list/item/list/item').map((seen) => seen.text)).toEqual([
      'Mr. Fritz',
      'Mr. Sapt, Chief of Protocol',
      'The Ambassador',
    ]);
  });

  it('gives each item an id, the page between the lists its place', () => {
    const ids = text
      .filter(({ name }) => name === 'item')
      .map(({ attributes }) => attributes['xml:id']);
    expect(new Set(ids).size).toBe(6);
    expect(text.find(({ name }) => name === 'pb')?.attributes['n']).toBe('30');
  });

  it('gives a range of days', () => {
    expect(named(text, 'dateline/date')[0]?.attributes).toMatchObject({
      from: '1965-04-24',
      to: '1965-04-25',
    });
  });
});

describe('a paper', () => {
  const text = inText(read('paper.txt'));

  it('ranks headings: one right under another lies below it, one of the same style beside it', () => {
    const heads = named(text, 'div/head').map(({ path, text: words }) => [
      path.split('/').length,
      words,
    ]);
    expect(heads.map(([, words]) => words)).toEqual([
      '14. Paper Prepared in the Department of State',
      'THE PROBLEM',
      'I. Trade',
      'II. Defense',
      'Attachment',
    ]);
    expect(heads[2]?.[0]).toBeGreaterThan(Number(heads[1]?.[0]));
    expect(heads[3]?.[0]).toBe(heads[2]?.[0]);
  });

  it('sets an attachment beside the document’s own divisions', () => {
    const attachment = text.find(({ attributes }) => attributes['type'] === 'attachment');
    expect(attachment?.path).toBe('TEI/text/body/div/div');
  });

  it('goes on with a table over a page, the page in its first cell there', () => {
    expect(bodyOf('Prices\n\nrye\t2\n\n[Page 4]\n\n\t3\noats\t4\n\nThe end of it.\n')).toContain(
      '<row><cell><pb n="4"/></cell><cell>3</cell></row>',
    );
    expect(bodyOf('Prices\n\nrye\t2\n\n[Page 4]\n\nbarley\t3\n\nThe end of it.\n')).toContain(
      '<row><cell><pb n="4"/>barley</cell><cell>3</cell></row>',
    );
  });

  it('makes rows and cells of lines with tabs', () => {
    expect(named(text, 'table')[0]?.attributes).toMatchObject({ rows: '3', cols: '3' });
    expect(named(text, 'row/cell').map((seen) => seen.text)).toEqual([
      'Year',
      'Imports',
      'Exports',
      '1963',
      '3.1',
      '2.4',
      '1964',
      '3.5',
      '2.6',
    ]);
  });

  it('keeps what is in brackets and says what it is', () => {
    expect(text.find(({ name }) => name === 'gap')?.attributes['reason']).toBe('not-declassified');
    expect(text.find(({ name }) => name === 'supplied')?.text).toBe('[Sapt]');
    const remark = text.find(({ attributes }) => attributes['type'] === 'editorial');
    expect(remark).toMatchObject({ name: 'note', text: '[sic]' });
  });

  it('keeps the paragraphs of a note separate', () => {
    expect(named(text, 'note/p').map(({ attributes }) => attributes['xml:id'])).toEqual([
      'paper-n2-p1',
      'paper-n2-p2',
      'paper-n2-p3',
    ]);
  });

  it('closes with the signature and the office under it', () => {
    expect(named(text, 'closer/signed')[0]?.text).toBe('Rudolf K. Elphberg');
    expect(named(text, 'closer/roleName')[0]?.text).toBe('Director, Office of Ruritanian Affairs');
  });
});

describe('a title in another language than the text', () => {
  const letter =
    'Dear Sir,\n\nI have received your letter and will attend to the matter which you mention as soon as the weather permits. Mr. Brown is with us and sends his regards.\n\nYours truly,\n\nJ. Smith\n';

  it.each([
    ['Schreiben vom 19. April 1833', 'when="1833-04-19"', 'vom 19. April 1833'],
    ['Brief vom 19. März 1833 an Karl Weber', 'when="1833-03-19"', 'vom 19. März 1833'],
    [
      'Schreiben vom 3. bis 5. April 1833',
      'from="1833-04-03" to="1833-04-05"',
      '3. bis 5. April 1833',
    ],
    ['Lettre de J. Smith, 19 mars 1833', 'when="1833-03-19"', '19 mars 1833'],
    ['J. Smith an Karl Weber, 19. April 1833', 'when="1833-04-19"', '19. April 1833'],
  ])('has its day: %s', (title, date, words) => {
    expect(bodyOf(`${title}\n\n${letter}`)).toContain(`<date ${date} cert="high">${words}</date>`);
  });
});

describe('the address on the outside of a letter', () => {
  const french =
    "Monsieur et cher ami,\n\nJe profite du départ de M. de Lorme pour vous envoyer les deux volumes que vous m'avez demandés. Ma femme se porte mieux depuis dimanche.\n\nJe vous prie d'agréer, Monsieur, l'expression de mes sentiments les plus dévoués.\n\nE. Lacroix\n\n";
  const spanish =
    'Muy ilustre Señor:\n\nRecibí la de Vuestra Señoría de este año, y por ella entendí lo que manda acerca de los indios. Yo he ido allá con el bachiller, y hallamos que pagan mil pesos.\n\nBesa las manos de Vuestra Señoría su servidor\n\nFray Juan\n\n';

  it.each([
    ['French', french, 'À Monsieur Monsieur Duval, négociant, rue du Bac, à Paris'],
    ['Spanish', spanish, '(Sobrescrito:) Al muy ilustre señor Visorrey de la Nueva España.'],
    ['Spanish without a label', spanish, 'Al muy ilustre señor Visorrey de México, en sus casas'],
  ])('is no postscript: %s', (_language, letter, address) => {
    const body = bodyOf(`${letter}${address}\n`);
    expect(body).toMatch(
      /<closer><salute>(?:Je|Besa).*<addrLine>(?:À|\(Sobrescrito:\) Al|Al) .*<\/closer>/,
    );
    expect(body).not.toContain('<postscript');
  });

  it('a sentence below the signature stays a postscript', () => {
    const body = bodyOf(
      `${french}À Monsieur votre frère, mille amitiés de ma part, s'il est encore avec vous et les siens.\n`,
    );
    expect(body).toContain('<postscript');
  });
});

describe('an addressee with his rank above the text', () => {
  it('is an address or a salutation, and the letterhead with the day a dateline', () => {
    const body = bodyOf(
      'HEADQUARTERS DEPARTMENT OF THE GULF,\nNew Orleans, La., June 3, 1864.\n\nMajor-General CANBY,\nCommanding Military Division of West Mississippi:\n\nGENERAL: I have the honor to report the arrival of the corps. The enemy have retired.\n\nVery respectfully, your obedient servant,\n\nN. P. BANKS,\nMajor-General, Commanding.\n\n[Inclosure.]\n\nMORGANZA, June 1, 1864.\n\nGeneral BANKS:\n\nAll quiet here.\n\nM. K. LAWLER,\nBrigadier-General.\n',
    );
    expect(body).toMatch(/<opener><dateline>HEADQUARTERS .*<address><addrLine>Major-General/);
    expect(body).toMatch(/<salute>General .{0,40}BANKS.{0,12}:<\/salute>/);
    expect(body.match(/<head>/g)).toHaveLength(1);
    const headed = bodyOf('Report\n\nGeneral Remarks:\n\nAll is quiet here, and in the town.\n');
    expect(headed).not.toContain('<salute');
  });
});

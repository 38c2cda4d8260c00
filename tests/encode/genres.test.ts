/** Documents of other genres: the recognized genre, and the elements of their parts. */
import { describe, expect, it } from 'vitest';
import { GENRES } from '../../pipeline/encode/genres/table.ts';
import { recognizeLanguage } from '../../pipeline/encode/languages/recognize.ts';
import { bodyOf, encoded } from './in-process.ts';
import { PLAYS } from './plays.ts';

const TEXTS: Readonly<Record<string, string>> = {
  diary:
    'Tagebuch der Anna Weber, März 1848\n\nDienstag, 14. März\n\nFrüh nach der Stadt gegangen, und es war kalt.\n\nMittwoch, 15.\n\nDen ganzen Tag genäht. Der Vater ist nicht gekommen.\n\n' +
    'Donnerstag\n\nNichts ist geschehen.\n',
  drama:
    'The Miller’s Dog\n\nPersons of the Play\nJOHN, a miller\nKATE, his wife\n\nACT I\n\nSCENE 1\n\n[A mill.]\n\nJOHN. (aside) She comes.\nI hear her step upon the stair,\nAnd she is fair.\n\n' +
    'KATE. Good day. (Exit.)\n\nJOHN. Stay!\n\nKATE. No.\n\nJOHN. Well then.\n',
  verse:
    'Two Songs\n\nI\n\nThe sun has gone behind the hill,\n  The fields are grey,\nThe wheel is silent in the mill,\n  And so is day.\n\nII\n\nCome home, my love, the night is near,\nThe lamp is lit,\n' +
    'And by the fire, my only dear,\nThy mother sits.\n',
  prose:
    `A Winter\n\nCHAPTER I\n\n${'It had been snowing since the morning, and nobody had come along the road. '.repeat(4)}\n\n‘Will he come?’ she said.\n\n‘Who knows?’ said he, and he went to the window and looked out.\n\n` +
    `CHAPTER II\n\n${'In the night the wind turned, and they heard the river under the ice. '.repeat(4)}\n\n${'They had been there for a week when the letter came at last. '.repeat(4)}\n`,
  minutes:
    'Minutes of the Parish Council\n\nPresent: Mr. Ash, Mrs. Elm.\n\n1. The bridge\n\nThe clerk said that the bridge was down.\n\nResolved, that it be mended.\n',
};

describe('a genre is recognized', () => {
  it.each(Object.entries(TEXTS))('%s', (name, text) => {
    const { genre } = encoded(text);
    expect(genre.genre.name).toBe(name);
    expect(genre.reason).not.toBe('');
  });

  it('or taken as declared', () => {
    expect(encoded(TEXTS['verse'] ?? '', { genre: 'plain' }).genre).toMatchObject({
      genre: { name: 'plain' },
      certainty: 'high',
    });
  });

  it('and what fits none is plain', () => {
    const { genre } = encoded('Things\n\nOne.\n\nTwo.\n');
    expect(genre).toMatchObject({ genre: { name: 'plain' }, certainty: 'low' });
  });

  it('each is a row of the table with a name of its own', () => {
    expect(new Set(GENRES.map(({ name }) => name)).size).toBe(GENRES.length);
  });
});

describe('a diary', () => {
  it('has entries with resolved days: month and year are carried on, a weekday alone is the next', () => {
    const body = bodyOf(TEXTS['diary'] ?? '');
    expect(body.match(/<div type="entry">/g)).toHaveLength(3);
    expect(body).toContain(
      '<head><date when="1848-03-14" cert="high">Dienstag, 14. März</date></head>',
    );
    expect(body).toContain('<date when="1848-03-15" cert="high">Mittwoch, 15.</date>');
    expect(body).toContain('<date when="1848-03-16" cert="medium">Donnerstag</date>');
  });

  it('goes over the end of a month and of a year, and doubts a weekday that does not fit', () => {
    const body = bodyOf(
      'Diary, December 1819\n\nThursday 30\n\nA.\n\nFriday 31\n\nB.\n\nSaturday 1\n\nC.\n\nFriday 2\n\nD.\n',
    );
    const entries = body.slice(body.indexOf('<div type="entry">'));
    expect(
      [...entries.matchAll(/when="([^"]+)" cert="([^"]+)"/g)].map(
        ([, when, cert]) => `${when} ${cert}`,
      ),
    ).toEqual(['1819-12-30 high', '1819-12-31 high', '1820-01-01 high', '1820-01-02 low']);
  });

  it('has entries with the day at the beginning of the paragraph', () => {
    const body = bodyOf('Diary\n\n3 December 1847. Rain all day.\n\n4 December 1847. Snow.\n');
    expect(body).toContain(
      '<div type="entry"><p><date when="1847-12-03" cert="high">3 December 1847</date>. Rain all day.</p></div>',
    );
  });
});

describe('a document titled by its day', () => {
  it('is the entry of that day, whether its text begins with the day or not', () => {
    const { genre } = encoded(
      'Montag, 3. Jänner 1887\n\n3/1 Früh Regen. Am Fluß mit ihr.\n\nBrief von Karl.\n',
    );
    expect(genre).toMatchObject({ genre: { name: 'diary' }, certainty: 'high' });
    const repeated = bodyOf(
      'Montag, 3. Jänner 1887\n\n3/1 Früh Regen. Am Fluß mit ihr.\n\nBrief von Karl.\n',
    );
    expect(repeated).toContain('<date when="1887-01-03" cert="high">Montag, 3. Jänner 1887</date>');
    expect(repeated).toContain(
      '<div type="entry" n="1887-01-03"><p><date when="1887-01-03" cert="high">3/1</date> Früh',
    );
    const once = bodyOf('Tuesday, 14 March 1848\n\nRain all day. Walked to the mill.\n');
    expect(once).toContain('<div type="entry" n="1848-03-14"><p>Rain all day.');
  });

  it('is a letter where someone is greeted', () => {
    const { genre } = encoded(
      'Tuesday, 14 March 1848\n\nDear Mother,\n\nWe are all well here.\n\nYour loving son\n\nJohn\n',
    );
    expect(genre.genre.name).toBe('letter');
  });
});

describe('a play', () => {
  const body = bodyOf(TEXTS['drama'] ?? '');
  it.each([
    ['acts and scenes', '<div type="act"><head>ACT I</head><div type="scene"><head>SCENE 1</head>'],
    [
      'a list of characters',
      '<castItem><role>JOHN</role>, <roleDesc>a miller</roleDesc></castItem>',
    ],
    ['directions', '<stage>[A mill.]</stage>'],
    ['speeches in verse', '<l>I hear her step upon the stair,</l><l>And she is fair.</l></sp>'],
    ['speakers, who are not in the authority files', '<speaker>JOHN.</speaker>'],
    ['directions within a speech', 'Good day. <stage>(Exit.)</stage>'],
  ])('has %s', (_what, expected) => expect(body).toContain(expected));
});

describe('a Spanish play in verse', () => {
  const speech = (name: string, aside: string) =>
    `${name}. Vengo de la oscura sierra,\ndonde nadie me ha escuchado\n${aside}\ny por eso os he llamado.\n\n`;
  const body = bodyOf(
    `La sierra\n\n${[
      speech('REY 1.º', '(que bien lo tengo llorado),'),
      speech('REY 2.ª', '(por más que callar deseo)'),
      speech('REY 1.º', '(aparte)'),
      speech('REY 2.ª', '(vase por la puerta del fondo)'),
    ].join('')}`,
    { genre: 'drama' },
  );

  it('has speakers with an ordinal in their name', () => {
    expect(body.match(/<speaker>REY 1\.º\.<\/speaker>/g)).toHaveLength(2);
    expect(body.match(/<speaker>REY 2\.ª\.<\/speaker>/g)).toHaveLength(2);
  });

  it('has verses in brackets that are spoken, and directions that are not', () => {
    expect(body).toContain('<l>(que bien lo tengo llorado),</l>');
    expect(body).toContain('<l>(por más que callar deseo)</l>');
    expect(body).toContain('<stage>(aparte)</stage>');
    expect(body).toContain('<stage>(vase por la puerta del fondo)</stage>');
  });
});

it('verse has poems, stanzas and indented lines', () => {
  expect(bodyOf(TEXTS['verse'] ?? '')).toContain(
    '<div type="poem"><head>I</head><lg><l>The sun has gone behind the hill,</l><l rend="indent1">The fields are grey,</l>',
  );
});

it('a newspaper has articles, news under datelines, letters to the editor', () => {
  const body = bodyOf(
    'THE PORT OBSERVER\nVol. XII. No. 284. Saturday, May 17, 1873. Price One Penny.\n\nLATEST TELEGRAMS.\n\n(FROM OUR OWN CORRESPONDENT.)\n\nLONDON, May 15.\n\nThe Bank rate of discount has been raised to 6 per cent. Wool is firm.\n\nPARIS, May 14.\n\nNo new Ministry has been formed.\n\nTO THE EDITOR.\n\nSIR,—Will you kindly allow me space to call attention to the state of Swan-street?\n\nYours, &c.,\nA RATEPAYER.\n',
  );
  expect(body).toMatch(
    /<div type="article"><head>LATEST TELEGRAMS\.<\/head><byline>\(FROM OUR OWN CORRESPONDENT\.\)<\/byline><div type="news"><opener><dateline><placeName cert="high">LONDON<\/placeName>, <date when="1873-05-15" cert="high">/,
  );
  expect(body).toMatch(
    /<head>TO THE EDITOR\.<\/head><p>SIR,.*<closer><salute>Yours, &amp;c\.,<\/salute>/,
  );
});

it('prose has chapters', () => {
  expect(bodyOf(TEXTS['prose'] ?? '')).toMatch(
    /<div type="chapter"><head>CHAPTER I<\/head><p>It had.*<div type="chapter"><head>CHAPTER II<\/head>/,
  );
});

describe('items and rows on lines of their own', () => {
  it.each([
    ['numbers', '1. bread\n2. salt', '<item>1. bread</item><item>2. salt</item>'],
    ['letters', '(a) bread\n(b) salt', '<item>(a) bread</item><item>(b) salt</item>'],
    ['dashes', '– bread\n– salt', '<item>– bread</item><item>– salt</item>'],
    [
      'cells',
      'bread\t2\nsalt\t3',
      '<row><cell>bread</cell><cell>2</cell></row><row><cell>salt</cell><cell>3</cell></row>',
    ],
  ])('%s', (_what, text, expected) => {
    expect(
      bodyOf(`We need\n\nThis is what is needed in the house.\n\n${text}\n`, { genre: 'plain' }),
    ).toContain(expected);
  });

  it.each([
    [
      'columns aligned by spaces, a first cell on two lines',
      'Item one table              0   8   0\nItem six stools             0   6   0\nItem his purse and mony\n  in his chest              5  10   0',
      '<row><cell>Item his purse and mony in his chest</cell><cell>5</cell><cell>10</cell><cell>0</cell></row>',
    ],
    [
      'a row alone below them',
      'Bread    0   8\nSalt     1   6\nBeer    10   0\n\nTotal   12   2',
      '<row><cell>Total</cell><cell>12</cell><cell>2</cell></row>',
    ],
    [
      'Markdown',
      '| Article | Number |\n|---------|-------:|\n| Flour | 112 |\n| Coffee | |',
      '<row><cell>Article</cell><cell>Number</cell></row><row><cell>Flour</cell><cell>112</cell></row><row><cell>Coffee</cell><cell/></row>',
    ],
  ])('table: %s', (_what, text, expected) => {
    expect(
      bodyOf(`We need\n\nThis is what is needed in the house.\n\n${text}\n`, { genre: 'plain' }),
    ).toContain(expected);
  });

  it.each([
    [
      'sentences',
      'We came.  They went.  All was well\nat home.  We sat.  It rained\nall day.  So.',
    ],
    ['bars in a line', 'The stone reads A|B\nand below it\nC|D.'],
  ])('no table: %s', (_what, text) => {
    expect(bodyOf(`We need\n\n${text}\n`, { genre: 'plain' })).not.toContain('<table');
  });

  it('below the words that lead over to them', () => {
    const body = bodyOf('We need\n\nThe needs:\n1. bread\n2. salt\n', { genre: 'plain' });
    expect(body).toContain('The needs:');
    expect(body).toContain('<item>2. salt</item>');
  });

  it('the agenda’s items head what was said of them', () => {
    const body = bodyOf(
      'Protokoll der Sitzung vom 3. Mai 1891\n\nTagesordnung:\n1. Bau des Feuerwehrhauses\n2. Allfälliges\n\n1. Bau des Feuerwehrhauses\n\nEs wird beschlossen, den Bau auf das Frühjahr zu verschieben.\n\n2. Allfälliges\n\nNichts.\n',
    );
    expect(body).toMatch(/<list type="agenda"><head>Tagesordnung:<\/head><item>1\. Bau/);
    expect(body).toMatch(/<div><head>1\. Bau des Feuerwehrhauses<\/head><p>Es wird/);
  });

  it('initials of names are none', () => {
    expect(bodyOf('We need\n\nA. F. Ash\nC. Elm\n', { genre: 'plain' })).not.toContain('<item');
  });
});

describe('a language', () => {
  it.each([
    ['en', 'My dear friend, I have not heard from you for a long time.'],
    ['de', 'Mein lieber Freund, ich habe so lange nichts von Dir gehört.'],
    ['fr', 'Mon cher ami, je n’ai pas eu de vos nouvelles depuis longtemps.'],
    ['sv', 'Bland de moderna författarna är han den som har fått mest framgång och det som'],
    ['da', 'Det er ikke den første gang at jeg har været i denne by, men det er som om'],
    ['es', 'Mi querido amigo, hace mucho tiempo que no sé nada de ti.'],
    [
      'la',
      'Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae.',
    ],
    [
      'sl',
      'Hiša je stala na hribu in v njej ni bilo nikogar, ki bi vedel, kako se je to zgodilo, pa tudi mati je molčala.',
    ],
    [
      'cs',
      'Dům stál na kopci a nikdo v něm nevěděl, jak se to stalo, ale otec už byl starý a jako by nic neslyšel, když se ho ptali.',
    ],
    [
      'it',
      'Nel mezzo del cammin di nostra vita mi ritrovai per una selva oscura, che la diritta via era smarrita.',
    ],
  ])('%s is recognized, whatever the edition names', (tag, text) => {
    expect(recognizeLanguage(text, ['en']).tag).toBe(tag);
  });

  it('the edition’s decides where the text does not', () => {
    expect(recognizeLanguage('1848', ['de']).tag).toBe('de');
    expect(recognizeLanguage('1848').tag).toBe('und');
  });

  it('is on the text and in the header', () => {
    const { tei } = encoded(TEXTS['diary'] ?? '');
    expect(tei).toContain('<text xml:lang="de">');
    expect(tei).toContain('<language ident="de">German</language>');
  });
});

describe('a play in another language', () => {
  it.each(Object.entries(PLAYS))('(%s) has acts and scenes', (tag, [act, scene, one, two]) => {
    const speeches = `PAULUS. ${one}\n\nJULIA. ${two}\n\n`.repeat(6);
    const { tei, language, genre } = encoded(`Fabula\n\n${act}\n\n${scene}\n\n${speeches}`);
    expect([genre.genre.name, language.tag]).toEqual(['drama', tag]);
    expect(headsOf(tei)).toEqual(['Fabula', act, scene]);
    expect(tei.match(/<div [^>]*type="(?:act|scene)"/g)).toHaveLength(2);
  });

  it('has signs for letters that cannot be read, which are no bullets', () => {
    const speech = 'HAMLET\nTo be or not,\n•••• ricians we are,\n•n thy rest.\n\nGHOST\nSwear.\n\n';
    const { tei } = encoded(`A Tragedy\n\nACT I SCENE II\n\n${speech.repeat(4)}`);
    expect(tei).not.toContain('<item');
    expect(tei).toContain('•••• ricians we are,');
    expect(headsOf(tei)).toEqual(['A Tragedy', 'ACT I', 'SCENE II']);
  });
});

function headsOf(tei: string): string[] {
  return (tei.match(/<head[ >][^<]*/g) ?? []).map((head) => head.replace(/^.*>/s, ''));
}

describe('questions and answers', () => {
  it('of a catechism are speeches, under the headings of their sections', () => {
    const turns = (from: number) =>
      [0, 1, 2].map((n) => `Q. ${from + n}. Who made you?\n\nA. God made me.\n\n`).join('');
    const text = `A Catechism\n\nSECTION I. Of God.\n\n${turns(1)}SECTION II. Of Sin.\n\n${turns(4)}`;
    const body = bodyOf(text);
    expect(body.match(/<sp>/g)).toHaveLength(12);
    expect(body).toContain('<speaker>Q. 1.</speaker>');
    expect(body.match(/<div type="part"/g)).toHaveLength(2);
  });
});

describe('an inventory', () => {
  const rows = (room: string) =>
    `In the ${room}\nOne long table            1    2    0\nItem a dish bench         0    15   0\n\n`;

  it('has rows with sums of money below its rooms, and is no verse', () => {
    const text = `Goods of William Sharrow, 1684\n\n                    £    s.   d.\n${rows('Hall')}${rows('Parlor')}`;
    expect(encoded(text).genre.genre.name).toBe('list');
    const body = bodyOf(text);
    expect(body).toMatch(
      /<head[^>]*>In the Hall<\/head>\s*<table rows="2" cols="4">\s*<row[^>]*>\s*<cell>One long table<\/cell>\s*<cell>1<\/cell>/,
    );
    expect(body).toMatch(/<cell\/>\s*<cell>£<\/cell>/);
  });
});

describe('headings', () => {
  it('of a play can be numbers: Roman ones of acts, Arabic ones of scenes', () => {
    const scene = (n: number) => `${n}\n\nPAULUS. Quid est?\n\nJULIA. Nihil est.\n\n`.repeat(1);
    const act = (n: string) => `${n}\n\n${scene(1)}${scene(2)}`;
    const { tei } = encoded(`Fabula\n\n${act('I')}${act('II')}Finis Actus Secundi.\n`);
    expect(headsOf(tei)).toEqual(['Fabula', 'I', '1', '2', 'II', '1', '2']);
    expect(tei.match(/<div [^>]*type="act"/g)).toHaveLength(2);
    expect(tei).toMatch(/<trailer[^>]*>Finis Actus Secundi\.<\/trailer>/);
  });

  it.each([
    ['a play in a dialect', ['1. Ufftritt.', '2. Ufftritt.', '3. Ufftritt,'], 'drama'],
    ['a treaty', ['ARTICLE 1.', 'ART. 2.', 'ART. 3.'], 'record'],
    ['a tale', ['I -- The Mill', 'II -- The Weir', 'III -- The Sluice'], 'prose'],
    ['a book of rules', ['§ 1. Of the House', '§ 2. Of the Yard', '§ 3. Of the Well'], 'prose'],
  ])('of %s count up', (_, heads, genre) => {
    const text =
      genre === 'drama'
        ? 'HANS. Wo isch er?\n\nGRETEL. Er kummt nit.\n\nHANS. Ja!\n\nGRETEL. Nai!'
        : 'The parties to this paper keep the peace of the river and its mills. '.repeat(5);
    const title = genre === 'record' ? 'Treaty of the River' : 'The River';
    const parts = heads.map((head) => `${head}\n\n${text}`);
    const { tei, genre: chosen } = encoded(`${title}\n\n${parts.join('\n\n')}\n`);
    expect(chosen.genre.name).toBe(genre);
    expect(headsOf(tei)).toEqual([title, ...heads]);
  });

  it('are no days: a day below a heading opens its part', () => {
    const body = bodyOf(
      'Minutes of the Drainage Board\n\nPresent:\n\n• Mr. Hale\n• Mr. Orme\n\n' +
        'Second Meeting of the Board\n\n' +
        `November 1–2, 1863\n\n${'The Board heard the surveyor upon the sluice. '.repeat(4)}\n`,
    );
    expect(body).toMatch(/Second Meeting of the Board<\/head>\s*<opener>\s*<dateline/);
  });

  it('of a part hold the books right below', () => {
    const chapter = (n: string) =>
      `CHAPTER ${n}\n\n${'It rained upon the marsh all day long. '.repeat(6)}\n\n`;
    const body = bodyOf(
      `A Tale\n\nPART I\n\nBOOK I\n\n${chapter('I')}BOOK II\n\n${chapter('I')}PART II\n\nBOOK III\n\n${chapter('I')}`,
    );
    expect(
      body.match(/<div type="part">\s*<head[^>]*>[^<]*<\/head>\s*<div type="book">/g),
    ).toHaveLength(2);
  });
});

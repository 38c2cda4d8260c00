/**
 * TEI documents of a chosen size, one kind for each kind of content that a document may have
 * thousands of.
 *
 * Takes a kind's name and a count. Returns the text of a TEI file. Every kind grows in one
 * dimension only, so that a slow step can be named.
 */

/** What `count` gives: the body of the text, and what else the kind needs. */
interface Parts {
  readonly body: string;
  readonly front?: string;
  readonly back?: string;
  readonly standOff?: string;
  /** Within sourceDesc. */
  readonly source?: string;
  /** Beside the text: facsimile or sourceDoc. */
  readonly beside?: string;
}

type Kind = (count: number) => Parts;

const times = (count: number, make: (at: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join(between);

/** Words that differ, so that no step profits from equal strings. */
const WORDS =
  'the minister of state wrote that no answer had come before noon and asked for further orders'.split(
    ' ',
  );
const word = (at: number): string => `${WORDS[(at * 7) % WORDS.length]}${at % 97}`;
const phrase = (at: number, words = 8): string => times(words, (n) => word(at * words + n), ' ');
const sentence = (at: number): string => `On that day ${phrase(at)}.`;
const paragraph = (at: number, content: string): string => `<p xml:id="g-p${at}">${content}</p>`;

/** `count` elements in chains of `depth`, each within the one before. */
function chains(count: number, depth: number, open: (at: number) => string, close: string): string {
  const chain = (first: number, long: number): string =>
    times(long, (n) => `${open(first + n)}${word(n)} `) + close.repeat(long);
  return times(
    Math.ceil(count / depth),
    (n) => chain((n - 1) * depth, Math.min(depth, count - (n - 1) * depth)),
    '\n',
  );
}

const person = (at: number): string =>
  `<person xml:id="p${at}"><persName><forename>Ada${at}</forename> <surname>Byron${at}</surname></persName></person>`;
const persons = (count: number): string =>
  `<standOff><listPerson>${times(count, person, '\n')}</listPerson></standOff>`;

/**
 * Acts, scenes, speeches, verses and words, all with ids, as editions of plays for linguists have
 * them.
 */
function play(words: number): string {
  let at = 0;
  const some = (count: number, make: () => string): string[] => {
    const made: string[] = [];
    for (let n = 0; n < count && at < words; n += 1) made.push(make());
    return made;
  };
  const id = (name: string): string => `xml:id="g-${name}${at}"`;
  const verse = (): string => {
    const first = id('l');
    const own = some(
      8,
      () => `<w xml:id="g-w${++at}" lemma="${word(at)}" pos="n">${word(at)}</w>`,
    ).join(' ');
    return `<l ${first}>${own}<pc ${id('pc')}>.</pc></l>`;
  };
  const speech = (): string =>
    `<sp ${id('sp')}><speaker>Ada</speaker>\n${some(4, verse).join('\n')}\n</sp>`;
  const scene = (): string =>
    `<div type="scene" ${id('sc')}><head ${id('h')}>A scene</head>${some(25, speech).join('\n')}</div>`;
  const act = (): string =>
    `<div type="act" ${id('act')}><head ${id('ah')}>An act</head>${some(5, scene).join('\n')}</div>`;
  return some(words, act).join('\n');
}

export const KINDS = {
  paragraphs: (count) => ({ body: times(count, (at) => paragraph(at, sentence(at)), '\n') }),
  'words with ids': (count) => ({
    body: times(
      Math.ceil(count / 20),
      (p) =>
        paragraph(
          p,
          times(20, (n) => `<w xml:id="g-w${p}-${n}">${word(n)}</w>`, ' '),
        ),
      '\n',
    ),
  }),
  'words with ids in one paragraph': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<w xml:id="g-w${at}" lemma="x${at % 50}">${word(at)}</w>`, ' '),
    ),
  }),
  'letters and signs': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<w><c xml:id="g-c${at}">a</c><pc xml:id="g-pc${at}">,</pc></w>`, ' '),
    ),
  }),
  pages: (count) => ({
    body: times(
      count,
      (at) => `<pb n="${at}" xml:id="g-pg${at}"/>${paragraph(at, sentence(at))}`,
      '\n',
    ),
  }),
  'pages in one paragraph': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `${sentence(at)} <pb n="${at}" xml:id="g-pg${at}"/>`),
    ),
  }),
  'line beginnings': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<lb n="${at}" xml:id="g-lb${at}"/>${phrase(at)}`, '\n'),
    ),
  }),
  milestones: (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `<milestone unit="section" n="${at}" xml:id="g-m${at}"/>${phrase(at)}`,
        ' ',
      ),
    ),
  }),
  divisions: (count) => ({
    body: times(
      count,
      (at) =>
        `<div type="letter" xml:id="g-d${at}"><head xml:id="g-h${at}">Part ${at}</head>${paragraph(at, 'x')}</div>`,
      '\n',
    ),
  }),
  'divisions without ids': (count) => ({
    body: times(
      count,
      (at) => `<div type="scene" n="${at}"><head>Part ${at}</head><p>${sentence(at)}</p></div>`,
      '\n',
    ),
  }),
  'divisions within divisions': (count) => ({
    body: chains(
      count,
      20,
      (at) => `<div type="part" xml:id="g-d${at}"><head xml:id="g-h${at}">Part</head><p>x</p>`,
      '</div>',
    )
      .replaceAll(/ (?=<)/g, '')
      .replaceAll(/<\/p>\w+/g, '</p>'),
  }),
  'persons in one paragraph': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `<persName ref="#p${(at % 20) + 1}">Ada</persName> ${phrase(at, 2)}`,
        ' ',
      ),
    ),
    standOff: persons(20),
  }),
  'persons in sentences of one paragraph': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `The <persName ref="#p${(at % 20) + 1}">Ada</persName> ${phrase(at, 2)}.`,
        ' ',
      ),
    ),
    standOff: persons(20),
  }),
  'persons named once each': (count) => ({
    body: times(
      count,
      (at) => paragraph(at, `<persName ref="#p${at}">Ada ${at}</persName> ${phrase(at, 2)}.`),
      '\n',
    ),
    standOff: persons(count),
  }),
  'persons named once each in a sentence': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<persName ref="#p${at}">Ada ${at}</persName>`, ', '),
    ),
    standOff: persons(count),
  }),
  'dates in one paragraph': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) =>
          `<date when="19${10 + (at % 80)}-0${1 + (at % 9)}-1${at % 10}">a day</date> ${word(at)}`,
        ' ',
      ),
    ),
  }),
  'sources cited': (count) => ({
    body: times(
      count,
      (at) => paragraph(at, `${word(at)} <bibl><title>Archive ${at}</title>, box ${at}</bibl>.`),
      '\n',
    ),
  }),
  'entries of a register': (count) => ({
    body: paragraph(1, sentence(1)),
    standOff: persons(count),
  }),
  'entries of a list in the text': (count) => ({
    body: `<div type="index"><listPlace>${times(
      count,
      (at) =>
        `<place xml:id="q${at}"><placeName>Town ${at}</placeName><location><geo>1 2</geo></location></place>`,
      '\n',
    )}</listPlace></div>`,
  }),
  footnotes: (count) => ({
    body: times(
      count,
      (at) =>
        paragraph(
          at,
          `${phrase(at)}<note place="foot" n="${at}" xml:id="g-n${at}">${sentence(at)}</note>.`,
        ),
      '\n',
    ),
  }),
  'footnotes in one paragraph': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `${word(at)}<note place="foot" n="${at}" xml:id="g-n${at}">a note</note>`,
        ' ',
      ),
    ),
  }),
  'notes without ids': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `${word(at)}<note place="foot">a note</note>`, ' '),
    ),
  }),
  'notes at the end with targets': (count) => ({
    body: times(count, (at) => paragraph(at, sentence(at)), '\n'),
    back: `<div type="notes">${times(count, (at) => `<note target="#g-p${at}" xml:id="g-n${at}">a note ${at}</note>`, '\n')}</div>`,
  }),
  'notes at the end with calls': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `${word(at)}<ref target="#g-n${at}">${at % 100}</ref>`, ' '),
    ),
    back: `<div type="notes">${times(count, (at) => `<note place="end" n="${at}" xml:id="g-n${at}">a note ${at}</note>`, '\n')}</div>`,
  }),
  'notes at the end of one passage': (count) => ({
    body: paragraph(1, sentence(1)),
    back: `<div type="notes">${times(count, (at) => `<note target="#g-p1" xml:id="g-n${at}">a note ${at}</note>`, '\n')}</div>`,
  }),
  'quotes within quotes': (count) => ({
    body: chains(count, 60, (at) => `<quote xml:id="g-q${at}">`, '</quote>'),
  }),
  'quotes within quotes in a paragraph': (count) => ({
    body: paragraph(
      1,
      chains(count, 60, () => '<quote>', '</quote>'),
    ),
  }),
  'inline elements within one another': (count) => ({
    body: paragraph(
      1,
      chains(count, 60, () => '<hi rend="italic">', '</hi>'),
    ),
  }),
  'readings within readings': (count) => ({
    body: paragraph(
      1,
      chains(count, 20, () => '<app><lem wit="#A">', '</lem><rdg wit="#B">y</rdg></app>'),
    ),
    source:
      '<listWit><witness xml:id="A" n="A">a</witness><witness xml:id="B" n="B">b</witness></listWit>',
  }),
  'a long paragraph': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => sentence(at), ' '),
    ),
  }),
  'a long sentence': (count) => ({
    body: paragraph(
      1,
      `<persName ref="#p1">Ada</persName> ${times(count, (at) => phrase(at), ', ')} <persName ref="#p1">Ada</persName>.`,
    ),
    standOff: persons(1),
  }),
  'a long word': (count) => ({
    body: paragraph(1, `<persName ref="#p1">Ada</persName> ${'abcdefgh'.repeat(count)}`),
    standOff: persons(1),
  }),
  'many stops': (count) => ({
    body: paragraph(
      1,
      `<persName ref="#p1">Ada</persName> ${'. . . .'.repeat(count)}${'.......'.repeat(count)}x`,
    ),
    standOff: persons(1),
  }),
  'white space': (count) => ({
    body: paragraph(
      1,
      `<persName ref="#p1">Ada</persName> a${' '.repeat(8 * count)}b${'\n'.repeat(8 * count)}c`,
    ),
    standOff: persons(1),
  }),
  'table rows': (count) => ({
    body: `<table>${times(count, (at) => `<row><cell>${word(at)}</cell><cell>${at}</cell></row>`, '\n')}</table>`,
  }),
  'table cells in one row': (count) => ({
    body: `<table><row>${times(count, (at) => `<cell xml:id="g-c${at}">${word(at)}</cell>`, '\n')}</row></table>`,
  }),
  'list items': (count) => ({
    body: `<list>${times(count, (at) => `<item xml:id="g-i${at}">${sentence(at)}</item>`, '\n')}</list>`,
  }),
  'labels and items': (count) => ({
    body: `<list type="gloss">${times(count, (at) => `<label>${word(at)}</label><item>${sentence(at)}</item>`, '\n')}</list>`,
  }),
  'numbered items without ids': (count) => ({
    body: `<list type="ordered">${times(count, (at) => `<item>${sentence(at)}</item>`, '\n')}</list>`,
  }),
  'verse lines': (count) => ({
    body: `<lg xml:id="g-lg1">${times(count, (at) => `<l n="${at}" xml:id="g-l${at}">${phrase(at)}</l>`, '\n')}</lg>`,
  }),
  'verse lines without numbers': (count) => ({
    body: times(count, (at) => `<lg>${times(2, (n) => `<l>${phrase(at + n)}</l>`)}</lg>`, '\n'),
  }),
  speeches: (count) => ({
    body: times(
      count,
      (at) =>
        `<sp who="#p${(at % 20) + 1}" xml:id="g-sp${at}"><speaker>Ada</speaker><l>${phrase(at)}</l></sp>`,
      '\n',
    ),
    standOff: persons(20),
  }),
  'speeches in prose': (count) => ({
    body: times(
      count,
      (at) => `<sp><speaker>Ada</speaker><p>${phrase(at)}</p><stage>Exit.</stage></sp>`,
      '\n',
    ),
  }),
  'parts of a cast': (count) => ({
    body: `<castList>${times(count, (at) => `<castItem><role xml:id="g-r${at}">Ada ${at}</role></castItem>`, '\n')}</castList>`,
  }),
  utterances: (count) => ({
    body: times(
      count,
      (at) => `<u who="#p${(at % 20) + 1}" start="#t${at}">${phrase(at)}</u>`,
      '\n',
    ),
    standOff: persons(20),
  }),
  'apparatus entries': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `<app><lem wit="#A">${word(at)}</lem><rdg wit="#B">${word(at + 1)}</rdg></app>`,
        ' ',
      ),
    ),
    source:
      '<listWit><witness xml:id="A" n="A">a</witness><witness xml:id="B" n="B">b</witness></listWit>',
  }),
  'apparatus entries by place': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<seg xml:id="g-s${at}">${word(at)}</seg>`, ' '),
    ),
    back: `<listApp>${times(
      count,
      (at) =>
        `<app from="#g-s${at}" to="#g-s${at}"><lem>${word(at)}</lem><rdg wit="#A">y</rdg></app>`,
      '\n',
    )}</listApp>`,
    source: '<listWit><witness xml:id="A" n="A">a</witness></listWit>',
  }),
  'readings of one entry': (count) => ({
    body: paragraph(
      1,
      `<app><lem>x</lem>${times(count, (at) => `<rdg wit="#A">${word(at)}</rdg>`)}</app>`,
    ),
    source: '<listWit><witness xml:id="A" n="A">a</witness></listWit>',
  }),
  witnesses: (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<app><lem>x</lem><rdg wit="#W${at}">${word(at)}</rdg></app>`, ' '),
    ),
    source: `<listWit>${times(count, (at) => `<witness xml:id="W${at}" n="W${at}">witness ${at}</witness>`)}</listWit>`,
  }),
  'holes of a witness': (count) => ({
    body: paragraph(
      1,
      `<app><lem>x</lem><rdg wit="#A">y</rdg></app>${times(
        count,
        (at) => `${phrase(at)} <lacunaStart wit="#A"/><hi>${word(at)}</hi> <lacunaEnd wit="#A"/>`,
        ' ',
      )}`,
    ),
    source: '<listWit><witness xml:id="A" n="A">a</witness></listWit>',
  }),
  'choices of spelling': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `<choice><orig>${word(at)}</orig><reg>${word(at + 1)}</reg></choice>`,
        ' ',
      ),
    ),
  }),
  abbreviations: (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `<choice><abbr>M<am>r</am></abbr><expan>M<ex>iste</ex>r</expan></choice>${at}`,
        ' ',
      ),
    ),
  }),
  'deletions and additions': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) =>
          `<subst><del rend="x">${word(at)}</del><add place="above">${word(at)}</add></subst><gap reason="x"/>`,
        ' ',
      ),
    ),
  }),
  'references to passages': (count) => ({
    body: times(
      count,
      (at) => paragraph(at, `see <ref target="#g-p${count - at + 1}">there</ref>`),
      '\n',
    ),
  }),
  'references to one passage': (count) => ({
    body: paragraph(
      1,
      times(count, () => 'see <ref target="#g-p1">here</ref>', ', '),
    ),
  }),
  'unknown elements': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<unheard>${word(at)}</unheard>`, ' '),
    ),
  }),
  'languages within a paragraph': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<foreign xml:lang="he">${word(at)}</foreign>`, ' '),
    ),
  }),
  'figures with pictures': (count) => ({
    body: times(
      count,
      (at) => `<figure xml:id="g-f${at}" facs="#z${at}"><head>Figure ${at}</head></figure>`,
      '\n',
    ),
    beside: `<facsimile>${times(
      count,
      (at) =>
        `<surface xml:id="s${at}"><graphic url="a${at}.jpg"/><zone xml:id="z${at}" ulx="1"/></surface>`,
    )}</facsimile>`,
  }),
  'dictionary entries': (count) => ({
    body: times(
      count,
      (at) =>
        `<entry xml:id="g-e${at}"><form><orth>${word(at)}</orth></form><sense n="1"><def>${phrase(at)}</def></sense></entry>`,
      '\n',
    ),
  }),
  'comments and instructions': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `${word(at)}<!-- ${at} --><?x ${at}?>`, ' '),
    ),
  }),
  'kinds of type': (count) => ({
    body: times(count, (at) => `<ab type="t${at}" rend="r${at}">${word(at)}</ab>`, '\n'),
  }),
  'the words of a play': (count) => ({ body: play(count) }),
} satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;

export const kindNames = Object.keys(KINDS) as KindName[];

/** A TEI file with `count` of the kind. */
export function teiOf(kind: KindName, count: number, id = 'g'): string {
  const {
    body,
    front = '',
    back = '',
    standOff = '',
    source = '',
    beside = '',
  }: Parts = KINDS[kind](count);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Growth: ${kind}</title></titleStmt>
<publicationStmt><publisher>Nobody</publisher></publicationStmt>
<sourceDesc>${source || '<p>none</p>'}</sourceDesc></fileDesc></teiHeader>
${standOff}${beside}
<text>${front && `<front>${front}</front>`}<body><div type="document" n="1" xml:id="${id}-doc">
${body}
</div></body>${back && `<back>${back}</back>`}</text>
</TEI>
`;
}

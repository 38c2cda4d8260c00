/** Kinds of growing documents: words, pages, divisions, and elements within one another. */
import { chains, type Kind, paragraph, persons, phrase, sentence, times, word } from './parts.ts';

export const RUNNING_TEXT = {
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
  'divisions of one heading': (count) => ({
    body: times(
      count,
      (at) => `<div xml:id="g-d${at}"><head>The same</head>${paragraph(at, 'x')}</div>`,
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
} satisfies Readonly<Record<string, Kind>>;

/** Kinds of growing documents: notes, tables, lists, verse, plays. */
import { type Kind, paragraph, persons, phrase, sentence, times, word } from './parts.ts';

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

export const FORMS = {
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
  'the words of a play': (count) => ({ body: play(count) }),
} satisfies Readonly<Record<string, Kind>>;

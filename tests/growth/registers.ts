/** Kinds of growing documents: names and entries, indexes, dictionaries. */
import { type Kind, paragraph, persons, phrase, sentence, times, word } from './parts.ts';

export const REGISTERS = {
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
  'entries of one name': (count) => ({
    body: times(
      count,
      (at) => paragraph(at, `<persName ref="#p${at}">John Smith</persName> ${phrase(at, 2)}.`),
      '\n',
    ),
    standOff: `<standOff><listPerson>${times(
      count,
      (at) => `<person xml:id="p${at}"><persName>John Smith</persName></person>`,
      '\n',
    )}</listPerson></standOff>`,
  }),
  'terms of an index': (count) => ({
    body: times(
      count,
      (at) =>
        paragraph(
          at,
          `${phrase(at)}<index indexName="subjects"><term>${word(at)} ${at}</term></index>.`,
        ),
      '\n',
    ),
  }),
  'lines of a printed index': (count) => ({
    body: times(count, (at) => paragraph(at, sentence(at)), '\n'),
    back: `<div type="index"><list>${times(
      count,
      (at) =>
        `<item>${word(at)}, <ref target="#g-p${at}">${at}</ref>, <ref target="#g-p1">1</ref></item>`,
      '\n',
    )}</list></div>`,
  }),
  'headwords of one spelling': (count) => ({
    body: times(
      count,
      (at) =>
        `<entry><form><orth>bank</orth></form><sense><def>${phrase(at)}</def></sense></entry>`,
      '\n',
    ),
  }),
  'senses of one entry': (count) => ({
    body: `<entry xml:id="g-e1"><form><orth>go</orth></form>${times(
      count,
      (at) => `<sense xml:id="g-s${at}" n="${at}"><def>${phrase(at)}</def></sense>`,
    )}</entry>`,
  }),
  'dictionary entries': (count) => ({
    body: times(
      count,
      (at) =>
        `<entry xml:id="g-e${at}"><form><orth>${word(at)}</orth></form><sense n="1"><def>${phrase(at)}</def></sense></entry>`,
      '\n',
    ),
  }),
} satisfies Readonly<Record<string, Kind>>;

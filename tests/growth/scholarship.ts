/** Kinds of growing documents: apparatus, readings, references, languages, pictures. */
import { chains, type Kind, paragraph, phrase, sentence, times, word } from './parts.ts';

export const SCHOLARSHIP = {
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
  'readings within readings': (count) => ({
    body: paragraph(
      1,
      chains(count, 20, () => '<app><lem wit="#A">', '</lem><rdg wit="#B">y</rdg></app>'),
    ),
    source:
      '<listWit><witness xml:id="A" n="A">a</witness><witness xml:id="B" n="B">b</witness></listWit>',
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
  'segments in two languages': (count) => ({
    body: paragraph(
      1,
      times(
        count,
        (at) => `<seg xml:lang="de">${word(at)}</seg><seg xml:lang="en">${word(at + 1)}</seg>`,
      ),
    ),
  }),
  'elements of another vocabulary': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `<x:w xmlns:x="urn:example">${word(at)}</x:w>`),
    ),
  }),
  'translations of an edition': (count) => ({
    body: `<div type="edition"><p>${sentence(1)}</p></div>${times(
      count,
      (at) => `<div type="translation" n="${at}"><p>${sentence(at)}</p></div>`,
      '\n',
    )}`,
  }),
  'translations without an edition': (count) => ({
    body: times(
      count,
      (at) => `<div type="translation" n="${at}"><p>${sentence(at)}</p></div>`,
      '\n',
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
  'comments and instructions': (count) => ({
    body: paragraph(
      1,
      times(count, (at) => `${word(at)}<!-- ${at} --><?x ${at}?>`, ' '),
    ),
  }),
  'kinds of type': (count) => ({
    body: times(count, (at) => `<ab type="t${at}" rend="r${at}">${word(at)}</ab>`, '\n'),
  }),
} satisfies Readonly<Record<string, Kind>>;

/**
 * The files for reference managers: CSL-JSON, BibTeX, BibLaTeX, RIS, CITATION.cff, and the
 * citations in words.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
// @ts-expect-error -- the package has no types.
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { documentReference } from '../../pipeline/formats/citations/reference.ts';
import { mla } from '../../pipeline/formats/citations/styles/mla.ts';
import { citation } from '../../pipeline/formats/citations/styles/rich-text.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders } from '../site/edition.ts';
import {
  ADDRESS,
  addressedEdition,
  type Case,
  DOI,
  type Made,
  metadataOf,
  ORCID,
  writeCase,
} from './editions.ts';
import { printed, readBib, readRis } from './readers.ts';

const SCHEMAS = join(PROGRAM, '..', 'shared', 'schemas');
const OWN = join(PROGRAM, 'tei');

let transformer: Transformer;
let addressed: string;

beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
  addressed = addressedEdition();
});
afterAll(removeFolders);

const made = (parts: Case): Made => metadataOf(transformer, addressed, writeCase(parts));

it('in MLA style a text of which only author and title are known ends with one full stop', () => {
  const { say } = openInterface('en');
  const { facts } = made({ title: 'On Wells', author: 'Ada North' }).document;
  const bare = { ...facts, publisher: null, issued: null, version: null, address: null, uri: null };
  const reference = documentReference({ ...bare, doi: null, recipients: [] }, null, say);
  expect(citation(mla(reference, say)).text).toBe('Ada North. “On Wells.”');
});

const HOSTILE =
  '} &lt;/script&gt;&lt;!-- "quotes" \\input{x} 50% of $5 &amp; a_b #1 ^~\nER  - \nTY  - BOOK {';
const HOSTILE_TEXT = '} </script><!-- "quotes" \\input{x} 50% of $5 & a_b #1 ^~ ER - TY - BOOK {';

/** A name that each tests another way of. */
const NAMES = {
  junior: {
    author: '<persName ref="#p_fox">Fox</persName>',
    standOff:
      '<listPerson><person xml:id="p_fox"><persName><roleName>Lieutenant Colonel</roleName> <forename>Edward</forename> <forename>J.</forename> <surname>Fox</surname>, <genName>Jr.</genName></persName></person></listPerson>',
  },
  maternal: {
    author: '<persName ref="#p_paz">Paz</persName>',
    standOff:
      '<listPerson><person xml:id="p_paz"><persName><forename>Víctor</forename> <forename>Ángel</forename> <surname>Paz</surname> <surname type="maternal">Estenssoro</surname></persName></person></listPerson>',
  },
  listed: {
    author: '<persName ref="#p_HC1">Helou</persName>',
    standOff:
      '<list><item><persName xml:id="p_HC1">Helou, Charles</persName>, President</item></list>',
  },
  office: { author: '<orgName>Embassy in Bolivia</orgName>' },
  officeWithAnd: { author: '<orgName>Bureau of Intelligence and Research</orgName>' },
  unknown: { author: 'Unknown' },
  nobody: {},
} satisfies Record<string, Case>;

function schema(name: string): ValidateFunction | undefined {
  const path = join(SCHEMAS, name);
  if (!existsSync(path)) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
}

describe.skipIf(!existsSync(SCHEMAS))(
  'the official schemas (skipped where ../shared/schemas is missing)',
  () => {
    it('accept every CSL-JSON', () => {
      const valid = schema('csl-data.json') as ValidateFunction;
      const all = [metadataOf(transformer, OWN), metadataOf(transformer, addressed)];
      for (const parts of Object.values(NAMES))
        all.push(made(parts), made({ ...parts, title: HOSTILE }));
      for (const { document, edition } of all) {
        for (const csl of [document.csl, edition.csl]) {
          valid([csl]);
          expect(valid.errors, JSON.stringify(csl)).toBeNull();
        }
      }
    });

    it('accept CITATION.cff, with and without an editor', () => {
      const valid = schema('cff.json') as ValidateFunction;
      for (const folder of [OWN, addressed]) {
        const { cff } = metadataOf(transformer, folder).edition;
        valid(load(cff));
        expect(valid.errors, String(cff)).toBeNull();
      }
    });
  },
);

describe('line ends of Unicode and control characters', () => {
  const SPOILT = 'Letter\u0085From\u2028A\u2029to \u0080\u009fB\u007f';
  const LINE = 'Letter From A to B';

  it('are spaces and nothing in every format, and none becomes a replacement character', () => {
    const folder = addressedEdition();
    const header = join(folder, 'edition.xml');
    writeFileSync(
      header,
      readFileSync(header, 'utf8').replace(/(?<=<title type="main">)[^<]*/, `The ${SPOILT}`),
    );
    const { document, edition } = metadataOf(
      transformer,
      folder,
      writeCase({
        title: SPOILT,
        author: '<persName><forename>A\u0085na</forename> <surname>B\u0080ell</surname></persName>',
      }),
    );
    expect(document.csl).toMatchObject({
      title: LINE,
      author: [{ given: 'A na', family: 'Bell' }],
    });
    expect(document.csl['container-title']).toMatch(new RegExp(`^The ${LINE}`));
    const ris = readRis(document.ris);
    expect(ris).toContainEqual(['TI', LINE]);
    expect(ris).toContainEqual(['AU', 'Bell, A na']);
    expect(ris.find(([tag]) => tag === 'T2')?.[1]).toMatch(new RegExp(`^The ${LINE}`));
    for (const bib of [document.bibtex, document.biblatex]) {
      expect(printed(readBib(bib)[0]?.fields.get('title') as string)).toBe(LINE);
      expect(printed(readBib(bib)[0]?.fields.get('booktitle') as string)).toMatch(
        new RegExp(`^The ${LINE}`),
      );
    }
    expect(load(edition.cff)).toMatchObject({
      title: expect.stringMatching(new RegExp(`^The ${LINE}`)),
    });
    // JSON in JSON is escaped twice.
    const all = JSON.stringify({ document, edition });
    expect(all).not.toMatch(/[\u007f-\u009f\u2028\u2029\ufffd]|\\u(?:00[89]|007f|202[89]|fffd)/i);
  });
});

describe('CITATION.cff', () => {
  it('names the editor with ORCID, version, day, DOI, address and licence', () => {
    expect(load(metadataOf(transformer, addressed).edition.cff)).toMatchObject({
      'cff-version': '1.2.0',
      authors: [
        { 'family-names': 'Ruiz', 'given-names': 'Ana María', orcid: `https://orcid.org/${ORCID}` },
      ],
      version: '0.1.0',
      'date-released': '2026-11-23',
      doi: DOI,
      url: ADDRESS,
      license: 'CC-BY-4.0',
    });
  });

  it('has the publisher for an author where no editor is named', () => {
    const { authors } = load(metadataOf(transformer, OWN).edition.cff) as { authors: unknown };
    expect(authors).toEqual([{ name: 'Siglum' }]);
  });
});

describe('the memo', () => {
  it('is in CSL-JSON a part of the edition, with its own date and archive, the addressee in the note', () => {
    const { csl } = metadataOf(transformer, addressed).document;
    expect(csl).toMatchObject({
      type: 'chapter',
      author: [{ family: 'Read', given: 'Benjamin H.' }],
      editor: [{ family: 'Ruiz', given: 'Ana María' }],
      issued: { 'date-parts': [[2026, 11, 23]] },
      'original-date': {
        'date-parts': [
          [1964, 5, 1],
          [1964, 5, 30],
        ],
        circa: true,
      },
      archive: 'Lyndon B. Johnson Library',
      archive_collection: 'National Security File, Country File',
      archive_location: 'Bolivia, Vol. I, Memoranda, December 1963–July 1964',
      URL: `${ADDRESS}documents/d149.html`,
    });
    expect(csl['note']).toContain('Document 149, pages 337–339');
    // Zotero turns a role that a chapter does not have into an author.
    expect(csl).not.toHaveProperty('recipient');
    expect(csl['note']).toContain('To: McGeorge Bundy.');
  });

  it('is cited in words as the printed volume asks, without the year that the header does not give', () => {
    const { citations } = metadataOf(transformer, addressed).document;
    const edition =
      'The May 31 Elections in Bolivia: A State Department Memorandum of 1964: A Digital Edition';
    const title =
      'Memorandum From the Executive Secretary of the Department of State (Read) to the President’s Special Assistant for National Security Affairs (Bundy)';
    const address = `${ADDRESS}documents/d149.html`;
    expect(citations.chicago.text).toBe(
      `Benjamin H. Read to McGeorge Bundy, memorandum, Washington, D.C., May 1964, before the 31st, in Foreign Relations of the United States, 1964–1968, Volume XXXI, South and Central America; Mexico (Washington: Government Printing Office), Document 149; digital edition in ${edition}, ed. Ana María Ruiz, version 0.1.0 (Siglum, 2026), ${address}.`,
    );
    expect(citations.mla.text).toBe(
      `Read, Benjamin H. “${title}.” May 1964, before the 31st. Foreign Relations of the United States, 1964–1968, vol. 31, South and Central America; Mexico, Government Printing Office, doc. 149, pp. 337–39. ${edition}, edited by Ana María Ruiz, version 0.1.0, Siglum, 2026, ${address}.`,
    );
    expect(citations.apa.text).toBe(
      `Read, B. H. (2026). ${title}. In A. M. Ruiz (Ed.), ${edition} (Version 0.1.0). Siglum. ${address} (Original work written 1964; reprinted from Foreign Relations of the United States, 1964–1968, Volume XXXI, South and Central America; Mexico, Document 149, pp. 337–339, Government Printing Office)`,
    );
    expect(citations.chicago.html).toContain('<cite>Foreign Relations of the United States</cite>');
  });

  it('is cited in the language of the interface', () => {
    const { citations } = metadataOf(transformer, addressed, undefined, 'es').document;
    expect(citations.chicago.text).toMatch(
      /^Benjamin H\. Read a McGeorge Bundy, .*, Documento 149; edición digital en /,
    );
  });

  it('is in BibTeX, BibLaTeX and RIS the same work', () => {
    const { bibtex, biblatex, ris } = metadataOf(transformer, addressed).document;
    const [one] = readBib(bibtex);
    const [other] = readBib(biblatex);
    for (const entry of [one, other]) {
      expect(entry).toMatchObject({ type: 'incollection', key: 'read1964d149' });
      expect(entry?.fields.get('author')).toBe('Read, Benjamin H.');
      expect(entry?.fields.get('editor')).toBe('Ruiz, Ana María');
      expect(entry?.fields.get('url')).toBe(`${ADDRESS}documents/d149.html`);
    }
    expect(one?.fields.get('year')).toBe('2026');
    expect(other?.fields.get('origdate')).toBe('1964-05-01/1964-05-30');
    const lines = readRis(ris);
    expect(lines[0]).toEqual(['TY', 'CHAP']);
    for (const line of [
      ['AU', 'Read, Benjamin H.'],
      ['A2', 'Ruiz, Ana María'],
      ['DB', 'Lyndon B. Johnson Library'],
      ['DA', '2026/11/23/'],
    ])
      expect(lines).toContainEqual(line);
  });
});

describe('a document of an edition that reprints no volume', () => {
  it('is cited by its number in the edition; a file without an identifier is identified by its name', () => {
    const path = writeCase({ title: 'Letter', number: '7', id: null });
    const { document } = metadataOf(transformer, addressed, path);
    expect(document.citations.chicago.text).toMatch(
      /^“Letter,” in The May 31 .* \(Siglum, 2026\), Document 7, https:/,
    );
    expect(document.citations.mla.text).toContain(', Siglum, 2026, doc. 7, https:');
    expect(document.citations.apa.text).toContain('(Version 0.1.0) (Document 7). Siglum.');
    expect(document.csl).toMatchObject({ 'citation-key': 'm1', note: 'Document 7.' });
  });
});

describe('a hostile title', () => {
  it('is in BibTeX and BibLaTeX printed unchanged, and ends nothing', () => {
    const { bibtex, biblatex } = made({
      title: HOSTILE,
      author: '<persName>A \\ } B and C</persName>',
    }).document;
    for (const text of [bibtex, biblatex]) {
      const [entry, ...more] = readBib(text);
      expect(more).toEqual([]);
      expect(printed(entry?.fields.get('title') as string)).toBe(HOSTILE_TEXT);
      expect(printed(entry?.fields.get('author') as string)).toBe('A \\ } B and C');
    }
  });

  it('is in RIS one line', () => {
    const lines = readRis(made({ title: HOSTILE }).document.ris);
    expect(lines.filter(([tag]) => tag === 'TI')).toEqual([['TI', HOSTILE_TEXT]]);
    expect(lines.filter(([tag]) => tag === 'TY' || tag === 'ER')).toEqual([
      ['TY', 'CHAP'],
      ['ER', ''],
    ]);
  });

  it('is in HTML text', () => {
    const { citations } = made({ title: HOSTILE }).document;
    for (const { html, text } of Object.values(citations)) {
      expect(html).not.toMatch(/<\/?script|<!--/);
      expect(text).toContain('</script><!--');
    }
  });
});

describe('names', () => {
  it.each([
    [
      'junior',
      { family: 'Fox', given: 'Edward J.', suffix: 'Jr.', 'comma-suffix': true },
      'Fox, Jr., Edward J.',
      'Fox, Edward J., Jr.',
    ],
    [
      'maternal',
      { family: 'Paz Estenssoro', given: 'Víctor Ángel' },
      'Paz Estenssoro, Víctor Ángel',
      'Paz Estenssoro, Víctor Ángel',
    ],
    ['listed', { family: 'Helou', given: 'Charles' }, 'Helou, Charles', 'Helou, Charles'],
    ['office', { literal: 'Embassy in Bolivia' }, '{Embassy in Bolivia}', 'Embassy in Bolivia'],
    [
      'officeWithAnd',
      { literal: 'Bureau of Intelligence and Research' },
      '{Bureau of Intelligence and Research}',
      'Bureau of Intelligence and Research',
    ],
  ] as const)('%s', (name, csl, bib, ris) => {
    const { document } = made(NAMES[name]);
    expect(document.csl['author']).toEqual([csl]);
    expect(readBib(document.bibtex)[0]?.fields.get('author')).toBe(bib);
    expect(readRis(document.ris)).toContainEqual(['AU', ris]);
  });

  it.each([
    // Of "Fox Jr., Edward J." Zotero would make two authors, unless one space does not break; a
    // third part it would drop.
    ['junior', 'Fox\u00A0Jr., Edward J.', 'Fox, Edward J., Jr.'],
    ['maternal', 'Paz\u00A0Estenssoro, Víctor Ángel', 'Paz Estenssoro, Víctor Ángel'],
    ['listed', 'Helou, Charles', 'Helou, Charles'],
    // Without a comma the last word would become the surname.
    ['office', 'Embassy in Bolivia,', 'Embassy in Bolivia'],
  ] as const)(
    'in meta elements are such as Zotero does not divide: %s',
    (name, highwire, dublinCore) => {
      const { tags } = made(NAMES[name]).document;
      const of = (wanted: string): string[] =>
        tags.filter((tag) => tag.name === wanted).map(({ content }) => content);
      expect(of('citation_author')).toEqual([highwire]);
      expect(of('DC.creator')).toEqual([dublinCore]);
    },
  );

  it.each(['unknown', 'nobody'] as const)('without a name are omitted: %s', (name) => {
    const { document } = made({ ...NAMES[name], title: 'Editorial Note' });
    expect(document.csl).not.toHaveProperty('author');
    expect(document.bibtex).not.toMatch(/author|unknown/i);
    expect(document.ris).not.toMatch(/^AU/m);
    expect(document.tags.map((tag) => tag.name)).not.toContain('citation_author');
    expect(document.citations.chicago.text).toMatch(/^“Editorial Note,” in /);
    expect(document.citations.mla.text).toMatch(/^“Editorial Note\.” /);
    expect(document.citations.apa.text).toMatch(/^Editorial Note\. \(2026\)\. In /);
  });

  it('of several authors are joined as each style has them', () => {
    const { citations } = made({
      author:
        '<persName><forename>Ann</forename> <surname>Other</surname></persName><persName><forename>Jean-Paul</forename> <surname>Roe</surname></persName>',
    }).document;
    expect(citations.chicago.text).toMatch(/^Ann Other and Jean-Paul Roe, “/);
    expect(citations.mla.text).toMatch(/^Other, Ann, and Jean-Paul Roe\. /);
    expect(citations.apa.text).toMatch(/^Other, A\., & Roe, J\.-P\. \(2026\)/);
  });
});

describe('dates', () => {
  it.each([
    [
      '<date when="1964-05-31T17:39:00">May 31, 5:39 p.m.</date>',
      'May 31, 1964',
      '1964-05-31',
      '1964-05-31',
    ],
    ['<date when="1964-05"/>', 'May 1964', '1964-05', '1964-05'],
    [
      '<date from="1963-12" to="1964-07"/>',
      'December 1963 to July 1964',
      '1963-12/1964-07',
      '1963-12/1964-07',
    ],
    ['<date notBefore="1964-05-01"/>', 'after May 1, 1964', '1964-05-01/..', '[1964-05-01..]'],
    ['<date notAfter="1964">before 1965</date>', 'before 1965', '../1964', '[..1964]'],
    ['<date>undated</date>', 'undated', null, null],
  ])('%s', (date, words, range, edtf) => {
    const { facts, citations, biblatex } = made({ date }).document;
    expect(facts.date).toMatchObject({ words, range, edtf });
    expect(citations.chicago.text).toContain(`,” ${words}`);
    expect(readBib(biblatex)[0]?.fields.get('origdate')).toBe(range?.replace('..', ''));
  });

  it('are omitted where there is none', () => {
    const { facts, csl } = made({}).document;
    expect(facts.date).toBeNull();
    expect(csl).not.toHaveProperty('original-date');
  });
});

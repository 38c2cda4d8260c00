/**
 * Every element of TEI, anywhere in a text: its characters are on the page, and elements without a
 * template are reported.
 *
 * The names are those of TEI All, which is beside the checkout (../shared/schemas); if it is
 * missing, the tests report that they were skipped.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { DocumentHtml } from '../../pipeline/transform/model.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { readTree, textOf } from '../../pipeline/xml/tree.ts';

const TEI_ALL = join(PROGRAM, '..', 'shared', 'schemas', 'tei_all.rng');
const folder = mkdtempSync(join(tmpdir(), 'siglum-elements-'));

let transformer: Transformer;

beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Elements of TEI that contain a whole text, or a header, and are never inside a text. */
const WHOLE = new Set(['TEI', 'teiCorpus', 'teiHeader']);

function names(): string[] {
  const rng = readFileSync(TEI_ALL, 'utf8');
  const declared = [...rng.matchAll(/<element name="([A-Za-z][\w-]*)"/g)].map(
    ([, name]) => name as string,
  );
  return [...new Set(declared)].filter((name) => !WHOLE.has(name)).sort();
}

/** The possible parents of an element, from the whole text down to a word. `X` is the element. */
const PLACES: Readonly<Record<string, string>> = {
  'the body': '<body>X</body>',
  'a division': '<body><div><head>Head</head>X</div></body>',
  'a paragraph': '<body><p>Before X after.</p></body>',
  'a heading': '<body><div><head>Before X after</head><p>Text.</p></div></body>',
  'a list': '<body><list><item>Before</item>X<item>after</item></list></body>',
  'an item': '<body><list><item>Before X after</item></list></body>',
  'a table': '<body><table><row><cell>Before</cell></row>X</table></body>',
  'a row': '<body><table><row><cell>Before</cell>X</row></table></body>',
  'a cell': '<body><table><row><cell>Before X after</cell></row></table></body>',
  'a note': '<body><p>Text<note>Before X after</note></p></body>',
  'a choice': '<body><p>Before <choice><sic>teh</sic>X</choice> after.</p></body>',
  'an apparatus': '<body><p>Before <app><lem>one</lem><rdg>two</rdg>X</app> after.</p></body>',
  'a reading': '<body><p>Before <app><lem>one</lem><rdg>two X</rdg></app> after.</p></body>',
  'a stanza': '<body><lg><l>Before</l>X</lg></body>',
  'a verse': '<body><lg><l>Before X after</l></lg></body>',
  'a speech': '<body><sp><speaker>Who</speaker>X</sp></body>',
  'an entry': '<body><entry><form><orth>word</orth></form>X</entry></body>',
  'a name': '<body><p>Before <persName ref="#nobody">Ann X</persName> after.</p></body>',
  'a reference':
    '<body><p>Before <ref target="#nowhere">see X</ref> <ref target="https://example.org/">there X</ref> after.</p></body>',
  'a date': '<body><p>Before <date when="1964-05">May X</date> after.</p></body>',
  'a bibliography': '<body><listBibl><head>Works</head><bibl>One X</bibl>X</listBibl></body>',
  'a figure': '<body><figure><head>Picture</head>X</figure></body>',
  'a gap': '<body><p>Before <gap>X</gap> after.</p></body>',
  'a title page':
    '<front><titlePage><docTitle><titlePart>Title X</titlePart></docTitle>X</titlePage></front><body><p>Text.</p></body>',
  'a line of a source': '<body><ab><lb n="1"/>Before X<lb n="2"/>after</ab></body>',
};

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>Elements</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';

function rendered(name: string, text: string): DocumentHtml {
  const path = join(folder, `${name}.xml`);
  writeFileSync(path, `<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER}${text}</TEI>`);
  return transformer.html(path, { strings: openInterface('en').strings, addresses: {} });
}

/** The visible text of a document, anywhere on its page. */
function seen({ heading, text, notes, apparatus }: DocumentHtml): string {
  return [heading, text, notes, apparatus]
    .join(' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

describe.skipIf(!existsSync(TEI_ALL))(
  'each element of TEI All (skipped where ../shared/schemas is missing)',
  () => {
    it('is taken from the schema, all of them', () => {
      expect(names().length).toBeGreaterThan(500);
    });

    it.each(Object.entries(PLACES))('in %s keeps its characters', (place, form) => {
      // All of them in one text, since each run of a stylesheet takes time.
      const [, before = '', one = '', after = ''] = /^(.*<body>)(.*)(<\/body>)$/.exec(form) ?? [];
      const texts = names().map((name) =>
        one.replaceAll('X', () => `<${name}>_${name}_</${name}>`),
      );
      const front = before.replaceAll('X', () =>
        names()
          .map((name) => `<${name}>_${name}_</${name}>`)
          .join(''),
      );
      const text = `<text>${front}${texts.join('\n')}${after}</text>`;
      const html = rendered('all', text);
      const page = seen(html);
      expect(
        names().filter((name) => count(page, `_${name}_`) < count(text, `>_${name}_<`)),
        `lost in ${place}`,
      ).toEqual([]);
      const words = textOf(readTree({ path: place, content: text }))
        .split(/[^\p{L}]+/u)
        .filter((word) => /^(before|after|head|text|who)$/i.test(word));
      for (const word of new Set(words))
        expect(count(page, word), `${word} in ${place}`).toBeGreaterThanOrEqual(
          words.filter((w) => w === word).length,
        );
    });
  },
);

/**
 * Elements that are in texts after the customizations in common use (TEI Lite, EpiDoc, DTABf, TEI
 * Lex-0, the plays of DraCor, letters).
 */
const COMMON = `
  ab abbr actor add addSpan addrLine address am app argument author back bibl biblScope biblStruct body byline c caesura camera castGroup castItem castList
  cb cell certainty choice cit cl closer code corr damage damageSpan date dateline def del delSpan desc div div1 div2 docAuthor docDate docEdition
  docImprint docTitle editor eg emph entry epigraph epilogue etym ex expan figDesc figure floatingText foreign form formula front fw g gap gb geogName
  gloss gram gramGrp group handShift head hi hom hyph imprimatur incident item kinesic l label lb lbl lg lang list listBibl listPerson listPlace
  listWit measure mentioned metamark milestone mod move name notatedMusic note num nym orgName orig orth p pause pb pc performance persName person phr place
  placeName postscript precision prologue pron ptr publisher pubPlace q quote re ref reg region relation restore retrace role roleDesc rs ruby s said salute
  seg sense series set settlement shift sic signed soCalled sound sp space speaker spGrp stage stamp street subst supplied surname surplus syll table tech
  term text time title titlePage titlePart tns trailer u unclear undo usg view vocal w watermark witDetail witness writing xr`;

describe.skipIf(!existsSync(TEI_ALL))(
  'elements in common use (skipped where ../shared/schemas is missing)',
  () => {
    it('are elements of TEI All', () => {
      const known = new Set(names());
      expect(
        COMMON.trim()
          .split(/\s+/)
          .filter((name) => !known.has(name)),
      ).toEqual([]);
    });

    it.each(['<p>X</p>', '<div>X</div>'])(
      'are rendered by a rule, not only reported, in %s',
      (form) => {
        const empty = [
          'cb',
          'gb',
          'lb',
          'milestone',
          'pb',
          'ptr',
          'space',
          'choice',
          'table',
          'list',
          'app',
          'gap',
        ];
        const some = COMMON.trim()
          .split(/\s+/)
          .map((name) =>
            form.replace('X', `<${name}>${empty.includes(name) ? '' : 'words'}</${name}>`),
          );
        expect(rendered('common', `<text><body>${some.join('')}</body></text>`).unforeseen).toEqual(
          [],
        );
      },
    );
  },
);

describe.skipIf(!existsSync(TEI_ALL))(
  'a reference to an element (skipped where ../shared/schemas is missing)',
  () => {
    it.each(['<p>X</p>', '<div>X</div>', '<list><item>X</item></list>'])(
      'leads to something on the page, in %s',
      (form) => {
        const one = (name: string): string =>
          `<${name} xml:id="i_${name}">words</${name}> <ref target="#i_${name}">there</ref>`;
        const parts = names().map((name) => form.replace('X', one(name)));
        const { heading, text, notes, apparatus } = rendered(
          'ids',
          `<text><body>${parts.join('')}</body></text>`,
        );
        const page = heading + text + notes + apparatus;
        const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
        expect(ids.length).toBe(new Set(ids).size);
        const dead = [...page.matchAll(/href="#([^"]*)"/g)]
          .map(([, id]) => id)
          .filter((id) => !ids.includes(id));
        expect(dead).toEqual([]);
      },
    );
  },
);

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

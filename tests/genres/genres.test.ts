/**
 * What scholars of verse, plays, dictionaries and inscriptions expect on a page: xslt/html on small
 * texts, written for this.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { DocumentHtml } from '../../pipeline/transform/model.ts';
import { openTransformer } from '../../pipeline/transform/transform.ts';
import { readTree, textOf } from '../../pipeline/xml/tree.ts';

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>Genres</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';

const SOURCED = HEADER.replace(
  '<sourceDesc><p/></sourceDesc>',
  '<sourceDesc><biblFull><titleStmt><title type="series">Rain</title><title type="complete">All the Rain</title></titleStmt><publicationStmt><publisher>The Press</publisher><pubPlace>Town</pubPlace><date when="1901">1901</date></publicationStmt></biblFull></sourceDesc>',
);

const TEXTS: Readonly<Record<string, string>> = {
  verse: `<div><head>Rain</head><lg><l n="4">The rain <caesura/>comes down,</l><l n="5" rend="indent2">the <hi rendition="#italic">river</hi> rises,</l>
    <l n="5a" style="text-align: center">and all is wet</l><l rend="strange">at last.</l></lg></div>`,
  play: `<castList><castItem><role>Anna</role>, <roleDesc>a miller</roleDesc></castItem></castList>
    <div type="act"><head>Act One</head><stage>A mill.</stage><sp><speaker>Anna</speaker><l n="9" part="I">Who knocks?</l></sp>
    <sp><speaker>Boy</speaker><l n="9" part="F">I <stage>kneeling</stage> do.</l></sp><sp><speaker>Anna</speaker><p>Enter <stage>opens</stage> then.</p></sp></div>
    <div type="act"><head>Act Two</head><stage>The same.</stage></div>`,
  dictionary: `<entry xml:id="mill"><form type="lemma"><orth>mill</orth> <pron>mɪl</pron></form> <gramGrp><pos>noun</pos></gramGrp>
    <sense n="1"><def>a house where corn is ground</def> <cit type="translation"><quote xml:lang="es">molino</quote></cit></sense>
    <sense n="2"><cit type="example"><quote>as slow as the <oRef/></quote></cit></sense> <etym>from an old word</etym> <xr>see <ref target="#mill">mill</ref></xr></entry>`,
  inscription: `<div type="edition"><ab><lb n="1"/>DIS <supplied reason="lost" cert="low">MANI</supplied>BVS <expan><abbr>S</abbr><ex>acrum</ex></expan>
    <lb n="2" break="no"/>VIX<unclear>IT</unclear> <gap reason="lost" quantity="3" unit="character"/> <gap reason="illegible" extent="unknown" unit="line"/> <del rend="erased">ANNIS</del> <surplus>ET</surplus>
    <supplied reason="omitted">C</supplied></ab></div><div type="translation"><p>To the shades. <supplied reason="lost">Plain</supplied></p></div>`,
};

const folder = mkdtempSync(join(tmpdir(), 'siglum-genres-'));
const pages: Record<string, DocumentHtml> = {};

beforeAll(async () => {
  const transformer = await openTransformer(join(PROGRAM, '.cache'));
  for (const [name, body] of Object.entries(TEXTS)) {
    const path = join(folder, `${name}.xml`);
    writeFileSync(
      path,
      `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${name}">${HEADER}<text><body>${body}</body></text></TEI>`,
    );
    pages[name] = transformer.html(path, { strings: openInterface('en').strings, addresses: {} });
  }
  const sourced = join(folder, 'sourced.xml');
  writeFileSync(
    sourced,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0">${SOURCED}<text><body><p/></body></text></TEI>`,
  );
  pages['sourced'] = transformer.html(sourced, {
    strings: openInterface('en').strings,
    addresses: {},
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const textOfPage = (name: string): string => pages[name]?.text ?? '';

/**
 * The letters of a page that belong to the text: without the edition's additions, which are marked.
 */
function letters(name: string): string {
  const { heading = '', text = '' } = pages[name] ?? {};
  return (heading + text)
    .replace(/<(\w+)[^>]*class="[^"]*\badded\b[^"]*"[^>]*>[^<]*<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '');
}

describe('every genre', () => {
  it.each(Object.entries(TEXTS))(
    '%s: the text is on the page as it was, and nothing is unforeseen',
    (name, body) => {
      const source = textOf(
        readTree({
          path: name,
          content: `<body xmlns="http://www.tei-c.org/ns/1.0">${body}</body>`,
        }),
      );
      expect(letters(name)).toBe(source.replace(/\s+/g, ''));
      expect(pages[name]?.unforeseen).toEqual([]);
    },
  );

  it.each(Object.keys(TEXTS))('%s has no inline style', (name) => {
    expect(textOfPage(name)).not.toMatch(/\sstyle=/);
  });
});

describe('a source that is described as a whole file', () => {
  it('is in the record with its title and who printed it, where that is said', () => {
    expect(pages['sourced']?.record).toContain('<cite>All the Rain</cite> (Town: The Press, 1901)');
  });
});

describe('verse', () => {
  it('shows every fifth number, and one that is no integer', () => {
    expect(
      [...textOfPage('verse').matchAll(/line-number added">([^<]*)</g)].map(([, n]) => n),
    ).toEqual(['5 ', '5a ']);
  });

  it('has the indents and the place that the TEI says, and no class for what no one knows', () => {
    expect(textOfPage('verse')).toContain('<div class="l indent-2">');
    expect(textOfPage('verse')).toContain('<div class="l centred">');
    expect(textOfPage('verse')).toContain('<div class="l">at last.</div>');
    expect(textOfPage('verse')).toContain('<span class="italic">river</span>');
  });

  it('marks a caesura', () => {
    expect(textOfPage('verse')).toContain('The rain <span class="caesura"></span>comes down,');
  });
});

describe('a play', () => {
  it('keeps a direction in the line of the speech', () => {
    expect(textOfPage('play')).toContain('I <span class="stage">kneeling</span> do.');
    expect(textOfPage('play')).toContain('Enter <span class="stage">opens</span> then.</p>');
    expect(textOfPage('play')).toContain('<div class="stage">A mill.</div>');
  });

  it('shows a verse that another speaker finishes, and roles', () => {
    expect(textOfPage('play')).toContain('<div class="l final-part">');
    expect(textOfPage('play')).toContain(
      '<span class="role">Anna</span>, <span class="roleDesc">a miller</span>',
    );
  });
});

describe('a dictionary', () => {
  it('numbers its senses as the source does', () => {
    expect(
      [...textOfPage('dictionary').matchAll(/sense-number added">([^<]*)</g)].map(([, n]) => n),
    ).toEqual(['1 ', '2 ']);
  });

  it('has the headword, the equivalent with its language, and an example as a quotation, once', () => {
    expect(textOfPage('dictionary')).toContain('<span class="orth">mill</span>');
    expect(textOfPage('dictionary')).toContain('<span class="equivalent" lang="es">molino</span>');
    expect(textOfPage('dictionary')).toContain(
      '<span class="cit"><q>as slow as the <span class="added">~</span></q></span>',
    );
  });
});

describe('an inscription', () => {
  /** As it is read, with the signs. */
  const read = (): string =>
    textOfPage('inscription')
      .replace(/<br[^>]*>/g, '|')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ');

  it('has the signs of the Leiden conventions', () => {
    expect(read()).toContain('1 DIS [MANI?]BVS S(acrum)');
    expect(read()).toContain('-|2 VIXIT [...] – – an unknown number of lines – – ⟦ANNIS⟧ {ET} ⟨C⟩');
  });

  it('has them in the division of the text alone', () => {
    expect(read()).toContain('To the shades. Plain');
  });

  it('begins with its first line, and each division has a name', () => {
    expect(textOfPage('inscription')).not.toMatch(/<br>\s*<span class="line-number added">1 /);
    expect(textOfPage('inscription')).toContain('<h2 class="added">Text</h2>');
    expect(textOfPage('inscription')).toContain('<h2 class="added">Translation</h2>');
  });
});

/**
 * Letters, facsimiles, drafts, apparatuses, languages and anthologies that were encoded elsewhere:
 * a folder of them (tests/fixtures/genres) is built unchanged, and the pages are compared with the
 * files.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { DocumentHtml } from '../../pipeline/transform/model.ts';
import { openTransformer } from '../../pipeline/transform/transform.ts';
import { descend, readTree, type TreeElement, textOf } from '../../pipeline/xml/tree.ts';
import { removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';
import { lettersOf } from './letters.ts';

const FOLDER = join(PROGRAM, 'tests', 'fixtures', 'genres');
/** The documents; `persons.xml` is a register. */
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.xml') && name !== 'persons.xml');

let site: string;
let said: Said;
const parts: Record<string, DocumentHtml> = {};

beforeAll(async () => {
  site = join(temporaryFolder(), '_site');
  said = await siglumHere('build', '--edition', FOLDER, '--out', site);
  const transformer = await openTransformer(join(PROGRAM, '.cache'));
  for (const name of FILES)
    parts[name] = transformer.html(join(FOLDER, name), {
      strings: openInterface('en').strings,
      addresses: {},
    });
}, 120_000);

afterAll(removeFolders);

const page = (name: string): string =>
  readFileSync(join(site, 'documents', `${name}.html`), 'utf8');
const reading = (name: string): string =>
  page(name).split('class="reading"')[1]?.split('class="afterword"')[0] ?? '';

/** The file's text, or what its surfaces transcribe; and how its pictures are described. */
function sourceOf(name: string): string {
  const root = readTree({ path: name, content: readFileSync(join(FOLDER, name)) });
  const pictures = descend(root, 'facsimile');
  const text = (descend(root, 'text') ?? descend(root, 'sourceDoc')) as TreeElement;
  return textOf(text) + (pictures ? textOf(pictures) : '');
}

const sorted = (text: string): string => [...text.replace(/\s+/g, '')].sort().join('');

describe('a folder of many kinds of TEI', () => {
  it('is built, each document of it', () => {
    expect(said.code, said.err).toBe(0);
    expect(said.err).not.toMatch(/no stylesheet supports/);
    for (const name of FILES)
      expect(existsSync(join(site, 'documents', name.replace('.xml', '.html')))).toBe(true);
  });

  it.each(FILES)(
    '%s: each character is on the page, and none that is not marked as added',
    (name) => {
      const { heading, text, notes, apparatus } = parts[name] as DocumentHtml;
      expect(sorted(lettersOf(heading + text + notes + apparatus))).toBe(sorted(sourceOf(name)));
    },
  );

  it.each(FILES)('%s: each link within the page leads to something on it', (name) => {
    const html = page(basename(name, '.xml'));
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(FILES)('%s asks no other host for anything', (name) => {
    expect(page(basename(name, '.xml'))).not.toMatch(
      /<(img|script|source|iframe)\b[^>]*\s(src|href)="(https?:)?\/\//,
    );
    expect(page(basename(name, '.xml'))).not.toMatch(/\sstyle="|href="javascript:/);
  });
});

describe('a letter', () => {
  it('has sender, addressee, place and day in its record', () => {
    for (const words of ['Ines Valle', 'Tomas Rey', 'Porto', '3 May 1851'])
      expect(page('letter')).toContain(words);
  });

  it('says where an addition is, how much is lost, and that a hand begins', () => {
    expect(reading('letter')).toContain('<ins class="add" title="Above the line">boats</ins>');
    expect(reading('letter')).toContain(
      '<del class="del struck" title="Struck through">ships</del>',
    );
    expect(reading('letter')).toContain('<span class="gap" title="Illegible, 2 words">');
    expect(reading('letter')).toContain('[another hand: pencil]');
  });

  it('keeps the two renditions of one word', () => {
    expect(reading('letter')).toContain('<i class="bold">both</i>');
    expect(reading('letter')).toContain('class="centred"');
  });

  it('has a division called notes that is none of the page’s own', () => {
    expect(reading('letter')).toContain('<section class="division" data-type="notes">');
  });
});

describe('pictures', () => {
  it('that lie beside the documents are copied and shown with their words', () => {
    expect(reading('facsimile')).toContain(
      '<img src="../pictures/img/wheel.png" alt="A wheel with eight spokes"',
    );
    expect(readFileSync(join(site, 'pictures', 'img', 'wheel.png'))).toEqual(
      readFileSync(join(FOLDER, 'img', 'wheel.png')),
    );
  });

  it('of a page are a link, through the surface that it names', () => {
    expect(reading('facsimile')).toContain(
      '<a class="facsimile added" href="../pictures/img/leaf1.png">',
    );
    expect(reading('facsimile')).toContain(
      '<a class="facsimile added" href="https://example.org/leaf2.jpg">',
    );
  });

  it('that are missing are reported once for a document, with the place', () => {
    const reported = said.err.match(/.*ref\/no-picture.*/g) ?? [];
    expect(reported).toHaveLength(2);
    expect(reported[0]).toMatch(
      /facsimile\.xml:\d+:\d+: warning: the picture img\/cover\.png does not exist, and 3 more/,
    );
  });
});

describe('formulas, music and code', () => {
  it('are set where a browser can, and else shown unchanged', () => {
    expect(reading('facsimile')).toContain(
      '<math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
    );
    expect(reading('facsimile')).toContain('data-notation="TeX">\\frac{a}{b} &lt; c^2</span>');
    expect(reading('facsimile')).toContain('[music in MEI, in the TEI]');
    expect(reading('facsimile')).toContain('&lt;hi&gt;</span>within');
  });
});

describe('an apparatus', () => {
  it('has the witnesses that the back matter lists, and the letters of those that no one lists', () => {
    expect(page('apparatus')).toContain('<a class="siglum added" href="#C">C</a>');
    expect(page('apparatus')).toContain(
      '<b class="siglum added" title="not in the list of witnesses">Z</b>',
    );
    expect(page('apparatus')).toContain('<b class="siglum added">Smith</b>');
    expect(page('apparatus')).toContain('id="site-witness-1"');
  });

  it('names the lemma without the readings of entries within it', () => {
    expect(page('apparatus')).toContain('<span class="lemma added">alone.</span>');
  });

  it('reports an entry for a place that the text does not have', () => {
    expect(page('apparatus')).toContain('<span class="lemma">nowhere</span>');
  });
});

describe('languages', () => {
  it('are written in their direction, by script where the tag names one', () => {
    const html = reading('languages');
    expect(html).toContain('lang="he" dir="rtl"');
    expect(html).toContain('lang="az-Arab" dir="rtl"');
    expect(html).toMatch(/lang="ks-Latn">/);
    expect(html).toContain('<i lang="en" dir="ltr">English words</i>');
  });

  it('give a whole text its direction, with heading and notes', () => {
    const html = page('persian');
    expect(html).toContain('<div class="leftward" dir="rtl" lang="fa">');
    expect(html).toMatch(/<h1[^>]*dir="rtl"[^>]*>یک نامه/);
    expect(html).toMatch(/<li class="note"[^>]*lang="fa" dir="rtl"/);
    expect(html).toContain('<i lang="en" dir="ltr">letter</i>');
  });

  it('renditions of the header are classes, and nothing else of their CSS comes through', () => {
    const html = reading('languages');
    expect(html).toContain('<p class="ink-red italic"');
    expect(html).toMatch(/<p class="centred" id="at-ab1"|<p class="centred ink-blue" id="at-ab1"/);
    expect(html).not.toMatch(/example\.org\/x\.png|display:none|position/);
  });
});

describe('structure', () => {
  it('a heading that words precede stays after them', () => {
    const html = page('structure');
    expect(html).toMatch(/<h1>An anthology<\/h1>/);
    expect(html.indexOf('Before the head')).toBeLessThan(
      html.indexOf('Late heading</') + html.indexOf('Late heading<a'),
    );
  });

  it('headings have the level of their division', () => {
    const levels = [...reading('structure').matchAll(/<h(\d)[^>]*>(\d)</g)].map(
      ([, level, text]) => [text, level],
    );
    expect(levels).toEqual([
      ['1', '2'],
      ['2', '3'],
      ['3', '4'],
      ['4', '5'],
      ['5', '6'],
      ['6', '6'],
      ['7', '6'],
    ]);
  });

  it('persons in other files and behind a prefix lead to their pages, and those on the web there', () => {
    const html = reading('structure');
    expect(
      html.match(/<a class="person(?: again)?" href="\.\.\/persons\/bo-lind\.html"/g),
    ).toHaveLength(2);
    expect(html).toContain('<a class="person" href="https://d-nb.info/gnd/118540238">Goethe</a>');
    expect(html).toContain('<a class="person" href="https://viaf.org/viaf/24602065">him</a>');
    expect(existsSync(join(site, 'persons', 'bo-lind.html'))).toBe(true);
  });
});

/** The interface in each of its languages: complete, and no address depends on it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { filingOrder } from '../../../pipeline/model/filing.ts';
import { interfaceLanguages, openInterface } from '../../../pipeline/publish/interface/strings.ts';
import { withSharedFiles } from '../../../pipeline/publish/interface/translations.ts';
import {
  coordinatesInWords,
  dayInWords,
  spanInWords,
} from '../../../pipeline/publish/interface/wording.ts';
import { changeIn, copyOfEdition, filesBelow, removeFolders, temporaryFolder } from '../edition.ts';
import { siglumHere } from '../in-process.ts';

const FOLDER = join(PROGRAM, 'site', '_data', 'i18n');
const strings = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8'));
const OTHERS = interfaceLanguages().filter((language) => language !== 'en');

/** Plural forms differ from language to language (CLDR); what they are forms of does not. */
const withoutPlural = (key: string): string => key.replace(/\.(zero|one|two|few|many|other)$/, '');
const keys = (language: string): string[] =>
  [...new Set(Object.keys(strings(language)).map(withoutPlural))].sort();

describe('the strings', () => {
  it('are there in more than one language', () => {
    expect(OTHERS).toEqual(expect.arrayContaining(['de', 'es', 'fr']));
  });

  it.each(OTHERS)('of %s are complete, and none is left over', (language) => {
    expect(keys(language)).toEqual(keys('en'));
  });

  it.each(OTHERS)('of %s take the same values', (language) => {
    const own = strings(language);
    for (const [key, text] of Object.entries(strings('en'))) {
      const places = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g))].sort();
      if (own[key] !== undefined) expect([key, places(own[key])]).toEqual([key, places(text)]);
    }
  });

  it.each(interfaceLanguages())('of %s have a form for every number', (language) => {
    const own = strings(language);
    const forms = (words: Record<string, string>): string[] =>
      Object.keys(words).filter(
        (key) => key.endsWith('.other') && key.replace(/other$/, 'one') in words,
      );
    expect(forms(own).sort()).toEqual(forms(strings('en')).sort());
    for (const key of forms(own)) {
      for (const n of [0, 1, 2, 1_000_000]) {
        const said = openInterface(language).say(key.replace(/\.other$/, ''), { n, span: '1964' });
        expect(said).not.toMatch(/\{|^[a-z]+\.[a-z.]+$/);
      }
    }
  });

  it('have the quotation marks and spaces of their language', () => {
    // The forms of the search's syntax are the same in all languages.
    const all = (language: string): string =>
      Object.entries(strings(language))
        .filter(([key]) => !key.startsWith('search.syntax.'))
        .map(([, words]) => words)
        .join('\n');
    expect(all('de')).not.toMatch(/["“][\p{L}{]|[\p{L}}]”/u);
    expect(all('de')).toContain('„{words}“');
    expect(all('fr')).toContain('«\u202f{words}\u202f»');
    expect(all('fr')).not.toMatch(/["“”„']/);
    expect(all('fr')).not.toMatch(/(?<![\u202f\n])[;?!»]|«(?!\u202f)|[^\u00a0]:/u);
  });

  it('are there for every key that a layout says', () => {
    const known = new Set(keys('en'));
    const layouts = join(PROGRAM, 'site', '_layouts');
    for (const name of filesBelow(layouts)) {
      for (const [, key = ''] of readFileSync(join(layouts, name), 'utf8').matchAll(
        /'([a-z][\w.-]*)' \| say\b/g,
      )) {
        expect(known, `${key}, said in ${name}`).toContain(withoutPlural(key));
      }
    }
  });
});

describe('values in words', () => {
  const german = openInterface('de-AT');
  const french = openInterface('fr');

  it('are dates in the order and with the ordinal of the language', () => {
    expect(dayInWords('1850-05-01', german)).toBe('1. Mai 1850');
    expect(dayInWords('1850-05-01', french)).toBe('1er mai 1850');
    expect(dayInWords('1850-05-02', french)).toBe('2 mai 1850');
    expect(spanInWords('1850-05-01', french)).toBe('1er mai 1850');
    expect(spanInWords('1850-05', german)).toBe('Mai 1850');
    expect(spanInWords('1850s', german)).toBe('1850er Jahre');
    expect(spanInWords('-0043', german)).toBe('43 v.\u00a0Chr.');
    expect(spanInWords('-0043', french)).toBe('43 av.\u00a0J.-C.');
  });

  it('are coordinates and counts with the signs of the language', () => {
    expect(coordinatesInWords('-16.5 68.15', german)).toBe('16,5° S; 68,15° O');
    expect(coordinatesInWords('-16.5 -68.15', french)).toBe('16,5° S\u202f; 68,15° O');
    expect(german.say('documents.count', { n: 1234 })).toBe('1.234 Dokumente');
    expect(french.say('documents.count', { n: 1234 })).toBe('1\u202f234 documents');
    expect(french.say('documents.count', { n: 0 })).toBe('0 document');
    expect(german.say('page', { n: 1234 })).toBe('Seite 1234');
  });

  it('are names in the order of the language', () => {
    const names = ['Nuzzi', 'Ñame', 'Nabo'];
    expect([...names].sort(filingOrder('es'))).toEqual(['Nabo', 'Nuzzi', 'Ñame']);
    expect([...names].sort(filingOrder('en'))).toEqual(['Nabo', 'Ñame', 'Nuzzi']);
  });
});

describe('a site in English and Spanish', () => {
  let english: string;
  let spanish: string;
  let warnings: string;

  beforeAll(async () => {
    const edition = copyOfEdition();
    changeIn(edition, 'edition.xml', ['<TEI ', '<?siglum languages="es tlh d/e en"?>\n<TEI ']);
    english = join(temporaryFolder(), 'site');
    spanish = join(english, 'es');
    const said = await siglumHere('build', '--edition', edition, '--out', english);
    expect(said.code, said.err).toBe(0);
    warnings = said.err;
  });
  afterAll(removeFolders);

  it('says its pages’ language, and keeps the document’s', () => {
    const page = readFileSync(join(spanish, 'documents', 'd149.html'), 'utf8');
    expect(page).toContain('<html lang="es">');
    expect(page).toContain('<article class="edition" lang="en">');
    expect(page).toContain('<summary>Citar</summary>');
    expect(page).not.toContain('<summary>Cite</summary>');
    const citing = readFileSync(join(spanish, 'cite.html'), 'utf8');
    expect(citing).toContain('<h1>Cómo citar</h1>');
    expect(citing).not.toContain('How to cite');
  });

  it('has the same addresses, and only pages', () => {
    const shared = filesBelow(english).filter(
      (name) => name.endsWith('.html') && !name.startsWith('es/'),
    );
    expect(filesBelow(spanish)).toEqual(shared);
    expect(warnings).toContain('the interface has no language “tlh”');
    expect(warnings).toContain('“d/e” is not a language tag');
    expect(filesBelow(english).filter((name) => name.startsWith('en/'))).toEqual([]);
  });

  it('has a page for missing addresses that leads to its own pages, and one link to the other', () => {
    const page = readFileSync(join(spanish, '404.html'), 'utf8');
    expect(page).toContain('<a href="/es/index.html">');
    expect(page).toMatch(/<a [^>]*href="\/404\.html"/);
    expect(page).toContain('href="/assets/siglum.css"');
  });

  it('leads from an address that has changed to the new one', () => {
    const html = '<meta http-equiv="refresh" content="0; url=../v1/d.html"><a href="e.html">';
    const own = new Set(['/documents/e.html']);
    expect(withSharedFiles(html, '/documents/d.html', own)).toBe(
      '<meta http-equiv="refresh" content="0; url=../../v1/d.html"><a href="e.html">',
    );
  });

  it('has no link of a page that leads nowhere, and each page names the same one', () => {
    let links = 0;
    for (const name of filesBelow(english).filter((one) => one.endsWith('.html'))) {
      if (name.endsWith('404.html')) continue;
      const html = readFileSync(join(english, name), 'utf8');
      const address = new URL(name, 'file:///');
      for (const [, href = ''] of html.matchAll(/\s(?:href|src|action|data-viewer)="([^"]*)"/g)) {
        const { protocol, pathname } = new URL(href.replaceAll('&amp;', '&'), address);
        if (protocol !== 'file:') continue;
        links += 1;
        const file = join(english, decodeURI(pathname));
        expect([name, href, existsSync(file)]).toEqual([name, href, true]);
      }
      const alternates = [...html.matchAll(/hreflang="([^"]+)" href="([^"]+)">/g)].map(
        ([, tag, href = '']) => [tag, new URL(href, address).pathname.slice(1)],
      );
      const top = name.replace(/^es\//, '');
      expect(alternates).toEqual([
        ['en', top],
        ['x-default', top],
        ['es', `es/${top}`],
      ]);
    }
    expect(links).toBeGreaterThan(3000);
  });

  it('is cited once, by the page at the top', () => {
    const tags = (site: string): string[] =>
      readFileSync(join(site, 'documents', 'd149.html'), 'utf8').match(/<meta name="[^>]*>/g) ?? [];
    const citing = (site: string): string[] =>
      tags(site).filter((tag) => tag.includes('citation_') || tag.includes('DC.identifier'));
    expect(citing(spanish).length).toBeGreaterThan(5);
    expect(citing(spanish).join('\n').replaceAll('../../../', '')).toBe(
      citing(english).join('\n').replaceAll('../../', ''),
    );
  });

  it('is refused in a language that is not there, with those that are', async () => {
    const said = await siglumHere(
      'build',
      '--edition',
      join(PROGRAM, 'tei'),
      '--out',
      temporaryFolder(),
      '--language',
      'tlh',
    );
    expect(said.code).toBe(2);
    expect(said.err).toContain('the interface has de, en, es, fr');
  });
});

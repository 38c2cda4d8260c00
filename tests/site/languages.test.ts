/** The interface in each of its languages: complete, and no address depends on it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { languages } from '../../pipeline/publish/interface/strings.ts';
import { copyOfEdition, filesBelow, removeFolders, siglum, temporaryFolder } from './edition.ts';

const FOLDER = join(PROGRAM, 'site', '_data', 'i18n');
const strings = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8'));
const OTHERS = languages().filter((language) => language !== 'en');

/** Plural forms differ from language to language (CLDR); what they are forms of does not. */
const withoutPlural = (key: string): string => key.replace(/\.(zero|one|two|few|many|other)$/, '');
const keys = (language: string): string[] =>
  [...new Set(Object.keys(strings(language)).map(withoutPlural))].sort();

describe('the strings', () => {
  it('are there in more than one language', () => {
    expect(OTHERS).toContain('es');
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

  it('are there for every key that a layout says', () => {
    const known = new Set(keys('en'));
    const layouts = join(PROGRAM, 'site', '_layouts');
    for (const name of readdirSync(layouts)) {
      for (const [, key = ''] of readFileSync(join(layouts, name), 'utf8').matchAll(
        /'([a-z][\w.-]*)' \| say\b/g,
      )) {
        expect(known, `${key}, said in ${name}`).toContain(withoutPlural(key));
      }
    }
  });
});

describe('a site in Spanish', () => {
  let english: string;
  let spanish: string;

  beforeAll(async () => {
    const edition = copyOfEdition();
    const folder = temporaryFolder();
    [english, spanish] = [join(folder, 'en'), join(folder, 'es')];
    for (const [language, out] of [['en', english] as const, ['es', spanish] as const]) {
      const said = await siglum(
        'build',
        '--edition',
        edition,
        '--out',
        out,
        '--language',
        language,
      );
      expect(said.code, said.err).toBe(0);
    }
  });
  afterAll(removeFolders);

  it('says its pages’ language, and keeps the document’s', () => {
    const page = readFileSync(join(spanish, 'documents', 'd149.html'), 'utf8');
    expect(page).toContain('<html lang="es">');
    expect(page).toContain('<article class="edition" lang="en">');
    expect(page).toContain('Cómo citar');
    expect(page).not.toContain('How to cite');
  });

  it('has the same addresses', () => {
    const pages = (site: string): string[] =>
      filesBelow(site).filter((name) => name.endsWith('.html'));
    expect(pages(spanish)).toEqual(pages(english));
  });

  it('is refused in a language that is not there, with those that are', async () => {
    const said = await siglum(
      'build',
      '--edition',
      join(PROGRAM, 'tei'),
      '--out',
      temporaryFolder(),
      '--language',
      'tlh',
    );
    expect(said.code).toBe(2);
    expect(said.err).toContain('the interface speaks en, es');
  });
});

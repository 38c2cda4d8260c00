/**
 * `siglum init`: a folder that builds at once, states nothing in the editor's name, and removes
 * nothing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

afterAll(removeFolders);

describe('a new edition', () => {
  it('passes the check and builds at once; the build says what comes next', async () => {
    const folder = join(temporaryFolder(), 'harbour-papers');
    const made = await siglumHere('init', folder);
    expect(made.code, made.err).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      'README.md',
      'authorities',
      'documents',
      'edition.xml',
      'schema',
      'sources',
    ]);
    const site = join(temporaryFolder(), '_site');
    const built = await siglumHere('build', '--edition', folder, '--out', site);
    expect(built.code, built.err).toBe(0);
    expect(built.err).not.toMatch(/: (error|warning): /);
    expect(built.out).toContain('the edition has no documents yet: put reading texts into ');
    expect(built.out).toContain(join('harbour-papers', 'sources'));
    const home = readFileSync(join(site, 'index.html'), 'utf8');
    expect(home).toContain('<h1>harbour-papers</h1>');
  });

  it('with --example contains documents that build without an error or warning, and show names, notes and places', async () => {
    const folder = join(temporaryFolder(), 'example');
    const made = await siglumHere('init', folder, '--example');
    expect(made.code, made.err).toBe(0);
    expect(made.out).toContain('is an example edition of three invented documents');
    const site = join(temporaryFolder(), '_site');
    const built = await siglumHere('build', '--edition', folder, '--out', site);
    expect(built.code, built.err).toBe(0);
    expect(built.err).not.toMatch(/: (error|warning): /);
    expect(built.out).toMatch(/^3 documents, 4 persons, 3 places, 1 organization/);
    expect(readdirSync(join(folder, 'documents'))).toEqual(['d1.xml', 'd2.xml', 'd3.xml']);
    expect(readFileSync(join(site, 'documents', 'd1.html'), 'utf8')).toContain('Captain ');
    const again = await siglumHere('init', folder, '--example');
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/example has TEI in it, so the example is not added/);
  });

  it('takes a text that names no source, and says so in its header', async () => {
    const folder = join(temporaryFolder(), 'letters');
    await siglumHere('init', folder);
    writeFileSync(
      join(folder, 'sources', 'd1.txt'),
      '1. Letter\n\n\nThe mill burned to the ground.\n',
    );
    const encoded = await siglumHere('encode', '--edition', folder);
    expect(encoded.code, encoded.err).toBe(0);
    const checked = await siglumHere('check', '--edition', folder);
    expect(checked.code, checked.out).toBe(0);
    const tei = readFileSync(join(folder, 'documents', 'd1.xml'), 'utf8');
    expect(tei).toMatch(
      /<sourceDesc>\s*<p>The reading text names no source\.<\/p>\s*<\/sourceDesc>/,
    );
  });

  it('names no one and no date', async () => {
    const folder = join(temporaryFolder(), 'new');
    await siglumHere('init', folder);
    const said = readFileSync(join(folder, 'edition.xml'), 'utf8').replace(
      /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g,
      '',
    );
    expect(
      said
        .replace(/<[^>]*>/g, '')
        .trim()
        .split(/\s+/),
    ).toEqual(['new', 'English']);
    expect(said).not.toMatch(/when=|target=|ref=/);
  });

  it('is filled in by an import, as long as no one has edited it', async () => {
    const folder = join(temporaryFolder(), 'volume');
    const volume = join(PROGRAM, 'tests', 'fixtures', 'import', 'volume.xml');
    await siglumHere('init', folder);
    const { code, err } = await siglumHere('import', volume, '--edition', folder);
    expect(code, err).toBe(0);
    expect(readFileSync(join(folder, 'edition.xml'), 'utf8')).toContain(
      'Papers of Freedonia, Volume II',
    );
  });

  it('keeps the texts, the README and the hidden files of a new repository', async () => {
    const folder = join(temporaryFolder(), 'repository');
    for (const name of ['.git', 'sources']) mkdirSync(join(folder, name), { recursive: true });
    const own = {
      '.gitignore': '_site',
      'readme.md': 'Mine.',
      'sources/a.txt': '1. Letter\n\nRain.',
    };
    for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text);
    const example = await siglumHere('init', folder, '--example');
    expect(example.err).toContain('has sources in it, so the example is not added');
    const { code, err, out } = await siglumHere('init', folder);
    expect(code, err).toBe(0);
    expect(out).toMatch(/the texts in .*sources are encoded when you build/);
    for (const [name, text] of Object.entries(own))
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(readdirSync(folder)).not.toContain('README.md');
    const built = await siglumHere('build', '--edition', folder, '--out', join(folder, '_site'));
    expect(built.out).toMatch(/^1 document,/);
  });

  it('is refused where something exists already', async () => {
    const folder = join(temporaryFolder(), 'full');
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    const { code, err } = await siglumHere('init', folder);
    expect(code).toBe(2);
    expect(err).toContain('is not empty and has no TEI, so nothing in it is changed');
    expect(existsSync(join(folder, 'edition.xml'))).toBe(false);
  });
});

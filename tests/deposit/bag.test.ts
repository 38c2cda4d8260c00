/**
 * The bag from the view of a depositor's tools: complete, countable, the same bytes wherever and
 * whenever it is made.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../pipeline/core/files/files-below.ts';
import { UsageError } from '../../pipeline/core/finding.ts';
import { packageDay } from '../../pipeline/deposit/day.ts';
import { zipBag } from '../../pipeline/deposit/package/bagged.ts';
import { bagProblems } from '../../pipeline/deposit/package/census.ts';
import { isPortable, packageName } from '../../pipeline/deposit/package/names.ts';
import { siglumWith } from '../site/edition.ts';
import {
  completeEdition,
  copyOfEdition,
  depositOf,
  editionOfTwo,
  type Package,
  removeFolders,
  temporaryFolder,
} from './edition.ts';

let made: Package;
beforeAll(async () => {
  made = await depositOf(editionOfTwo());
});
afterAll(removeFolders);

function hashes(list: string): Map<string, string> {
  const lines = made.read(`${made.name}/${list}`).trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(130), line.slice(0, 128)]));
}

describe('the bag', () => {
  it('declares itself as RFC 8493 has it', () => {
    expect(made.read(`${made.name}/bagit.txt`)).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
  });

  it('lists every file with its SHA-512, and nothing else', () => {
    const inside = filesBelow(made.bag);
    expect([...hashes('manifest-sha512.txt').keys()]).toEqual(
      inside.filter((path) => path.startsWith('data/')),
    );
    expect([...hashes('tagmanifest-sha512.txt').keys()]).toEqual(
      inside.filter((path) => !path.startsWith('data/') && path !== 'tagmanifest-sha512.txt'),
    );
    for (const [path, hash] of [
      ...hashes('manifest-sha512.txt'),
      ...hashes('tagmanifest-sha512.txt'),
    ]) {
      expect(
        createHash('sha512')
          .update(readFileSync(join(made.bag, path)))
          .digest('hex'),
        path,
      ).toBe(hash);
    }
  });

  it.skipIf(spawnSync('sha512sum', ['--version']).error !== undefined)('passes sha512sum', () => {
    for (const list of ['manifest-sha512.txt', 'tagmanifest-sha512.txt']) {
      expect(
        execFileSync('sha512sum', ['-c', '--strict', list], { cwd: made.bag, encoding: 'utf8' }),
      ).not.toMatch(/FAILED/);
    }
  });

  it('counts its payload', () => {
    const payload = filesBelow(join(made.bag, 'data'));
    const octets = payload.reduce(
      (sum, path) => sum + readFileSync(join(made.bag, 'data', path)).length,
      0,
    );
    const info = made.read(`${made.name}/bag-info.txt`);
    expect(info).toContain(`Payload-Oxum: ${octets}.${payload.length}\n`);
    expect(info).toContain('Bagging-Date: 2026-11-23\n');
    expect(info).toContain('Contact-Email: carberry@example.org\n');
    expect(info).toContain('External-Identifier: https://example.org/edition/\n');
  });

  it('has the TEI, the reading texts, the site’s data, the schema and words about itself', () => {
    expect(filesBelow(join(made.bag, 'data'))).toEqual(
      expect.arrayContaining([
        'CITATION.cff',
        'LICENSE.txt',
        'README.md',
        'authorities/persons.xml',
        'contents.xml',
        'documents/d149.xml',
        'documents/d150.xml',
        'edition.xml',
        'ro-crate-metadata.json',
        'ro-crate-preview.html',
        'schema/edition.odd',
        'schema/edition.rng',
        'schema/edition.sch',
        'site-data/documents/d149.json',
        'sources/d149.txt',
        'text/d150.txt',
      ]),
    );
    expect(made.read(`${made.name}/data/text/d149.txt`)).toContain('When President Paz decided');
  });

  it('has only names that every repository takes', () => {
    expect(made.files.filter((path) => !isPortable(path) && path !== '.siglum-deposit')).toEqual([
      // Names that DSpace and Zenodo require.
      'dspace/item-1/dublin_core.xml',
      'zenodo/.zenodo.json',
    ]);
  });

  it('is noticed when it is not whole', async () => {
    const folder = join(temporaryFolder(), made.name);
    cpSync(made.bag, folder, { recursive: true });
    expect(bagProblems(folder)).toEqual([]);
    writeFileSync(join(folder, 'data', 'README.md'), 'other words');
    rmSync(join(folder, 'data', 'LICENSE.txt'));
    writeFileSync(join(folder, 'data', 'stray file'), '');
    expect(bagProblems(folder).sort()).toEqual([
      expect.stringMatching(/^Payload-Oxum is \d+\.\d+, and \d+\.\d+ was counted$/),
      'data/README.md is not what manifest-sha512.txt says',
      'data/stray file is not in manifest-sha512.txt',
      'manifest-sha512.txt names data/LICENSE.txt, which does not exist',
      'the name data/stray file is not one that every repository takes',
    ]);
  });
});

describe('the ZIP file', () => {
  it('contains what the folder contains, at one time of the day', () => {
    const zip = readFileSync(join(made.root, `${made.name}.zip`));
    const entries = unzipSync(zip);
    expect(Object.keys(entries)).toEqual(
      filesBelow(made.bag).map((path) => `${made.name}/${path}`),
    );
    for (const [path, bytes] of Object.entries(entries)) {
      expect(Buffer.compare(bytes, readFileSync(join(made.root, path))), path).toBe(0);
    }
  });

  it.skipIf(spawnSync('unzip', ['-v']).error !== undefined)('passes unzip -t', () => {
    expect(
      execFileSync('unzip', ['-t', join(made.root, `${made.name}.zip`)], { encoding: 'utf8' }),
    ).toContain('No errors detected');
  });
});

it('a bag that the ZIP format cannot contain is written only as a folder, with a message', () => {
  const folder = join(temporaryFolder(), made.name);
  cpSync(made.bag, folder, { recursive: true });
  for (const most of [
    { entries: 3, bytes: 1e9 },
    { entries: 1e9, bytes: 3 },
  ]) {
    expect(zipBag(folder, '2026-11-23', most)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        rule: 'deposit/zip',
        message: expect.stringContaining('pack the folder with tar'),
      }),
    ]);
    expect(existsSync(`${folder}.zip`)).toBe(false);
  }
});

describe('the same edition', () => {
  it('gives the same bytes in another folder, time zone, language and process', async () => {
    const one = await depositOf(copyOfEdition());
    const elsewhere = join(temporaryFolder(), 'elsewhere', 'x');
    const said = await siglumWith(
      { TZ: 'America/Sao_Paulo', LC_ALL: 'es_ES.UTF-8', LANG: 'es_ES.UTF-8' },
      ...['deposit', '--edition', copyOfEdition(), '--out', elsewhere],
    );
    expect(said.code, said.err).toBe(0);
    expect(filesBelow(elsewhere)).toEqual(one.files);
    for (const path of one.files) {
      expect(
        Buffer.compare(readFileSync(join(one.root, path)), readFileSync(join(elsewhere, path))),
        path,
      ).toBe(0);
    }
  }, 180_000);

  it('has the day of SOURCE_DATE_EPOCH where that is set', () => {
    expect(packageDay('2026-11-23', undefined)).toBe('2026-11-23');
    expect(packageDay('2026-11-23', '86400')).toBe('1970-01-02');
    expect(() => packageDay('2026-11-23', 'yesterday')).toThrow(UsageError);
  });
});

describe('the package’s name', () => {
  it('is made of the title and the version', () => {
    expect(packageName('The May 31 Elections in Bolivia', '0.1.0')).toBe(
      'the-may-31-elections-in-bolivia-0.1.0',
    );
    expect(packageName('Œuvres complètes_de Zoé', '1.0/β 2')).toBe(
      'oeuvres-completes-de-zoe-1.0-2',
    );
    expect(packageName('日本外交文書', null)).toBe('edition');
    for (const title of ['A '.repeat(200), '--- ...', 'x'.repeat(300), '¿Qué?'])
      expect(isPortable(packageName(title, '1'))).toBe(true);
  });
});

it('one repository gets its own package and nothing else', async () => {
  const tapas = await depositOf(completeEdition(), 'tapas');
  expect(tapas.files.filter((path) => !path.startsWith('tapas/'))).toEqual([
    '.siglum-deposit',
    'deposit.html',
  ]);
  expect(existsSync(join(tapas.root, 'tapas', 'documents', 'd149.xml'))).toBe(true);
  const zenodo = await depositOf(completeEdition(), 'zenodo');
  expect(zenodo.files.filter((path) => !path.startsWith(`${zenodo.name}/`))).toEqual([
    '.siglum-deposit',
    'deposit.html',
    `${zenodo.name}.zip`,
    'zenodo/.zenodo.json',
  ]);
});

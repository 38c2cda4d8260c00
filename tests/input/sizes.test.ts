/**
 * Files that would fill the memory are refused before they do, in a process with a measured memory;
 * one just under the limit is read.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { readXml } from '../../pipeline/xml/read.ts';
import { goodEdition, removeFolders } from './edition.ts';

afterAll(removeFolders);

const MEBIBYTE = 1024 * 1024;
/** Node with the program loaded uses about 150 MiB. */
const MOST_MEMORY = 500;

/** Runs `siglum`; returns its output and its peak memory, in MiB. */
function measured(...words: string[]): { code: number | null; said: string; peak: number } {
  const watch = pathToFileURL(join(PROGRAM, 'tests', 'bench', 'peak-memory.mjs')).href;
  const argv = ['--import', watch, join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  const said = `${stderr}${stdout}`;
  return { code: status, said, peak: Number(/peak memory: (\d+) KiB/.exec(said)?.[1]) / 1024 };
}

/** A file of one line, really written, not sparse. */
function line(path: string, mebibytes: number, begins: string): void {
  writeFileSync(path, begins);
  const piece = 'word '.repeat(MEBIBYTE / 5);
  for (let at = 0; at < mebibytes; at++) appendFileSync(path, piece);
}

describe('a line', () => {
  it('over the limit is reported by every road at once, and is not read', () => {
    const root = goodEdition();
    line(join(root, 'sources', 'd9.txt'), 66, '9. Letter\n\n');
    copyFileSync(join(root, 'sources', 'd9.txt'), join(root, 'documents', 'd9.xml'));
    for (const [words, file] of [
      [['encode', join(root, 'sources', 'd9.txt')], 'd9.txt'],
      [['check', join(root, 'documents', 'd9.xml')], 'd9.xml'],
      [['encode', '--authority', join(root, 'documents', 'd9.xml')], 'd9.xml'],
      [['import', join(root, 'documents', 'd9.xml'), '--edition', join(root, 'new')], 'd9.xml'],
    ] as const) {
      const { code, said, peak } = measured(
        ...words,
        ...(words[0] === 'import' ? [] : ['--edition', root]),
      );
      expect(code, said).toBe(1);
      expect(said).toMatch(
        new RegExp(
          `${file.replace('.', '\\.')}: error: the file has 66 MiB, and at most 64 MiB are read`,
        ),
      );
      expect(peak).toBeLessThan(MOST_MEMORY);
    }
  });

  it('just under the limit that is no XML is reported where it stops to be, in bounded memory', () => {
    const root = goodEdition();
    line(join(root, 'documents', 'd9.xml'), 63, '<TEI><text>');
    const { code, said, peak } = measured(
      'check',
      join(root, 'documents', 'd9.xml'),
      '--edition',
      root,
    );
    expect(code, said).toBe(1);
    expect(said).toMatch(/d9\.xml:1:6: error: <text> is opened here and never closed/);
    expect(peak).toBeLessThan(1_500);
  });
});

it.each([
  ['an element', '<a>\n<NAME/></a>'],
  ['an attribute', '<a>\n<b NAME="x"/></a>'],
])('a name of %s on which stylesheets overflow is refused at its place', (_, content) => {
  const read = () =>
    readXml({ path: 'a.xml', content: content.replace('NAME', 'n'.repeat(70_000)) }, {});
  expect(read).toThrow(InputError);
  expect(read).toThrow(/^a\.xml:2:1: error: a name begins with “n+” and has 70000 characters/);
});

it('more than a million elements are refused at the first that is too many', () => {
  const content = `<a>\n${'<b/>'.repeat(1_000_000)}</a>`;
  let thrown: unknown;
  try {
    readXml({ path: 'a.xml', content }, {});
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(InputError);
  expect((thrown as InputError).message).toMatch(
    /^a\.xml:2:3999997: error: the file has more than 1,000,000 elements; divide it into one file for each document/,
  );
});

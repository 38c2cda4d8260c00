/**
 * Texts that cannot be encoded: one line says where and why, nothing is written, the others are
 * still encoded.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES, siglum, temporaryFolder } from './tei.ts';

const FAULTS: readonly (readonly [file: string, message: RegExp])[] = [
  ['empty.txt', /bad\/empty\.txt: error: the file contains no text/],
  ['note-order.txt', /bad\/note-order\.txt:7:3: error: note 3 is where note 2 was expected/],
  ['no-title.txt', /bad\/no-title\.txt:1:1: error: the first line contains only a note’s number/],
  ['latin-1.txt', /bad\/latin-1\.txt:1:8: error: the byte 0xE9 is not UTF-8/],
  [
    'control-character.txt',
    /bad\/control-character\.txt:4:9: error: XML allows no character U\+0007/,
  ],
];

describe('a text that cannot be encoded', () => {
  const out = temporaryFolder();
  const run = siglum('encode', join(FIXTURES, 'bad'), '--out', out);

  it.each(FAULTS)('%s', (file, message) => {
    const lines = run.stderr.split('\n').filter((line) => line.includes(file));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
  });

  it('makes the command fail, and leaves nothing behind', () => {
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/5 failed/);
    expect(readdirSync(out)).toEqual([]);
  });

  it('stops no other document', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'in'));
    copyFileSync(join(FIXTURES, 'telegram.txt'), join(folder, 'in', 'a.txt'));
    copyFileSync(join(FIXTURES, 'bad', 'note-order.txt'), join(folder, 'in', 'b.txt'));
    expect(siglum('encode', join(folder, 'in'), '--out', join(folder, 'out')).code).toBe(1);
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.xml']);
  });
});

describe('a note without an anchor', () => {
  it('is a paragraph of the text and an error with its place; the document is written', () => {
    const out = temporaryFolder();
    const run = siglum('encode', join(FIXTURES, 'no-anchor.txt'), '--out', out);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/no-anchor\.txt:7:3: error: note 2 has no anchor: .* paragraph/);
    expect(run.stdout).toMatch(/1 written/);
    const tei = readFileSync(join(out, 'no-anchor.xml'), 'utf8');
    expect(tei.match(/<note [^>]*n="[^"]*"/g)).toHaveLength(1);
    expect(tei).toMatch(/<p [^>]*>2\. Two\.<\/p>/);
  });
});

describe('an authority file', () => {
  it('with the identifier of a document’s element in an entry is refused with the place of the entry', () => {
    const folder = temporaryFolder();
    const authority = join(folder, 'names.xml');
    const person = (id: string): string =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>\n<person xml:id="${id}"><persName>Ada Quill</persName></person></listPerson></standOff></TEI>`;
    writeFileSync(join(folder, 'd5.txt'), '5. Letter to a Friend\n\nAda Quill wrote to me.\n');
    for (const id of ['d5', 'd5-p1', 'siglum']) {
      writeFileSync(authority, person(id));
      const run = siglum(
        'encode',
        join(folder, 'd5.txt'),
        '--authority',
        authority,
        '--out',
        join(folder, 'out'),
      );
      expect(run.stderr).toMatch(
        new RegExp(
          `names\\.xml:2: error: the xml:id “${id}” in this entry is one that a document which names it has too`,
        ),
      );
      expect(run.code).toBe(1);
    }
    writeFileSync(authority, person('p_quill'));
    const run = siglum(
      'encode',
      join(folder, 'd5.txt'),
      '--authority',
      authority,
      '--out',
      join(folder, 'out'),
    );
    expect(run.stderr, run.stdout).not.toContain('same-id');
    expect(readFileSync(join(folder, 'out', 'd5.xml'), 'utf8')).toContain(
      '<persName ref="#p_quill"',
    );
  });
});

describe('a command used wrongly', () => {
  it.each([
    [['encode', 'no-such-file.txt'], /no file or folder/],
    [
      ['encode', 'package.json'],
      /can’t be encoded; files that can have one of the extensions \.txt/,
    ],
    [['encode', '--no-such-option'], /unknown option/],
    [['no-such-command'], /unknown command/],
  ])('%j ends with 2 and says what is right', (words, message) => {
    const run = siglum(...words);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
  });
});

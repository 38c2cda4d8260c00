/**
 * The laws of encoding: no letter is lost, no correction is overwritten, the same input gives the
 * same bytes.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proveText } from '../../pipeline/encode/engine/prove.ts';
import { encoded, FIXTURES, ROOT, siglum, temporaryFolder } from './tei.ts';

const SOURCE = join(ROOT, 'tei', 'sources', 'd149.txt');

describe('nothing is lost', () => {
  const source = readFileSync(SOURCE, 'utf8');
  const tei = encoded(SOURCE);

  it('the memo’s words are in the text element to the character, once the markup is taken off', () => {
    const text = /<text>([\s\S]*)<\/text>/.exec(tei)?.[1] ?? '';
    const notes = [...text.matchAll(/<note n="(\d)"[^>]*>([\s\S]*?)<\/note>/g)];
    const bare = (words: string) =>
      words
        .replace(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replace(/\s+/g, '');
    const [main = '', ...noteLines] = source.split(/\n {2}(?=\d\. )/);
    const received = main
      .replace(/\[Page \d+\]|•|(?<=[.)])\d(?=\s)|(?<=Read )5/g, '')
      .replace(/\s+/g, '');
    expect(bare(text.replace(/<note n="\d"[\s\S]*?<\/note>/g, ''))).toBe(received);
    expect(notes.map(([, n, words]) => `${n}.${bare(words ?? '')}`)).toEqual(
      noteLines.map((line) => line.replace(/\s+/g, '')),
    );
  });

  it.each([
    ['a letter dropped', (text: string) => text.replace('constructive', 'constuctive'), 'text'],
    ['a letter added', (text: string) => text.replace('tin mines', 'tin minnes'), 'text'],
    ['a note’s word dropped', (text: string) => text.replace('hat rack', 'rack'), 'note 3'],
    [
      'a note moved',
      (text: string) =>
        text
          .replace(/(<note n="4"[\s\S]*?<\/note>)<\/p>/, '</p>')
          .replace('</signed>', '$1</signed>'),
      'text',
    ],
    [
      'a quotation mark changed',
      (text: string) => text.replace('“constructive', '"constructive'),
      'text',
    ],
    [
      'an accent added',
      (text: string) => text.replace('>Rene Barrientos<', '>René Barrientos<'),
      'text',
    ],
  ])('the proof sees %s', (_what, change, where) => {
    const changed = change(tei);
    expect(changed).not.toBe(tei);
    expect(proveText(source, tei)).toBeUndefined();
    expect(proveText(source, changed)?.where).toBe(where);
  });
});

describe('nothing is overwritten', () => {
  const folder = temporaryFolder();
  const source = join(folder, 'telegram.txt');
  const target = join(folder, 'out', 'telegram.xml');
  mkdirSync(join(folder, 'out'));
  copyFileSync(join(FIXTURES, 'telegram.txt'), source);
  const encode = () => siglum('encode', source, '--out', join(folder, 'out'));

  it('a document as the encoder left it is replaced when its source changes', () => {
    expect(encode().stdout).toMatch(/1 written/);
    expect(encode().stdout).toMatch(/1 unchanged/);
    writeFileSync(source, readFileSync(source, 'utf8').replace('He was firm', 'He was very firm'));
    expect(encode().stdout).toMatch(/1 written/);
    expect(readFileSync(target, 'utf8')).toContain('He was very firm');
  });

  it('a document that an editor has edited is unchanged, and the command says so', () => {
    const corrected = readFileSync(target, 'utf8').replace(
      'The Prime Minister',
      'The <roleName>Prime Minister</roleName>',
    );
    writeFileSync(target, corrected);
    writeFileSync(source, readFileSync(source, 'utf8').replace('very firm', 'quite firm'));
    const run = encode();
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/1 kept as edited/);
    expect(readFileSync(target, 'utf8')).toBe(corrected);
  });
});

describe('the same input gives the same bytes', () => {
  it('twice', () => expect(encoded(SOURCE)).toBe(encoded(SOURCE)));

  it('and the document in the repository is what the encoder makes', () => {
    expect(readFileSync(join(ROOT, 'tei', 'documents', 'd149.xml'), 'utf8')).toBe(encoded(SOURCE));
  });
});

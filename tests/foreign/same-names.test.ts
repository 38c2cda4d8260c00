/**
 * Files with one name in different folders: their identifiers, and the targets of pointers to them.
 */
import { describe, expect, it } from 'vitest';
import { PackagedNames, packagedIds } from '../../pipeline/deposit/package/document-names.ts';
import { DocumentIds, type PublishedIds } from '../../pipeline/edition/document-name.ts';
import {
  addressesByFolder,
  DocumentTargets,
} from '../../pipeline/publish/pointers/document-targets.ts';

const LETTER = '/e/letters/l1.xml';
const DIARY = '/e/diaries/1848/l1.xml';
const OTHER = '/e/l2.xml';
const PATHS = [DIARY, OTHER, LETTER];

function idsOf(
  paths: readonly string[],
  published: Readonly<Record<string, string>> = {},
): (string | undefined)[] {
  // A file's hash is its path.
  const register: PublishedIds = { tei: (id) => published[id], hashOf: (path) => path };
  const ids = new DocumentIds(paths, '/e', register);
  return paths.map((path) => ids.of(path));
}

describe('identifiers', () => {
  it('the file that lies least deep keeps its name', () => {
    expect(idsOf(PATHS)).toEqual(['diaries-1848-l1', 'l2', 'l1']);
    expect(idsOf([DIARY, LETTER, '/e/l1.xml'])).toEqual(['diaries-1848-l1', 'letters-l1', 'l1']);
  });

  it('the file that was published keeps its name when another comes, wherever that lies', () => {
    expect(idsOf([DIARY])).toEqual(['l1']);
    expect(idsOf(PATHS, { l1: DIARY })).toEqual(['l1', 'l2', 'letters-l1']);
    expect(idsOf(['/e/l1.xml', DIARY], { l1: DIARY })).toEqual([
      expect.stringMatching(/^l1-[0-9a-f]{8}$/),
      'l1',
    ]);
  });

  it('a file that was published under the name of its folder keeps that', () => {
    expect(idsOf([LETTER], { 'letters-l1': LETTER, l1: '/e/l1.xml' })).toEqual(['letters-l1']);
    expect(idsOf([DIARY, LETTER], { 'letters-l1': 'as it was', l1: 'as it was' })).toEqual([
      'l1',
      'letters-l1',
    ]);
  });

  it('no two are alike', () => {
    const paths = ['/e/a/b/x.xml', '/e/a-b/x.xml', '/e/a-b-x.xml', '/e/x.xml', '/e/A/B/X.xml'];
    const ids = idsOf(paths).map((id) => id?.toLowerCase());
    expect(new Set(ids).size).toBe(paths.length);
  });
});

describe('pointers', () => {
  const ids = new DocumentIds(PATHS, '/e');
  const targets = new DocumentTargets(
    PATHS.map((path) => ({
      path,
      name: path.replace(/.*\//, ''),
      id: path === DIARY ? 'l1' : '',
      address: `/${ids.of(path)}`,
    })),
  );
  const seen = {
    address: ({ address }: { address: string }) => address.slice(1),
    has: (_: unknown, passage: string) => passage !== 'gone',
  };
  const addresses = (from: string, ...pointers: string[]): Record<string, string> =>
    addressesByFolder(pointers, from, targets, seen);

  it('mean the file in the folder that they name', () => {
    expect(addresses(OTHER, 'letters/l1.xml#p3', 'diaries/1848/l1.xml#l1-p3')).toEqual({
      'letters/l1.xml': 'l1',
      'letters/l1.xml#p3': 'l1#p3',
      'diaries/1848/l1.xml': 'diaries-1848-l1',
      'diaries/1848/l1.xml#l1-p3': 'diaries-1848-l1#p3',
    });
    expect(addresses(DIARY, '../../letters/l1.xml')).toEqual({ '../../letters/l1.xml': 'l1' });
  });

  it('mean the file beside them where they name no folder', () => {
    expect(addresses('/e/letters/l9.xml', 'l1.xml')).toEqual({ 'l1.xml': 'l1' });
  });

  it('lead nowhere, and to no other file of that name, where there is none in that folder', () => {
    expect(addresses(OTHER, 'plays/l1.xml#p1', 'l1.xml')).toEqual({
      'plays/l1.xml': '',
      'l1.xml': '',
    });
  });

  it('lead to the page where the passage is not there', () => {
    expect(addresses(OTHER, 'letters/l1.xml#gone')).toEqual({
      'letters/l1.xml': 'l1',
      'letters/l1.xml#gone': 'l1',
    });
  });

  it('to a name that one document has are resolved elsewhere', () => {
    expect(addresses(LETTER, '../l2.xml#p1', 'l2.xml')).toEqual({});
  });

  it('go along when documents are packaged in one folder', () => {
    const names = new PackagedNames(PATHS, packagedIds(ids), '/e');
    const tei = '<ref target="../letters/l1.xml#p1 ../l2.xml #x https://example.org/l1.xml"/>';
    expect(names.inText(tei.replaceAll('../', ''), OTHER)).toContain(
      '"l1.xml#p1 l2.xml #x https://example.org/l1.xml"',
    );
    expect(names.inText('<ref target="l1.xml"/>', DIARY)).toBe(
      '<ref target="diaries-1848-l1.xml"/>',
    );
  });
});

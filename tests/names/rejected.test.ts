/** `authorities/rejected.csv`: what an editor has rejected as a name. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Rejections, readRejected } from '../../pipeline/authorities/rejected.ts';
import { temporaryFolder } from '../encode/tei.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function read(table: string | undefined) {
  const authorities = join(folder, String(++made));
  mkdirSync(authorities);
  if (table !== undefined) writeFileSync(join(authorities, 'rejected.csv'), table);
  return readRejected(authorities);
}

describe('rejected names', () => {
  it('apply in one document or in all, for one kind or all', () => {
    const { rejections, findings } = read(
      'kind,form,document,reason\nperson,Spring Hill,*,a house\n*,O’Mara,d2,\nplace,"Fell,  the",,\n',
    );
    expect(findings).toEqual([]);
    const rejected = new Rejections(rejections);
    expect(rejected.rejects('person', 'Spring Hill', 'd1')).toBe(true);
    expect(rejected.rejects('place', 'Spring Hill', 'd1')).toBe(false);
    expect(rejected.rejects('place', "O'Mara", 'd2')).toBe(true);
    expect(rejected.rejects('place', "O'Mara", 'd1')).toBe(false);
    expect(rejected.rejects('place', 'Fell, the', 'd9')).toBe(true);
    expect(rejected.rejects('place', 'Fell', 'd9')).toBe(false);
  });

  it('are read past bad rows, and each is named with its place', () => {
    const { rejections, findings } = read(
      'form;kind;document\nSpring;ship;*\n;person;*\nHill;Person;d1\n',
    );
    expect(rejections).toEqual([{ kind: 'person', form: 'Hill', document: 'd1', reason: '' }]);
    expect(findings.map(({ line, column }) => [line, column])).toEqual([
      [2, 8],
      [3, 1],
    ]);
  });

  it('are none where the file is missing, empty or another table', () => {
    expect(read(undefined)).toEqual({ rejections: [], findings: [] });
    expect(read('').findings).toHaveLength(1);
    expect(read('name,id\nA,b\n').findings[0]?.message).toContain('kind,form,document,reason');
    expect(read('kind,form\nperson,"Hill\n').findings[0]).toMatchObject({ line: 2, column: 8 });
  });
});

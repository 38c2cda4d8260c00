/** Where editor and encoder disagree, what the encoder wrote then, and identifiers. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { persons, removeEditions, SOURCE, type TestEdition } from './edition.ts';
import { BERG, encoded, KLEIN } from './merged-edition.ts';

afterAll(removeEditions);

const idsOf = (tei: string) =>
  [...tei.matchAll(/<(p|note|head) [^>]*xml:id="([^"]*)"/g)].map(([, , id]) => id);

describe('a conflict', () => {
  async function conflicting(): Promise<TestEdition> {
    const edition = await encoded();
    edition.edit(
      'until <date when="1871-05-03" resp="#siglum" cert="high">',
      'until <date when="1871-05-04">',
    );
    edition.source(SOURCE.replace('May 3, 1871', 'May 5, 1871'));
    edition.authorities(persons(KLEIN, BERG));
    return edition;
  }

  it('is reported with its place and both versions, and nothing is written', async () => {
    const edition = await conflicting();
    const before = edition.read();
    const base = readFileSync(join(edition.root, '.siglum', 'base', 'd7.xml'), 'utf8');
    const { code, out, err } = await edition.siglum('encode');
    expect(code).toBe(1);
    expect(out).toMatch(/1 in conflict/);
    const line = before.slice(0, before.indexOf('<date when="1871-05-04">')).split('\n').length;
    const column = (before.split('\n')[line - 1] ?? '').indexOf('<date when="1871-05-04">') + 1;
    const reported = err.split('\n').filter((said) => said.includes('[encode/conflict]'));
    expect(reported).toHaveLength(1);
    expect(reported[0]).toContain(
      `d7.xml:${line}:${column}: error: the editor has “<date when="1871-05-04">`,
    );
    expect(reported[0]).toMatch(
      /the encoder would write “<date when="1871-05-05" resp="#siglum" cert="high">.*” now/,
    );
    expect(reported[0]).toContain('nothing was written');
    expect(edition.read()).toBe(before);
    expect(readFileSync(join(edition.root, '.siglum', 'base', 'd7.xml'), 'utf8')).toBe(base);
    expect(readdirSync(join(edition.root, 'documents'))).toEqual(['d7.xml']);
  });

  it.each([
    ['editor', '<date when="1871-05-04">'],
    ['encoder', '<date when="1871-05-05" resp="#siglum" cert="high">'],
  ] as const)('can be settled for the %s, and the rest is merged', async (winner, expected) => {
    const edition = await conflicting();
    expect((await edition.encode(winner)).outcome).toBe('merged');
    expect(edition.read()).toContain(`until ${expected}May`);
    expect(edition.read()).toContain('ref="#p_berg"');
  });

  it('is one where the tags of both would cross', async () => {
    const edition = await encoded();
    edition.edit('to the insurers', '<hi rend="italic">to the</hi> insurers');
    edition.authorities(
      persons(KLEIN).replace(
        '</listPerson>',
        '</listPerson><listOrg><org xml:id="o_ins"><orgName>the insurers</orgName></org></listOrg>',
      ),
    );
    const before = edition.read();
    const { outcome, findings } = await edition.encode();
    expect(outcome).toBe('conflicting');
    expect(findings[0]?.message).toMatch(
      /tags and the encoder’s would cross .*nothing was written/,
    );
    expect(edition.read()).toBe(before);
  });

  it('is one where the merged document would not be valid, though both were', async () => {
    const edition = await encoded();
    // The editor refers to the note; in the source the note is removed.
    edition.edit('thank God.', 'thank God (see <ref target="#d7-n2">above</ref>).');
    edition.source(SOURCE.replace('insurers.2', 'insurers.').replace(/ {2}2\. .*\n/, ''));
    const before = edition.read();
    const { outcome, findings } = await edition.encode();
    expect(outcome).toBe('conflicting');
    expect(findings.map(({ rule }) => rule)).toContain('encode/merge-invalid');
    expect(edition.read()).toBe(before);
  });
});

describe('what the encoder wrote then', () => {
  it('is stored in the edition, and found also where a run was stopped between two files', async () => {
    const edition = await encoded();
    const base = join(edition.root, '.siglum', 'base', 'd7.xml');
    expect(readFileSync(base, 'utf8')).toBe(edition.read());
    edition.edit('Nobody was hurt', 'No one was hurt');
    writeFileSync(`${base}.next`, 'half a fil');
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
    expect(existsSync(`${base}.next`)).toBe(false);
  });

  it('where it is missing, the document is unchanged and the editor is informed', async () => {
    const edition = await encoded();
    edition.edit('Nobody was hurt', 'No one was hurt');
    rmSync(join(edition.root, '.siglum'), { recursive: true });
    edition.authorities(persons(KLEIN, BERG));
    const before = edition.read();
    const { outcome, findings } = await edition.encode();
    expect(outcome).toBe('kept');
    expect(findings[0]?.message).toMatch(
      /is not changed: what the encoder wrote then is not stored any more/,
    );
    expect(edition.read()).toBe(before);
  });

  it('where it is missing and the encoder has nothing new, it is found again', async () => {
    const edition = await encoded();
    edition.edit('Nobody was hurt', 'No one was hurt');
    rmSync(join(edition.root, '.siglum'), { recursive: true });
    expect((await edition.encode()).outcome).toBe('kept');
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
  });
});

describe('identifiers stay with their passages', () => {
  it('in a document that no one has edited', async () => {
    const edition = await encoded();
    const before = idsOf(edition.read());
    edition.source(
      SOURCE.replace('\n\nI will', '\n\nThe barn still stands.\n\nI will').replace(
        'Nobody was',
        'No one was',
      ),
    );
    expect((await edition.encode()).outcome).toBe('written');
    const after = edition.read();
    expect(after).toMatch(/<p xml:id="d7-p2">I will write/);
    expect(after).toMatch(/<p xml:id="d7-p3">No one was hurt/);
    expect(after).toMatch(/<p xml:id="d7-p4">The barn/);
    expect(idsOf(after).filter((id) => id !== 'd7-p4')).toEqual(before);
    expect((await edition.encode()).outcome).toBe('unchanged');
    expect(edition.read()).toBe(after);
  });

  it('an identifier that an editor has given is not given again', async () => {
    const edition = await encoded();
    edition.edit(
      '<p xml:id="d7-p3">',
      '<p xml:id="d7-p4">An addition.</p>\n        <p xml:id="d7-p3">',
    );
    edition.source(SOURCE.replace('\n\nI will', '\n\nThe barn still stands.\n\nI will'));
    expect((await edition.encode()).outcome).toBe('merged');
    expect(edition.read()).toMatch(/<p xml:id="d7-p5">The barn/);
    expect(edition.read()).toMatch(/<p xml:id="d7-p4">An addition/);
  });

  it('a pointer follows a passage with an identifier that is not its number', async () => {
    const edition = await encoded();
    edition.source(
      SOURCE.replace('context.1', 'context.2')
        .replace('insurers.2', 'insurers (see note 2).3')
        .replace('From Anna Berg to Otto Klein', 'From Anna Berg to Otto Klein1')
        .replace('  2. They', '  3. They')
        .replace(
          '  1. Source: Estate archive. The',
          '  1. Source: Estate archive. No copy.\n  2. The',
        ),
    );
    await edition.encode();
    const after = edition.read();
    for (const [, id] of after.matchAll(/(?:target|ref)="#(d7-[^"]*)"/g))
      expect(after).toContain(`xml:id="${id}"`);
    expect(new Set(idsOf(after)).size).toBe(idsOf(after).length);
  });
});

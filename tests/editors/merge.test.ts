/**
 * A corrected document and a fresh encoding: the editor's changes stay, the encoder's improvements
 * are added, changes of the same place are a conflict and nothing is written.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { updateDocuments } from '../../pipeline/computed/documents.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { makeEdition, persons, removeEditions, SOURCE, type TestEdition } from './edition.ts';

afterAll(removeEditions);

const KLEIN = ['p_klein', 'Otto', 'Klein'] as const;
const BERG = ['p_berg', 'Anna', 'Berg'] as const;

async function encoded(): Promise<TestEdition> {
  const edition = makeEdition();
  expect((await edition.encode()).outcome).toBe('written');
  return edition;
}

/** The text of the document without its markup, white space folded. */
function words(tei: string): string {
  const text = tei.slice(tei.indexOf('<text>'), tei.indexOf('</text>'));
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const idsOf = (tei: string) =>
  [...tei.matchAll(/<(p|note|head) [^>]*xml:id="([^"]*)"/g)].map(([, , id]) => id);

describe('an editor’s change and the encoder’s', () => {
  it('both remain, in one paragraph and in one sentence, and the document stays as it is when encoded once more', async () => {
    const edition = await encoded();
    edition.edit(
      'I will write to the insurers',
      'I will write to the <orgName>insurers</orgName> today',
    );
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
    const merged = edition.read();
    expect(merged).toContain('I will write to the <orgName>insurers</orgName> today.<note n="2"');
    expect(merged).toContain(
      '<persName ref="#p_berg" resp="#siglum" cert="high">Berg</persName> pays the workers',
    );
    expect(merged, 'the entry has come too').toContain('<person xml:id="p_berg">');
    expect(merged, 'elements are counted anew').toContain('<tagUsage gi="orgName" occurs="1"/>');
    expect((await edition.encode()).outcome).toBe('kept');
    expect(edition.read()).toBe(merged);
  });

  it('entries that both have added are there once, as the authority file has them', async () => {
    const edition = await encoded();
    const person = '<person xml:id="p_berg"><persName>Anna  Berg</persName></person>';
    const bare = edition.read().replace(/\n *<standOff>[\s\S]*<\/standOff>/, '');
    const tei = bare.replace(
      '\n</TEI>',
      `\n  <standOff><listPerson>${person}</listPerson></standOff>\n</TEI>`,
    );
    edition.write(tei.replace('Berg pays', '<persName ref="#p_berg">Berg</persName> pays'));
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
    const merged = edition.read();
    expect(merged.match(/xml:id="p_berg"/g)).toHaveLength(1);
    expect(merged, 'as the authority file has it').toContain('<forename>Anna</forename>');
    expect(merged).toContain('<persName ref="#p_berg">Berg</persName> pays');
  });

  it('a corrected word stays where the source changes elsewhere, and no word is lost', async () => {
    const edition = await encoded();
    edition.edit('burned to the context', 'burnt to the context');
    edition.source(SOURCE.replace('until May 3', 'until the evening of May 3'));
    expect((await edition.encode()).outcome).toBe('merged');
    expect(words(edition.read())).toContain('burnt to the context.Source');
    expect(words(edition.read())).toContain('until the evening of May 3, 1871.');
  });

  it('the encoder’s tag comes around a word that the editor has corrected', async () => {
    const edition = await encoded();
    edition.edit('Berg pays', 'Bergh pays');
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
    expect(edition.read()).toMatch(/<persName ref="#p_berg"[^>]*>Bergh<\/persName> pays/);
  });

  it('a mark that the editor has confirmed by taking resp and cert away stays confirmed', async () => {
    const edition = await encoded();
    edition.edit('<date when="1871-05-03" resp="#siglum" cert="high">', '<date when="1871-05-03">');
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
    expect(edition.read()).toContain('<date when="1871-05-03">May 3, 1871</date>');
  });

  it('a file that the editor’s program has reformatted is not a changed one', async () => {
    const edition = await encoded();
    const laidOut = edition
      .read()
      .replaceAll('\n  ', '\n\t')
      .replace('Yesterday the mill', 'Yesterday\n          the   mill')
      .replaceAll(' cert="high"', '\n             cert="high"');
    edition.write(laidOut.replace('Nobody was hurt', 'No one was hurt').replaceAll('\n', '\r\n'));
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
    const merged = edition.read();
    expect(merged).toContain('No one was hurt');
    expect(merged).toContain('Yesterday\r\n          the   mill');
    expect(merged).toContain('ref="#p_berg"');
    expect(merged.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('a file that another program has rewritten', () => {
  it('as canonical XML (order and quotes of attributes, empty elements) takes the merge', async () => {
    const edition = await encoded();
    edition.write(
      edition
        .read()
        .replace(/<([\w:]+)((?: [\w:-]+="[^"]*")*)\/>/g, (_tag, name, given) => {
          const sorted = (given.match(/ [^=]+="[^"]*"/g) ?? []).sort().join('');
          return `<${name}${sorted.replaceAll('"', "'")}></${name}>`;
        })
        .replace('Nobody', '<emph>Nobody</emph>'),
    );
    edition.authorities(persons(KLEIN, BERG));
    expect((await edition.encode()).outcome).toBe('merged');
    expect(edition.read()).toMatch(/<persName ref="#p_berg"[\s\S]*<emph>Nobody<\/emph>/);
    expect((await edition.encode()).outcome).toBe('kept');
  });

  it.each([
    [
      'with entities',
      (tei: string) => tei.replace('<TEI', '<!DOCTYPE TEI [<!ENTITY m "mill">]>\n<TEI'),
    ],
    ['in another encoding', (tei: string) => tei.replace('UTF-8', 'ISO-8859-1')],
    ['of XML 1.1', (tei: string) => tei.replace('version="1.0"', 'version="1.1"')],
  ])('%s is reported and stays as it is; only a release refuses it', async (_how, change) => {
    const edition = await encoded();
    const tei = change(edition.read().replace('Nobody', '<emph>Nobody</emph>'));
    edition.write(tei);
    expect((await edition.encode()).outcome).toBe('kept');
    edition.authorities(persons(KLEIN, BERG));
    const { outcome, findings } = await edition.encode();
    expect(outcome).toBe('kept');
    expect(findings).toMatchObject([{ severity: 'warning', rule: 'encode/kept' }]);
    expect(edition.read()).toBe(tei);
    expect(await edition.status()).toMatchObject({ state: 'outdated', next: 'keep' });
    const opened = openEdition(edition.root);
    const { findings: remarks } = updateDocuments(
      opened,
      [edition.document],
      new FileIndex(opened.cache, opened.root),
    );
    expect(remarks).toMatchObject([{ severity: 'remark', rule: 'computed/not-updated' }]);
  });
});

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

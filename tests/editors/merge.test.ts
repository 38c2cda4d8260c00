/**
 * A corrected document and a fresh encoding: the editor's changes stay, the encoder's improvements
 * are added, changes of the same place are a conflict and nothing is written.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { updateDocuments } from '../../pipeline/computed/documents.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { persons, removeEditions, SOURCE } from './edition.ts';
import { BERG, encoded, KLEIN } from './merged-edition.ts';

afterAll(removeEditions);

/** The text of the document without its markup, white space folded. */
function words(tei: string): string {
  const text = tei.slice(tei.indexOf('<text>'), tei.indexOf('</text>'));
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

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

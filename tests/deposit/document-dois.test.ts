/**
 * The DOI of a deposit in documents that are not encoded from a source: of an imported volume, of a
 * folder of foreign TEI. Nothing else in them changes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { writeDocumentDois } from '../../pipeline/deposit/send/dois/document-dois.ts';
import { earlierDois } from '../../pipeline/deposit/send/dois/earlier-dois.ts';
import { requireDoiPlace, writeDois } from '../../pipeline/deposit/send/dois/edition-doi.ts';
import type { SentVersion } from '../../pipeline/deposit/send/state.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { composeVolumes, writeVolumes } from '../../pipeline/import/import.ts';
import { removeFolders, temporaryFolder } from './edition.ts';

afterAll(removeFolders);

const HERE = { repository: 'zenodo', base: 'https://zenodo.org' };
const NEW = { doi: '10.5281/zenodo.2', conceptDoi: '10.5281/zenodo.1' };
const IDNOS =
  '<idno type="DOI">10.5281/zenodo.2</idno>|<idno type="DOI" subtype="concept">10.5281/zenodo.1</idno>';

function sent(change: Partial<SentVersion>): SentVersion {
  const draft = { record: '1', parent: null, doi: null, conceptDoi: null, page: '' };
  return { ...draft, ...HERE, version: '1', status: 'published', files: [], ...change };
}

const tei = (publication: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>${publication}<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body><p>Words &amp; more.</p></body></text></TEI>`;
const statement = (rest: string): string =>
  tei(`<publicationStmt>\r\n  <publisher>P</publisher>${rest}\r\n</publicationStmt>`);

describe('foreign documents', () => {
  const write = (content: string | Buffer, earlier: readonly SentVersion[] = []) => {
    const root = temporaryFolder();
    const path = join(root, 'one.xml');
    writeFileSync(path, content);
    const made = writeDocumentDois(openEdition(root), NEW, earlierDois(earlier, HERE));
    return { ...made, before: content, after: readFileSync(path) };
  };

  it.each([
    ['after the publisher', ''],
    ['after other identifiers', '\r\n  <idno type="shelf">4</idno>'],
    ['before the terms of use', '|\r\n  <availability><p>Free.</p></availability>'],
  ])('%s', (_name, rest) => {
    const [before = '', behind = ''] = rest.split('|');
    const { written, findings, after } = write(statement(before + behind));
    expect([written, findings]).toEqual([1, []]);
    const idnos = IDNOS.split('|').map((one) => `\r\n  ${one}`);
    expect(after.toString()).toBe(statement(`${before}${idnos.join('')}${behind}`));
  });

  it('stays as it is if it has the DOIs, with its byte order mark', () => {
    const { written, after, before } = write(`\uFEFF${statement(IDNOS.replace('|', ''))}`);
    expect([written, after.toString()]).toEqual([0, before]);
  });

  it('has it in a paragraph if its statement consists of paragraphs', () => {
    const { after } = write(tei('<publicationStmt><p>Unpublished.</p></publicationStmt>'));
    expect(after.toString()).toContain(
      `<p>Unpublished.</p><p>${IDNOS.replace('|', '</p><p>')}</p></publicationStmt>`,
    );
  });

  it('has the prefix of the TEI elements', () => {
    const prefixed = statement('')
      .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1t:')
      .replace('xmlns=', 'xmlns:t=');
    expect(write(prefixed).after.toString()).toContain(
      '<t:idno type="DOI">10.5281/zenodo.2</t:idno>',
    );
  });

  it('has a new version’s in place of the earlier one’s, however that is written', () => {
    const { after } = write(
      statement('<idno type="doi"> https://doi.org/10.5281/ZENODO.0 </idno>'),
      [sent({ doi: '10.5281/zenodo.0' })],
    );
    expect(after.toString()).toContain('<idno type="doi"> 10.5281/zenodo.2 </idno>');
    expect(after.toString()).not.toContain('ZENODO.0');
  });

  it.each([
    [
      'keeps its own',
      statement('<idno type="DOI">10.1234/own</idno>'),
      /keeps its own DOI, 10.1234/,
    ],
    ['is not in UTF-8', Buffer.from(`\uFEFF${statement('')}`, 'utf16le'), /not in UTF-8/],
    ['has a DOCTYPE', `<!DOCTYPE TEI>${statement('')}`, /DOCTYPE/],
    ['states no publication', tei('<publicationStmt/>'), /no publicationStmt with a publisher/],
  ])('%s, and is reported', (_name, content, message) => {
    const { written, findings, after } = write(content);
    expect(written).toBe(0);
    expect(findings).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
    expect(findings[0]?.path).toMatch(/one\.xml$/);
    expect(after).toEqual(Buffer.from(content as string));
  });
});

describe('an imported volume', () => {
  it('counts as unchanged by an editor afterwards, and has the DOI after another import', () => {
    const root = temporaryFolder();
    const [volume, edition] = [join(root, 'v.xml'), join(root, 'edition')];
    mkdirSync(edition);
    const division = (n: number): string =>
      `<div type="document" xml:id="d${n}"><head>${n}</head><p>W.</p></div>`;
    writeFileSync(volume, statement('').replace(/<p>Words.*<\/p>/, division(1) + division(2)));
    const imported = () => writeVolumes(composeVolumes([volume], edition), edition);
    imported();
    const documents = ['d1', 'd2'].map((id) => join(edition, 'documents', `${id}.xml`));
    writeFileSync(
      join(edition, 'documents', 'd2.xml'),
      readFileSync(documents[1] as string, 'utf8').replace('W.', 'V.'),
    );
    const { written } = writeDocumentDois(openEdition(edition), NEW, earlierDois([], HERE));
    expect(written).toBe(2);
    writeDois(join(edition, 'edition.xml'), NEW);
    // Only the edited document, and edition.xml, are left as they are.
    expect(imported().outcomes.edited).toBe(2);
    for (const path of documents)
      for (const idno of IDNOS.split('|'))
        expect(readFileSync(path, 'utf8').split('<sourceDesc>')[0]).toContain(idno);
  });
});

describe('DOIs of earlier deposits', () => {
  const elsewhere = { ...HERE, base: 'https://sandbox.zenodo.org' };

  it('are replaced if they were never registered, and else stay', () => {
    const draft = sent({ ...elsewhere, status: 'draft', doi: '10.1234/Draft' });
    const test = sent({ ...elsewhere, doi: '10.5072/a', conceptDoi: '10.5072/b' });
    const valid = sent({ ...elsewhere, doi: '10.1234/valid' });
    const { replaceable, invalid } = earlierDois([draft, test, valid], HERE);
    expect([...replaceable]).toEqual(['10.1234/draft', '10.5072/a', '10.5072/b']);
    expect([...invalid]).toEqual([...replaceable]);
  });

  it('are removed if nothing takes their place', () => {
    const path = join(temporaryFolder(), 'edition.xml');
    writeFileSync(path, statement('\r\n  <idno type="DOI" subtype="concept">10.5072/b</idno>'));
    writeDois(path, { doi: null, conceptDoi: null }, new Set(['10.5072/b']));
    expect(readFileSync(path, 'utf8')).toBe(statement(''));
  });
});

it('a header without a place for it is refused before anything is sent', () => {
  const path = join(temporaryFolder(), 'edition.xml');
  writeFileSync(path, tei(''));
  expect(() => requireDoiPlace(path)).toThrow(InputError);
});

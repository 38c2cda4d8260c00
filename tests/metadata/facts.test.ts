/**
 * The source of every format of metadata: xslt/metadata/facts.xsl on the project's edition, and on
 * one with an address.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import type { DocumentFacts, EditionFacts } from '../../pipeline/model/facts.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { copyOfEdition, removeFolders } from '../site/edition.ts';

const { strings } = openInterface('en');
let transformer: Transformer;

beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});
afterAll(removeFolders);

function factsOf(folder: string): { edition: EditionFacts; document: DocumentFacts } {
  const edition = transformer.editionFacts(join(folder, 'edition.xml'));
  const places = {
    page: 'documents/d149.html',
    tei: 'documents/d149.xml',
    entries: { p_read: 'persons/read.html' },
  };
  const { facts } = transformer.metadata(join(folder, 'documents', 'd149.xml'), {
    strings,
    edition,
    places,
  });
  return { edition, document: facts };
}

describe('the project’s own edition', () => {
  it('gives what its header says, and nothing that it does not say', () => {
    const { edition, document } = factsOf(join(PROGRAM, 'tei'));
    expect(edition).toMatchObject({
      version: '0.1.0',
      issued: '2026-11-23',
      editors: [],
      address: null,
      doi: null,
    });
    expect(document).toMatchObject({
      n: '149',
      genre: 'Memorandum',
      form: 'typescript',
      authors: [
        {
          name: 'Benjamin H. Read',
          family: 'Read',
          given: 'Benjamin H.',
          suffix: null,
          entry: 'p_read',
        },
      ],
      recipients: [{ name: 'McGeorge Bundy' }],
      date: {
        range: '1964-05-01/1964-05-30',
        edtf: '[1964-05-01..1964-05-30]',
        lasting: false,
        when: null,
      },
      place: { text: 'Washington, D.C.', certainty: 'medium' },
      print: {
        volumeNumber: 'XXXI',
        subseries: '1964–1968',
        issued: null,
        pages: { from: '337', to: '339' },
      },
      address: null,
    });
    expect(document.archives.map(({ text }) => text)[1]).toBe(
      'National Archives and Records Administration, RG 59, Central Files 1964–66, POL 14 BOL',
    );
  });
});

describe('an edition with an address and an editor', () => {
  it('has absolute addresses, the editor’s ORCID, a DOI without resolver', () => {
    const folder = copyOfEdition();
    const path = join(folder, 'edition.xml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace(
          '<persName/>',
          '<persName><forename>Ana</forename> <surname>Ruiz</surname></persName>',
        )
        .replace(
          '<idno type="ORCID"/>',
          '<idno type="ORCID">https://orcid.org/0000-0002-1825-0097</idno>',
        )
        .replace(
          /<idno type="URI">[^<]+/,
          '<idno type="DOI">https://doi.org/10.5281/zenodo.42</idno><idno type="URI">https://example.org/edition',
        ),
    );
    const { edition, document } = factsOf(folder);
    expect(edition).toMatchObject({
      address: 'https://example.org/edition/',
      doi: '10.5281/zenodo.42',
    });
    expect(edition.editors).toMatchObject([
      { family: 'Ruiz', given: 'Ana', orcid: '0000-0002-1825-0097' },
    ]);
    expect(document.address).toBe('https://example.org/edition/documents/d149.html');
    expect(document.authors[0]?.address).toBe('https://example.org/edition/persons/read.html');
  });
});

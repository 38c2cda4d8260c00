/** The source in the record above a text, for any form of its description in the header. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

let transformer: Transformer;
beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});
afterAll(removeFolders);

function record(sourceDesc: string, series = ''): string {
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>${series}<sourceDesc>${sourceDesc}</sourceDesc></fileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>`,
  );
  return transformer.html(path, { strings: openInterface('en').strings, addresses: {} }).record;
}

const FULL =
  '<biblFull><titleStmt><title type="complete">Papers, Volume II</title></titleStmt><publicationStmt><publisher>Press</publisher><pubPlace>Fredville</pubPlace><date>1971</date></publicationStmt></biblFull>';

describe('the record', () => {
  it('gives a source in words', () => {
    expect(
      record('<bibl><author>A. Case</author>, <title>War</title>, 1904.<note>Rare.</note></bibl>'),
    ).toBe(
      '<div class="row"><dt>Source</dt><dd>A. Case, <cite>War</cite>, 1904.<span class="added"> </span><span class="note-inline">Rare.</span></dd></div>',
    );
    expect(record('<p>Born digital.</p>')).toContain('<dt>Source</dt><dd>Born digital.</dd>');
  });

  it('reports nothing where the header says nothing', () => {
    expect(record('<p/>')).toBe('');
    expect(record('<bibl> </bibl>')).toBe('');
  });

  it('gives which part of the printed volume the text is, where the series is that volume', () => {
    const series = (title: string): string =>
      `<seriesStmt><title level="m">${title}</title><biblScope unit="document" n="7">Document 7</biblScope><biblScope unit="page" from="3" to="4">pages 3–4</biblScope></seriesStmt>`;
    expect(record(FULL, series('Papers, Volume II'))).toContain(
      '<cite>Papers, Volume II</cite> (Fredville: Press, 1971), Document 7, pages 3–4</dd>',
    );
    expect(record(FULL, series('Another series'))).toContain('(Fredville: Press, 1971)</dd>');
  });

  it('names a manuscript by its shelfmark; further numbers of a type are rows', () => {
    const source = `<msDesc><msIdentifier><repository>Library</repository><idno type="shelfmark">MS 1</idno><idno type="ark">ark:1/x</idno></msIdentifier></msDesc>`;
    const plain = record(source)
      .replace(/<[^>]*>/g, '|')
      .replace(/[|]+/g, '|');
    expect(plain).toContain('|Library|, |MS 1|');
    expect(plain).not.toContain('MS 1|, |ark');
  });
});

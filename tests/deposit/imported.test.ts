/**
 * An imported volume in a deposit: data that its editor has to add are reported once for all
 * documents; the volume is recorded as their source.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatFindings, type InputError } from '../../pipeline/core/finding.ts';
import { deposit } from '../../pipeline/deposit/deposit.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { composeVolumes, writeVolumes } from '../../pipeline/import/import.ts';
import { depositOf, type Package, removeFolders, temporaryFolder } from './edition.ts';

/** More documents than a record names individually. */
const DOCUMENTS = 101;

const document = (n: number): string =>
  `<div type="document" xml:id="d${n}" n="${n}"><pb n="${n}" xml:id="pg_${n}"/><head>${n}. Telegram</head><p>Words of number ${n}.</p></div>`;

const VOLUME = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title type="complete">Papers of Freedonia, Volume II, War</title><title type="series">Papers of Freedonia</title><title type="volumenumber">Volume II</title><title type="volume">War</title><editor>Ada Example</editor></titleStmt>
<publicationStmt><publisher>Freedonia Press</publisher><pubPlace>Fredville</pubPlace><date>1971</date><idno type="isbn-13">978-0-00-000000-0</idno></publicationStmt>
<sourceDesc><p>Printed in 1971.</p></sourceDesc></fileDesc></teiHeader>
<text><body>${Array.from({ length: DOCUMENTS }, (_, at) => document(at + 1)).join('\n')}</body></text></TEI>`;

const STATEMENT =
  '<publicationStmt><publisher>The House</publisher><date when="2026-01-02">2026</date><idno type="URI">https://example.org/war/</idno><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt>';

let refused: unknown;
let made: Package;

beforeAll(async () => {
  const folder = temporaryFolder();
  const [volume, edition, dist] = ['war.xml', 'edition', 'dist'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const importing = () => writeVolumes(composeVolumes([volume], edition), edition);
  writeFileSync(volume, VOLUME);
  importing();
  refused = await deposit(openEdition(edition), dist).catch((error: unknown) => error);
  const header = join(edition, 'edition.xml');
  const supplied = readFileSync(header, 'utf8')
    .replace(/<publicationStmt>[\s\S]*?<\/publicationStmt>/, STATEMENT)
    .replace(
      '<encodingDesc>',
      '<encodingDesc><projectDesc><p>The papers of a war.</p></projectDesc>',
    );
  writeFileSync(header, supplied);
  importing();
  made = await depositOf(edition);
}, 240_000);
afterAll(removeFolders);

test('what is missing in all documents is reported once, with how many and the first places', () => {
  const lines = formatFindings((refused as InputError).findings);
  const licences = lines.filter((line) => line.includes('[deposit/licence]'));
  // The edition's own header is asked for it, too.
  expect(licences.filter((line) => line.includes('edition.xml:'))).toHaveLength(1);
  expect(licences.filter((line) => !line.includes('edition.xml:'))).toEqual([
    expect.stringMatching(
      /d1\.xml:\d+:\d+: error: Licence is missing .*import again \(and 100 more of these: .*d10\.xml:\d+:\d+, .*d100\.xml:\d+:\d+, …\)/,
    ),
  ]);
});

test('the volume is the source, once, by its ISBN and in words', () => {
  expect(
    made
      .read('datacite/datacite.xml')
      .match(/<relatedIdentifier .*relationType="IsDerivedFrom".*/g),
  ).toEqual([
    '<relatedIdentifier relatedIdentifierType="ISBN" relationType="IsDerivedFrom" resourceTypeGeneral="Book">9780000000000</relatedIdentifier>',
  ]);
  expect(made.read('oai-dc/oai-dc.xml').match(/<dc:source>.*<\/dc:source>/g)).toEqual([
    '<dc:source>Papers of Freedonia, Volume II, War, ed. Ada Example (Fredville: Freedonia Press, 1971)</dc:source>',
  ]);
});

test('each document says which number and page of it', () => {
  const text = made.read(`${made.name}/data/documents/d7.xml`);
  expect(text).toContain(
    '<biblScope unit="document" n="7">Document 7</biblScope><biblScope unit="page" from="7" to="7"',
  );
  const crate = JSON.parse(made.read(`${made.name}/data/ro-crate-metadata.json`)) as {
    '@graph': { name?: string }[];
  };
  expect(crate['@graph'].map(({ name }) => name)).toContain(
    'Papers of Freedonia, Volume II, War, ed. Ada Example (Fredville: Freedonia Press, 1971), Document 7, page 7',
  );
});

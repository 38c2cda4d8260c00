/**
 * Editions of others go the whole way: an imported volume, and a folder of TEI from elsewhere with a
 * header for the folder. Draft, publication, a second version, with the number of requests of each.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { changeIn } from '../site/edition.ts';
import { siglumHere, siglumHereWith } from '../site/in-process.ts';
import { change, removeFolders, temporaryFolder } from './edition.ts';
import * as dataverse from './loopback/dataverse.ts';
import * as invenio from './loopback/invenio.ts';
import type { Loopback } from './loopback/server.ts';

const close: (() => void)[] = [];
afterEach(() => {
  for (const one of close.splice(0)) one();
});
afterAll(removeFolders);

const LICENCE =
  '<availability><licence target="https://creativecommons.org/publicdomain/zero/1.0/">CC0</licence></availability>';

/** What an editor adds: number, year, licence, description. */
const SUPPLIED =
  `<publicationStmt><publisher>The House</publisher><date when="2026">2026</date>` +
  `<idno type="URI">https://example.org/war/</idno>${LICENCE}</publicationStmt>`;

const document = (n: number): string =>
  `<div type="document" xml:id="d${n}" n="${n}"><pb n="${n}" xml:id="pg_${n}"/><head>${n}. Telegram</head><p>Words of number ${n}.</p></div>`;

const VOLUME = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title type="complete">Papers of Freedonia, Volume II, War</title><title type="series">Papers of Freedonia</title><title type="volumenumber">Volume II</title><title type="volume">War</title><editor><persName><forename>Ada</forename> <surname>Example</surname></persName></editor></titleStmt>
<publicationStmt><publisher>Freedonia Press</publisher><pubPlace>Fredville</pubPlace><date>1971</date></publicationStmt>
<sourceDesc><p>Printed in 1971.</p></sourceDesc></fileDesc></teiHeader>
<text><body>${[1, 2, 3].map(document).join('\n')}</body></text></TEI>`;

/** Imported by the command; the editor supplies what is missing and imports again. */
async function imported(): Promise<string> {
  const folder = temporaryFolder();
  const [volume, edition] = [join(folder, 'war.xml'), join(folder, 'edition')];
  writeFileSync(volume, VOLUME);
  const importing = async (): Promise<void> => {
    const { code, err } = await siglumHere('import', volume, '--edition', edition);
    expect(code, err).toBe(0);
  };
  await importing();
  change(edition, 'edition.xml', /<publicationStmt>[\s\S]*?<\/publicationStmt>/, SUPPLIED);
  change(
    edition,
    'edition.xml',
    '<encodingDesc>',
    '<encodingDesc><projectDesc><p>The papers of a war.</p></projectDesc>',
  );
  change(
    edition,
    'edition.xml',
    /<editionStmt>[\s\S]*?<\/editionStmt>|(?=<publicationStmt>)/,
    EDITION,
  );
  await importing();
  return edition;
}

const EDITION = '<editionStmt><edition n="1.0.0">First</edition></editionStmt>';

const letter = (id: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>Letter ${id}</title><author>Ada Ash</author></titleStmt>
<publicationStmt><publisher>Another House</publisher><date when="1998">1998</date>${LICENCE}</publicationStmt><sourceDesc><p>A letter.</p></sourceDesc></fileDesc><profileDesc><langUsage><language ident="fr">French</language></langUsage></profileDesc></teiHeader>
<text><body><p>Words of ${id}.</p></body></text></TEI>`;

/** Letters in folders, as another project has them, and an edition.xml for all of them. */
async function foreign(): Promise<string> {
  const folder = join(temporaryFolder(), 'letters');
  for (const name of ['1890', '1891']) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, `letter-${name}.xml`), letter(`letter-${name}`));
  }
  writeFileSync(
    join(folder, 'edition.xml'),
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letters of Ada Ash</title><editor><persName><forename>Ed</forename> <surname>Itor</surname></persName></editor></titleStmt>${EDITION}${SUPPLIED}<sourceDesc><p>Letters.</p></sourceDesc></fileDesc><encodingDesc><projectDesc><p>Two letters.</p></projectDesc></encodingDesc><profileDesc><langUsage><language ident="fr">French</language></langUsage></profileDesc></teiHeader><text><body><p/></body></text></TEI>`,
  );
  return folder;
}

interface Way {
  readonly server: Loopback;
  readonly send: (...words: string[]) => Promise<string>;
  /** Of the requests since the last question. */
  readonly count: () => number;
}

async function way(edition: string, server: Loopback, words: readonly string[]): Promise<Way> {
  close.push(() => server.close());
  const place = join(edition, '..');
  return {
    server,
    async send(...more) {
      const { code, out, err } = await siglumHereWith(
        { ZENODO_TOKEN: invenio.TOKEN, DATAVERSE_TOKEN: dataverse.TOKEN },
        ...['deposit', '--edition', edition, '--base', server.base, ...words, ...more],
        ...['--out', join(place, 'packages'), '--site', join(place, 'site')],
      );
      expect(code, out + err).toBe(0);
      return out + err;
    },
    count: () => server.requests.splice(0).length,
  };
}

/** All TEI of the edition, except what a build makes. */
function documentsOf(edition: string): string[] {
  return readdirSync(edition, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)(?:d\d+|letter-\d+)\.xml$/.test(name) && !name.startsWith('.'))
    .map((name) => readFileSync(join(edition, name), 'utf8'));
}

describe.each([
  ['an imported volume', imported, 3],
  ['a folder of TEI from elsewhere', foreign, 2],
] as const)('%s', (_name, make, documents) => {
  it('goes to InvenioRDM: draft, publication, second version', async () => {
    const edition = await make();
    const server = await invenio.startInvenio();
    const { send, count } = await way(edition, server, ['--send', 'zenodo']);
    await send();
    const [record] = [...server.records.values()];
    const doi = `10.5072/zenodo.${record?.id}`;
    expect(count()).toBe(7);
    const texts = documentsOf(edition);
    expect(texts).toHaveLength(documents);
    for (const text of texts) expect(text).toContain(`<idno type="DOI">${doi}</idno>`);
    const [archive] = [...(record?.files.values() ?? [])];
    const packed = Object.entries(unzipSync(new Uint8Array(archive?.content ?? [])));
    const inArchive = packed.filter(([, bytes]) => Buffer.from(bytes).includes(doi));
    expect(inArchive.filter(([name]) => /\.xml$/.test(name)).length).toBeGreaterThan(documents);

    await send('--publish');
    // The draft, the metadata, the list of files, the publication: nothing is sent again.
    expect(count()).toBe(4);
    expect(record?.published).toBe(true);

    changeIn(edition, 'edition.xml', ['n="1.0.0"', 'n="1.1.0"']);
    await send('--publish');
    expect(count()).toBe(8);
    expect(server.records.size).toBe(2);
    const [, second] = [...server.records.values()];
    expect(second).toMatchObject({ parent: record?.parent, published: true });
    for (const text of documentsOf(edition)) {
      expect(text).toContain(`<idno type="DOI">10.5072/zenodo.${second?.id}</idno>`);
      expect(text).toContain(`subtype="concept">10.5072/zenodo.${record?.parent}</idno>`);
      expect(text).not.toContain(doi);
    }
  }, 400_000);

  it('goes to Dataverse: draft, publication, second version', async () => {
    const edition = await make();
    const server = await dataverse.startDataverse();
    const words = ['--send', 'dataverse', '--collection', 'letters'];
    const { send, count } = await way(edition, server, words);
    await send();
    const [dataset] = [...server.datasets.values()];
    expect(count()).toBe(7);
    for (const text of documentsOf(edition)) expect(text).toContain(dataset?.id.slice(4));
    await send('--publish');
    expect(dataset).toMatchObject({ published: true, versions: 1 });
    const published = count();
    changeIn(edition, 'edition.xml', ['n="1.0.0"', 'n="1.1.0"']);
    await send('--publish');
    expect(server.datasets.size).toBe(1);
    expect(dataset).toMatchObject({ published: true, versions: 2 });
    expect([published, count() > published]).toEqual([8, true]);
  }, 400_000);
});

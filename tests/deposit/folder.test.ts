/**
 * A deposit of a folder of TEI without edition.xml: the documents' statements are not asked for
 * again, and everything that is missing is named in one run, with its place in the editor's own
 * file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../pipeline/core/files/files-below.ts';
import { type Finding, InputError } from '../../pipeline/core/finding.ts';
import { deposit } from '../../pipeline/deposit/deposit.ts';
import { zipForDataverse } from '../../pipeline/deposit/package/bagged.ts';
import { writeZip } from '../../pipeline/deposit/package/zip.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import {
  change,
  completeEdition,
  depositOf,
  type Package,
  packageAt,
  removeFolders,
  temporaryFolder,
} from './edition.ts';

afterAll(removeFolders);

interface Parts {
  readonly date?: string;
  readonly availability?: string;
  readonly profile?: string;
  readonly statements?: string;
  readonly idno?: string;
  readonly publisher?: string;
}

const MARK = 'https://creativecommons.org/publicdomain/mark/1.0/';

function tei(id: string, parts: Parts = {}): string {
  const {
    date = '<date when="1998">1998</date>',
    availability = `<availability><p>In the public domain: <ref target="${MARK}">mark</ref>.</p></availability>`,
    profile = '<langUsage><language ident="fr">French</language></langUsage>',
    statements = '<author><persName><forename>Ada</forename> <surname>Ash</surname></persName></author><editor role="translator">Roe, Tara</editor><editor><orgName>Office of Letters, Department of Words</orgName></editor>',
    idno = `<idno type="doi">https://dx.doi.org/10.5555/${id}</idno>`,
    publisher = '<publisher>The House</publisher>',
  } = parts;
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>Letter ${id}</title>${statements}</titleStmt>
<publicationStmt>${publisher}${date}${idno}${availability}</publicationStmt><sourceDesc><p>A letter.</p></sourceDesc></fileDesc><profileDesc>${profile}</profileDesc></teiHeader>
<text><body><p>Words of ${id}.</p></body></text></TEI>`;
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'letters');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function depositFolder(folder: string): Promise<Package> {
  const dist = join(temporaryFolder(), 'dist');
  await deposit(openEdition(folder), dist);
  return packageAt(dist);
}

async function refusal(folder: string): Promise<readonly Finding[]> {
  const error: unknown = await depositFolder(folder).catch((error: unknown) => error);
  if (!(error instanceof InputError)) throw error;
  return error.findings;
}

describe('a folder of two letters', () => {
  it('is asked for what they do not say, and for nothing else, in a file of its own', async () => {
    const folder = folderOf({ 'a1.xml': tei('a1'), 'a2.xml': tei('a2') });
    const findings = await refusal(folder);
    expect(findings.map(({ rule }) => rule).sort()).toEqual([
      'deposit/description',
      'deposit/identifier',
      'deposit/title',
    ]);
    for (const { path, line, message } of findings) {
      expect(path).toMatch(/letters\/edition\.xml$/);
      expect(line).toBe(1);
      expect(message).toContain('there is no edition.xml yet');
    }
  }, 120_000);

  it('has all that is missing named at once, with the line in each letter', async () => {
    const folder = folderOf({
      'a1.xml': tei('a1', { date: '', availability: '' }),
      'a2.xml': tei('a2', { publisher: '<publisher/>' }),
    });
    const found = (await refusal(folder)).map(({ rule, path }) => [rule, basename(path)].join(' '));
    expect(found).toEqual(
      expect.arrayContaining([
        'deposit/published a1.xml',
        'deposit/licence a1.xml',
        'deposit/publisher a2.xml',
        'deposit/title edition.xml',
        'deposit/identifier edition.xml',
        'deposit/description edition.xml',
      ]),
    );
  }, 120_000);
});

describe('a folder of one letter that says all', () => {
  it('is packaged with what the letter says: a year alone, the public domain, roles', async () => {
    const profile =
      '<abstract><p>A letter on words.</p></abstract><langUsage><language ident="fr">French</language></langUsage>';
    const made = await depositFolder(folderOf({ 'a1.xml': tei('a1', { profile }) }));
    const zenodo = JSON.parse(made.read('zenodo/.zenodo.json'));
    expect(zenodo).toMatchObject({
      publication_date: '1998',
      license: 'other-pd',
      doi: '10.5555/a1',
      language: 'fra',
      creators: [{ name: 'Office of Letters (Department of Words)' }],
    });
    const record = JSON.parse(made.read('inveniordm/record.json'));
    expect(record.metadata).toMatchObject({
      publication_date: '1998',
      rights: [{ id: 'cc-pdm-1.0' }],
      creators: [{ person_or_org: { name: 'Office of Letters, Department of Words' } }],
    });
    const datacite = made.read('datacite/datacite.xml');
    expect(datacite).toContain('<date dateType="Issued">1998</date>');
    expect(datacite).toContain('rightsIdentifier="CC-PDM-1.0"');
    for (const path of made.files.filter((one) => /\.(json|xml|ttl|txt)$/.test(one)))
      expect(made.read(path), path).not.toMatch(/1998-01-01/);
  }, 120_000);
});

it.each([MARK, 'https://creativecommons.org/licenses/by-nc-nd/3.0/de/'])(
  'CITATION.cff has the address of a licence that CFF 1.2.0 does not list: %s',
  async (target) => {
    const edition = completeEdition();
    change(edition, 'edition.xml', /<licence target="[^"]*"/, `<licence target="${target}"`);
    const made = await depositOf(edition, 'bagit');
    const cff = made.read(`${made.name}/data/CITATION.cff`);
    expect(cff).toContain(`license-url: "${target}"`);
    expect(cff).not.toContain('license: ');
  },
  120_000,
);

describe('who publishes, and when', () => {
  it.each<[string, Parts, string, string]>([
    [
      'an authority, and a year in words only',
      { publisher: '<authority>Letters, Ltd.</authority>', date: '<date>1998</date>' },
      ...(['Letters, Ltd.', '1998'] as const),
    ],
    [
      'a distributor, and a day',
      { publisher: '<distributor>An Archive</distributor>', date: '<date> 1998-05-06 </date>' },
      ...(['An Archive', '1998-05-06'] as const),
    ],
    [
      'a publisher beside a distributor, and a month by ISO 8601',
      {
        publisher: '<distributor>An Archive</distributor><publisher>The House</publisher>',
        date: '<date when-iso="1998-05">May 1998</date>',
      },
      ...(['The House', '1998-05'] as const),
    ],
  ])(
    '%s',
    async (_name, parts, publisher, date) => {
      const profile =
        '<abstract><p>A letter.</p></abstract><langUsage><language ident="fr">French</language></langUsage>';
      const made = await depositFolder(folderOf({ 'a1.xml': tei('a1', { profile, ...parts }) }));
      const datacite = made.read('datacite/datacite.xml');
      expect(datacite).toContain(`<publisher>${publisher}</publisher>`);
      expect(datacite).toContain('<publicationYear>1998</publicationYear>');
      expect(JSON.parse(made.read('inveniordm/record.json')).metadata).toMatchObject({
        publisher,
        publication_date: date,
      });
    },
    120_000,
  );

  it('a date in words is not read', async () => {
    const folder = folderOf({ 'a1.xml': tei('a1', { date: '<date>spring of 1998</date>' }) });
    expect((await refusal(folder)).map(({ rule }) => rule)).toContain('deposit/published');
  }, 120_000);
});

describe('a bag of more files than Dataverse unpacks', () => {
  it('is a ZIP file within another, and that is reported', () => {
    const root = temporaryFolder();
    const bag = join(root, 'bag-1');
    mkdirSync(bag);
    for (let n = 0; n < 1001; n += 1) writeFileSync(join(bag, `${n}.txt`), `${n}`);
    writeZip(bag, `${bag}.zip`, '2026-01-02');
    const [finding] = zipForDataverse(bag, join(root, 'dataverse'), '2026-01-02');
    expect(finding?.message).toContain('1001 files');
    expect(filesBelow(join(root, 'dataverse'))).toEqual(['bag-1-for-dataverse.zip']);
    expect(zipForDataverse(bag, root, '2026-01-02')).toHaveLength(1);
  });

  it('is the same ZIP file where Dataverse unpacks it', () => {
    const root = temporaryFolder();
    const bag = join(root, 'bag-2');
    mkdirSync(bag);
    writeFileSync(join(bag, '1.txt'), '1');
    writeZip(bag, `${bag}.zip`, '2026-01-02');
    expect(zipForDataverse(bag, join(root, 'dataverse'), '2026-01-02')).toEqual([]);
  });
});

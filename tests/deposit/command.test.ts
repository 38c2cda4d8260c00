/**
 * A header that a repository would refuse is refused first, with the line to correct; and no
 * incomplete package is ever left.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../pipeline/core/files/files-below.ts';
import { type Finding, InputError, UsageError } from '../../pipeline/core/finding.ts';
import { deposit } from '../../pipeline/deposit/deposit.ts';
import { isOrcid } from '../../pipeline/deposit/requirements/requirements.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import {
  change,
  completeEdition,
  copyOfEdition,
  encodedAnew,
  packageAt,
  removeFolders,
  siglum,
  temporaryFolder,
} from './edition.ts';

afterAll(removeFolders);

/** Problems that prevent a deposit; the place of the packages must not change. */
async function refusal(edition: string, repository?: string): Promise<readonly Finding[]> {
  const place = join(temporaryFolder(), 'dist');
  const error: unknown = await deposit(openEdition(edition), place, repository).catch(
    (error: unknown) => error,
  );
  expect(readdirSync(dirname(place)), 'something was left').toEqual([]);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).findings;
}

/** Line and column of the words in a file of the edition. */
function placeIn(edition: string, file: string, words: string): { line: number; column: number } {
  const before = readFileSync(join(edition, file), 'utf8').split(words)[0] as string;
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
}

describe('a broken header of the edition', () => {
  it.each([
    [
      'no title',
      /<title type="main">[^<]*</,
      '<title type="main"><',
      '<title type="main">',
      'deposit/title',
      'write the edition’s title',
    ],
    [
      'no publisher',
      '<publisher>Siglum</publisher>',
      '<publisher/>',
      '<publisher/>',
      'deposit/publisher',
      'write who publishes',
    ],
    [
      'no day',
      '<date when="2026-11-23">2026</date>',
      '<date>last year</date>',
      '<date>last',
      'deposit/published',
      'when="2026-11-23"',
    ],
    [
      'a licence without an address',
      '<licence target="https://creativecommons.org/licenses/by/4.0/">',
      '<licence target="urn:x-our:terms">',
      '<licence target',
      'deposit/licence',
      'target=',
    ],
    [
      'no availability',
      /<availability[\s\S]*<\/availability>/,
      '',
      '<publicationStmt>',
      'deposit/licence',
      'availability/licence/@target',
    ],
    [
      'no description',
      /<projectDesc>[\s\S]*<\/projectDesc>/,
      '',
      '<encodingDesc>',
      'deposit/description',
      'projectDesc',
    ],
  ])('%s: fails with the line to correct', async (_what, from, to, words, rule, advice) => {
    const edition = copyOfEdition();
    // Else the introduction would do.
    if (rule === 'deposit/description')
      change(edition, 'edition.xml', /<div type="introduction"[\s\S]*?<\/div>/, '');
    change(edition, 'edition.xml', from, to);
    const findings = await refusal(edition);
    expect(findings).toEqual([
      expect.objectContaining({
        ...placeIn(edition, 'edition.xml', words),
        severity: 'error',
        rule,
      }),
    ]);
    expect(findings[0]?.path).toMatch(/edition\.xml$/);
    expect(findings[0]?.message).toContain(advice);
  });

  it.each([
    [
      'an ORCID with a wrong digit',
      '<idno type="ORCID"/>',
      '<idno type="ORCID">0000-0002-1825-0098</idno>',
      '<idno type="ORCID">',
      'is not an ORCID',
    ],
    [
      'half an address',
      '<email/>',
      '<email>jane at example</email>',
      '<email>',
      'is not an e-mail address',
    ],
    [
      'half a DOI',
      '<idno type="URI">',
      '<idno type="DOI">zenodo.12345</idno><idno type="URI">',
      '<idno type="DOI">',
      'is not a valid DOI',
    ],
    [
      'half a SWHID',
      '<idno type="URI">',
      '<idno type="swhid">swh:1:rev:XYZ</idno><idno type="URI">',
      '<idno type="swhid">',
      'is not a valid SWHID, so no record has it',
    ],
  ])('%s: fails with the line to correct', async (_what, from, to, words, message) => {
    const edition = copyOfEdition();
    change(edition, 'edition.xml', from, to);
    const findings = await refusal(edition);
    expect(findings).toEqual([
      expect.objectContaining({ ...placeIn(edition, 'edition.xml', words), rule: 'deposit/form' }),
    ]);
    expect(findings[0]?.message).toContain(message);
  });
});

describe('a broken document', () => {
  it.each([
    [
      'no licence',
      '<licence target="https://creativecommons.org/licenses/by/4.0/">',
      '<licence target="urn:x-our:terms">',
      '<licence target',
      'deposit/licence',
    ],
    [
      'no title',
      /<title type="main" level="a">[^<]*</,
      '<title type="main" level="a"><',
      '<title type="main"',
      'deposit/title',
    ],
    [
      'no day',
      '<date when="2026-11-23">2026</date>',
      '<date>last year</date>',
      '<date>last',
      'deposit/published',
    ],
  ])('%s: fails with the line to correct', async (_what, from, to, words, rule) => {
    const edition = copyOfEdition();
    change(edition, 'documents/d149.xml', from, to);
    const findings = await refusal(edition);
    expect(findings).toContainEqual(
      expect.objectContaining({
        ...placeIn(edition, 'documents/d149.xml', words),
        severity: 'error',
        rule,
      }),
    );
    expect(findings[0]?.path).toMatch(/d149\.xml$/);
  });

  it('that is not valid fails as "siglum check" says', async () => {
    const edition = copyOfEdition();
    change(
      edition,
      'documents/d149.xml',
      '<publisher>Siglum</publisher>',
      '<publisherr>Siglum</publisherr>',
    );
    const [first] = await refusal(edition);
    expect(first).toMatchObject(placeIn(edition, 'documents/d149.xml', '<publisherr>'));
    expect(first?.rule).not.toMatch(/^deposit/);
  });

  it('with a name that repositories do not take is packaged under another', async () => {
    const edition = copyOfEdition();
    renameSync(join(edition, 'sources', 'd149.txt'), join(edition, 'sources', 'd149 (copy).txt'));
    const place = join(temporaryFolder(), 'dist');
    await deposit(openEdition(edition), place, 'bagit');
    const names = filesBelow(place).filter((name) => /\/sources\//.test(name));
    expect(names).toEqual([expect.stringMatching(/\/sources\/d149-copy\.txt$/)]);
  });
});

describe('what one repository needs', () => {
  it('an unlisted licence keeps Zenodo waiting, and is an error where Zenodo alone is asked for', async () => {
    const edition = completeEdition();
    change(
      edition,
      'edition.xml',
      'target="https://creativecommons.org/licenses/by/4.0/"',
      'target="https://example.org/our-terms"',
    );
    const findings = await refusal(edition, 'zenodo');
    expect(findings).toEqual([
      expect.objectContaining({
        ...placeIn(edition, 'edition.xml', '<licence target'),
        severity: 'error',
        rule: 'deposit/namedLicence',
      }),
    ]);
    const place = join(temporaryFolder(), 'dist');
    await encodedAnew(edition);
    const { ready, findings: warnings } = await deposit(openEdition(edition), place);
    expect(ready.map(({ name }) => name)).toEqual([
      'bagit',
      'datacite',
      'inveniordm',
      'dataverse',
      'oai-dc',
      'tapas',
      'dspace',
      'clarin',
      'textgrid',
      'oai-pmh',
    ]);
    expect(warnings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['deposit/namedLicence', 'warning'],
      ['deposit/archeLicence', 'warning'],
    ]);
    const made = packageAt(place);
    expect(made.files.some((path) => path.startsWith('zenodo/') || path.startsWith('arche/'))).toBe(
      false,
    );
    expect(JSON.parse(made.read('dataverse/dataset.json')).datasetVersion.termsOfUse).toContain(
      'https://example.org/our-terms',
    );
    expect(JSON.parse(made.read('inveniordm/record.json')).metadata.rights[0]).toMatchObject({
      link: 'https://example.org/our-terms',
    });
    expect(made.read('deposit.html')).toContain('Nothing was written for it');
  });

  it('a name in one piece keeps InvenioRDM waiting', async () => {
    const edition = copyOfEdition();
    change(edition, 'edition.xml', '<persName/>', '<persName>Josiah Carberry</persName>');
    const findings = await refusal(edition, 'inveniordm');
    expect(findings).toEqual([
      expect.objectContaining({
        ...placeIn(edition, 'edition.xml', '<persName>'),
        rule: 'deposit/familyName',
      }),
    ]);
    expect(findings[0]?.message).toContain('<surname>');
  });
});

describe('the command', () => {
  it('says what is there and what to supply, and where; exit 0', async () => {
    const edition = copyOfEdition();
    const place = join(temporaryFolder(), 'dist');
    const said = await siglum('deposit', '--edition', edition, '--out', place);
    expect(said.code).toBe(0);
    const { line, column } = placeIn(edition, 'edition.xml', '<email/>');
    expect(said.err).toMatch(
      new RegExp(
        `edition\\.xml:${line}:${column}: warning: E-mail address of a contact is missing`,
      ),
    );
    expect(said.out).toMatch(
      /^1 document; a bag of \d+ files; ready for bagit, datacite, zenodo, .*deposit\.html first\.\n$/,
    );
  });

  it('replaces what it has made, and only that', async () => {
    const edition = copyOfEdition();
    const place = join(temporaryFolder(), 'dist');
    await deposit(openEdition(edition), place, 'oai-dc');
    await deposit(openEdition(edition), place, 'oai-dc');
    change(edition, 'edition.xml', '<publisher>Siglum</publisher>', '<publisher/>');
    await expect(deposit(openEdition(edition), place)).rejects.toThrow(InputError);
    expect(existsSync(join(place, 'oai-dc', 'oai-dc.xml')), 'the previous package stays').toBe(
      true,
    );
    const foreign = join(temporaryFolder(), 'mine');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'thesis.txt'), 'years of work');
    await expect(deposit(openEdition(edition), foreign)).rejects.toThrow(UsageError);
    expect(readdirSync(foreign)).toEqual(['thesis.txt']);
  });

  it('an unknown repository: exit 2 with the list', async () => {
    const said = await siglum(
      'deposit',
      '--repository',
      'figshare',
      '--out',
      join(temporaryFolder(), 'dist'),
    );
    expect(said.code, said.err).toBe(2);
    expect(said.err).toContain(
      'bagit, datacite, zenodo, inveniordm, dataverse, oai-dc, arche, tapas, dspace, clarin, textgrid, oai-pmh; “figshare” is not one of them',
    );
  });

  it('an edition without a document gets no package', async () => {
    const edition = copyOfEdition();
    rmSync(join(edition, 'documents'), { recursive: true });
    const findings = await refusal(edition);
    expect(findings.map(({ rule }) => rule)).toContain('deposit/documents');
  });
});

it('an ORCID is judged by its last digit', () => {
  expect(['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X'].every(isOrcid)).toBe(
    true,
  );
  expect(
    ['0000-0002-1825-0098', '0000-0002-1694-2330', '0000-0002-1825-009', ''].some(isOrcid),
  ).toBe(false);
});

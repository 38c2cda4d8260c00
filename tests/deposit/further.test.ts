/**
 * Other destinations besides the large repositories: DSpace, CLARIN, TextGrid, a static repository;
 * files at the top of a repository; identifiers of every scheme in all records; F-UJI's metrics.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeAtTop } from '../../pipeline/deposit/at-top.ts';
import { type Deposited, deposit } from '../../pipeline/deposit/deposit.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { CI_FILES, writeCi } from '../../pipeline/init/ci.ts';
import { FAIR_METRICS } from '../../pipeline/model/fair-metrics.ts';
import {
  change,
  editionOfTwo,
  encodedAnew,
  type Package,
  packageAt,
  removeFolders,
  temporaryFolder,
} from './edition.ts';

const HANDLE = '20.500.12345/67';
const ARK = 'ark:/12148/btv1b8449691v';
const SWHID = `swh:1:dir:${'d198bc9d7a6bcf6db04f476d29314f157507d505'}`;

let edition: string;
let made: Package;
let deposited: Deposited;

beforeAll(async () => {
  edition = editionOfTwo();
  change(
    edition,
    'edition.xml',
    '<idno type="DOI">',
    `<idno type="handle">hdl:${HANDLE}</idno><idno type="ARK">${ARK}</idno><idno type="SWHID">${SWHID}</idno><idno type="DOI">`,
  );
  const person = (name: string): string =>
    `<persName><forename>A.</forename> <surname>${name}</surname></persName>`;
  change(
    edition,
    'edition.xml',
    '<respStmt xml:id="historian">',
    `<editor role="translator">${person('Roe')}</editor><editor role="contributor">${person('Coe')}</editor>
<principal>${person('Poe')}</principal><respStmt><resp>transcription</resp>${person('Toe')}</respStmt><respStmt xml:id="historian">`,
  );
  await encodedAnew(edition);
  const root = join(temporaryFolder(), 'dist');
  deposited = await deposit(openEdition(edition), root);
  made = packageAt(root);
});
afterAll(removeFolders);

/** The results of an XPath, with the prefixes in use. */
function found(xml: string, xpath: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document
      .find(xpath, {
        cmd: 'http://www.clarin.eu/cmd/1',
        cmdp: 'http://www.clarin.eu/cmd/1/profiles/clarin.eu:cr1:p_1288172614026',
        tg: 'http://textgrid.info/namespaces/metadata/core/2010',
        oai: 'http://www.openarchives.org/OAI/2.0/',
        st: 'http://www.openarchives.org/OAI/2.0/static-repository',
        dc: 'http://purl.org/dc/elements/1.1/',
        ore: 'http://www.openarchives.org/ore/terms/',
        rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
        dcite: 'http://datacite.org/schema/kernel-4',
      })
      .map((node) => node.content);
  } finally {
    document.dispose();
  }
}

const ADDRESSES = [
  `https://hdl.handle.net/${HANDLE}`,
  `https://n2t.net/${ARK}`,
  `https://archive.softwareheritage.org/${SWHID}`,
];

describe('a handle, an ARK and a SWHID of edition.xml', () => {
  it('are in the records of all', () => {
    expect(
      found(made.read('datacite/datacite.xml'), '//dcite:alternateIdentifier').slice(1),
    ).toEqual(ADDRESSES);
    for (const [path, xpath] of [
      ['oai-dc/oai-dc.xml', '//dc:identifier'],
      ['dspace/item-1/dublin_core.xml', "//dcvalue[@element='identifier'][@qualifier='uri']"],
      ['clarin/record.cmdi', '//cmdp:identifier'],
    ] as const)
      expect(found(made.read(path), xpath), path).toEqual(expect.arrayContaining(ADDRESSES));
    const { identifiers } = JSON.parse(made.read('inveniordm/record.json')).metadata;
    expect(identifiers).toEqual(
      expect.arrayContaining([
        { identifier: HANDLE, scheme: 'handle' },
        { identifier: ARK, scheme: 'ark' },
      ]),
    );
    const related = JSON.parse(made.read('zenodo/.zenodo.json')).related_identifiers;
    expect(related.map((one: { identifier: string }) => one.identifier)).toEqual(
      expect.arrayContaining(ADDRESSES),
    );
    expect(made.read(`${made.name}/data/CITATION.cff`)).toContain(
      `  - type: swh\n    value: "${SWHID}"`,
    );
    const crate = JSON.parse(made.read(`${made.name}/data/ro-crate-metadata.json`))['@graph'];
    const root = crate.find((one: { '@id': string }) => one['@id'] === './');
    const address = ADDRESSES[2];
    expect(root.identifier).toContainEqual({ '@id': address });
    expect(crate.find((one: { '@id': string }) => one['@id'] === address)).toMatchObject({
      '@type': 'PropertyValue',
      propertyID: 'https://registry.identifiers.org/registry/swh',
      value: SWHID,
    });
    expect(made.read('dataverse/dataset.json').replace(/\s+/g, '')).toMatch(
      new RegExp(`"otherIdValue":[^}]*"value":"${SWHID}"`),
    );
  });
});

it.each([
  ['datacite/datacite.xml'],
  ['zenodo/.zenodo.json'],
  ['inveniordm/record.json'],
  ['dataverse/dataset.json'],
  ['oai-dc/oai-dc.xml'],
  ['oai-pmh/oai-static.xml'],
  ['arche/arche.ttl'],
  ['tapas/records.csv'],
  ['dspace/item-1/dublin_core.xml'],
  ['clarin/record.cmdi'],
  ['textgrid/*.edition.meta'],
  ['*/data/ro-crate-metadata.json'],
  ['*/data/README.md'],
])('%s names translator, principal and contributors', (path) => {
  const [before = '', after = ''] = path.split('*');
  const file = made.files.find(
    (one) => one === path || (after !== '' && one.startsWith(before) && one.endsWith(after)),
  );
  const record = made.read(file ?? path);
  expect(['Roe', 'Poe', 'Coe', 'Toe'].filter((name) => !record.includes(name))).toEqual([]);
});

it('DSpace gets an item with Dublin Core, and the file that contents names', () => {
  const [line = ''] = made.read('dspace/item-1/contents').split('\t');
  expect(made.files).toContain(`dspace/item-1/${line}`);
  expect(line).toBe(`${made.name}.zip`);
  const values = found(made.read('dspace/item-1/dublin_core.xml'), '/dublin_core/dcvalue');
  expect(values.every((value) => value.trim() !== '')).toBe(true);
  // Fields of DSpace's own registry (dublin-core-types.xml) that are not for harvested records.
  const fields = new RegExp(
    '^(?:title|publisher|type|subject|description|contributor|rights)none$|' +
      '^contributor(?:author|editor)$|^dateissued$|^description(?:abstract|sponsorship)$|' +
      '^languageiso$|^formatmimetype$|^identifieruri$|^rightsuri$|' +
      '^coverage(?:spatial|temporal)$|^relation(?:haspart|isbasedon)$',
  );
  const dublinCore = made.read('dspace/item-1/dublin_core.xml');
  const elements = found(dublinCore, '//dcvalue/@element');
  const names = found(dublinCore, '//dcvalue/@qualifier').map((one, at) => elements[at] + one);
  expect(names.filter((name) => !fields.test(name))).toEqual([]);
});

it('CLARIN gets CMDI with its profile, a landing page and the archive', () => {
  const cmdi = made.read('clarin/record.cmdi');
  const [profile] = found(cmdi, '/cmd:CMD/cmd:Header/cmd:MdProfile');
  expect(cmdi).toContain(`xmlns:cmdp="http://www.clarin.eu/cmd/1/profiles/${profile}"`);
  expect(found(cmdi, '//cmd:ResourceType')).toEqual(['LandingPage', 'Resource']);
  expect(found(cmdi, '//cmd:ResourceRef')[1]).toBe(`${made.name}.zip`);
  // The profile is a sequence in this order; each may occur several times.
  const order =
    'abstract accessRights contributor coverage creator description format identifier issued language license publisher rights source subject title type'.split(
      ' ',
    );
  const names = [...cmdi.matchAll(/<cmdp:([A-Za-z]+)[ >]/g)].map(([, name = '']) => name).slice(1);
  expect(names).toEqual([...names].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(names.filter((name) => !order.includes(name))).toEqual([]);
});

it('TextGrid gets objects with aggregations that lead to files, each with its metadata', () => {
  const own = made.files.filter((path) => path.startsWith('textgrid/'));
  const aggregations = own.filter((path) => /\.(?:edition|collection)$/.test(path));
  expect(aggregations).toHaveLength(2);
  for (const path of aggregations) {
    for (const target of found(made.read(path), '//ore:aggregates/@rdf:resource')) {
      expect(own, path).toContain(`textgrid/${target}`);
      expect(own, path).toContain(`textgrid/${target}.meta`);
    }
  }
  for (const path of own.filter((one) => one.endsWith('.meta'))) {
    expect(own).toContain(path.slice(0, -'.meta'.length));
    expect(found(made.read(path), '/tg:object/tg:generic/tg:provided/tg:title'), path).toHaveLength(
      1,
    );
  }
  const [work] = found(
    made.read(own.find((path) => path.endsWith('.edition.meta')) as string),
    '//tg:isEditionOf',
  );
  expect(own).toContain(`textgrid/${work}`);
  // What the schema of 2010 requires.
  const meta = (kind: string): string =>
    made.read(own.find((path) => path.endsWith(`.${kind}.meta`)) as string);
  expect(found(meta('edition'), '//tg:edition/tg:agent/@role').length).toBeGreaterThan(0);
  const citations = found(meta('edition'), '//tg:source/tg:bibliographicCitation');
  expect(found(meta('edition'), '//tg:bibliographicCitation/tg:editionTitle')).toEqual(
    citations.map((one) => one.trim()),
  );
  expect(found(meta('edition'), '//tg:language').every((code) => /^[a-z]{3}$/.test(code))).toBe(
    true,
  );
  expect(found(meta('collection'), '//tg:collector').length).toBeGreaterThan(0);
});

it('a static repository has a record of the edition and of each document, under identifiers of their own', () => {
  const xml = made.read('oai-pmh/oai-static.xml');
  const ids = found(xml, '//oai:record/oai:header/oai:identifier');
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(3);
  expect(found(xml, '/st:Repository/st:Identify/oai:adminEmail')).toEqual(['carberry@example.org']);
  expect(found(xml, '//oai:datestamp').every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true);
  expect(found(xml, '//oai:record//dc:title')).toHaveLength(3);
});

it('deposit.html answers each of F-UJI’s metrics', () => {
  const page = made.read('deposit.html');
  for (const metric of Object.keys(FAIR_METRICS)) expect(page).toContain(`id="${metric}"`);
  expect(page).toMatch(/FsF-F1-02D.*?<span class="ready">yes<\/span>.*?DOI, Handle, ARK/s);
});

describe('files at the top of a repository', () => {
  it('are written, and again when the TEI has changed; one of somebody else stays', () => {
    const top = temporaryFolder();
    const opened = openEdition(edition);
    const read = (name: string): string => readFileSync(join(top, name), 'utf8');
    expect(writeAtTop(opened, top, deposited.atTop).written).toHaveLength(2);
    expect(JSON.parse(read('.zenodo.json')).title).toContain('Bolivia');
    const next = { ...deposited.atTop, 'CITATION.cff': 'cff-version: 1.2.0\n' };
    expect(writeAtTop(opened, top, next).findings).toEqual([]);
    expect(read('CITATION.cff')).toBe('cff-version: 1.2.0\n');
    writeFileSync(join(top, 'CITATION.cff'), 'mine');
    const [finding] = writeAtTop(opened, top, deposited.atTop).findings;
    expect(finding?.message).toContain('stays');
    expect(read('CITATION.cff')).toBe('mine');
    rmSync(join(edition, '.siglum', 'at-top.json'));
    expect(writeAtTop(opened, top, next).findings).toHaveLength(1);
  });
});

describe('init --ci', () => {
  it.each(['github', 'gitlab'] as const)(
    '%s: names the edition from the top of the repository',
    (service) => {
      const top = temporaryFolder();
      mkdirSync(join(top, '.git'));
      mkdirSync(join(top, 'editions', 'letters'), { recursive: true });
      const path = writeCi(join(top, 'editions', 'letters'), service);
      expect(path).toBe(join(top, ...CI_FILES[service].split('/')));
      const text = readFileSync(path, 'utf8');
      expect(() => parse(text)).not.toThrow();
      expect(text).toContain('EDITION: "editions/letters"');
      expect(text).toMatch(/SIGLUM: "siglum@\d/);
      expect(text).not.toMatch(/\{edition\}|\{package\}/);
      for (const command of ['check', 'build', 'deposit'])
        expect(text).toContain(`siglum ${command} --edition "$EDITION"`);
      expect(() => writeCi(join(top, 'editions', 'letters'), service)).toThrow(/exists already/);
    },
  );

  it('refuses a folder with a name that would be code there', () => {
    const top = temporaryFolder();
    mkdirSync(join(top, '.git'));
    mkdirSync(join(top, '$(touch x)'));
    expect(() => writeCi(join(top, '$(touch x)'), 'gitlab')).toThrow(/rename it/);
    expect(existsSync(join(top, CI_FILES.gitlab))).toBe(false);
  });
});

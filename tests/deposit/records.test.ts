/**
 * The records, each validated by the repository's own schema if that is available, else by its
 * documentation.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import {
  ParseOption,
  RelaxNGValidator,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { Parser, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { readXml, type XmlElement } from '../../pipeline/xml/read.ts';
import {
  completeEdition,
  copyOfEdition,
  DOI,
  depositOf,
  editionOfTwo,
  ORCID,
  type Package,
  removeFolders,
  WEB,
} from './edition.ts';
import { DATAVERSE, INVENIO, ZENODO } from './shapes.ts';

const SCHEMAS = join(PROGRAM, '..', 'shared', 'schemas');
const SAFELY =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES;

/** The edition as it is, which names no editor; and those with complete headers. */
const packages = new Map<string, Package>();
const NAMES = ['unchanged', 'complete', 'of two documents'] as const;
beforeAll(async () => {
  packages.set('unchanged', await depositOf(copyOfEdition()));
  packages.set('complete', await depositOf(completeEdition()));
  packages.set('of two documents', await depositOf(editionOfTwo()));
});
afterAll(removeFolders);

const of = (name: string): Package => packages.get(name) as Package;

interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Elements with their own text. A file that is not well-formed throws. */
function elements(xml: string): Seen[] {
  const all: Seen[] = [];
  const open: Seen[] = [];
  readXml(
    { path: 'record.xml', content: xml },
    {
      open(element: XmlElement) {
        const attributes = Object.fromEntries(
          element.attributes.map(({ name, value }) => [name, value]),
        );
        const seen = { name: element.name, attributes, text: '' };
        all.push(seen);
        open.push(seen);
      },
      text(text) {
        const inside = open.at(-1);
        if (inside) inside.text += text;
      },
      close() {
        open.pop();
      },
    },
  );
  return all;
}

describe('DataCite', () => {
  it.skipIf(!existsSync(SCHEMAS)).each(NAMES)(
    'is valid under the XSD of 4.6: the edition %s',
    (name) => {
      const folder = join(SCHEMAS, 'datacite-4.6');
      const provider = new XmlBufferInputProvider({});
      for (const file of readdirSync(join(folder, 'include'))) {
        provider.addBuffer(`memory:/include/${file}`, readFileSync(join(folder, 'include', file)));
      }
      xmlRegisterInputProvider(provider);
      const schema = XmlDocument.fromBuffer(readFileSync(join(folder, 'metadata.xsd')), {
        url: 'memory:/metadata.xsd',
      });
      const validator = XsdValidator.fromDoc(schema);
      const judge = (xml: string): void => {
        const document = XmlDocument.fromString(xml, { option: SAFELY });
        try {
          validator.validate(document);
        } finally {
          document.dispose();
        }
      };
      try {
        const record = of(name).read('datacite/datacite.xml');
        judge(record);
        expect(of(name).read(`${of(name).name}/metadata/datacite.xml`)).toBe(record);
        // The validators themselves: they report errors.
        expect(() => judge(record.replace('dateType="Issued"', 'dateType="Whenever"'))).toThrow();
        expect(() => judge(record.replace(/<publisher>.*<\/publisher>/, ''))).toThrow();
      } finally {
        validator.dispose();
        schema.dispose();
        xmlCleanupInputProvider();
      }
    },
  );

  it('says of an edition without an editor what its documents say', () => {
    const seen = elements(of('unchanged').read('datacite/datacite.xml'));
    const one = (name: string): Seen | undefined => seen.find((element) => element.name === name);
    expect(one('identifier')).toMatchObject({
      attributes: { identifierType: 'URN' },
      text: expect.stringMatching(/^urn:uuid:/),
    });
    expect(one('creatorName')).toMatchObject({
      attributes: { nameType: 'Organizational' },
      text: 'Siglum',
    });
    expect(seen.filter(({ name }) => name === 'contributorName').map(({ text }) => text)).toEqual([
      'Office of the Historian, Department of State',
      'Read, Benjamin H.',
    ]);
    expect(one('publicationYear')?.text).toBe('2026');
    expect(seen.some(({ name }) => name === 'nameIdentifier')).toBe(false);
    expect(
      seen
        .filter(({ name }) => name === 'date')
        .map(({ attributes, text }) => [attributes['dateType'], text]),
    ).toEqual([
      ['Issued', '2026-11-23'],
      ['Coverage', '1964-05-01/1964-05-30'],
    ]);
    expect(seen.filter(({ name }) => name === 'pointLatitude').map(({ text }) => text)).toEqual([
      '-16.5',
      '38.89511',
    ]);
    expect(seen.filter(({ name }) => name === 'relatedIdentifier')).toMatchObject([
      {
        attributes: { relationType: 'IsDerivedFrom' },
        text: 'https://history.state.gov/historicaldocuments/frus1964-68v31/d149',
      },
    ]);
  });

  it('credits the editor where one is named, with identifier and address', () => {
    const seen = elements(of('complete').read('datacite/datacite.xml'));
    const texts = (name: string): string[] =>
      seen.filter((element) => element.name === name).map(({ text }) => text);
    expect(seen[1]).toMatchObject({
      name: 'identifier',
      attributes: { identifierType: 'DOI' },
      text: DOI,
    });
    expect(texts('creatorName')).toEqual(['Carberry, Josiah']);
    expect(texts('nameIdentifier')).toEqual([`https://orcid.org/${ORCID}`]);
    expect(texts('alternateIdentifier')).toEqual([WEB]);
    expect(texts('funderName')).toEqual(['Example Foundation']);
    expect(texts('subject')).toEqual(
      expect.arrayContaining(['Foreign “relations” & <elections>', 'History', 'Memorandum']),
    );
  });
});

/** Fields in the order of a schema that has only these. */
function judged(schema: object, record: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(record);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

describe('Zenodo', () => {
  it.each(NAMES)('takes the metadata of the edition %s', (name) => {
    const record = JSON.parse(of(name).read('zenodo/.zenodo.json'));
    expect(judged(ZENODO, record)).toEqual([]);
    expect(judged(ZENODO, { ...record, language: 'en' })).not.toEqual([]);
    expect(record).toMatchObject({
      language: 'eng',
      license: 'cc-by-4.0',
      publication_date: '2026-11-23',
      upload_type: 'dataset',
    });
  });

  it('has the editor with ORCID, and markup of the header as text', () => {
    const record = JSON.parse(of('complete').read('zenodo/.zenodo.json'));
    expect(record.creators).toEqual([{ name: 'Carberry, Josiah', orcid: ORCID }]);
    expect(record.keywords).toContain('Foreign “relations” & <elections>');
    expect(record.doi).toBe(DOI);
  });
});

describe('InvenioRDM', () => {
  it.each(NAMES)('takes the record of the edition %s', (name) => {
    const record = JSON.parse(of(name).read('inveniordm/record.json'));
    expect(judged(INVENIO, record)).toEqual([]);
    expect(
      judged(INVENIO, { ...record, metadata: { ...record.metadata, creators: [] } }),
    ).not.toEqual([]);
    expect(record.metadata.rights).toEqual([{ id: 'cc-by-4.0' }]);
    // GeoJSON: longitude first.
    expect(record.metadata.locations.features[0]).toMatchObject({
      place: 'La Paz',
      geometry: { coordinates: [-68.15, -16.5] },
    });
  });

  it('is given a DOI of one’s own as an external one', () => {
    expect(JSON.parse(of('complete').read('inveniordm/record.json')).pids).toEqual({
      doi: { identifier: DOI, provider: 'external' },
    });
    expect(JSON.parse(of('unchanged').read('inveniordm/record.json'))).not.toHaveProperty('pids');
  });
});

describe('Dataverse', () => {
  const field = (name: string, of_: string) =>
    JSON.parse(
      of(of_).read('dataverse/dataset.json'),
    ).datasetVersion.metadataBlocks.citation.fields.find(
      ({ typeName }: { typeName: string }) => typeName === name,
    );

  it.each(['complete', 'of two documents'])('takes the dataset of the edition %s', (name) => {
    const record = JSON.parse(of(name).read('dataverse/dataset.json'));
    expect(judged(DATAVERSE, record)).toEqual([]);
    expect(field('datasetContact', name).value[0].datasetContactEmail.value).toBe(
      'carberry@example.org',
    );
    expect(field('author', name).value[0]).toMatchObject({
      authorName: { value: 'Carberry, Josiah' },
      authorIdentifierScheme: { value: 'ORCID', typeClass: 'controlledVocabulary' },
      authorIdentifier: { value: ORCID },
    });
  });

  it('has everything but the contact where the edition has no address', () => {
    const record = JSON.parse(of('unchanged').read('dataverse/dataset.json'));
    expect(field('datasetContact', 'unchanged')).toBeUndefined();
    expect(judged(DATAVERSE, record)).not.toEqual([]);
    record.datasetVersion.metadataBlocks.citation.fields.push(field('datasetContact', 'complete'));
    expect(judged(DATAVERSE, record)).toEqual([]);
  });
});

it.each(NAMES)('all records of the edition %s credit the same', (name) => {
  const made = of(name);
  const zenodo = JSON.parse(made.read('zenodo/.zenodo.json')).creators[0].name;
  const text = (xml: string, element: string): string =>
    elements(xml).find((one) => one.name === element)?.text ?? '';
  const dataverse = JSON.parse(
    made.read('dataverse/dataset.json'),
  ).datasetVersion.metadataBlocks.citation.fields.find(
    ({ typeName }: { typeName: string }) => typeName === 'author',
  ).value[0].authorName.value;
  const invenio = JSON.parse(made.read('inveniordm/record.json')).metadata.creators[0].person_or_org
    .name;
  expect([
    text(made.read('datacite/datacite.xml'), 'creatorName'),
    invenio,
    dataverse,
    text(made.read('oai-dc/oai-dc.xml'), 'dc:creator'),
  ]).toEqual(Array(4).fill(zenodo));
  expect(made.read(`${made.name}/data/CITATION.cff`)).toContain(`: "${zenodo.split(', ')[0]}"`);
});

describe('oai_dc', () => {
  const FIFTEEN =
    'contributor coverage creator date description format identifier language publisher relation rights source subject title type';

  it.each(NAMES)('has the fifteen elements and nothing else: the edition %s', (name) => {
    const [root, ...rest] = elements(of(name).read('oai-dc/oai-dc.xml'));
    expect(root?.name).toBe('oai_dc:dc');
    for (const { name: element, text } of rest) {
      expect(FIFTEEN.split(' ').map((local) => `dc:${local}`)).toContain(element);
      expect(text.trim()).not.toBe('');
    }
    for (const needed of ['title', 'creator', 'publisher', 'date', 'identifier', 'rights']) {
      expect(
        rest.some((element) => element.name === `dc:${needed}`),
        needed,
      ).toBe(true);
    }
  });
});

describe('ARCHE', () => {
  const ACDH = 'https://vocabs.acdh.oeaw.ac.at/schema#';
  const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
  /** Cardinalities of at least one in acdh-schema.owl, hosting aside, which ARCHE fills in. */
  const EVERY = [
    'hasTitle',
    'hasDepositor',
    'hasLicensor',
    'hasMetadataCreator',
    'hasOwner',
    'hasRightsHolder',
  ];
  const NEEDED: Readonly<Record<string, readonly string[]>> = {
    TopCollection: [...EVERY, 'hasContact', 'hasCurator', 'hasDescription', 'hasSubject'],
    Collection: [...EVERY, 'isPartOf'],
    Resource: [...EVERY, 'isPartOf', 'hasCategory', 'hasLicense'],
    Person: ['hasTitle'],
    Organisation: ['hasTitle'],
  };

  it.each(NAMES)(
    'has for every object what its class needs, and describes whatever it refers to: the edition %s',
    (name) => {
      const quads = new Parser().parse(of(name).read('arche/arche.ttl'));
      const about = new Map<string, Quad[]>();
      for (const quad of quads)
        about.set(quad.subject.value, [...(about.get(quad.subject.value) ?? []), quad]);
      for (const [subject, statements] of about) {
        const kind =
          statements
            .find(({ predicate }) => predicate.value === TYPE)
            ?.object.value.replace(ACDH, '') ?? 'none';
        const properties = statements.map(({ predicate }) => predicate.value.replace(ACDH, ''));
        for (const needed of NEEDED[kind] ?? [`a class, and not ${kind}`])
          expect(properties, subject).toContain(needed);
        // Titles and descriptions have a language (langTag in the schema).
        for (const { predicate, object } of statements) {
          if (/hasTitle|hasDescription|hasSubject/.test(predicate.value))
            expect(object).toHaveProperty('language', expect.stringMatching(/./));
        }
      }
      const base = [...about.keys()][0] as string;
      const parts = quads.filter(({ predicate }) => predicate.value === `${ACDH}isPartOf`);
      for (const { object } of parts) expect([...about.keys()]).toContain(object.value);
      const agents = quads.filter(({ predicate }) =>
        /has(Depositor|Owner|Creator|Author|Contact)$/.test(predicate.value),
      );
      expect(agents.length).toBeGreaterThan(5);
      for (const { object } of agents) expect([...about.keys()]).toContain(object.value);
      const files = of(name).files.filter(
        (path) => path.startsWith(`${of(name).name}/data/`) && !/ro-crate-/.test(path),
      );
      const resources = [...about]
        .filter(([, all]) => all.some(({ object }) => object.value === `${ACDH}Resource`))
        .map(([id]) => id);
      expect(resources.sort()).toEqual(
        files.map((path) => path.replace(`${of(name).name}/data`, base)).sort(),
      );
    },
  );
});

describe('TAPAS', () => {
  it('has a line for each record, and each file exists', () => {
    const two = of('of two documents');
    const [head, ...rows] = two.read('tapas/records.csv').trimEnd().split('\r\n');
    expect(head).toBe('file,type,title,authors,contributors');
    const listed = rows.map((row) => row.split(','));
    for (const [file] of listed) expect(two.files).toContain(`tapas/${file}`);
    expect(listed.filter(([, type]) => type === 'primary').map(([file]) => file)).toEqual([
      'documents/d149.xml',
      'documents/d150.xml',
    ]);
    expect(two.read('tapas/records.csv')).toContain('"Read, Benjamin H."');
    expect(two.read('tapas/collection.txt')).toMatch(/^Title: .+\n\nDescription: .+\n$/);
  });

  it.skipIf(!existsSync(SCHEMAS))('gets TEI that is valid under TEI All, as does the bag', () => {
    const schema = XmlDocument.fromBuffer(readFileSync(join(SCHEMAS, 'tei_all.rng')), {
      option: SAFELY,
    });
    const validator = RelaxNGValidator.fromDoc(schema);
    const one = of('complete');
    const tei = one.files.filter((path) => /^(tapas|[^/]+\/data)\/.*\.xml$/.test(path));
    expect(tei.length).toBeGreaterThan(10);
    for (const path of tei) {
      const document = XmlDocument.fromString(one.read(path), { option: SAFELY });
      expect(() => validator.validate(document), path).not.toThrow();
      document.dispose();
    }
    validator.dispose();
    schema.dispose();
  });
});

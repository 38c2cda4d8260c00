/**
 * The RO-Crate: the requirements of version 1.2 of the specification for an attached crate, and
 * that it is JSON-LD and not only JSON.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../pipeline/core/files/files-below.ts';
import type { Crate, CrateEntity } from '../../pipeline/formats/records/ro-crate.ts';
import {
  copyOfEdition,
  depositOf,
  editionOfTwo,
  ORCID,
  type Package,
  removeFolders,
  WEB,
} from './edition.ts';

const packages = new Map<string, Package>();
beforeAll(async () => {
  packages.set('unchanged', await depositOf(copyOfEdition()));
  packages.set('of two documents', await depositOf(editionOfTwo()));
});
afterAll(removeFolders);

const of = (name: string): Package => packages.get(name) as Package;

function crateOf(made: Package): {
  crate: Crate;
  entities: Map<string, CrateEntity>;
  root: CrateEntity;
} {
  const crate = JSON.parse(made.read(`${made.name}/data/ro-crate-metadata.json`)) as Crate;
  const entities = new Map(crate['@graph'].map((entity) => [entity['@id'], entity]));
  return { crate, entities, root: entities.get('./') as CrateEntity };
}

/** The identifiers that a value refers to. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return '@id' in value ? [String(value['@id'])] : [];
}

/**
 * Terms of the crate's own context (w3id.org/ro/crate/1.2/context) that are not schema.org's, since
 * the test has no network to fetch it.
 */
const STAND_IN = {
  '@context': {
    '@vocab': 'http://schema.org/',
    File: 'http://schema.org/MediaObject',
    conformsTo: 'http://purl.org/dc/terms/conformsTo',
  },
};

/** Properties of schema.org that the crate's context has. */
const KNOWN =
  `about affiliation author conformsTo contentSize contributor creator dateCreated datePublished description editor email encodingFormat
  familyName funder geo givenName hasPart identifier inLanguage instrument isAccessibleForFree isBasedOn keywords latitude license longitude mentions name propertyID publisher result sameAs
  softwareVersion spatialCoverage temporalCoverage translator url value version`.split(/\s+/);

describe.each(['unchanged', 'of two documents'])('the crate of the edition %s', (name) => {
  it('has a descriptor that leads to the root, and the root what it must have', () => {
    const { crate, entities, root } = crateOf(of(name));
    expect(crate['@context']).toBe('https://w3id.org/ro/crate/1.2/context');
    expect(entities.get('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    });
    expect(root['@type']).toBe('Dataset');
    expect(root).toMatchObject({
      name: 'The May 31 Elections in Bolivia: A State Department Memorandum of 1964: A Digital Edition',
      description: expect.stringMatching(/./),
      datePublished: '2026-11-23',
      license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    });
    expect(entities.get('https://creativecommons.org/licenses/by/4.0/')).toMatchObject({
      '@type': 'CreativeWork',
      name: 'CC BY 4.0',
      description: expect.stringMatching(/Attribution/),
    });
  });

  it('describes each entity once, flat, and each to which another refers', () => {
    const { crate, entities } = crateOf(of(name));
    expect(entities.size).toBe(crate['@graph'].length);
    for (const entity of crate['@graph']) {
      for (const [property, value] of Object.entries(entity)) {
        if (
          property.startsWith('@') ||
          (property === 'conformsTo' && entity['@type'] === 'CreativeWork')
        )
          continue;
        expect(KNOWN, entity['@id']).toContain(property);
        for (const part of Array.isArray(value) ? value : [value]) {
          if (typeof part === 'object')
            expect(Object.keys(part as object), `${entity['@id']} ${property}`).toEqual(['@id']);
        }
        for (const id of references(value))
          expect(entities.has(id), `${entity['@id']} ${property} ${id}`).toBe(true);
      }
    }
  });

  it('reaches every file from the root, with its size, and names none that is not there', () => {
    const { entities, crate } = crateOf(of(name));
    const reached: string[] = [];
    const visit = (id: string): void => {
      reached.push(id);
      for (const part of references(entities.get(id)?.['hasPart'])) visit(part);
    };
    visit('./');
    const payload = join(of(name).bag, 'data');
    const there = filesBelow(payload).filter((path) => !path.startsWith('ro-crate-'));
    expect(reached.filter((id) => !id.endsWith('/')).sort()).toEqual([...there].sort());
    expect(new Set(reached).size).toBe(reached.length);
    for (const entity of crate['@graph'].filter((one) => one['@type'] === 'File')) {
      expect(entity['contentSize'], entity['@id']).toBe(
        String(statSync(join(payload, entity['@id'])).size),
      );
      expect(entity['encodingFormat'], entity['@id']).toMatch(/^(application|text)\//);
    }
  });

  it('is JSON-LD: every property of it is in the expanded graph', async () => {
    const { crate } = crateOf(of(name));
    const expanded = await jsonld.expand(crate as object, {
      base: 'https://example.org/crate/',
      documentLoader: async (url) => {
        expect(url).toBe('https://w3id.org/ro/crate/1.2/context');
        return { document: STAND_IN, documentUrl: url };
      },
    });
    const nodes = expanded as readonly Readonly<Record<string, unknown>>[];
    expect(nodes).toHaveLength(crate['@graph'].length);
    const root = nodes.find((node) => node['@id'] === 'https://example.org/crate/') as Readonly<
      Record<string, readonly { '@id': string }[]>
    >;
    const parts = root['http://schema.org/hasPart']?.map((part) => part['@id']);
    expect(parts).toEqual(
      expect.arrayContaining([
        'https://example.org/crate/edition.xml',
        'https://example.org/crate/documents/',
      ]),
    );
    const document = nodes.find(
      (node) => node['@id'] === 'https://example.org/crate/documents/d149.xml',
    );
    expect(document?.['@type']).toEqual(['http://schema.org/MediaObject']);
  });
});

it('who is credited, and where a file comes from, is said', () => {
  const { root, entities } = crateOf(of('of two documents'));
  expect(root).toMatchObject({
    creator: [{ '@id': `https://orcid.org/${ORCID}` }],
    url: WEB,
    version: '0.1.0',
  });
  expect(root).not.toHaveProperty('author');
  expect(entities.get(`https://orcid.org/${ORCID}`)).toMatchObject({
    '@type': 'Person',
    familyName: 'Carberry',
  });
  const authors = ['d149', 'd150'].map(
    (id) => references(entities.get(`documents/${id}.xml`)?.['author'])[0] as string,
  );
  expect(authors.map((id) => entities.get(id)?.['name'])).toEqual([
    'Benjamin H. Read',
    'A. Nonymous',
  ]);
  expect(entities.get('text/d150.txt')).toMatchObject({
    isBasedOn: [{ '@id': 'documents/d150.xml' }],
  });
  expect(entities.get('sources/d149.txt')).not.toHaveProperty('license');
});

/** JSON-LD, expanded without the network, and the typed links of FAIR Signposting. */
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import type { TypedLink } from '../../pipeline/formats/web/signposting.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders } from '../site/edition.ts';
import { ADDRESS, addressedEdition, DOI, metadataOf, ORCID, writeCase } from './editions.ts';

const SCHEMA = 'http://schema.org/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

let transformer: Transformer;
let addressed: string;

beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
  addressed = addressedEdition();
});
afterAll(removeFolders);

/**
 * Replaces schema.org's context: every name is a term of its vocabulary, and the members with
 * addresses are declared.
 */
const CONTEXT = {
  '@vocab': SCHEMA,
  ...Object.fromEntries(
    ['url', 'sameAs', 'license', 'contentUrl'].map((term) => [term, { '@type': '@id' }]),
  ),
};

async function triples(data: object): Promise<Quad[]> {
  const options = {
    format: 'application/n-quads',
    // A term that is not in the context is an error; the package's types do not have this option.
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== 'https://schema.org')
        throw new Error(`nothing but schema.org is asked for: ${url}`);
      return { documentUrl: url, document: { '@context': CONTEXT } };
    },
  };
  const rdf = await jsonld.toRDF(data, options as jsonld.Options.ToRdf);
  return new Parser({ format: 'N-Quads' }).parse(rdf as unknown as string);
}

/** The values of a property of a node; nodes and words alike as text. */
const values = (quads: readonly Quad[], subject: string, property: string): string[] =>
  quads
    .filter(
      (quad) =>
        quad.subject.value === subject &&
        quad.predicate.value === (property === 'a' ? TYPE : SCHEMA + property),
    )
    .map(({ object }) => object.value.replace(SCHEMA, ''));

const value = (quads: readonly Quad[], subject: string, property: string): string => {
  const [only, ...more] = values(quads, subject, property);
  expect(more, property).toEqual([]);
  return only as string;
};

describe('JSON-LD of the memo', () => {
  it('is the edited text, part of the edition, based on the message in its archive and on the printed volume', async () => {
    const quads = await triples(metadataOf(transformer, addressed).document.schemaOrg);
    const page = `${ADDRESS}documents/d149.html`;
    expect(values(quads, page, 'a')).toEqual(['CreativeWork']);
    expect(values(quads, ADDRESS, 'a').sort()).toEqual(['Collection', 'Dataset']);
    expect(value(quads, page, 'isPartOf')).toBe(ADDRESS);
    expect(value(quads, page, 'license')).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(value(quads, page, 'author')).toBe(`${ADDRESS}persons/read.html`);
    expect(value(quads, page, 'editor')).toBe(`https://orcid.org/${ORCID}`);

    const based = values(quads, page, 'isBasedOn');
    const message = based.find((node) => values(quads, node, 'a').includes('Message')) as string;
    expect(values(quads, message, 'a').sort()).toEqual(['ArchiveComponent', 'Message']);
    expect(value(quads, message, 'sender')).toBe(`${ADDRESS}persons/read.html`);
    expect(value(quads, value(quads, message, 'recipient'), 'name')).toBe('McGeorge Bundy');
    expect(value(quads, message, 'dateSent')).toBe('1964-05-01/1964-05-30');
    const archive = value(quads, message, 'holdingArchive');
    expect(values(quads, archive, 'a')).toEqual(['ArchiveOrganization']);
    expect(value(quads, archive, 'name')).toBe('Lyndon B. Johnson Library');

    const chapter = based.find((node) => values(quads, node, 'a').includes('Chapter')) as string;
    const volume = value(quads, chapter, 'isPartOf');
    expect(value(quads, volume, 'volumeNumber')).toBe('XXXI');
    expect(values(quads, volume, 'datePublished')).toEqual([]);
  });

  it('gives sameAs from typed identifiers only', async () => {
    const { schemaOrg } = metadataOf(transformer, addressed).document;
    const quads = await triples(schemaOrg);
    expect(values(quads, `${ADDRESS}places/bolivia.html`, 'sameAs').sort()).toEqual([
      'https://www.geonames.org/3923057',
      'https://www.wikidata.org/wiki/Q750',
    ]);
    expect(values(quads, `${ADDRESS}persons/read.html`, 'sameAs')).toEqual([]);
  });

  it('has no address if the edition has no address', async () => {
    const { document, edition } = metadataOf(transformer, join(PROGRAM, 'tei'));
    for (const { schemaOrg } of [document, edition]) {
      expect(JSON.stringify(schemaOrg)).not.toContain('.html');
      expect(schemaOrg['@id']).toMatch(/^urn:uuid:/);
      expect(schemaOrg).not.toHaveProperty('url');
      await triples(schemaOrg);
    }
  });
});

describe('JSON-LD of the edition', () => {
  it('is a collection and a data set with editor, DOI and size', async () => {
    const quads = await triples(metadataOf(transformer, addressed).edition.schemaOrg);
    expect(values(quads, ADDRESS, 'a').sort()).toEqual(['Collection', 'Dataset']);
    expect(value(quads, ADDRESS, 'identifier')).toBe(`https://doi.org/${DOI}`);
    expect(value(quads, ADDRESS, 'creator')).toBe(`https://orcid.org/${ORCID}`);
    expect(value(quads, ADDRESS, 'collectionSize')).toBe('1');
  });
});

describe('a text that was not sent', () => {
  it('is no message', () => {
    const { schemaOrg } = metadataOf(
      transformer,
      addressed,
      writeCase({ title: 'Editorial Note', date: '<date when="1964-05"/>' }),
    ).document;
    expect(schemaOrg['isBasedOn']).toMatchObject({
      '@type': ['CreativeWork', 'ArchiveComponent'],
      dateCreated: '1964-05',
    });
  });
});

describe('typed links', () => {
  const of = (links: readonly TypedLink[], rel: string): string[] =>
    links.filter((link) => link.rel === rel).map(({ href }) => href);

  it('of a document lead to what describes it, what it consists of and what it belongs to; cite-as leads back', () => {
    const { links } = metadataOf(transformer, addressed).document;
    expect(of(links, 'cite-as')).toEqual([`${ADDRESS}documents/d149.html`]);
    expect(of(links, 'describedby')).toEqual(['d149.csl.json', 'd149.bib', 'd149.ris', 'd149.xml']);
    expect(of(links, 'item')).toEqual(['d149.xml']);
    expect(of(links, 'collection')).toEqual(['../index.html']);
    expect(of(links, 'license')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(of(links, 'author')).toEqual([`${ADDRESS}persons/read.html`]);
    expect(of(links, 'type')).toEqual([
      'https://schema.org/AboutPage',
      'https://schema.org/CreativeWork',
    ]);
    expect(of(links, 'linkset')).toEqual(['d149.linkset.json']);
    expect(links.find(({ href }) => href === 'd149.bib')?.type).toBe('application/x-bibtex');
  });

  it('of a document with a DOI cite it by that; of the edition likewise', () => {
    const publication = '<idno type="DOI">doi:10.5281/zenodo.43</idno>';
    const { document, edition } = metadataOf(transformer, addressed, writeCase({ publication }));
    expect(of(document.links, 'cite-as')).toEqual(['https://doi.org/10.5281/zenodo.43']);
    expect(of(edition.links, 'cite-as')).toEqual([`https://doi.org/${DOI}`]);
    expect(of(edition.links, 'author')).toEqual([`https://orcid.org/${ORCID}`]);
    expect(of(edition.links, 'item')).toEqual(['documents/m1.html']);
  });

  it('of an edition without an address are relative', () => {
    const { document, edition } = metadataOf(transformer, join(PROGRAM, 'tei'));
    expect(of(document.links, 'cite-as')).toEqual(['d149.html']);
    expect(of(edition.links, 'cite-as')).toEqual(['index.html']);
  });
});

describe('a set of links (RFC 9264)', () => {
  interface Context {
    readonly anchor: string;
    readonly [relation: string]:
      | string
      | readonly { readonly href: string; readonly type?: string }[];
  }

  it('has the page’s links with whole addresses, and from each resource the way back', () => {
    const { document, edition } = metadataOf(transformer, addressed);
    const page = `${ADDRESS}documents/d149.html`;
    const [own, ...others] = (document.linkset as { linkset: Context[] }).linkset;
    expect(own).toMatchObject({
      anchor: page,
      'cite-as': [{ href: page }],
      collection: [{ href: `${ADDRESS}index.html`, type: 'text/html' }],
      item: [{ href: `${ADDRESS}documents/d149.xml`, type: 'application/tei+xml' }],
    });
    expect(others.map(({ anchor }) => anchor).sort()).toEqual(
      ['bib', 'csl.json', 'ris', 'xml'].map((ending) => `${ADDRESS}documents/d149.${ending}`),
    );
    for (const other of others)
      expect(other['describes']).toEqual([{ href: page, type: 'text/html' }]);
    expect(others.find(({ anchor }) => anchor.endsWith('.xml'))?.['collection']).toEqual([
      { href: page, type: 'text/html' },
    ]);
    const contexts = (edition.linkset as { linkset: Context[] }).linkset;
    expect(contexts.find(({ anchor }) => anchor === page)?.['collection']).toEqual([
      { href: `${ADDRESS}index.html`, type: 'text/html' },
    ]);
  });
});

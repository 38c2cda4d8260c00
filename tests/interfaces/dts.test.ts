/**
 * Distributed Text Services, walked as a client does: from the entry by the URI templates alone, to
 * every passage of every document.
 */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder } from '../../pipeline/core/files/output-folder.ts';
import type { CitableUnit, DocumentMetadata } from '../../pipeline/formats/document.ts';
import type { DtsDocument } from '../../pipeline/publish/outputs/data/dts.ts';
import { dtsEdition, writeDts } from '../../pipeline/publish/outputs/data/dts.ts';
import {
  citationTrees,
  dtsFiles,
  unitsBelow,
} from '../../pipeline/publish/outputs/data/dts-document.ts';
import { documentFilesInput } from '../../pipeline/publish/outputs/documents.ts';
import type { Site } from '../../pipeline/publish/site/site.ts';
import { attribute, readTree, type TreeElement, textOf, walk } from '../../pipeline/xml/tree.ts';
import { filesBelow } from '../site/edition.ts';
import { INVENTED, newFolder, OWN, openSiteOf, removeFolders, writeDocuments } from './sites.ts';

interface Served {
  readonly site: Site;
  readonly folder: string;
  /** Where a client finds the site. */
  readonly top: string;
}

let invented: Served;
let own: Served;

/** Only what the endpoints need: the TEI, which is copied as it is, and the outputs. */
async function serve(edition: string, top: string): Promise<Served> {
  const site = await openSiteOf(edition);
  const folder = newFolder();
  for (const [address, { path }] of site.files) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    cpSync(path, join(folder, address));
  }
  writeDocuments(site, new OutputFolder(folder));
  writeDts(site, new OutputFolder(folder), 2);
  return { site, folder, top };
}

beforeAll(async () => {
  invented = await serve(INVENTED, 'https://example.org/edition/');
  own = await serve(OWN, 'https://elsewhere.example/a/b/');
});
afterAll(removeFolders);

type Json = Record<string, unknown>;
type Variables = Readonly<Record<string, string | number | undefined>>;

/** RFC 6570, level 3: the two forms of expressions that are used. */
function expand(template: string, variables: Variables): string {
  return template.replace(/\{([/;])([^}]+)\}/g, (_all, operator: string, names: string) =>
    names
      .split(',')
      .flatMap((name) => {
        const value = variables[name];
        if (value === undefined) return [];
        const text = encodeURIComponent(value);
        return [operator === '/' ? `/${text}` : `;${name}=${text}`];
      })
      .join(''),
  );
}

/** A client: fetches by address, resolves what it finds against where it found it. */
class Client {
  readonly fetched = new Set<string>();
  readonly #served: Served;

  constructor(served: Served) {
    this.#served = served;
  }

  text(url: string): string {
    expect(url.startsWith(this.#served.top), url).toBe(true);
    const name = decodeURIComponent(url.slice(this.#served.top.length));
    expect(existsSync(join(this.#served.folder, name)), `${url} is there`).toBe(true);
    this.fetched.add(name);
    return readFileSync(join(this.#served.folder, name), 'utf8');
  }

  json(url: string): Json {
    return JSON.parse(this.text(url)) as Json;
  }

  /** The address of a template seen from where it was found. */
  from(url: string, template: unknown, variables: Variables = {}): string {
    return new URL(expand(template as string, variables), url).href;
  }
}

function required(object: Json, ...names: string[]): void {
  for (const name of names)
    expect(object, JSON.stringify(object).slice(0, 200)).toHaveProperty(name);
}

function requireResource(resource: Json): void {
  required(resource, '@id', 'title', 'totalParents', 'collection', 'navigation', 'document');
  expect(resource['@type']).toBe('Resource');
}

function requireAnswer(answer: Json, type: string): void {
  expect(answer['@context']).toBe('https://dtsapi.org/context/v1.0.json');
  expect(answer['dtsVersion']).toBe('1.0');
  expect(answer['@type']).toBe(type);
}

const members = (answer: Json): Json[] => answer['member'] as Json[];

/** The elements of the given TEI that the Document endpoint wraps. */
function wrapped(tei: string): TreeElement {
  const root = readTree({ path: 'fragment', content: tei });
  expect(root.name).toBe('TEI');
  const wrapper = [...walk(root)].filter(
    ({ uri, local }) => uri === 'https://w3id.org/api/dts#' && local === 'wrapper',
  );
  expect(wrapper.length).toBe(1);
  expect(
    [...walk(root)].some(({ local }) => local === 'licence'),
    'the licence goes along',
  ).toBe(true);
  return wrapper[0] as TreeElement;
}

describe.each([
  ['an edition with an address', () => invented],
  ['the project’s own, wherever it is served', () => own],
])('%s', (_name, served) => {
  it('is walked from the entry to every passage; every address that is named leads to a file', () => {
    const { top, site, folder } = served();
    const client = new Client(served());
    const entryUrl = `${top}dts/index.json`;
    const entry = client.json(entryUrl);
    requireAnswer(entry, 'EntryPoint');
    required(entry, '@id', 'collection', 'navigation', 'document');
    expect(new URL(entry['@id'] as string, entryUrl).href).toBe(entryUrl);

    const found: Json[] = [];
    let url: string | undefined = client.from(entryUrl, entry['collection']);
    while (url !== undefined) {
      const answer = client.json(url);
      requireAnswer(answer, 'Collection');
      required(answer, '@id', 'title', 'totalParents', 'totalChildren', 'collection');
      expect(answer['totalChildren']).toBe(site.documents.length);
      found.push(...members(answer));
      const view = answer['view'] as Json | undefined;
      if (view) required(view, '@id', 'first', 'previous', 'next', 'last');
      if (view) expect(view['@type']).toBe('Pagination');
      const next = view?.['next'] as string | null | undefined;
      url = next ? new URL(next, url).href : undefined;
    }
    expect(found.map((member) => member['@id'])).toEqual(site.documents.map(({ id }) => id));

    const passages = new Map<string, number>();
    for (const { '@id': id } of found) {
      const collectionUrl = client.from(entryUrl, entry['collection'], { id: id as string });
      const resource = client.json(collectionUrl);
      requireAnswer(resource, 'Resource');
      requireResource(resource);
      expect(client.from(collectionUrl, resource['collection'])).toBe(collectionUrl);
      const parents = client.json(
        client.from(collectionUrl, resource['collection'], { nav: 'parents' }),
      );
      expect(members(parents).map((parent) => parent['@type'])).toEqual(['Collection']);

      const whole = client.text(client.from(collectionUrl, resource['document']));
      expect(whole).toBe(
        readFileSync(site.documents.find((document) => document.id === id)?.path as string, 'utf8'),
      );
      expect(client.from(entryUrl, entry['document'], { resource: id as string })).toBe(
        client.from(collectionUrl, resource['document']),
      );

      const trees = resource['citationTrees'] as Json[];
      expect(trees[0], 'the default tree has no name').not.toHaveProperty('identifier');
      for (const tree of trees.map(({ identifier }) => identifier as string | undefined)) {
        const all = (variables: Variables): Json => {
          const at = client.from(collectionUrl, resource['navigation'], { tree, ...variables });
          expect(
            client.from(entryUrl, entry['navigation'], {
              resource: id as string,
              tree,
              ...variables,
            }),
          ).toBe(at);
          const answer = client.json(at);
          requireAnswer(answer, 'Navigation');
          expect(new URL(answer['@id'] as string, at).href).toBe(at);
          requireResource(answer['resource'] as Json);
          required(answer['resource'] as Json, 'citationTrees');
          return answer;
        };
        const units = members(all({ down: -1 }));
        const ids = units.map(({ identifier }) => identifier);
        expect(new Set(ids).size).toBe(ids.length);
        const roots = members(all({ down: 1 }));
        expect(roots).toEqual(units.filter(({ level }) => level === 1));
        passages.set(`${id}${tree ?? ''}`, units.length);
        for (const unit of units) {
          expect(unit['@type']).toBe('CitableUnit');
          required(unit, 'identifier', 'level', 'parent', 'citeType');
          if (unit['parent'] !== null) expect(ids).toContain(unit['parent']);
          const ref = unit['identifier'] as string;
          const alone = all({ ref });
          expect(alone).not.toHaveProperty('member');
          expect((alone['ref'] as Json)['identifier']).toBe(ref);
          const deep = members(all({ ref, down: -1 }));
          const near = members(all({ ref, down: 1 }));
          expect(deep[0]?.['identifier']).toBe(ref);
          expect(near.slice(1).every(({ parent }) => parent === ref)).toBe(true);
          expect(near.length).toBeLessThanOrEqual(deep.length);
          const beside = members(all({ ref, down: 0 }));
          expect(beside.every(({ parent }) => parent === unit['parent'])).toBe(true);
          expect(beside.map(({ identifier }) => identifier)).toContain(ref);
          const tei = wrapped(
            client.text(client.from(collectionUrl, resource['document'], { ref, tree })),
          );
          expect(
            [...walk(tei)].some((element) => attribute(element, 'xml:id') === `${id}-${ref}`),
          ).toBe(true);
        }
      }
    }
    expect(passages.size).toBeGreaterThan(1);
    // Nothing of the endpoints is out of a client's reach but the further addresses of the first
    // pages.
    const rest = filesBelow(folder).filter(
      (name) => /^dts\/|^documents\/.+\/.+\.xml$/.test(name) && !client.fetched.has(name),
    );
    expect(
      rest.filter((name) => !/^dts\/(collection|navigation\/[^/]+\/?[^/]*;down=[2-9])/.test(name)),
    ).toEqual([]);
  });

  it('gives pages that together are the text, each word once', () => {
    const { site } = served();
    for (const document of site.documents) {
      const pages = document.fragments?.read().pages ?? [];
      const first = pages[0];
      if (!first) continue;
      const text = readFileSync(document.path, 'utf8');
      const root = readTree({ path: document.path, content: text });
      const whole = [...walk(root)].find(({ local }) => local === 'text') as TreeElement;
      const bare = (words: string): string => words.replace(/\s+/g, '');
      const together = pages.map(([, tei]) => bare(textOf(wrapped(tei)))).join('');
      expect(bare(textOf(whole)).endsWith(together)).toBe(true);
      expect(together.length).toBeGreaterThan(100);
    }
  });
});

describe('the collection', () => {
  it('is given in pages, at each address that a valid call can have', () => {
    const client = new Client(invented);
    for (const name of ['collection', 'collection/harbour']) {
      for (const nav of ['', ';nav=children']) {
        const first = client.json(`${invented.top}dts/${name}${nav}.json`);
        const again = client.json(`${invented.top}dts/${name}${nav};page=1.json`);
        const second = client.json(`${invented.top}dts/${name}${nav};page=2.json`);
        expect(members(first)).toEqual(members(again));
        expect([members(first).length, members(second).length]).toEqual([2, 1]);
        expect((second['view'] as Json)['next']).toBeNull();
      }
      expect(members(client.json(`${invented.top}dts/${name};nav=parents.json`))).toEqual([]);
    }
  });

  it('describes a document without reading each of the others', () => {
    const about = dtsEdition(invented.site);
    for (const document of invented.site.documents) {
      const others = invented.site.documents.filter((other) => other !== document);
      const input = JSON.stringify(documentFilesInput(about, document, ''));
      expect(input).toContain(JSON.stringify(document.title));
      for (const { address } of others) expect(input).not.toContain(address);
    }
  });

  it('of more documents than a volume has gives whole documents, and says so in its templates', () => {
    const many = Array.from({ length: 501 }, () => invented.site.documents[0]);
    const site = Object.assign(Object.create(invented.site), {
      documents: many,
      document: () => undefined,
    }) as Site;
    const folder = newFolder();
    writeDts(site, new OutputFolder(folder));
    const entry = JSON.parse(readFileSync(join(folder, 'dts/index.json'), 'utf8')) as Json;
    expect(entry['document']).toBe('https://example.org/edition/documents{/resource}.xml');
    expect(entry['navigation']).toBe(
      'https://example.org/edition/dts/navigation{/resource}{;tree,down}.json',
    );
  });
});

it('as JSON-LD says what the terms of DTS and Dublin Core mean', async () => {
  // The terms that the answers use, defined here: the context that they name is not fetched.
  const dts = 'https://dtsapi.org/v1.0#';
  const own =
    'Collection Resource Navigation CitableUnit citationTrees citeStructure citeType member title totalChildren totalParents collection navigation document download mediaTypes dtsVersion identifier level parent resource';
  // JSON-LD gives the members of dublinCore a context of their own; jsonld.js does not yet do so
  // for what is nested, so there is no title here.
  const nested = Object.fromEntries(
    ['creator', 'created'].map((term) => [term, `http://purl.org/dc/terms/${term}`]),
  );
  const terms = Object.fromEntries(own.split(' ').map((term) => [term, dts + term]));
  const context = {
    '@context': { ...terms, ...nested, lang: '@language', value: '@value', dublinCore: '@nest' },
  };
  const documentLoader = async (url: string): Promise<unknown> => {
    expect(url).toBe('https://dtsapi.org/context/v1.0.json');
    return { document: context, documentUrl: url, contextUrl: null };
  };
  const answer = new Client(invented).json(`${invented.top}dts/collection/l1.json`);
  const [expanded] = await jsonld.expand(answer as JsonLdDocument, {
    documentLoader: documentLoader as never,
    base: invented.top,
  });
  expect(expanded).toMatchObject({
    '@id': `${invented.top}l1`,
    '@type': [`${dts}Resource`],
    [`${dts}totalParents`]: [{ '@value': 1 }],
    'http://purl.org/dc/terms/creator': [{ '@value': 'Ada Ash', '@language': 'en' }],
    'http://purl.org/dc/terms/created': [{ '@value': '1871-03-02' }],
  });
});

describe('a tree of units', () => {
  const unit = (id: string, level: number, parent: string | null, type: string): CitableUnit => ({
    id,
    level,
    parent,
    type,
    title: null,
  });
  const units = [
    unit('s1', 1, null, 'section'),
    unit('p1', 2, 's1', 'paragraph'),
    unit('n1', 3, 'p1', 'note'),
    unit('p2', 1, null, 'paragraph'),
  ];
  const ids = (from: string | undefined, down: number): string[] =>
    unitsBelow(
      units,
      from === undefined ? undefined : units.findIndex(({ id }) => id === from),
      down,
    ).map(({ id }) => id);

  it('is cut at the depth that is asked for', () => {
    expect(ids(undefined, 1)).toEqual(['s1', 'p2']);
    expect(ids(undefined, 2)).toEqual(['s1', 'p1', 'p2']);
    expect(ids('s1', 1)).toEqual(['s1', 'p1']);
    expect(ids('s1', -1)).toEqual(['s1', 'p1', 'n1']);
    expect(ids('p2', -1)).toEqual(['p2']);
  });

  it('gives no file to a passage with an identifier that cannot be a file name', () => {
    const metadata = {
      passages: ['p1', '../../../p2', 'a b', '', 'c:d', 'i'.repeat(5000)].map((id) =>
        unit(id, 1, null, 'paragraph'),
      ),
      pages: [],
      facts: { languages: [], authors: [], editors: [], rights: [] },
    } as unknown as DocumentMetadata;
    const about = { edition: { title: 'E', subtitle: '', address: '' }, id: 'e', count: 1 };
    const document = {
      id: 'd1',
      title: 'D',
      address: '/documents/d1.html',
      teiAddress: '/documents/d1.xml',
      active: null,
      language: null,
      inPassages: true,
    } as unknown as DtsDocument;
    const passages = metadata.passages.map(({ id }) => [id, '<p/>'] as const);
    const files = [...dtsFiles(about as never, document, metadata, { passages, pages: [] })];
    const ofPassages = files
      .map(({ address }) => address)
      .filter((address) => /^\/(?:dts\/navigation|documents)\/d1\//.test(address));
    expect(ofPassages.map((address) => /\/d1\/([^;]*?)(?:;.*)?\.\w+$/.exec(address)?.[1])).toEqual(
      ofPassages.map(() => 'p1'),
    );
    expect(ofPassages).toContain('/documents/d1/p1.xml');
  });

  it('declares which types lie in which', () => {
    const type = (citeType: string, ...citeStructure: unknown[]): unknown => ({
      '@type': 'CiteStructure',
      citeType,
      ...(citeStructure.length > 0 && { citeStructure }),
    });
    expect(citationTrees([{ name: '', units }])).toEqual([
      {
        '@type': 'CitationTree',
        citeStructure: [type('section', type('paragraph', type('note'))), type('paragraph')],
      },
    ]);
  });
});

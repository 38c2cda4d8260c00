/**
 * Persons and places as linked data: both syntaxes have the same statements, nothing is lost or
 * added, and hostile words stay words.
 */
import jsonld, { type JsonLdDocument } from 'jsonld';
import { Parser, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder } from '../../pipeline/core/files/output-folder.ts';
import { writeBeacon } from '../../pipeline/publish/outputs/data/beacon.ts';
import { writeLinkedData } from '../../pipeline/publish/outputs/data/linked-data.ts';
import { writeLinkedPlaces } from '../../pipeline/publish/outputs/data/linked-places.ts';
import { coordinates, iri } from '../../pipeline/publish/outputs/data/statements.ts';
import type { Site } from '../../pipeline/publish/site/site.ts';
import { filesBelow } from '../site/edition.ts';
import { INVENTED, newFolder, OWN, openSiteOf, read, removeFolders } from './sites.ts';

const SCHEMA = 'https://schema.org/';
const EDITION = 'https://example.org/edition/';

interface Made {
  readonly site: Site;
  readonly folder: string;
}

let invented: Made;
let own: Made;

async function make(edition: string): Promise<Made> {
  const site = await openSiteOf(edition);
  const folder = newFolder();
  for (const write of [writeLinkedData, writeLinkedPlaces, writeBeacon])
    write(site, new OutputFolder(folder));
  return { site, folder };
}

beforeAll(async () => {
  invented = await make(INVENTED);
  own = await make(OWN);
});
afterAll(removeFolders);

function quadsOf(turtle: string, base: string): Quad[] {
  return new Parser({ baseIRI: base }).parse(turtle);
}

/**
 * A statement in a form that can be compared: languages are distinguished without regard to case.
 */
function statement({ subject, predicate, object }: Quad): string {
  const value =
    object.termType === 'Literal'
      ? `${JSON.stringify(object.value)}@${object.language.toLowerCase()}^^${object.datatype.value}`
      : `<${object.value}>`;
  return `<${subject.value}> <${predicate.value}> ${value}`;
}

async function statementsOf(text: string, base: string): Promise<string[]> {
  const loader = (url: string): never => {
    throw new Error(`${url} was asked for`);
  };
  const nquads = await jsonld.toRDF(JSON.parse(text) as JsonLdDocument, {
    base,
    format: 'application/n-quads',
    documentLoader: loader as never,
  });
  return new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string).map(statement);
}

describe.each([
  ['an edition with an address', () => invented, EDITION],
  ['an edition without one, read where it is served', () => own, 'https://elsewhere.example/x/'],
])('%s', (_name, made, top) => {
  it.each(['persons', 'places', 'organizations'])(
    'says of its %s the same in JSON-LD and in Turtle',
    async (kind) => {
      const { folder, site } = made();
      const turtle = quadsOf(read(folder, `/data/${kind}.ttl`), `${top}data/${kind}.ttl`).map(
        statement,
      );
      const json = await statementsOf(
        read(folder, `/data/${kind}.jsonld`),
        `${top}data/${kind}.jsonld`,
      );
      // Only the statements of each file about itself differ.
      const data = (all: string[]): string[] =>
        all.filter((line) => !line.startsWith(`<${top}data/`)).sort();
      expect(data(json)).toEqual(data(turtle));
      const entries = site.indexes.find(({ folder }) => folder === kind)?.entries ?? [];
      const named = turtle.filter(
        (line) => line.includes(`> <${SCHEMA}name> `) && !line.startsWith(`<${top}data/`),
      );
      expect(named.length).toBe(entries.length);
      for (const { name } of entries)
        expect(named.some((line) => line.includes(JSON.stringify(name)))).toBe(true);
    },
  );

  it('leads to pages, entries and documents that the site has', () => {
    const { folder, site } = made();
    const there = new Set([
      '/index.html',
      ...site.documents.map(({ address }) => address),
      ...site.entries.map(({ address }) => address),
    ]);
    const files = filesBelow(folder).filter((name) => name.endsWith('.ttl'));
    expect(files.length).toBe(3);
    for (const name of files) {
      for (const { object } of quadsOf(read(folder, name), top + name)) {
        if (object.termType !== 'NamedNode' || !object.value.startsWith(top)) continue;
        expect(there).toContain(`/${object.value.slice(top.length).split('#')[0]}`);
      }
    }
  });
});

describe('a person', () => {
  const ash = `${EDITION}persons/ada-ash.html`;
  const said = (property: string): string[] =>
    quadsOf(read(invented.folder, '/data/persons.ttl'), EDITION)
      .filter(
        ({ subject, predicate }) => subject.value === ash && predicate.value === SCHEMA + property,
      )
      .map(({ object }) => object.value);

  it('has names, identifiers, affiliation and the documents that speak of her', () => {
    expect(said('familyName')).toEqual(['Ash']);
    expect(said('sameAs')).toEqual([
      'https://d-nb.info/gnd/118540238',
      'https://viaf.org/viaf/24602065',
    ]);
    expect(said('affiliation')).toEqual([`${EDITION}organizations/town-archive.html`]);
    expect(said('subjectOf')).toEqual([
      `${EDITION}documents/l1.html`,
      `${EDITION}documents/l2.html`,
    ]);
  });

  it('has a birth with a known month, and no death with only limits known', () => {
    expect(said('birthDate')).toEqual(['1840-02']);
    expect(read(invented.folder, '/data/persons.ttl')).toContain('"1840-02"^^xsd:gYearMonth');
    expect(said('deathDate')).toEqual([]);
  });

  it('keeps quotation marks, backslashes and angle brackets in a name', () => {
    expect(said('alternateName')).toEqual(['Ada "a bela" Freixo \\ <script>']);
  });
});

describe('places as GeoJSON', () => {
  interface Feature {
    readonly '@id': string;
    readonly type: string;
    readonly properties: {
      readonly title: string;
      readonly ccodes?: string[];
      readonly fclasses?: string[];
    };
    readonly names: {
      readonly toponym: string;
      readonly lang?: string;
      readonly citations?: unknown[];
    }[];
    readonly geometry: {
      readonly type: string;
      readonly geometries: { type: string; coordinates: number[] }[];
    };
    readonly links?: { readonly type: string; readonly identifier: string }[];
    readonly relations?: { readonly relationTo: string }[];
  }
  const features = ({ folder }: Made): Feature[] => {
    const collection = JSON.parse(read(folder, '/data/places.geojson'));
    expect(collection.type).toBe('FeatureCollection');
    expect(collection['@context']).toMatch(/^https:\/\/.*linkedplaces-context/);
    return collection.features;
  };

  it.each([
    ['the invented edition', () => invented],
    ['the project’s own', () => own],
  ])('have what GeoJSON and the Linked Places format require, in %s', (_name, made) => {
    const all = features(made());
    expect(all.length).toBe(
      made().site.indexes.find(({ kind }) => kind === 'place')?.entries.length,
    );
    expect(new Set(all.map((feature) => feature['@id'])).size).toBe(all.length);
    for (const { type, properties, names, geometry } of all) {
      expect(type).toBe('Feature');
      expect(properties.title).not.toBe('');
      expect(names.length).toBeGreaterThan(0);
      expect(names[0]?.citations?.length, 'a name is cited').toBe(1);
      expect(geometry.type).toBe('GeometryCollection');
      for (const {
        type: point,
        coordinates: [longitude, latitude],
      } of geometry.geometries) {
        expect(point).toBe('Point');
        expect(Math.abs(longitude as number)).toBeLessThanOrEqual(180);
        expect(Math.abs(latitude as number)).toBeLessThanOrEqual(90);
      }
    }
  });

  it('have longitude before latitude, class, country and what they lie in', () => {
    const [porto, portugal] = features(invented);
    expect(porto?.geometry.geometries).toEqual([{ type: 'Point', coordinates: [-8.61, 41.15] }]);
    expect(porto?.properties.fclasses).toEqual(['P']);
    expect(porto?.names.map(({ toponym, lang }) => [toponym, lang])).toEqual([
      ['Porto', undefined],
      ['Oporto', 'en'],
    ]);
    expect(porto?.relations?.map(({ relationTo }) => relationTo)).toEqual([portugal?.['@id']]);
    expect(porto?.links).toEqual([
      { type: 'closeMatch', identifier: 'https://www.geonames.org/2735943' },
    ]);
    expect(portugal?.properties).toEqual({ title: 'Portugal', ccodes: ['PT'], fclasses: ['A'] });
    expect(portugal?.geometry.geometries).toEqual([]);
  });
});

describe('BEACON', () => {
  it('is one file an authority file, and its links are whole addresses', () => {
    const files = filesBelow(invented.folder).filter((name) => name.includes('beacon'));
    expect(files).toEqual([
      'data/beacon-geonames.txt',
      'data/beacon-gnd.txt',
      'data/beacon-viaf.txt',
    ]);
    const [head = '', links = ''] = read(invented.folder, '/data/beacon-gnd.txt').split('\n\n');
    const fields = new Map(
      head.split('\n').map((line) => /^#([A-Z]+): (.+)$/.exec(line)?.slice(1) as [string, string]),
    );
    expect(head.startsWith('#FORMAT: BEACON\n')).toBe(true);
    expect(fields.get('PREFIX')).toBe('https://d-nb.info/gnd/{ID}');
    expect(fields.get('TARGET')).toBe(`${EDITION}persons/{ID}`);
    expect(fields.get('CONTACT')).toBe('edda@example.org');
    expect(fields.get('TIMESTAMP')).toBe('2025-07-02');
    expect(links).toBe('118540238||ada-ash.html\n118559796||ben-birch.html\n');
  });

  it('leads nowhere without the edition’s address, and is omitted', () => {
    expect(filesBelow(own.folder).filter((name) => name.includes('beacon'))).toEqual([]);
  });
});

it('a value that is no coordinate or no address does no harm', () => {
  expect(coordinates('41.15 -8.61')).toEqual(['41.15', '-8.61']);
  for (const text of ['91 0', '1', '1 2 3', 'a b', null]) expect(coordinates(text)).toBeNull();
  expect(iri('https://x.example/a b> <"')).toBe('https://x.example/a%20b%3E%20%3C%22');
});

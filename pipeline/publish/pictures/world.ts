/**
 * The shapes of land and countries: Natural Earth, from the package world-atlas.
 *
 * Takes the resolution of the shapes. Returns land, borders, and the country of an ISO 3166-1 code.
 * The borders are those of today.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { whereAlpha2, whereAlpha3 } from 'iso-3166-1';
import { feature, merge, mesh } from 'topojson-client';
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
} from 'topojson-specification';

export type Country = Feature<Polygon | MultiPolygon>;

interface World {
  readonly land: MultiPolygon;
  /** Lines between two countries; coasts do not count. */
  readonly borders: MultiLineString;
  /** By ISO 3166-1 code in any of its forms: `BO`, `BOL`, `068`. */
  country(code: string): Country | undefined;
}

/**
 * `coarse` (1 : 110 million) for a map of continents, `fine` (1 : 50 million) for one of a few
 * countries.
 */
type Detail = 'coarse' | 'fine';

const FILES = {
  coarse: 'world-atlas/countries-110m.json',
  fine: 'world-atlas/countries-50m.json',
} as const;

export function openWorld(detail: Detail): World {
  const path = createRequire(import.meta.url).resolve(FILES[detail]);
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    countries: GeometryCollection;
  }>;
  const { countries } = topology.objects;
  const features = new Map(
    feature(topology, countries).features.map((one) => [String(one.id), one as unknown as Country]),
  );
  return {
    land: merge(topology, countries.geometries as TopoMultiPolygon[]),
    borders: mesh(topology, countries, (one, other) => one !== other),
    country: (code) => features.get(numericCode(code)),
  };
}

function numericCode(code: string): string {
  return (whereAlpha2(code) ?? whereAlpha3(code))?.numeric ?? code;
}

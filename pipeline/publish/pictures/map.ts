/**
 * The map of places as geometry: land, borders, the named countries, and a mark for each place.
 *
 * Takes places with their coordinates, or the ISO 3166-1 codes of countries, and how often they are
 * mentioned. Returns paths and marks of a picture that fits the extent of these places. A layout
 * makes it an SVG; no tile is fetched, by the build or by the reader.
 */
import {
  type ExtendedFeature,
  type GeoGeometryObjects,
  type GeoProjection,
  geoArea,
  geoAzimuthalEqualArea,
  geoBounds,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoEqualEarth,
  geoGraticule,
  geoPath,
} from 'd3-geo';
import type { MultiPolygon, Polygon } from 'geojson';
import { pointOf } from '../interface/coordinates.ts';
import { type Frame, type Label, placeLabels, tenth } from './labels.ts';
import { type Country, openWorld } from './world.ts';

export interface Locality {
  readonly id: string;
  readonly name: string;
  readonly mentions: number;
  /** TEI's `geo`: latitude and longitude. */
  readonly coordinates: string | null;
  /** The ISO 3166-1 code of a country. */
  readonly country: string | null;
}

export interface PlaceMark {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** The outline of a country, as the data of an SVG path; null for a place that is a point. */
  readonly area: string | null;
  readonly label: Label | null;
}

export interface MapSheet extends Frame {
  /** Data of SVG paths. */
  readonly sea: string;
  readonly grid: string;
  readonly land: string;
  readonly borders: string;
  /** The places that are shown, the most mentioned first. */
  readonly marks: readonly PlaceMark[];
}

export interface MapPicture extends MapSheet {
  /** If most places are crowded in a small part of the map: that part. */
  readonly detail: MapSheet | null;
  /**
   * Identifiers of all places that could be shown; there are fewer marks if they would be too many
   * for a picture.
   */
  readonly located: readonly string[];
}

/** The most marks of a picture; the list beside the map has all places. */
export const MOST_MARKS = 250;

const WIDTH = 900;
const LETTERS = { wide: 19, narrow: 26 } as const;
const SHAPES = { lowest: 0.56, highest: 0.78 } as const;
/** Units of the picture. */
const EDGE = 40;
const RADIUS = { least: 4.5, most: 17 } as const;
/** The least degrees of the globe around a place that the map shows. */
const AROUND = 4;
/** Degrees: a wider map shows continents, a narrower one can have finer coasts. */
const WIDE = 140;
const NARROW = 60;
/**
 * A part of the map gets its own sheet if it contains this many places, and this proportion of
 * them, in this proportion of its width.
 */
const CROWD = { fewest: 8, places: 0.6, width: 0.45 } as const;

interface LocatedPlace extends Locality {
  readonly longitude: number;
  readonly latitude: number;
  readonly shape: Country | null;
}

/** Null if no place can be shown. */
export function mapOf(localities: readonly Locality[]): MapPicture | null {
  const places = located(localities);
  if (places.length === 0) return null;
  const shown = places.slice(0, MOST_MARKS);
  const crowd = crowdOf(shown);
  const largest = Math.max(1, ...shown.map(({ mentions }) => mentions));
  return {
    ...sheetOf(shown, largest),
    detail: crowd && sheetOf(crowd, largest),
    located: places.map(({ id }) => id),
  };
}

/** `largest`: the number of mentions of the largest mark, the same on both sheets. */
function sheetOf(shown: readonly LocatedPlace[], largest: number): MapSheet {
  const { projection, frame, degrees } = fitted(shown);
  const world = openWorld(degrees < NARROW ? 'fine' : 'coarse');
  // A whole unit is less than a pixel, and the fine shapes have points enough.
  const path = geoPath(projection).digits(degrees < NARROW ? 0 : 1);
  const draw = (shape: GeoGeometryObjects | ExtendedFeature): string =>
    path(shape as GeoGeometryObjects) ?? '';
  const marks = shown.flatMap(({ id, name, mentions, longitude, latitude, shape, country }) => {
    const point = projection([longitude, latitude]);
    if (!point?.every((value) => Number.isFinite(value))) return [];
    const [x, y] = point.map(tenth) as [number, number];
    const area = shape && draw(world.country(country ?? '') ?? shape);
    return [{ id, name, x, y, r: radius(mentions, largest), area: area || null }];
  });
  const labels = placeLabels(marks, frame, LETTERS);
  return {
    ...frame,
    sea: draw({ type: 'Sphere' }),
    grid: draw(geoGraticule().step(degrees < NARROW ? [5, 5] : [15, 15])()),
    land: draw(world.land),
    borders: draw(world.borders),
    marks: marks.map(({ name: _, ...mark }, place) => ({ ...mark, label: labels[place] ?? null })),
  };
}

/** The places with the shortest distances from one place; null if they are not crowded. */
function crowdOf(places: readonly LocatedPlace[]): LocatedPlace[] | null {
  if (places.length < CROWD.fewest) return null;
  const way = (one: LocatedPlace, other: LocatedPlace): number =>
    geoDistance([one.longitude, one.latitude], [other.longitude, other.latitude]);
  const ways = places.map((one) => places.reduce((sum, other) => sum + way(one, other), 0));
  const middle = places[ways.indexOf(Math.min(...ways))] as LocatedPlace;
  const near = places
    .map((place) => ({ place, way: way(place, middle) }))
    .sort((a, b) => a.way - b.way || (a.place.id < b.place.id ? -1 : 1))
    .slice(0, Math.ceil(CROWD.places * places.length))
    .map(({ place }) => place.id);
  const crowd = places.filter(({ id }) => near.includes(id));
  return fitted(crowd).degrees <= CROWD.width * fitted(places).degrees ? crowd : null;
}

/**
 * The most mentioned first. A country without coordinates of its own has its mark in the middle of
 * its largest part.
 */
function located(localities: readonly Locality[]): LocatedPlace[] {
  const needed = localities.some(({ country }) => country !== null);
  const world = needed ? openWorld('fine') : null;
  return localities
    .flatMap((locality): LocatedPlace[] => {
      const point = locality.coordinates === null ? null : pointOf(locality.coordinates);
      const shape = (locality.country !== null && world?.country(locality.country)) || null;
      if (point) return [{ ...locality, ...point, shape }];
      if (!shape) return [];
      const [longitude, latitude] = geoCentroid(mainland(shape));
      return [{ ...locality, longitude, latitude, shape }];
    })
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
}

/** Islands beyond an ocean are a part of a country, but a map need not include them. */
function mainland({ geometry }: Country): Polygon {
  if (geometry.type === 'Polygon') return geometry;
  const parts = geometry.coordinates.map(
    (coordinates): Polygon => ({ type: 'Polygon', coordinates }),
  );
  return parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest));
}

/**
 * The projection that shows the places large, none of them at the edge. `degrees`: the width of the
 * map on the globe.
 */
function fitted(places: readonly LocatedPlace[]): {
  projection: GeoProjection;
  frame: Frame;
  degrees: number;
} {
  const extent: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: places.flatMap(({ longitude, latitude, shape }) => [
      geoCircle().center([longitude, latitude]).radius(AROUND)().coordinates,
      ...(shape ? [mainland(shape).coordinates] : []),
    ]),
  };
  const [[west, south], [east, north]] = geoBounds(extent);
  const degrees = west <= east ? east - west : east - west + 360;
  const middle = west + degrees / 2;
  // Both are equal-area projections: countries have their true relative sizes.
  const projection =
    degrees > WIDE
      ? geoEqualEarth().rotate([-middle, 0])
      : geoAzimuthalEqualArea()
          .clipAngle(150)
          .rotate([-middle, -(south + north) / 2]);
  projection.fitWidth(WIDTH - 2 * EDGE, extent);
  const [[, top], [, bottom]] = geoPath(projection).bounds(extent);
  const height = Math.round(
    Math.min(Math.max(bottom - top + 2 * EDGE, SHAPES.lowest * WIDTH), SHAPES.highest * WIDTH),
  );
  const frame = { width: WIDTH, height };
  projection.fitExtent(
    [
      [EDGE, EDGE],
      [WIDTH - EDGE, height - EDGE],
    ],
    extent,
  );
  projection.clipExtent([
    [0, 0],
    [WIDTH, height],
  ]);
  return { projection, frame, degrees };
}

/** The area of a mark grows with the mentions. */
function radius(mentions: number, largest: number): number {
  return tenth(RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(mentions / largest));
}

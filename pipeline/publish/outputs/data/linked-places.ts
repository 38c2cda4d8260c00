/**
 * Places in the Linked Places format, which is also GeoJSON: /data/places.geojson.
 *
 * Takes the places of the site. Returns one FeatureCollection with a feature for each of them,
 * including those without coordinates (an empty collection of geometries). A name is cited from the
 * first document that mentions the place, with its year. The format has a class of feature in
 * GeoNames' letters: it is given if the entry's type is a TEI element for that class.
 * https://github.com/LinkedPasts/linked-places-format
 */

import { jsonWithList, type OutputFolder } from '../../../core/files/output-folder.ts';
import { siteReference } from '../../addresses/web-address.ts';
import type { Site } from '../../site/site.ts';
import type { SiteEntry } from '../../site/site-model.ts';
import { coordinates, entryAddress, iri, languageTag, wordsText } from './statements.ts';

export const LINKED_PLACES = '/data/places.geojson';

/** The name of the format's context; it is not fetched. */
const CONTEXT =
  'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

/**
 * TEI's words for places (Guidelines 13.2.3, ND) and the feature classes of GeoNames: A
 * administrative, L region, P populated.
 */
const FEATURE_CLASSES: ReadonlyMap<string, string> = new Map([
  ['bloc', 'L'],
  ['country', 'A'],
  ['region', 'A'],
  ['settlement', 'P'],
  ['district', 'P'],
]);

export function writeLinkedPlaces(site: Site, folder: OutputFolder): void {
  const places = indexedPlaces(site);
  if (places.length === 0) return;
  const open = { type: 'FeatureCollection', '@context': CONTEXT };
  folder.writePieces(LINKED_PLACES, jsonWithList(open, 'features', features(site, places)));
}

export function indexedPlaces(site: Site): readonly SiteEntry[] {
  return site.indexes.find(({ kind }) => kind === 'place')?.entries ?? [];
}

function* features(site: Site, places: readonly SiteEntry[]): Generator<unknown> {
  for (const place of places) yield feature(site, place);
}

function feature(site: Site, place: SiteEntry): unknown {
  const at = (address: string): string => siteReference(site, address, LINKED_PLACES);
  const [latitude, longitude] = coordinates(place.coordinates) ?? [];
  const point = { type: 'Point', coordinates: [Number(longitude), Number(latitude)] };
  const countries = place.identifiers.filter(
    ({ type, value }) => type === 'iso-3166-1' && /^[A-Z]{2}$/.test(value),
  );
  const featureClass = FEATURE_CLASSES.get(place.type ?? '');
  const links = place.identifiers.flatMap(({ address }) =>
    address === null ? [] : [{ type: 'closeMatch', identifier: iri(address) }],
  );
  const relations = place.within.flatMap(({ entry, text }) => {
    const other = entry === null ? undefined : site.entry(entry);
    return other
      ? [{ relationType: 'gvp:broaderPartitive', relationTo: at(entryAddress(other)), label: text }]
      : [];
  });
  const language = languageTag(site.edition.language);
  const descriptions = place.descriptions.map((said) => ({
    value: wordsText(said),
    ...(language && { lang: language }),
  }));
  return {
    '@id': at(entryAddress(place)),
    type: 'Feature',
    properties: {
      title: place.name,
      ...(countries.length > 0 && { ccodes: countries.map(({ value }) => value) }),
      ...(featureClass && { fclasses: [featureClass] }),
    },
    names: names(site, place),
    ...(place.type && { types: [{ label: place.type, sourceLabels: [{ label: place.type }] }] }),
    geometry: { type: 'GeometryCollection', geometries: latitude === undefined ? [] : [point] },
    ...(links.length > 0 && { links }),
    ...(relations.length > 0 && { relations }),
    ...(descriptions.length > 0 && { descriptions }),
  };
}

function names(site: Site, place: SiteEntry): unknown[] {
  const known = [place.mentions[0]?.document, ...place.written].find((id) => id !== undefined);
  const document = known === undefined ? undefined : site.document(known);
  // A place that no document names is in the edition because another entry mentions it.
  const cited = document ?? { title: site.edition.title ?? '', address: place.address };
  // The format requires a time: here the year of the cited source.
  const year = yearNumber(document?.header.date?.earliest) ?? yearNumber(site.edition.publishedOn);
  const citations = [
    {
      label: cited.title,
      ...(year !== undefined && { year }),
      '@id': siteReference(site, cited.address, LINKED_PLACES),
    },
  ];
  const first = place.names.find(({ text }) => text === place.name);
  const others = place.names.filter((name) => name !== first);
  return [first ?? { text: place.name, language: null }, ...others].map(
    ({ text, language }, position) => {
      const tag = languageTag(language);
      return { toponym: text, ...(tag && { lang: tag }), ...(position === 0 && { citations }) };
    },
  );
}

/** Of a W3C date; years before Christ are negative. */
function yearNumber(date: string | null | undefined): number | undefined {
  const year = /^-?\d{4,}/.exec(date ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
}

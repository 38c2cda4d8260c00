/**
 * The content of the page of the map: the picture, and beside it the list of all places.
 *
 * Takes the entries of the index of places. Returns the picture with the entries of its marks, and
 * every place with its location. There is no such page if no place can be shown.
 */
import type { SiteEntry } from '../site/site-model.ts';
import { type Locality, type MapPicture, type MapSheet, mapOf, type PlaceMark } from './map.ts';

export interface ListedPlace {
  readonly entry: SiteEntry;
  /** The ISO 3166-1 code of a country that the map shows. */
  readonly country: string | null;
  /** Whether it could be shown: a place without coordinates is only in the list. */
  readonly located: boolean;
}

interface Sheet extends MapSheet {
  readonly marks: readonly (PlaceMark & { readonly entry: SiteEntry })[];
}

export interface MapPage {
  readonly picture: MapPicture;
  /** The whole map, and after it the part with most places, if they are crowded. */
  readonly sheets: readonly Sheet[];
  readonly list: readonly ListedPlace[];
}

/** The type of identifiers of countries. */
const COUNTRY_CODE = /^iso[-_ ]?3166(-1)?$/i;

export function mapPage(places: readonly SiteEntry[]): MapPage | null {
  const localities = places.map((entry): Locality => {
    const country = entry.identifiers.find(({ type }) => COUNTRY_CODE.test(type))?.value ?? null;
    return {
      id: entry.id,
      name: entry.name,
      mentions: entry.mentionCount,
      coordinates: entry.coordinates,
      country,
    };
  });
  const picture = mapOf(localities);
  if (!picture) return null;
  const byId = new Map(places.map((entry) => [entry.id, entry]));
  const located = new Set(picture.located);
  return {
    picture,
    sheets: [picture, ...(picture.detail ? [picture.detail] : [])].map((sheet) => ({
      ...sheet,
      marks: sheet.marks.map((mark) => ({ ...mark, entry: byId.get(mark.id) as SiteEntry })),
    })),
    list: places.map((entry, place) => ({
      entry,
      country: localities[place]?.country ?? null,
      located: located.has(entry.id),
    })),
  };
}

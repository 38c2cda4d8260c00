/** The pages with the map of places and the network of correspondents. */
import type { IndexKind } from '../../../model/kinds.ts';
import type { NetworkParty } from '../../lists/correspondence.ts';
import type { Jump } from '../../lists/lists.ts';
import type { MapPicture, MapSheet, PlaceMark } from '../../pictures/map.ts';
import type { ListedPlace, MapPage } from '../../pictures/map-page.ts';
import type { NetworkPicture, PartyMark } from '../../pictures/network.ts';
import type { Correspondent, NetworkPage, Partner } from '../../pictures/network-page.ts';
import type { Site } from '../../site/site.ts';
import type { SiteEntry } from '../../site/site-model.ts';
import type { PageKind } from '../model/page.ts';
import { documentYear } from '../rows/finding-aid.ts';
import { type LinkedWords, linkedWords } from '../rows/listed.ts';

interface MarkedEntry extends Pick<SiteEntry, 'name' | 'address' | 'mentionCount'> {
  /** The years of the documents that name it, and of those written there. */
  readonly mentionYears: readonly string[];
  readonly writtenYears: readonly string[];
  /** How many documents were written there. */
  readonly written: number;
}

interface MapInput {
  /** The years of all documents. */
  readonly years: readonly string[];
  readonly sheets: readonly (Omit<MapSheet, 'marks'> & {
    readonly marks: readonly (PlaceMark & { readonly entry: MarkedEntry })[];
  })[];
  /** How many places could be shown. */
  readonly located: number;
  readonly places: readonly {
    readonly name: string;
    readonly address: string;
    readonly mentionCount: number;
    readonly coordinates: string | null;
    readonly within: readonly LinkedWords[];
    readonly country: string | null;
    /** Whether it is on the map. */
    readonly located: boolean;
  }[];
}

/** If no place has coordinates, the page says what is needed. */
const NO_MAP: Pick<MapPage, 'sheets' | 'list'> & { readonly picture: Pick<MapPicture, 'located'> } =
  { picture: { located: [] }, sheets: [], list: [] };

export const mapPages: PageKind<typeof NO_MAP, MapInput> = {
  items: ({ map }) => [map ?? NO_MAP],
  address: () => '/map.html',
  input: ({ site }, { picture, sheets, list }) => ({
    years: yearsOf(
      site,
      site.documents.map(({ id }) => id),
    ),
    sheets: sheets.map(({ width, height, sea, grid, land, borders, marks }) => ({
      width,
      height,
      sea,
      grid,
      land,
      borders,
      marks: marks.map(({ entry, ...mark }) => ({ ...mark, entry: markedEntry(site, entry) })),
    })),
    located: picture.located.length,
    places: list.map((place) => placeInList(site, place)),
  }),
};

function markedEntry(site: Site, entry: SiteEntry): MarkedEntry {
  const { name, address, mentionCount, mentions, written } = entry;
  const named = mentions.filter(({ region }) => region !== 'matter');
  return {
    name,
    address,
    mentionCount,
    mentionYears: yearsOf(
      site,
      named.map(({ document }) => document),
    ),
    writtenYears: yearsOf(site, written),
    written: written.length,
  };
}

function yearsOf(site: Site, documents: readonly string[]): string[] {
  return sortedYears(
    documents.flatMap((id) => {
      const document = site.document(id);
      return (document && documentYear(document)) ?? [];
    }),
  );
}

function sortedYears(years: readonly string[]): string[] {
  return [...new Set(years)].sort((one, other) => Number(one) - Number(other));
}

function placeInList(
  site: Site,
  { entry, country, located }: ListedPlace,
): MapInput['places'][number] {
  const { name, address, mentionCount, coordinates, within } = entry;
  return {
    name,
    address,
    mentionCount,
    coordinates,
    within: linkedWords(site, within),
    country,
    located,
  };
}

/** Who writes or is written to; `entry` if there is a page about them. */
interface PartyInput {
  readonly name: string;
  readonly documents: number;
  readonly entry: {
    readonly name: string;
    readonly address: string;
    readonly kind: IndexKind;
  } | null;
}

interface PartnerInput {
  readonly party: PartyInput;
  readonly documents: number;
}

interface NetworkInput {
  /** The years of all ties of the picture. */
  readonly years: readonly string[];
  /** From 1. */
  readonly number: number;
  readonly pages: readonly Jump[];
  /** On the first page. */
  readonly picture:
    | (Omit<NetworkPicture, 'marks'> & {
        readonly marks: readonly (PartyMark & {
          readonly party: PartyInput;
          readonly place: NetworkPage['marks'][number]['place'];
        })[];
      })
    | null;
  /** How many parties there are, and how many are listed. */
  readonly parties: number;
  readonly listed: number;
  readonly list: readonly (Pick<Correspondent, 'anchor'> & {
    readonly party: PartyInput;
    readonly to: readonly PartnerInput[];
    readonly from: readonly PartnerInput[];
    readonly about: readonly PartnerInput[];
  })[];
}

/** If no one wrote to or about anyone, the page says what is needed. */
const NO_NETWORK: NetworkPage = {
  address: '/network.html',
  number: 1,
  pages: [],
  picture: { width: 0, height: 0, marks: [], lines: [] },
  marks: [],
  parties: 0,
  listed: 0,
  list: [],
};

export const networkPages: PageKind<NetworkPage, NetworkInput> = {
  items: ({ network }) => (network.length > 0 ? network : [NO_NETWORK]),
  address: ({ address }) => address,
  input: ({ site }, page) => {
    const { number, pages, picture, marks, parties, listed, list } = page;
    const partners = (some: readonly Partner[]): PartnerInput[] =>
      some.map(({ party, documents }) => ({ party: partyInput(site, party), documents }));
    return {
      years: number === 1 ? sortedYears(picture.lines.flatMap(({ years = [] }) => years)) : [],
      number,
      pages,
      picture:
        number === 1 && marks.length > 0
          ? {
              ...picture,
              marks: marks.map((mark) => ({ ...mark, party: partyInput(site, mark.party) })),
            }
          : null,
      parties,
      listed,
      list: list.map(({ party, anchor, to, from, about }) => ({
        party: partyInput(site, party),
        anchor,
        to: partners(to),
        from: partners(from),
        about: partners(about),
      })),
    };
  },
};

function partyInput(site: Site, { name, documents, entry: id }: NetworkParty): PartyInput {
  const entry = id === null ? undefined : site.entry(id);
  return {
    name,
    documents,
    entry: entry ? { name: entry.name, address: entry.address, kind: entry.kind } : null,
  };
}

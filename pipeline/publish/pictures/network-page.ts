/**
 * The content of the page of the network: the picture, and below it the list of all correspondents.
 *
 * Takes the documents, and the entries of their parties. Returns the picture with the link of each
 * mark, and for every correspondent to whom, from whom and about whom there are documents. A long
 * list has several pages. The page is omitted if no one wrote to or about anyone.
 */
import { addToList } from '../../core/multimap.ts';
import {
  type Correspondence,
  correspondenceOf,
  type NetworkParty,
  type Tie,
} from '../lists/correspondence.ts';
import { type Jump, linksTo, packed, pageAddress } from '../lists/lists.ts';
import type { SiteDocument, SiteEntry } from '../site/site-model.ts';
import { type NetworkPicture, networkOf, type PartyMark } from './network.ts';

/** The other end of ties, with the number of documents. */
export interface Partner {
  readonly party: NetworkParty;
  readonly documents: number;
}

export interface Correspondent {
  readonly party: NetworkParty;
  /** The anchor of its place in the list. */
  readonly anchor: string;
  readonly to: readonly Partner[];
  readonly from: readonly Partner[];
  readonly about: readonly Partner[];
}

/** The picture is on the first of several pages. */
export interface NetworkPage {
  readonly address: string;
  /** From 1. */
  readonly number: number;
  /** All pages of the list; empty if there is one. */
  readonly pages: readonly Jump[];
  readonly picture: NetworkPicture;
  /**
   * `place`: for a party without an entry its place in the list; empty before its anchor if that is
   * on the page of the picture.
   */
  readonly marks: readonly (PartyMark & {
    readonly party: NetworkParty;
    readonly place: PlaceInList | null;
  })[];
  /** How many parties there are, and how many are listed. */
  readonly parties: number;
  readonly listed: number;
  readonly list: readonly Correspondent[];
}

interface PlaceInList {
  readonly address: string;
  readonly anchor: string;
}

const FIRST = '/network.html';

/** How many partners a page lists; half as many again do not yet need another page. */
const MOST_PARTNERS = 1000;

/** Draws a picture, or returns the cached one for the same input. */
type CachedPicture = (
  ties: Correspondence,
  surnames: readonly string[],
  draw: () => NetworkPicture | null,
) => NetworkPicture | null;

export function networkPage(
  documents: readonly SiteDocument[],
  entry: (id: string) => SiteEntry | undefined,
  cached: CachedPicture = (_ties, _surnames, draw) => draw(),
): NetworkPage[] {
  const isPerson = (id: string): boolean => entry(id)?.kind === 'person';
  const letters = documents.map(({ header, spokenOf }) => ({
    sent: header.sent,
    received: header.received,
    about: spokenOf.filter(isPerson),
    year: /^-?\d{4,}/.exec(header.date?.earliest ?? '')?.[0] ?? null,
  }));
  const all = correspondenceOf(letters, (id) => entry(id)?.name ?? id);
  const surname = ({ entry: id, name }: NetworkParty): string => {
    const known = id === null ? undefined : entry(id);
    return known?.kind === 'person' ? (known.sortName.split(',')[0] as string) : name;
  };
  const picture = cached(all, all.parties.map(surname), () => networkOf(all, surname));
  if (!picture) return [];
  const list = correspondents(all);
  const parties = new Map(all.parties.map((party) => [party.key, party]));
  const runs = packed(
    list,
    ({ to, from, about }) => 1 + to.length + from.length + about.length,
    MOST_PARTNERS,
  );
  const addresses = runs.map((_run, place) => pageAddress(FIRST, place));
  const places = new Map(
    runs.flatMap((run, at) =>
      run.map(({ party, anchor }) => [party.key, { address: addresses[at] as string, anchor }]),
    ),
  );
  const marks = picture.marks.map((mark) => {
    const party = parties.get(mark.key) as NetworkParty;
    return { ...mark, party, place: party.entry === null ? (places.get(mark.key) ?? null) : null };
  });
  const pages = linksTo(runs, addresses, ({ party }) => party.name);
  return runs.map((run, at) => ({
    address: addresses[at] as string,
    number: at + 1,
    pages,
    picture,
    marks,
    parties: all.parties.length,
    listed: list.length,
    list: run,
  }));
}

/** Who wrote or was written to; a person who is only written about is listed with the writers. */
function correspondents({ parties, ties }: Correspondence): Correspondent[] {
  const byKey = new Map(parties.map((party) => [party.key, party]));
  const grouped = (
    wanted: (tie: Tie) => boolean,
    own: 'from' | 'to',
    other: 'from' | 'to',
  ): Map<string, Partner[]> => {
    const groups = new Map<string, Partner[]>();
    for (const tie of ties.filter(wanted)) {
      addToList(groups, tie[own], {
        party: byKey.get(tie[other]) as NetworkParty,
        documents: tie.documents,
      });
    }
    return groups;
  };
  const to = grouped(({ kind }) => kind === 'to', 'from', 'to');
  const from = grouped(({ kind }) => kind === 'to', 'to', 'from');
  const about = grouped(({ kind }) => kind === 'about', 'from', 'to');
  return parties
    .filter(({ key }) => to.has(key) || from.has(key) || about.has(key))
    .map((party, place) => ({
      party,
      anchor: `site-party-${place + 1}`,
      to: to.get(party.key) ?? [],
      from: from.get(party.key) ?? [],
      about: about.get(party.key) ?? [],
    }));
}

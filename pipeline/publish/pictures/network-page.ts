/**
 * What the page of the network shows: the picture, and below it the list of all correspondents.
 *
 * In: the documents, and the entries of those whom they name. Out: the picture with where each of its marks leads, and for every
 * correspondent to whom, from whom and about whom there are documents. There is no such page where nobody wrote to or about anyone.
 */
import { listed } from '../../listed.ts';
import { type Correspondence, correspondence, type Party, type Tie } from '../correspondence.ts';
import type { SiteDocument, SiteEntry } from '../site-model.ts';
import { type NetworkPicture, networkOf, type PartyMark } from './network.ts';

/** The other end of ties, with the number of documents. */
export interface Partner {
  readonly party: Party;
  readonly documents: number;
}

export interface Correspondent {
  readonly party: Party;
  /** The anchor of its place in the list. */
  readonly anchor: string;
  readonly to: readonly Partner[];
  readonly from: readonly Partner[];
  readonly about: readonly Partner[];
}

export interface NetworkPage {
  readonly picture: NetworkPicture;
  /** `anchor`: the place in the list, for a party that is no entry. */
  readonly marks: readonly (PartyMark & { readonly party: Party; readonly anchor: string | null })[];
  /** How many parties there are. */
  readonly parties: number;
  readonly list: readonly Correspondent[];
}

export function networkPage(
  documents: readonly SiteDocument[],
  entry: (id: string) => SiteEntry | undefined,
): NetworkPage | null {
  const isPerson = (id: string): boolean => entry(id)?.kind === 'person';
  const letters = documents.map(({ header, spokenOf }) => {
    return { sent: header.sent, received: header.received, about: spokenOf.filter(isPerson) };
  });
  const all = correspondence(letters, (id) => entry(id)?.name ?? id);
  const surname = ({ entry: id, name }: Party): string => {
    const known = id === null ? undefined : entry(id);
    return known?.kind === 'person' ? (known.sortName.split(',')[0] as string) : name;
  };
  const picture = networkOf(all, surname);
  if (!picture) return null;
  const list = correspondents(all);
  const parties = new Map(all.parties.map((party) => [party.key, party]));
  const anchors = new Map(list.map(({ party, anchor }) => [party.key, anchor]));
  return {
    picture,
    marks: picture.marks.map((mark) => {
      const party = parties.get(mark.key) as Party;
      return { ...mark, party, anchor: party.entry === null ? (anchors.get(mark.key) ?? null) : null };
    }),
    parties: all.parties.length,
    list,
  };
}

/** Those who wrote or were written to; who is only written about stands with the writers. */
function correspondents({ parties, ties }: Correspondence): Correspondent[] {
  const byKey = new Map(parties.map((party) => [party.key, party]));
  const grouped = (wanted: (tie: Tie) => boolean, own: 'from' | 'to', other: 'from' | 'to'): Map<string, Partner[]> => {
    const groups = new Map<string, Partner[]>();
    for (const tie of ties.filter(wanted)) {
      listed(groups, tie[own], { party: byKey.get(tie[other]) as Party, documents: tie.documents });
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

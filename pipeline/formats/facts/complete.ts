/**
 * Completes the facts that xslt/metadata reads: strings on one line, identifiers with their
 * schemes, addresses on the site, names in their parts.
 *
 * A pure function of these data and of the paths of the site's files, if there is a site.
 */
import type { CarriedEntry, NamedEntry } from '../../model/entry-facts.ts';
import type {
  DocumentFacts,
  EditionFacts,
  Party,
  PlaceFacts,
  PrefixDefinition,
  Responsible,
} from '../../model/facts.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { Places } from '../../model/places.ts';
import { dateFacts } from './dates.ts';
import {
  addressed,
  doiOf,
  ownUri,
  pointedAt,
  type StatedIdentifier,
  schemed,
} from './identifiers.ts';
import { partiesInStatement, partsOfName } from './names-in-parts.ts';
import { contributorsOf, editorsOf, translatorsOf } from './roles.ts';
import { encodeIri } from './schemes.ts';
import type {
  StatedCommon,
  StatedCorrespondence,
  StatedDocument,
  StatedEdition,
  StatedParty,
  StatedPlace,
  StatedResponsible,
} from './stated.ts';

/** The addresses of a document on the site: none if only its own facts are needed. */
interface EditionAround {
  readonly edition: Pick<EditionFacts, 'address'> & Partial<EditionFacts>;
  readonly places: Places;
}

const NOWHERE: EditionAround = {
  edition: { address: null },
  places: { page: '', tei: '', entries: {} },
};

/**
 * Line ends of Unicode that are none in XML are white space; other control characters have no
 * meaning.
 */
function onOneLine<T>(value: T): T {
  if (typeof value === 'string') return lineOf(value) as T;
  if (Array.isArray(value)) return value.map(onOneLine) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, onOneLine(member)]),
  ) as T;
}

function lineOf(text: string): string {
  if (!/[\x7f-\x9f\u2028\u2029]/.test(text)) return text;
  return text
    .replace(/[\x85\u2028\u2029]/g, ' ')
    .replace(/[\x7f-\x9f]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

export function editionFacts(read: unknown): EditionFacts {
  const { projectDesc, ...stated } = onOneLine(read) as StatedEdition;
  const base = common(stated, linker(NOWHERE, stated.prefixes), '');
  const { uri } = base;
  return {
    ...stated,
    ...base,
    abstract: stated.abstract ?? projectDesc,
    address: uri !== null && /^https:\/\/[^/]/.test(uri) ? `${uri.replace(/\/+$/, '')}/` : null,
    funders: stated.funders.map((funder) => ({
      ...funder,
      identifiers: funder.identifiers.map((one) => addressed(one, stated.prefixes)),
    })),
  };
}

export function documentFacts(read: unknown, around: EditionAround = NOWHERE): DocumentFacts {
  const { carried: _, ...stated } = onOneLine(read) as StatedDocument;
  const { edition, places } = around;
  const prefixes = [...stated.prefixes, ...(edition.prefixes ?? [])];
  const link = linker(around, prefixes);
  const name = places.page.replace(/^.*\//, '').replace(/\.html$/, '');
  const base = common(stated, link, name);
  return {
    ...stated,
    ...base,
    authors: base.responsible.filter(({ statement }) => statement === 'author'),
    senders: stated.senders.flatMap(partiesInStatement).map(link.party),
    recipients: stated.recipients.flatMap(partiesInStatement).map(link.party),
    sent: correspondence(stated.sent, link),
    received: correspondence(stated.received, link),
    date: stated.date && dateFacts(stated.date),
    place: stated.place && link.place(stated.place),
    archives: stated.archives.map((archive) => ({
      ...archive,
      address: link.entry(archive.entry),
      identifiers: archive.identifiers.map(link.identifier),
    })),
    named: [
      ...stated.named.map((entry) => ({
        ...entry,
        address: link.entry(entry.id),
        identifiers: entry.identifiers.map(link.identifier),
      })),
      ...namedElsewhere(places, link),
    ],
    path: places.page,
    address: link.file(places.page),
    teiAddress: link.file(places.tei),
  };
}

/** The entries of other files that the text names, each once. */
function namedElsewhere({ known = {} }: Places, link: Link): NamedEntry[] {
  const found = new Map<string, NamedEntry>();
  for (const [reference, { inText, ...entry }] of Object.entries(known))
    if (inText && !found.has(entry.id))
      found.set(entry.id, { ...entry, address: link.entry(reference) });
  return [...found.values()];
}

/** The entries in a document, from a file that was read in the mode m:facts. */
export function carriedEntries(
  read: unknown,
  editionPrefixes: readonly PrefixDefinition[],
): CarriedEntry[] {
  const { carried = [], prefixes } = onOneLine(read) as StatedDocument;
  const link = linker(NOWHERE, [...prefixes, ...editionPrefixes]);
  return carried.map((entry) => ({
    ...entry,
    address: null,
    identifiers: entry.identifiers.map(link.identifier),
  }));
}

type Link = ReturnType<typeof linker>;

/** Adds addresses: of identifiers, of the pages of entries, of files. */
function linker({ edition, places }: EditionAround, prefixes: readonly PrefixDefinition[]) {
  const identifier = (stated: StatedIdentifier): Identifier => addressed(stated, prefixes);
  const file = (path: string): string | null =>
    edition.address === null || path === '' ? null : edition.address + encodeIri(path);
  const entry = (id: string | null): string | null =>
    id === null ? null : file(places.entries[id] ?? '');
  // The identifiers of an entry in another file are in that file.
  const referred = ({
    entry: reference,
    pointers,
    identifiers,
  }: Pick<StatedParty, 'entry' | 'pointers' | 'identifiers'>) => {
    const known = reference === null ? undefined : places.known?.[reference];
    return {
      entry: known?.id ?? (reference?.includes(':') ? null : reference),
      address: entry(reference),
      identifiers: distinct([
        ...identifiers.map(identifier),
        ...(known?.identifiers ?? []),
        ...pointedAt(pointers, prefixes),
      ]),
    };
  };
  return {
    identifier,
    file,
    entry,
    party(stated: StatedParty): Party {
      const { pointers: _, ...rest } = stated;
      return { ...rest, ...partsOfName(stated), ...referred(stated) };
    },
    place(stated: StatedPlace): PlaceFacts {
      const { pointers: _, ...rest } = stated;
      return { ...rest, ...referred(stated) };
    },
    responsible({ own, ...stated }: StatedResponsible): Responsible {
      const { pointers: _, ...rest } = stated;
      const of = referred({ ...stated, identifiers: [...own, ...stated.identifiers] });
      const orcid = schemed(of.identifiers).find(({ scheme }) => scheme === 'ORCID')?.value ?? null;
      const kind = rest.statement === 'publisher' ? 'org' : rest.kind;
      const named = { ...rest, kind };
      return { ...named, ...partsOfName(named), ...of, orcid };
    },
  };
}

/** Each address once, however it is written; those of the authority entry come first. */
function distinct(identifiers: readonly Identifier[]): Identifier[] {
  const addresses = identifiers.map((one) => schemed([one])[0]?.uri ?? one.address);
  return identifiers.filter((_, place) => {
    const address = addresses[place] as string | null;
    return address === null || addresses.indexOf(address) === place;
  });
}

function correspondence({ place, date }: StatedCorrespondence, link: Link) {
  return { place: place && link.place(place), date: date && dateFacts(date) };
}

function common(stated: StatedCommon, link: Link, name: string) {
  const identifiers = stated.identifiers.map(link.identifier);
  const responsible = stated.responsible.flatMap(partiesInStatement).map(link.responsible);
  const { print } = stated;
  return {
    id: stated.id ?? name,
    identifiers,
    doi: doiOf(identifiers),
    uri: ownUri(identifiers),
    responsible,
    editors: editorsOf(responsible),
    translators: translatorsOf(responsible),
    contributors: contributorsOf(responsible),
    publisherParty: responsible.find(({ statement }) => statement === 'publisher') ?? null,
    print: print && {
      ...print,
      editors: print.editors.map(link.party),
      identifiers: print.identifiers.map(link.identifier),
    },
  };
}

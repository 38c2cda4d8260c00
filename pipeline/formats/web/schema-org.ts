/**
 * schema.org as JSON-LD: the edited text (a CreativeWork, part of the edition), based on the
 * original (an ArchiveComponent, a Message if it was sent to somebody) and on the printed volume;
 * the edition (a Collection and a Dataset). @id and url are addresses, only if the edition has one;
 * sameAs only for identifiers that have an address.
 */
import type { NamedEntry } from '../../model/entry-facts.ts';
import type {
  ArchiveFacts,
  DocumentFacts,
  EditionFacts,
  Party,
  PlaceFacts,
  PrintFacts,
} from '../../model/facts.ts';
import type { Identifier } from '../../model/identifier.ts';
import type { CitableReference } from '../citations/model.ts';
import { familyName } from '../citations/names.ts';
import { titleAndSubtitle } from '../citations/reference.ts';
import { doiAddress } from '../facts/schemes.ts';
import { joined, present, several, unique } from '../writing/values.ts';

export type JsonLd = Readonly<Record<string, unknown>>;

export function schemaOrg(
  facts: DocumentFacts,
  edition: EditionFacts | null,
  reference: CitableReference,
): JsonLd {
  const { publisher, licence } = reference;
  return present({
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': identityOf(facts),
    url: facts.address,
    name: reference.title,
    genre: facts.genre,
    author: several(facts.authors.map(agent)),
    editor: several(reference.editors.map(agent)),
    translator: several(facts.translators.map(agent)),
    publisher: publisher && organization(publisher),
    datePublished: reference.issued,
    version: reference.version,
    creativeWorkStatus: facts.status,
    inLanguage: reference.language,
    license: licence && (licence.target ?? licence.text),
    copyrightNotice: joined(reference.rights, ' '),
    identifier: several(identifiersOf(facts)),
    isAccessibleForFree: true,
    isPartOf:
      edition?.title &&
      present({
        '@type': ['Collection', 'Dataset'],
        '@id': identityOf(edition),
        url: edition.address,
        name: titleAndSubtitle(edition),
      }),
    isBasedOn: several([original(facts), ...(facts.print ? [chapter(facts.print, facts)] : [])]),
    encoding: facts.teiAddress && {
      '@type': 'MediaObject',
      contentUrl: facts.teiAddress,
      encodingFormat: 'application/tei+xml',
    },
    mentions: several(facts.named.filter(({ kind }) => kind !== 'term').map(namedEntity)),
  });
}

/** `pages`: how many documents it has. */
export function schemaOrgOfEdition(facts: EditionFacts, size: number): JsonLd {
  const { publisher, licence, editors } = facts;
  const creators =
    editors.length > 0 ? editors.map(agent) : publisher === null ? [] : [organization(publisher)];
  return present({
    '@context': 'https://schema.org',
    '@type': ['Collection', 'Dataset'],
    '@id': identityOf(facts),
    url: facts.address,
    name: titleAndSubtitle(facts),
    description: facts.abstract,
    editor: several(editors.map(agent)),
    creator: several(creators),
    translator: several(facts.translators.map(agent)),
    publisher: publisher && organization(publisher),
    datePublished: facts.issued,
    version: facts.version,
    creativeWorkStatus: facts.status,
    inLanguage: facts.languages[0],
    license: licence && (licence.target ?? licence.text),
    copyrightNotice: joined(facts.rights, ' '),
    identifier: several(identifiersOf(facts)),
    isBasedOn: facts.print && (facts.print.journal ? issueOf(facts.print) : volume(facts.print)),
    keywords: several(facts.keywords),
    isAccessibleForFree: true,
    collectionSize: size > 0 ? size : null,
  });
}

function organization(name: string): object {
  return { '@type': 'Organization', name };
}

/** Its address, else the identifier that it gives itself. */
function identityOf({ address, uri }: Pick<DocumentFacts, 'address' | 'uri'>): string | null {
  return address ?? uri;
}

/** The sources of the edited text. */
function original(facts: DocumentFacts): JsonLd {
  const [archive] = facts.archives;
  const { corresponds, date, place } = facts;
  return present({
    '@type': [corresponds ? 'Message' : 'CreativeWork', 'ArchiveComponent'],
    name: facts.title,
    genre: facts.genre,
    sender: corresponds ? several(facts.senders.map(agent)) : null,
    recipient: several(facts.recipients.map(agent)),
    author: corresponds ? null : several(facts.authors.map(agent)),
    [corresponds ? 'dateSent' : 'dateCreated']: date?.range,
    locationCreated: place && location(place),
    material: facts.form,
    holdingArchive: archive?.name ? holder(archive) : null,
    itemLocation: archive && joined([...archive.collections, archive.shelfmark], ', '),
  });
}

function holder(archive: ArchiveFacts): JsonLd {
  const address = present({
    addressLocality: archive.settlement,
    addressRegion: archive.region,
    addressCountry: archive.country,
  });
  return present({
    '@type': 'ArchiveOrganization',
    '@id': archive.address,
    name: archive.name,
    address: Object.keys(address).length > 0 ? { ...address, '@type': 'PostalAddress' } : null,
    sameAs: sameAs(archive.identifiers),
  });
}

function chapter(print: PrintFacts, { title }: DocumentFacts): JsonLd {
  const { pages } = print;
  return present({
    '@type': print.journal ? 'ScholarlyArticle' : 'Chapter',
    name: title,
    position: print.document,
    pagination: pages && unique([pages.from, pages.to]).join('–'),
    url: print.address,
    isPartOf: print.journal ? issueOf(print) : volume(print),
  });
}

function issueOf(print: PrintFacts): JsonLd {
  const periodical = present({ '@type': 'Periodical', name: print.title ?? print.series });
  const { volumeNumber, issue } = print;
  const inVolume =
    volumeNumber === null
      ? periodical
      : { '@type': 'PublicationVolume', volumeNumber, isPartOf: periodical };
  if (issue === null) return { ...inVolume, ...present({ datePublished: print.issued }) };
  return present({
    '@type': 'PublicationIssue',
    issueNumber: issue,
    datePublished: print.issued,
    isPartOf: inVolume,
  });
}

function volume(print: PrintFacts): JsonLd {
  const { publisher, place, series, subseries } = print;
  return present({
    '@type': ['Book', 'PublicationVolume'],
    name: print.title ?? series,
    volumeNumber: print.volumeNumber,
    editor: several(print.editors.map(agent)),
    datePublished: print.issued,
    publisher: publisher && present({ '@type': 'Organization', name: publisher, location: place }),
    isPartOf: series && { '@type': 'BookSeries', name: joined([series, subseries], ', ') },
  });
}

function agent(party: Party & { readonly orcid?: string | null }): JsonLd {
  return present({
    '@type': party.kind === 'org' ? 'Organization' : 'Person',
    '@id': party.orcid ? `https://orcid.org/${party.orcid}` : party.address,
    name: party.name,
    familyName: familyName(party),
    givenName: party.given,
    honorificSuffix: party.suffix,
    sameAs: sameAs(party.identifiers),
  });
}

const THINGS: Readonly<Record<string, string>> = {
  person: 'Person',
  org: 'Organization',
  place: 'Place',
};

function namedEntity({ kind, address, name, identifiers }: NamedEntry): JsonLd {
  return present({
    '@type': THINGS[kind] ?? 'Thing',
    '@id': address,
    name,
    sameAs: sameAs(identifiers),
  });
}

function location({ address, text, coordinates, identifiers }: PlaceFacts): JsonLd {
  const [latitude, longitude] = (coordinates ?? '').split(/\s+/);
  const geo = longitude !== undefined && {
    '@type': 'GeoCoordinates',
    latitude: Number(latitude),
    longitude: Number(longitude),
  };
  return present({
    '@type': 'Place',
    '@id': address,
    name: text,
    geo: geo || null,
    sameAs: sameAs(identifiers),
  });
}

function sameAs(identifiers: readonly Identifier[]): unknown {
  return several(identifiers.flatMap(({ address }) => address ?? []));
}

/** The DOI, and the identifier if it is not an address. */
function identifiersOf({ doi, uri }: Pick<DocumentFacts, 'doi' | 'uri'>): string[] {
  return [doi && doiAddress(doi), uri !== null && !uri.startsWith('http') ? uri : null].filter(
    (identifier) => identifier !== null,
  );
}

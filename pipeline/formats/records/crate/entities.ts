/** Persons, licences, sources, places and software in an RO-Crate. */
import type { SchemedIdentifier } from '../../facts/identifiers.ts';
import { licenceNames } from '../../facts/licences.ts';
import { doiAddress } from '../../facts/schemes.ts';
import { present, unique } from '../../writing/values.ts';
import type { Agent } from '../facts/agents.ts';
import type { DepositFacts, DepositFunder } from '../facts/model.ts';
import type { DocumentSummary, PrintedSource, SubjectFacts } from '../facts/summary.ts';

/** The address of the program that made the edition: RO-Crate 1.2 requires one. */
const SOFTWARE = 'https://www.npmjs.com/package/siglum';

export type CrateReference = { readonly '@id': string };

export function to(id: string): CrateReference {
  return { '@id': id };
}

export function listOrSingle(values: readonly string[]): unknown {
  return values.length === 1 ? values[0] : values;
}

export function agentEntity(one: Agent): object {
  const id = agentId(one);
  const others = one.ids.map(({ uri }) => uri).filter((uri) => uri !== id);
  return present({
    '@id': id,
    '@type': one.kind === 'person' ? 'Person' : 'Organization',
    name: one.name,
    givenName: one.given,
    familyName: one.family,
    email: one.email,
    affiliation: one.affiliation,
    sameAs: others.map(to),
  });
}

/** The @id of an agent is its first identifier with an address, else one within the crate. */
export function agentId({ ids, name }: Pick<Agent, 'ids' | 'name'>): string {
  return ids[0]?.uri ?? `#agent-${encodeURIComponent(name)}`;
}

export const LICENCE = '#licence';

export function licenceEntity(facts: DepositFacts): object {
  const { licence: address, licenceWords } = facts;
  const { dataverse, spdx } = facts.licenceNames;
  return present({
    '@id': address ?? LICENCE,
    '@type': 'CreativeWork',
    name: dataverse ?? spdx ?? address ?? licenceWords,
    description: licenceWords ?? address,
    identifier: spdx,
  });
}

/** The licences of documents, if they differ from the edition's. */
export function documentLicences(
  { licence: own }: DepositFacts,
  documents: readonly DocumentSummary[],
): object[] {
  const others = unique(documents.flatMap(({ licence: address }) => address ?? []));
  return others
    .filter((address) => address !== own)
    .map((address) => {
      const { dataverse, spdx } = licenceNames({ target: address, text: null });
      return present({
        '@id': address,
        '@type': 'CreativeWork',
        name: dataverse ?? spdx ?? address,
        identifier: spdx,
      });
    });
}

export function doiEntity(doi: string): object {
  return {
    '@id': doiAddress(doi),
    '@type': 'PropertyValue',
    propertyID: 'https://registry.identifiers.org/registry/doi',
    value: `doi:${doi}`,
    url: doiAddress(doi),
  };
}

/** A handle, an ARK, a SWHID. */
export function otherIdentifierEntity(one: SchemedIdentifier): object {
  return present({
    '@id': one.uri,
    '@type': 'PropertyValue',
    name: one.scheme,
    propertyID: REGISTRIES[one.scheme] ?? null,
    value: one.value,
    url: one.uri,
  });
}

/** The schemes at identifiers.org, as RO-Crate wants them for persistent identifiers. */
const REGISTRIES: Readonly<Record<string, string>> = {
  ARK: 'https://registry.identifiers.org/registry/ark',
  Handle: 'https://registry.identifiers.org/registry/hdl',
  SWHID: 'https://registry.identifiers.org/registry/swh',
};

export function uriEntity(uri: string): object {
  return present({
    '@id': '#identifier',
    '@type': 'PropertyValue',
    name: 'URI',
    value: uri,
    url: /^https?:\/\//.test(uri) ? uri : null,
  });
}

export function source(one: PrintedSource): object[] {
  return [
    present({
      '@id': sourceId(one),
      '@type': 'CreativeWork',
      name: one.citation ?? one.address,
      url: one.address,
    }),
  ];
}

export function sourceId({ doi, address, citation }: PrintedSource): string {
  if (doi) return doiAddress(doi);
  return address ?? `#source-${encodeURIComponent(citation ?? '')}`;
}

/** A place with its point, which is an entity too: a crate is not nested. */
export function placeEntity(one: SubjectFacts): object[] {
  const point = `#geo-${encodeURIComponent(one.id)}`;
  return [
    { '@id': placeId(one), '@type': 'Place', name: one.name, geo: to(point) },
    {
      '@id': point,
      '@type': 'GeoCoordinates',
      latitude: String(one.latitude),
      longitude: String(one.longitude),
    },
  ];
}

export function placeId({ uri, id }: SubjectFacts): string {
  return uri ?? `#${encodeURIComponent(id)}`;
}

export function funderEntity(one: DepositFunder): object {
  return { '@id': funderId(one), '@type': 'Organization', name: one.name };
}

export function funderId({ ids, name }: DepositFunder): string {
  return agentId({ ids, name });
}

/** The program and its action: nothing refers to this entity, so it is not part of the crate. */
export function software({ application }: DepositFacts): object[] {
  if (!application) return [];
  const { name, version } = application;
  return [
    present({
      '@id': '#software',
      '@type': 'SoftwareApplication',
      name,
      url: SOFTWARE,
      softwareVersion: version,
      version,
    }),
    {
      '@id': '#encoding',
      '@type': 'CreateAction',
      name: 'Encoding in TEI',
      instrument: to('#software'),
      result: to('./'),
    },
  ];
}

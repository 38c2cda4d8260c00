/**
 * ro-crate-metadata.json: RO-Crate 1.2 (w3id.org/ro/crate/1.2), an attached crate; its root is the
 * bag's payload. Flat JSON-LD: the edition as root, folders and files as its parts, then all
 * entities that these refer to, each described once.
 */
import { doiAddress } from '../facts/schemes.ts';
import { joined, present, unique } from '../writing/values.ts';
import { allAgents } from './arche.ts';
import {
  agentEntity,
  agentId,
  type CrateReference,
  documentLicences,
  doiEntity,
  funderEntity,
  funderId,
  LICENCE,
  licenceEntity,
  listOrSingle,
  otherIdentifierEntity,
  placeEntity,
  placeId,
  software,
  source,
  sourceId,
  to,
  uriEntity,
} from './crate/entities.ts';
import type { Agent } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import { byFolder, type DescribedFile, FILE_KINDS, FOLDERS, foldersOf } from './facts/package.ts';
import { otherIdentifiers } from './facts/relations.ts';
import { type DocumentSummary, interval, ownIdentifiers } from './facts/summary.ts';

export type CrateEntity = { readonly '@id': string; readonly '@type': string } & Readonly<
  Record<string, unknown>
>;

/** RO-Crate: JSON-LD without nesting. */
export interface Crate {
  readonly '@context': string;
  readonly '@graph': readonly CrateEntity[];
}

export function roCrate(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  files: readonly DescribedFile[],
): Crate {
  const sources = unique(
    [...facts.printed, ...documents.flatMap(({ printed }) => printed)],
    sourceId,
  );
  const graph: unknown[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: to('./'),
      conformsTo: to('https://w3id.org/ro/crate/1.2'),
    },
    root(facts, files),
    ...folders(files),
    ...fileEntities(facts, documents, files),
    ...allAgents(facts).map(agentEntity),
    licenceEntity(facts),
    ...documentLicences(facts, documents),
    ...(facts.doi ? [doiEntity(facts.doi)] : []),
    ...(facts.uri ? [uriEntity(facts.uri)] : []),
    ...otherIdentifiers(facts).map(otherIdentifierEntity),
    ...sources.flatMap(source),
    ...facts.places.flatMap(placeEntity),
    ...facts.funders.map(funderEntity),
    ...software(facts),
  ];
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': unique(graph as CrateEntity[], (entity) => entity['@id']),
  };
}

function root(facts: DepositFacts, files: readonly DescribedFile[]): object {
  const { doi, uri, publisherAgent, application, licence: terms } = facts;
  const agents = (all: readonly Agent[]): CrateReference[] => all.map((one) => to(agentId(one)));
  return present({
    '@id': './',
    '@type': 'Dataset',
    name: joined([facts.title, facts.subtitle], ': '),
    description: joined([facts.description, facts.sampling], ' '),
    datePublished: facts.published,
    license: to(terms ?? LICENCE),
    identifier: [
      doi && doiAddress(doi),
      uri && '#identifier',
      ...otherIdentifiers(facts).map((one) => one.uri),
    ].flatMap((id) => (id ? to(id) : [])),
    url: facts.web,
    version: facts.version,
    inLanguage: facts.languages,
    publisher: publisherAgent && to(agentId(publisherAgent)),
    author: agents(facts.authors),
    creator: agents(facts.creators),
    editor: agents(facts.editors),
    translator: agents(facts.translators),
    contributor: agents(
      facts.contributors.filter(({ part }) => part !== 'writer' && part !== 'translator'),
    ),
    funder: facts.funders.map((one) => to(funderId(one))),
    keywords: unique([...facts.keywords, ...facts.subjects.map(({ name }) => name)]),
    temporalCoverage: interval(facts),
    spatialCoverage: facts.places.map((one) => to(placeId(one))),
    isBasedOn: facts.printed.map((one) => to(sourceId(one))),
    isAccessibleForFree: true,
    hasPart: crateParts('', files),
    mentions: application ? [to('#encoding')] : null,
  });
}

/** Files first, then folders. */
function crateParts(folder: string, files: readonly DescribedFile[]): CrateReference[] {
  const own = byFolder(files.map(({ path }) => path)).get(folder) ?? [];
  const below = byFolder(foldersOf(files)).get(folder) ?? [];
  return [...own, ...below.map((path) => `${path}/`)].map(to);
}

function folders(files: readonly DescribedFile[]): object[] {
  const all = foldersOf(files);
  const own = byFolder(files.map(({ path }) => path));
  const below = byFolder(all);
  return all.map((folder) => {
    const parts = [
      ...(own.get(folder) ?? []),
      ...(below.get(folder) ?? []).map((path) => `${path}/`),
    ];
    return present({
      '@id': `${folder}/`,
      '@type': 'Dataset',
      name: folder,
      description: FOLDERS[folder.split('/')[0] ?? ''],
      hasPart: parts.map(to),
    });
  });
}

function fileEntities(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  files: readonly DescribedFile[],
): object[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const tei = new Map(
    files.flatMap(({ kind, document, path }) => (kind === 'document' ? [[document, path]] : [])),
  );
  const byName = new Map(allAgents(facts).map((one) => [one.name, one]));
  const described = (one: Agent): CrateReference => to(agentId(byName.get(one.name) ?? one));
  return files.map((file) => {
    const { kind, path } = file;
    const about = byId.get(file.document ?? '');
    const document = kind === 'document' ? about : undefined;
    const madeFrom = kind === 'text' || kind === 'data' ? tei.get(file.document) : undefined;
    const { first, last } = document ?? {};
    return present({
      '@id': path,
      '@type': 'File',
      name: about?.title ?? file.title ?? path,
      description: FILE_KINDS[kind],
      encodingFormat: file.mediaType,
      contentSize: String(file.size),
      license: kind === 'source' ? null : to(document?.licence ?? facts.licence ?? LICENCE),
      identifier: document && listOrSingle(ownIdentifiers(document)),
      inLanguage: document?.language,
      dateCreated: first === last ? first : null,
      temporalCoverage: document && interval(document),
      datePublished: document?.published,
      author: document?.authors.map(described),
      translator: document?.translators.map(described),
      isAccessibleForFree: document && true,
      isBasedOn: [
        ...(document?.printed.map((one) => to(sourceId(one))) ?? []),
        ...(madeFrom ? [to(madeFrom)] : []),
      ],
    });
  });
}

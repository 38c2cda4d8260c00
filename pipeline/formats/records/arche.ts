/**
 * RDF (Turtle) in the schema of ARCHE, the archive of the Austrian Academy of Sciences
 * (github.com/acdh-oeaw/arche-schema): the edition as a TopCollection, a Collection for each folder
 * of the package, a Resource for each file.
 *
 * Every object has title, depositor, licensor, metadata creator, owner and rights holder; a
 * resource also category, licence and the collection that it is part of; a top collection also
 * contact, curator, description and subject. Properties that ARCHE fills in itself (hosting, PID,
 * sizes, summaries) are omitted. The identifiers are those that its ingestion forms from the paths
 * of the files.
 */
import { isDay } from '../facts/dates.ts';
import { threeLetterLanguage } from '../facts/languages.ts';
import { doiAddress } from '../facts/schemes.ts';
import { joined, unique } from '../writing/values.ts';
import { type Agent, distinctAgents } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import {
  type DescribedFile,
  type FileKind,
  folderOf,
  foldersOf,
  type PackageFacts,
} from './facts/package.ts';
import { type DocumentSummary, ownIdentifiers } from './facts/summary.ts';

const VOCABULARIES = 'https://vocabs.acdh.oeaw.ac.at/';

/** ARCHE's categories for the kinds of files. */
const CATEGORIES: Readonly<Record<FileKind, string>> = {
  document: 'text/tei',
  authority: 'text/tei',
  edition: 'text/tei',
  source: 'text',
  text: 'text',
  about: 'text',
  data: 'dataset',
  schema: 'dataset/xml',
};

export function arche(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  files: readonly DescribedFile[],
  { collection }: PackageFacts,
): string {
  const base = `https://id.acdh.oeaw.ac.at/${collection}`;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const id = (agent: Agent): string =>
    reference(agent.ids[0]?.uri ?? `${base}/agents/${encodeURIComponent(agent.name)}`);
  const parent = (path: string): string => {
    const folder = folderOf(path);
    return reference(folder === '' ? base : `${base}/${folder}`);
  };
  const common = responsibilities(facts, id);
  const agents = allAgents(facts);
  const byName = new Map(agents.map((agent) => [agent.name, agent]));
  const folder = (path: string): string =>
    subject(reference(`${base}/${path}`), 'Collection', [
      triple('hasTitle', turtleLiteral(`${facts.title}: ${path}`, facts.language)),
      triple('isPartOf', parent(path)),
      ...licence(facts),
      ...common,
    ]);
  const file = (one: DescribedFile): string => {
    const about = byId.get(one.document ?? '');
    const document = one.kind === 'document' ? about : undefined;
    const language = document?.language ?? facts.language ?? '';
    return subject(reference(`${base}/${one.path}`), 'Resource', [
      triple('hasTitle', turtleLiteral(about?.title ?? one.title ?? one.path, language)),
      triple('isPartOf', parent(one.path)),
      triple('hasFilename', turtleLiteral(one.path.replace(/^.*\//, ''))),
      triple('hasFormat', turtleLiteral(one.mediaType)),
      triple('hasCategory', reference(`${VOCABULARIES}archecategory/${CATEGORIES[one.kind]}`)),
      triple('hasAccessRestriction', reference(`${VOCABULARIES}archeaccessrestrictions/public`)),
      ...languageTriples([threeLetterLanguage(language)]),
      ...licence(facts),
      ...(document?.authors ?? []).map((agent) =>
        triple('hasAuthor', id(byName.get(agent.name) ?? agent)),
      ),
      ...[...(document?.translators ?? []), ...(document?.helpers ?? [])].map((agent) =>
        triple('hasContributor', id(byName.get(agent.name) ?? agent)),
      ),
      ...(document
        ? ownIdentifiers(document).map((uri) => triple('hasIdentifier', reference(uri)))
        : []),
      ...day('hasCoverageStartDate', document?.first),
      ...day('hasCoverageEndDate', document?.last),
      ...common,
    ]);
  };
  const prefixes =
    `@prefix acdh: <${VOCABULARIES}schema#> .\n@prefix xsd: ` +
    '<http://www.w3.org/2001/XMLSchema#> .';
  const objects = [
    prefixes,
    edition(facts, reference(base), id, common),
    ...foldersOf(files).map(folder),
    ...files.map(file),
    ...agents.map((agent) => agentObject(agent, id(agent))),
  ];
  return `${objects.join('\n\n')}\n`;
}

/** Everybody who is named, each described once. */
export function allAgents(facts: DepositFacts): Agent[] {
  const { creators, editors, contributors, publisherAgent, writers } = facts;
  const publisher = publisherAgent ? [publisherAgent] : [];
  return distinctAgents([...creators, ...editors, ...contributors, ...publisher, ...writers]);
}

/**
 * The responsible agents. The publisher licenses and holds the rights; the editor, if one is named,
 * does the rest.
 */
function responsibilities(
  { publisherAgent, editors }: DepositFacts,
  id: (agent: Agent) => string,
): string[] {
  if (!publisherAgent) return [];
  const publisher = id(publisherAgent);
  const responsible = id(editors[0] ?? publisherAgent);
  return [
    triple('hasDepositor', responsible),
    triple('hasMetadataCreator', responsible),
    triple('hasLicensor', publisher),
    triple('hasOwner', publisher),
    triple('hasRightsHolder', publisher),
  ];
}

function edition(
  facts: DepositFacts,
  address: string,
  id: (agent: Agent) => string,
  common: readonly string[],
): string {
  const { language, doi, uri, subtitle, web, version, practice, editors, publisherAgent } = facts;
  const responsible = editors[0] ?? publisherAgent;
  const described = joined([facts.description, facts.sampling], ' ') ?? '';
  const many = (property: string, agents: readonly Agent[]): string[] =>
    agents.map((agent) => triple(property, id(agent)));
  return subject(address, 'TopCollection', [
    triple('hasTitle', turtleLiteral(facts.title ?? '', language)),
    ...(subtitle ? [triple('hasAlternativeTitle', turtleLiteral(subtitle, language))] : []),
    triple('hasDescription', turtleLiteral(described, language)),
    ...[...facts.keywords, ...facts.subjects.map(({ name }) => name)].map((word) =>
      triple('hasSubject', turtleLiteral(word, language)),
    ),
    ...facts.disciplines.map((one) => triple('hasRelatedDiscipline', reference(one))),
    ...languageTriples(facts.languages),
    ...(responsible ? many('hasContact', [responsible]) : []),
    ...(responsible ? many('hasCurator', [responsible]) : []),
    ...many('hasCreator', facts.creators),
    ...many('hasEditor', editors),
    ...many(
      'hasContributor',
      facts.contributors.filter(({ part }) => part !== 'writer'),
    ),
    ...licence(facts),
    ...[uri, doi && doiAddress(doi)].flatMap((one) =>
      one ? [triple('hasIdentifier', reference(one))] : [],
    ),
    ...(web ? [triple('hasUrl', `${turtleLiteral(web)}^^xsd:anyURI`)] : []),
    ...(version ? [triple('hasVersion', turtleLiteral(version))] : []),
    ...day('hasCoverageStartDate', facts.first),
    ...day('hasCoverageEndDate', facts.last),
    ...(practice ? [triple('hasEditorialPractice', turtleLiteral(practice, language))] : []),
    ...common,
  ]);
}

function agentObject({ kind, name, given, family, email, ids }: Agent, address: string): string {
  return subject(address, kind === 'person' ? 'Person' : 'Organisation', [
    triple('hasTitle', turtleLiteral(name, 'und')),
    ...(given ? [triple('hasFirstName', turtleLiteral(given, 'und'))] : []),
    ...(family ? [triple('hasLastName', turtleLiteral(family, 'und'))] : []),
    ...(email ? [triple('hasEmail', turtleLiteral(email))] : []),
    ...ids.map(({ uri }) => triple('hasIdentifier', reference(uri))),
  ]);
}

function languageTriples(codes: readonly (string | undefined)[]): string[] {
  return codes.flatMap((code) =>
    code ? [triple('hasLanguage', reference(`${VOCABULARIES}iso6393/${code}`))] : [],
  );
}

function licence({ licenceNames: { arche: name } }: DepositFacts): string[] {
  return name ? [triple('hasLicense', reference(`${VOCABULARIES}archelicenses/${name}`))] : [];
}

/** ARCHE requires a whole day. */
function day(property: string, value: string | null | undefined): string[] {
  return value && isDay(value) ? [triple(property, `${turtleLiteral(value)}^^xsd:date`)] : [];
}

function subject(address: string, type: string, triples: readonly string[]): string {
  return `${address}${[` a acdh:${type}`, ...unique(triples)].join(' ;\n  ')} .`;
}

function triple(property: string, object: string): string {
  return `acdh:${property} ${object}`;
}

/** Percent-encodes the characters that an IRIREF of Turtle cannot contain. */
function reference(address: string): string {
  return `<${address.replace(/[\x20<>"{}|^`\\]|\p{Cc}/gu, encodeURIComponent)}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function turtleLiteral(text: string, language?: string | null): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] as string);
  return `"${escaped}"${language ? `@${language}` : ''}`;
}

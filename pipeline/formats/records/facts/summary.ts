/**
 * The records' facts about one document, in short, since the records of an edition are made from
 * those of all its documents.
 */
import type { CarriedEntry } from '../../../model/entry-facts.ts';
import type { Application, DocumentFacts, PrintFacts } from '../../../model/facts.ts';
import { printText } from '../../citations/reference.ts';
import { isDate } from '../../facts/dates.ts';
import { doiOf, type StatedIdentifier, schemed } from '../../facts/identifiers.ts';
import { licenceNames } from '../../facts/licences.ts';
import { doiAddress } from '../../facts/schemes.ts';
import type { Say } from '../../writing/words.ts';
import { type Agent, agentOf } from './agents.ts';

/** A printed source: how it is cited, and where it is on the web. */
export interface PrintedSource {
  readonly citation: string | null;
  readonly address: string | null;
  readonly doi: string | null;
  readonly isbn: string | null;
  /** The volume as a whole, which its documents have in common. */
  readonly volume?: PrintedSource;
}

/** A person, organization or place in a document, as a subject. */
export interface SubjectFacts {
  readonly id: string;
  readonly name: string;
  readonly inverted: string;
  readonly scheme: string | null;
  readonly uri: string | null;
  readonly geonames: string | null;
  /** Decimal degrees; null without coordinates. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface DocumentSummary {
  readonly id: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly authors: readonly Agent[];
  readonly translators: readonly Agent[];
  readonly editors: readonly Agent[];
  /** Leaders of the project (`principal`). */
  readonly leaders: readonly Agent[];
  /** Others who helped (`respStmt`). */
  readonly helpers: readonly Agent[];
  readonly publisher: string | null;
  readonly publisherAgent: Agent | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly published: string | null;
  readonly uri: string | null;
  readonly doi: string | null;
  readonly licence: string | null;
  readonly licenceText: string | null;
  readonly abstract: string | null;
  readonly version: string | null;
  readonly form: string | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly printed: readonly PrintedSource[];
  readonly archives: readonly string[];
  readonly repositories: readonly string[];
  readonly application: Application | null;
  readonly named: readonly SubjectFacts[];
  /** Those of the document and of the persons in its header, as they are written. */
  readonly identifiers: readonly StatedIdentifier[];
  readonly emails: readonly string[];
}

export function documentSummary(
  facts: DocumentFacts,
  carried: readonly CarriedEntry[],
  say: Say,
): DocumentSummary {
  const { date, print } = facts;
  return {
    id: facts.id,
    title: facts.statedTitle,
    language: facts.languages[0] ?? null,
    authors: facts.authors.filter(({ further }) => !further).map((one) => agentOf(one, 'writer')),
    translators: facts.translators.map((one) => agentOf(one, 'translator')),
    editors: facts.editors
      .filter(({ further, series }) => !further && !series)
      .map((one) => agentOf(one, 'editor')),
    leaders: facts.responsible
      .filter((one) => one.statement === 'principal' && !one.further && !one.series)
      .map((one) => agentOf(one, 'leader')),
    helpers: facts.contributors.map((one) => agentOf(one, 'contributor')),
    publisher: facts.publisher,
    publisherAgent: facts.publisherParty && agentOf(facts.publisherParty, 'publisher'),
    published: facts.published,
    uri: facts.uri,
    doi: facts.doi,
    licence: facts.licence?.target ?? licenceNames(facts.licence).address ?? null,
    licenceText: facts.licence?.text ?? null,
    abstract: facts.abstract,
    version: facts.version,
    form: facts.genre,
    first: date?.start ?? null,
    last: date?.end ?? null,
    printed: print ? [printedSource(print, say)] : [],
    archives: facts.archives.flatMap(({ text }) => text ?? []),
    repositories: facts.archives.flatMap(({ name }) => name ?? []),
    application: facts.application,
    named: carried.flatMap(subject),
    identifiers: [
      ...facts.identifiers,
      ...facts.responsible.flatMap(({ identifiers }) => identifiers),
    ],
    emails: facts.responsible.flatMap(({ email }) => email ?? []),
  };
}

export function printedSource(print: PrintFacts, say: Say): PrintedSource {
  const isbns = print.identifiers
    .filter(({ type }) => type.toLowerCase().startsWith('isbn'))
    .map(({ value }) => value.replace(/[- ]/g, ''));
  const isbn =
    isbns.find((value) => /^97[89]\d{10}$/.test(value)) ??
    isbns.find((value) => /^\d{9}[\dX]$/.test(value)) ??
    null;
  const identified = { doi: doiOf(print.identifiers), isbn };
  const volume = printText({ ...print, document: null, pages: null }, say);
  return {
    ...identified,
    citation: printText(print, say),
    address: print.address,
    volume: { ...identified, citation: volume, address: null },
  };
}

/** The key that distinguishes a source from others. */
export function sourceKey({ address, citation, doi, isbn }: PrintedSource): string {
  return address ?? citation ?? doi ?? isbn ?? '';
}

function subject({ id, name, inverted, coordinates, identifiers }: CarriedEntry): SubjectFacts[] {
  const ids = schemed(identifiers);
  const [latitude, longitude] = (coordinates ?? '').split(/\s+/).filter(Boolean).map(Number);
  if (ids.length === 0 && latitude === undefined) return [];
  return [
    {
      id,
      name,
      inverted,
      scheme: ids[0]?.scheme ?? null,
      uri: ids[0]?.uri ?? null,
      geonames: ids.find(({ scheme }) => scheme === 'GeoNames')?.value ?? null,
      latitude: latitude ?? null,
      longitude: longitude ?? null,
    },
  ];
}

/** The identifiers that an item gives itself, as addresses or urns; its DOI first. */
export function ownIdentifiers({ doi, uri }: Pick<DocumentSummary, 'doi' | 'uri'>): string[] {
  return [doi && doiAddress(doi), uri].filter((identifier) => identifier !== null);
}

/** First and last day, month or year: `1964-05-01/1964-05-30`; one where both are the same. */
export function interval({ first, last }: Pick<DocumentSummary, 'first' | 'last'>): string | null {
  const limits = [first ?? last, last ?? first].filter((limit) => limit !== null);
  return [...new Set(limits)].join('/') || null;
}

/** Whether both limits are dates that every vocabulary reads: years of four digits after Christ. */
export function isPlainInterval({ first, last }: Pick<DocumentSummary, 'first' | 'last'>): boolean {
  return [first, last].every((limit) => limit === null || isDate(limit));
}

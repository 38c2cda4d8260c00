/**
 * The records' facts about the edition as a whole: from its header, and summed up from the
 * documents.
 */
import { byCodeUnit } from '../../../core/text.ts';
import type { EditionFacts, Funder, Responsible } from '../../../model/facts.ts';
import { schemed } from '../../facts/identifiers.ts';
import { threeLetterLanguage } from '../../facts/languages.ts';
import { licenceNames } from '../../facts/licences.ts';
import { contributorsOf, editorsOf } from '../../facts/roles.ts';
import { unique } from '../../writing/values.ts';
import type { Say } from '../../writing/words.ts';
import { type Agent, agentOf, creditedOf, distinctAgents, ofDocument } from './agents.ts';
import { fromDocuments } from './folder-facts.ts';
import type { DepositFacts, DepositFunder } from './model.ts';
import {
  type DocumentSummary,
  type PrintedSource,
  printedSource,
  type SubjectFacts,
  sourceKey,
} from './summary.ts';

/** How many names of persons, organizations and places a record uses as subjects. */
const MOST_SUBJECTS = 25;
/** How many authors of documents a record names as contributors. */
const MOST_WRITERS = 10;
/** How many shelfmarks a record names individually. */
const MOST_ARCHIVES = 10;
/**
 * How many sources on the web a record names individually; an edition with more has to name its
 * printed source in edition.xml.
 */
const MOST_SOURCES = 100;

export function depositFacts(
  edition: EditionFacts,
  documents: readonly DocumentSummary[],
  say: Say,
): DepositFacts {
  const own = headerFacts(edition, documents, say);
  // For a folder without a header of its own, the documents' statements count.
  return edition.folder ? { ...own, ...fromDocuments(own, documents) } : own;
}

function headerFacts(
  edition: EditionFacts,
  documents: readonly DocumentSummary[],
  say: Say,
): DepositFacts {
  const { licence, uri, publisherParty, languages } = edition;
  const own = edition.responsible.filter(({ further, series }) => !further && !series);
  const agents = (part: Agent['part'], test: (party: Responsible) => boolean): Agent[] =>
    own.filter(test).map((party) => agentOf(party, part));
  const translators = edition.translators.map((party) => agentOf(party, 'translator'));
  const isTranslator = (party: Responsible): boolean => edition.translators.includes(party);
  const ownEditors = editorsOf(own);
  const editors = own
    .filter(
      (party) =>
        ownEditors.includes(party) || (party.statement === 'principal' && !isTranslator(party)),
    )
    .map((party) => agentOf(party, party.statement === 'editor' ? 'editor' : 'leader'));
  const authors = agents('author', ({ statement }) => statement === 'author');
  const helpers = contributorsOf(own).map((party) => agentOf(party, 'contributor'));
  const publisher = publisherParty ? [agentOf(publisherParty, 'publisher')] : [];
  const writers = distinctAgents(documents.flatMap((document) => document.authors));
  const { credited, creators } = creditedOf(editors, authors, publisher[0] ?? null);
  // The authors and translators of the documents, if they are few.
  const namedWriters =
    writers.length <= MOST_WRITERS
      ? writers.filter(({ kind, family }) => kind === 'org' || family !== null)
      : [];
  const ofDocuments = ofDocument(documents.flatMap((document) => document.translators));
  const namedTranslators = ofDocuments.length <= MOST_WRITERS ? ofDocuments : [];
  const contributors = distinctAgents([
    ...translators,
    ...helpers,
    ...authors,
    ...namedTranslators,
    ...namedWriters,
  ]).filter(({ name }) => !creators.some((creator) => creator.name === name));
  const names = licenceNames(licence);
  return {
    title: edition.statedTitle,
    subtitle: edition.subtitle,
    language: languages[0] ?? null,
    languages: unique(languages.flatMap((tag) => threeLetterLanguage(tag) ?? [])),
    publisher: edition.publisher,
    publisherAgent: publisher[0] ?? null,
    published: edition.published,
    version: edition.version,
    uri,
    web: uri !== null && /^https?:\/\//.test(uri) ? uri : null,
    doi: edition.doi,
    identifiers: schemed(edition.identifiers),
    licence: licence?.target ?? names.address ?? null,
    licenceWords: licence?.text ?? null,
    licenceNames: names,
    rights: edition.rights,
    description: edition.description,
    sampling: edition.sampling,
    practice: edition.practice,
    creators,
    credited,
    editors,
    authors,
    translators: distinctAgents([...translators, ...namedTranslators]),
    writers,
    contributors,
    funders: edition.funders.flatMap(funder),
    email: edition.email,
    keywords: unique([...edition.keywords, ...documents.flatMap(({ form }) => form ?? [])]),
    disciplines: edition.disciplines,
    subjects: subjectsOf(documents),
    places: placesOf(documents),
    printed: printedOf(edition.print ? [printedSource(edition.print, say)] : [], documents),
    archives: archivesOf(documents),
    first: extreme(
      documents.map(({ first }) => first),
      -1,
    ),
    last: extreme(
      documents.map(({ last }) => last),
      1,
    ),
    application: documents.find(({ application }) => application !== null)?.application ?? null,
    count: documents.length,
  };
}

function funder({ name, identifiers, grant }: Funder): DepositFunder[] {
  return name === null ? [] : [{ name, ids: schemed(identifiers), grant }];
}

/** The entries that most documents name, and that have an address. */
function subjectsOf(documents: readonly DocumentSummary[]): SubjectFacts[] {
  const counted = new Map<string, { count: number; entry: SubjectFacts }>();
  for (const entry of documents.flatMap(({ named }) => named)) {
    if (entry.uri === null) continue;
    const found = counted.get(entry.id);
    if (found) found.count += 1;
    else counted.set(entry.id, { count: 1, entry });
  }
  return [...counted.values()]
    .sort((a, b) => b.count - a.count || byCodeUnit(a.entry.inverted, b.entry.inverted))
    .slice(0, MOST_SUBJECTS)
    .map(({ entry }) => entry);
}

/** The places that have coordinates, each once. */
function placesOf(documents: readonly DocumentSummary[]): SubjectFacts[] {
  const places = documents
    .flatMap(({ named }) => named)
    .filter(({ latitude }) => latitude !== null);
  return unique(places, ({ id }) => id).sort(
    (a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id),
  );
}

/** The archives of the originals: with shelfmarks if they are few, else the archives alone. */
function archivesOf(documents: readonly DocumentSummary[]): string[] {
  const exact = unique(documents.flatMap(({ archives }) => archives));
  return exact.length <= MOST_ARCHIVES
    ? exact
    : unique(documents.flatMap(({ repositories }) => repositories));
}

/**
 * The printed sources: if they are few, those of the documents, which are more exact; else the
 * edition's own, or the volumes that the documents have in common.
 */
function printedOf(
  own: readonly PrintedSource[],
  documents: readonly DocumentSummary[],
): readonly PrintedSource[] {
  const all = documents.flatMap(({ printed }) => printed);
  const exact = unique(all, sourceKey);
  if (exact.length > 0 && exact.length <= MOST_SOURCES) return exact;
  if (own.length > 0) return own;
  const volumes = all.flatMap(({ volume }) => volume ?? []);
  return unique(volumes, sourceKey).slice(0, MOST_SOURCES);
}

/** The first (-1) or last (1) day; years before Christ come before the others. */
function extreme(days: readonly (string | null)[], side: 1 | -1): string | null {
  let found: string | null = null;
  for (const day of days) {
    if (day !== null && (found === null || compareDays(day, found) * side > 0)) found = day;
  }
  return found;
}

function compareDays(one: string, other: string): number {
  const [year, otherYear] = [one, other].map((day) => Number.parseInt(day, 10)) as [number, number];
  return year - otherYear || byCodeUnit(one, other);
}

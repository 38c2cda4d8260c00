/**
 * A reference as reference managers understand it. A document is a part of the digital edition:
 * editors, publisher, year and version are the edition's, so that no one cites as printed what was
 * read here; the time and place of writing, the archive and the printed volume are additional.
 */
import type {
  DocumentFacts,
  EditionFacts,
  Party,
  PrintFacts,
  TitleRun,
} from '../../model/facts.ts';
import { yearOf } from '../facts/dates.ts';
import { joined } from '../writing/values.ts';
import type { Say } from '../writing/words.ts';
import { citationKey } from './citation-key.ts';
import { type CitedPrint, journalText } from './journal.ts';
import type { CitableReference } from './model.ts';
import { joinNames } from './names.ts';

/** `edition`: null for a document in a folder of TEI without an edition. */
export function documentReference(
  facts: DocumentFacts,
  edition: EditionFacts | null,
  say: Say,
): CitableReference {
  const whole = edition ?? facts;
  const authors = authorsOf(facts);
  const print = facts.print && isEdition(facts.print, facts, edition) ? null : facts.print;
  return {
    whole: false,
    id: facts.id,
    key: citationKey(authors, facts.date?.start ?? null, facts.id),
    title: titleAndSubtitle(facts),
    titleRuns: runsOf(facts),
    number: print ? null : facts.n,
    // The title of a printed source often repeats that of the text itself.
    containerTitle:
      editionTitle(edition) ?? (facts.container === print?.title ? null : facts.container),
    genre: facts.genre,
    language: facts.languages[0] ?? null,
    abstract: facts.abstract,
    authors,
    editors: whole.editors.length > 0 ? whole.editors : facts.editors,
    translators: facts.translators,
    recipients: facts.recipients,
    publisher: edition?.publisher ?? facts.publisher,
    place: edition?.place ?? null,
    issued: edition?.issued ?? facts.issued,
    version: edition?.version ?? facts.version,
    url: facts.address ?? identifierAddress(facts.uri),
    doi: facts.doi,
    written: facts.date,
    writtenIn: facts.place?.text ?? null,
    print,
    archive: facts.archives[0] ?? null,
    licence: facts.licence ?? whole.licence,
    rights: facts.rights,
    notes: notesOf(facts, print, say),
  };
}

export function editionReference(facts: EditionFacts): CitableReference {
  const authors = facts.responsible.filter(({ statement }) => statement === 'author');
  return {
    whole: true,
    id: facts.id,
    key: citationKey(authors.length > 0 ? authors : facts.editors, facts.issued, facts.id),
    title: titleAndSubtitle(facts),
    titleRuns: runsOf(facts),
    number: null,
    containerTitle: null,
    genre: null,
    language: facts.languages[0] ?? null,
    abstract: facts.abstract,
    authors,
    editors: facts.editors,
    translators: facts.translators,
    recipients: [],
    publisher: facts.publisher,
    place: facts.place,
    issued: facts.issued,
    version: facts.version,
    url: facts.address ?? identifierAddress(facts.uri),
    doi: facts.doi,
    written: null,
    writtenIn: null,
    print: null,
    archive: null,
    licence: facts.licence,
    rights: facts.rights,
    notes: [],
  };
}

/** A letter without an author in the header is cited by its sender, unless that is a guess. */
function authorsOf({ authors, senders }: DocumentFacts): readonly Party[] {
  return authors.length > 0 ? authors : senders.filter(({ certainty }) => certainty !== 'low');
}

/**
 * The web address of an identifier; for a URN of the national libraries, through their resolver.
 */
function identifierAddress(uri: string | null): string | null {
  if (uri === null) return null;
  if (/^https?:\/\//i.test(uri)) return uri;
  return /^urn:nbn:/i.test(uri) ? `https://nbn-resolving.org/${uri}` : null;
}

type Titled = Pick<DocumentFacts, 'title' | 'subtitle' | 'titleRuns'>;

/** Separates title and subtitle. */
function separator({ title }: Pick<Titled, 'title'>): string {
  return /[:.?!]$/.test(title) ? ' ' : ': ';
}

/** "Title: Subtitle". */
export function titleAndSubtitle(facts: Pick<Titled, 'title' | 'subtitle'>): string {
  return joined([facts.title, facts.subtitle], separator(facts)) ?? '';
}

function runsOf(facts: Titled): readonly TitleRun[] | null {
  const { titleRuns, subtitle } = facts;
  if (!titleRuns || !subtitle) return titleRuns;
  return [...titleRuns, { text: separator(facts) + subtitle, level: null }];
}

/** Of the edition that a document belongs to. */
function editionTitle(edition: EditionFacts | null): string | null {
  // A folder of TEI is shown under its name, which is not a title.
  return edition?.statedTitle ? titleAndSubtitle(edition) : null;
}

/**
 * Whether the edition has the title, the publisher and the year of the printed volume: then the
 * volume itself was made an edition. It is cited once.
 */
function isEdition(print: PrintFacts, facts: DocumentFacts, edition: EditionFacts | null): boolean {
  const same = (one: string | null, other: string | null): boolean => (one ?? '') === (other ?? '');
  const title = editionTitle(edition);
  return (
    title !== null &&
    title === (print.whole ?? print.title) &&
    same(edition?.publisher ?? facts.publisher, print.publisher) &&
    same((edition?.issued ?? facts.issued)?.slice(0, 4) ?? null, print.issued?.slice(0, 4) ?? null)
  );
}

/** The time and place of writing, and the printed source. */
function notesOf(facts: DocumentFacts, print: PrintFacts | null, say: Say): string[] {
  const recipients = joinNames(
    facts.recipients.map(({ name }) => name),
    say('citation.and'),
  );
  const origin = joined([facts.place?.text, facts.date?.words ?? facts.date?.text], ', ');
  const printed = print && printText(print, say);
  const notes: string[] = [];
  if (recipients) notes.push(say('citation.note.to', { names: recipients }));
  if (origin) notes.push(say('citation.note.written', { text: origin }));
  if (printed) notes.push(say('citation.note.printed', { text: printed }));
  if (!print && facts.n !== null) {
    notes.push(`${say('citation.document-of-print', { n: facts.n })}.`);
  }
  return notes;
}

/**
 * "Foreign Relations of the United States, 1964–1968, Volume XXXI, South and Central America;
 * Mexico (Washington: Government Printing Office), Document 149, pages 337–339". Unknown parts are
 * omitted.
 */
export function printText(print: CitedPrint, say: Say): string | null {
  if (print.journal) return journalText(print, say);
  const scope = [print.series, print.subseries, print.volume, print.title];
  const imprint = imprintOf(print);
  const title = joined([...scope, editorsInWords(print.editors, say)], ', ');
  const document = print.document ? say('citation.document-of-print', { n: print.document }) : null;
  const first = joined([title, imprint && `(${imprint})`], ' ');
  return joined([first, document, print.pages?.text], ', ');
}

/** "Washington: Government Printing Office, 2004". */
export function imprintOf({
  place,
  publisher,
  issued,
}: Pick<CitableReference, 'place' | 'publisher' | 'issued'>): string | null {
  return joined([joined([place, publisher], ': '), issued && yearOf(issued)], ', ');
}

/** "ed. A", "eds. A and B". */
function editorsInWords(editors: readonly Party[], say: Say): string | null {
  const names = joinNames(
    editors.map(({ name }) => name),
    say('citation.and'),
  );
  if (names === null) return null;
  return say(editors.length === 1 ? 'citation.editors' : 'citation.editors.several', { names });
}

/** "trans. A and B". */
export function translatorsInWords(translators: readonly Party[], say: Say): string | null {
  const names = joinNames(
    translators.map(({ name }) => name),
    say('citation.and'),
  );
  return names && say('citation.translators', { names });
}

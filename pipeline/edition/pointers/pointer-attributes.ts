/**
 * The attributes that point, and the kinds of entries that each may lead to.
 *
 * The one table of pointers for the check. Source: TEI P5 4.8.0, every attribute of type
 * teidata.pointer (tests/check/pointers.test.ts compares the table with the schema), and @key of
 * att.canonical, by which a project's own word names an entry.
 */
import { wordList } from '../../core/text.ts';

/**
 * How a value is read. `pointer`: every word is a pointer, so a word without "#", "/" or ":" is a
 * mistake. `hash`: only words that begin with "#" or name a file are pointers; other values (a
 * date, a number, a word) have a meaning of their own.
 */
type ReadAs = 'pointer' | 'hash';

const POINTERS = [
  'ref target targetEnd corresp sameAs copyOf next prev who toWhom hand new wit resp source decls',
  'change synch spanTo scheme ana active passive mutual rendition nymRef edRef scribeRef ' +
    'parts exclude select render',
];

/** Of these a value with a prefix (`facs="iiif:page4"`) is a pointer, and no time or code. */
const WITH_PREFIX = [
  'calendar datingMethod datingPoint period facs hands scriptRef inst follow children parent root',
  'replyTo unitRef fromUnit toUnit',
];

const HASH_ONLY = [
  ...WITH_PREFIX,
  'from to start end since',
  'perf via datcat valueDatcat targetDatcat lemmaRef feats fVal adj origin domains filter',
  'where given adjFrom adjTo location mergedIn class code property',
  'url uri value require',
];

const READINGS: ReadonlyMap<string, ReadAs> = new Map([
  ...POINTERS.flatMap((names) => names.split(' ')).map((name): [string, ReadAs] => [
    name,
    'pointer',
  ]),
  ...HASH_ONLY.flatMap((names) => names.split(' ')).map((name): [string, ReadAs] => [name, 'hash']),
]);

/**
 * Elements on which an attribute of that name has a word as its value: `shift/@new`,
 * `styleDefDecl/@scheme`.
 */
const WORDS_ON: ReadonlyMap<string, readonly string[]> = new Map([
  ['new', ['shift']],
  ['scheme', ['styleDefDecl', 'rendition', 'schemaSpec']],
  ['source', ['schemaSpec', 'moduleRef']],
]);

/** How the attribute is read on an element of that name; undefined if it does not point. */
export function pointerReading(attribute: string, on: string): ReadAs | undefined {
  return WORDS_ON.get(attribute)?.includes(on) ? 'hash' : READINGS.get(attribute);
}

const PREFIXED = new Set(WITH_PREFIX.flatMap((names) => names.split(' ')));

/** Whether a value with a prefix can only be a pointer, although the attribute may have words. */
export function mayHavePrefix(attribute: string): boolean {
  return PREFIXED.has(attribute);
}

/**
 * The attributes with pointers that the edition's own rules check in its documents
 * (tei/schema/edition.sch).
 */
export const CHECKED_BY_RULES: ReadonlySet<string> = new Set(
  'ref target targetEnd who resp corresp scheme wit ana source active passive mutual'.split(' '),
);

/** Elements with a `@corresp` that names an entry of the edition (xslt/lib/entries/entries.xsl). */
const NAMES = new Set(['persName', 'orgName', 'placeName', 'name', 'rs']);

/**
 * Elements with a `@key` that names an entry of the edition (f:keyed in
 * xslt/lib/entries/entries.xsl).
 */
const KEYED = new Set([
  ...NAMES,
  ...'eventName geogName country region settlement district bloc'.split(' '),
  ...'author editor principal funder sponsor'.split(' '),
]);

/**
 * Whether the site looks for the pointer's entry in all files of the edition, not only in the
 * document.
 */
export function refersToEntry(attribute: string, on: string): boolean {
  return (
    attribute === 'ref' ||
    (attribute === 'corresp' && NAMES.has(on)) ||
    (attribute === 'target' && on === 'gloss')
  );
}

/**
 * Whether a `@key` may name an entry. Codes of countries (ISO 3166: "DE") are another list's.
 */
export function mayNameEntry(key: string, on: string): boolean {
  return KEYED.has(on) && !(on === 'country' && /^[A-Z]{2,3}$/.test(key));
}

/**
 * What an edition can have entries or descriptions of; a pointer to one of the wrong kind is an
 * error.
 */
export const ENTRY_KINDS: ReadonlySet<string> = new Set(
  wordList(`
    person personGrp persona org place event object nym category taxonomy witness handNote
  `),
);

const PEOPLE = ['person', 'personGrp', 'persona', 'nym'];
const PLACES = ['place', 'nym'];

/** By the element with `@ref`, `@corresp` or `@key`, or by the attribute. */
const MAY_LEAD_TO: ReadonlyMap<string, readonly string[]> = new Map([
  ...['persName', 'forename', 'surname'].map((name): [string, readonly string[]] => [name, PEOPLE]),
  ['orgName', ['org', 'personGrp', 'nym']],
  ...[
    'placeName',
    'country',
    'region',
    'settlement',
    'district',
    'geogName',
    'bloc',
    'origPlace',
    'pubPlace',
  ].map((name): [string, readonly string[]] => [name, PLACES]),
  ['@wit', ['witness']],
  ['@hand', ['handNote']],
  ['@new', ['handNote']],
  ['@who', ['person', 'personGrp', 'persona', 'org']],
  ['@toWhom', ['person', 'personGrp', 'persona', 'org']],
]);

/** The kinds to which a pointer may lead; undefined if any kind is allowed. */
export function allowedKinds(attribute: string, on: string): readonly string[] | undefined {
  const name = attribute === 'ref' || attribute === 'key' || attribute === 'corresp';
  return MAY_LEAD_TO.get(name ? on : `@${attribute}`);
}

/** What an attribute refers to, in words, and the place where that is described. */
export const TARGET_WORDS: ReadonlyMap<string, string> = new Map([
  ['wit', 'witness; describe it in listWit, or correct @wit'],
  ['hand', 'hand; describe it in handDesc or handNotes, or correct @hand'],
  ['new', 'hand; describe it in handDesc or handNotes, or correct @new'],
]);

/**
 * The edition's facts about persons, places and organizations, as statements in the terms of
 * schema.org.
 *
 * Takes an entry from its authority file, and the address of its page. Returns the statements, each
 * a property and a value, which linked-data.ts writes as JSON-LD and as Turtle with the same
 * content. Nothing is added to the entry.
 */
import { isLanguageTag } from '../../../core/language-tag.ts';
import { foldedWords } from '../../../core/text.ts';
import { KINDS } from '../../../model/kinds.ts';
import type { LifeDate, WordsData } from '../../../transform/model.ts';
import { siteReference } from '../../addresses/web-address.ts';
import type { Site } from '../../site/site.ts';
import type { SiteEntry } from '../../site/site-model.ts';

export const SCHEMA = 'https://schema.org/';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';

/**
 * An address; or words, in a language if the edition states it, or of a data type of XML Schema.
 */
export type StatementValue =
  | { readonly address: string }
  | { readonly words: string; readonly language?: string; readonly type?: string };

export interface DataStatement {
  /** Local name in schema.org: `birthDate`. */
  readonly property: string;
  readonly value: StatementValue;
}

export interface Described {
  readonly address: string;
  /** Class in schema.org. */
  readonly type: string;
  readonly statements: readonly DataStatement[];
}

/**
 * The kinds of entries that are published as linked data: the folder of their pages, and their
 * class.
 */
export const CLASSES: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ folder, thing }) => (thing === null ? [] : [[folder, thing] as const])),
);

/**
 * The subject of an entry, by the address of its page: the same as in the documents' own JSON-LD
 * (pipeline/formats/web/schema-org.ts).
 */
export function entryAddress({ address }: SiteEntry): string {
  return address;
}

/** `file`: the site's file for the statements. */
export function describe(site: Site, entry: SiteEntry, type: string, file: string): Described {
  const of = (property: string, values: readonly (StatementValue | null)[]): DataStatement[] =>
    values.flatMap((value) => (value === null ? [] : [{ property, value }]));
  const statementValue = (id: string | null): StatementValue | null => {
    const other = id === null ? undefined : site.entry(id);
    return other ? { address: siteReference(site, entryAddress(other), file) } : null;
  };
  const main = entry.names.find(({ text }) => text === entry.name);
  const language = site.edition.language;
  const identified = entry.identifiers.filter(({ address }) => address !== null);
  const [latitude, longitude] = coordinates(entry.coordinates) ?? [];
  const documents = [
    ...entry.mentions.map(({ document }) => document),
    ...entry.sent,
    ...entry.received,
    ...entry.written,
  ];
  return {
    address: siteReference(site, entryAddress(entry), file),
    type,
    statements: [
      ...of('name', [words(entry.name)]),
      ...of('givenName', [optional(main?.given)]),
      ...of('familyName', [optional(main?.family)]),
      ...of(
        'alternateName',
        entry.names
          .filter(({ text }) => text !== entry.name)
          .map((name) => words(name.text, name.language)),
      ),
      ...of('birthDate', [day(entry.birth)]),
      ...of('deathDate', [day(entry.death)]),
      ...of(
        'description',
        [...entry.offices, ...entry.descriptions].map((said) => words(wordsText(said), language)),
      ),
      ...of(
        'affiliation',
        entry.affiliations.flatMap(({ runs }) => runs.map((run) => statementValue(run.entry))),
      ),
      ...of(
        'containedInPlace',
        entry.within.map((named) => statementValue(named.entry)),
      ),
      ...of('latitude', [decimal(latitude)]),
      ...of('longitude', [decimal(longitude)]),
      ...of('url', [{ address: siteReference(site, entry.address, file) }]),
      ...of(
        'sameAs',
        identified.map(({ address }) => ({ address: iri(address as string) })),
      ),
      ...of(
        'identifier',
        entry.identifiers.map(({ type, value }) => words(type === '' ? value : `${type}:${value}`)),
      ),
      ...of(
        'subjectOf',
        [...new Set(documents)].map((id) => ({
          address: siteReference(site, `/documents/${id}.html`, file),
        })),
      ),
    ],
  };
}

/**
 * "latitude longitude" in decimal degrees, as in TEI's `geo` (WGS 84), as written; null if it has
 * another form.
 */
export function coordinates(text: string | null): readonly [string, string] | null {
  const numbers = (text ?? '').trim().split(/[\s,]+/);
  const [latitude = '', longitude = ''] = numbers;
  const valid =
    numbers.length === 2 &&
    numbers.every((number) => /^-?\d{1,3}(\.\d+)?$/.test(number)) &&
    Math.abs(Number(latitude)) <= 90 &&
    Math.abs(Number(longitude)) <= 180;
  return valid ? [latitude, longitude] : null;
}

/** An identifier's address without the characters that no IRI has (RFC 3987). */
export function iri(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression searches for them.
  return address.replace(/[\u0000-\u0020<>"{}|\\^`\u007f]/g, encodeURIComponent);
}

export function wordsText({ runs }: WordsData): string {
  return foldedWords(runs.map(({ text }) => text).join(''));
}

/** An invalid language tag (BCP 47) is omitted: it would make the whole file invalid. */
export function languageTag(tag: string | null | undefined): string | undefined {
  return tag && isLanguageTag(tag) ? tag : undefined;
}

function words(text: string, language?: string | null): StatementValue | null {
  const tag = languageTag(language);
  return text === '' ? null : { words: text, ...(tag && { language: tag }) };
}

function optional(text: string | null | undefined): StatementValue | null {
  return text ? { words: text } : null;
}

/** A known day, month or year; limits are not dates, and are only on the entry's page. */
function day(date: LifeDate | null): StatementValue | null {
  const when = date?.when ?? '';
  const type = [
    [/^-?\d{4}-\d\d-\d\d$/, 'date'],
    [/^-?\d{4}-\d\d$/, 'gYearMonth'],
    [/^-?\d{4}$/, 'gYear'],
  ].find(([form]) => (form as RegExp).test(when))?.[1];
  return type === undefined ? null : { words: when, type: XSD + String(type) };
}

function decimal(number: string | undefined): StatementValue | null {
  return number === undefined ? null : { words: number, type: `${XSD}decimal` };
}

/**
 * The edition's own header: the parts that every document's header copies, and the facts about
 * single documents.
 *
 * Takes `edition.xml`. Returns its `teiHeader` as a tree, its register of documents, its prefixes,
 * its types of documents.
 */
import { dirname } from 'node:path';
import { regularText } from '../../../authorities/element-text.ts';
import type { Certainty, Dating } from '../../../authorities/model.ts';
import { InputError, shownPath } from '../../../core/finding.ts';
import { DATE_ATTRIBUTES, impossibleDates } from '../../../xml/dates/date-problems.ts';
import { type LinearPattern, linearPattern } from '../../../xml/linear-pattern.ts';
import { parsePlaced, readDocument } from '../../../xml/source/read-document.ts';
import {
  attribute,
  descendants,
  elementsIn,
  readTree,
  type TreeElement,
} from '../../../xml/tree.ts';
import { primaryTag } from '../../languages/table.ts';
import { type Conventions, readConventions } from './conventions.ts';

/** The facts about a document from outside its reading text: an entry of the edition's register. */
export interface Registered {
  readonly title: string;
  readonly dating?: Dating & { readonly words: string; readonly certainty?: Certainty };
  readonly place?: {
    readonly target?: string;
    readonly words: string;
    readonly certainty?: Certainty;
  };
  /** Prose on the evidence for date and place. */
  readonly evidence?: string;
  /** The form of the copy: "typescript". */
  readonly form?: string;
  /** Prose on the evidence for the form. */
  readonly formEvidence?: string;
}

export interface DocumentType {
  readonly id: string;
  readonly name: string;
}

interface PrefixPattern {
  readonly ident: string;
  /** Undefined if it cannot be matched in linear time. */
  readonly pattern: LinearPattern | undefined;
  readonly replacement: string;
}

export interface EditionHeader {
  readonly header: TreeElement;
  readonly register: ReadonlyMap<string, Registered>;
  /** Longest name first, so that "Memorandum of Conversation" is not taken for a memorandum. */
  readonly types: readonly DocumentType[];
  readonly prefixes: readonly PrefixPattern[];
  /**
   * The date of the edition: the date of everything that is made automatically (CONTRIBUTING, law
   * 6).
   */
  readonly date: string | undefined;
  readonly language: string;
  /** All languages in the header, the first one first; without regions. */
  readonly languages: readonly string[];
  /**
   * The meaning of brackets in its texts, if its `tagsDecl` says that it uses `supplied`, and who
   * wrote them (`@corresp`, a pointer). Without a declaration brackets are text.
   */
  readonly insertions?: { readonly resp?: string };
  /** How its reading texts mark pages, notes, insertions and gaps, if it states that. */
  readonly conventions: Conventions;
  /** Only names of the authority files are marked: `<tagUsage gi="persName" n="listed"/>`. */
  readonly onlyListedNames: boolean;
  /** The genre of all its texts, if `textClass` names it: `<term type="genre">diary</term>`. */
  readonly genre?: string;
}

export function readEditionHeader(path: string): EditionHeader {
  const shown = shownPath(path);
  const { text, bytes, isFragment, places } = readDocument(
    path,
    dirname(path),
    'edition/unreadable',
  );
  // A part of TEI has no header, whatever encloses it.
  const root = parsePlaced(shown, places, () =>
    readTree({ path: shown, content: isFragment ? bytes : text }),
  );
  const header = elementsIn(root, 'teiHeader')[0];
  if (!header) {
    throw new InputError({
      path: shownPath(path),
      line: root.line,
      severity: 'error',
      rule: 'edition/no-header',
      message: 'the file has no teiHeader; the documents take their header from it',
    });
  }
  return {
    header,
    register: registeredDocuments(root),
    types: typesOf(header),
    prefixes: prefixesOf(header),
    date: datingOf(firstBelow(firstBelow(header, 'publicationStmt'), 'date')).when,
    language: attribute(firstBelow(header, 'language'), 'ident') ?? 'en',
    languages: languagesOf(header),
    ...genreOf(header),
    ...insertionsOf(header),
    conventions: readConventions(header, shown),
    onlyListedNames: onlyListed(header),
  };
}

function languagesOf(header: TreeElement): string[] {
  const tags = [...descendants(header, 'language')].map((one) => attribute(one, 'ident') ?? '');
  return [...new Set(tags.filter((tag) => tag !== '').map(primaryTag))];
}

function insertionsOf(header: TreeElement): Pick<EditionHeader, 'insertions'> {
  const usage = [...descendants(header, 'tagUsage')].find(
    (one) => attribute(one, 'gi') === 'supplied',
  );
  if (!usage) return {};
  const resp = attribute(usage, 'corresp');
  return { insertions: resp === undefined ? {} : { resp } };
}

function onlyListed(header: TreeElement): boolean {
  return [...descendants(header, 'tagUsage')].some(
    (one) => attribute(one, 'gi') === 'persName' && attribute(one, 'n') === 'listed',
  );
}

function genreOf(header: TreeElement): { genre?: string } {
  const terms = [...descendants(header, 'term')].filter(
    (one) => attribute(one, 'type') === 'genre',
  );
  const name = terms[0] && regularText(terms[0]).trim();
  return name ? { genre: name } : {};
}

/** The first element of that name below `parent`, in document order. */
export function firstBelow(parent: TreeElement | undefined, name: string): TreeElement | undefined {
  if (parent === undefined) return undefined;
  for (const found of descendants(parent, name)) return found;
  return undefined;
}

function registeredDocuments(root: TreeElement): Map<string, Registered> {
  const register = new Map<string, Registered>();
  for (const list of descendants(root, 'listBibl')) {
    if (attribute(list, 'type') !== 'documents') continue;
    for (const entry of elementsIn(list, 'bibl')) {
      register.set(attribute(entry, 'n') ?? '', registered(entry));
    }
  }
  return register;
}

function registered(entry: TreeElement): Registered {
  const date = elementsIn(entry, 'date')[0];
  const place = elementsIn(entry, 'placeName')[0];
  const evidence = prose(entry, 'evidence');
  const formEvidence = prose(entry, 'form-evidence');
  const form = elementsIn(entry, 'term').find((one) => attribute(one, 'type') === 'form');
  const title = elementsIn(entry, 'title')[0];
  return {
    title: title ? regularText(title) : '',
    ...(date ? { dating: { ...datingOf(date), ...said(date) } } : {}),
    ...(place ? { place: { ...said(place), ...target(place) } } : {}),
    ...(evidence ? { evidence } : {}),
    ...(form ? { form: regularText(form) } : {}),
    ...(formEvidence ? { formEvidence } : {}),
  };
}

/** The entry's notes of one type, as prose. */
function prose(entry: TreeElement, type: string): string {
  return elementsIn(entry, 'note')
    .filter((one) => attribute(one, 'type') === type)
    .map(regularText)
    .join(' ');
}

function said(source: TreeElement): { words: string; certainty?: Certainty } {
  const cert = attribute(source, 'cert');
  const isCertainty = cert === 'high' || cert === 'medium' || cert === 'low';
  return { words: regularText(source), ...(isCertainty ? { certainty: cert } : {}) };
}

function target(source: TreeElement): { target?: string } {
  const ref = attribute(source, 'ref');
  return ref?.startsWith('#') ? { target: ref.slice(1) } : {};
}

function datingOf(source: TreeElement | undefined): Dating {
  if (!source) return {};
  const impossible = impossibleDates(source);
  const given = DATE_ATTRIBUTES.map((name) => [name, attribute(source, name)] as const);
  const possible = given.filter(([name, value]) => value !== undefined && !impossible.has(name));
  return Object.fromEntries(possible) as Dating;
}

function typesOf(header: TreeElement): DocumentType[] {
  const taxonomy = [...descendants(header, 'taxonomy')].find(
    (one) => attribute(one, 'xml:id') === 'document-types',
  );
  if (!taxonomy) return [];
  return elementsIn(taxonomy, 'category')
    .map((category) => ({ id: attribute(category, 'xml:id') ?? '', name: regularText(category) }))
    .sort((a, b) => b.name.length - a.name.length);
}

function prefixesOf(header: TreeElement): PrefixPattern[] {
  return [...descendants(header, 'prefixDef')].map((one) => ({
    ident: attribute(one, 'ident') ?? '',
    pattern: linearPattern(attribute(one, 'matchPattern') ?? ''),
    replacement: attribute(one, 'replacementPattern') ?? '',
  }));
}

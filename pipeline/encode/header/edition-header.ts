/**
 * The edition's own header: what every document's header takes over, and what is known of single
 * documents.
 *
 * Takes `edition.xml`. Returns its `teiHeader` as a tree, its register of documents, its prefixes,
 * its types of documents.
 */
import { dirname } from 'node:path';
import {
  childElements,
  descendants,
  type Element,
  parseElements,
  textOf,
} from '../../authorities/element.ts';
import type { Certainty, Dating } from '../../authorities/model.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import { type LinearPattern, linearPattern } from '../../xml/linear-pattern.ts';
import { parsePlaced, readDocument } from '../../xml/source/read-document.ts';
import { primaryTag } from '../languages/table.ts';

/**
 * What is known of a document from outside its reading text: an entry of the edition's register.
 */
export interface Registered {
  readonly title: string;
  readonly dating?: Dating & { readonly words: string; readonly certainty?: Certainty };
  readonly place?: {
    readonly target?: string;
    readonly words: string;
    readonly certainty?: Certainty;
  };
  /** Prose on how date and place are known. */
  readonly evidence?: string;
  /** The form of the copy: "typescript". */
  readonly form?: string;
  /** Prose on how the form is known. */
  readonly formEvidence?: string;
}

export interface DocumentType {
  readonly id: string;
  readonly name: string;
}

export interface PrefixPattern {
  readonly ident: string;
  /** Nothing where it cannot be matched in linear time. */
  readonly pattern: LinearPattern | undefined;
  readonly replacement: string;
}

export interface EditionHeader {
  readonly header: Element;
  readonly register: ReadonlyMap<string, Registered>;
  /** Longest name first, so that "Memorandum of Conversation" is not taken for a memorandum. */
  readonly types: readonly DocumentType[];
  readonly prefixes: readonly PrefixPattern[];
  /** The date of the edition: the date of all that is made automatically (CONTRIBUTING, law 6). */
  readonly date: string | undefined;
  readonly language: string;
  /** All languages that the header names, the first one first; regions aside. */
  readonly languages: readonly string[];
  /**
   * What brackets in its texts are, where its `tagsDecl` says that it uses `supplied`, and whose
   * they are (`@corresp`, a pointer). Without a declaration brackets are text.
   */
  readonly insertions?: { readonly resp?: string };
  /** Only names of the authority files are marked: `<tagUsage gi="persName" n="listed"/>`. */
  readonly onlyListedNames: boolean;
  /** The genre of all its texts, where `textClass` names it: `<term type="genre">diary</term>`. */
  readonly genre?: string;
}

export function readEditionHeader(path: string): EditionHeader {
  const shown = shownPath(path);
  const { text, bytes, isFragment, places } = readDocument(
    path,
    dirname(path),
    'edition/unreadable',
  );
  // A part of TEI has no header, whatever is put around it.
  const root = parsePlaced(shown, places, () => parseElements(isFragment ? bytes : text, shown));
  const header = childElements(root, 'teiHeader')[0];
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
    register: registerOf(root),
    types: typesOf(header),
    prefixes: prefixesOf(header),
    date: first(first(header, 'publicationStmt'), 'date')?.attributes.get('when'),
    language: first(header, 'language')?.attributes.get('ident') ?? 'en',
    languages: languagesOf(header),
    ...genreOf(header),
    ...insertionsOf(header),
    onlyListedNames: onlyListed(header),
  };
}

function languagesOf(header: Element): string[] {
  const tags = [...descendants(header, 'language')].map(
    ({ attributes }) => attributes.get('ident') ?? '',
  );
  return [...new Set(tags.filter((tag) => tag !== '').map(primaryTag))];
}

function insertionsOf(header: Element): Pick<EditionHeader, 'insertions'> {
  const usage = [...descendants(header, 'tagUsage')].find(
    ({ attributes }) => attributes.get('gi') === 'supplied',
  );
  if (!usage) return {};
  const resp = usage.attributes.get('corresp');
  return { insertions: resp === undefined ? {} : { resp } };
}

function onlyListed(header: Element): boolean {
  return [...descendants(header, 'tagUsage')].some(
    ({ attributes }) => attributes.get('gi') === 'persName' && attributes.get('n') === 'listed',
  );
}

function genreOf(header: Element): { genre?: string } {
  const terms = [...descendants(header, 'term')].filter(
    ({ attributes }) => attributes.get('type') === 'genre',
  );
  const name = terms[0] && textOf(terms[0]).trim();
  return name ? { genre: name } : {};
}

/** The first element of that name below `parent`, in document order. */
export function first(parent: Element | undefined, name: string): Element | undefined {
  if (parent === undefined) return undefined;
  for (const found of descendants(parent, name)) return found;
  return undefined;
}

function registerOf(root: Element): Map<string, Registered> {
  const register = new Map<string, Registered>();
  for (const list of descendants(root, 'listBibl')) {
    if (list.attributes.get('type') !== 'documents') continue;
    for (const entry of childElements(list, 'bibl')) {
      register.set(entry.attributes.get('n') ?? '', registered(entry));
    }
  }
  return register;
}

function registered(entry: Element): Registered {
  const date = childElements(entry, 'date')[0];
  const place = childElements(entry, 'placeName')[0];
  const evidence = prose(entry, 'evidence');
  const formEvidence = prose(entry, 'form-evidence');
  const form = childElements(entry, 'term').find(
    ({ attributes }) => attributes.get('type') === 'form',
  );
  const title = childElements(entry, 'title')[0];
  return {
    title: title ? textOf(title) : '',
    ...(date ? { dating: { ...datingOf(date), ...said(date) } } : {}),
    ...(place ? { place: { ...said(place), ...target(place) } } : {}),
    ...(evidence ? { evidence } : {}),
    ...(form ? { form: textOf(form) } : {}),
    ...(formEvidence ? { formEvidence } : {}),
  };
}

/** The entry's notes of one type, as prose. */
function prose(entry: Element, type: string): string {
  return childElements(entry, 'note')
    .filter(({ attributes }) => attributes.get('type') === type)
    .map(textOf)
    .join(' ');
}

function said(source: Element): { words: string; certainty?: Certainty } {
  const cert = source.attributes.get('cert');
  const known = cert === 'high' || cert === 'medium' || cert === 'low';
  return { words: textOf(source), ...(known ? { certainty: cert } : {}) };
}

function target(source: Element): { target?: string } {
  const ref = source.attributes.get('ref');
  return ref?.startsWith('#') ? { target: ref.slice(1) } : {};
}

const DATABLE = ['when', 'from', 'to', 'notBefore', 'notAfter'] as const;

function datingOf(source: Element): Dating {
  const given = DATABLE.map((name) => [name, source.attributes.get(name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Dating;
}

function typesOf(header: Element): DocumentType[] {
  const taxonomy = [...descendants(header, 'taxonomy')].find(
    ({ attributes }) => attributes.get('xml:id') === 'document-types',
  );
  if (!taxonomy) return [];
  return childElements(taxonomy, 'category')
    .map((category) => ({ id: category.attributes.get('xml:id') ?? '', name: textOf(category) }))
    .sort((a, b) => b.name.length - a.name.length);
}

function prefixesOf(header: Element): PrefixPattern[] {
  return [...descendants(header, 'prefixDef')].map(({ attributes }) => ({
    ident: attributes.get('ident') ?? '',
    pattern: linearPattern(attributes.get('matchPattern') ?? ''),
    replacement: attributes.get('replacementPattern') ?? '',
  }));
}

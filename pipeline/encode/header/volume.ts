/**
 * The printed source that documents come from: the edition's own, or the volume whose published
 * lists are used.
 *
 * Takes the edition's `sourceDesc`, or the header of a published volume's file. Returns a
 * `biblStruct` as a tree, to which each document adds its number and pages. TEI Guidelines, chapter
 * 3.12.2.
 */
import {
  childElements,
  descendants,
  type Element,
  isTei,
  textOf,
} from '../../authorities/element.ts';
import { copied } from '../engine/write/copied.ts';
import { element, type OutputElement } from '../engine/write/element.ts';
import { first } from './edition-header.ts';

/** The `biblStruct` of the edition's header; nothing where it has none. */
export function editionSource(header: Element): OutputElement | undefined {
  return copied(first(first(header, 'sourceDesc'), 'biblStruct'));
}

/**
 * A `biblStruct` made from the header of a published volume, whose titles are typed (`series`,
 * `subseries`, `volumenumber`, `volume`). Nothing where the file is no such volume.
 */
export function volumeSource(file: Element): OutputElement | undefined {
  const header = childElements(file, 'teiHeader')[0];
  const titles = new Map<string, string>();
  for (const title of header ? descendants(header, 'title') : [])
    titles.set(title.attributes.get('type') ?? '', textOf(title));
  const volume = titles.get('volume');
  const series = titles.get('series');
  if (header === undefined || !volume || !series) return undefined;
  const publication = first(header, 'publicationStmt');
  const number = titles.get('volumenumber');
  const subseries = titles.get('subseries');
  return element(
    'biblStruct',
    { type: 'printed' },
    element(
      'monogr',
      {},
      element('title', { level: 'm' }, volume),
      ...identifiers(publication),
      ...editors(header),
      element(
        'imprint',
        {},
        ...imprint(publication),
        number ? element('biblScope', { unit: 'volume' }, number) : undefined,
      ),
    ),
    element(
      'series',
      {},
      element('title', { level: 's' }, series),
      subseries ? element('biblScope', { unit: 'subseries' }, subseries) : undefined,
    ),
  );
}

function identifiers(publication: Element | undefined): OutputElement[] {
  const numbers = publication ? childElements(publication, 'idno') : [];
  return numbers
    .filter((number) => textOf(number) !== '')
    .map((number) =>
      element('idno', { type: number.attributes.get('type') ?? 'local' }, textOf(number)),
    );
}

function editors(header: Element): OutputElement[] {
  const statement = first(header, 'titleStmt');
  return (statement ? childElements(statement, 'editor') : [])
    .filter((editor) => textOf(editor) !== '')
    .map((editor) => element('editor', { role: editor.attributes.get('role') }, textOf(editor)));
}

function imprint(publication: Element | undefined): OutputElement[] {
  return (publication ? childElements(publication) : [])
    .filter(
      (part) =>
        ['publisher', 'pubPlace', 'date'].some((name) => isTei(part, name)) && textOf(part) !== '',
    )
    .map((part) =>
      element(part.name, part.name === 'date' ? yearOf(textOf(part)) : {}, textOf(part)),
    );
}

function yearOf(words: string): { when?: string } {
  return /^\d{4}$/.test(words) ? { when: words } : {};
}

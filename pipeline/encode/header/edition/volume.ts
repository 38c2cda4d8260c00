/**
 * The printed source that documents come from: the edition's own, or the published volume that the
 * lists are taken from.
 *
 * Takes the edition's `sourceDesc`, or the header of a published volume's file. Returns a
 * `biblStruct` as a tree, to which each document adds its number and pages. TEI Guidelines, chapter
 * 3.12.2.
 */
import { regularText } from '../../../authorities/element-text.ts';
import { attribute, descendants, elementsIn, isTei, type TreeElement } from '../../../xml/tree.ts';
import { copied } from '../../engine/write/copied.ts';
import { element, type OutputElement } from '../../engine/write/element.ts';
import { firstBelow } from './edition-header.ts';

/** The `biblStruct` of the edition's header; undefined if there is none. */
export function editionSource(header: TreeElement): OutputElement | undefined {
  return copied(firstBelow(firstBelow(header, 'sourceDesc'), 'biblStruct'));
}

/**
 * A `biblStruct` made from the header of a published volume with typed titles (`series`,
 * `subseries`, `volumenumber`, `volume`). Undefined for any other file.
 */
export function volumeSource(file: TreeElement): OutputElement | undefined {
  const header = elementsIn(file, 'teiHeader')[0];
  const titles = new Map<string, string>();
  for (const title of header ? descendants(header, 'title') : [])
    titles.set(attribute(title, 'type') ?? '', regularText(title));
  const volume = titles.get('volume');
  const series = titles.get('series');
  if (header === undefined || !volume || !series) return undefined;
  const publication = firstBelow(header, 'publicationStmt');
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

function identifiers(publication: TreeElement | undefined): OutputElement[] {
  const numbers = publication ? elementsIn(publication, 'idno') : [];
  return numbers
    .filter((number) => regularText(number) !== '')
    .map((number) =>
      element('idno', { type: attribute(number, 'type') ?? 'local' }, regularText(number)),
    );
}

function editors(header: TreeElement): OutputElement[] {
  const statement = firstBelow(header, 'titleStmt');
  return (statement ? elementsIn(statement, 'editor') : [])
    .filter((editor) => regularText(editor) !== '')
    .map((editor) => element('editor', { role: attribute(editor, 'role') }, regularText(editor)));
}

function imprint(publication: TreeElement | undefined): OutputElement[] {
  return (publication ? elementsIn(publication) : [])
    .filter(
      (part) =>
        ['publisher', 'pubPlace', 'date'].some((name) => isTei(part, name)) &&
        regularText(part) !== '',
    )
    .map((part) =>
      element(
        part.local,
        part.local === 'date' ? whenYear(regularText(part)) : {},
        regularText(part),
      ),
    );
}

function whenYear(words: string): { when?: string } {
  return /^\d{4}$/.test(words) ? { when: words } : {};
}

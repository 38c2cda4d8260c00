/**
 * `fileDesc`: the file's title, the responsibilities, its extent, its publisher and licence, its
 * source. TEI Guidelines, chapter 2.2.
 */
import slugify from 'slugify';
import { regularText } from '../../../authorities/element-text.ts';
import { countWords, type TreeReader } from '../../../computed/words.ts';
import { attribute, elementsIn, type TreeElement } from '../../../xml/tree.ts';
import { copied } from '../../engine/write/copied.ts';
import { element, type OutputElement } from '../../engine/write/element.ts';
import type { DeclaredFacts } from '../../sources/declared.ts';
import { firstBelow } from '../edition/edition-header.ts';
import type { HeaderFacts } from '../facts.ts';
import { documentUri } from '../identifier.ts';
import { partyName } from '../parties/party.ts';
import { printedSourceDesc, witnessList } from './source-desc.ts';

export function fileDesc(facts: HeaderFacts): OutputElement {
  const { edition, tree } = facts;
  const file = firstBelow(edition.header, 'fileDesc');
  const publication = firstBelow(file, 'publicationStmt');
  const number = firstBelow(publication, 'idno');
  const editionUri = number ? regularText(number) : '';
  return element(
    'fileDesc',
    {},
    titleStmt(facts, firstBelow(file, 'titleStmt')),
    copied(firstBelow(file, 'editionStmt')),
    extent(facts.body),
    publicationStmt(publication, documentUri(editionUri, tree.id)),
    seriesStmt(firstBelow(file, 'titleStmt'), publication, editionUri),
    notesStmt(facts.declared),
    ...sourceDescs(facts, firstBelow(file, 'sourceDesc')),
  );
}

/**
 * A file has to state its source (TEI Guidelines, chapter 2.2.7): without a better one, the
 * edition's statement about all its texts.
 */
function sourceDescs(
  facts: HeaderFacts,
  own: TreeElement | undefined,
): (OutputElement | undefined)[] {
  const printed = facts.source && element('sourceDesc', {}, printedSourceDesc(facts, facts.source));
  const witnesses = witnessList(facts);
  if (printed || witnesses) return [printed, witnesses];
  if (own && regularText(own).trim() !== '') return [copied(own)];
  return [element('sourceDesc', {}, element('p', {}, 'The reading text names no source.'))];
}

function titleStmt(facts: HeaderFacts, own: TreeElement | undefined): OutputElement {
  const editors = own
    ? elementsIn(own, 'editor').filter((editor) => regularText(editor) !== '')
    : [];
  const responsible = own ? elementsIn(own, 'respStmt') : [];
  return element(
    'titleStmt',
    {},
    element('title', { type: 'main', level: 'a' }, facts.tree.title),
    ...authors(facts),
    ...editors.map(copied),
    ...responsible.map(copied),
    element(
      'respStmt',
      { 'xml:id': 'siglum' },
      element('resp', {}, 'Automatic encoding of structure, names, dates and sources'),
      element('name', { type: 'program' }, facts.program.name),
    ),
    ...(facts.declared?.people ?? []).map(({ id, name }) =>
      element(
        'respStmt',
        { 'xml:id': id },
        element('resp', {}, 'Changes and comments in the source file'),
        element('name', {}, name),
      ),
    ),
  );
}

function authors(facts: HeaderFacts): readonly OutputElement[] {
  const { senders } = facts.titleReading;
  if (senders.length === 0) return [element('author', {}, 'Unknown')];
  return senders.map((sender) => element('author', {}, partyName(sender, facts.entries)));
}

function extent(body: OutputElement): OutputElement {
  const words = countWords(body, NODE_READER);
  return element(
    'extent',
    {},
    element('measure', { unit: 'word', quantity: String(words) }, `${words} words`),
  );
}

const NODE_READER: TreeReader<OutputElement> = {
  nameOf: ({ name }) => name,
  childrenOf: ({ children }) => children,
  attributeOf: ({ attributes }, name) => attributes[name],
};

function publicationStmt(own: TreeElement | undefined, uri: string | undefined): OutputElement {
  const parts = own ? elementsIn(own) : [];
  return element(
    'publicationStmt',
    {},
    ...parts.filter(({ local }) => !['idno', 'availability', 'date'].includes(local)).map(copied),
    ...parts.filter(({ local }) => local === 'date').map(copied),
    uri === undefined ? undefined : element('idno', { type: 'URI' }, uri),
    ...parts.filter(({ local }) => local === 'availability').map(copied),
  );
}

function isDoi(idno: TreeElement): boolean {
  return attribute(idno, 'type')?.toLowerCase() === 'doi';
}

/** Fields of the source's front matter for which a header has no element. */
function notesStmt(declared: DeclaredFacts | undefined): OutputElement | undefined {
  const fields = Object.entries(declared?.fields ?? {});
  if (fields.length === 0) return undefined;
  const notes = fields.map(([name, value]) => element('note', { type: typeOf(name) }, value));
  return element('notesStmt', {}, ...notes);
}

/** An attribute's key (`teidata.enumerated`) of a field's name. */
function typeOf(name: string): string {
  const key = slugify(name, { lower: true, strict: true });
  return /^[a-z]/.test(key) ? key : `field-${key}`.replace(/-$/, '');
}

/** The edition, by its identifiers, including its DOIs once a repository has reserved them. */
function seriesStmt(
  own: TreeElement | undefined,
  publication: TreeElement | undefined,
  uri: string,
): OutputElement | undefined {
  const title = own && elementsIn(own, 'title')[0];
  if (!title) return undefined;
  return element(
    'seriesStmt',
    {},
    element('title', { level: 's' }, regularText(title)),
    uri === '' ? undefined : element('idno', { type: 'URI' }, uri),
    ...(publication ? elementsIn(publication, 'idno') : []).filter(isDoi).map(copied),
  );
}

/**
 * The `teiHeader` of a document.
 *
 * In: the edition's header, the printed source, the document's tree, what its title and source note say, its body as written.
 * Out: the header as a tree. What is not known is left out; what the program concluded says so (DESIGN, law 3).
 * TEI Guidelines, chapter 2; correspDesc: 2.4.6; msDesc: chapter 11.
 */
import { childElements, type Element, textOf } from '../../authority/element.ts';
import type { AuthorityEntry, Certainty } from '../../authority/model.ts';
import type { DocumentTree } from '../structure/tree.ts';
import { element, type Node } from '../write/element.ts';
import { copied, type EditionHeader, first, type Registered } from './edition-header.ts';
import { documentUri } from './identifier.ts';
import type { Party, TitleReading } from './title.ts';
import type { WitnessSource } from './witnesses.ts';

/** What the header says of the document; every part that is missing is left out. */
export interface HeaderFacts {
  readonly tree: DocumentTree;
  readonly edition: EditionHeader;
  /** The printed source as a `biblStruct`. */
  readonly source: Node | undefined;
  readonly titleReading: TitleReading;
  readonly witnesses: readonly (WitnessSource & { readonly entry?: AuthorityEntry })[];
  /** Date and place: from the dateline, else from the edition's register. */
  readonly origin: Origin;
  readonly entries: ReadonlyMap<string, AuthorityEntry>;
  readonly body: Node;
  readonly program: { readonly name: string; readonly version: string };
  /** The pointers that tell what the document was made from (`provenance.ts`). */
  readonly digests: readonly Node[];
}

export interface Origin {
  readonly date?: { readonly words: string; readonly attributes: Readonly<Record<string, string>> };
  readonly place?: { readonly words: string; readonly attributes: Readonly<Record<string, string>> };
  readonly evidence?: string;
  readonly form?: string;
  readonly formEvidence?: string;
}

export function writeHeader(facts: HeaderFacts): Node {
  return element(
    'teiHeader',
    { 'xml:lang': facts.edition.language },
    fileDesc(facts),
    encodingDesc(facts),
    profileDesc(facts),
    revisionDesc(facts),
  );
}

/** The date and place that the register states, as `Origin`. */
export function registeredOrigin(entry: Registered): Origin {
  const { dating, place, evidence, form, formEvidence } = entry;
  return {
    ...(dating ? { date: { words: dating.words, attributes: datable(dating, dating.certainty) } } : {}),
    ...(place
      ? {
          place: {
            words: place.words,
            attributes: {
              ...(place.target ? { ref: `#${place.target}` } : {}),
              ...(place.certainty ? { cert: place.certainty } : {}),
            },
          },
        }
      : {}),
    ...(evidence ? { evidence } : {}),
    ...(form ? { form } : {}),
    ...(formEvidence ? { formEvidence } : {}),
  };
}

function datable(dating: NonNullable<Registered['dating']>, certainty: Certainty | undefined): Record<string, string> {
  const { words: _words, certainty: _certainty, ...given } = dating;
  return { ...given, ...(certainty ? { cert: certainty } : {}) };
}

function fileDesc(facts: HeaderFacts): Node {
  const { edition, tree } = facts;
  const file = first(edition.header, 'fileDesc');
  const publication = first(file, 'publicationStmt');
  const number = first(publication, 'idno');
  const editionUri = number ? textOf(number) : '';
  return element(
    'fileDesc',
    {},
    titleStmt(facts, first(file, 'titleStmt')),
    copied(first(file, 'editionStmt')),
    extent(facts.body),
    publicationStmt(publication, documentUri(editionUri, tree.id)),
    seriesStmt(first(file, 'titleStmt'), editionUri),
    facts.source && element('sourceDesc', {}, printed(facts, facts.source)),
    witnesses(facts),
  );
}

function titleStmt(facts: HeaderFacts, own: Element | undefined): Node {
  const editors = own ? childElements(own, 'editor').filter((editor) => textOf(editor) !== '') : [];
  const responsible = own ? childElements(own, 'respStmt') : [];
  return element(
    'titleStmt',
    {},
    element('title', { type: 'main', level: 'a' }, facts.tree.title),
    author(facts),
    ...editors.map(copied),
    ...responsible.map(copied),
    element(
      'respStmt',
      { 'xml:id': 'siglum' },
      element('resp', {}, 'Automatic encoding of structure, names, dates and sources'),
      element('name', { type: 'program' }, facts.program.name),
    ),
  );
}

function author(facts: HeaderFacts): Node {
  const { sender } = facts.titleReading;
  if (!sender) return element('author', {}, 'Unknown');
  return element('author', {}, partyName(sender, facts));
}

/** The person's name as the authorities give it, or the office in the title's words. */
function partyName(party: Party, facts: HeaderFacts): Node {
  const entry = party.person === undefined ? undefined : facts.entries.get(party.person);
  const marks = { resp: '#siglum', cert: party.certainty };
  if (entry) return element('persName', { ref: `#${entry.id}`, ...marks }, personName(entry));
  if (party.name) return element('persName', marks, party.name);
  return element('orgName', marks, party.words);
}

/** "Benjamin H. Read": forename before surname, whatever order the list has. */
function personName(entry: AuthorityEntry): string {
  const name = entry.names[0];
  if (!name) return entry.id;
  const parts = [name.forename, name.surname].filter((part) => part !== undefined);
  if (name.surname === undefined || name.forename === undefined) return name.full;
  return name.generation ? `${parts.join(' ')}, ${name.generation}` : parts.join(' ');
}

function extent(body: Node): Node {
  const words = textOfNode(body)
    .split(/\s+/)
    .filter((word) => word !== '').length;
  return element('extent', {}, element('measure', { unit: 'word', quantity: String(words) }, `${words} words`));
}

function textOfNode(node: Node): string {
  return node.children
    .map((child) =>
      typeof child === 'string' ? child : BREAKING.has(child.name) ? ` ${textOfNode(child)} ` : textOfNode(child),
    )
    .join('');
}

const BREAKING = new Set(['p', 'head', 'item', 'list', 'div', 'note', 'dateline', 'signed', 'cell', 'lb']);

function publicationStmt(own: Element | undefined, uri: string | undefined): Node {
  const parts = own ? childElements(own) : [];
  return element(
    'publicationStmt',
    {},
    ...parts.filter(({ name }) => !['idno', 'availability', 'date'].includes(name)).map(copied),
    ...parts.filter(({ name }) => name === 'date').map(copied),
    uri === undefined ? undefined : element('idno', { type: 'URI' }, uri),
    ...parts.filter(({ name }) => name === 'availability').map(copied),
  );
}

function seriesStmt(own: Element | undefined, uri: string): Node | undefined {
  const title = own && childElements(own, 'title')[0];
  if (!title) return undefined;
  return element(
    'seriesStmt',
    {},
    element('title', { level: 's' }, textOf(title)),
    uri === '' ? undefined : element('idno', { type: 'URI' }, uri),
  );
}

/** The printed source with this document's title, number and pages. */
function printed({ tree, edition, body }: HeaderFacts, source: Node): Node {
  const monogr = source.children.map((child) => {
    if (typeof child === 'string' || child.name !== 'monogr') return child;
    const inner = child.children.map((part) =>
      typeof part === 'string' || part.name !== 'imprint'
        ? part
        : { ...part, children: [...part.children, ...scope(tree, body)] },
    );
    return { ...child, children: inner };
  });
  const address = edition.prefixes.find(({ ident, pattern }) => ident === 'frus' && pattern.test(tree.id));
  const target = address && tree.id.replace(address.pattern, address.replacement);
  return element(
    source.name,
    { ...source.attributes, 'xml:id': `${tree.id}-printed` },
    element('analytic', {}, element('title', { level: 'a' }, tree.title)),
    ...monogr,
    target ? element('ref', { target }, target) : undefined,
  );
}

function scope(tree: DocumentTree, body: Node): Node[] {
  const parts: Node[] = [];
  if (tree.number !== undefined)
    parts.push(element('biblScope', { unit: 'document', n: tree.number }, `Document ${tree.number}`));
  const pages = pagesOf(body);
  const [from] = pages;
  const to = pages.at(-1);
  if (from !== undefined && to !== undefined) {
    const words = from === to ? `page ${from}` : `pages ${from}–${to}`;
    parts.push(element('biblScope', { unit: 'page', from, to }, words));
  }
  return parts;
}

/** The pages on which the document stands. Text before the first break stands on the page before it. */
function pagesOf(body: Node): string[] {
  const found: string[] = [];
  let before = '';
  const walk = (node: Node): void => {
    for (const child of node.children) {
      if (typeof child === 'string') before += found.length === 0 ? child.trim() : '';
      else if (child.name === 'pb') found.push(child.attributes['n'] ?? '');
      else walk(child);
    }
  };
  walk(body);
  const first = found[0];
  if (first !== undefined && before !== '' && /^\d+$/.test(first) && Number(first) > 1)
    found.unshift(String(Number(first) - 1));
  return found;
}

function witnesses(facts: HeaderFacts): Node | undefined {
  if (facts.witnesses.length === 0) return undefined;
  return element(
    'sourceDesc',
    {},
    element('listWit', {}, ...facts.witnesses.map((witness) => witnessNode(witness, facts))),
  );
}

function witnessNode(witness: HeaderFacts['witnesses'][number], { tree, origin }: HeaderFacts): Node {
  const printedFrom = witness.siglum === 'A';
  const { date, place, evidence, form, formEvidence } = origin;
  const origins = [
    date && element('origDate', date.attributes, date.words),
    place && element('origPlace', place.attributes, place.words),
    evidence === undefined ? undefined : element('note', { type: 'evidence' }, evidence),
  ].filter((part) => part !== undefined);
  return element(
    'witness',
    { 'xml:id': `${tree.id}-w${witness.siglum}`, n: witness.siglum },
    element(
      'msDesc',
      { resp: '#siglum', cert: witness.certainty },
      element(
        'msIdentifier',
        {},
        ...(witness.entry ? whereabouts(witness.entry) : []),
        element('repository', { ref: witness.entry && `#${witness.entry.id}` }, witness.repository),
        ...witness.collections.map((collection) => element('collection', {}, collection)),
        witness.shelfmark === undefined ? undefined : element('idno', { type: 'shelfmark' }, witness.shelfmark),
      ),
      printedFrom && form
        ? element(
            'physDesc',
            {},
            element('objectDesc', { form }, formEvidence === undefined ? undefined : element('p', {}, formEvidence)),
          )
        : undefined,
      printedFrom && origins.length > 0 ? element('history', {}, element('origin', {}, ...origins)) : undefined,
    ),
  );
}

const WHEREABOUTS = ['country', 'region', 'settlement'];

/** Where a repository lies, as its entry says. */
function whereabouts(entry: AuthorityEntry): Node[] {
  return WHEREABOUTS.flatMap((name) => {
    const found = new RegExp(`<${name}\\b[^>]*>([^<]+)</${name}>`).exec(entry.tei)?.[1];
    return found === undefined ? [] : [element(name, {}, found.trim())];
  });
}

function encodingDesc(facts: HeaderFacts): Node {
  const own = first(facts.edition.header, 'encodingDesc');
  const part = (name: string) => copied(own && childElements(own, name)[0]);
  const { name, version } = facts.program;
  return element(
    'encodingDesc',
    {},
    part('projectDesc'),
    part('samplingDecl'),
    part('editorialDecl'),
    tagsDecl(facts.body),
    element(
      'refsDecl',
      {},
      element(
        'citeStructure',
        { unit: 'document', match: "//body/div[@type='document']", use: '@n' },
        element('citeStructure', { unit: 'passage', match: './/*[@xml:id]', use: '@xml:id', delim: '#' }),
      ),
    ),
    part('classDecl'),
    part('listPrefixDef'),
    element(
      'appInfo',
      {},
      element('application', { ident: 'siglum', version }, element('label', {}, name), ...facts.digests),
    ),
    element('schemaRef', { type: 'RNG', url: '../schema/edition.rng' }),
    element('schemaRef', { type: 'Schematron', url: '../schema/edition.sch' }),
    element('schemaRef', { type: 'ODD', url: '../schema/edition.odd' }),
  );
}

/** Counts the elements of the text (TEI Guidelines, 2.3.4: `@occurs` is the number within the text). */
function tagsDecl(body: Node): Node {
  const counts = new Map<string, number>([['text', 1]]);
  const count = (node: Node): void => {
    counts.set(node.name, (counts.get(node.name) ?? 0) + 1);
    for (const child of node.children) if (typeof child !== 'string') count(child);
  };
  count(body);
  const usage = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return element(
    'tagsDecl',
    { partial: 'false' },
    element(
      'namespace',
      { name: 'http://www.tei-c.org/ns/1.0' },
      ...usage.map(([gi, occurs]) => element('tagUsage', { gi, occurs: String(occurs) })),
    ),
  );
}

function profileDesc(facts: HeaderFacts): Node {
  const { origin, titleReading, edition } = facts;
  const own = first(edition.header, 'profileDesc');
  const { type } = titleReading;
  return element(
    'profileDesc',
    {},
    origin.date && element('creation', {}, element('date', origin.date.attributes, origin.date.words)),
    copied(own && childElements(own, 'langUsage')[0]),
    type &&
      element(
        'textClass',
        {},
        element('keywords', { scheme: '#document-types' }, element('term', { ref: `#${type.id}` }, type.name)),
      ),
    correspDesc(facts),
  );
}

function correspDesc(facts: HeaderFacts): Node | undefined {
  const { sender, recipients } = facts.titleReading;
  if (!sender) return undefined;
  const { place, date } = facts.origin;
  return element(
    'correspDesc',
    { resp: '#siglum', cert: sender.certainty },
    element(
      'correspAction',
      { type: 'sent' },
      partyName(sender, facts),
      place && element('placeName', place.attributes, place.words),
      date && element('date', date.attributes, date.words),
    ),
    recipients.length === 0
      ? undefined
      : element('correspAction', { type: 'received' }, ...recipients.map((recipient) => partyName(recipient, facts))),
  );
}

function revisionDesc(facts: HeaderFacts): Node {
  return element(
    'revisionDesc',
    { status: 'draft' },
    element(
      'change',
      { when: facts.edition.date, who: '#siglum', status: 'draft' },
      'Encoded automatically from the reading text; not yet read by an editor.',
    ),
  );
}

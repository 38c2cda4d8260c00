/**
 * Encoding one document: the stage's steps in their order.
 *
 * In: a reading text and its id. Out: the TEI, proved to hold the text to the letter, and what the encoder found and doubts.
 *
 *   layout ▸ marks and anchors ▸ outline ▸ dates, mentions ▸ spans ▸ body ▸ header ▸ standOff ▸ writing ▸ proof
 */
import type { Authorities } from '../../authority/read.ts';
import { InputFault } from '../../finding.ts';
import { datingOf, readDateline } from '../dates/dateline.ts';
import { findDates } from '../dates/find.ts';
import { outline } from '../genres/correspondence/outline.ts';
import type { EditionHeader } from '../header/edition-header.ts';
import type { HeaderFacts, Origin } from '../header/facts.ts';
import { writeHeader } from '../header/header.ts';
import { registeredOrigin } from '../header/origin.ts';
import { readTitle } from '../header/title.ts';
import { readWitnesses } from '../header/witnesses.ts';
import { findCitations } from '../names/citations.ts';
import { findMentions } from '../names/find.ts';
import type { NameIndex } from '../names/name-index.ts';
import { digestPointers, sign } from '../provenance.ts';
import { readLayout } from './layout.ts';
import type { DocumentText, Doubt, Mention, Passage } from './model.ts';
import { type KnownAnchor, plantAnchors } from './notes/known.ts';
import { passagesOf } from './order.ts';
import { markLayout } from './passages.ts';
import { proveText } from './prove.ts';
import { citationSpans, type Targets } from './spans/citations.ts';
import { findInsertions } from './spans/insertions.ts';
import { mentionSpan } from './spans/mentions.ts';
import type { Span } from './spans/span.ts';
import type { DocumentTree } from './tree.ts';
import { writeBody } from './write/body.ts';
import { element, type Node } from './write/element.ts';
import { serialize } from './write/serialize.ts';
import { writeStandOff } from './write/stand-off.ts';

/** What all documents of a run share. */
export interface EncodingContext {
  readonly edition: EditionHeader;
  /** The printed source of the documents, as a `biblStruct`. */
  readonly source: Node | undefined;
  readonly authorities: Authorities;
  readonly index: NameIndex;
  readonly program: { readonly name: string; readonly version: string };
}

export interface EncodedDocument {
  readonly id: string;
  readonly tei: string;
  readonly tree: DocumentTree;
  readonly mentions: readonly Mention[];
  readonly doubts: readonly Doubt[];
}

const INFERRED = { resp: '#siglum', cert: 'medium' };

const INSTRUCTIONS = [
  ['rng', 'http://relaxng.org/ns/structure/1.0'],
  ['sch', 'http://purl.oclc.org/dsdl/schematron'],
].map(([ending, language]) => ({
  target: 'xml-model',
  data: `href="../schema/edition.${ending}" type="application/xml" schematypens="${language}"`,
}));

/** A reading text to encode. */
export interface SourceText {
  readonly text: string;
  /** The note anchors, where the source tells them. */
  readonly anchors?: readonly KnownAnchor[];
  /** The digest of the file it came from (`provenance.ts`). */
  readonly digest: string;
}

/**
 * Encodes a reading text as the document `id`; `path` is what messages call its file.
 * @throws InputFault where the text can't be read, a note can't be placed, or the proof of the text law fails.
 */
export function encodeDocument(
  source: SourceText,
  id: string,
  path: string,
  context: EncodingContext,
): EncodedDocument {
  const { text, anchors = [] } = source;
  const tree = outline(markLayout(readLayout(plantAnchors(text, anchors), path), path), id);
  const origin = originOf(tree, context.edition);
  const study = documentText(tree, origin);
  const found = findMentions(study, context.index);
  const mentions = [...found.mentions, ...findDates(study).filter(({ passage }) => passage !== tree.dateline?.id)];
  const spans = spansOf(tree, mentions, context.edition);
  const body = writeBody(tree, (passage) => spans.get(passage.id) ?? [], INFERRED);
  const header = writeHeader(headerFacts(tree, origin, mentions, body, context, source.digest));
  const standOff = writeStandOff(id, [header, body], context.authorities.entries);
  const root = element(
    'TEI',
    { 'xml:id': id, 'xml:lang': context.edition.language },
    header,
    element('text', {}, body),
    standOff,
  );
  const tei = sign(serialize(root, INSTRUCTIONS));
  const loss = proveText(text, tei);
  if (loss) throw lost(loss, path);
  return { id, tei, tree, mentions, doubts: found.doubts };
}

function documentText(tree: DocumentTree, origin: Origin): DocumentText {
  const dating = origin.date?.attributes;
  return { id: tree.id, passages: passagesOf(tree), ...(dating ? { dating } : {}) };
}

/** Date and place of writing: what the dateline says, else what the edition's register holds. */
function originOf(tree: DocumentTree, edition: EditionHeader): Origin {
  const entry = edition.register.get(tree.id);
  const registered = entry && sameTitle(entry.title, tree.title) ? registeredOrigin(entry) : {};
  const line = tree.dateline && readDateline(tree.dateline.text);
  if (!tree.dateline || !line) return registered;
  const { text } = tree.dateline;
  const [place] = line.places;
  const [date] = line.dates;
  const dating = datingOf(line);
  return {
    ...registered,
    ...(date && dating ? { date: { words: text.slice(date.start, date.end), attributes: { ...dating } } } : {}),
    ...(place && !text.slice(place.start, place.end).startsWith('[')
      ? { place: { words: text.slice(place.start, place.end), attributes: {} } }
      : {}),
  };
}

/** The register's entry is about this text: the same title, typography aside. */
function sameTitle(registered: string, title: string): boolean {
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
  return letters(registered) === letters(title);
}

function spansOf(tree: DocumentTree, mentions: readonly Mention[], edition: EditionHeader): Map<string, Span[]> {
  const historian = edition.responsible.has('historian') ? '#historian' : undefined;
  const targets: Targets = {
    id: tree.id,
    notes: new Set(tree.notes.map(({ n }) => n)),
    ...(edition.prefixes.some(({ ident }) => ident === 'frus') ? { prefix: 'frus' } : {}),
  };
  const spans = new Map<string, Span[]>();
  let remarks = 0;
  // An editors' remark is a note, and a note can be cited.
  const citable = (span: Span): Span =>
    span.element === 'note'
      ? { ...span, attributes: { ...span.attributes, 'xml:id': `${tree.id}-e${++remarks}` } }
      : span;
  for (const passage of passagesOf(tree)) {
    const source = passage.note === '1' && tree.notes[0]?.paragraphs[0]?.id === passage.id && tree.notes[0].source;
    spans.set(passage.id, [
      ...findInsertions(passage, historian).map(citable),
      ...citationSpans(findCitations(passage.text, source), targets, { resp: '#siglum', cert: 'high' }),
    ]);
  }
  for (const mention of mentions) spans.get(mention.passage)?.push(mentionSpan(mention));
  if (tree.dateline) spans.get(tree.dateline.id)?.push(...datelineSpans(tree.dateline));
  return spans;
}

/** A dateline's place and date are stated by the text itself: nothing is guessed but their bounds. */
function datelineSpans(dateline: Passage): Span[] {
  const line = readDateline(dateline.text);
  if (!line) return [];
  const marks = { resp: '#siglum', cert: 'high' };
  return [
    ...line.places.map(({ start, end }) => ({ start, end, element: 'placeName', attributes: marks, rank: 4 })),
    ...line.dates.map(({ start, end, dating }) => ({
      start,
      end,
      element: 'date',
      attributes: { ...dating, ...marks },
      rank: 4,
    })),
  ];
}

function headerFacts(
  tree: DocumentTree,
  origin: Origin,
  mentions: readonly Mention[],
  body: Node,
  context: EncodingContext,
  sourceDigest: string,
): HeaderFacts {
  const number = tree.head.text.length - tree.title.length;
  const sourceNote = tree.notes.find(({ source }) => source)?.paragraphs ?? [];
  const { entries } = context.authorities;
  return {
    tree,
    edition: context.edition,
    source: context.source,
    titleReading: readTitle(tree.head, number, mentions, context.edition.types),
    witnesses: readWitnesses(sourceNote).map((witness) => {
      const named = mentions.find(
        ({ passage, start, kind }) => kind === 'org' && passage === witness.passage && start === witness.start,
      );
      const entry = named?.target === undefined ? undefined : entries.get(named.target);
      return entry ? { ...witness, entry } : witness;
    }),
    origin,
    entries,
    body,
    program: context.program,
    digests: digestPointers(sourceDigest),
  };
}

function lost({ where, source, tei }: { where: string; source: string; tei: string }, path: string): InputFault {
  return new InputFault({
    path,
    severity: 'error',
    rule: 'encode/text-law',
    message:
      `the encoded text would differ from the source in ${where}: the source reads “${source}”, the encoding “${tei}”; ` +
      'nothing was written. This is a fault of the program: please report it with the file',
  });
}

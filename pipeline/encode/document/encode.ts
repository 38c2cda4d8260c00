/**
 * Encodes one document: the stage's steps in their order.
 *
 * Takes a reading text and its id. Returns the TEI, proved to contain the text to the letter, with
 * the encoder's findings and doubts.
 *
 * layout ▸ marks and anchors ▸ outline ▸ dates, mentions ▸ spans ▸ body ▸ header ▸ standOff ▸
 * writing ▸ proof
 */
import { InputError } from '../../core/finding.ts';
import { sign } from '../../edition/file-facts/provenance.ts';
import type { EncodingContext } from '../context/context.ts';
import { type MarkedLayout, markLayout, type UnanchoredNote } from '../engine/blocks.ts';
import { canonicalMarks } from '../engine/declared-marks.ts';
import { readLayout } from '../engine/layout.ts';
import type { DocumentText, Doubt, Mention } from '../engine/model.ts';
import { plantAnchors } from '../engine/notes/known.ts';
import { type StrayMark, strayMarks } from '../engine/notes/stray-marks.ts';
import { passagesInOrder } from '../engine/order.ts';
import { proveText } from '../engine/prove.ts';
import type { DocumentTree } from '../engine/tree.ts';
import { writeBody } from '../engine/write/body.ts';
import { element } from '../engine/write/element.ts';
import { EDITION_SCHEMAS, serialize } from '../engine/write/serialize.ts';
import { writeStandOff } from '../engine/write/stand-off.ts';
import { chooseGenre, type GenreChoice } from '../genres/choose.ts';
import { GenreEvidence } from '../genres/common/evidence.ts';
import { withLetterLines } from '../genres/correspondence/letter-lines.ts';
import { hasSourceHeadings, outlineSourceHeadings } from '../genres/source-headings.ts';
import { hasTitle } from '../genres/title-block.ts';
import { collectHeaderFacts } from '../header/collect-facts.ts';
import type { Origin } from '../header/facts.ts';
import { originOf } from '../header/origin.ts';
import { writeHeader } from '../header/write/header.ts';
import type { RecognizedLanguage } from '../languages/recognize.ts';
import { languageOf, MARK_WORDS } from '../languages/table.ts';
import { findMentions } from '../names/find.ts';
import type { DeclaredFacts } from '../sources/declared.ts';
import type { ReadingText } from '../sources/reading-text.ts';
import { datesOf, outsideDatelines } from './dates-of.ts';
import { addMentions, spansOf } from './document-spans.ts';
import { applySourceBlocks } from './source-blocks.ts';
import { placeMarks, withMarks } from './source-marks.ts';
import { languageOfText } from './text-language.ts';
import { addWorks, unlistedNames } from './unlisted-names.ts';

export interface EncodedDocument {
  readonly id: string;
  readonly tei: string;
  readonly tree: DocumentTree;
  /** As in the header. */
  readonly title: string;
  /** Neither the text nor its source states a title. */
  readonly untitled: boolean;
  /** Notes without their label in the text; their words are paragraphs. */
  readonly unanchored: readonly UnanchoredNote[];
  /** Marks like those of notes, which no note has. */
  readonly strayMarks: readonly StrayMark[];
  readonly genre: GenreChoice;
  readonly language: RecognizedLanguage;
  readonly mentions: readonly Mention[];
  /** Names that no authority file has, marked without `@ref`. */
  readonly unlisted: readonly Mention[];
  readonly doubts: readonly Doubt[];
  /** How many marks of the source could not be put on its words. */
  readonly lostMarks: number;
}

const INFERRED = { resp: '#siglum', cert: 'medium' };

/** A reading text to encode, with the data of its source. */
interface SourceText extends Omit<ReadingText, 'findings'> {
  /** The hash of the file it came from (`provenance.ts`). */
  readonly hash: string;
}

/**
 * Encodes a reading text as the document `id`; `path` is what messages call its file.
 * @throws InputError where the text can't be read, or the proof of the text law fails.
 */
export function encodeDocument(
  source: SourceText,
  id: string,
  path: string,
  context: EncodingContext,
): EncodedDocument {
  const { text, anchors = [], declared } = source;
  const { marks: declaredMarks } = context.edition.conventions;
  const planted = canonicalMarks(plantAnchors(text, anchors), declaredMarks);
  const marked = withHeadings(
    markLayout(readLayout(planted, path, MARK_WORDS), path, MARK_WORDS),
    source.blocks,
  );
  const recognized = languageOfText(marked, declared, context);
  const language = languageOf(recognized.tag);
  const parted = withLetterLines(marked, language);
  const layout = { ...parted, titled: hasTitle(parted, language, declared?.title) };
  const genre = chooseGenre(new GenreEvidence(layout, language), declaredGenre(declared, context));
  const outline =
    genre.genre.followsSourceHeadings && hasSourceHeadings(layout)
      ? outlineSourceHeadings
      : genre.genre.outline;
  const tree = applySourceBlocks(outline({ id, layout, language }), source.blocks);
  const origin = originOf(tree, context.edition, language);
  const document = documentText(tree, origin);
  const found = findMentions(withoutCharacters(document), context.index, language);
  const dates = datesOf(document, language);
  const mentions = [...found.mentions, ...outsideDatelines(document, dates)];
  const spans = spansOf(tree, mentions, context.edition);
  const about = { language, genre: genre.genre.name, title: tree.title };
  addWorks(spans, document, context, about);
  const unlisted = unlistedNames(withoutCharacters(document), spans, context, about);
  addMentions(spans, unlisted);
  const marks = placeMarks(source, document.passages);
  const body = writeBody(
    tree,
    (passage) => withMarks(spans.get(passage.id) ?? [], marks.spans.get(passage.id) ?? [], passage),
    INFERRED,
  );
  const facts = collectHeaderFacts(
    { tree, origin, mentions, body, genre, language: recognized, declared },
    context,
    source.hash,
  );
  const header = writeHeader(facts);
  const standOff = writeStandOff(id, [header, body], context.authorities.entries);
  const root = element(
    'TEI',
    { 'xml:id': id, 'xml:lang': context.edition.language },
    header,
    element(
      'text',
      { 'xml:lang': language.tag === context.edition.language ? undefined : language.tag },
      body,
    ),
    standOff,
  );
  const tei = sign(serialize(root, EDITION_SCHEMAS));
  const loss = proveText(canonicalMarks(text, declaredMarks), tei);
  if (loss) throw lost(loss, path);
  const lostMarks = marks.lost.length;
  return {
    id,
    tei,
    tree,
    unanchored: layout.unanchored,
    strayMarks: strayMarks(layout.blocks),
    title: facts.tree.title,
    untitled: !layout.titled && declared?.title === undefined,
    genre,
    language: recognized,
    mentions,
    unlisted,
    doubts: found.doubts,
    lostMarks,
  };
}

/** The characters of a play are not persons of the authority files, whatever their names. */
function withoutCharacters(document: DocumentText): DocumentText {
  const passages = document.passages.filter(
    ({ role }) => role !== 'speaker' && role !== 'castItem',
  );
  return { ...document, passages };
}

/** The blocks with the headings' levels from the source. */
function withHeadings(layout: MarkedLayout, known: ReadingText['blocks']): MarkedLayout {
  if (!known) return layout;
  const blocks = layout.blocks.map((block) => {
    const heading = known.get(block.line)?.heading;
    return heading === undefined ? block : { ...block, heading };
  });
  return { ...layout, blocks };
}

function declaredGenre(declared: DeclaredFacts | undefined, { genre, edition }: EncodingContext) {
  if (declared?.genre !== undefined) return { name: declared.genre, by: 'the source' };
  if (genre !== undefined) return { name: genre, by: 'the command line' };
  return edition.genre === undefined ? undefined : { name: edition.genre, by: 'edition.xml' };
}

function documentText(tree: DocumentTree, origin: Origin): DocumentText {
  const dating = origin.date?.attributes;
  return { id: tree.id, passages: passagesInOrder(tree), ...(dating ? { dating } : {}) };
}

function lost(
  { where, source, tei }: { where: string; source: string; tei: string },
  path: string,
): InputError {
  return new InputError({
    path,
    severity: 'error',
    rule: 'encode/text-law',
    message:
      `the encoded text would differ from the source in ${where}: the source reads ` +
      `“${source}”, the encoding “${tei}”; ` +
      'nothing was written. This is an internal error of Siglum: please report it with the file',
  });
}

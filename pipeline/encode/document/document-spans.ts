/**
 * All spans of a document, by passage.
 *
 * Takes the tree, the mentions found in it, the declarations of the edition. Returns for each
 * passage its spans, from all finders.
 */

import { declaredSpans } from '../engine/declared-marks.ts';
import type { Mention, Passage, Span } from '../engine/model.ts';
import { passagesInOrder } from '../engine/order.ts';
import { citationSpans, type Targets } from '../engine/spans/citations.ts';
import { datelineSpans } from '../engine/spans/dateline.ts';
import { findInsertions } from '../engine/spans/insertions.ts';
import { mentionSpan } from '../engine/spans/mentions.ts';
import type { DocumentTree } from '../engine/tree.ts';
import type { EditionHeader } from '../header/edition/edition-header.ts';
import { findCitations } from '../names/citations.ts';

/** In these genres, brackets belong to the genre itself. */
const WITHOUT_INSERTIONS: ReadonlySet<string> = new Set(['stage', 'speaker']);

/** "[Enclosure]": brackets around a whole heading belong to the heading. */
function isBracketedHeading({ role, text }: Passage): boolean {
  return role === 'heading' && /^\[[^\]]*\]\.?$/.test(text);
}

/** The brackets of a stage direction belong to it. */
function outside({ marks = [] }: Passage): (span: Span) => boolean {
  const stages = marks.filter(({ element }) => element === 'stage');
  return ({ start, end }) => stages.every((stage) => end <= stage.start || stage.end <= start);
}

export function spansOf(
  tree: DocumentTree,
  mentions: readonly Mention[],
  edition: EditionHeader,
): Map<string, Span[]> {
  const { insertions, conventions } = edition;
  // The edition's form of pointers to documents of its printed source by their numbers: "Document
  // 9" is d9.
  const prefix = edition.prefixes.find(({ pattern }) => pattern?.test('d9') === true)?.ident;
  const targets: Targets = {
    id: tree.id,
    notes: new Set(tree.notes.map(({ n }) => n)),
    ...(prefix === undefined ? {} : { prefix }),
  };
  const spans = new Map<string, Span[]>();
  let remarks = 0;
  // An editors' remark is a note, and a note can be cited.
  const citable = (span: Span): Span =>
    span.element === 'note'
      ? { ...span, attributes: { ...span.attributes, 'xml:id': `${tree.id}-e${++remarks}` } }
      : span;
  const [first] = tree.notes;
  for (const passage of passagesInOrder(tree)) {
    const source = first?.source === true && first.paragraphs[0]?.id === passage.id;
    spans.set(passage.id, [
      ...datelineSpans(passage),
      ...(passage.marks ?? []),
      ...declaredSpans(passage, conventions.marks).filter(outside(passage)).map(citable),
      ...(insertions && !WITHOUT_INSERTIONS.has(passage.role) && !isBracketedHeading(passage)
        ? findInsertions(passage, insertions.resp).filter(outside(passage)).map(citable)
        : []),
      ...citationSpans(findCitations(passage.text, source), targets, {
        resp: '#siglum',
        cert: 'high',
      }),
    ]);
  }
  addMentions(spans, mentions);
  return spans;
}

/** Adds the mentions to the spans of their passages. */
export function addMentions(spans: Map<string, Span[]>, mentions: readonly Mention[]): void {
  for (const mention of mentions) spans.get(mention.passage)?.push(mentionSpan(mention));
}

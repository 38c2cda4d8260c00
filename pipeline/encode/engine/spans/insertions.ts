/**
 * Editors' words in square brackets: insertions, omissions, remarks, for editions that declare this
 * use of brackets.
 *
 * Takes a passage's text and points. Returns spans for the bracketed words; the words and brackets
 * stay in the text. TEI Guidelines, chapter 11.3.
 */
import { pattern } from '../../../core/text.ts';
import type { MarkedText } from '../marks.ts';
import type { Span } from '../model.ts';

interface InsertionForm {
  readonly form: RegExp;
  readonly span: Pick<Span, 'element' | 'attributes' | 'child'>;
}

/** By the words between the brackets; the first form that fits counts. */
const FORMS: readonly InsertionForm[] = [
  {
    form: /\bnot declassified\b/i,
    span: { element: 'gap', attributes: { reason: 'not-declassified' }, child: 'desc' },
  },
  {
    form: pattern('i')`
      ^(?:illegible|garble|garbled|indecipherable|unclear|word missing|text missing|blank)\b.*$
    `,
    span: { element: 'gap', attributes: { reason: 'illegible' }, child: 'desc' },
  },
  {
    form: /^(?:omission|omitted|\.{3}|…)\b.*$/i,
    span: { element: 'gap', attributes: { reason: 'omitted' }, child: 'desc' },
  },
  {
    form: pattern('i')`
      ^(?:sic|Here follows?|Attachment|Enclosure|Tab|footnote in|see |document|less than|
      \d+ (?:page|line|paragraph)s?|handwritten|printed|typed|signed|in the original|not printed)\b
    `,
    span: { element: 'note', attributes: { type: 'editorial', place: 'inline' } },
  },
  { form: /^[^\]]{1,160}$/, span: { element: 'supplied', attributes: { reason: 'editorial' } } },
];

const BRACKETS = /\[([^[\]]+)\]/g;

/** A gap's description cannot contain a page break, a remark can. */
const REMARK: InsertionForm['span'] = {
  element: 'note',
  attributes: { type: 'editorial', place: 'inline' },
};

/** Finds the bracketed words. `resp` points to those who wrote them, if the edition states it. */
export function findInsertions({ text, points }: MarkedText, resp: string | undefined): Span[] {
  const spans: Span[] = [];
  for (const bracket of text.matchAll(BRACKETS)) {
    const words = (bracket[1] ?? '').trim();
    const form = FORMS.find((candidate) => candidate.form.test(words));
    if (!form) continue;
    const start = bracket.index;
    const end = start + bracket[0].length;
    const broken = points.some(({ offset }) => start < offset && offset < end);
    const span = form.span.child !== undefined && broken ? REMARK : form.span;
    spans.push({
      ...span,
      start,
      end,
      attributes: { ...span.attributes, ...(resp ? { resp } : {}) },
      rank: 0,
    });
  }
  return spans;
}

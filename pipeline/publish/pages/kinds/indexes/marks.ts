/** The lists of emendations, abbreviations, numerals, symbols and divided words. */
import type { Jump } from '../../../lists/lists.ts';
import {
  type ListedMark,
  type PhilologicalKind,
  philologicalAddress,
  philologicalTable,
} from '../../../philology/lists.ts';
import { type EditorialMark, MARK_KINDS, type MarkKind } from '../../../philology/marks.ts';
import type { PageKind } from '../../model/page.ts';
import { type DocumentLink, documentLink } from '../../rows/listed.ts';

/** Rows of a page. */
const ROWS = 500;

interface MarkPage {
  readonly kind: MarkKind;
  /** From 1. */
  readonly number: number;
}

interface MarkRow extends Omit<EditorialMark, 'kind' | 'anchor'> {
  readonly document: DocumentLink;
  /** Of the passage. */
  readonly address: string;
}

interface MarksInput extends MarkPage {
  readonly pages: readonly Jump[];
  readonly rows: readonly MarkRow[];
  readonly count: number;
  readonly table: string;
}

export const markPages: PageKind<MarkPage, MarksInput> = {
  items: ({ site }) =>
    MARK_KINDS.filter((kind) => site.philology.kinds.includes(kind)).flatMap((kind) =>
      Array.from({ length: pageCount(site.philology.marks(kind)) }, (_, at) => ({
        kind,
        number: at + 1,
      })),
    ),
  address: ({ kind, number }) => numbered(kind, number),
  input: ({ site }, { kind, number }) => {
    const all = site.philology.marks(kind);
    const pages = Array.from({ length: pageCount(all) }, (_, at) => ({
      text: String(at + 1),
      address: numbered(kind, at + 1),
    }));
    return {
      kind,
      number,
      pages,
      rows: all.slice((number - 1) * ROWS, number * ROWS).map(rowOf),
      count: all.length,
      table: philologicalTable(kind),
    };
  },
};

function rowOf({ kind: _, anchor, document, ...mark }: ListedMark): MarkRow {
  return {
    ...mark,
    document: documentLink(document),
    address: anchor ? `${document.address}#${anchor}` : document.address,
  };
}

function pageCount(marks: readonly unknown[]): number {
  return Math.ceil(marks.length / ROWS);
}

/** The first page has the index's own address. */
function numbered(kind: PhilologicalKind, number: number): string {
  const first = philologicalAddress(kind);
  return number === 1 ? first : first.replace('.html', `-${number}.html`);
}

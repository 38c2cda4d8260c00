/**
 * The tree of a document's parts, before any markup: what the writer turns into TEI elements.
 */
import type { Passage } from './model.ts';

export interface ListItem {
  readonly id: string;
  /** Missing where the item is but the name of the list inside it. */
  readonly passage?: Passage;
  readonly list?: List;
}

export interface List {
  readonly kind: 'list';
  /** `subject`, `participants`, `references`, `to` or `simple`. */
  readonly type: string;
  /** The type was concluded from the list's place, not from its heading. */
  readonly inferred: boolean;
  readonly head?: Passage;
  /** Items in order; pages may begin between them. */
  readonly items: readonly (ListItem | PageBegins)[];
}

export interface PageBegins {
  readonly kind: 'page';
  readonly n: string;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Passage[])[];
}

export interface Division {
  readonly kind: 'division';
  /** `attachment`, `enclosure`, `annex`; missing for a section of the document itself. */
  readonly type?: string;
  readonly head: Passage;
  readonly parts: readonly Part[];
}

export interface Plain {
  readonly kind: 'passage';
  readonly passage: Passage;
}

export type Part = Plain | List | Table | Division | PageBegins;

/** A note in its paragraphs. */
export interface FootNote {
  readonly n: string;
  readonly source: boolean;
  readonly paragraphs: readonly Passage[];
}

export interface DocumentTree {
  readonly id: string;
  /** The number the document has in its volume ("149"), where its title gives one. */
  readonly number?: string;
  /** The title without number. */
  readonly title: string;
  /** Pages that begin before the title. */
  readonly before: readonly PageBegins[];
  readonly head: Passage;
  /** Pages that begin between the title and what follows it. */
  readonly afterHead: readonly PageBegins[];
  readonly dateline?: Passage;
  readonly parts: readonly Part[];
  /** The signature, and the offices under it. */
  readonly closer?: readonly Passage[];
  readonly notes: readonly FootNote[];
}

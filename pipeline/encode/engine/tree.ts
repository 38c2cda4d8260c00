/**
 * The tree of a document's parts, before any markup: what a genre makes of the blocks and the
 * writer turns into TEI elements.
 */
import type { Passage } from './model.ts';

export interface ListItem {
  readonly id: string;
  /** Its number or letter, if the source counts its items and does not write it out: "1.", "b)". */
  readonly n?: string;
  /** Its number, if that is separate from the words. */
  readonly label?: Passage;
  /** Missing if the item is only the name of the list inside it. */
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

export interface TextTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly Passage[])[];
}

/** A `div`. */
export interface Division {
  readonly kind: 'division';
  /**
   * `attachment`, `entry`, `act`, `scene`, `chapter`, `poem` …; missing for a section of the
   * document itself.
   */
  readonly type?: string;
  /** A label: the day of a diary's entry that has no heading of its own. */
  readonly n?: string;
  /** The encoder's own conclusion about the type, marked as one (CONTRIBUTING, law 3). */
  readonly inferred?: boolean;
  /** Its language if that is not the document's. */
  readonly language?: string;
  readonly head?: Passage;
  readonly parts: readonly TreePart[];
}

/** Elements that contain parts and have no words of their own; `id`: it can be cited. */
export const GROUPS = {
  opener: {},
  closer: {},
  postscript: {},
  address: {},
  lg: { letter: 'lg' },
  sp: { letter: 'sp' },
  castList: { letter: 'cast' },
  epigraph: {},
  cit: {},
  quote: {},
  floatingText: {},
  body: {},
} as const satisfies Readonly<Record<string, { readonly letter?: string }>>;

export type GroupName = keyof typeof GROUPS;

export interface BlockGroup {
  readonly kind: 'group';
  readonly name: GroupName;
  /** The `xml:id` of one that can be cited. */
  readonly id?: string;
  readonly type?: string;
  /** Further attributes: `who` of a speech. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly parts: readonly TreePart[];
}

interface PassageBlock {
  readonly kind: 'passage';
  readonly passage: Passage;
  /** A list that the paragraph introduces and includes ("as follows:"). */
  readonly list?: List;
}

export type TreePart = PassageBlock | BlockGroup | List | TextTable | Division | PageBegins;

/** A note in its paragraphs. */
export interface FootNote {
  readonly n: string;
  /** The label, distinguished from the same label of other notes. */
  readonly key: string;
  readonly id: string;
  readonly source: boolean;
  readonly paragraphs: readonly Passage[];
}

export interface DocumentTree {
  readonly id: string;
  /** The number of the document in its volume ("149"), if its title gives one. */
  readonly number?: string;
  /** The title without number; the first words of a text without a title. */
  readonly title: string;
  /** Missing if the text begins without a title. */
  readonly head?: Passage;
  /** The document's own dateline, if it has one; it is also among the parts. */
  readonly dateline?: Passage;
  /** The whole content of the document, including a head, in order. */
  readonly parts: readonly TreePart[];
  readonly notes: readonly FootNote[];
}

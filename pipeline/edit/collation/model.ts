/** What the grid of a collation and its server pass on. */

type GridReading = 'lemma' | 'substantive' | 'orthographic';

export interface GridCell {
  /** Its number in the witness. */
  readonly token: number;
  readonly text: string;
  /** Missing where all witnesses agree. */
  readonly reading?: GridReading;
  /** The program is not certain of the type of the reading. */
  readonly uncertain?: boolean;
  /** An editor has decided about this word: the kinds of the rules. */
  readonly decided?: readonly string[];
}

/** One column of the alignment: a cell for each witness, `null` where it has no word. */
export interface GridColumn {
  readonly cells: readonly (GridCell | null)[];
  readonly varied: boolean;
  /** The first column of a paragraph, heading or verse. */
  readonly begins: boolean;
}

export interface GridRule {
  /** Its number in the file, from 0. */
  readonly index: number;
  /** The rule in words. */
  readonly words: string;
  /** Why it does not apply any more. */
  readonly stale?: string;
  /** The column it is about. */
  readonly column?: number;
}

export interface GridView {
  readonly file: string;
  /** Changes with the rules and with the witnesses. */
  readonly seen: string;
  readonly witnesses: readonly string[];
  /** Index of the base. */
  readonly base: number;
  /** Columns in all. */
  readonly length: number;
  /** Number of the first column that is sent. */
  readonly from: number;
  readonly columns: readonly GridColumn[];
  /** The first column of each place at which the witnesses differ, in the whole text. */
  readonly places: readonly number[];
  readonly rules: readonly GridRule[];
}

/** Words of a witness: its index, the columns from the first to the last. */
export interface GridWords {
  readonly witness: number;
  readonly from: number;
  readonly to: number;
}

export type GridDecision =
  | { readonly type: 'align'; readonly words: GridWords; readonly with: GridWords }
  | {
      readonly type: 'regularize';
      readonly words: GridWords;
      readonly to: string;
      readonly where: 'here' | 'witness' | 'everywhere';
    }
  | {
      readonly type: 'type';
      readonly words: GridWords;
      readonly as: 'substantive' | 'orthographic';
    }
  | { readonly type: 'lemma'; readonly words: GridWords }
  /** Removes all decisions about these words. */
  | { readonly type: 'clear'; readonly words: GridWords }
  /** Removes one rule of the file. */
  | { readonly type: 'remove'; readonly index: number };

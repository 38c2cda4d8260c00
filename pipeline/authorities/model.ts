/**
 * Authority entries as plain values: the persons, organizations, places and terms that an edition
 * knows.
 *
 * `read.ts` makes them from TEI authority files; encoding, checking and publishing use them.
 */

import type { EntityKind } from '../model/kinds.ts';

export type { EntityKind };

/** How sure an automatic tag is (TEI `@cert`). */
export type Certainty = 'high' | 'medium' | 'low';

/**
 * A date or a range, as TEI's att.datable.w3c gives it. Values are W3C: `1964`, `1964-05`,
 * `1964-05-31`, `1964-05-31T17:39:00`. Either `when`, or `from`/`to` (a duration), or
 * `notBefore`/`notAfter` (a moment in between).
 */
export interface Dating {
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** A name of an entry, in the parts that the authority file gives. */
export interface EntityName {
  /** The whole name as written, white space folded. */
  readonly full: string;
  /**
   * What kind of name: `main`, `short`, `abbreviation`, a language tag …; as in `@type`, `main`
   * where there is none.
   */
  readonly type: string;
  readonly lang?: string;
  readonly surname?: string;
  /** Forenames and initials, in order: `Benjamin H.` */
  readonly forename?: string;
  /** "Jr.", "III" (TEI `genName`). */
  readonly generation?: string;
  /** Rank or title that precedes the forename ("Lieutenant Colonel", "Sir"). */
  readonly title?: string;
  /**
   * Nickname (TEI `addName[@type='nickname']`, or given in quotation marks or brackets in a
   * published list).
   */
  readonly nickname?: string;
}

export interface AuthorityEntry {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: readonly EntityName[];
  /**
   * What the entry says about itself in words: an office, a meaning, a gloss; white space folded.
   */
  readonly description?: string;
  /** The file and line that the entry is in, for messages. */
  readonly path: string;
  readonly line: number;
  /**
   * The entry as TEI (`person`, `org`, `place`, or for terms `category`/`item`), to be carried in a
   * document's `standOff`.
   */
  readonly tei: string;
}

/** An entry and the column at which it begins, for messages. */
export interface PlacedEntry {
  readonly entry: AuthorityEntry;
  readonly column: number;
}

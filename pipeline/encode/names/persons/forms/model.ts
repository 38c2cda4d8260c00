import type { AuthorityEntry } from '../../../../authorities/model.ts';
import type { Period } from './tenure.ts';

/** A person of the authority files, and the forms by which texts name them. */

/**
 * An office as the entry states it: "British Ambassador to the United States" begins with the words
 * "british ambassador".
 */
export interface Office {
  /** The words before the first preposition. */
  readonly head: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** When the person was in office, if the entry states it. */
  readonly tenure?: Period;
}

/** How a form represents the person; earlier ones are more certain. */
export type NameFormKind = 'exact' | 'surname' | 'whole' | 'short' | 'part' | 'last';

export interface Form {
  readonly words: readonly string[];
  readonly kind: NameFormKind;
  readonly person: Person;
  /** Keys of the forenames and initials that belong with it, in the entry's order. */
  readonly forenames: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly entry: AuthorityEntry;
  readonly forms: readonly Form[];
  /**
   * Phrases that name the person only as a whole, as written: "the Queen", "Duke of Wellington".
   */
  readonly phrases: readonly string[];
  /** Keys of all forenames and nicknames that are more than an initial. */
  readonly forenames: ReadonlySet<string>;
  /**
   * The name by which the person is called: the first full forename, the nickname. "Averell" of "W.
   * Averell".
   */
  readonly called: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly offices: readonly Office[];
  readonly female: boolean;
  /** The year in which the last of the offices ended, if the entry states it. */
  readonly left?: number;
}

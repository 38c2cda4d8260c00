/**
 * Finds the present place of a published passage's words, and the previous passage: suggestions to
 * an editor for a lost address.
 *
 * Takes the passages of a document, and its published ones. Returns answers in a time that grows
 * linearly with the document, even if thousands of passages are lost.
 */

import type { RegisteredAnchor, RegisteredDocument } from '../../edition/register.ts';
import type { PublishedPassage } from '../history/passages.ts';
import { likeness, NO_WORDS, SAME_PASSAGE, wordPrint } from './likeness.ts';

/**
 * This many comparisons of two passages are made for a document, in about a second; after that only
 * equal words are found.
 */
const MOST_COMPARISONS = 3_000_000;

export class PassageIndex {
  readonly byAnchor: ReadonlyMap<string, PublishedPassage>;
  /** Whether identifiers begin with the document's, which anchors do not contain. */
  readonly areIdsLong: boolean;
  readonly #passages: readonly PublishedPassage[];
  readonly #byPrint = new Map<string, PublishedPassage[]>();
  readonly #prints = new Map<PublishedPassage, string>();
  readonly #before = new Map<RegisteredAnchor, PublishedPassage | undefined>();
  #comparisons = 0;

  constructor(passages: readonly PublishedPassage[], { anchors }: RegisteredDocument) {
    this.#passages = passages;
    this.byAnchor = new Map(passages.map((passage) => [passage.anchor, passage]));
    this.areIdsLong = passages.some(({ id, anchor }) => id !== anchor);
    let last: PublishedPassage | undefined;
    for (const anchor of anchors) {
      this.#before.set(anchor, last);
      last = this.byAnchor.get(anchor.anchor) ?? last;
    }
    for (const passage of passages) {
      const print = this.printOf(passage);
      const same = this.#byPrint.get(print);
      if (same) same.push(passage);
      else this.#byPrint.set(print, [passage]);
    }
  }

  printOf(passage: PublishedPassage): string {
    const print = this.#prints.get(passage) ?? wordPrint(passage.words);
    this.#prints.set(passage, print);
    return print;
  }

  /** The passage that has the published words now; `except`: not this one. */
  wordsNow({ print }: RegisteredAnchor, except?: PublishedPassage): PublishedPassage | undefined {
    if (print === NO_WORDS) return undefined;
    // Of many with the same words the first two are enough.
    const equal = this.#byPrint
      .get(print)
      ?.slice(0, 2)
      .find((passage) => passage !== except);
    if (equal) return equal;
    if (this.#comparisons > MOST_COMPARISONS) return undefined;
    this.#comparisons += this.#passages.length;
    let best: PublishedPassage | undefined;
    let most = 0;
    for (const passage of this.#passages) {
      const alike = passage === except ? 0 : likeness(print, this.printOf(passage));
      if (alike > most && alike >= SAME_PASSAGE) [best, most] = [passage, alike];
    }
    return best;
  }

  /** The published passage before a removed one, if it still exists. */
  before(was: RegisteredAnchor): PublishedPassage | undefined {
    return this.#before.get(was);
  }
}

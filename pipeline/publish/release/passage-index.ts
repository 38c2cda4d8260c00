/**
 * Where the words of a published passage are now, and which passage stood before it: what an editor
 * is offered for an address that is lost.
 *
 * Takes the passages of a document, and what was published of it. Returns answers in a time that
 * grows in step with the document, also where thousands of passages are lost.
 */

import type { RegisteredAnchor, RegisteredDocument } from '../../edition/register.ts';
import type { PublishedPassage } from '../past/passages.ts';
import { likeness, NO_WORDS, SAME_PASSAGE, wordPrint } from './likeness.ts';

/**
 * So many comparisons of two passages are made for a document, in about a second; after that only
 * equal words are found.
 */
const MOST_COMPARISONS = 3_000_000;

export class PassageIndex {
  readonly byAnchor: ReadonlyMap<string, PublishedPassage>;
  /** Whether identifiers begin with the document's, which anchors do not. */
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

  /** The passage that has the published words now; `except`: another than this one. */
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

  /** The passage that stood before one that is gone, and is there still. */
  before(was: RegisteredAnchor): PublishedPassage | undefined {
    return this.#before.get(was);
  }
}

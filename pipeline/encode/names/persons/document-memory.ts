/**
 * What a document has said so far about persons of one surname.
 *
 * Takes the sure mentions, in order. Returns who was last named so, and who is the only one named
 * so.
 */
import type { NameSpot } from './candidates.ts';
import type { Person } from './forms/model.ts';

/** What the document has said so far: the person last named surely by each surname. */
export class DocumentMemory {
  readonly #all = new Map<string, Set<Person>>();
  #last = new Map<string, Person>();

  seen(spot: NameSpot, person: Person): void {
    for (const word of surnameWords(spot)) {
      this.#last.set(word, person);
      const all = this.#all.get(word) ?? new Set<Person>();
      all.add(person);
      this.#all.set(word, all);
    }
  }

  /**
   * Before the second reading: nothing has been said yet, but who will be named at all is known.
   */
  rewind(): void {
    this.#last = new Map();
  }

  last(spot: NameSpot): Person | undefined {
    for (const word of surnameWords(spot)) {
      const person = this.#last.get(word);
      if (person) return person;
    }
    return undefined;
  }

  /** The only person whom the document surely names so anywhere. */
  only(spot: NameSpot): Person | undefined {
    for (const word of surnameWords(spot)) {
      const all = this.#all.get(word);
      if (all?.size === 1) return [...all][0];
    }
    return undefined;
  }

  knows(spot: NameSpot): boolean {
    return surnameWords(spot).some((word) => this.#all.has(word));
  }
}

function surnameWords(spot: NameSpot): readonly string[] {
  return spot.forms[0]?.words ?? [];
}

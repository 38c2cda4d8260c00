/**
 * The earlier mentions of persons of one surname in a document.
 *
 * Takes the certain mentions, in order. Returns the person last named, and the only person with the
 * name.
 */
import type { NameSpot } from './candidates.ts';
import type { Person } from './forms/model.ts';

/** The state while a document is read: the last certain person for each surname. */
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
   * Before the second reading: no mentions yet, but the persons named in the document are known.
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

  /** The only person whom the document certainly names by this surname. */
  only(spot: NameSpot): Person | undefined {
    for (const word of surnameWords(spot)) {
      const all = this.#all.get(word);
      if (all?.size === 1) return [...all][0];
    }
    return undefined;
  }

  /** Whether the document certainly names the person somewhere. */
  names(person: Person): boolean {
    return [...this.#all.values()].some((all) => all.has(person));
  }

  knows(spot: NameSpot): boolean {
    return surnameWords(spot).some((word) => this.#all.has(word));
  }
}

function surnameWords(spot: NameSpot): readonly string[] {
  return spot.forms[0]?.words ?? [];
}

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
  /** The persons named in the passage that is being read, by surname. */
  #here = new Map<string, Set<Person>>();
  #passage: string | undefined;

  seen(spot: NameSpot, person: Person): void {
    if (this.#passage !== spot.passage.id) this.#here = new Map();
    this.#passage = spot.passage.id;
    for (const word of surnameWords(spot)) {
      addPerson(this.#here, word, person);
      this.#last.set(word, person);
      addPerson(this.#all, word, person);
    }
  }

  /**
   * Before the second reading: no mentions yet, but the persons named in the document are known.
   */
  rewind(): void {
    this.#last = new Map();
    this.#here = new Map();
    this.#passage = undefined;
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

  /** "Jane Smith and John Smith met. Smith spoke": the passage has named several of the surname. */
  namesSeveral(spot: NameSpot): boolean {
    if (this.#passage !== spot.passage.id) return false;
    return surnameWords(spot).some((word) => (this.#here.get(word)?.size ?? 0) > 1);
  }

  knows(spot: NameSpot): boolean {
    return surnameWords(spot).some((word) => this.#all.has(word));
  }
}

function surnameWords(spot: NameSpot): readonly string[] {
  return spot.forms[0]?.words ?? [];
}

function addPerson(persons: Map<string, Set<Person>>, word: string, person: Person): void {
  const set = persons.get(word) ?? new Set<Person>();
  persons.set(word, set.add(person));
}

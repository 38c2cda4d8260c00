/**
 * The names of the edition's entries: which names they cover, and which entries a name may refer
 * to.
 */
import type { AuthorityEntry } from '../authorities/model.ts';
import type { ProposedKind } from '../encode/names/unlisted/model.ts';
import {
  keysOfPerson,
  mayBeSamePerson,
  type NameKeys,
} from '../encode/names/unlisted/words/person-keys.ts';
import { wordKeys } from '../encode/names/words/tokens.ts';

interface RegisteredPerson extends NameKeys {
  readonly id: string;
}

/** Words of organizations and places that are too common to make an entry a candidate. */
const LEAST_LETTERS = 5;

export class NameRegister {
  /** `kind` and the keys of a whole name. */
  readonly #forms = new Set<string>();
  readonly #persons = new Map<string, RegisteredPerson[]>();
  readonly #words = new Map<string, Set<string>>();

  constructor(entries: Iterable<AuthorityEntry>) {
    for (const entry of entries) for (const name of entry.names) this.#add(entry, name);
  }

  #add({ id, kind }: AuthorityEntry, name: AuthorityEntry['names'][number]): void {
    const keys = wordKeys(name.full);
    this.#forms.add(`${kind} ${keys.join(' ')}`);
    if (kind === 'person') {
      const surname = wordKeys(name.surname ?? keys.at(-1) ?? '').at(-1) ?? '';
      const given = wordKeys(name.forename ?? (name.surname ? '' : keys.slice(0, -1).join(' ')));
      if (given.length > 0) this.#forms.add(`${kind} ${[...given, surname].join(' ')}`);
      this.#persons.set(surname, [...(this.#persons.get(surname) ?? []), { id, given, surname }]);
    } else {
      for (const key of keys.filter(({ length }) => length >= LEAST_LETTERS)) {
        const word = `${kind} ${key}`;
        this.#words.set(word, (this.#words.get(word) ?? new Set()).add(id));
      }
    }
  }

  /** An entry has this name, in this form or a longer one. */
  covers(kind: ProposedKind, form: string, isFemale: boolean): boolean {
    const keys = wordKeys(form);
    // A term counts too: the encoder marks its words.
    if (this.#forms.has(`${kind} ${keys.join(' ')}`) || this.#forms.has(`term ${keys.join(' ')}`))
      return true;
    if (kind !== 'person') return false;
    const { given, surname } = keysOfPerson(keys);
    if (given.length === 0 && isFemale) return false;
    return (this.#persons.get(surname) ?? []).some((person) =>
      mayBeSamePerson(given, person.given),
    );
  }

  /** Entries of the kind with the same surname, or a long word in common. */
  candidates(kind: ProposedKind, name: string): string[] {
    const keys = wordKeys(name);
    if (kind === 'person')
      return [
        ...new Set((this.#persons.get(keysOfPerson(keys).surname) ?? []).map(({ id }) => id)),
      ].sort();
    return [
      ...new Set(keys.flatMap((key) => [...(this.#words.get(`${kind} ${key}`) ?? [])])),
    ].sort();
  }
}

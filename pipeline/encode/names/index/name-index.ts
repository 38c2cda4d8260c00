/**
 * The index of all names of an edition: built once, used for every document.
 *
 * Takes the authority entries. Returns persons by the words of their surname forms, organizations,
 * places and terms as a trie over words.
 */
import type { AuthorityEntry } from '../../../authorities/model.ts';
import { nameKeys, personOf } from '../persons/forms/forms.ts';
import type { Form, Person } from '../persons/forms/model.ts';
import { allLanguages, type Lexicon } from '../words/lexicon.ts';
import { addPhrase, emptyTrie, type PhraseTrie } from './phrase-trie.ts';
import { spelledOut, termForms } from './term-forms.ts';

export interface NameIndex {
  /** Surname forms by their first word, longest first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly persons: ReadonlyMap<string, Person>;
  /** Forenames of persons of the authority files. */
  readonly forenames: ReadonlySet<string>;
  readonly phrases: PhraseTrie;
  /** The words of the text's language; of all languages until a text is read. */
  readonly words: Lexicon;
  /** Words that the text writes in lower case somewhere. */
  readonly lowerCase: ReadonlySet<string>;
  /** Words behind a forename and a particle in the text: "humboldt" of "Alexander von Humboldt". */
  readonly bearers: ReadonlySet<string>;
}

/** Indexes the names of an authority set. */
export function indexNames(authorities: {
  readonly entries: ReadonlyMap<string, AuthorityEntry>;
}): NameIndex {
  const entries = [...authorities.entries.values()];
  const people = entries.filter((entry) => entry.kind === 'person');
  const owners = ownNames(people);
  const forms = new Map<string, Form[]>();
  const persons = new Map<string, Person>();
  const forenames = new Set<string>();
  for (const entry of people) {
    const person = personOf(entry, (name) => (owners.get(name.join(' ')) ?? entry.id) !== entry.id);
    persons.set(person.id, person);
    for (const key of person.forenames) forenames.add(key);
    for (const form of person.forms) {
      const first = form.words[0] ?? '';
      const list = forms.get(first);
      if (list) list.push(form);
      else forms.set(first, [form]);
    }
  }
  for (const list of forms.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    forms,
    persons,
    forenames,
    phrases: phrasesOf(entries, persons),
    words: allLanguages,
    lowerCase: new Set(),
    bearers: new Set(),
  };
}

/** The list's explanations of its abbreviations, if no other entry has the same words. */
function spelledOutTerms(entries: readonly AuthorityEntry[]): Map<string, AuthorityEntry> {
  const key = (words: string) => words.toLowerCase().replace(/^the /, '');
  const names = new Set(entries.flatMap((entry) => entry.names.map(({ full }) => key(full))));
  const found = new Map<string, [string, AuthorityEntry | undefined]>();
  for (const entry of entries) {
    if (entry.kind !== 'term') continue;
    const form = spelledOut(entry.description ?? '');
    if (form === undefined || names.has(key(form))) continue;
    const other = found.get(key(form));
    found.set(key(form), [form, other === undefined ? entry : undefined]);
  }
  return new Map(
    [...found.values()].flatMap(([form, entry]) => (entry ? [[form, entry] as const] : [])),
  );
}

/** The entry that has each name as its own, first name. */
function ownNames(people: readonly AuthorityEntry[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const entry of people) {
    const [main] = entry.names;
    if (main) owners.set(nameKeys(main).join(' '), entry.id);
  }
  return owners;
}

function phrasesOf(
  entries: readonly AuthorityEntry[],
  persons: ReadonlyMap<string, Person>,
): PhraseTrie {
  const trie = emptyTrie();
  for (const entry of entries) {
    for (const form of persons.get(entry.id)?.phrases ?? [])
      addPhrase(trie, form, { entry, form, abbreviation: false });
    if (entry.kind === 'person') continue;
    for (const name of entry.names) {
      const abbreviation = entry.kind === 'term' || name.type === 'abbreviation';
      const printed = abbreviation ? termForms(name.full, entry.description) : [name.full];
      for (const form of printed) addPhrase(trie, form, { entry, form, abbreviation });
    }
  }
  for (const [form, entry] of spelledOutTerms(entries))
    addPhrase(trie, form, { entry, form, abbreviation: false, spelledOut: true });
  return trie;
}

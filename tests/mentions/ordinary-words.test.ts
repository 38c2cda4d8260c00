/**
 * Any list of persons: ordinary words of the language and other people's names are never taken for
 * its entries, and each entry is found if a text names it as the list does. The lists are random
 * subsets of invented names and, if they are beside the checkout, of the lists of real editions.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuthorityEntry } from '../../pipeline/authorities/model.ts';
import { entriesOfText, readAuthorities } from '../../pipeline/authorities/read.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import type { Language } from '../../pipeline/encode/languages/model/language.ts';
import { LANGUAGES } from '../../pipeline/encode/languages/table.ts';
import { findMentions } from '../../pipeline/encode/names/find.ts';
import { indexNames } from '../../pipeline/encode/names/index/name-index.ts';
import { passagesOf } from './study.ts';

const OWN = [
  'Ellicott, Martha',
  'Indira Gandhi',
  'York, Herbert',
  'The King of Lodania',
  'the Queen',
  'My wife',
  'A lady of the Court',
  'Old Tom',
  'Arthur Wellesby, Duke of Wellingham',
  'Duchess of Kentford',
  'Hugo von Hofmannsberg',
  'Frau von Steinach',
  'Die Alte',
  'Mein Vetter',
  'Le duc d’Orval',
  'La Fontenelle',
  'El rey de Lodania',
  'Marqués de Valdoro',
  'Tran Quoc Ngan',
  'An Do',
  'Le So',
  'Miss Brookes',
  'Dr. Tuppenham',
  'King, Ernest',
  'Dean, Patrick',
  'Major, John',
];

const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

function subset<T>(values: readonly T[], next: () => number): T[] {
  const some = values.filter(() => next() < 0.5);
  return some.length > 0 ? some : values.slice(0, 1);
}

function ownEntries(): AuthorityEntry[] {
  const persons = OWN.map(
    (name, at) => `<person xml:id="p${at}"><persName>${name}</persName></person>`,
  ).join('');
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>${persons}</listPerson></standOff></TEI>`;
  return entriesOfText(tei, 'persons.xml');
}

/** The persons of the lists that are beside the checkout. */
function sharedLists(): [string, AuthorityEntry[]][] {
  return ['letters-de', 'diary-de', 'diary-en'].flatMap((genre): [string, AuthorityEntry[]][] => {
    const path = join(PROGRAM, '..', 'shared', 'genres', genre, 'authority.xml');
    if (!existsSync(path)) return [];
    return [
      [
        genre,
        [...readAuthorities([path]).entries.values()].filter(({ kind }) => kind === 'person'),
      ],
    ];
  });
}

const LISTS: readonly [string, readonly AuthorityEntry[]][] = [
  ['own', ownEntries()],
  ...sharedLists(),
];

function indexOf(entries: readonly AuthorityEntry[]) {
  return indexNames({ entries: new Map(entries.map((entry) => [entry.id, entry])) });
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Sentences of small words alone, each word once at the beginning of a sentence and once in a
 * heading in capitals.
 */
function ordinaryText({ names }: Language): string[] {
  const words = names.closed.split(' ');
  const texts: string[] = [];
  for (let at = 0; at < words.length; at += 6) {
    const some = words.slice(at, at + 6);
    texts.push(some.map((word) => `${capitalized(word)} ${some.join(' ')}.`).join(' '));
    texts.push(some.join(' ').toUpperCase());
  }
  return texts;
}

describe.each(LISTS)('the list %s', (_name, entries) => {
  it.each(LANGUAGES.map((language) => [language.name, language] as const))(
    'finds no person among the small words of %s',
    (_language, language) => {
      const next = random(7);
      const passages = passagesOf(...ordinaryText(language));
      for (let round = 0; round < 3; round++) {
        const persons = subset(entries, next);
        // An entry's own name is not an ordinary word of the text.
        const found = findMentions({ id: 'd1', passages }, indexOf(persons), language).mentions;
        expect(
          found.map((mention) => `${mention.target} ${mention.rule} ${mention.passage}`),
        ).toEqual([]);
      }
    },
  );

  it('finds each entry, or doubts which of several it is, where a text names it as listed', () => {
    const index = indexOf(entries);
    const missed = entries.filter(({ id, names }) => {
      const [main] = names;
      // A name without a capital is not searched.
      if (!main || !/\p{Lu}/u.test(main.full)) return false;
      const name =
        main.surname && main.forename
          ? `${main.forename} ${main.surname}`
          : (main.full.split(/[,(]/)[0] ?? '');
      const found = findMentions(
        { id: 'd1', passages: passagesOf(`It was said that ${name.trim()}, who came, left.`) },
        index,
      );
      const reported = [
        ...found.mentions.map(({ target }) => target),
        ...found.doubts.flatMap(({ candidates }) => candidates),
      ];
      return !reported.includes(id);
    });
    expect(missed.map(({ id, names }) => `${id} ${names[0]?.full}`)).toEqual([]);
  });

  it('takes no namesake with another forename for an entry', () => {
    const index = indexOf(entries);
    const wrong = entries.flatMap(({ id, names }) => {
      const surname = names[0]?.surname;
      if (!surname || !names[0]?.forename) return [];
      return ['Zebulon', 'Wm.'].flatMap((forename) => {
        const texts = passagesOf(`It was said that ${forename} ${surname} came.`);
        const found = findMentions({ id: 'd1', passages: texts }, index).mentions;
        return found.some(({ target }) => target === id) ? [`${forename} ${surname} ${id}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('a capital that a word has anyhow', () => {
  const entries = entriesOfText(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>${[
      ['may', 'May, Theresa'],
      ['will', 'Will'],
      ['john', 'Smith, John'],
      ['mary', 'Smith, Mary'],
      ['york', 'York, Herbert'],
    ]
      .map(([id, name]) => `<person xml:id="${id}"><persName>${name}</persName></person>`)
      .join(
        '',
      )}</listPerson><listPlace><place xml:id="nice"><placeName>Nice</placeName></place></listPlace><listOrg><org xml:id="who"><orgName>WHO</orgName></org></listOrg></standOff></TEI>`,
    'list.xml',
  );
  it.each([
    ['Theresa May came. In May we go. May we go? MAY WE USE THIS?', ['Theresa May may']],
    ['Will you come? I will. WILL YOU COME? The will was read.', []],
    [
      'John Smith and Mary Smith met. Mr. Smith left.',
      ['John Smith john', 'Mary Smith mary', 'Smith john'],
    ],
    [
      'Mary Smith and John Smith met. Mrs. Smith left.',
      ['Mary Smith mary', 'John Smith john', 'Smith mary'],
    ],
    ['Herbert York met the Duke of York.', ['Herbert York york']],
    ['It was a nice day in Nice. Nice weather it was.', ['Nice nice']],
    ['The WHO knew. WHO WROTE TO THEM? The king of Prussia did.', ['WHO who']],
  ])('%s', (text, expected) => {
    const { mentions } = findMentions(
      { id: 'd', passages: passagesOf(text) },
      indexNames({ entries: new Map(entries.map((entry) => [entry.id, entry])) }),
    );
    const found = mentions.map(({ start, end, target }) => `${text.slice(start, end)} ${target}`);
    expect(found).toEqual(expected);
  });

  it.each([
    ['The WHO knew.', 'high'],
    ['He asked WHO goes there.', 'medium'],
    ['He said that WHO goes there.', 'medium'],
  ])('%s: certainty %s', (text, certainty) => {
    const { mentions } = findMentions(
      { id: 'd', passages: passagesOf(text) },
      indexNames({ entries: new Map(entries.map((entry) => [entry.id, entry])) }),
    );
    expect(mentions.map((mention) => mention.certainty)).toEqual([certainty]);
  });
});

/**
 * The search index of an edition of fixtures: a search finds exactly the documents that contain the
 * query, for any size of the shards.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEdition } from '../../../pipeline/edition/edition.ts';
import { build } from '../../../pipeline/publish/build.ts';
import { pagePassages } from '../../../pipeline/publish/search/page-text.ts';
import { WordIndex } from '../../../pipeline/publish/search/word-index.ts';
import { foldWord } from '../../../site/assets/search/folding.js';
import { SearchIndex } from '../../../site/assets/search/search-index.js';
import { wordsOf } from '../../../site/assets/search/words.js';
import { editionOfFixtures, removeFolders, temporaryFolder } from '../edition.ts';

let place: string;
let index: SearchIndex;
/** By document its passages, each as its folded words. */
let texts: string[][][];

const read = async (name: string) => JSON.parse(readFileSync(join(place, 'search', name), 'utf8'));

beforeAll(async () => {
  place = join(temporaryFolder(), '_site');
  await build(openEdition(editionOfFixtures()), place);
  index = await SearchIndex.open(read);
  const passages: [string, string][][] = await Promise.all(
    index.documents.map((_: unknown, number: number) => index.passages(number)),
  );
  texts = passages.map((document) =>
    document.map(([, text]) => wordsOf(text).map(({ word }) => word)),
  );
});

afterAll(removeFolders);

const found = async (query: string): Promise<number[]> =>
  (await index.search(query)).results.map(({ document }) => document).sort((a, b) => a - b);

/** The results of reading everything. */
const documentsWith = (holds: (words: readonly string[]) => boolean): number[] =>
  texts.flatMap((document, number) => (document.some(holds) ? [number] : []));

describe('a search', () => {
  it('finds exactly the documents with a word, for every word of the edition', async () => {
    const words = new Set(texts.flat(2));
    expect(words.size).toBeGreaterThan(400);
    for (const word of words)
      expect(await found(word), word).toEqual(documentsWith((all) => all.includes(word)));
  });

  it('finds exactly the documents with all words, and with a phrase', async () => {
    const all = [...new Set(texts.flat(2))];
    const some = fc.constantFrom(...all);
    await fc.assert(
      fc.asyncProperty(some, some, async (one, other) => {
        const both = texts.flatMap((document, number) =>
          [one, other].every((word) => document.flat().includes(word)) ? [number] : [],
        );
        expect(await found(`${one} ${other}`)).toEqual(both);
      }),
      { seed: 1, numRuns: 200 },
    );
    const pairs = texts
      .flat()
      .flatMap((words) => words.slice(1).map((word, at) => [words[at] as string, word] as const));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pairs), fc.boolean(), async ([one, other], turned) => {
        const [first, second] = turned ? [other, one] : [one, other];
        const holds = (words: readonly string[]) =>
          words.some((word, at) => word === first && words[at + 1] === second);
        expect(await found(`"${first} ${second}"`)).toEqual(documentsWith(holds));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('finds the beginnings of words where an asterisk asks for them', async () => {
    for (const start of ['a', 'pre', 'lech', 'zz']) {
      const holds = (words: readonly string[]) => words.some((word) => word.startsWith(start));
      expect(await found(`${start}*`), start).toEqual(documentsWith(holds));
    }
  });
});

describe('the words of a text', () => {
  it.each([
    ['Lechín', 'lechin'],
    ['Straße', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['ſo', 'so'],
    ['Łódź', 'lodz'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['ﬁnd', 'find'],
    ['שָׁלוֹם', 'שלום'],
    ['λόγος', 'λογοσ'],
  ])('%s is %s', (printed, folded) => {
    expect(foldWord(printed)).toBe(folded);
    expect(wordsOf(` ${printed}, `)).toEqual([{ word: folded, start: 1, end: 1 + printed.length }]);
  });

  it('are separated by signs, and in scripts without spaces by each sign', () => {
    const words = (text: string) => wordsOf(text).map(({ word }) => word);
    expect(words('U.S. l’homme tin-mines')).toEqual(['u', 's', 'l', 'homme', 'tin', 'mines']);
    expect(words('東京 is')).toEqual(['東', '京', 'is']);
  });

  it('are those of both readings, separately', () => {
    const html =
      '<p id="p1">my <span class="choice"><span class="sic">freind</span><span class="alternative">friend</span></span>.</p>';
    expect(pagePassages(html)).toEqual([{ id: 'p1', text: 'my friend. ⟨freind⟩' }]);
  });

  it.each([
    [
      'a<span class="choice"><span class="sic">b</span><span class="alternative"><span class="sign added"> ⟨</span>c</span></span>d',
      'acd ⟨abd⟩',
    ],
    ['the <del>old</del><ins>new</ins> house', 'the new house ⟨old⟩'],
    ['wun<del>n</del>der', 'wunder ⟨wunnder⟩'],
    [
      '<span class="app"><span class="lem">Maria</span><span class="rdg w2 added"><span class="reading-mark"> [B: </span>Martha<span class="reading-mark">]</span></span></span> sat',
      'Maria sat ⟨Martha⟩',
    ],
  ])('of %s are both found, as whole words', (inner, text) => {
    expect(pagePassages(`<p id="p">${inner}</p>`)).toEqual([{ id: 'p', text }]);
  });

  it.each([
    ['hippo-<br data-break="no">drome', 'hippodrome'],
    ['croco-<a class="page added" data-break="no">2</a>dile', 'crocodile'],
    ['Kamel-<br>karawane, Vor- <br>und Nach-<br>Ruf', 'Kamelkarawane, Vor- und Nach- Ruf'],
    ['Wal<a class="note-ref added">1</a>fisch', 'Walfisch'],
    [
      'Feuer-<span class="forme-work">wehr</span><a class="page added" data-break="no">3</a>wehr',
      'Feuerwehr ⟨wehr⟩',
    ],
  ])('broken over a line or page are one: %s', (inner, text) => {
    expect(pagePassages(`<p id="p">${inner}</p>`)).toEqual([{ id: 'p', text }]);
  });

  it('are taken from the page without what it adds', () => {
    const html =
      '<p id="p1"><a class="permalink added">¶</a>One <b>t</b>wo<sup class="added">1</sup> <br>three</p><p>rest</p>';
    expect(pagePassages(html)).toEqual([
      { id: '', text: 'rest' },
      { id: 'p1', text: 'One two three' },
    ]);
  });
});

it('cuts the alphabet into shards, and writes each form with its places, the commonest first', () => {
  const words = new WordIndex();
  words.add(0, { paz: { PAZ: [7], Paz: [0, 4, 9] }, zinc: { zinc: [1] } });
  words.add(2, { paz: { PAZ: [7] } });
  words.add(3, { paz: { Paz: [2] } });
  const shards = [...words.shards(1)].map(({ first, words }) => [first, Object.fromEntries(words)]);
  expect(shards).toEqual([
    [
      'paz',
      {
        paz: [
          ['Paz', [0, 0, 4, 5], [3, 2]],
          ['PAZ', [0, 7], [2, 7]],
        ],
      },
    ],
    ['zinc', { zinc: [['', [0, 1]]] }],
  ]);
});

it('ranks what is about a word before what mentions it, front and back matter last', async () => {
  const documents = [
    { title: 'Index', matter: true },
    { title: 'Notes of a meeting' },
    { title: 'Letter', people: 'Nixon, Richard → Díaz Ordaz' },
    { title: 'Memorandum From Nixon to the President' },
    { title: 'List of Sources', matter: true },
  ].map((document) => ({ at: '', ...document }));
  const nixon = documents.map((_, number) => [number, ...(number === 0 ? [1, 2, 9, 4, 1] : [3])]);
  const ranked = await SearchIndex.open(async (name: string) =>
    name === 'index.json'
      ? { documents, facets: {}, shards: ['index'] }
      : { index: [['Index', [0, 1]]], nixon: [['Nixon', ...nixon]], sources: [['', [4, 9]]] },
  );
  const order = async (query: string) =>
    (await ranked.search(query)).results.map(({ document }) => document);
  expect(await order('Nixon')).toEqual([2, 3, 1, 0, 4]);
  expect(await order('nix*')).toEqual([2, 3, 1, 0, 4]);
  expect(await order('sources')).toEqual([4]);
  // The list is searched by its title.
  expect((await order('nixon OR sources'))[0]).toBe(4);
});

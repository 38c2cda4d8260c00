/** Search for scholars: operators, wildcards, distances, fields, exact forms, folding. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagePassages } from '../../../pipeline/publish/search/page-text.ts';
import { documentIndex, WordIndex } from '../../../pipeline/publish/search/word-index.ts';
import { parseQuery } from '../../../site/assets/search/query.js';
import { SearchIndex } from '../../../site/assets/search/search-index.js';

const PAGES = [
  '<h1 id="h">The Elections</h1><p id="a">President <a class="person">Paz</a> spoke of the elections in La Paz. Lechín came.</p><ol data-notes=""><li id="n">A telegram on Lechin and a lectern.</li></ol>',
  '<h1 id="h">Silver</h1><p id="a">Siles and paz; constitution, constitutional.</p><p id="b">Strasse, Straße: vnd vns und.</p>',
  '<p id="a">one two three four five six seven Paz</p><p id="b">elections</p>',
];

/** The index of some pages, in small shards. */
async function indexOf(pages: readonly string[], size = 20): Promise<SearchIndex> {
  const words = new WordIndex();
  const all = pages.map((page) => {
    const passages = pagePassages(page);
    return { passages, ...documentIndex(passages) };
  });
  for (const [at, { words: own }] of all.entries()) words.add(at, own);
  const shards = [...words.shards(size)];
  const files: Record<string, unknown> = {
    'index.json': {
      documents: all.map((_, at) => ({ text: `search/text/${at}.json` })),
      facets: {},
      shards: shards.map(({ first }) => first),
    },
    'vocabulary.json': shards.map((shard) => [...shard.words.keys()].join(' ')),
    'fields.json': all.map(({ fields }) => fields),
  };
  for (const [at, shard] of shards.entries())
    files[`words/${at}.json`] = Object.fromEntries(shard.words);
  return SearchIndex.open(async (name: string) => {
    read.push(name);
    return JSON.parse(JSON.stringify(files[name]));
  });
}

/** The names of the files that searches have read. */
const read: string[] = [];

let index: SearchIndex;
beforeAll(async () => {
  index = await indexOf(PAGES);
});

const found = async (query: string, folding = {}): Promise<number[]> =>
  (await index.search(query, folding)).results.map(({ document }) => document).sort();
const forms = async (query: string, folding = {}): Promise<string[]> =>
  [...(await index.search(query, folding)).forms.keys()].sort();

it('a pattern without a beginning reads the parts with words that match', async () => {
  const small = await indexOf(PAGES, 1);
  const parts = async (query: string): Promise<number> => {
    read.length = 0;
    await small.search(query);
    return read.filter((name) => name.startsWith('words/')).length;
  };
  expect([await parts('*tional'), await parts('?az'), await parts('*zzz')]).toEqual([1, 1, 0]);
});

describe('a query', () => {
  it.each([
    ['paz elections', [0, 2]],
    ['paz AND elections', [0, 2]],
    ['siles OR telegram', [0, 1]],
    ['paz NOT siles', [0, 2]],
    ['paz AND NOT (siles OR telegram)', [2]],
    ['NOT paz', []],
    ['"la paz"', [0]],
    ['paz NEAR/5 elections', [0]],
    ['elections NEAR/3 paz', [0]],
    ['elections NEAR/2 president', []],
    ['NEAR paz', []],
    ['seven NEAR elections', []],
    ['Lech?n', [0]],
    ['lec*n', [0]],
    ['*tution', [1]],
    ['(((paz', [0, 1, 2]],
    ['paz)', [0, 1, 2]],
    ['paz -siles', [0, 2]],
    ['paz -"la paz"', [1, 2]],
    ['la - paz', [0]],
    ['siles || telegram', [0, 1]],
    ['‹la paz›', [0]],
    ['="La Paz"', [0]],
    ['="la paz"', []],
    ['"paz * of"', [0]],
    ['"one * * four"', [2]],
    ['one near/1 two', [2]],
    ['one NEAR/0 two', [2]],
    ['paz NEAR/1 paz', []],
    ['note:(lechin OR siles)', [0]],
    ['note:(lechin AND NOT lectern)', []],
    ['Note:lechin', [0]],
    ['note: lechin', [0]],
  ])('%s finds %j', async (query, documents) => {
    expect(await found(query)).toEqual(documents);
  });

  it.each([
    ['note:lechin', 1],
    ['text:lechin', 1],
    ['heading:elections', 1],
    ['person:paz', 1],
    ['note:paz', 0],
    ['person:siles', 0],
    ['silver OR Silver', 1],
  ])('%s finds %i places', async (query, places) => {
    const { results } = await index.search(query);
    expect(results.flatMap(({ hits }) => hits)).toHaveLength(places);
  });

  it('finds the forms that are meant, and no others', async () => {
    expect(await forms('lechin')).toEqual(['Lechin', 'Lechín']);
    expect(await forms('=Lechín')).toEqual(['Lechín']);
    expect(await forms('lechin', { accents: true })).toEqual(['Lechin']);
    expect(await forms('Paz', { capitals: true })).toEqual(['Paz']);
    expect(await forms('strasse')).toEqual(['Strasse', 'Straße']);
    expect(await forms('strasse', { accents: true })).toEqual(['Strasse']);
    expect(await forms('und')).toEqual(['und']);
    expect(await forms('und', { sameLetters: true })).toEqual(['und', 'vnd']);
  });

  it.each([
    ['usa', [0, 1]],
    ['U.S.A.', [0, 1, 2]],
    ['"u s a"', [0, 2]],
    ['"in the usa today"', [0, 1]],
    ['"in the U.S.A. today"', [0, 1]],
    ['U.S.', [0, 1, 2, 3]],
    ['us', [0, 1, 2, 3]],
    ['=USA', [1]],
    ['=U.S.A.', [0, 2]],
    ['3000', [0, 1]],
    ['3,000', [0, 1]],
    ['"3 000"', [0]],
    ['"3000 men"', [0, 1]],
    ['12345', []],
    ['1500000', [2]],
    ['"jf kennedy"', [2]],
    ['"J. F. Kennedy"', [2]],
    ['fkennedy', []],
  ])('%s finds the forms with and without signs: %j', async (query, documents) => {
    const small = await indexOf(
      [
        '<p id="a">in the U.S.A. today, not the U.S. 3,000 men</p>',
        '<p id="a">in the USA today; the US, and 3000 men, 3.5 of 12,345,6</p>',
        '<p id="a">with us: J.F. Kennedy had 1.500.000. U. S. A.</p>',
        '<p id="a">U.S. policy, about us.</p>',
      ],
      9,
    );
    const { results } = await small.search(query);
    expect(results.map(({ document }) => document).sort()).toEqual(documents);
  });

  it('of any form is read, and finds what its parts find', async () => {
    const words = fc.constantFrom('paz', 'siles', 'elections', 'one', 'nobody', 'lech?n', 'p*');
    const query = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: 'small' }, words, tie('both'), tie('none')),
      both: fc
        .tuple(tie('any'), fc.constantFrom('AND', 'OR', ''), tie('any'))
        .map(([one, by, other]) => `(${one} ${by} ${other})`),
      none: tie('any').map((one) => `(NOT ${one})`),
    }));
    const naive = async (one: string): Promise<Set<number>> => new Set(await found(one));
    await fc.assert(
      fc.asyncProperty(query['any'] as fc.Arbitrary<string>, words, async (one, other) => {
        const [a, b] = [await naive(one), await naive(other)];
        const all = [0, 1, 2];
        expect(await found(`(${one}) AND (${other})`)).toEqual(
          all.filter((at) => a.has(at) && b.has(at)),
        );
        expect(await found(`(${one}) OR (${other})`)).toEqual(
          all.filter((at) => a.has(at) || b.has(at)),
        );
        expect(await found(`NOT (${one})`)).toEqual(all.filter((at) => !a.has(at)));
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '(',
            ')',
            '"',
            'AND',
            'NOT',
            'OR',
            'NEAR/9',
            'paz',
            '*',
            '?',
            'note:',
            '=',
            '\\',
            '[',
            ' ',
          ),
        ),
        async (parts) => {
          parseQuery(parts.join(' '));
          await index.search(parts.join(''));
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  it('with many asterisks takes no long time', async () => {
    const long = await indexOf([`<p id="a">${'a'.repeat(60)}b</p>`]);
    const begin = performance.now();
    await long.search(`${'*a'.repeat(30)}*c`);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});

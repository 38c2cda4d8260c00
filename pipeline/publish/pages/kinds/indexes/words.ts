/** The index of all words: an overview of the letters, and pages of words with forms and places. */
import type { Jump } from '../../../lists/lists.ts';
import {
  type ListedWord,
  philologicalAddress,
  philologicalTable,
  type WordForm,
} from '../../../philology/lists.ts';
import type { PageContext } from '../../model/context.ts';
import type { PageKind } from '../../model/page.ts';

/** How many words and links a page has; frequent forms link to the search for the rest. */
const WORDS = 500;
const LINKS = 3000;
const PLACES = 10;

interface WordRun {
  readonly address: string;
  readonly heading: string;
  /** The range in the list of words. */
  readonly from: number;
  readonly to: number;
}

interface WordPlace {
  readonly address: string;
  readonly text: string;
  readonly count: number;
}

interface WordRow {
  readonly word: string;
  readonly count: number;
  readonly forms: readonly (Pick<WordForm, 'form' | 'count'> & {
    readonly places: readonly WordPlace[];
    /** In how many more documents it occurs. */
    readonly more: number;
  })[];
}

interface WordsInput {
  readonly heading: string;
  readonly jumpLinks: readonly Jump[];
  readonly words: readonly WordRow[];
  /** How many words and how many different ones the edition has. */
  readonly count: number;
  readonly different: number;
  readonly table: string;
}

export const wordPages: PageKind<WordRun, WordsInput> = {
  items: (context) => (context.site.philology.kinds.includes('words') ? runsOf(context) : []),
  address: ({ address }) => address,
  input: (context, { heading, from, to }) => {
    const { words } = context.site.philology;
    return {
      heading,
      jumpLinks: runsOf(context).map(({ heading: text, address }) => ({ text, address })),
      words: words.slice(from, to).map(rowOf),
      count: words.reduce((sum, { count }) => sum + count, 0),
      different: words.length,
      table: philologicalTable('words'),
    };
  },
};

const RUNS = new WeakMap<readonly ListedWord[], readonly WordRun[]>();

/** The words in groups that fit on a page, letter by letter. */
function runsOf({ site }: PageContext): readonly WordRun[] {
  const { words } = site.philology;
  const known = RUNS.get(words);
  if (known) return known;
  const runs: WordRun[] = [];
  let from = 0;
  let links = 0;
  // A short list is one page.
  const isShort = words.length <= WORDS;
  for (const [at, { word, forms }] of words.entries()) {
    links += forms.reduce((sum, { places }) => sum + Math.min(PLACES, places.length), 0);
    const next = words[at + 1];
    const ends = next === undefined || (!isShort && letterOf(next.word) !== letterOf(word));
    if (!ends && at + 1 - from < WORDS && links < LINKS) continue;
    const first = words[from] as ListedWord;
    const letter = letterOf(word);
    const isPart = !ends || (from > 0 && letterOf((words[from - 1] as ListedWord).word) === letter);
    runs.push({
      address: addressOf(runs.length),
      heading: isPart || isShort ? `${first.word}–${word}` : letter,
      from,
      to: at + 1,
    });
    from = at + 1;
    links = 0;
  }
  RUNS.set(words, runs);
  return runs;
}

/** The first page has the index's own address. */
function addressOf(at: number): string {
  const first = philologicalAddress('words');
  return at === 0 ? first : first.replace('.html', `-${at + 1}.html`);
}

function letterOf(word: string): string {
  const [first = ''] = word;
  return /\p{L}/u.test(first) ? first.toUpperCase() : '0–9';
}

function rowOf({ word, count, forms }: ListedWord): WordRow {
  return {
    word,
    count,
    forms: forms.map(({ form, count: times, places }) => ({
      form,
      count: times,
      places: places.slice(0, PLACES).map(({ document, passages, count: here }) => ({
        address: passages[0] ? `${document.address}#${passages[0]}` : document.address,
        text: document.header.n ?? document.id,
        count: here,
      })),
      more: Math.max(0, places.length - PLACES),
    })),
  };
}

/**
 * Which philological indexes an edition has, and their content.
 *
 * `<?siglum-indexes words emendations?>` in edition.xml names them, `none` switches them off.
 * Without it an index is made if the texts have content for it; that of all words only for an
 * edition with an apparatus.
 */

import { foldWord } from '../../../site/assets/search/folding.js';
import type { Results } from '../../cache/results.ts';
import { byCodeUnit } from '../../core/text.ts';
import { indexedPassages, indexedWords } from '../search/indexed-document.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { type EditorialMark, MARK_KINDS, type MarkKind } from './marks.ts';
import { scanOf } from './scan.ts';

const PHILOLOGICAL = ['words', ...MARK_KINDS] as const;

export type PhilologicalKind = (typeof PHILOLOGICAL)[number];

/** Of the index's first page. */
export function philologicalAddress(kind: PhilologicalKind): string {
  return `/philology/${kind}.html`;
}

/** Of the same index as a table for a spreadsheet. */
export function philologicalTable(kind: PhilologicalKind): string {
  return `/data/${kind}.csv`;
}

export interface ListedMark extends EditorialMark {
  readonly document: SiteDocument;
}

interface WordPlaces {
  readonly document: SiteDocument;
  readonly count: number;
  /** Anchors of the passages, each once. */
  readonly passages: readonly string[];
}

export interface WordForm {
  readonly form: string;
  readonly count: number;
  readonly places: readonly WordPlaces[];
}

export interface ListedWord {
  /** Folded: the sort key. */
  readonly word: string;
  readonly count: number;
  /** The most frequent first. */
  readonly forms: readonly WordForm[];
}

/** More words than these are listed only if edition.xml asks for it. */
const MOST_UNASKED = 200_000;

export class PhilologicalLists {
  readonly #documents: readonly SiteDocument[];
  readonly #cache: Results;
  readonly #asked: readonly string[] | null;
  #marks: ReadonlyMap<MarkKind, readonly ListedMark[]> | undefined;
  #words: readonly ListedWord[] | undefined;
  #hasApparatus = false;

  /** `asked`: the indexes in edition.xml; null if it names none. */
  constructor(documents: readonly SiteDocument[], asked: readonly string[] | null, cache: Results) {
    this.#documents = documents;
    this.#asked = asked;
    this.#cache = cache;
  }

  /** In the order in which they are shown. */
  get kinds(): readonly PhilologicalKind[] {
    const asked = this.#asked;
    const marks = this.#collected();
    return PHILOLOGICAL.filter((kind) => {
      if (asked !== null && !asked.includes(kind)) return false;
      if (kind !== 'words') return (marks.get(kind) ?? []).length > 0;
      return asked !== null || (this.#hasApparatus && this.#size() <= MOST_UNASKED);
    });
  }

  /** Sorted by form. */
  marks(kind: MarkKind): readonly ListedMark[] {
    return this.#collected().get(kind) ?? [];
  }

  /** All words of the texts, sorted. */
  get words(): readonly ListedWord[] {
    this.#words ??= this.#collectWords();
    return this.#words;
  }

  #collected(): ReadonlyMap<MarkKind, readonly ListedMark[]> {
    if (this.#marks) return this.#marks;
    const all = new Map<MarkKind, ListedMark[]>(MARK_KINDS.map((kind) => [kind, []]));
    if (this.#asked === null || this.#asked.length > 0) {
      for (const document of this.#documents) {
        const { marks, hasApparatus } = scanOf(document, this.#cache);
        this.#hasApparatus ||= hasApparatus;
        for (const mark of marks) all.get(mark.kind)?.push({ ...mark, document });
      }
    }
    const key = ({ form, reading }: EditorialMark): string => foldWord(form || reading);
    for (const marks of all.values())
      marks.sort(
        (one, other) => byCodeUnit(key(one), key(other)) || byCodeUnit(one.form, other.form),
      );
    this.#marks = all;
    return all;
  }

  #size(): number {
    let words = 0;
    for (const document of this.#documents) {
      for (const forms of Object.values(indexedWords(document, this.#cache).words))
        for (const places of Object.values(forms)) words += places.length;
      if (words > MOST_UNASKED) break;
    }
    return words;
  }

  #collectWords(): readonly ListedWord[] {
    const all = new Map<string, Map<string, WordPlaces[]>>();
    for (const document of this.#documents) {
      const { words, starts } = indexedWords(document, this.#cache);
      const passages = indexedPassages(document, this.#cache);
      for (const [word, forms] of Object.entries(words)) {
        const known = all.get(word) ?? new Map<string, WordPlaces[]>();
        all.set(word, known);
        for (const [form, places] of Object.entries(forms)) {
          const ids = places.map((place) => passages[passageAt(starts, place)]?.id ?? '');
          const listed = { document, count: places.length, passages: [...new Set(ids)] };
          known.set(form, [...(known.get(form) ?? []), listed]);
        }
      }
    }
    return [...all]
      .map(([word, known]) => {
        const forms = [...known]
          .map(([form, places]) => ({ form, places, count: sum(places) }))
          .sort((one, other) => other.count - one.count || byCodeUnit(one.form, other.form));
        return { word, forms, count: sum(forms) };
      })
      .sort((one, other) => byCodeUnit(one.word, other.word));
  }
}

/** `starts`: the first place of each passage. */
function passageAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sum(all: readonly { readonly count: number }[]): number {
  return all.reduce((total, { count }) => total + count, 0);
}

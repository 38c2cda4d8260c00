/**
 * The word forms of all witnesses as numbers, and the score of two of them in one column.
 */
import { hasWildcard, similarity } from './edit-distance.ts';

/**
 * The properties of a form that are scored. A gap represents missing words and matches everything a
 * little.
 */
export type AlignedFormKind = 'word' | 'punctuation' | 'gap';

/** The score of two tokens in one column: 1 for the same form. Found by `npm run bench:collate`. */
const SCORES = {
  /** Two words that have little in common: one column is still better than two. */
  unrelated: -0.5,
  /** Below this similarity words count as unrelated. */
  related: 0.5,
  /** From this similarity on two words are two spellings of one, which scores `spelling`. */
  same: 0.8,
  spelling: 0.96,
  /** Two different marks of punctuation. */
  marks: 0.3,
  /** A word and a mark. */
  mixed: -1.2,
  gap: 0.1,
} as const;

/** Entries of the cache of scores; a power of two. */
const CACHE = 1 << 16;

export class FormTable {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #kinds: AlignedFormKind[] = [];
  /** By form one bit for each letter that it has: forms without common bits are not compared. */
  readonly #letters: number[] = [];
  readonly #cacheKeys = new Float64Array(CACHE).fill(-1);
  readonly #cacheScores = new Float32Array(CACHE);

  get size(): number {
    return this.#texts.length;
  }

  /** The number of a form. `text` may contain wildcards. */
  id(text: string, kind: AlignedFormKind): number {
    const key = `${kind} ${text}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#texts.length;
      this.#ids.set(key, id);
      this.#texts.push(text);
      this.#kinds.push(kind);
      this.#letters.push(hasWildcard(text) ? -1 : letterBits(text));
    }
    return id;
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  kind(id: number): AlignedFormKind {
    return this.#kinds[id] ?? 'word';
  }

  score(one: number, other: number): number {
    if (one === other) return this.#kinds[one] === 'gap' ? SCORES.gap : 1;
    const low = one < other ? one : other;
    const high = one < other ? other : one;
    const key = high * this.#texts.length + low;
    const slot = (high * 0x9e3779b1 + low * 0x85ebca6b) & (CACHE - 1);
    if (this.#cacheKeys[slot] === key) return this.#cacheScores[slot] as number;
    const score = this.#compare(one, other);
    this.#cacheKeys[slot] = key;
    this.#cacheScores[slot] = score;
    return score;
  }

  #compare(one: number, other: number): number {
    const [kind, second] = [this.#kinds[one], this.#kinds[other]];
    if (kind === 'gap' || second === 'gap') return SCORES.gap;
    if (kind !== second) return SCORES.mixed;
    if (kind === 'punctuation') return SCORES.marks;
    const common = (this.#letters[one] as number) & (this.#letters[other] as number);
    if (common === 0) return SCORES.unrelated;
    const alike = similarity(this.#texts[one] as string, this.#texts[other] as string);
    if (alike <= SCORES.related) return SCORES.unrelated;
    if (alike >= SCORES.same)
      return between(SCORES.spelling, 1, (alike - SCORES.same) / (1 - SCORES.same));
    const share = (alike - SCORES.related) / (SCORES.same - SCORES.related);
    return between(SCORES.unrelated, SCORES.spelling, share);
  }
}

function between(low: number, high: number, share: number): number {
  return low + (high - low) * share;
}

function letterBits(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

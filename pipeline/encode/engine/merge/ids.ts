/**
 * Stable identifiers: a passage keeps its published `xml:id`, even if the encoder would number it
 * differently because a paragraph has been inserted before it (CONTRIBUTING, law 5).
 *
 * Takes a fresh encoding, the document as it was encoded before, and the identifiers that are
 * taken. Returns the fresh encoding, in which every passage that was there before has its previous
 * identifier, and a new one has an identifier that no passage ever had. Passages are matched by
 * their words: the same words first, then similar ones between the same neighbours.
 */

import { signAnew } from '../../../edition/file-facts/provenance.ts';
import {
  attribute,
  descend,
  elementsIn,
  readTree,
  type TreeElement,
  walk,
} from '../../../xml/tree.ts';
import { equalPairs, sequenceDifferences } from './align.ts';

interface KeyedPassage {
  readonly id: string;
  /** The key for matching: its kind, and its words. */
  readonly key: string;
  readonly words: ReadonlySet<string>;
  readonly kind: string;
}

/** The proportion of words that two passages must share to count as the same, from 0 to 1. */
const SIMILAR = 0.4;

/** Similarity is compared only if few passages are between two matched ones. */
const MOST_BETWEEN = 200;

/** `taken`: identifiers that no new passage may get, for example those of the edited document. */
export function carryIds(
  fresh: string,
  previous: string,
  taken: ReadonlySet<string>,
  path: string,
): string {
  if (fresh === previous) return fresh;
  const before = identifiedPassages(previous, path);
  const now = identifiedPassages(fresh, path);
  const paired = pairs(before, now);
  const used = new Set([...taken, ...before.map(({ id }) => id)]);
  const renamed = new Map<string, string>();
  for (const [at, { id }] of now.entries()) {
    const old = paired.get(at);
    const own = old === undefined ? free(id, used) : (before[old]?.id ?? id);
    if (own !== id) renamed.set(id, own);
  }
  return renamed.size === 0 ? fresh : signAnew(withIds(fresh, renamed));
}

/** All identifiers in a file. */
export function allIds(tei: string): Set<string> {
  return new Set(
    Array.from(tei.matchAll(/\sxml:id\s*=\s*["']([^"']*)["']/g), ([, id]) => id as string),
  );
}

/** The identifier, or the next free number of its kind. Marks it as taken. */
function free(id: string, used: Set<string>): string {
  const [, stem = `${id}-`, number = '1'] = /^(.*?)(\d+)$/.exec(id) ?? [];
  let found = id;
  for (let next = Number(number); used.has(found); next++) found = `${stem}${next}`;
  used.add(found);
  return found;
}

/** For each passage of `now` that was there before, its place in `before`. */
function pairs(before: readonly KeyedPassage[], now: readonly KeyedPassage[]): Map<number, number> {
  const differing = sequenceDifferences(
    before.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  const found = new Map<number, number>();
  for (const [old, fresh] of equalPairs(before.length, differing)) found.set(fresh, old);
  const gone = new Set(before.keys());
  for (const old of found.values()) gone.delete(old);
  // A passage that has moved has the same words in another place.
  for (const [at, { key }] of now.entries()) {
    if (found.has(at)) continue;
    const old = [...gone].find((candidate) => before[candidate]?.key === key);
    if (old === undefined) continue;
    found.set(at, old);
    gone.delete(old);
  }
  for (const { oldStart, oldEnd, newStart, newEnd } of differing) {
    if (oldEnd - oldStart > MOST_BETWEEN || newEnd - newStart > MOST_BETWEEN) continue;
    let from = oldStart;
    for (let at = newStart; at < newEnd; at++) {
      if (found.has(at)) continue;
      const best = mostSimilar(now[at] as KeyedPassage, before, from, oldEnd, gone);
      if (best === undefined) continue;
      found.set(at, best);
      gone.delete(best);
      from = best + 1;
    }
  }
  return found;
}

function mostSimilar(
  passage: KeyedPassage,
  before: readonly KeyedPassage[],
  start: number,
  end: number,
  gone: ReadonlySet<number>,
): number | undefined {
  let best: number | undefined;
  let most = SIMILAR;
  for (let at = start; at < end; at++) {
    const other = before[at] as KeyedPassage;
    if (!gone.has(at) || other.kind !== passage.kind) continue;
    const shared = wordOverlap(passage.words, other.words);
    if (shared > most) {
      most = shared;
      best = at;
    }
  }
  return best;
}

/** Shared words divided by all words (P. Jaccard); two texts without words are equal. */
function wordOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / (one.size + other.size - shared);
}

/** The elements of the text that have an identifier, in order. */
function identifiedPassages(tei: string, path: string): KeyedPassage[] {
  const text = descend(readTree({ path, content: tei }), 'text');
  const passages: KeyedPassage[] = [];
  for (const element of text ? walk(text) : []) {
    const id = idOf(element);
    if (id === undefined) continue;
    const kind = /^.*-([A-Za-z]+)[^-]*$/.exec(id)?.[1] ?? element.local;
    const words = (ownWords(element) || firstWords(element))
      .split(/\s+/)
      .filter((word) => word !== '');
    const wording = element.local === 'pb' ? (attribute(element, 'n') ?? '') : words.join(' ');
    passages.push({
      id,
      kind,
      words: new Set(words),
      key: `${HOLDERS.has(element.local) ? kind : ''} ${wording}`,
    });
  }
  return passages;
}

/** Elements with no words but those of their parts: only their kind is compared. */
const HOLDERS = new Set(['div', 'table', 'pb', 'list', 'note']);

/** The words of an element that belong to no passage inside it. */
function ownWords(element: TreeElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child : idOf(child) === undefined ? ownWords(child) : ' ',
    )
    .join('')
    .trim();
}

/** The words of the first passage inside that has any: a division is identified by its heading. */
function firstWords(element: TreeElement): string {
  for (const child of elementsIn(element)) {
    const words = ownWords(child) || firstWords(child);
    if (words !== '') return words;
  }
  return '';
}

function idOf(element: TreeElement): string | undefined {
  return attribute(element, 'xml:id');
}

/** Gives the identifiers their new names, and all pointers to them. */
function withIds(tei: string, renamed: ReadonlyMap<string, string>): string {
  return tei.replace(/<(?:[^<>"']|"[^"]*"|'[^']*')*>/g, (tag) =>
    tag.includes('xml:id') || tag.includes('#')
      ? tag.replace(/(\sxml:id="|#)([\w.-]+)/g, (whole, lead: string, id: string) => {
          const own = renamed.get(id);
          return own === undefined ? whole : lead + own;
        })
      : tag,
  );
}

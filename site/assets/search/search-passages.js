/** Passages of a document that hold the words found, cut to what is around the first of them. */

import { make } from '../make.js';
import { PASSAGE_GAP, wordsOf } from './words.js';

/** Words shown before the first one found; twice as many after it. */
const AROUND = 12;

/**
 * The passages that hold a word that was asked for. Counts words as the index does (word-index.ts).
 */
export async function passagesWith(index, number, places) {
  const passages = [];
  let place = 0;
  for (const [id, text] of await index.passages(number)) {
    const words = wordsOf(text);
    const marked = words.map((_, at) => places.has(place + at));
    if (marked.includes(true)) passages.push({ id, text, content: excerpt(text, words, marked) });
    place += words.length + PASSAGE_GAP;
  }
  return passages;
}

/** The words around the first one found, those found marked. */
function excerpt(text, words, marked) {
  const first = marked.indexOf(true);
  const from = Math.max(0, first - AROUND);
  const to = Math.min(words.length, first + 2 * AROUND);
  const end = to < words.length ? words[to].start : text.length;
  const nodes = [];
  let at = from > 0 ? words[from].start : 0;
  for (let i = from; i < to; i++) {
    if (!marked[i]) continue;
    nodes.push(
      text.slice(at, words[i].start),
      make('mark', {}, text.slice(words[i].start, words[i].end)),
    );
    at = words[i].end;
  }
  return [from > 0 ? '… ' : '', ...nodes, text.slice(at, end), to < words.length ? '…' : ''];
}

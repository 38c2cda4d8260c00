/**
 * The results line by line: each place with the words on its left and right (KWIC), sortable by
 * either; and the forms found, with their number.
 *
 * Takes the index and its results. Returns elements for search.js to show.
 */
import { make } from '../make.js';
import { PASSAGE_GAP, wordsOf } from './words.js';

/** The most lines that are made; to sort more, all texts would have to be loaded. */
const MOST = 500;
/** Letters on either side. */
const AROUND = 60;

/**
 * @param {import('./search-index.js').SearchIndex} index
 * @param {import('./search-index.js').Result[]} results in any order
 * @param {string} sort 'left', 'right', 'form', or '' for the order of the edition
 * @returns {Promise<{ lines: object[], total: number }>}
 */
export async function linesOf(index, results, sort) {
  const ordered = [...results].sort((one, other) => one.document - other.document);
  const total = ordered.reduce((sum, { hits }) => sum + hits.length, 0);
  const wanted = [];
  let left = MOST;
  for (const { document, hits } of ordered) {
    const some = hits.slice(0, left);
    left -= some.length;
    if (some.length > 0) wanted.push({ document, hits: some });
  }
  const all = await Promise.all(wanted.map((one) => linesIn(index, one)));
  const lines = all.flat();
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keys = {
    left: ({ left }) =>
      [...wordsOf(left)]
        .reverse()
        .map(({ word }) => word)
        .join(' '),
    right: ({ right }) =>
      wordsOf(right)
        .map(({ word }) => word)
        .join(' '),
    form: ({ form }) => form,
  };
  const key = keys[sort];
  if (key) {
    const keyed = lines.map((line, at) => ({ line, at, key: key(line) }));
    keyed.sort((one, other) => collator.compare(one.key, other.key) || one.at - other.at);
    return { lines: keyed.map(({ line }) => line), total };
  }
  return { lines, total };
}

async function linesIn(index, { document, hits }) {
  const lines = [];
  let place = 0;
  for (const [id, text] of await index.passages(document)) {
    const words = wordsOf(text);
    for (const [start, length] of hits) {
      const first = words[start - place];
      const last = words[start + length - 1 - place];
      if (start < place || !first || !last) continue;
      lines.push({
        document,
        id,
        left: text.slice(Math.max(0, first.start - AROUND), first.start),
        form: text.slice(first.start, last.end),
        right: text.slice(last.end, last.end + AROUND),
      });
    }
    place += words.length + PASSAGE_GAP;
  }
  return lines;
}

/** Each place with the words around it, in a table. */
export function showLines(table, index, { lines: all, total }) {
  const { count, first, document: heading, left, form: middle, right } = table.dataset;
  const caption = (all.length < total ? first : count)
    .replace('{n}', all.length)
    .replace('{total}', total);
  const head = make(
    'tr',
    {},
    ...[left, middle, right, heading].map((text) => make('th', { scope: 'col' }, text)),
  );
  const rows = all.map(({ document: number, id, left: before, form: words, right: after }) => {
    const { page, title, number: printed } = index.documents[number];
    const link = make(
      'a',
      { href: id ? `${page}#${encodeURIComponent(id)}` : page, title },
      printed || title,
    );
    return make(
      'tr',
      {},
      make('td', { className: 'left' }, make('bdi', {}, before)),
      make('td', {}, make('mark', {}, words)),
      make('td', { className: 'right' }, after),
      make('td', { className: 'where' }, link),
    );
  });
  table.append(make('caption', {}, caption), make('thead', {}, head), make('tbody', {}, ...rows));
}

/** The forms of the words of the query, the most frequent first. */
export function showForms(table, counts, query) {
  const { form, number } = table.dataset;
  const sorted = [...counts].sort(
    ([one, a], [other, b]) => b - a || one.localeCompare(other, document.documentElement.lang),
  );
  const rows = sorted.map(([word, count]) => {
    const address = new URLSearchParams({ q: `=${word}`, view: 'lines' });
    return make(
      'tr',
      {},
      make('td', {}, make('a', { href: `?${address}` }, word)),
      make('td', { className: 'number' }, String(count)),
    );
  });
  const head = make(
    'tr',
    {},
    make('th', { scope: 'col' }, form),
    make('th', { scope: 'col' }, number),
  );
  table.append(make('caption', {}, query), make('thead', {}, head), make('tbody', {}, ...rows));
}

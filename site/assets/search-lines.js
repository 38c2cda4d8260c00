/**
 * What was found, line by line: each place with the words on its left and right (KWIC), to be sorted
 * by either; and the forms that were found, with their number.
 *
 * In: the index and its results. Out: elements for search.js to show.
 */
import { PASSAGE_GAP, wordsOf } from './words.js';

/** Lines that are made at most; to sort more, all texts would have to be loaded. */
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

/** The forms as CSV, for a spreadsheet. */
export function formsAsCsv(forms) {
  const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return ['form,count', ...forms.map(([form, count]) => `${cell(form)},${count}`)].join('\r\n');
}

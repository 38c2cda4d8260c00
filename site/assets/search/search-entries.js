/**
 * The entries (persons, places …) with all words of the query in their names, above the documents.
 * They come from search/entries.json; a word of a query is a whole word of a name, or with an
 * asterisk the beginning of one.
 */
import { joinedWordsOf, wordsOf } from './words.js';

const MOST = 8;

const form = document.querySelector('#site-search');
const place = document.querySelector('#site-search-entries');
let entries;

function asked() {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  // Operators and fields of the search apply to texts: only plain words find entries.
  if (/[|()~]|\w:/.test(query)) return [];
  return query.split(/\s+/).flatMap((part) => {
    const text = part.replace(/\*$/, '');
    const words = wordsOf(text);
    const joined = joinedWordsOf(text, words);
    const isBeginning = part.endsWith('*');
    return words.map(({ word }, at) => ({
      isBeginning,
      // A word of initials or of a number may be found in the joined form instead.
      words: [word, ...joined.filter((one) => inside(at, one)).map((one) => one.word)],
    }));
  });
}

function inside(at, joined) {
  return at >= joined.at && at < joined.at + joined.length;
}

async function show() {
  const parts = asked();
  if (parts.length === 0 || !place) {
    place?.replaceChildren();
    return;
  }
  entries ??= fetch(new URL('../../search/entries.json', import.meta.url))
    .then((response) => (response.ok ? response.json() : []))
    .catch(() => []);
  const all = await entries;
  const found = all.filter(([, , words]) => {
    const own = words.split(' ');
    const holds = (word, isBeginning) =>
      own.some((one) => (isBeginning ? one.startsWith(word) : one === word));
    return parts.every((part) => part.words.some((word) => holds(word, part.isBeginning)));
  });
  found.sort(([, , , one], [, , , other]) => other - one);
  place.replaceChildren(
    ...found.slice(0, MOST).map(([name, address, , count, kind]) => {
      const item = document.createElement('li');
      const link = Object.assign(document.createElement('a'), {
        href: address,
        textContent: name,
      });
      const what = Object.assign(document.createElement('span'), {
        className: 'count',
        textContent: ` ${place.dataset[kind] ?? kind} · ${count}`,
      });
      item.append(link, what);
      return item;
    }),
  );
}

if (form && place) {
  const changed = () => setTimeout(show, 300);
  form.addEventListener('input', changed);
  form.addEventListener('submit', changed);
  addEventListener('popstate', changed);
  await show();
}

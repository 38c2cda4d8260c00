/**
 * The search page: the query, the results, passage by passage.
 *
 * Takes the form of the page, its address (?q=words&person=…), and the files in search/. Returns
 * documents with the passages that contain the words; each leads to its place. The address contains
 * the query, so that a search can be linked, revisited and cited.
 */

import { make } from '../make.js';
import { byDate, isInYears } from './search-dates.js';
import { SearchIndex } from './search-index.js';
import { linesOf, showForms, showLines } from './search-lines.js';
import { passagesWith } from './search-passages.js';

const PAGE = 10;
const PASSAGES = 3;
const TYPED_MS = 250;

const form = document.querySelector('#site-search');
const status = document.querySelector('#site-search-status');
const similar = document.querySelector('#site-search-similar');
const found = document.querySelector('#site-search-found');
const more = document.querySelector('#site-search-more');
const lines = document.querySelector('#site-search-lines');
const forms = document.querySelector('#site-search-forms');
const selects = [...form.querySelectorAll('select.facet')];

const loading = document.querySelector('#site-search-loading');
loading.hidden = false;

let index;
let runs = 0;
try {
  index = await SearchIndex.open(async (name) => {
    const response = await fetch(new URL(`../../search/${name}`, import.meta.url));
    if (!response.ok) throw new Error(`search/${name}: ${response.status}`);
    return response.json();
  });
} catch {
  // The page already says what to use without scripts.
}
loading.hidden = true;

if (index) {
  for (const [name, documents] of Object.entries(index.facets)) {
    const select = form.elements[name];
    if (!select || Object.keys(documents).length === 0) continue;
    const values = Object.keys(documents).sort((a, b) =>
      a.localeCompare(b, document.documentElement.lang, { numeric: true }),
    );
    select.append(...values.map((value) => new Option(value, value)));
    select.parentElement.hidden = false;
  }
  fromAddress();

  let timer;
  form.addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    const typed = target.type === 'search';
    timer = setTimeout(() => search(typed ? 'replace' : 'push'), typed ? TYPED_MS : 0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search('push');
  });
  addEventListener('popstate', () => {
    fromAddress();
    search();
  });
  document.querySelector('#site-search-without').remove();
  form.hidden = false;
  await search();
  await restorePlace();
}

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    // An address without “fold” says nothing about choices that are made from the start.
    const isDefault = field.defaultChecked && !asked.has('fold');
    if (field.type === 'checkbox') field.checked = asked.has(field.name) || isDefault;
    else if (field.type === 'hidden') continue;
    else if (field.name) field.value = asked.get(field.name) ?? '';
  }
  // Active choices are not hidden.
  for (const details of form.querySelectorAll('[data-opens]')) {
    const fields = [...details.querySelectorAll('[name]')];
    if (fields.some(({ name }) => asked.get(name))) details.open = true;
  }
}

/** Runs the search in the form. `history`: how the address is changed, 'push' or 'replace'. */
async function search(change) {
  const asked = new URLSearchParams(
    [...new FormData(form)].filter(([, value]) => value.trim() !== ''),
  );
  if (change) history[`${change}State`](null, '', asked.size > 0 ? `?${asked}` : location.pathname);
  const words = (asked.get('q') ?? '').trim();
  const filters = selects.filter(({ value }) => value);
  const isDated = asked.has('from') || asked.has('to');
  runs += 1;
  const run = runs;
  if (words === '' && filters.length === 0 && !isDated) {
    status.textContent = '';
    similar.replaceChildren();
    clear();
    return;
  }
  const folding = {
    capitals: asked.has('capitals'),
    accents: asked.has('accents'),
    sameLetters: asked.has('uv'),
  };
  loading.hidden = false;
  const answer = words === '' ? null : await index.search(words, folding);
  if (run === runs) loading.hidden = true;
  const { results: all, missing } = answer ?? { results: everything(), missing: [] };
  // A slower answer to an earlier query is not shown.
  if (run !== runs) return;
  const wanted = filters.map(({ name, value }) => new Set(index.facets[name]?.[value]));
  const [from, to] = [asked.get('from'), asked.get('to')];
  const results = all.filter(
    ({ document }) =>
      wanted.every((documents) => documents.has(document)) &&
      isInYears(index.documents[document], from, to),
  );
  if (asked.get('order') === 'date') results.sort(byDate(index.documents));
  count(new Set(results.map(({ document }) => document)));
  const { none, one, other } = status.dataset;
  status.textContent =
    results.length === 0
      ? none
      : (results.length === 1 ? one : other).replace('{n}', results.length);
  similar.replaceChildren(...missing.map((part) => notFound(part, words)));
  clear();
  const view = asked.get('view');
  if (view === 'forms' && answer) showForms(forms, answer.forms, words);
  else if (view === 'lines' && answer) {
    const made = await linesOf(index, results, asked.get('sort') ?? '');
    if (run === runs) showLines(lines, index, made);
  } else await show(results, 0, run);
}

/** The way back leads to as many results as were shown, and to the place in them. */
async function restorePlace() {
  const key = () => `siglum-search${location.search}`;
  addEventListener('pagehide', () => {
    const place = { shown: found.children.length, top: scrollY };
    try {
      sessionStorage.setItem(key(), JSON.stringify(place));
    } catch {
      // Without storage, going back leads to the first results.
    }
  });
  const [{ type } = {}] = performance.getEntriesByType('navigation');
  if (type !== 'back_forward') return;
  try {
    const { shown = 0, top = 0 } = JSON.parse(sessionStorage.getItem(key()) ?? '{}');
    while (found.children.length < shown && !more.hidden) await more.firstElementChild.onclick();
    scrollTo(0, top);
  } catch {
    // The same.
  }
}

function clear() {
  found.replaceChildren();
  lines.replaceChildren();
  forms.replaceChildren();
  more.hidden = true;
}

function everything() {
  return index.documents.map((_, document) => ({ document, hits: [], places: new Set() }));
}

/** A word that occurs nowhere, with links that search for similar ones instead. */
function notFound({ asked, similar: words }, query) {
  const { missing, nearest } = similar.dataset;
  const line = make('p', {}, missing.replace('{words}', asked));
  if (words.length > 0) line.append(` ${nearest} `);
  for (const [at, word] of words.entries()) {
    const address = new URLSearchParams({ q: query.replace(asked, word) });
    line.append(at > 0 ? ', ' : '', make('a', { href: `?${address}` }, word));
  }
  return line;
}

/** Beside each value of a facet, how many of the documents found have it. */
function count(documents) {
  for (const { name, options } of selects) {
    for (const option of options) {
      const n = (index.facets[name]?.[option.value] ?? []).filter((id) => documents.has(id)).length;
      if (option.value) option.text = `${option.value} (${n})`;
    }
  }
}

async function show(results, from, run) {
  const items = await Promise.all(results.slice(from, from + PAGE).map(item));
  if (run !== runs) return;
  found.append(...items);
  if (from > 0) items[0]?.querySelector('a').focus();
  more.hidden = from + PAGE >= results.length;
  more.firstElementChild.onclick = () => show(results, from + PAGE, run);
}

/** One document with its passages. */
async function item({ document: number, places }) {
  const { page, title, date, number: printed } = index.documents[number];
  const link = make(
    'a',
    { href: page, className: 'document-title' },
    printed ? `${printed}. ${title}` : title,
  );
  const holding = places.size > 0 ? await passagesWith(index, number, places) : [];
  // What was found in the title is marked there, and not shown again as a passage.
  const titled = holding.find(({ text }) => text === link.textContent || text === title);
  if (titled) link.replaceChildren(...titled.content);
  const passages = holding
    .filter((passage) => passage !== titled)
    .map(({ id, content }) =>
      make(
        'li',
        {},
        make('a', { href: id ? `${page}#${encodeURIComponent(id)}` : page }, ...content),
      ),
    );
  const rest = passages.splice(PASSAGES);
  const all = make('ol', { className: 'passages' }, ...passages);
  all.setAttribute('role', 'list');
  const parts = [make('p', {}, link, date ? make('span', { className: 'when' }, ` ${date}`) : '')];
  if (passages.length > 0) parts.push(all);
  if (rest.length > 0) {
    const button = make(
      'button',
      { type: 'button' },
      found.dataset.more.replace('{n}', rest.length),
    );
    button.onclick = () => {
      all.append(...rest);
      button.remove();
      rest[0].firstElementChild.focus();
    };
    parts.push(button);
  }
  return make('li', {}, ...parts);
}

/**
 * The search page: what is asked, what was found, passage by passage.
 *
 * In: the form of the page, its address (?q=words&person=…), and Pagefind's index in search/. Out: documents with the passages that hold the
 * words; each leads to its place. The address keeps what is asked, so that a search can be linked, gone back to and cited.
 */
const PAGE = 10;
const PASSAGES = 3;
const AROUND = 12;
const TYPED_MS = 250;
/** Elements that are a passage of their own; names, dates and pages stand within one. */
const PASSAGE = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'div',
  'section',
  'td',
  'th',
  'dd',
  'caption',
  'blockquote',
]);

const form = document.querySelector('#site-search');
const told = document.querySelector('#site-search-told');
const found = document.querySelector('#site-search-found');
const more = document.querySelector('#site-search-more');
const selects = [...form.querySelectorAll('select')];

let pagefind;
/** By facet and value: the identifiers of the records that have it. */
let facets;
try {
  pagefind = await import('../search/pagefind.js');
  await pagefind.init();
  const index = await (await fetch(new URL('../search/facets.json', import.meta.url))).json();
  facets = index.facets;
  for (let part = 2; part <= index.parts; part++) {
    await pagefind.mergeIndex(new URL(`../search/parts/${part}/`, import.meta.url).href);
  }
} catch {
  // The page says already what to use instead.
}

if (pagefind) {
  for (const [name, counts] of Object.entries(facets)) {
    const select = form.elements[name];
    if (!select || Object.keys(counts).length === 0) continue;
    const values = Object.keys(counts).sort((a, b) =>
      a.localeCompare(b, document.documentElement.lang, { numeric: true }),
    );
    select.append(...values.map((value) => new Option(value, value)));
    select.parentElement.hidden = false;
  }
  fromAddress();

  let timer;
  form.addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => search(target.type === 'search' ? 'replace' : 'push'),
      target.type === 'search' ? TYPED_MS : 0,
    );
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
  // Only now can it be asked.
  document.querySelector('#site-search-without').remove();
  form.hidden = false;
  await search();
}

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) if (field.name) field.value = asked.get(field.name) ?? '';
}

/** Asks what the form says. `keep`: how the address takes it over, 'push' or 'replace'. */
async function search(keep) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
  if (keep) history[`${keep}State`](null, '', asked.size > 0 ? `?${asked}` : location.pathname);
  const words = (asked.get('q') ?? '').trim();
  const filters = Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  search.run = (search.run ?? 0) + 1;
  const { run } = search;
  if (words === '' && Object.keys(filters).length === 0) {
    told.textContent = '';
    found.replaceChildren();
    more.hidden = true;
    return;
  }
  const { results: all } = await pagefind.search(words === '' ? null : words);
  // A slower answer to an earlier question is not shown.
  if (run !== search.run) return;
  const wanted = Object.entries(filters).map(([name, value]) => new Set(facets[name]?.[value]));
  const results = all.filter(({ id }) => wanted.every((records) => records.has(id)));
  count(new Set(results.map(({ id }) => id)));
  const { none, one, other } = told.dataset;
  told.textContent = results.length === 0 ? none : (results.length === 1 ? one : other).replace('{n}', results.length);
  found.replaceChildren();
  await show(results, 0, run);
}

/** Beside each value of a facet, how many of the documents found have it. */
function count(records) {
  for (const { name, options } of selects) {
    for (const option of options) {
      const n = (facets[name]?.[option.value] ?? []).filter((id) => records.has(id)).length;
      if (option.value) option.text = `${option.value} (${n})`;
    }
  }
}

async function show(results, from, run) {
  const loaded = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
  if (run !== search.run) return;
  const items = loaded.map(item);
  found.append(...items);
  if (from > 0) items[0]?.querySelector('a').focus();
  more.hidden = from + PAGE >= results.length;
  more.firstElementChild.onclick = () => show(results, from + PAGE, run);
}

/** One document with its passages. */
function item(data) {
  const { title, date, number } = data.meta;
  const link = make('a', { href: data.raw_url, className: 'document-title' }, number ? `${number}. ${title}` : title);
  const passages = passagesOf(data).map((passage) =>
    make('li', {}, make('a', { href: `${data.raw_url}#${passage.id}` }, ...excerpt(data, passage.locations))),
  );
  const rest = passages.splice(PASSAGES);
  const all = make('ol', { className: 'passages' }, ...passages);
  all.setAttribute('role', 'list');
  const parts = [make('p', {}, link, date ? make('span', { className: 'when' }, ` ${date}`) : '')];
  if (passages.length > 0) parts.push(all);
  if (rest.length > 0) {
    const button = make('button', { type: 'button' }, found.dataset.more.replace('{n}', rest.length));
    button.onclick = () => {
      all.append(...rest);
      button.remove();
      rest[0].firstElementChild.focus();
    };
    parts.push(button);
  }
  return make('li', {}, ...parts);
}

/** The passages that hold a word that was asked for, in the order of the text, with the places of the words. */
function passagesOf({ anchors, locations }) {
  const passages = new Map();
  const starts = anchors
    .filter(({ element, id }) => PASSAGE.has(element) && id)
    .sort((a, b) => a.location - b.location);
  for (const location of [...new Set(locations)].sort((a, b) => a - b)) {
    const start = starts.findLast((anchor) => anchor.location <= location);
    if (!start) continue;
    const passage = passages.get(start.id) ?? { id: start.id, locations: [] };
    passage.locations.push(location);
    passages.set(start.id, passage);
  }
  return [...passages.values()];
}

/** The words around the first one found, those found marked. */
function excerpt({ raw_content: content }, locations) {
  const words = content.split(/\s+/);
  const from = Math.max(0, locations[0] - AROUND);
  const to = Math.min(words.length, locations[0] + 2 * AROUND);
  const marked = new Set(locations);
  const nodes = words
    .slice(from, to)
    .flatMap((word, place) => [marked.has(from + place) ? make('mark', {}, word) : word, ' ']);
  return [from > 0 ? '… ' : '', ...nodes, to < words.length ? '…' : ''];
}

function make(name, properties, ...content) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
}

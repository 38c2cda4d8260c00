/**
 * Two texts side by side: documents, readings of one document, witnesses, releases. Rows contain
 * corresponding passages, so that both columns scroll together; words that differ are marked.
 *
 * Takes the form, the address (?left=documents/d1.html&left-reading=source&right=…), the pages of
 * the documents, and data/corresponding.json (@corresp). Returns rows, and the address of the
 * choice.
 */

import { alignPassages } from './align-passages.js';
import { make } from './make.js';
import { passagesOfPage, readingsOf } from './readings.js';

const form = document.querySelector('#site-compare');
const status = document.querySelector('#site-compare-status');
const rows = document.querySelector('#site-compare-rows');
const pages = new Map();
let corresponding = {};
let runs = 0;
let at = -1;

const root = new URL('../', import.meta.url);

/** @param {string} address from the site's root */
async function pageAt(address) {
  const url = new URL(address, root);
  // Only pages of this site.
  if (!url.href.startsWith(root.href)) throw new Error(address);
  const known =
    pages.get(url.href) ??
    fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.text();
    });
  pages.set(url.href, known);
  return new DOMParser().parseFromString(await known, 'text/html');
}

try {
  const [index, pairs] = await Promise.all(
    ['search/index.json', 'data/corresponding.json'].map(async (name) =>
      (await fetch(new URL(name, root))).json(),
    ),
  );
  corresponding = pairs;
  for (const side of ['left', 'right'])
    form.elements[side].append(
      ...index.documents.map(
        ({ page, title, number }) => new Option(number ? `${number}. ${title}` : title, page),
      ),
    );
  const asked = new URLSearchParams(location.search);
  const [first, second] = index.documents;
  form.elements.left.value = asked.get('left') ?? first.page;
  form.elements.right.value = asked.get('right') ?? (second ?? first).page;
  for (const side of ['left', 'right']) {
    const version = form.elements[`${side}-version`];
    if (version) version.value = asked.get(`${side}-version`) ?? '';
    await offerReadings(side, asked.get(`${side}-reading`));
  }
  form.addEventListener('change', async ({ target }) => {
    if (['left', 'right'].includes(target.name)) await offerReadings(target.name, null);
    const choice = new URLSearchParams(new FormData(form));
    history.replaceState(null, '', `?${choice}`);
    await show();
  });
  for (const button of form.querySelectorAll('[data-step]'))
    button.addEventListener('click', () => step(Number(button.dataset.step)));
  document.querySelector('#site-compare-without').remove();
  form.hidden = false;
  await show();
} catch {
  // The page already says what to use without scripts.
}

/** The readings of a document: as written, as meant, of each witness. */
async function offerReadings(side, wanted) {
  const select = form.elements[`${side}-reading`];
  for (const option of [...select.options].slice(2)) option.remove();
  try {
    const page = await pageAt(form.elements[side].value);
    for (const { value, text } of readingsOf(page)) select.append(new Option(text, value));
  } catch {
    // The error is reported when the text is shown.
  }
  select.value = wanted ?? 'edited';
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

async function show() {
  runs += 1;
  const run = runs;
  const sides = ['left', 'right'].map((side) => ({
    page: form.elements[side].value,
    version: form.elements[`${side}-version`]?.value ?? '',
    reading: form.elements[`${side}-reading`].value,
  }));
  let texts;
  try {
    texts = await Promise.all(
      sides.map(async ({ page, version, reading }) =>
        passagesOfPage(await pageAt(version + page), reading),
      ),
    );
  } catch (error) {
    status.textContent = status.dataset.missing.replace('{page}', error.message);
    rows.replaceChildren();
    return;
  }
  if (run !== runs) return;
  const [left, right] = sides.map(({ page }) => page);
  const pairs =
    left === right
      ? []
      : [
          ...(corresponding[left] ?? []),
          ...(corresponding[right] ?? []).map(([own, other]) => [other, own]),
        ];
  const aligned = alignPassages(texts[0], texts[1], pairs);
  rows.replaceChildren(...aligned.map(([left, right]) => rowOf(left, right, sides)));
  at = -1;
  const count = rows.querySelectorAll('.differs').length;
  const { none, one, other } = status.dataset;
  status.textContent = count === 0 ? none : (count === 1 ? one : other).replace('{n}', count);
}

/** A pair of passages; words that only one side has are marked. */
function rowOf(left, right, sides) {
  const isSame = left?.text === right?.text;
  const isLike = left && right && likeness(left.text, right.text) > 0.3;
  const parts =
    isLike && !isSame ? globalThis.Diff.diffWordsWithSpace(left.text, right.text) : null;
  const cell = (passage, side, mine) => {
    if (!passage) return make('div', { className: 'absent' });
    const { page, version } = sides[side];
    const link = make(
      'a',
      { className: 'permalink', href: `${version}${page}#${encodeURIComponent(passage.id)}` },
      '¶',
    );
    const words = parts
      ? parts
          .filter((part) => (!part.added && !part.removed) || part[mine])
          .map((part) => (part[mine] ? make('mark', {}, part.value) : part.value))
      : [passage.text];
    return make('div', { lang: passage.lang }, passage.id ? link : '', ...words);
  };
  const row = make('li', {}, cell(left, 0, 'removed'), cell(right, 1, 'added'));
  if (!isSame && (parts || !left || !right)) row.classList.add('differs');
  return row;
}

function likeness(one, other) {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  const both = [...a].filter((word) => b.has(word)).length;
  return (2 * both) / Math.max(1, a.size + b.size);
}

/** Moves to the next or the previous difference. */
function step(by) {
  const all = [...rows.querySelectorAll('.differs')];
  if (all.length === 0) return;
  at = (at + by + all.length) % all.length;
  const row = all[at];
  for (const other of all) other.classList.toggle('current', other === row);
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'center' });
}

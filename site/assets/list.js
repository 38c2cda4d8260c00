/**
 * Scripts for a list that is a finding aid: a field that filters it, chips for the values of its
 * rows, and buttons that sort it.
 *
 * The page is complete without this file. Rows are the elements with `data-row`; the form names the
 * attributes for filtering. The choices are in the address, so that they can be linked and survive
 * going back.
 */
import { foldWord } from './search/folding.js';

(() => {
  /** More values than this are offered in a select element. */
  const MOST_CHIPS = 12;

  const form = document.querySelector('#site-narrow');
  const list = document.querySelector('[data-list]');
  if (!form || !list) return;
  const rows = [...list.querySelectorAll('[data-row]')];
  const first = rows.map((row) => row.parentElement);
  const headings = [...list.querySelectorAll('tr.chapter, [data-group]')];
  const texts = rows.map((row) => foldWord(row.textContent));
  const status = form.querySelector('[role="status"]');
  const field = form.querySelector('input[type="search"]');
  const facets = [...form.querySelectorAll('[data-facet]')].flatMap(facetOf);
  const asked = new URLSearchParams(location.search);
  let sorted = { key: 'order', descending: false };

  function valuesOf(row, name) {
    return (row.dataset[name] ?? '').split('|').filter((value) => value !== '');
  }

  /** The chips or the select element of one facet; undefined if all rows have one value. */
  function facetOf(fieldset) {
    const name = fieldset.dataset.facet;
    const counts = new Map();
    /** "599" for 0599, "44 BCE" for -0044; other values are their own names. */
    const names = new Map();
    for (const row of rows)
      for (const value of valuesOf(row, name)) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
        names.set(value, row.dataset[`${name}Name`] ?? value);
      }
    if (counts.size < 2) {
      fieldset.remove();
      return [];
    }
    const all = [...counts.keys()].sort((a, b) =>
      a.localeCompare(b, document.documentElement.lang, { numeric: true }),
    );
    if (all.length > MOST_CHIPS) {
      const select = document.createElement('select');
      select.setAttribute('aria-label', fieldset.querySelector('legend').textContent);
      select.append(new Option(form.dataset.any, ''));
      for (const value of all)
        select.append(new Option(`${names.get(value)} (${counts.get(value)})`, value));
      fieldset.append(select);
      select.addEventListener('change', () => narrow(true));
      return [
        {
          name,
          get: () => select.value,
          set: (value) => (select.value = all.includes(value) ? value : ''),
        },
      ];
    }
    const chips = all.map((value) => {
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.className = 'chip';
      chip.append(
        names.get(value),
        ' ',
        Object.assign(document.createElement('small'), {
          textContent: counts.get(value),
        }),
      );
      chip.setAttribute('aria-pressed', 'false');
      chip.addEventListener('click', () => {
        const on = chip.getAttribute('aria-pressed') !== 'true';
        choose(on ? value : '');
        narrow(true);
      });
      return [value, chip];
    });
    fieldset.append(...chips.map(([, chip]) => chip));
    const choose = (value) => {
      for (const [own, chip] of chips) chip.setAttribute('aria-pressed', String(own === value));
    };
    const pressed = () => chips.find(([, chip]) => chip.getAttribute('aria-pressed') === 'true');
    return [{ name, get: () => pressed()?.[0] ?? '', set: choose }];
  }

  function narrow(changed) {
    const words = foldWord(field.value).split(/\s+/).filter(Boolean);
    const chosen = facets.map(({ name, get }) => [name, get()]).filter(([, value]) => value !== '');
    let shown = 0;
    for (const [at, row] of rows.entries()) {
      const fits =
        words.every((word) => texts[at].includes(word)) &&
        chosen.every(([name, value]) => valuesOf(row, name).includes(value));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    hideEmptyHeadings();
    const isNarrowed = words.length > 0 || chosen.length > 0;
    status.textContent = !isNarrowed
      ? ''
      : shown === 0
        ? form.dataset.none
        : form.dataset.shown.replace('{n}', shown).replace('{all}', rows.length);
    if (!changed) return;
    const query = new URLSearchParams(chosen);
    if (field.value.trim() !== '') query.set('words', field.value.trim());
    if (sorted.key !== 'order') query.set('sort', (sorted.descending ? '-' : '') + sorted.key);
    history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  }

  /** A heading is shown while a row is under it, unless the list is sorted differently. */
  function hideEmptyHeadings() {
    for (const heading of headings) {
      if (heading.matches('tr')) {
        const level = Number(/level-(\d+)/.exec(heading.className)?.[1]);
        let next = heading.nextElementSibling;
        let any = false;
        for (; next && !any; next = next.nextElementSibling) {
          const other = /\bchapter level-(\d+)/.exec(next.className)?.[1];
          if (other && Number(other) <= level) break;
          any = next.matches('[data-row]') && !next.hidden;
        }
        heading.hidden = sorted.key !== 'order' || !any;
      } else heading.hidden = !heading.querySelector('[data-row]:not([hidden])');
    }
  }

  /** Rows in another order have no headings; in their own order they go back below them. */
  function sort(key, descending) {
    sorted = { key, descending };
    const value = (row) => row.dataset[key] ?? '';
    const known = rows.filter((row) => value(row) !== '');
    const unknown = rows.filter((row) => value(row) === '');
    known.sort((a, b) => value(a).localeCompare(value(b), 'en', { numeric: true }));
    if (descending) known.reverse();
    if (key === 'order') restore();
    else {
      const place = first[0];
      place.append(...known, ...unknown);
    }
    for (const [own, button] of buttons) {
      const state = own !== key ? 'none' : descending ? 'descending' : 'ascending';
      const cell = button.closest('th');
      if (cell) cell.setAttribute('aria-sort', state);
      else button.setAttribute('aria-pressed', String(own === key));
    }
    narrow(true);
  }

  const order = [...list.querySelectorAll('[data-row], tr.chapter')];
  function restore() {
    if (list.matches('table')) first[0].append(...order);
    else for (const [at, row] of rows.entries()) first[at].append(row);
  }

  const buttons = [...list.querySelectorAll('[data-sort]')].map((label) => {
    const key = label.dataset.sort;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...label.childNodes);
    label.replaceWith(button);
    button.addEventListener('click', () => {
      const again = sorted.key === key;
      sort(key, again ? !sorted.descending && key !== 'order' : key === 'count');
    });
    return [key, button];
  });
  for (const sorting of list.querySelectorAll('.sorting')) sorting.hidden = false;

  field.addEventListener('input', () => narrow(true));
  form.addEventListener('submit', (event) => event.preventDefault());
  field.value = asked.get('words') ?? '';
  for (const { name, set } of facets) set(asked.get(name) ?? '');
  const [, minus, key] = /^(-?)(\w+)$/.exec(asked.get('sort') ?? '') ?? [];
  if (rows.length > 3) form.hidden = false;
  if (key && buttons.some(([own]) => own === key)) sort(key, minus === '-');
  else if (asked.size > 0) narrow(false);
})();

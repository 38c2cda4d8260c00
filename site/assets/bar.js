/**
 * Scripts for the bar of a document's page: the page of the print that is in view, panels that
 * close, settings that are remembered, a citation to copy; and names and passage marks with one tab
 * stop each.
 */
(() => {
  const bar = document.querySelector('#site-bar');
  const text = document.querySelector('.reading');
  if (!bar || !text) return;

  /* The page in view: the last page mark above the middle of the upper half of the window. */
  const shown = bar.querySelector('.bar-page');
  const marks = [...document.querySelectorAll('.edition a.page')];
  const numberOf = (mark) => mark.querySelector('.page-number')?.textContent.trim() ?? '';
  let waiting = false;
  function showPage() {
    waiting = false;
    const line = window.innerHeight / 4;
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle].getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    const number = low > 0 ? numberOf(marks[low - 1]) : '';
    const words = number === '' ? '' : `${shown.dataset.page} ${number}`;
    if (shown.textContent !== words) shown.textContent = words;
  }
  if (shown && marks.length > 0) {
    const later = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(showPage);
    };
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    showPage();
  }

  /* Panels: one at a time, closed by Escape, by following a link, and by a click outside. */
  const panels = [...bar.querySelectorAll('details')];
  for (const panel of panels) {
    panel.addEventListener('toggle', () => {
      if (panel.open) for (const other of panels) if (other !== panel) other.open = false;
    });
    panel.addEventListener('click', ({ target }) => {
      if (target.closest('a[href^="#"]')) panel.open = false;
    });
  }
  document.addEventListener('keydown', ({ key }) => {
    const open = key === 'Escape' && panels.find((panel) => panel.open);
    if (!open) return;
    open.open = false;
    open.querySelector('summary').focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    for (const panel of panels) if (panel.open && !panel.contains(target)) panel.open = false;
  });

  /*
   * Settings are valid for all documents, except the choice of a witness, which belongs to this
   * one.
   */
  const KEY = 'siglum-view';
  const boxes = [...bar.querySelectorAll('.view input, .styles input')].filter(
    ({ name }) => name !== 'site-text',
  );
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const box of boxes) {
      if (box.type === 'radio' ? stored[box.id] === true : box.id in stored)
        box.checked = stored[box.id] === true;
    }
    bar.addEventListener('change', () => {
      const now = Object.fromEntries(boxes.map(({ id, checked }) => [id, checked]));
      localStorage.setItem(KEY, JSON.stringify(now));
    });
  } catch {
    // Without storage the settings are valid for this page.
  }

  const copy = bar.querySelector('[data-copy-citation]');
  if (copy) {
    const status = copy.parentElement.querySelector('[role="status"]');
    copy.parentElement.hidden = false;
    copy.addEventListener('click', async () => {
      const citation = [...bar.querySelectorAll('.citation')].find((one) => one.offsetParent);
      if (!citation) return;
      try {
        await navigator.clipboard.writeText(citation.textContent.trim());
        status.textContent = status.dataset.copied;
      } catch {
        getSelection().selectAllChildren(citation);
        status.textContent = status.dataset.selected;
      }
    });
  }

  /* One tab stop for many links: the arrow keys move from one to the next. */
  function group(selector) {
    const links = [...document.querySelectorAll(selector)];
    if (links.length < 3) return;
    let current = links[0];
    for (const link of links) link.tabIndex = link === current ? 0 : -1;
    const places = new Map(links.map((link, at) => [link, at]));
    const enter = (link) => {
      if (link === current) return;
      current.tabIndex = -1;
      link.tabIndex = 0;
      current = link;
    };
    document.addEventListener('focusin', ({ target }) => {
      if (places.has(target)) enter(target);
    });
    document.addEventListener('keydown', (event) => {
      const at = places.get(document.activeElement);
      if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = {
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        ArrowLeft: at - 1,
        ArrowUp: at - 1,
        Home: 0,
        End: links.length - 1,
      }[event.key];
      const next = links[to];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    });
  }
  const named = ['person', 'place', 'org', 'term', 'date'];
  group(named.map((kind) => `.edition a.${kind}`).join());
  group('.edition a.permalink, .edition a.page');
})();

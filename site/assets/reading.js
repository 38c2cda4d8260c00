/**
 * Scripts for a document's page: a card beside a name, and the address and citation of a passage to
 * copy.
 *
 * Takes the page, which is complete without this file: names are links to their entries, the list
 * of the named is after the text, marks of passages are links to themselves. Returns one box in the
 * page's top layer, shown at a name that is focused, hovered or tapped, at a chosen mark, or below
 * selected words, which can be copied with their citation. It stays while the pointer or the focus
 * is in it; Escape closes it (WCAG 2.2, 1.4.13). All words come from the page.
 */
(() => {
  const POINTED_MS = 300;
  const LEFT_MS = 250;
  const SELECTED_MS = 400;
  /** The fewest selected letters for which a citation is offered. */
  const QUOTATION = 12;
  const EDGE_PX = 12;

  const edition = document.querySelector('.edition');
  const list = document.querySelector('.named ul');
  const tools = document.querySelector('#site-passage-tools');
  const quotation = document.querySelector('#site-quotation-tools');
  if (!edition || !HTMLElement.prototype.showPopover) return;

  const entries = new Map();
  for (const item of list?.children ?? [])
    entries.set(item.querySelector('.named-name').href, item);

  const box = document.createElement('div');
  box.id = 'site-card';
  box.className = 'card added';
  box.popover = 'manual';

  /** The element for which the box is open. */
  let owner = null;
  let timer;
  let pointer = { type: '', owner: null };
  let isQuotation = false;

  /** `at`: the position of the box: an element or a range. */
  function open(element, content, role, at = element) {
    if (owner === element) return;
    close();
    owner = element;
    box.setAttribute('role', role);
    box.replaceChildren(...content);
    // A list or a row can only contain certain children.
    if (element.matches('li, td, th')) element.append(box);
    else element.after(box);
    box.showPopover();
    place(at);
  }

  function close() {
    clearTimeout(timer);
    if (!owner) return;
    owner.removeAttribute('aria-describedby');
    owner = null;
    isQuotation = false;
    box.hidePopover();
    box.remove();
  }

  /**
   * Below the element's last line, or above its first if there is no room; within the window's
   * width.
   */
  function place(element) {
    const lines = [...element.getClientRects()];
    const first = lines[0] ?? element.getBoundingClientRect();
    const last = lines.at(-1) ?? first;
    const width = document.documentElement.clientWidth;
    const left = Math.max(EDGE_PX, Math.min(last.left, width - box.offsetWidth - EDGE_PX));
    const below =
      last.bottom + box.offsetHeight + EDGE_PX <= window.innerHeight ||
      first.top < box.offsetHeight + EDGE_PX;
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${(below ? last.bottom : first.top - box.offsetHeight) + window.scrollY}px`;
  }

  function showName(link) {
    const item = entries.get(link.href);
    if (!item || owner === link) return;
    const content = [...item.cloneNode(true).children];
    const doubt = ['medium', 'low'].find((degree) => link.classList.contains(degree));
    if (doubt)
      content.splice(
        1,
        0,
        Object.assign(document.createElement('p'), { textContent: list.dataset[doubt] }),
      );
    open(link, content, 'note');
    link.setAttribute('aria-describedby', box.id);
  }

  /**
   * The page's citation with the passage added and the passage's address in place of the page's.
   */
  function citationOf(address) {
    const style = document.querySelector('.styles input:checked')?.id.replace('site-', '');
    const chosen = style && document.querySelector(`.citation.${style}`);
    const citation = (chosen ?? document.querySelector('#site-citation')).cloneNode(true);
    const [, kind, n] = /^#([a-z]+)(\d+)/.exec(new URL(address).hash) ?? [];
    const words = tools.dataset[`locator${kind?.replace(/^./, (letter) => letter.toUpperCase())}`];
    const locator = citation.querySelector('.locator');
    if (words && locator) locator.textContent = `, ${words.replace('{n}', n)}`;
    const place = citation.querySelector('.address');
    if (place) place.textContent = address;
    const text = citation.textContent.trim();
    return place ? text : `${text.replace(/\.$/, '')}, ${address}.`;
  }

  /** The passage's address from the edition, else that of the window. `hash`: "#p3". */
  function addressOf(hash) {
    const page =
      document.querySelector('meta[name="citation_public_url"]')?.content ?? location.href;
    return new URL(hash, page).href;
  }

  /** The texts of a template that can be copied, with their buttons. `texts`: by name. */
  function offers(template, texts) {
    const content = template.content.cloneNode(true);
    const status = content.querySelector('[role="status"]');
    for (const [name, text] of Object.entries(texts)) {
      const shown = content.querySelector(`[data-text="${name}"]`);
      shown.textContent = text;
      content
        .querySelector(`[data-copy="${name}"]`)
        .addEventListener('click', () => copy(text, shown, status));
    }
    return [...content.children];
  }

  function showPassage(mark) {
    const address = addressOf(mark.getAttribute('href'));
    open(mark, offers(tools, { link: address, citation: citationOf(address) }), 'dialog');
    box.setAttribute('aria-label', mark.getAttribute('aria-label'));
    box.querySelector('button').focus();
  }

  /** If the browser does not allow copying, the text is selected for the reader to copy. */
  async function copy(text, shown, status) {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = status.dataset.copied;
    } catch {
      shown.hidden = false;
      getSelection().selectAllChildren(shown);
      status.textContent = status.dataset.selected;
    }
  }

  /** The words selected in the text or its notes are offered with the citation of their passage. */
  function showQuotation() {
    const selection = getSelection();
    if (box.contains(selection.anchorNode)) return;
    const words = selection
      .toString()
      .replace(/\s*\n\s*/g, '\n')
      .trim();
    const range = words.length >= QUOTATION ? selection.getRangeAt(0) : undefined;
    const start = range?.startContainer;
    const element = start && (start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement);
    const passage = element?.closest(':is(.reading, .notes) [id]:is(:has(> .permalink), .note)');
    if (!passage) {
      if (isQuotation) close();
      return;
    }
    const text = quotation.dataset.quotation.replace('{words}', () => words);
    const citation = citationOf(addressOf(`#${passage.id}`));
    close();
    open(passage, offers(quotation, { quotation: `${text}\n${citation}` }), 'group', range);
    isQuotation = true;
  }

  const named = (target) => {
    const link = target.closest?.('a[href]');
    return link && !box.contains(link) && entries.has(link.href) ? link : null;
  };
  const later = (work, ms) => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };

  // The box contains the tooltip's text, and more.
  for (const link of edition.querySelectorAll('a[title]'))
    if (entries.has(link.href)) link.removeAttribute('title');

  document.addEventListener('pointerdown', ({ target, pointerType }) => {
    pointer = { type: pointerType, owner };
    if (owner && !box.contains(target) && !owner.contains(target)) close();
  });

  if (quotation) {
    let selected;
    document.addEventListener('selectionchange', () => {
      clearTimeout(selected);
      selected = setTimeout(showQuotation, SELECTED_MS);
    });
    // A click on the button does not change the selection.
    box.addEventListener('mousedown', (event) => isQuotation && event.preventDefault());
  }

  edition.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = event.target.closest('a.permalink, a.page');
    if (mark?.hasAttribute('href') && tools) {
      event.preventDefault();
      history.pushState(null, '', mark.getAttribute('href'));
      showPassage(mark);
      return;
    }
    // A finger cannot hover: its first tap shows the box, the second one follows the link.
    const link = named(event.target);
    if (link && pointer.type === 'touch' && pointer.owner !== link && event.detail > 0) {
      event.preventDefault();
      showName(link);
    }
  });

  document.addEventListener('focusin', ({ target }) => {
    const link = named(target);
    if (link?.matches(':focus-visible')) showName(link);
    else if (owner && !box.contains(target) && target !== owner) close();
  });

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'mouse' || isQuotation) return;
    const link = named(target);
    const kept =
      owner &&
      (box.contains(target) || owner.contains(target) || box.contains(document.activeElement));
    if (kept) clearTimeout(timer);
    else if (link && edition.contains(link)) later(() => showName(link), POINTED_MS);
    else if (owner === null || owner !== document.activeElement) later(close, LEFT_MS);
  });

  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !owner) return;
    const back = owner;
    const inside = box.contains(document.activeElement);
    close();
    // The focus returns without showing the box again.
    if (inside) {
      back.focus();
      close();
    }
  });
})();

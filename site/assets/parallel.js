/**
 * Scripts for the TEI beside the text: an element that is hovered, focused or chosen in one pane is
 * shown in the other, which scrolls to it; the page itself stays where it is.
 *
 * Takes the page; its tags and marks are links from pane to pane without this file; `data-e` is
 * the element's number in both. Returns the class `partner` on corresponding elements.
 */
(() => {
  const POINTED_MS = 120;
  const panes = [...document.querySelectorAll('.pane')];
  if (panes.length !== 2) return;
  const [source, text] = panes;
  let shown = [];
  let timer;

  const all = (pane, number) => [...pane.querySelectorAll(`[data-e="${number}"]`)];

  /** The element's output, or the first output of an element within it: the target of its tag. */
  function partners(number) {
    const made = all(text, number);
    if (made.length > 0) return made;
    const link = source.querySelector(`[data-e="${number}"] > a`);
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [target] : [];
  }

  function show(element, scroll) {
    const number = element.dataset.e;
    for (const one of shown) one.classList.remove('partner');
    shown = [...all(source, number), ...partners(number)];
    for (const one of shown) one.classList.add('partner');
    const other = source.contains(element) ? text : source;
    const target = shown.find((one) => other.contains(one));
    if (scroll && target) reveal(target, other);
  }

  /**
   * Scrolls only the pane, and only if the partner is not visible. Panes one below the other do not
   * scroll.
   */
  function reveal(target, pane) {
    if (pane.scrollHeight <= pane.clientHeight) return;
    const frame = pane.getBoundingClientRect();
    const { top, bottom } = target.getBoundingClientRect();
    if (top >= frame.top && Math.min(bottom, top + 40) <= frame.bottom) return;
    pane.scrollTop += top - frame.top - pane.clientHeight / 3;
  }

  const numbered = (target) => target.closest?.('[data-e]');

  for (const pane of panes) {
    pane.addEventListener('pointerover', ({ target, pointerType }) => {
      clearTimeout(timer);
      const element = numbered(target);
      if (pointerType === 'mouse' && element)
        timer = setTimeout(() => show(element, true), POINTED_MS);
    });
    pane.addEventListener('pointerleave', () => clearTimeout(timer));
    pane.addEventListener('focusin', ({ target }) => {
      const element = numbered(target);
      if (element && target.matches(':focus-visible')) show(element, true);
    });
    pane.addEventListener('click', ({ target }) => {
      const element = numbered(target);
      if (element) show(element, !target.closest('a'));
    });
  }
})();

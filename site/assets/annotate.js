/**
 * Annotation by Hypothesis, if the edition offers it: its host is not contacted before the reader
 * asks. The choice is remembered for the other documents, until the link is chosen again.
 */
(() => {
  const PROGRAM = 'https://hypothes.is/embed.js';
  const KEY = 'siglum-annotate';
  const link = document.querySelector('#site-annotate');
  if (!link) return;

  const load = () => {
    link.setAttribute('aria-pressed', 'true');
    document.head.append(Object.assign(document.createElement('script'), { src: PROGRAM }));
  };
  const stored = (work) => {
    try {
      return work(localStorage);
    } catch {
      // Without storage the choice is valid for this page.
      return null;
    }
  };

  link.setAttribute('role', 'button');
  link.setAttribute('aria-pressed', 'false');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (link.getAttribute('aria-pressed') === 'true') {
      stored((storage) => storage.removeItem(KEY));
      location.reload();
      return;
    }
    stored((storage) => storage.setItem(KEY, 'yes'));
    load();
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    link.click();
  });
  if (stored((storage) => storage.getItem(KEY)) === 'yes') load();
})();

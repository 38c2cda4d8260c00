/** One reading of a document's page, passage by passage. */

const PASSAGES = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote, .l, .line';

/** The witnesses with readings that a page can show, as the values of a choice. */
export function readingsOf(page) {
  return [...page.querySelectorAll('input[name="site-text"][id^="site-witness-"]')].map(
    (input) => ({
      value: `w${input.id.replace('site-witness-', '')}`,
      text: input.parentElement.textContent.trim(),
    }),
  );
}

/**
 * @param {Document} page
 * @param {string} reading 'edited', 'source', or the class of a witness: 'w1'
 * @returns {{ id: string, text: string, lang: string }[]}
 */
export function passagesOfPage(page, reading) {
  const text = page.querySelector('.reading') ?? page.querySelector('main');
  if (!text) return [];
  const root = text.cloneNode(true);
  choose(root, reading);
  const all = [...root.querySelectorAll(PASSAGES)].filter((one) => !one.querySelector(PASSAGES));
  return all
    .map((element) => ({
      id: element.closest('[id]')?.id ?? '',
      text: element.textContent.replace(/\s+/g, ' ').trim(),
      lang: element.closest('[lang]')?.lang ?? page.documentElement.lang,
    }))
    .filter((passage) => passage.text !== '');
}

/** Leaves one reading of each place, without the page's additions. */
function choose(root, reading) {
  for (const choice of root.querySelectorAll('.choice')) {
    const isDecided = !choice.classList.contains('undecided');
    const meant = isDecided && choice.querySelector(':scope > .alternative:not(.further)');
    const others = [...choice.children].filter((one) => one !== meant);
    if (reading === 'source' || !meant)
      for (const one of choice.querySelectorAll(':scope > .alternative')) one.remove();
    else for (const other of others) other.remove();
  }
  // Words that the witness does not have: its text has ended, or has a gap (witness-gaps.xsl).
  for (const one of root.querySelectorAll(`.not-${CSS.escape(reading)}`)) one.remove();
  for (const app of root.querySelectorAll('.app')) {
    const own = app.querySelector(`:scope > .rdg.${CSS.escape(reading)}`);
    for (const one of [...app.children]) {
      const isMeant = own ? one === own : one.classList.contains('lem');
      if (!isMeant) one.remove();
      else one.classList.remove('added');
    }
  }
  if (reading === 'source')
    for (const one of root.querySelectorAll('ins.supplied, .supplied')) one.remove();
  const isOwn = (one) => one.closest('.rdg') === null || one.matches('.reading-mark, .sign');
  for (const one of root.querySelectorAll('.added, .reading-mark')) if (isOwn(one)) one.remove();
}

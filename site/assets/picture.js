/**
 * Scripts for the map and the network: filters by year and kind, and in the network the ties of the
 * person that is hovered or focused. The pictures are complete without this file.
 */
(() => {
  const form = document.querySelector('#site-picture-filters');
  const pictures = [...document.querySelectorAll('svg.map, svg.network:not(.sample)')];
  if (!form || pictures.length === 0) return;
  const year = form.querySelector('select');
  const kinds = [...form.querySelectorAll('input')];
  const words = (text) => (text ?? '').split(' ').filter(Boolean);
  const isChosen = (kind) => kinds.some(({ value, checked }) => checked && value === kind);

  function show() {
    const wanted = year?.value ?? '';
    const fits = (years) => wanted === '' || words(years).includes(wanted);
    for (const picture of pictures) {
      const ties = [...picture.querySelectorAll('.tie')];
      const marks = [...picture.querySelectorAll('.mark')];
      const tied = new Set();
      for (const tie of ties) {
        const { kind, years, from, to } = tie.dataset;
        const shown = isChosen(kind) && fits(years);
        tie.classList.toggle('off', !shown);
        if (shown) tied.add(from).add(to);
      }
      for (const mark of marks) {
        const { key, mentioned, written, isMentioned, isWritten } = mark.dataset;
        const shown =
          ties.length > 0
            ? tied.has(key)
            : (isMentioned !== undefined && isChosen('mentioned') && fits(mentioned)) ||
              (isWritten !== undefined && isChosen('written') && fits(written));
        mark.classList.toggle('off', !shown);
      }
    }
  }

  /* In the network: the person with ties on show. */
  for (const picture of pictures.filter((one) => one.matches('.network'))) {
    const ties = [...picture.querySelectorAll('.tie')];
    const marks = [...picture.querySelectorAll('.mark')];
    const point = (mark) => {
      const key = mark?.dataset.key;
      picture.classList.toggle('pointed', key !== undefined);
      const near = new Set([key]);
      for (const tie of ties) {
        const { from, to } = tie.dataset;
        const own = from === key || to === key;
        tie.classList.toggle('own', own);
        if (own && !tie.classList.contains('off')) near.add(from).add(to);
      }
      for (const one of marks) one.classList.toggle('near', near.has(one.dataset.key));
    };
    const focused = () => document.activeElement?.closest?.('svg.network .mark');
    picture.addEventListener('pointerover', ({ target }) =>
      point(target.closest('.mark') ?? focused()),
    );
    picture.addEventListener('pointerleave', () => point(focused()));
    picture.addEventListener('focusin', ({ target }) => point(target.closest('.mark')));
    picture.addEventListener('focusout', () => point(null));
  }

  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
})();

/**
 * Shows the pictures of a document's pages beside its text.
 *
 * Takes the links to pictures in the text, which work without this file. The viewer
 * (OpenSeadragon) is loaded when the panel is first opened. The picture follows the text: that of
 * the page in view; a passage with a zone marks it, and the marked zone leads back to its passage.
 * Pictures on hosts that the page's policy does not allow stay links.
 */
(() => {
  const panel = document.querySelector('#site-facsimile');
  const button = document.querySelector('#site-facsimile-open');
  if (!panel || !button) return;
  const hosts = (panel.dataset.hosts ?? '').split(' ').filter(Boolean);
  const pictures = [...document.querySelectorAll('.reading a.facsimile')]
    .filter(
      ({ origin, host, protocol }) =>
        protocol === 'file:' || origin === location.origin || hosts.includes(host),
    )
    .map((link) => ({ link, source: sourceOf(link.href), zone: zoneOf(link) }));
  const pages = pictures.filter(({ zone }) => !zone);
  if (pictures.length === 0) return;
  if (pages.length === 0) pages.push(pictures[0]);
  button.hidden = false;
  const status = panel.querySelector('[role="status"]');
  /** How long a chosen picture stays, although the text scrolls to it. */
  const CHOSEN_MS = 1000;
  let chosenUntil = 0;
  let viewer;
  let shown;

  /** IIIF images are read by their info.json; others whole. */
  function sourceOf(address) {
    const image =
      /^(.*)\/(?:full|square|\d+,\d+,\d+,\d+)\/[^/]+\/!?\d+(?:\.\d+)?\/(?:default|native|color|gray)\.\w+$/.exec(
        address,
      );
    if (image) return `${image[1]}/info.json`;
    return /\/info\.json$/.test(address) ? address : { type: 'image', url: address };
  }

  /** Left, top, right, bottom, and the width and height of the surface in the same units. */
  function zoneOf({ dataset }) {
    const numbers = (dataset.zone ?? '').split(' ').map(Number);
    return numbers.length >= 4 && numbers.every(Number.isFinite) ? numbers : null;
  }

  function load() {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = panel.dataset.viewer;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  async function open() {
    panel.hidden = false;
    document.body.classList.add('with-facsimile');
    button.setAttribute('aria-expanded', 'true');
    if (!viewer) {
      try {
        await load();
      } catch {
        status.textContent = panel.dataset.failed;
        return;
      }
      viewer = window.OpenSeadragon({
        element: panel.querySelector('.facsimile-view'),
        // WebGL shows nothing for pages opened from a folder without a server.
        drawer: 'canvas',
        showNavigationControl: false,
        gestureSettingsMouse: { clickToZoom: false, scrollToZoom: true },
        animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.6,
      });
      viewer.addHandler('open', () => mark(shown));
      viewer.addHandler('open-failed', () => {
        status.textContent = panel.dataset.failed;
      });
    }
    show(inView());
  }

  function close() {
    panel.hidden = true;
    document.body.classList.remove('with-facsimile');
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  }

  /** The page with the last beginning above the middle of the window. */
  function inView() {
    const above = pages.filter(({ link }) => link.getBoundingClientRect().top < innerHeight / 2);
    return above.at(-1) ?? pages[0];
  }

  function show(picture) {
    if (!picture || !viewer) return;
    const same = shown && shown.link.href === picture.link.href;
    shown = picture;
    status.textContent = nameOf(picture);
    if (same) mark(picture);
    else viewer.open(picture.source);
  }

  function nameOf({ link }) {
    const page = link.previousElementSibling;
    return page?.classList.contains('page') ? (page.getAttribute('aria-label') ?? '') : '';
  }

  /** The zone of a passage on its picture: a button that leads to the passage. */
  function mark({ zone, link }) {
    viewer.clearOverlays();
    if (!zone || viewer.world.getItemCount() === 0) return;
    const image = viewer.world.getItemAt(0);
    const size = image.getContentSize();
    const [left, top, right, bottom, width = 0, height = 0] = zone;
    const [x, y] = [width > 0 ? size.x / width : 1, height > 0 ? size.y / height : 1];
    const box = image.imageToViewportRectangle(
      left * x,
      top * y,
      (right - left) * x,
      (bottom - top) * y,
    );
    const zoneButton = document.createElement('button');
    zoneButton.type = 'button';
    zoneButton.className = 'facsimile-zone';
    zoneButton.setAttribute('aria-label', panel.dataset.passage);
    zoneButton.addEventListener('click', () => passageOf(link).scrollIntoView({ block: 'center' }));
    viewer.addOverlay({ element: zoneButton, location: box });
  }

  function passageOf(link) {
    return link.closest('p, li, h1, h2, h3, h4, h5, h6, .l, .lg, .zone, .line') ?? link;
  }

  function step(by) {
    const at = pages.findIndex(({ link }) => link.href === shown?.link.href);
    const next = pages[at + by];
    if (!next) return;
    chosenUntil = performance.now() + CHOSEN_MS;
    next.link.scrollIntoView({ block: 'center' });
    show(next);
  }

  button.addEventListener('click', () => (panel.hidden ? open() : close()));
  const actions = {
    close,
    next: () => step(1),
    previous: () => step(-1),
    in: () => viewer?.viewport.zoomBy(1.5),
    out: () => viewer?.viewport.zoomBy(1 / 1.5),
  };
  for (const one of panel.querySelectorAll('button[data-action]'))
    one.addEventListener('click', () => actions[one.dataset.action]());
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  for (const picture of pictures) {
    picture.link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open().then(() => show(picture));
    });
    if (!picture.zone) continue;
    const passage = passageOf(picture.link);
    for (const kind of ['pointerenter', 'focusin'])
      passage.addEventListener(kind, () => {
        if (!panel.hidden) show(picture);
      });
  }
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (panel.hidden || waiting || performance.now() < chosenUntil) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        if (!shown?.zone) show(inView());
      });
    },
    { passive: true },
  );
})();

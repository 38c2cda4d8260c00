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
    .map((link, at) => ({
      link,
      source: sourceOf(link.href),
      zone: zoneOf(link),
      // Each link to a manifest is another page of it.
      key: isManifest(link.href) ? `${link.href} ${at}` : link.href,
    }));
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

  function isManifest(address) {
    return /\bmanifest(?:\.json)?\/?(?:[?#].*)?$/i.test(address);
  }

  const manifests = new Map();

  /** The manifest at an address, read once. */
  function manifestAt(address) {
    const read =
      manifests.get(address) ??
      fetch(address).then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json();
      });
    manifests.set(address, read);
    return read;
  }

  /**
   * What the viewer opens for a page of a manifest (IIIF Presentation 2 or 3): the canvas that the
   * address names behind #, else the one at the same place as the link among those to the manifest.
   */
  async function pageOfManifest({ link: own, key }) {
    const address = own.href.replace(/#.*$/, '');
    const manifest = await manifestAt(address);
    const canvases = manifest.items ?? manifest.sequences?.[0]?.canvases ?? [];
    const named = decodeURIComponent(own.hash.slice(1)).replace(/^canvas=/, '');
    const links = pages.filter(({ link }) => link.href.replace(/#.*$/, '') === address);
    const place = links.findIndex((picture) => picture.key === key);
    const canvas =
      canvases.find((one) => named !== '' && (one.id ?? one['@id']) === named) ??
      canvases[Math.max(0, place)];
    const painted = canvas?.items?.[0]?.items?.[0]?.body ?? canvas?.images?.[0]?.resource;
    const image = painted?.type === 'Choice' ? painted.items?.[0] : painted;
    const [service] = [image?.service].flat();
    const id = service?.id ?? service?.['@id'];
    const url = image?.id ?? image?.['@id'];
    if (id) return `${id.replace(/\/$/, '')}/info.json`;
    if (!url) throw new Error('the manifest has no such picture');
    return { type: 'image', url };
  }

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
    const same = shown?.key === picture.key;
    shown = picture;
    status.textContent = nameOf(picture);
    if (same) mark(picture);
    else if (!isManifest(picture.link.href)) viewer.open(picture.source);
    else
      pageOfManifest(picture).then(
        (source) => shown === picture && viewer.open(source),
        () => {
          status.textContent = panel.dataset.failed;
        },
      );
  }

  function nameOf({ link }) {
    const page = link.previousElementSibling;
    return page?.classList.contains('page') ? (page.getAttribute('aria-label') ?? '') : '';
  }

  /** The zones of a picture: buttons that lead to their passages. */
  function mark(current) {
    viewer.clearOverlays();
    if (viewer.world.getItemCount() === 0) return;
    for (const picture of pictures)
      if (picture.zone && picture.key === current.key) markZone(picture, picture === current);
  }

  function markZone({ zone, link }, isCurrent) {
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
    zoneButton.className = isCurrent ? 'facsimile-zone current' : 'facsimile-zone';
    zoneButton.setAttribute('aria-label', panel.dataset.passage);
    // Else the viewer takes the press for the beginning of a drag, and no click follows.
    zoneButton.addEventListener('pointerdown', (event) => event.stopPropagation());
    zoneButton.addEventListener('click', () => {
      link.scrollIntoView({ block: 'center' });
      link.focus({ preventScroll: true });
    });
    viewer.addOverlay({ element: zoneButton, location: box });
  }

  function passageOf(link) {
    return link.closest('p, li, h1, h2, h3, h4, h5, h6, .l, .lg, .zone, .line') ?? link;
  }

  function step(by) {
    const at = pages.findIndex(({ key }) => key === shown?.key);
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
  }
  /** By passage its pictures with zones: one, or one for each line. */
  const zoned = new Map();
  for (const picture of pictures.filter(({ zone }) => zone)) {
    const passage = passageOf(picture.link);
    zoned.set(passage, [...(zoned.get(passage) ?? []), picture]);
  }
  for (const [passage, own] of zoned) {
    const point = (y) => {
      if (panel.hidden) return;
      const above = own.filter(({ link }) => link.getBoundingClientRect().top <= y);
      const picture = above.at(-1) ?? own[0];
      if (picture !== shown) show(picture);
    };
    passage.addEventListener('pointermove', ({ clientY }) => point(clientY));
    passage.addEventListener('focusin', ({ target }) => point(target.getBoundingClientRect().top));
  }
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (panel.hidden || waiting || performance.now() < chosenUntil) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const page = inView();
        if (shown?.key !== page.key) show(page);
      });
    },
    { passive: true },
  );
})();

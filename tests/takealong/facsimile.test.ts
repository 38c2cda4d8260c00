/**
 * Pictures beside the text: in a browser, as a IIIF manifest, and with a broken file. One site with
 * a picture of a page, a zone, a damaged file, a header that states too many pixels.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/core/program-folder.mjs';
import { openBrowser } from '../site/browser.ts';
import { changeIn, copyOfEdition, removeFolders } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const SCHEMA = join(PROGRAM, '..', 'shared', 'schemas', 'iiif_3_0.json');

let out: string;
let said: string;
let browser: Browser;

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="leaf" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>A leaf</title></titleStmt><publicationStmt><p>Test</p></publicationStmt><sourceDesc><p>Test</p></sourceDesc></fileDesc></teiHeader>
<facsimile><surface xml:id="s1" ulx="0" uly="0" lrx="400" lry="600"><graphic url="img/one.png"/><zone xml:id="z1" ulx="40" uly="60" lrx="200" lry="120"/><zone xml:id="z2" ulx="40" uly="130" lrx="200" lry="160"/><zone xml:id="z3" ulx="40" uly="170" lrx="200" lry="200"/></surface><surface xml:id="s2"><graphic url="img/two.png"/></surface></facsimile>
<text><body><div type="document"><head>A leaf</head><pb n="1r" facs="#s1" xml:id="leaf-pb1"/><p xml:id="leaf-p1">First page.</p><p xml:id="leaf-p2" facs="#z1">A passage with a zone.</p><p xml:id="leaf-p5"><lb facs="#z2"/>The first line<lb facs="#z3"/>and the second.</p>
<pb n="1v" facs="#s2" xml:id="leaf-pb2"/><p xml:id="leaf-p3">Second page.</p><pb n="2r" facs="img/broken.png" xml:id="leaf-pb3"/><pb n="2v" facs="img/huge.png" xml:id="leaf-pb4"/><pb n="3r" facs="https://images.example.org/iiif/3/full/max/0/default.jpg" xml:id="leaf-pb5"/><pb n="3v" facs="https://other.example.net/4.jpg" xml:id="leaf-pb6"/><pb n="4r" facs="https://images.example.org/iiif/manifest.json" xml:id="leaf-pb7"/><pb n="4v" facs="https://images.example.org/iiif/manifest.json" xml:id="leaf-pb8"/><p xml:id="leaf-p4">End.</p></div></body></text></TEI>`;

beforeAll(async () => {
  const edition = copyOfEdition();
  const folder = join(edition, 'documents');
  mkdirSync(join(folder, 'img'), { recursive: true });
  writeFileSync(join(folder, 'leaf.xml'), DOCUMENT);
  for (const [name, width] of [
    ['one', 800],
    ['two', 900],
  ] as const) {
    const create = { width, height: 1200, channels: 3, background: '#ddd' } as const;
    await sharp({ create })
      .png()
      .toFile(join(folder, 'img', `${name}.png`));
  }
  const whole = readFileSync(join(folder, 'img', 'one.png'));
  writeFileSync(join(folder, 'img', 'broken.png'), whole.subarray(0, 20));
  writeFileSync(join(folder, 'img', 'huge.png'), withSize(whole, 60_000));
  changeIn(
    edition,
    'edition.xml',
    [
      '<TEI ',
      '<?siglum pictures-from="images.example.org *.example.net" annotate="hypothesis genius"?>\n<TEI ',
    ],
    [/<idno type="URI">[^<]*</, '<idno type="URI">https://example.org/edition/<'],
  );
  out = join(edition, '..', 'site');
  said = (await siglumHere('build', '--edition', edition, '--out', out)).err;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

/** A PNG file with another size in its header; its checksum follows (PNG 3rd ed., 5.3, 11.2.1). */
function withSize(png: Buffer, size: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(size, 16);
  copy.writeUInt32BE(size, 20);
  let crc = 0xffffffff;
  for (const byte of copy.subarray(12, 29)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  copy.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 29);
  return copy;
}

const page = (): string => readFileSync(join(out, 'documents', 'leaf.html'), 'utf8');

describe('a page with pictures', () => {
  it('has links to them without scripts, and asks only the hosts that edition.xml names', () => {
    expect(page()).toContain('href="../pictures/documents/img/one.png"');
    expect(page()).toContain('href="https://other.example.net/4.jpg"');
    const policy = /Content-Security-Policy" content="([^"]+)"/
      .exec(page())?.[1]
      ?.replaceAll('&#39;', "'");
    expect(policy).toContain("img-src 'self' https://images.example.org");
    expect(policy).not.toContain('example.net');
    expect(said).toMatch(/edition\.xml:\d+: warning: “\*\.example\.net” is not a name of a host/);
  });

  it('offers Hypothesis where edition.xml asks, and loads it only when a reader chooses it', async () => {
    expect(page()).toMatch(
      /<a href="https:\/\/hyp\.is\/go\?url=https%3A[^"]*leaf\.html" id="site-annotate"/,
    );
    expect(said).toMatch(
      /edition\.xml:\d+: warning: annotate="genius" is not a service of annotation/,
    );
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('hypothes');
    const tab = await browser.newPage();
    const asked: string[] = [];
    await tab.route(/hypothes/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/javascript', body: 'document.title = "loaded"' });
    });
    await tab.goto(pathToFileURL(join(out, 'documents', 'leaf.html')).href);
    expect(asked).toEqual([]);
    await tab.click('#site-annotate');
    await expect.poll(() => tab.title()).toBe('loaded');
    expect(asked).toEqual(['https://hypothes.is/embed.js']);
    await tab.close();
  });

  it('shows the picture of the page in view, marks a zone, and leads from the zone to its passage', async () => {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.goto(pathToFileURL(join(out, 'documents', 'leaf.html')).href);
    expect(await tab.locator('script[src$="openseadragon.js"]').count()).toBe(0);
    await tab.click('#site-facsimile-open');
    await tab.waitForSelector('.facsimile-view canvas');
    expect(await tab.textContent('#site-facsimile [role="status"]')).toBe('Page 1r');
    const shade = async (): Promise<number> =>
      (await sharp(await tab.locator('.facsimile-view').screenshot()).stats()).dominant.r;
    // The picture is #ddd, the panel lighter.
    await expect.poll(shade).toBeLessThan(235);
    await tab.click('#site-facsimile [data-action="next"]');
    await expect.poll(() => tab.textContent('#site-facsimile [role="status"]')).toBe('Page 1v');
    await tab.locator('#leaf-p2, [id$="p2"]').first().hover();
    await tab.waitForSelector('.facsimile-zone.current');
    const zone = await tab.locator('.facsimile-zone.current').boundingBox();
    const view = await tab.locator('.facsimile-view').boundingBox();
    expect(zone && view && zone.x >= view.x - 1 && zone.width < view.width).toBe(true);
    await tab.keyboard.press('Tab');
    await tab.locator('#site-facsimile [data-action="close"]').click();
    expect(await tab.locator('#site-facsimile').isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await tab.close();
  });

  it('marks the lines of a passage, and reads the pages of a manifest on an allowed host', async () => {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const asked: string[] = [];
    await tab.route('https://images.example.org/**', (route) => {
      const address = route.request().url();
      asked.push(address);
      const canvas = (n: number, service: boolean) => {
        const id = `https://images.example.org/iiif/${n}`;
        const body = service ? { id: `${id}.jpg`, service: [{ id }] } : { id: `${id}.jpg` };
        return { id: `${id}/canvas`, items: [{ items: [{ body }] }] };
      };
      return address.endsWith('manifest.json')
        ? route.fulfill({ json: { items: [canvas(1, false), canvas(2, true)] } })
        : route.fulfill({ status: 404 });
    });
    await tab.goto(pathToFileURL(join(out, 'documents', 'leaf.html')).href);
    await tab.click('#site-facsimile-open');
    await tab.waitForSelector('.facsimile-zone');
    expect(await tab.locator('.facsimile-zone').count()).toBe(3);
    expect(asked).toEqual([]);
    const line = tab.locator('#p5 a.facsimile').last();
    await line.hover();
    await expect.poll(() => tab.locator('.facsimile-zone.current').count()).toBe(1);
    await tab.locator('.facsimile-zone').nth(1).click();
    expect(await tab.locator(':focus').getAttribute('class')).toContain('facsimile');
    for (const [n, own] of [
      ['4v', 'https://images.example.org/iiif/2/info.json'],
      ['4r', 'https://images.example.org/iiif/1.jpg'],
    ] as const) {
      await tab.locator(`#pb${n === '4r' ? 7 : 8} + a.facsimile`).click();
      await expect.poll(() => asked).toContain(own);
    }
    expect(asked.filter((address) => address.endsWith('manifest.json'))).toHaveLength(1);
    await tab.close();
  });

  it('is on the home page too, made small', async () => {
    const home = readFileSync(join(out, 'index.html'), 'utf8');
    expect(home).toMatch(/<img src="assets\/home\.jpg" width="600" height="900" alt="A leaf">/);
    expect(home).toMatch(/<a href="documents\/leaf\.html">A leaf<\/a>, Page 1r/);
    const { width, format } = await sharp(join(out, 'assets', 'home.jpg')).metadata();
    expect([width, format]).toEqual([600, 'jpeg']);
  });

  it('is not burdened where there are none', () => {
    const other = readFileSync(join(out, 'documents', 'd149.html'), 'utf8');
    expect(other).not.toContain('facsimile.js');
  });
});

it('has no PDF and no EPUB where no one asks for them', () => {
  expect(existsSync(join(out, 'edition.pdf'))).toBe(false);
  expect(existsSync(join(out, 'documents', 'leaf.epub'))).toBe(false);
  expect(page()).not.toMatch(/leaf\.(?:pdf|epub)/);
});

describe('the manifest', () => {
  const manifest = () =>
    JSON.parse(readFileSync(join(out, 'documents', 'leaf.manifest.json'), 'utf8'));

  it('has a canvas for each picture that can be shown, in its size', () => {
    const canvases = manifest().items as { label: unknown; width: number; height: number }[];
    expect(canvases.map(({ label, width, height }) => [label, width, height])).toEqual([
      [{ none: ['1r'] }, 800, 1200],
      [{ none: ['1v'] }, 900, 1200],
    ]);
    const body = manifest().items[0].items[0].items[0].body;
    expect(body.id).toBe('https://example.org/edition/pictures/documents/img/one.png');
    expect(existsSync(join(out, 'pictures', 'documents', 'img', 'one.png'))).toBe(true);
    expect(existsSync(join(out, 'documents', 'd149.manifest.json'))).toBe(false);
  });

  it.skipIf(!existsSync(SCHEMA))('is valid by the schema of IIIF Presentation 3.0', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    validate(manifest());
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('a picture that cannot be shown', () => {
  it('is named, and harms nothing else', () => {
    expect(said).toMatch(/broken\.png: warning: the picture cannot be read/);
    expect(said).toMatch(/huge\.png: warning: the picture has 60000 × 60000 pixels/);
    expect(page()).toContain('Second page.');
  });
});

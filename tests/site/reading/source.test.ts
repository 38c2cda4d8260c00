/**
 * The TEI source beside the reading text: the complete file, its elements linked with their output.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { withNumbers, withoutNumbers } from '../../../pipeline/publish/document/numbered.ts';
import { type SourceLinks, sourceView } from '../../../pipeline/publish/document/source-view.ts';
import { openTransformer } from '../../../pipeline/transform/transform.ts';
import { readXml } from '../../../pipeline/xml/read.ts';
import { onPageOf, openBrowser } from '../browser.ts';
import {
  copyOfEdition,
  editionOfFixtures,
  FIXTURES,
  removeFolders,
  temporaryFolder,
} from '../edition.ts';
import { siglumHere } from '../in-process.ts';

const MEMO = readFileSync(join(PROGRAM, 'tei', 'documents', 'd149.xml'), 'utf8');

/**
 * A browser's part of a test uses the page's globals as strings, since these files have no DOM
 * types.
 */
interface Shape {
  readonly text: string;
  readonly numbers: number[];
  readonly lines: number[];
  readonly duplicates: string[];
  readonly dead: string[];
  readonly nested: number;
  readonly scripts: number;
  readonly unexplained: string[];
  readonly indirect: string[];
}

const SHAPE = `(() => {
  const list = (selector) => [...document.querySelectorAll(selector)];
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const ids = list('[id]').map(({ id }) => id);
  const tags = list('.pane.tei .x-tag');
  const text = tags.findIndex((tag) => tag.textContent.startsWith('<text'));
  const link = (tag) => tag.querySelector('a');
  return {
    text: list('.pane.tei pre').map(({ textContent }) => textContent).join(''),
    numbers: tags.map((tag) => Number(tag.dataset.e)),
    lines: list('.pane.tei [data-n]').map((mark) => Number(mark.dataset.n)),
    duplicates: ids.filter((id, place) => ids.indexOf(id) !== place),
    dead: list('a[href^="#"]').filter((one) => !target(one)).map((one) => one.outerHTML),
    nested: list('a a').length,
    scripts: list('body script, .pane img, .pane iframe').length,
    unexplained: tags.slice(text).filter((tag) => !tag.closest('details') && !link(tag) && !tag.title).map(({ textContent }) => textContent),
    indirect: tags.filter((tag) => link(tag) && target(link(tag))?.dataset.e !== tag.dataset.e).map((tag) => link(tag).textContent),
  };
})()`;

let browser: Browser;
let memo: string;
let hostile: string;
let hostileText: string;
let fixtures: string[];

async function built(edition: string): Promise<string> {
  const site = join(temporaryFolder(), '_site');
  const said = await siglumHere('build', '--edition', edition, '--out', site);
  expect(said.code, said.err).not.toBe(2);
  return site;
}

const page = (site: string, id: string): string =>
  pathToFileURL(join(site, 'documents', 'tei', `${id}.html`)).href;

const onPage = <Result>(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> =>
  onPageOf(browser, { viewport: { width: 1440, height: 900 }, ...options }, work);

const shape = (address: string): Promise<Shape> =>
  onPage({}, async (opened) => {
    await opened.goto(address);
    return (await opened.evaluate(SHAPE)) as Shape;
  });

beforeAll(async () => {
  browser = await openBrowser();
  const edition = copyOfEdition();
  const path = join(edition, 'documents', 'd149.xml');
  const comment = '<!-- <script>document.title="comment"</script> -->';
  const cdata = '<![CDATA[<script>document.title="cdata"</script>]]>';
  hostileText = MEMO.replace(
    'When President',
    `${comment}${cdata}&lt;img src=x&gt; When President`,
  ).replace(
    '<bibl type="archival"',
    `<bibl n='&lt;/span>"&lt;script>document.title=1&lt;/script>' type="archival"`,
  );
  writeFileSync(path, hostileText);
  memo = page(await built(join(PROGRAM, 'tei')), 'd149');
  hostile = page(await built(edition), 'd149');
  // As the build has left it, with its counts updated.
  hostileText = readFileSync(path, 'utf8');
  const site = await built(editionOfFixtures());
  fixtures = ['c1'].map((id) => page(site, id));
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

describe('the source', () => {
  it('is the file, character for character, with every element and line once, in order', async () => {
    const { text, numbers, lines } = await shape(memo);
    let elements = 0;
    readXml(
      { path: 'd149.xml', content: MEMO },
      {
        open() {
          elements += 1;
        },
      },
    );
    expect(text).toBe(MEMO);
    expect(numbers).toEqual(Array.from({ length: elements }, (_, place) => place + 1));
    expect(lines).toEqual(
      Array.from({ length: MEMO.trimEnd().split('\n').length }, (_, place) => place + 1),
    );
  });

  it.each(['', '\r\n'])(
    'keeps what a file has beside elements, on one line or many (%j)',
    (end) => {
      const file = `<?xml version="1.0"?>${end}<t:TEI xmlns:t="urn:t" a = '"&gt;'>${end} <t:teiHeader/>${end}<x/><t:text>a${end}<b\n c='>'/>]]&gt;<![CDATA[<z>]]></t:text></t:TEI><!-- <q> -->`;
      const links: SourceLinks = { idOf: (n) => `e${n}`, partnerOf: () => undefined, unseen: '' };
      const parts = sourceView(file, links);
      const plain = parts
        .map(({ html }) => html.replace(/<[^>]*>/g, ''))
        .join('')
        .replace(
          /&(lt|gt|quot|#13|amp);/g,
          (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#13': '\r' })[name] ?? '&',
        );
      expect(plain).toBe(file);
      expect(parts.map(({ folded }) => folded).filter(Boolean)).toEqual(['t:teiHeader', 'x']);
      expect(
        parts.flatMap(({ html }) => [...html.matchAll(/id="e(\d+)"/g)].map(([, n]) => n)),
      ).toEqual(['1', '2', '3', '4', '5']);
    },
  );

  it('is text, whatever the file says', async () => {
    const { text, scripts } = await shape(hostile);
    for (const script of ['<script>', '&lt;script>']) expect(hostileText).toContain(script);
    expect(text).toBe(hostileText);
    expect(scripts).toBe(0);
  });
});

describe('source and text', () => {
  it('leave the document’s own page as the stylesheets make it without numbers', async () => {
    const transformer = await openTransformer(temporaryFolder());
    const surroundings = { strings: {}, addresses: { p_paz: 'paz.html' } };
    const paths = [
      join(PROGRAM, 'tei', 'documents', 'd149.xml'),
      ...['constructions', 'critical'].map((name) => join(FIXTURES, `${name}.xml`)),
    ];
    for (const path of paths) {
      const numbered = transformer.numbered(path, surroundings);
      expect(withNumbers(numbered).text).toContain(' data-e="');
      expect(withoutNumbers(numbered)).toEqual(transformer.html(path, surroundings));
    }
  });

  it('are linked element by element; only what contains the text has no place of its own', async () => {
    const { duplicates, dead, nested, unexplained, indirect } = await shape(memo);
    expect({ duplicates, dead, nested, unexplained }).toEqual({
      duplicates: [],
      dead: [],
      nested: 0,
      unexplained: [],
    });
    expect(indirect).toEqual(['text', 'body']);
  });

  it('are linked for every construction that the fixtures have', async () => {
    for (const address of fixtures) {
      const { duplicates, dead, nested, unexplained } = await shape(address);
      expect({ duplicates, dead, nested, unexplained }).toEqual({
        duplicates: [],
        dead: [],
        nested: 0,
        unexplained: [],
      });
    }
  });

  it('lead to each other without scripts', async () => {
    await onPage({ javaScriptEnabled: false }, async (opened) => {
      await opened.goto(memo);
      await opened
        .locator('.pane.tei .x-tag', { hasText: 'xml:id="d149-p3"' })
        .locator('a')
        .click();
      const passage = opened.locator('.pane.edition :target');
      expect(await passage.getAttribute('id')).toBe('p3');
      await passage.locator('.permalink').first().click();
      const tag = opened.locator('.pane.tei :target');
      expect(await tag.innerText()).toContain('xml:id="d149-p3"');
      const pane = await opened.locator('.pane.tei').boundingBox();
      const box = await tag.boundingBox();
      expect(box && pane && box.y >= pane.y && box.y < pane.y + pane.height).toBe(true);
      await opened.locator('[id="n2"] .to-source').click();
      expect(await opened.locator('.pane.tei :target').innerText()).toContain('<note');
    });
  });

  it('show each other where one is pointed at, without moving the page', async () => {
    await onPage({}, async (opened) => {
      await opened.goto(`${memo}#site-tei`);
      const top = await opened.evaluate('scrollY');
      const words = opened.locator('.reading p .person').first();
      const number = await words.getAttribute('data-e');
      await words.hover();
      const tag = opened.locator(`.pane.tei .partner[data-e="${number}"]`);
      await tag.waitFor();
      // Content that scrolls under a resting pointer would be hovered.
      await opened.mouse.move(0, 0);
      const last = opened.locator('.pane.tei .x-tag', { hasText: '<signed' });
      await last.locator('a').focus();
      await opened.keyboard.press('Shift+Tab');
      await opened.keyboard.press('Tab');
      await opened.locator('.pane.edition .signed.partner').waitFor();
      expect(
        await opened
          .locator('.pane.edition')
          .evaluate((pane) => (pane as unknown as { scrollTop: number }).scrollTop),
      ).toBeGreaterThan(0);
      expect(await opened.evaluate('scrollY')).toBe(top);
    });
  });

  it('are led to from the document’s page, and lead back to it', async () => {
    await onPage({ javaScriptEnabled: false }, async (opened) => {
      await opened.goto(memo.replace('/tei/', '/'));
      const address = opened.url();
      await opened.locator('.about summary').click();
      await opened.locator('.tools a[href="tei/d149.html"]').click();
      expect(opened.url()).toBe(memo);
      expect(await opened.locator('link[rel="canonical"]').getAttribute('href')).toBe(
        '../d149.html',
      );
      await opened.locator('.tools a[href="../d149.html"]').click();
      expect(opened.url()).toBe(address);
    });
  });

  it.each(['light', 'dark'] as const)(
    'have nothing that axe objects to, %s',
    async (colorScheme) => {
      for (const width of [390, 1440]) {
        await onPage({ colorScheme, viewport: { width, height: 900 } }, async (opened) => {
          await opened.goto(`${memo}#p3`);
          await opened.locator('.pane.tei details').first().locator('summary').click();
          await opened.evaluate(axe.source);
          const errors = await opened.evaluate(
            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html + nodes[0]?.failureSummary))`,
          );
          expect(errors).toEqual([]);
          expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            width,
          );
        });
      }
    },
  );
});

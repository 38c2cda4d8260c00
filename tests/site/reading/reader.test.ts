/**
 * A reader's use of the site, in a real browser: the bar of a document, names by keyboard, quiet
 * marks, lists that are filtered and sorted, navigation from the home page.
 */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindInTitle } from '../../../pipeline/publish/lists/document-kind.ts';
import { yearStrip } from '../../../pipeline/publish/pictures/year-strip.ts';
import { type SitePreview, startPreview } from '../../../pipeline/publish/serve/preview.ts';
import { builtInBrowser, onPageOf } from '../browser.ts';
import { changeIn, copyOfEdition, FIXTURES, removeFolders } from '../edition.ts';

const WITHOUT_SCRIPTS = { javaScriptEnabled: false };
const DOCUMENT = 'documents/d149.html';

let site: string;
let browser: Browser;
let server: SitePreview;

beforeAll(async () => {
  const edition = copyOfEdition();
  cpSync(join(FIXTURES, 'd150.txt'), join(edition, 'sources', 'd150.txt'));
  changeIn(edition, 'edition.xml', [/urn:uuid:[\w-]+/, 'https://example.org/edition/']);
  ({ site, browser } = await builtInBrowser(edition));
  server = await startPreview(site, 0);
});

afterAll(async () => {
  await server?.close();
  await browser?.close();
  removeFolders();
});

const onPage = <Result>(
  name: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> =>
  onPageOf(browser, options, async (page) => {
    await page.goto(`${server.address}${name}`);
    return work(page);
  });

const html = (name: string): string => readFileSync(join(site, name), 'utf8');

describe('a document', () => {
  it.each([
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ])('has its first sentence on the first screen, $width wide', async (viewport) => {
    await onPage(DOCUMENT, { viewport, ...WITHOUT_SCRIPTS }, async (page) => {
      const first = await page.locator('.reading p').first().boundingBox();
      expect(first?.y).toBeLessThan(viewport.height - 60);
    });
  });

  it('has a bar that stays in view and names the page of the print in view', async () => {
    await onPage(DOCUMENT, {}, async (page) => {
      await page.locator('#pg339').scrollIntoViewIfNeeded();
      await page.evaluate(
        'window.scrollTo(0, document.querySelector("#pg339").getBoundingClientRect().top + scrollY - 100)',
      );
      await page.locator('.bar-page', { hasText: '339' }).waitFor();
      const bar = await page.locator('#site-bar').boundingBox();
      expect(Math.abs(bar?.y ?? 99)).toBeLessThan(2);
      expect(await page.locator('.bar .turn a').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining('150')]),
      );
    });
  });

  it('opens one panel of the bar at a time, without scripts too, and closes it by Escape', async () => {
    await onPage(DOCUMENT, WITHOUT_SCRIPTS, async (page) => {
      await page.locator('.view summary').click();
      await page.locator('#site-cite summary').click();
      expect(await page.locator('.view .panel').isVisible()).toBe(false);
      expect(await page.locator('#site-cite .panel').isVisible()).toBe(true);
    });
    await onPage(DOCUMENT, {}, async (page) => {
      await page.locator('.view summary').click();
      await page.keyboard.press('Escape');
      expect(await page.locator('.view .panel').isVisible()).toBe(false);
      expect(
        await page
          .locator('.view summary')
          .evaluate((one) => one === one.ownerDocument.activeElement),
      ).toBe(true);
    });
  });

  it('marks the first mention in a paragraph, and all on request, which is remembered', async () => {
    const line = (page: Page, selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => one.ownerDocument.defaultView.getComputedStyle(one).textDecorationLine);
    await onPage(DOCUMENT, {}, async (page) => {
      const again = page.locator('.reading p a.again');
      expect(await again.count()).toBeGreaterThan(2);
      for (const link of await again.all()) {
        const seen = await link.evaluate((one) => {
          const links = [...one.closest('p').querySelectorAll('a')];
          return links.slice(0, links.indexOf(one)).some(({ href }) => href === one.href);
        });
        expect(seen).toBe(true);
      }
      expect(await line(page, '.reading p a.again')).toBe('none');
      expect(await line(page, '.reading p a.person:not(.again)')).toBe('underline');
      await page.locator('.view summary').click();
      await page.locator('#site-mark-all').check();
      expect(await line(page, '.reading p a.again')).toBe('underline');
      await page.goto(`${server.address}documents/d150.html`);
      expect(await page.locator('#site-mark-all').isChecked()).toBe(true);
    });
  });

  it('has one stop of the keyboard for all names, with arrow keys from one to the next', async () => {
    await onPage(DOCUMENT, {}, async (page) => {
      const names = page.locator('.edition :is(a.person, a.place, a.org, a.term, a.date)');
      const stops = await names.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0));
      expect(await names.count()).toBeGreaterThan(20);
      expect(stops).toHaveLength(1);
      await names.first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await names.nth(2).evaluate((one) => one === one.ownerDocument.activeElement)).toBe(
        true,
      );
    });
    await onPage(DOCUMENT, WITHOUT_SCRIPTS, async (page) => {
      expect(await page.locator('.edition a.person[tabindex]').count()).toBe(0);
    });
  });

  it('has a skip link to its first word, and a print with running heads and page numbers', async () => {
    const page = html(DOCUMENT);
    expect(page).toContain('<a class="skip" href="#site-words">');
    expect(page).toMatch(/<div class="reading" id="site-words" tabindex="-1">/);
    const print = html('documents/d149.print.css');
    expect(print).toMatch(/@top-left\{content:"149\. Memorandum From/);
    expect(print).toContain('@bottom-center{content:counter(page)');
  });
});

describe('the list of documents', () => {
  it('is a whole table without scripts: number, from and to, subject, date, pages', async () => {
    await onPage('documents/index.html', WITHOUT_SCRIPTS, async (page) => {
      const row = await page.locator('tr[data-row]').first().innerText();
      for (const words of ['149', 'Read', 'Bundy', 'The May 31 Elections in Bolivia', '337–339'])
        expect(row).toContain(words);
      expect(await page.locator('#site-narrow').isVisible()).toBe(false);
    });
  });

  it('of persons is narrowed by words and sorted by mentions, and says so in its address', async () => {
    await onPage('persons/index.html', {}, async (page) => {
      await page.getByRole('searchbox', { name: 'Narrow this list' }).fill('lechin');
      expect(await page.locator('[data-row]:visible').count()).toBe(1);
      await page.locator('.narrow-shown', { hasText: /^1 of \d+/ }).waitFor();
      expect(page.url()).toContain('words=lechin');
      await page.getByRole('searchbox', { name: 'Narrow this list' }).fill('');
      await page.getByRole('button', { name: 'by number' }).click();
      const counts = await page
        .locator('[data-row]')
        .evaluateAll((rows) => rows.map(({ dataset }) => Number(dataset['count'])));
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      await page.reload();
      const again = await page
        .locator('[data-row]')
        .evaluateAll((rows) => rows.map(({ dataset }) => Number(dataset['count'])));
      expect(again).toEqual(counts);
    });
  });

  it('mentions in texts and in notes are separate on an entry’s page', async () => {
    await onPage('persons/juan-lechin-oquendo.html', WITHOUT_SCRIPTS, async (page) => {
      const inNotes = await page
        .locator('[aria-labelledby="site-mentions-notes"] .where')
        .evaluateAll((links) => links.map(({ textContent }) => textContent));
      const inTexts = await page
        .locator('[aria-labelledby="site-mentions-text"] .where')
        .evaluateAll((links) => links.map(({ textContent }) => textContent));
      expect(inTexts.length).toBeGreaterThan(0);
      for (const place of inTexts) expect(place).not.toMatch(/^Note/);
      for (const place of inNotes) expect(place).toMatch(/^Note/);
    });
  });
});

describe('the way in', () => {
  it('begins at the home page: how many, when, search, begin reading', async () => {
    await onPage('index.html', {}, async (page) => {
      expect(await page.locator('.holds').innerText()).toBe('2 documents · 1964');
      await page.getByRole('searchbox').fill('miners');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.waitForURL(/search\.html\?q=miners$/);
      await page.goBack();
      await page.getByRole('link', { name: 'Begin reading' }).click();
      await page.waitForURL(/d149\.html$/);
    });
  });

  it('is a search field on every page, and the browser’s own by opensearch.xml', () => {
    for (const name of [DOCUMENT, 'persons/index.html', 'about.html', 'key.html'])
      expect(html(name), name).toMatch(
        /<form class="masthead-search" role="search" action="[^"]*search\.html">/,
      );
    expect(html('opensearch.xml')).toContain(
      'template="https://example.org/edition/search.html?q={searchTerms}"',
    );
    expect(html('index.html')).toMatch(/<link rel="search" [^>]*href="opensearch\.xml"/);
  });
});

describe('the search page', () => {
  it('shows entries first, orders by date, is limited to years, and comes back with all', async () => {
    await onPage('search.html?q=lechin', {}, async (page) => {
      await page.locator('.found-entries a', { hasText: 'Juan Lechín Oquendo' }).waitFor();
      await page.locator('#site-search-loading').waitFor({ state: 'hidden' });
      const found = page.locator('.found > li');
      const shows = (count: number): Promise<void> =>
        expect.poll(() => found.count(), { timeout: 15_000 }).toBe(count);
      await found.first().waitFor();
      const all = await found.count();
      await page.getByText('Only documents with').click();
      await page.getByLabel('Order').selectOption('date');
      await shows(all);
      await page.getByLabel('From year').fill('1965');
      await shows(0);
      await page.getByLabel('From year').fill('1964');
      await shows(all);
      expect(page.url()).toMatch(/order=date/);
      await page.locator('.found a').first().click();
      await page.waitForURL(/documents\//);
      await page.goBack();
      await shows(all);
      expect(await page.getByLabel('From year').inputValue()).toBe('1964');
    });
  });
});

describe('the network', () => {
  it('shows the ties of whom is pointed at, and those of the kinds that are chosen', async () => {
    await onPage('network.html', {}, async (page) => {
      const about = page.locator('.network:not(.sample) .tie.about');
      const all = await about.count();
      expect(all).toBeGreaterThan(1);
      await page.getByLabel('wrote about').uncheck();
      expect(await page.locator('.tie.about.off').count()).toBe(all);
      await page.getByLabel('wrote about').check();
      await page.locator('.network .mark').first().focus();
      expect(await page.locator('.network.pointed .tie.own').count()).toBeGreaterThan(0);
    });
  });
});

describe('what lists conclude', () => {
  it.each([
    ['Telegram From the Embassy in France to the Department of State', 'Telegram'],
    ['Circular Telegram From the Department of State to Certain Posts', 'Circular Telegram'],
    ['Memorandum of Conversation', 'Memorandum of Conversation'],
    ['Letterhead of a firm', null],
    ['The Ambassador to the Secretary', null],
    ['Brief an Felix Salten', 'Brief'],
  ])('the kind of “%s” is %s', (title, kind) => {
    expect(kindInTitle(title)).toBe(kind);
  });

  it('years are bars, long spans are decades, and a wrong date makes no strip of millennia', () => {
    expect(yearStrip([1964, 1964])).toBeNull();
    expect(yearStrip([1964, 1966, 1966])?.bars.map(({ span, count }) => [span, count])).toEqual([
      ['1964', 1],
      ['1966', 2],
    ]);
    expect(yearStrip([1700, 1705, 1899])?.bars.map(({ span }) => span)).toEqual(['1700s', '1890s']);
    expect(yearStrip([-9000, 1964])).toBeNull();
  });
});

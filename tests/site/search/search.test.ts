/**
 * The search of the memo's site in a real browser: words, phrases, accents, facets, and results
 * that open at the passage.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SitePreview, startPreview } from '../../../pipeline/publish/serve/preview.ts';
import { builtInBrowser, onPageOf } from '../browser.ts';
import { copyOfEdition, removeFolders } from '../edition.ts';

let site: string;
let browser: Browser;
let server: SitePreview;

beforeAll(async () => {
  ({ site, browser } = await builtInBrowser(copyOfEdition()));
  server = await startPreview(site, 0);
});

afterAll(async () => {
  await server?.close();
  await browser?.close();
  removeFolders();
});

const onPage = <Result>(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> => onPageOf(browser, options, work);

/** Submits the form, and waits for the answer. Returns the reported number, as text. */
async function ask(page: Page, words: string): Promise<string> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('searchbox').press('Enter');
  await page.locator('#site-search-status:not(:empty)').waitFor();
  await page.waitForTimeout(300);
  return page.locator('#site-search-status').innerText();
}

const opened = async (page: Page, query = ''): Promise<void> => {
  await page.goto(`${server.address}search.html${query}`);
  await page.locator('#site-search:not([hidden])').waitFor();
};

describe('the search', () => {
  it('finds a word and opens at its passage', async () => {
    await onPage({}, async (page) => {
      await opened(page);
      expect(await ask(page, 'rehabilitation')).toBe('1 document');
      const passage = page.locator('.passages a').first();
      expect(await passage.locator('mark').first().innerText()).toMatch(/^rehabilitat/);
      await passage.click();
      await page.waitForURL(/d149\.html#[a-z]+\d+$/);
      expect(await page.locator(':target').innerText()).toContain('rehabilitation');
    });
  });

  it('finds a phrase in quotation marks as one, and nothing where the words are separate', async () => {
    await onPage({}, async (page) => {
      await opened(page);
      expect(await ask(page, '"rehabilitation program"')).toBe('1 document');
      expect(await ask(page, '"program rehabilitation"')).toBe('Nothing was found.');
    });
  });

  it.each(['Lechin', 'Lechín', 'LECHÍN'])('finds %s with and without its accent', async (name) => {
    await onPage({}, async (page) => {
      await opened(page);
      expect(await ask(page, name)).toBe('1 document');
      expect(await page.locator('.passages mark').first().innerText()).toMatch(/^Lech[ií]n/);
    });
  });

  it('finds the words of notes, and leads to the note', async () => {
    await onPage({}, async (page) => {
      await opened(page);
      await ask(page, 'telegram');
      const leads = await page
        .locator('.passages a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(leads.some((href) => /#n\d+$/.test(href ?? ''))).toBe(true);
    });
  });

  it('finds nothing for a word that does not occur, and offers the nearest ones', async () => {
    await onPage({}, async (page) => {
      await opened(page);
      expect(await ask(page, 'xyzzyq')).toBe('Nothing was found.');
      expect(await page.locator('#site-search-similar a').count()).toBe(0);
      expect(await ask(page, 'Lechim')).toBe('Nothing was found.');
      await page.locator('#site-search-similar a', { hasText: /^Lech[ií]n$/ }).click();
      await page.locator('.found > li').waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toMatch(/^Lech[ií]n$/);
    });
  });

  it('finds the beginning of words only where it is asked for', async () => {
    await onPage({}, async (page) => {
      await opened(page);
      expect(await ask(page, 'rehabilit')).toBe('Nothing was found.');
      expect(await page.locator('#site-search-similar a').first().innerText()).toMatch(
        /^rehabilitat/,
      );
      expect(await ask(page, 'rehabilit*')).toBe('1 document');
    });
  });

  it('looks only at the text, not at what the page adds', async () => {
    await onPage({}, async (page) => {
      await opened(page);
      expect(await ask(page, '"permalink"')).toBe('Nothing was found.');
      expect(await ask(page, '"Wikidata"')).toBe('Nothing was found.');
    });
  });

  it('is narrowed by a facet, alone and with words, and keeps it in the address', async () => {
    await onPage({}, async (page) => {
      await opened(page);
      const year = page.getByLabel('Year', { exact: true });
      expect(await year.isVisible()).toBe(false);
      await page.getByText('Only documents with').click();
      await year.selectOption('1964');
      await page.locator('#site-search-status:not(:empty)').waitFor();
      expect(await page.locator('#site-search-status').innerText()).toBe('1 document');
      expect(page.url()).toContain('year=1964');
      for (const facet of ['Person', 'Place', 'Organization', 'Kind of document']) {
        expect(await page.getByLabel(facet).isVisible(), facet).toBe(true);
      }
      await ask(page, 'miners');
      await page.reload();
      await page.locator('.found > li').waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe('miners');
      expect(await year.inputValue()).toBe('1964');
      // An active choice is shown, and the results still begin on the first screen.
      expect(await year.isVisible()).toBe(true);
      await page.goBack();
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
    });
  });

  it('asks no other host, and breaks no rule of the policy', async () => {
    await onPage({}, async (page) => {
      const errors: string[] = [];
      page.on(
        'request',
        (request) => !request.url().startsWith(server.address) && errors.push(request.url()),
      );
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await opened(page, '?q=Paz');
      await page.locator('.found > li').waitFor();
      expect(errors).toEqual([]);
    });
  });

  it.each(['light', 'dark'] as const)(
    'has no error that axe-core finds, in %s',
    async (colorScheme) => {
      await onPage({ colorScheme, bypassCSP: true }, async (page) => {
        await opened(page, '?q=Paz');
        await page.locator('.found > li').waitFor();
        await page.evaluate(axe.source);
        const errors = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
        );
        expect(errors).toEqual([]);
      });
    },
  );
});

describe('without scripts, or from a folder', () => {
  it('the page says what it needs, and leads to the indexes', async () => {
    await onPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.address}search.html`);
      expect(await page.locator('form').isVisible()).toBe(false);
      expect(await page.locator('main a[href="persons/index.html"]').isVisible()).toBe(true);
    });
    await onPage({}, async (page) => {
      await page.goto(pathToFileURL(join(site, 'search.html')).href);
      expect(await page.locator('#site-search-without').isVisible()).toBe(true);
    });
  });
});

/**
 * Navigation: indexes of dates and of cited sources, and the chronology, in a real browser without
 * scripts and with them.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInBrowser, onPageOf } from '../browser.ts';
import { copyOfEdition, FIXTURES, removeFolders } from '../edition.ts';

const PAGES = [
  'dates/index.html',
  'dates/1964-05-31.html',
  'sources/index.html',
  'sources/telegram-575-1964-05-04.html',
  'chronology.html',
  'map.html',
  'network.html',
];

let site: string;
let browser: Browser;

beforeAll(async () => {
  const edition = copyOfEdition();
  cpSync(join(FIXTURES, 'd150.txt'), join(edition, 'sources', 'd150.txt'));
  ({ site, browser } = await builtInBrowser(edition));
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

const addressOf = (name: string): string => pathToFileURL(join(site, name)).href;

const onPage = <Result>(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> => onPageOf(browser, options, work);

describe.each([false, true])('with scripts: %s', (javaScriptEnabled) => {
  it('a date’s entry shows every sentence that speaks of the day, however it words it, and leads to each', async () => {
    await onPage({ javaScriptEnabled }, async (page) => {
      await page.goto(addressOf('dates/index.html'));
      await page.getByRole('link', { name: 'May 31, 1964' }).click();
      expect(await page.locator('h1').textContent()).toBe('May 31, 1964');
      const marks = await page.locator('.sentences mark').allTextContents();
      expect(marks.length).toBeGreaterThanOrEqual(3);
      await page.locator('.where').first().click();
      const anchor = new URL(page.url()).hash.slice(1);
      expect(await page.locator(`[id="${anchor}"]`).textContent()).toContain('May 31');
    });
  });

  it('the index of dates is in chronological order, under its years', async () => {
    await onPage({ javaScriptEnabled }, async (page) => {
      await page.goto(addressOf('dates/index.html'));
      const years = (await page.locator('main h2').allTextContents()).map(Number);
      expect(years).toEqual([...years].sort((a, b) => a - b));
      const names = await page.locator('.entry-list > li > a').allTextContents();
      const order = [
        '1952',
        'between September 1963 and December 1963',
        'October 23, 1963',
        'May 4, 1964',
        'May 15, 1964',
      ];
      expect(names.filter((name) => order.includes(name))).toEqual(order);
      // Years in the name of a collection are not dates in the text.
      expect(names).not.toContain('1964 to 1966');
    });
  });

  it('sources are grouped by kind; a source cited in several notes is one entry with all citations; ibid. is none', async () => {
    await onPage({ javaScriptEnabled }, async (page) => {
      await page.goto(addressOf('sources/index.html'));
      expect(await page.locator('main h2').allTextContents()).toEqual(
        expect.arrayContaining(['Archival locations', 'Cables', 'Telegrams', 'Volumes']),
      );
      expect((await page.locator('.entry-list').allInnerTexts()).join()).not.toMatch(/ibid/i);
      await page.getByRole('link', { name: 'POL 14 BOL' }).click();
      const passages = await page
        .locator('.where')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(passages).toEqual(
        ['d149.html#n1', 'd149.html#n4', 'd150.html#n1'].map((name) => `../documents/${name}`),
      );
      for (const text of await page.locator('.sentences mark').allTextContents())
        expect(text).toContain('POL 14 BOL');
    });
  });

  it('the chronology puts both documents among the dates that they mention, each leading to its passage', async () => {
    await onPage({ javaScriptEnabled }, async (page) => {
      await page.goto(addressOf('index.html'));
      await page.getByRole('link', { name: 'Chronology' }).click();
      const written = await page
        .locator('.written a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect([...written].sort()).toEqual(['documents/d149.html', 'documents/d150.html']);
      const moments = await page.locator('.moments > li .when').allTextContents();
      const order = [
        '1952',
        'October 23, 1963',
        'May 1964, before the 31st',
        'May 4, 1964',
        'May 31, 1964',
        'June 1, 1964',
      ];
      expect(moments.filter((when) => order.includes(when))).toEqual(order);
      await page
        .locator('.moments > li', { hasText: 'October 23, 1963' })
        .locator('.where')
        .first()
        .click();
      const anchor = new URL(page.url()).hash.slice(1);
      expect(await page.locator(`[id="${anchor}"]`).textContent()).toContain('October 23, 1963');
    });
  });
});

describe.each([false, true])('pictures, with scripts: %s', (javaScriptEnabled) => {
  it('the map shows each place where it lies, as a link to its entry, and the list beside it has them all', async () => {
    await onPage({ javaScriptEnabled }, async (page) => {
      await page.goto(addressOf('indexes.html'));
      await page.locator('.overview').getByRole('link', { name: 'Map' }).click();
      const marks = page.locator('svg.map a.mark');
      const names = await marks.evaluateAll((links) =>
        links.map((link) => link.getAttribute('aria-label')),
      );
      expect(names).toContain('La Paz (6 mentions)');
      expect(names.some((name) => /^Bolivia \(\d+ mentions\)$/.test(name ?? ''))).toBe(true);
      const box = async (name: string) => {
        const found = await page.getByRole('link', { name }).locator('.spot').boundingBox();
        if (!found) throw new Error(`${name} is not on the map`);
        return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
      };
      const [paz, washington, spain] = [
        await box('La Paz ('),
        await box('Washington, D.C. ('),
        await box('Spain ('),
      ];
      expect(paz.y).toBeGreaterThan(washington.y);
      expect(paz.x).toBeGreaterThan(washington.x);
      expect(spain.x).toBeGreaterThan(paz.x);
      const rows = await page.locator('.picture-list tbody tr').allInnerTexts();
      expect(rows).toHaveLength(await marks.count());
      expect(rows.find((row) => row.startsWith('La Paz'))).toMatch(/16\.5° S, 68\.15° W\s+6$/);
      expect(rows.find((row) => row.startsWith('Cuba'))).toMatch(/country \(CU\)\s+1$/);
      await page.getByRole('link', { name: 'La Paz (6 mentions)' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/places/la-paz.html');
    });
  });

  it('the network shows who wrote to and about whom; one whom no list knows leads to its place in the list', async () => {
    await onPage({ javaScriptEnabled }, async (page) => {
      await page.goto(addressOf('network.html'));
      expect(await page.locator('svg.network:not(.sample) .tie.to').count()).toBe(2);
      expect(await page.locator('svg.network:not(.sample) .tie.about').count()).toBeGreaterThan(4);
      const dashes = (kind: string): Promise<string> =>
        page
          .locator(`.tie.${kind}`)
          .first()
          .evaluate((tie) => tie.ownerDocument.defaultView.getComputedStyle(tie).strokeDasharray);
      expect(await dashes('to')).not.toBe(await dashes('about'));
      const read = page
        .locator('.parties section')
        .filter({ has: page.getByRole('heading', { name: 'Benjamin H. Read' }) });
      expect(await read.innerText()).toMatch(/wrote to\s+McGeorge Bundy \(1\)/i);
      expect(await read.innerText()).toMatch(/wrote about\s+.*Víctor Paz Estenssoro \(1\)/i);
      await page.locator('.mark.unlisted', { hasText: 'Embassy in Bolivia' }).focus();
      await page.keyboard.press('Enter');
      expect(await page.locator(':target').innerText()).toContain('Embassy in Bolivia');
      await page.locator('a.mark', { hasText: 'Bundy' }).click();
      expect(await page.locator('h1').textContent()).toBe('McGeorge Bundy');
    });
  });
});

describe('the pages for finding', () => {
  it.each(['light', 'dark'] as const)(
    'have nothing that axe objects to, %s',
    async (colorScheme) => {
      await onPage({ colorScheme }, async (page) => {
        for (const name of PAGES) {
          await page.goto(addressOf(name));
          await page.evaluate(axe.source);
          const errors = await page.evaluate(async () => {
            const axe = (
              globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
            ).axe;
            return (await axe.run()).violations.map(({ id }) => id);
          });
          expect(errors, name).toEqual([]);
        }
      });
    },
  );

  it.each([320, 390, 1440])('have no sideways scrolling at %i pixels', async (width) => {
    await onPage({ viewport: { width, height: 800 }, isMobile: width < 500 }, async (page) => {
      for (const name of PAGES) {
        await page.goto(addressOf(name));
        expect(
          await page.evaluate('document.documentElement.scrollWidth'),
          name,
        ).toBeLessThanOrEqual(width);
      }
    });
  });
});

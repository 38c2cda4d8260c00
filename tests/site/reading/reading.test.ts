/**
 * Reading a document: switches in the text, the card beside a name, the address and citation of a
 * passage.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInBrowser, onPageOf } from '../browser.ts';
import { copyOfEdition, removeFolders } from '../edition.ts';

const WITHOUT_SCRIPTS: BrowserContextOptions = { javaScriptEnabled: false };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

let browser: Browser;
let address: string;

beforeAll(async () => {
  const built = await builtInBrowser(copyOfEdition());
  browser = built.browser;
  address = pathToFileURL(join(built.site, 'documents', 'd149.html')).href;
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

const reading = <Result>(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> =>
  onPageOf(browser, options, async (page) => {
    await page.goto(address);
    return work(page);
  });

const lechin = (page: Page) => page.locator('#p1 a.person', { hasText: 'Lechin' }).first();

describe('marks of names and dates', () => {
  it('are switched off kind by kind, without scripts', async () => {
    await reading(WITHOUT_SCRIPTS, async (page) => {
      const line = (kind: string): Promise<string> =>
        page
          .locator(`.reading .${kind}`)
          .first()
          .evaluate(
            (element) =>
              element.ownerDocument.defaultView.getComputedStyle(element).textDecorationLine,
          );
      await page.locator('.view summary').click();
      for (const kind of ['person', 'place', 'org', 'date']) {
        expect(await line(kind), kind).toBe('underline');
        await page.locator(`#site-mark-${kind}`).uncheck();
        expect(await line(kind), kind).toBe('none');
      }
    });
  });
});

describe('the list of those named', () => {
  it('is after the text for those without scripts, with office, life, identifiers and mentions', async () => {
    await reading(WITHOUT_SCRIPTS, async (page) => {
      expect(await page.locator('.card').count()).toBe(0);
      await page.locator('.named summary').click();
      const item = page.locator('.named li', { hasText: 'Juan Lechín Oquendo' });
      expect(await item.innerText()).toMatch(
        /1912\/1915–2001[\s\S]*Vice President[\s\S]*person 107763[\s\S]*all \d+ mentions/,
      );
      await item.locator('a', { hasText: 'mentions' }).click();
      expect(page.url()).toMatch(/persons\/juan-lechin-oquendo\.html#site-mentions$/);
    });
  });
});

describe('the card of a name', () => {
  it('opens on focus, can be walked into and left, and closes on Escape', async () => {
    await reading({}, async (page) => {
      await page.keyboard.press('Tab');
      await lechin(page).focus();
      const card = page.locator('#site-card');
      expect(await card.isVisible()).toBe(true);
      expect(await card.innerText()).toContain('Juan Lechín Oquendo');
      expect(await lechin(page).getAttribute('aria-describedby')).toBe('site-card');
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement.closest('#site-card') !== null")).toBe(
        true,
      );
      await page.keyboard.press('Escape');
      expect(await card.count()).toBe(0);
      expect(await page.evaluate('document.activeElement.textContent')).toContain('Lechin');
      await lechin(page).blur();
      await lechin(page).focus();
      await page.keyboard.press('Escape');
      expect(await card.count()).toBe(0);
    });
  });

  it('opens under the pointer and stays while the pointer is in it', async () => {
    await reading({}, async (page) => {
      const card = page.locator('#site-card');
      await lechin(page).hover();
      await card.waitFor();
      await card.hover();
      await page.waitForTimeout(600);
      expect(await card.isVisible()).toBe(true);
      await page.mouse.move(5, 5);
      await card.waitFor({ state: 'detached' });
    });
  });

  it('opens at the first tap, within the window, and the second tap leads to the entry', async () => {
    await reading(PHONE, async (page) => {
      await lechin(page).tap();
      const box = await page.locator('#site-card').boundingBox();
      expect(page.url()).toBe(address);
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      await lechin(page).tap();
      await page.waitForURL(/juan-lechin-oquendo/);
    });
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe objects to, nor has the passage’s, %s',
    async (colorScheme) => {
      await reading({ colorScheme }, async (page) => {
        await page.evaluate(axe.source);
        for (const summary of await page.locator('summary').all()) await summary.click();
        await page.keyboard.press('Tab');
        await lechin(page).focus();
        expect(await errors(page)).toEqual([]);
        await page.locator('#p3 > .permalink').click();
        expect(await page.locator('#site-card').isVisible()).toBe(true);
        expect(await errors(page)).toEqual([]);
      });
    },
  );
});

describe('the mark of a passage', () => {
  it('is a link to it without scripts', async () => {
    await reading(WITHOUT_SCRIPTS, async (page) => {
      await page.locator('#p3 > .permalink').click();
      expect(new URL(page.url()).hash).toBe('#p3');
    });
  });

  it.each(['#p3 > .permalink', '#pg338'])(
    'offers its address and its citation to be copied: %s',
    async (mark) => {
      await reading({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
        await page.locator(mark).focus();
        await page.keyboard.press('Enter');
        const card = page.locator('#site-card');
        const passage = `${address}#${mark.match(/\w+/)?.[0]}`;
        expect(page.url()).toBe(passage);
        expect(await card.locator('[data-text="link"]').textContent()).toBe(passage);
        expect(await card.locator('[data-text="citation"]').textContent()).toMatch(
          /^Benjamin H\. Read to McGeorge Bundy, memorandum, .*, Document 149, (paragraph 3|page 338); .*#p\w+\.$/,
        );
        await page.keyboard.press('Enter');
        await card.locator('[role="status"]', { hasText: /Copied|Selected/ }).waitFor();
        await page.keyboard.press('Escape');
        expect(await card.count()).toBe(0);
        expect(
          await page
            .locator(mark)
            .evaluate((element) => element === element.ownerDocument.activeElement),
        ).toBe(true);
      });
    },
  );
});

describe('words that are selected', () => {
  const select = (page: Page, passage: string): Promise<void> =>
    page.locator(passage).evaluate((element) => {
      element.ownerDocument.getSelection()?.selectAllChildren(element);
    });

  it('are copied with the citation of their passage, by mouse and by keyboard', async () => {
    await reading({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const card = page.locator('#site-card');
      const button = card.getByRole('button', { name: 'Copy with citation' });
      const copied = async (): Promise<string> => {
        await card.locator('[role="status"]', { hasText: /Copied|Selected/ }).waitFor();
        return page.evaluate('navigator.clipboard.readText()');
      };
      await select(page, '#p3');
      await button.click();
      const text = await copied();
      expect(text).toMatch(
        /^“[^¶]+”\nBenjamin H\. Read to McGeorge Bundy, memorandum, .*, Document 149, paragraph 3; .*#p3\.$/,
      );
      expect(text).not.toMatch(/note \d/);
      await page.keyboard.press('Escape');
      expect(await card.count()).toBe(0);
      await select(page, '#n2');
      await button.focus();
      await page.keyboard.press('Enter');
      expect(await copied()).toMatch(/, Document 149, note 2; .*#n2\.$/);
    });
  });
});

function errors(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Fault[] }> } }).axe;
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

interface Fault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * The memo's site in a real browser, from a folder and from a server, with scripts off too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SitePreview, startPreview } from '../../../pipeline/publish/serve/preview.ts';
import { readTree, type TreeElement } from '../../../pipeline/xml/tree.ts';
import { builtInBrowser, onPageOf } from '../browser.ts';
import { copyOfEdition, removeFolders } from '../edition.ts';

const DOCUMENT = 'documents/d149.html';
const KINDS_OF_PAGE = [
  'index.html',
  'documents/index.html',
  DOCUMENT,
  'persons/index.html',
  'persons/victor-paz-estenssoro.html',
  'places/la-paz.html',
  'organizations/department-of-state.html',
  'terms/index.html',
  'terms/rg.html',
  'principles.html',
  'about.html',
  'key.html',
  '404.html',
];

let edition: string;
let site: string;
let browser: Browser;
let server: SitePreview;

beforeAll(async () => {
  edition = copyOfEdition();
  ({ site, browser } = await builtInBrowser(edition));
  server = await startPreview(site, 0);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  removeFolders();
});

const fromFolder = (name: string): string => pathToFileURL(join(site, name)).href;

const onPage = <Result>(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> => onPageOf(browser, options, work);

const WITHOUT_SCRIPTS: BrowserContextOptions = { javaScriptEnabled: false };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

const fromServer = (name: string): string => server.address + name;

describe('the page opens', () => {
  it.each([
    ['from a folder', fromFolder],
    ['from a server', fromServer],
  ])('%s, with its style, and asks no other host for anything', async (_from, address) => {
    await onPage({}, async (page) => {
      const asked: string[] = [];
      const failed: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      // Going to the next page cancels open requests of the last one.
      page.on('requestfailed', (request) => {
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
      });
      page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
      // The missing page is a host's: its links begin at the host's root.
      for (const name of KINDS_OF_PAGE.filter(
        (kind) => kind !== '404.html' || address === fromServer,
      )) {
        await page.goto(address(name));
        expect(await page.locator('h1').count(), name).toBe(1);
        expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toContain(
          'Georgia',
        );
      }
      const origin = address('').split('/').slice(0, 3).join('/');
      expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
      expect(failed).toEqual([]);
    });
  });

  it('weighs less than 100 KB with all that it loads', () => {
    const html = readFileSync(join(site, DOCUMENT), 'utf8');
    const loaded = [
      ...html.matchAll(/<(?:link rel="(?:stylesheet|icon)"|script)[^>]* (?:href|src)="([^"]+)"/g),
    ].map(([, address = '']) => join('documents', address));
    expect(loaded.length).toBeGreaterThan(3);
    const parts = [DOCUMENT, ...loaded].map((name) => readFileSync(join(site, name)));
    expect(parts.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(100 * 1024);
  });
});

it.each([
  ['a phone', PHONE],
  ['a wide screen', { viewport: { width: 1440, height: 900 } }],
])('the text begins on the first screen of %s', async (_where, screen) => {
  await onPage({ ...screen, ...WITHOUT_SCRIPTS }, async (page) => {
    await page.goto(fromFolder(DOCUMENT));
    const first = await page.locator('.reading p').first().boundingBox();
    // At least two of its lines.
    expect((first?.y ?? Number.POSITIVE_INFINITY) + 60).toBeLessThan(screen.viewport?.height ?? 0);
  });
});

describe('notes, with scripts off', () => {
  it.each([
    ['on a phone', PHONE],
    ['on a tablet', { viewport: { width: 820, height: 1000 } }],
    ['on a wide screen', { viewport: { width: 1440, height: 900 } }],
  ])('a reference leads to its note and the note back, %s', async (_where, screen) => {
    await onPage({ ...screen, ...WITHOUT_SCRIPTS }, async (page) => {
      await page.goto(fromFolder(DOCUMENT));
      for (const n of ['1', '2', '3', '4', '5']) {
        await page.locator(`#ref-n${n}`).click();
        expect(new URL(page.url()).hash).toBe(`#n${n}`);
        expect(await inWindow(page, `#n${n} .note-number`)).toBe(true);
        await page.locator(`#n${n} .note-back`).click();
        expect(new URL(page.url()).hash).toBe(`#ref-n${n}`);
        expect(await inWindow(page, `#ref-n${n}`)).toBe(true);
      }
    });
  });

  it('a note that is called on a phone rises without moving the text', async () => {
    await onPage({ ...PHONE, ...WITHOUT_SCRIPTS }, async (page) => {
      await page.goto(fromFolder(DOCUMENT));
      await page.locator('#ref-n3').scrollIntoViewIfNeeded();
      const before = await page.locator('#ref-n3').boundingBox();
      await page.locator('#ref-n3').click();
      expect(await page.locator('#ref-n3').boundingBox()).toEqual(before);
    });
  });

  it('on a wide screen each note is beside the text, at its line or below the note before it', async () => {
    await onPage({ viewport: { width: 1440, height: 900 }, ...WITHOUT_SCRIPTS }, async (page) => {
      await page.goto(fromFolder(DOCUMENT));
      const text = await page.locator('.reading').boundingBox();
      let free = 0;
      for (const n of ['1', '2', '3', '4', '5']) {
        const note = await page.locator(`#n${n}`).boundingBox();
        const line = await page.locator(`#ref-n${n}`).boundingBox();
        if (!text || !note || !line) throw new Error('not laid out');
        expect(note.x).toBeGreaterThan(text.x + text.width);
        expect(note.y).toBeGreaterThanOrEqual(free);
        expect(Math.abs(note.y - Math.max(line.y, free))).toBeLessThan(40);
        free = note.y + note.height;
      }
    });
  });
});

describe('names', () => {
  it('a person leads to the entry, and the entry back to every passage that names the person', async () => {
    await onPage(WITHOUT_SCRIPTS, async (page) => {
      await page.goto(fromFolder(DOCUMENT));
      await page.locator('#p1 a.person', { hasText: 'Lechin' }).first().click();
      expect(await page.locator('h1').textContent()).toBe('Juan Lechín Oquendo');
      const links = await page.locator('.sentences .where').all();
      expect(links.length).toBeGreaterThan(3);
      const targets = await Promise.all(links.map((link) => link.getAttribute('href')));
      const words = await page.locator('.sentences li').allInnerTexts();
      for (const [place, href] of targets.entries()) {
        await page.goto(
          new URL(href as string, fromFolder('persons/juan-lechin-oquendo.html')).href,
        );
        const passage = page.locator(`[id="${href?.split('#')[1]}"]`);
        expect(await passage.count(), String(href)).toBe(1);
        expect(await passage.textContent()).toContain('Lechin');
        expect(words[place]).toContain('Lechin');
      }
    });
  });

  it('a sentence that names a person twice is given once, with both names marked', async () => {
    await onPage(WITHOUT_SCRIPTS, async (page) => {
      await page.goto(fromFolder('persons/victor-paz-estenssoro.html'));
      const sentence = page.locator('.sentences li', {
        hasText: 'abandoned his anti-Paz activities',
      });
      expect(await sentence.count()).toBe(1);
      expect(await sentence.locator('mark').allTextContents()).toEqual(['Paz', 'Paz']);
    });
  });

  it('identifiers lead where the edition’s prefixes say, and a doubtful year is not given as a year', async () => {
    await onPage(WITHOUT_SCRIPTS, async (page) => {
      await page.goto(fromFolder('places/la-paz.html'));
      expect(await page.locator('.record a', { hasText: '3911925' }).getAttribute('href')).toBe(
        'https://www.geonames.org/3911925',
      );
      expect(await page.locator('.record').innerText()).toContain('16.5° S, 68.15° W');
      await page.goto(fromFolder('persons/index.html'));
      expect(await page.locator('.entry-list li', { hasText: 'Lechín' }).innerText()).toContain(
        '1912/1915–2001',
      );
    });
  });

  it('the program’s marks are distinguished by how sure they are, and the key shows how', async () => {
    await onPage(WITHOUT_SCRIPTS, async (page) => {
      await page.goto(fromFolder(DOCUMENT));
      const line = (selector: string): Promise<string> =>
        page
          .locator(selector)
          .first()
          .evaluate(
            (element) =>
              element.ownerDocument.defaultView.getComputedStyle(element).textDecorationStyle,
          );
      const inText = await line('.reading a.person.auto.high');
      await page.goto(fromFolder('key.html'));
      const lines = await Promise.all(
        ['high', 'medium', 'low'].map((degree) => line(`.key .auto.${degree}`)),
      );
      expect(new Set([...lines, await line('.key .person:not(.auto)')]).size).toBe(4);
      expect(inText).toBe(lines[0]);
    });
  });
});

describe('the text', () => {
  it('is on the page to the letter, the notes too', async () => {
    const body = bodyOf(join(edition, 'documents', 'd149.xml'));
    const notes = elements(body, 'note');
    const shown = await onPage(WITHOUT_SCRIPTS, async (page) => {
      await page.goto(fromFolder(DOCUMENT));
      return {
        text: await textOf(page, '.document-head h1, .reading'),
        notes: await textOf(page, '.note-text'),
        paragraphs: await textOf(page, '.reading p'),
      };
    });
    expect(letters(shown.text.join(''))).toBe(letters(textIn(body)));
    expect(shown.notes).toEqual(notes.map((note) => textIn(note, true)));
    const paragraphs = elements(body, 'p').filter((p) => !within(p, 'note'));
    expect(shown.paragraphs).toEqual(paragraphs.map((p) => textIn(p)));
  });

  it('can be had as TEI, byte for byte', async () => {
    await onPage({}, async (page) => {
      await page.goto(server.address + DOCUMENT);
      const waiting = page.waitForEvent('download');
      await page.locator('#site-cite summary').click();
      await page.locator('a.download').click();
      const path = await (await waiting).path();
      expect(readFileSync(path).equals(readFileSync(join(edition, 'documents', 'd149.xml')))).toBe(
        true,
      );
    });
  });

  it('has pages, paragraphs, headings and items as addresses', async () => {
    await onPage(WITHOUT_SCRIPTS, async (page) => {
      for (const anchor of ['p3', 'h2', 'i1', 'n2', 'pg338', 'pg339', 'signed']) {
        await page.goto(`${fromFolder(DOCUMENT)}#${anchor}`);
        expect(await page.locator(`[id="${anchor}"]`).count(), anchor).toBe(1);
        expect(await inWindow(page, `[id="${anchor}"]`), anchor).toBe(true);
      }
    });
  });
});

describe('every kind of page', () => {
  it.each(['light', 'dark'] as const)(
    'has nothing that axe objects to, %s',
    async (colorScheme) => {
      await onPage({ colorScheme }, async (page) => {
        for (const name of KINDS_OF_PAGE) {
          await page.goto(fromFolder(name));
          await page.evaluate(axe.source);
          const errors = await page.evaluate(async () => {
            const axe = (
              globalThis as unknown as { axe: { run(): Promise<{ violations: AxeFault[] }> } }
            ).axe;
            return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          });
          expect(errors, name).toEqual([]);
        }
      });
    },
  );

  it.each([320, 390, 820, 1440])('has no sideways scrolling at %i pixels', async (width) => {
    await onPage(
      { viewport: { width, height: 800 }, ...(width < 500 && { isMobile: true }) },
      async (page) => {
        for (const name of KINDS_OF_PAGE) {
          await page.goto(fromFolder(name));
          expect(
            await page.evaluate('document.documentElement.scrollWidth'),
            name,
          ).toBeLessThanOrEqual(width);
        }
      },
    );
  });

  it('prints without navigation, and the document with its notes', async () => {
    await onPage({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const name of KINDS_OF_PAGE) {
        await page.goto(fromFolder(name));
        for (const nav of await page.locator('nav, .skip, .permalink').all())
          expect(await nav.isVisible()).toBe(false);
      }
      await page.goto(fromFolder(DOCUMENT));
      expect(await page.locator('.note').first().isVisible()).toBe(true);
    });
  });

  it('begins with a link past the navigation, and can be used with the keyboard', async () => {
    await onPage({}, async (page) => {
      await page.goto(fromFolder(DOCUMENT));
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    });
  });
});

interface AxeFault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Whether an element's beginning can be seen. */
function inWindow(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < element.ownerDocument.defaultView.innerHeight;
    });
}

/** The text of elements without the page's additions. */
function textOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((found) =>
    found.map((element) => {
      const copy = element.cloneNode(true);
      for (const added of copy.querySelectorAll('.added')) added.remove();
      return copy.textContent ?? '';
    }),
  );
}

function bodyOf(path: string): TreeElement {
  return elements(readTree({ path, content: readFileSync(path) }), 'body')[0] as TreeElement;
}

function elements(element: TreeElement, name: string): TreeElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.local === name ? [child] : []), ...elements(child, name)],
  );
}

function within(element: TreeElement, name: string): boolean {
  return (
    element.parent !== undefined && (element.parent.local === name || within(element.parent, name))
  );
}

/** The text of an element without its notes. */
function textIn(element: TreeElement, isNote = false): string {
  if (element.local === 'note' && !isNote) return '';
  return element.children
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('');
}

/** White space between blocks is layout, in the file and on the page. */
function letters(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * The critical view: witnesses, the apparatus, the text of one witness, and two spellings of a
 * word.
 */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInBrowser } from '../browser.ts';
import { copyOfEdition, FIXTURES, removeFolders } from '../edition.ts';

let browser: Browser;
let site: string;

beforeAll(async () => {
  const edition = copyOfEdition();
  for (const name of readdirSync(join(FIXTURES, 'free-schema'))) {
    cpSync(join(FIXTURES, 'free-schema', name), join(edition, 'schema', name));
  }
  cpSync(join(FIXTURES, 'critical.xml'), join(edition, 'documents', 'critical.xml'));
  ({ site, browser } = await builtInBrowser(edition));
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

async function open(
  path: string,
  options: { javaScriptEnabled?: boolean; colorScheme?: 'dark' } = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(pathToFileURL(join(site, path)).href);
  return page;
}

const DOCUMENT = 'documents/critical.html';

/** The visible text of a passage, without marks of passages, notes and entries. */
async function shown(page: Page, passage: string): Promise<string> {
  return (await page.locator(passage).innerText())
    .replaceAll(/[°¶]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  it('the source’s words and the editors’ are switched, and both shown at first', async () => {
    const page = await open(DOCUMENT, { javaScriptEnabled });
    expect(await shown(page, '#p2')).toMatch(/leakin.*leaking.*saylors.*sailors.*Capt\..*Captain/);
    const copied = async (): Promise<string> => {
      await page
        .locator('#p2')
        .evaluate((passage) => passage.ownerDocument.getSelection()?.selectAllChildren(passage));
      return page
        .locator('#p2')
        .evaluate(
          (passage) =>
            passage.ownerDocument.getSelection()?.toString().replaceAll(/\s+/g, ' ').trim() ?? '',
        );
    };
    const corrected = 'She was leaking, and her sailors asked Captain Grey for two days of rest.';
    if (javaScriptEnabled) expect(await copied()).toBe(corrected);
    await page.locator('.view summary').click();
    await page.locator('#site-reading-source').check();
    expect(await shown(page, '#p2')).toBe(
      'She was leakin, and her saylors asked Capt. Grey for two days of rest.',
    );
    await page.locator('#site-reading-edited').check();
    expect(await shown(page, '#p2')).toBe(corrected);
    await page.context().close();
  });

  it('the text is that of the edition, until a witness is chosen', async () => {
    const page = await open(DOCUMENT, { javaScriptEnabled });
    expect(await shown(page, '#p1')).toMatch(
      /^The old boat came in on the first of April, with grey sails\./,
    );
    await page.locator('.view summary').click();
    await page.getByLabel('of witness B').check();
    expect(await shown(page, '#p1')).toMatch(
      /^The new ship came in on the first of April, with gray sails\./,
    );
    expect(await shown(page, '#p2')).toContain('two days');
    await page.getByLabel('of witness C').check();
    expect(await shown(page, '#p1')).toMatch(
      /^The old boat came in on the first \[om\.\] ?with graye sails\./,
    );
    expect(await shown(page, '#p2')).toContain('three days of rest');
    await page.getByLabel('of the edition', { exact: true }).check();
    expect(await shown(page, '#p1')).toMatch(/^The old boat/);
    expect(await page.getByLabel('of witness A').count()).toBe(0);
    await page.context().close();
  });

  it('a mark shows its entry beside the text and leads back', async () => {
    const page = await open(DOCUMENT, { javaScriptEnabled });
    await page.locator('.app-ref[href="#a1"]').click();
    const entry = page.locator('#a1');
    expect(
      await entry.evaluate(
        (element) => element.ownerDocument.defaultView.getComputedStyle(element).position,
      ),
    ).toBe('fixed');
    expect(await shown(page, '#a1')).toBe('↩old boat A C ] new ship B The clerk had seen neither.');
    await entry.locator('.note-back').click();
    expect(new URL(page.url()).hash).toBe('#ref-a1');
    await page.context().close();
  });
});

describe('the list of readings', () => {
  it('has omissions, groups and entries that name their place', async () => {
    const page = await open(DOCUMENT);
    expect(await shown(page, '#a2')).toBe('↩of April, A B ] omitted C');
    expect(await shown(page, '#a3')).toBe('↩grey A ] (orthographic: gray B; graye C)');
    expect(await shown(page, '#b1')).toBe('↩two days ] three days C');
    expect(await shown(page, '#b2')).toBe('↩3 they sold all of the fish ] nothing was sold B');
    expect(await shown(page, '#b3')).toBe('↩3 home ] away B');
    await page.context().close();
  });

  it('is reached from the place that an entry names, and leads to it', async () => {
    const page = await open(DOCUMENT);
    expect(await page.locator('#p3 .app-ref[href="#b2"]').count()).toBe(1);
    expect(await page.locator('#p3 > .app-ref[href="#b3"]:last-child').count()).toBe(1);
    expect(await page.locator('#b3 .note-back').getAttribute('href')).toBe('#p3');
    await page.context().close();
  });

  it('names witnesses by links to their descriptions', async () => {
    const page = await open(DOCUMENT);
    await page.locator('#a1 .siglum').first().click();
    expect(new URL(page.url()).hash).toBe('#wA');
    expect(await shown(page, '#wA')).toMatch(
      /^A Harbour Archive, Letters 7 \(copy\) Object One leaf, the lower edge torn\.$/,
    );
    expect(await shown(page, '#wB')).toMatch(/B.*clerk/);
    await page.context().close();
  });

  it('leaves the text as it is once what the page added is taken away', async () => {
    const page = await open(DOCUMENT);
    const bare = await page.locator('#p1').evaluate((element) => {
      for (const added of element.querySelectorAll('.added')) added.remove();
      return element.textContent;
    });
    expect(bare).toBe('The old boat came in on the first of April, with grey sails.');
    await page.context().close();
  });
});

it('a textual note says that it is one', async () => {
  const page = await open(DOCUMENT);
  expect(await shown(page, '#n1')).toContain('textual note: The colour is written over');
  await page.context().close();
});

it('all witnesses of the edition have a page', async () => {
  const page = await open('witnesses.html');
  expect(await page.locator('main h2').allInnerTexts()).toContain('A letter about a boat');
  expect(await page.locator('.subsections a[aria-current]').innerText()).toBe('Witnesses');
  await page.locator('a[href="documents/critical.html#wB"]').click();
  expect(new URL(page.url()).hash).toBe('#wB');
  await page.context().close();
});

it('a date leads to its entry', async () => {
  const page = await open(DOCUMENT);
  await page.locator('#p1 .date a').click();
  expect(await page.locator('h1').innerText()).toBe('April 1, 1871');
  await page.context().close();
});

it.each([undefined, 'dark'] as const)('axe finds nothing (%s)', async (colorScheme) => {
  for (const path of [`${DOCUMENT}#a1`, DOCUMENT, 'witnesses.html']) {
    const page = await browser.newPage(colorScheme ? { colorScheme } : {});
    await page.goto(`${pathToFileURL(site).href}/${path}`);
    await page
      .locator('.view summary')
      .click({ timeout: 500 })
      .catch(() => undefined);
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    );
    expect(found, path).toEqual([]);
    await page.close();
  }
});

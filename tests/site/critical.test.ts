/** The critical view: the source's words and the editors', where the text has both. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { copyOfEdition, removeFolders, siglum, temporaryFolder } from './edition.ts';

let browser: Browser;
let address: string;

beforeAll(async () => {
  const edition = copyOfEdition();
  const document = join(edition, 'documents', 'd149.xml');
  const text = readFileSync(document, 'utf8');
  const twofold = text
    .replace('to reenter politics', 'to <choice><orig>reenter</orig><reg>re-enter</reg></choice> politics')
    .replace('<tagsDecl partial="false">', '<tagsDecl partial="true">');
  expect(twofold).not.toBe(text);
  writeFileSync(document, twofold);
  const site = join(temporaryFolder(), '_site');
  const [said, opened] = await Promise.all([siglum('build', '--edition', edition, '--out', site), openBrowser()]);
  browser = opened;
  expect(said.code, said.err).toBe(0);
  address = pathToFileURL(join(site, 'documents', 'd149.html')).href;
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

describe('a diplomatic and a normalized reading', () => {
  it.each([true, false])('are switched, and both shown at first (scripts: %s)', async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(address);
    const shown = (): Promise<string> => page.locator('#p2').innerText();
    expect(await shown()).toMatch(/reenter[\s\S]*re-enter/);
    await page.locator('.view summary').click();
    await page.locator('#site-reading-source').check();
    expect(await shown()).toContain('to reenter politics');
    await page.locator('#site-reading-edited').check();
    expect(await shown()).toContain('to re-enter politics');
    await context.close();
  });
});

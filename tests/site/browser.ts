/**
 * A real browser for the tests: CHROME_PATH, else Debian's chromium, else the one that comes with
 * @sparticuz/chromium. With SIGLUM_BROWSER=firefox, an installed Firefox.
 *
 * Exports a running browser, which the caller closes, alone or with the site of an edition; and in
 * it a page with settings of its own, which closes itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { temporaryFolder } from './edition.ts';
import { openFirefox } from './firefox.ts';
import { siglumHere } from './in-process.ts';

const DEBIAN = '/usr/bin/chromium';

export async function openBrowser(): Promise<Browser> {
  if (process.env['SIGLUM_BROWSER'] === 'firefox') return openFirefox();
  const installed = [process.env['CHROME_PATH'], DEBIAN].find((path) => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

/** The edition's site, built while the browser starts. */
export async function builtInBrowser(edition: string): Promise<{ site: string; browser: Browser }> {
  const site = join(temporaryFolder(), '_site');
  const [said, browser] = await Promise.all([
    siglumHere('build', '--edition', edition, '--out', site),
    openBrowser(),
  ]);
  expect(said.code, said.err).toBe(0);
  return { site, browser };
}

/** Runs a function on a new page that shares nothing with others. */
export async function onPageOf<Result>(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

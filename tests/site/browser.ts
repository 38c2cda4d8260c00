/**
 * A real browser for the tests: CHROME_PATH, else Debian's chromium, else the one that comes with @sparticuz/chromium.
 *
 * In: nothing. Out: a running browser; the caller closes it.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';

export async function openBrowser(): Promise<Browser> {
  const installed = [process.env['CHROME_PATH'], DEBIAN].find((path) => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

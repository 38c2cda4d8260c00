/** The field that filters a list folds letters as the search does. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OutputFolder } from '../../../pipeline/core/files/output-folder.ts';
import { writeAssets } from '../../../pipeline/publish/assets.ts';
import { foldWord } from '../../../site/assets/search/folding.js';
import { onPageOf, openBrowser } from '../browser.ts';
import { temporaryFolder } from '../edition.ts';

const NAMES = [
  'Straße',
  'Æthelred',
  'Œuvre',
  'Søren',
  'Łódź',
  'Þórr',
  'हिन्दी',
  'हिन्दू',
  'Όμηρος',
  'ﬁlius',
  'Zu\u00ADsatz',
  'İzmir',
  'Ångström',
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('finds in a list what it finds in the search, by each way of writing a name', async () => {
  const folder = join(temporaryFolder(), 'out');
  mkdirSync(folder);
  writeAssets(new OutputFolder(folder));
  const script = readFileSync(join(folder, 'assets', 'list.js'), 'utf8');
  const list = NAMES.map((name) => `<li data-row>${name}</li>`).join('');
  await onPageOf(browser, {}, async (page) => {
    await page.setContent(
      `<form id="site-narrow" data-shown="{n}/{all}" data-none="none"><input type="search">` +
        `<p role="status"></p></form><ul data-list>${list}</ul>`,
    );
    await page.evaluate('history.replaceState = () => undefined');
    await page.addScriptTag({ content: script });
    const shownFor = async (words: string) => {
      await page.locator('input').fill(words);
      return page.locator('li:not([hidden])').allTextContents();
    };
    const queries = [...NAMES, ...NAMES.map(foldWord), 'STRASSE', 'aethel', 'sœren', 'ODYSSEY'];
    for (const query of queries) {
      const expected = NAMES.filter((name) => foldWord(name).includes(foldWord(query)));
      expect(await shownFor(query), query).toEqual(expected);
    }
    expect(await shownFor('हिन्दी')).toEqual(['हिन्दी']);
    expect(await shownFor('strasse')).toEqual(['Straße']);
  });
}, 120_000);

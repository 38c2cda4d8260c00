/** Two texts side by side: how passages are paired, and the page in a browser. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEdition } from '../../../pipeline/edition/edition.ts';
import { build } from '../../../pipeline/publish/build.ts';
import { type SitePreview, startPreview } from '../../../pipeline/publish/serve/preview.ts';
import { alignPassages } from '../../../site/assets/align-passages.js';
import { onPageOf, openBrowser } from '../browser.ts';
import { removeFolders, temporaryFolder } from '../edition.ts';

const passages = (...texts: string[]) => texts.map((text, at) => ({ id: `p${at}`, text }));
const shown = (rows: ReturnType<typeof alignPassages>) =>
  rows.map((row) => row.map((one) => one?.text ?? '').join('|'));

describe('passages belong together', () => {
  it('by their identifiers', () => {
    const right = passages('one', 'two', 'three').slice(1);
    expect(shown(alignPassages(passages('eins', 'zwei', 'drei'), right, []))).toEqual([
      'eins|',
      'zwei|two',
      'drei|three',
    ]);
  });

  it('by what the encoding states, before that', () => {
    const left = [
      { id: 'a', text: 'eins' },
      { id: 'b', text: 'zwei' },
    ];
    const right = [
      { id: 'x', text: 'zero' },
      { id: 'y', text: 'one' },
      { id: 'z', text: 'two' },
    ];
    const pairs: [string, string][] = [
      ['a', 'y'],
      ['b', 'z'],
    ];
    expect(shown(alignPassages(left, right, pairs))).toEqual(['|zero', 'eins|one', 'zwei|two']);
  });

  it('by their words, where nothing else says so', () => {
    const left = ['the cat sat on the mat', 'a dog barked'].map((text) => ({ id: '', text }));
    const right = ['a new opening here', 'the cat sat on a mat', 'the dog barked'].map((text) => ({
      id: '',
      text,
    }));
    expect(shown(alignPassages(left, right, []))).toEqual([
      '|a new opening here',
      'the cat sat on the mat|the cat sat on a mat',
      'a dog barked|the dog barked',
    ]);
  });
});

const tei = (id: string, header: string, text: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Text ${id}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>${header}<p/></sourceDesc></fileDesc></teiHeader><text><body><div type="document"><head>Text ${id}</head>${text}</div></body></text></TEI>`;

describe('the page', () => {
  let browser: Browser;
  let server: SitePreview;
  beforeAll(async () => {
    const root = join(temporaryFolder(), 'tei');
    mkdirSync(root);
    writeFileSync(
      join(root, 'en.xml'),
      tei(
        'en',
        '',
        '<p xml:id="en-p1">We saw <choice><sic>teh</sic><corr>the</corr></choice> house.</p><p xml:id="en-p2">It was an old house of grey stone with a large garden.</p>',
      ),
    );
    writeFileSync(
      join(root, 'de.xml'),
      tei('de', '', '<p xml:id="de-p1" corresp="en.xml#en-p2">Es war alt.</p>'),
    );
    writeFileSync(
      join(root, 'wit.xml'),
      tei(
        'wit',
        '<listWit><witness xml:id="A" n="A">a</witness><witness xml:id="B" n="B">b</witness></listWit>',
        '<p xml:id="wit-p1">Mary <app><lem wit="#A">went</lem><rdg wit="#B">ran</rdg></app> home.</p>',
      ),
    );
    writeFileSync(
      join(root, 'edition.xml'),
      `<?siglum-search uv?>${tei('edition', '', '<p>Vnd so fort.</p>')}`,
    );
    const site = join(temporaryFolder(), '_site');
    await build(openEdition(root), site, { release: { number: '1.0.0' } });
    const english = join(root, 'en.xml');
    writeFileSync(english, readFileSync(english, 'utf8').replace('grey', 'white'));
    await build(openEdition(root), site);
    [browser, server] = await Promise.all([openBrowser(), startPreview(site, 0)]);
  });
  afterAll(async () => {
    await server?.close();
    await browser?.close();
    removeFolders();
  });

  const rowsOf = (query: string) =>
    onPageOf(browser, {}, async (page) => {
      await page.goto(`${server.address}compare.html?${query}`);
      await page.locator('#site-compare-status:not(:empty)').waitFor();
      return {
        rows: await page.locator('.compare-rows > li').allInnerTexts(),
        marks: await page.locator('.compare-rows mark').allInnerTexts(),
        status: await page.locator('#site-compare-status').innerText(),
      };
    });

  it('shows a text as written and as meant, with the words that differ', async () => {
    const query = 'left=documents/en.html&right=documents/en.html&left-reading=source';
    const { marks, status } = await rowsOf(query);
    expect(marks).toEqual(['teh', 'the']);
    expect(status).toBe('1 passage differs');
  });

  it('shows two witnesses', async () => {
    const query =
      'left=documents/wit.html&right=documents/wit.html&left-reading=w1&right-reading=w2';
    expect((await rowsOf(query)).marks).toEqual(['went', 'ran']);
  });

  it('pairs a text and its translation by @corresp', async () => {
    const { rows } = await rowsOf('left=documents/en.html&right=documents/de.html');
    expect(rows.find((row) => row.includes('It was an old house of white stone'))).toContain(
      'Es war alt.',
    );
  });

  it('shows witnesses and releases one after the other without scripts', async () => {
    const { rows, columns } = await onPageOf(
      browser,
      { javaScriptEnabled: false },
      async (page) => {
        await page.goto(`${server.address}compare.html`);
        await page.getByRole('link', { name: 'Text wit' }).first().click();
        return {
          rows: await page.locator('.variant-rows dl > div').allInnerTexts(),
          columns: await page.getByRole('link', { name: 'columns' }).getAttribute('href'),
        };
      },
    );
    expect(rows.map((row) => row.split(/\s+/).join(' '))).toEqual([
      'A Mary went home.',
      'B Mary ran home.',
    ]);
    expect((await rowsOf((columns ?? '').replace(/^.*\?/, ''))).marks).toEqual(['went', 'ran']);
  });

  it('shows them row by row without scripts too', async () => {
    const rows = await onPageOf(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.address}compare.html`);
      await page.getByRole('link', { name: 'Text de · Text en' }).click();
      return page.locator('.compare-rows > li').allInnerTexts();
    });
    expect(rows.map((row) => row.replace(/[¶\s]+/g, ' ').trim())).toContain(
      'Es war alt. It was an old house of white stone with a large garden.',
    );
  });

  it('shows two releases', async () => {
    const query = 'left=documents/en.html&right=documents/en.html&left-version=v1.0.0/';
    const { marks, status } = await rowsOf(query);
    expect(marks).toEqual(['grey', 'white']);
    expect(status).toBe('1 passage differs');
  });

  it('searches with the switches that edition.xml declares, unless the address says otherwise', async () => {
    const isOn = (query: string) =>
      onPageOf(browser, {}, async (page) => {
        await page.goto(`${server.address}search.html${query}`);
        await page.locator('#site-search:not([hidden])').waitFor();
        return page.locator('[name=uv]').isChecked();
      });
    expect([await isOn('?q=haus'), await isOn('?q=haus&fold=1')]).toEqual([true, false]);
  });

  it('keeps the choice in the address, and steps to a difference', async () => {
    await onPageOf(browser, {}, async (page) => {
      await page.goto(`${server.address}compare.html`);
      await page.locator('#site-compare-left').selectOption('documents/en.html');
      await page.locator('#site-compare-right').selectOption('documents/en.html');
      await page.locator('#site-compare-left-reading').selectOption('source');
      await page.locator('.differs').first().waitFor();
      expect(page.url()).toContain('left-reading=source');
      await page.locator('[data-step="1"]').click();
      expect(await page.locator('.current').count()).toBe(1);
    });
  });

  it('reads no page of another site', async () => {
    const { status } = await rowsOf('left=https://example.org/x.html&right=documents/en.html');
    expect(status).not.toBe('');
  });
});

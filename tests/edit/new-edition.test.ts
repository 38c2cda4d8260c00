/**
 * A new edition from empty lists to a release, by keyboard only: nine texts are encoded, their
 * doubts decided, a word corrected, all documents approved, checked and published.
 * All bytes outside of what the editor decided are the same.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../pipeline/core/local-server.ts';
import { startServer } from '../../pipeline/edit/server/server.ts';
import { openBrowser } from '../site/browser.ts';
import { temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';
import { BEHIND_CARET, removeFolders, workbenchOn } from './edition.ts';
import { NINE_TEXTS } from './nine-texts.ts';

const root = join(temporaryFolder(), 'edition');
const fileOf = (id: string): string => readFileSync(join(root, 'documents', `${id}.xml`), 'utf8');
const before = new Map<string, string>();
let server: LocalServer;
let browser: Browser;
let page: Page;
let keys = 0;
let decided = 0;
let linked = 0;

beforeAll(async () => {
  expect(await siglumHere('init', root)).toMatchObject({ code: 0 });
  mkdirSync(join(root, 'sources'), { recursive: true });
  for (const { id, text } of NINE_TEXTS) writeFileSync(join(root, 'sources', `${id}.txt`), text);
  const encoded = await siglumHere('encode', '--edition', root);
  expect(encoded.err).not.toContain('error:');
  for (const { id } of NINE_TEXTS) before.set(id, fileOf(id));
  server = await startServer(workbenchOn(root), 0, 'New edition');
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  removeFolders();
});

async function press(...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) {
    await page.keyboard.press(key);
    keys++;
  }
}

/** Opens a document, with the entries that are proposed. */
async function open(id: string): Promise<void> {
  await page.goto('about:blank');
  const proposed = page.waitForResponse(/\/api\/propose$/);
  await page.goto(`${server.address}#${id}`);
  await proposed;
}

/** The workbench's answer to what a key began. */
const answered = (work: () => Promise<void>): Promise<unknown> =>
  Promise.all([page.waitForResponse(/\/api\/(?:act|entry|acceptProposal|dismiss)$/), work()]);

/** Decides all doubts of the document that is shown, as an editor who knows these names would. */
async function decideAll(names: readonly string[]): Promise<void> {
  for (let most = 60; most > 0; most--) {
    await page.waitForSelector('.card mark, .queue p:has-text("Nothing waits")');
    const mark = page.locator('.card mark');
    if ((await mark.count()) === 0) return;
    const words = ((await mark.textContent()) ?? '').trim();
    const isDate = (await page.locator('.card .chip').textContent()) === 'date';
    const isRight = isDate || names.includes(words);
    // The editor reads the candidates before accepting one.
    if (!isDate) await page.waitForSelector('.candidates [role=option], .candidates .none');
    const isProposed = (await page.locator('.candidates [role=option]').count()) > 0;
    decided++;
    if (!isRight) await answered(() => press('x'));
    else if (isDate || isProposed) await answered(() => press('Enter'));
    else {
      await press('Enter');
      await page.waitForSelector('dialog[open] h2:has-text("New entry")');
      await answered(() => press('Enter'));
    }
    if (isRight && !isDate) linked++;
    await page.waitForFunction("!document.querySelector('dialog[open]')");
  }
  throw new Error('the doubts have no end');
}

async function caretBefore(words: string): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let steps = 0; steps < 900; steps++) {
    if (String(await page.evaluate(BEHIND_CARET)).startsWith(words)) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`the caret does not reach “${words}”`);
}

/** The text without what the editor may have changed: marks, entries, states, the correction. */
function withoutDecisions(tei: string): string {
  return tei
    .replace(/\n *<standOff>[\s\S]*<\/standOff>/, '')
    .replace(/\n *<revisionDesc[\s\S]*<\/revisionDesc>/, '')
    .replace(/<choice><sic>(.*?)<\/sic><corr[^>]*>.*?<\/corr><\/choice>/g, '$1')
    .replace(/<\/?(?:persName|orgName|placeName|date)(?:\s[^>]*)?>/g, '');
}

describe('a new edition, by keyboard only', () => {
  it.each(NINE_TEXTS)('$id: all doubts are decided', async ({ id, names }) => {
    await open(id);
    await decideAll(names);
    const [, text] = /<text[^>]*>([\s\S]*)<\/text>/.exec(fileOf(id)) ?? [];
    expect(text).not.toMatch(/cert="(?:low|medium)"/);
  });

  it('a word is corrected', async () => {
    await open('letter-en');
    await press('F6');
    await caretBefore('teh');
    await press('c');
    await page.waitForSelector('dialog[open] h2:has-text("Correct")');
    await page.keyboard.type('the');
    await answered(() => press('Enter'));
    expect(fileOf('letter-en')).toContain('<choice><sic>teh</sic><corr');
  });

  it('every document is approved', async () => {
    for (const { id } of NINE_TEXTS) {
      await open(id);
      await page.getByLabel('State of the work').focus();
      await answered(() => press('a'));
      expect(fileOf(id)).toContain('<revisionDesc status="approved">');
    }
  });

  it('all bytes outside of the decisions are the same', () => {
    for (const { id } of NINE_TEXTS)
      expect(withoutDecisions(fileOf(id))).toBe(withoutDecisions(before.get(id) ?? ''));
  });

  it('the check finds no error, and the release is published with its indexes', async () => {
    expect(await siglumHere('check', '--edition', root)).toMatchObject({ code: 0 });
    const out = join(root, '_site');
    const words = ['build', '--edition', root, '--out', out];
    // The encoder now links what the new lists name, in the header too: merged, without conflict.
    const merged = await siglumHere(...words);
    expect(merged.err).not.toContain('error:');
    const built = await siglumHere(...words, '--release', '1.0.0', '--state', 'approved');
    expect(built.err).not.toContain('error:');
    expect(built.code).toBe(0);
    for (const { id } of NINE_TEXTS)
      expect(existsSync(join(out, 'documents', `${id}.html`))).toBe(true);
    expect(readdirSync(join(out, 'persons')).join(' ')).toContain('thornbury');
    expect(readFileSync(join(out, 'documents', 'letter-en.html'), 'utf8')).toContain('Harcourt');
    console.log(`${keys} keys for ${decided} decisions, ${linked} of them names that were linked`);
  });
});

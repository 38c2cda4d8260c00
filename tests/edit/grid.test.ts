/**
 * The grid of a collation in a browser: decisions by keyboard and mouse become rules in the file
 * of the collation and change the TEI; they can be undone, and marks of an editor stay.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { collateCommand } from '../../pipeline/collate/command.ts';
import type { LocalServer } from '../../pipeline/core/local-server.ts';
import { startServer } from '../../pipeline/edit/server/server.ts';
import type { Workbench } from '../../pipeline/edit/workbench.ts';
import { openBrowser } from '../site/browser.ts';
import { editionWith, fileOf, removeFolders, workbenchOn } from './edition.ts';

let root: string;
let workbench: Workbench;
let server: LocalServer;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  root = editionWith({});
  writeFileSync(join(root, 'a.txt'), 'Ships\n\n\nThe saylor came home to the old ship.\n');
  writeFileSync(join(root, 'b.txt'), 'Ships\n\n\nThe sailor went to the grey new ship.\n');
  writeFileSync(join(root, 'c.txt'), 'Ships\n\n\nThe sailor came home to the graye ship.\n');
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const named = ['A', 'B', 'C'].map((one) => `${one}=${join(root, one.toLowerCase())}.txt`);
  const out = join(root, 'documents', 'ships.xml');
  await collateCommand(named, { out, edition: root, format: 'tei' });
  appendFileSync(join(root, 'collation.yaml'), '# by hand\n');
  workbench = workbenchOn(root);
  server = await startServer(workbench, 0, 'Ships');
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${server.address}#ships`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  removeFolders();
});

const rules = (): string => readFileSync(join(root, 'collation.yaml'), 'utf8');
const tei = (): string => fileOf(root, 'ships').replace(/ xml:id="[^"]*"/g, '');
const said = (words: string): Promise<unknown> =>
  page.locator('.say', { hasText: words }).first().waitFor({ state: 'attached' });
const cell = (siglum: string, word: string) =>
  page.locator(`td[aria-label^="${word}, ${siglum}"]`).first();

it('decisions by keyboard are rules in the file and change the TEI', async () => {
  await page.getByRole('button', { name: 'Collation', exact: true }).press('Enter');
  await cell('A', 'saylor').click();
  await page.keyboard.press('r');
  await page.waitForSelector('dialog[open] h2:has-text("Regularize “saylor”")');
  await page.keyboard.type('sailor');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await said('“saylor” counts as “sailor” everywhere');
  expect(rules()).toContain('- regularize: saylor\n    to: sailor\n    resp: "#ed"');
  await cell('C', 'graye').click();
  await page.keyboard.press('t');
  await said('“graye” in C is');
  await page.keyboard.press('l');
  await said('“graye” in C is the lemma');
  expect(tei()).toMatch(/<lem wit="#ships-wC" resp="#ed">graye</);
  expect(rules()).toContain('lemma: { witness: C, words: graye }');
  expect(rules()).toContain('# by hand');
});

it('words are aligned by dragging, also with a key', async () => {
  await cell('B', 'new').dragTo(cell('A', 'old'));
  await said('aligns “new” in B with “old” in A');
  const column = await cell('A', 'old').getAttribute('data-c');
  expect(await cell('B', 'new').getAttribute('data-c')).toBe(column);
  await cell('B', 'went').click();
  await page.keyboard.press('a');
  await said('choose the word of another witness');
  await cell('A', 'home').focus();
  await cell('A', 'home').click();
  await said('aligns “went” in B with “home” in A');
  expect(tei()).toMatch(/<(?:rdg|lem) wit="#ships-wB"[^>]*>went</);
});

it('is undone, done again and repeated by the command; marks of an editor stay', async () => {
  const path = join(root, 'documents', 'ships.xml');
  const marked = (text: string): string =>
    text.replace('<head xml:id="ships-h1">Ships', '<head xml:id="ships-h1"><term>Ships</term>');
  writeFileSync(path, marked(readFileSync(path, 'utf8')));
  const [before, text] = [rules(), fileOf(root, 'ships')];
  await page.keyboard.press('Control+z');
  await said('takes back: collation.yaml: aligns “went”');
  expect(rules()).not.toContain('went');
  expect(fileOf(root, 'ships')).toContain('<term>Ships</term>');
  await page.keyboard.press('Control+Shift+z');
  await said('takes back: takes back');
  expect([rules(), fileOf(root, 'ships')]).toEqual([before, text]);
  await collateCommand([], { edition: root, format: 'tei' });
  expect(fileOf(root, 'ships')).toBe(text);
});

it('a decision that contradicts the order is refused, and nothing is written', async () => {
  const before = rules();
  await cell('B', 'The').dragTo(cell('A', 'ship'));
  await said('because of other rules');
  expect(rules()).toBe(before);
});

it('the transcription is corrected: the rule applies again, a lost one is named', async () => {
  writeFileSync(join(root, 'c.txt'), 'Ships\n\n\nThe sailor came to the blue ship.\n');
  await page.evaluate("dispatchEvent(new Event('focus'))");
  await page.locator('td', { hasText: 'blue' }).waitFor();
  await page.locator('.grid-rules .problem', { hasText: '(lemma)' }).waitFor();
  await page.getByRole('button', { name: 'Remove: “graye” in C is the lemma' }).click();
  await said('removes a decision');
  expect(rules()).not.toContain('lemma: { witness: C');
});

it('has no error in the console and no violation of accessibility', async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(readFileSync(axe, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: unknown }> } };
    const { violations } = await axe.run();
    return (violations as { id: string; nodes: { html: string }[] }[]).map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`,
    );
  });
  expect(found).toEqual([]);
  expect(problems.filter((one) => !/status of 422/.test(one))).toEqual([]);
});

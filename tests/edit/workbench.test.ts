/**
 * The workbench in a browser, by keyboard only: doubts accepted, linked and rejected, words marked
 * and corrected, all undone and redone; every other byte of the file stays. Also, access to its
 * server.
 */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../pipeline/core/local-server.ts';
import { checkText } from '../../pipeline/edit/server/check.ts';
import { startServer } from '../../pipeline/edit/server/server.ts';
import type { Workbench } from '../../pipeline/edit/workbench.ts';
import { openBrowser } from '../site/browser.ts';
import {
  BEHIND_CARET,
  editionWith,
  fileOf,
  letter,
  removeFolders,
  workbenchOn,
} from './edition.ts';

const guess = (element: string, words: string, cert = 'medium'): string =>
  `<${element} resp="#ed" cert="${cert}">${words}</${element}>`;

const D1 = letter(
  'd1',
  `${guess('persName', 'Walter Rusk')} came on ${guess('placeName', 'Monday', 'low')} &amp; left.`,
  `Then Mrs. Astor met ${guess('persName', 'Rusk')}, and teh war began.`,
);

let root: string;
let workbench: Workbench;
let server: LocalServer;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  root = editionWith({ d1: D1, d2: letter('d2', 'Astor wrote again.') });
  workbench = workbenchOn(root);
  server = await startServer(workbench, 0, 'Letters');
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${server.address}#d1`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  removeFolders();
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Waits until an element of the page contains these words. */
const shows = (selector: string, words: string): Promise<unknown> =>
  page.locator(selector, { hasText: words }).first().waitFor({ state: 'attached' });
/** The workbench's last message is the sentence of the journal. */
const said = (words: string): Promise<unknown> => shows('.say', words);
const asked = (words: string): Promise<unknown> => shows('.card mark', words);
const dialog = (title: string): Promise<unknown> => shows('dialog[open] h2', title);

/** Moves the caret by words until it is before these. */
async function caretBefore(words: string): Promise<void> {
  await press('Control+Home');
  for (let steps = 0; steps < 200; steps++) {
    if (String(await page.evaluate(BEHIND_CARET)).startsWith(words)) return;
    await press('ArrowRight');
  }
  throw new Error(`the caret does not reach “${words}”`);
}

describe('by keyboard only', () => {
  it('decides the doubts: a proposed entry for all its places, names rejected', async () => {
    await asked('Walter Rusk');
    await shows('.candidates .about', 'new entry, linked in 2 places of 1 document');
    await press('Enter');
    await said('d1: adds the person Walter Rusk (p_rusk_walter)');
    await asked('Monday');
    await press('x');
    await said('“Monday” is not a name of this kind');
    await asked('Astor');
    await shows('.card .what', 'not marked: after “Mr.”');
    await press('x');
    await said('“Astor” is not a name of this kind');
    await page.waitForSelector('.queue p:has-text("Nothing waits")');
    const rejected = readFileSync(join(root, 'authorities', 'rejected.csv'), 'utf8');
    expect(rejected).toContain('place,Monday,d1');
    expect(rejected).toContain('person,Astor,d1');
  });

  it('marks chosen words with a new entry, and corrects others', async () => {
    await press('F6');
    await caretBefore('Astor');
    await press('p');
    await dialog('Which person?');
    await page.waitForSelector('dialog .none');
    await press('Enter');
    await dialog('New entry');
    await page.keyboard.type('Nancy Astor');
    await press('Enter');
    await said('adds the person Nancy Astor');
    await caretBefore('teh');
    await press('c');
    await dialog('Correct');
    await page.keyboard.type('the');
    await press('Enter');
    await said('corrects “teh” to “the”');
  });

  it('takes back and does again', async () => {
    const before = fileOf(root, 'd1');
    await press('Control+z');
    await said('takes back: d1: corrects');
    expect(fileOf(root, 'd1')).toContain('and teh war');
    await press('Control+Shift+z');
    await said('takes back: takes back');
    expect(fileOf(root, 'd1')).toBe(before);
    await caretBefore('Astor');
    await press('v');
    await said('d1-p2 is proofread');
    await page.waitForSelector('.block[data-id=d1-p2][data-status=proofread]');
    await press('Control+z');
    await said('takes back: d1: d1-p2 is proofread');
    expect(fileOf(root, 'd1')).toBe(before);
  });

  it('marks the other places in the edition too, after a look', async () => {
    await caretBefore('Astor');
    await press('p');
    await page.waitForSelector('dialog [role=option]');
    await press('Alt+Enter');
    await dialog('everywhere');
    await press('Enter');
    await said('d2: marks “Astor” as #p_astor_nancy in 1 places');
    expect(fileOf(root, 'd2')).toContain(
      '<persName ref="#p_astor_nancy" resp="#ed">Astor</persName>',
    );
  });

  it('every byte outside of the changes is the same, and check finds nothing new', async () => {
    const after = fileOf(root, 'd1');
    const [text = '', standOff = ''] = after.split('\n  <standOff>');
    expect(`${text}\n</TEI>\n`).toBe(
      D1.replace(
        guess('persName', 'Walter Rusk'),
        '<persName resp="#ed" ref="#p_rusk_walter">Walter Rusk</persName>',
      )
        .replace(guess('placeName', 'Monday', 'low'), 'Monday')
        .replace(
          guess('persName', 'Rusk'),
          '<persName resp="#ed" ref="#p_rusk_walter">Rusk</persName>',
        )
        .replace('Astor', '<persName ref="#p_astor_nancy" resp="#ed">Astor</persName>')
        .replace('teh', '<choice><sic>teh</sic><corr resp="#ed">the</corr></choice>'),
    );
    expect([...standOff.matchAll(/xml:id="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'p_astor_nancy',
      'p_rusk_walter',
    ]);
    const rules = async (tei: string): Promise<string[]> => {
      const found = await checkText(workbench.edition, workbench.pathOf('d1'), tei);
      return [...new Set(found.map(({ rule, message }) => `${rule} ${message}`))].sort();
    };
    const before = await rules(D1);
    expect((await rules(after)).filter((one) => !before.includes(one))).toEqual([]);
  });

  it('gives a mention to a new entry, and merges that entry back', async () => {
    const before = fileOf(root, 'd1');
    await caretBefore('Walter');
    await press('ArrowRight', 'E');
    await dialog('All mentions of #p_rusk_walter');
    await shows('dialog [role=status]', '2 places in 1 document');
    await page.getByRole('checkbox').first().press('Space');
    await page.getByRole('button', { name: 'Give 1 place to another entry' }).press('Enter');
    await dialog('Who or what is meant in 1 place?');
    await page.waitForSelector('dialog [role=option]');
    await press('Alt+n');
    await dialog('New entry');
    await page.keyboard.type('Arthur Rusk');
    await press('Enter');
    await said('d1: adds the person Arthur Rusk (p_rusk_arthur)');
    expect(fileOf(root, 'd1')).toContain('ref="#p_rusk_arthur">Walter Rusk<');
    await caretBefore('Walter');
    await press('ArrowRight', 'E');
    await dialog('All mentions of #p_rusk_arthur');
    await page.getByRole('button', { name: 'Merge this entry' }).press('Enter');
    await dialog('Merge #p_rusk_arthur into which person?');
    await page.keyboard.type('Walter');
    await page.waitForSelector('dialog [role=option]:has-text("p_rusk_walter")');
    await press('Enter');
    await said('merges the person');
    expect(fileOf(root, 'd1')).toBe(before);
  });

  it('changes the kind of an entry with all its mentions, and takes it back', async () => {
    const before = fileOf(root, 'd1');
    await caretBefore('Walter');
    await press('ArrowRight', 'E');
    await dialog('All mentions of #p_rusk_walter');
    await page.getByRole('button', { name: 'This is an organization' }).press('Enter');
    await said('becomes an organization');
    expect(fileOf(root, 'd1')).toMatch(/<orgName [^>]*ref="#p_rusk_walter"/);
    await press('Control+z');
    await said('the person Walter Rusk');
    expect(fileOf(root, 'd1')).toBe(before);
  });

  it('shows the TEI with what is not saved, and refuses TEI that is not well-formed', async () => {
    const before = fileOf(root, 'd1');
    await page.getByRole('button', { name: 'TEI' }).press('Enter');
    await page.waitForSelector('.tei .editor');
    await press('Control+Home');
    await page.keyboard.type('<');
    await press('Control+s');
    await said('line 1:');
    expect(fileOf(root, 'd1')).toBe(before);
    await press('Backspace');
    await page.getByRole('button', { name: 'Close' }).press('Enter');
  });

  it('lists the findings of the check, and opens the TEI at the line of one', async () => {
    await shows('.findings [role=status]', 'finding');
    const first = page.locator('.findings button').first();
    const line = Number(/line (\d+)/.exec((await first.textContent()) ?? '')?.[1]);
    await first.press('Enter');
    await page.waitForSelector('.tei .editor');
    const active = page.locator('.tei .cm-lineNumbers .cm-activeLineGutter');
    await expect.poll(async () => Number(await active.textContent())).toBe(line);
    await page.getByRole('button', { name: 'Close' }).press('Enter');
  });

  it('has no error in the console and no fault of accessibility', async () => {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(readFileSync(axe, 'utf8'));
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: unknown }> } };
      const { violations } = await axe.run();
      return (violations as { id: string; nodes: { html: string }[] }[]).map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`,
      );
    });
    expect(faults).toEqual([]);
    expect(problems.filter((one) => !/status of 422/.test(one))).toEqual([]);
  });
});

describe('others are refused', () => {
  const ask = (path: string, headers: Record<string, string>, method = 'POST'): Promise<number> =>
    new Promise((answered, failed) => {
      const { port } = new URL(server.address);
      const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume();
        answered(response.statusCode ?? 0);
      });
      asking.on('error', failed);
      asking.end(method === 'POST' ? '{}' : undefined);
    });

  it('without the token, under another name, from another page', async () => {
    const { host, pathname, origin } = new URL(server.address);
    const json = { 'content-type': 'application/json' };
    const api = `${pathname}api/overview`;
    expect(await ask(api, { host, origin, ...json })).toBe(200);
    expect(await ask('/api/overview', { host, origin, ...json })).toBe(403);
    expect(await ask(`/x${api.slice(2)}`, { host, origin, ...json })).toBe(403);
    expect(await ask(api, { host: 'evil.example', origin, ...json })).toBe(403);
    expect(await ask(api, { host, origin: 'http://evil.example', ...json })).toBe(403);
    expect(await ask(api, { host, ...json })).toBe(403);
    expect(await ask(api, { host, origin, 'content-type': 'text/plain' })).toBe(403);
    expect(await ask(pathname, { host }, 'GET')).toBe(200);
    expect(await ask(`${pathname}../package.json`, { host }, 'GET')).toBe(404);
  });
});

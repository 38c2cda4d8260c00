/**
 * deposit.html and the crate's preview: their content, and that a browser, a reader and a validator
 * find no error in them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import {
  change,
  completeEdition,
  copyOfEdition,
  depositOf,
  type Package,
  removeFolders,
} from './edition.ts';

let browser: Browser;
let open: Package;
let complete: Package;
let hostile: Package;

beforeAll(async () => {
  browser = await openBrowser();
  open = await depositOf(copyOfEdition());
  complete = await depositOf(completeEdition());
  const edition = completeEdition();
  change(
    edition,
    'edition.xml',
    /<title type="main">[^<]*</,
    '<title type="main">"Letters" &lt;/style>&lt;script>alert(1)&lt;/script> \\ ’;<',
  );
  hostile = await depositOf(edition);
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

const pages = (made: Package): string[] => [
  'deposit.html',
  `${made.name}/data/ro-crate-preview.html`,
];

describe('the information to supply', () => {
  it('is reported with its place in the TEI, and who asks for it', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(open.root, 'deposit.html')).href);
    const rows = await page.locator('#supply tbody tr').allInnerTexts();
    const header = readFileSync(new URL('../../tei/edition.xml', import.meta.url), 'utf8').split(
      '\n',
    );
    const lineOf = (words: string): number => header.findIndex((line) => line.includes(words)) + 1;
    for (const [what, words, path] of [
      [
        'ORCID of the editor',
        '<idno type="ORCID"/>',
        "TEI/teiHeader/fileDesc/titleStmt/editor/idno[@type='ORCID']",
      ],
      ['E-mail address', '<email/>', 'TEI/teiHeader/fileDesc/titleStmt/editor/email'],
      ['DOI', '<publicationStmt>', "TEI/teiHeader/fileDesc/publicationStmt/idno[@type='DOI']"],
    ] as const) {
      const row = rows.find((text) => text.startsWith(what));
      expect(row, what).toContain(`edition.xml:${lineOf(words)}:`);
      expect(row, what).toContain(path);
    }
    expect(rows.find((text) => text.startsWith('E-mail'))).toContain(
      'dataverse (before it publishes)',
    );
    expect(await page.locator('#dataverse').innerText()).toContain(
      'Ready, except for: E-mail address of a contact.',
    );
    expect(await page.locator('header').innerText()).toContain(
      'Siglum, as the publisher, since edition.xml names no editor',
    );
    await page.close();
  });

  it('is nothing where the header has it all', () => {
    const report = complete.read('deposit.html');
    expect(report).toContain('Nothing: all that the repositories ask for is in the TEI.');
    expect(report).toContain('Josiah Carberry, as the editors that edition.xml names');
    expect(report).not.toContain('to supply</span>');
  });

  it('names each repository, and leads nowhere that is not there', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(open.root, 'deposit.html')).href);
    const dangling = await page.evaluate(
      '[...document.querySelectorAll(\'a[href^="#"]\')].map((a) => a.hash).filter((hash) => !document.getElementById(hash.slice(1)))',
    );
    expect(dangling).toEqual([]);
    for (const name of [
      'bagit',
      'datacite',
      'zenodo',
      'inveniordm',
      'dataverse',
      'oai-dc',
      'arche',
      'tapas',
    ]) {
      expect(await page.locator(`section#${name} h2`).count(), name).toBe(1);
    }
    await page.close();
  });
});

describe('the pages', () => {
  it('are valid HTML without a script, a foreign address or an inline style', async () => {
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
    for (const made of [open, complete, hostile]) {
      for (const path of pages(made)) {
        const text = made.read(path);
        const { results } = await validator.validateString(text, path);
        expect(
          results.flatMap(({ messages }) =>
            messages.map(({ line, ruleId, message }) => [path, line, ruleId, message]),
          ),
        ).toEqual([]);
        expect(text).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=/i);
        expect(text).toContain("default-src 'none'");
      }
    }
  });

  it.each([
    ['light', 390],
    ['dark', 1280],
  ] as const)(
    'please axe, fit the screen, and keep their own policy: %s, %i px',
    async (colorScheme, width) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        bypassCSP: false,
      });
      for (const path of pages(open)) {
        const page = await context.newPage();
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        await page.goto(pathToFileURL(join(open.root, path)).href);
        expect(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          path,
        ).toBeLessThanOrEqual(0);
        // The style was applied: its hash in the policy is correct.
        expect(
          await page.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse"),
          path,
        ).toBe('collapse');
        expect(said, path).toEqual([]);
        await page.evaluate(axe.source);
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
        );
        expect(violations, path).toEqual([]);
        await page.close();
      }
      await context.close();
    },
  );

  it('show a header’s own markup as text', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(hostile.root, 'deposit.html')).href);
    expect(await page.locator('h1').innerText()).toBe(
      'Deposit: "Letters" </style><script>alert(1)</script> \\ ’;',
    );
    await page.close();
    const crate = JSON.parse(hostile.read(`${hostile.name}/data/ro-crate-metadata.json`));
    expect(crate['@graph'][1].name).toContain('"Letters" </style><script>alert(1)</script> \\ ’;');
    expect(hostile.read('arche/arche.ttl')).toContain(
      'acdh:hasTitle "\\"Letters\\" </style><script>alert(1)</script> \\\\ ’;"@en',
    );
    expect(hostile.read('datacite/datacite.xml')).toContain('"Letters" &lt;/style');
    expect(hostile.name).toMatch(/^letters[a-z0-9-]*-0\.1\.0$/);
  });
});

/**
 * The citation data of a built page for programs and readers; a hostile title does no harm in it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { filesBelow, removeFolders, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';
import { ADDRESS, addressedEdition } from './editions.ts';

type Element = DefaultTreeAdapterTypes.Element;

const HOSTILE = 'Read & Bundy</script><!-- "}';

let site: string;
let elements: Element[];
let browser: Browser;

beforeAll(async () => {
  const edition = addressedEdition();
  for (const path of [join(edition, 'edition.xml'), join(edition, 'documents', 'd149.xml')]) {
    const escaped = HOSTILE.replace('&', '&amp;').replaceAll('<', '&lt;');
    const tei = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      tei.replace(/<title type="main"( level="a")?>[^<]+/, `<title type="main"$1>${escaped}`),
    );
  }
  site = join(temporaryFolder(), '_site');
  const said = await siglumHere('build', '--edition', edition, '--out', site);
  expect(said.code, said.err).toBe(0);
  elements = elementsOf(parse(readFileSync(join(site, 'documents', 'd149.html'), 'utf8')));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  removeFolders();
});

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const tag = (name: string): (string | undefined)[] =>
  elements
    .filter((element) => element.tagName === 'meta' && attribute(element, 'name') === name)
    .map((element) => attribute(element, 'content'));

describe('a document’s head', () => {
  it('has the tags that Zotero makes a book section from', () => {
    expect(tag('DC.type')).toEqual(['bookSection']);
    expect(tag('citation_title')).toEqual([HOSTILE]);
    expect(tag('citation_author')).toEqual(['Read, Benjamin H.']);
    expect(tag('citation_editor')).toEqual(['Ruiz, Ana María']);
    expect(tag('citation_inbook_title')).toEqual([
      `${HOSTILE}: A State Department Memorandum of 1964: A Digital Edition`,
    ]);
    expect(tag('citation_publisher')).toEqual(['Siglum']);
    expect(tag('citation_publication_date')).toEqual(['2026/11/23']);
    expect(tag('citation_public_url')).toEqual([`${ADDRESS}documents/d149.html`]);
    expect(tag('DC.date')).toEqual(['1964-05-01/1964-05-30']);
    expect(tag('DCTERMS.created')).toEqual(['[1964-05-01..1964-05-30]']);
    expect(tag('DCTERMS.spatial')).toEqual(['Washington, D.C.']);
    expect(tag('DC.rights')).toEqual([expect.stringContaining('CC BY 4.0')]);
    expect(tag('z.archive')).toEqual(['Lyndon B. Johnson Library']);
    for (const name of ['DC.coverage', 'z.archiveLocation'])
      expect(tag(name)).toEqual([
        'National Security File, Country File, Bolivia, Vol. I, Memoranda, December 1963–July 1964',
      ]);
    expect(tag('z.extra')).toEqual(['Original Date: 1964-05-01/1964-05-30\nVersion: 0.1.0']);
  });

  it('has no tags that mislead Zotero', () => {
    expect(tag('citation_book_title')).toEqual([]);
    expect(
      elements.filter((element) => /^og:type$/.test(attribute(element, 'property') ?? '')),
    ).toEqual([]);
    expect(elements.filter((element) => attribute(element, 'class') === 'Z3988')).toEqual([]);
  });

  it('has JSON-LD that the title does not end', () => {
    const blocks = elements
      .filter(({ tagName }) => tagName === 'script')
      .filter((one) => attribute(one, 'type'));
    expect(blocks.length).toBe(1);
    const [text] = blocks[0]?.childNodes ?? [];
    const data = JSON.parse((text as DefaultTreeAdapterTypes.TextNode).value) as Record<
      string,
      unknown
    >;
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      name: HOSTILE,
    });
  });

  it('leads by its typed links to files that are there', () => {
    const links = elements.filter(({ tagName }) => tagName === 'link');
    const files = new Set(filesBelow(site));
    const own = links
      .map((link) => attribute(link, 'href') as string)
      .filter((href) => !/^https?:/.test(href));
    for (const href of own) expect([...files]).toContain(posix.join('documents', href));
    expect(links.map((link) => attribute(link, 'rel'))).toEqual(
      expect.arrayContaining([
        'cite-as',
        'describedby',
        'item',
        'collection',
        'license',
        'author',
        'type',
        'linkset',
      ]),
    );
  });
});

describe('the files beside', () => {
  it('are those that the page shows, and one file contains those of all documents', () => {
    const files = filesBelow(site);
    for (const ending of ['bib', 'biblatex.bib', 'ris', 'csl.json']) {
      expect(files).toEqual(
        expect.arrayContaining([
          `documents/d149.${ending}`,
          `documents.${ending}`,
          `edition.${ending}`,
        ]),
      );
      const file = readFileSync(join(site, 'documents', `d149.${ending}`), 'utf8');
      const all = readFileSync(join(site, `documents.${ending}`), 'utf8');
      expect(all).toBe(file);
    }
    expect(files).toEqual(
      expect.arrayContaining(['CITATION.cff', 'linkset.json', 'documents/d149.linkset.json']),
    );
    expect(JSON.parse(readFileSync(join(site, 'documents.csl.json'), 'utf8'))).toMatchObject([
      { type: 'chapter' },
    ]);
  });
});

describe('in a browser', () => {
  async function reading(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(`file://${join(site, 'documents', 'd149.html')}`);
      await look(page);
      expect(errors).toEqual([]);
    } finally {
      await context.close();
    }
  }

  it('without scripts the page says how it and its passages are cited, and offers each format', async () => {
    await reading({ javaScriptEnabled: false }, async (page) => {
      const cite = page.locator('#site-cite');
      await cite.locator('summary').click();
      const styles = await cite.locator('label').allInnerTexts();
      expect(styles.map((style) => style.trim())).toEqual(['Chicago', 'MLA 9', 'APA 7']);
      for (const [style, sign] of [
        ['MLA 9', 'doc. 149'],
        ['APA 7', 'Original work written 1964'],
      ] as const) {
        await cite.getByLabel(style).check();
        const shown = cite.locator('.citation:visible');
        expect(await shown.count(), 'one style at a time').toBe(1);
        expect(await shown.innerText()).toContain(sign);
      }
      expect(await cite.textContent()).toContain('To cite a passage');
      const files = await cite
        .locator('.files a[download]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(files).toContain('d149.ris');
      expect(readFileSync(join(site, 'documents', 'd149.ris'), 'utf8')).toContain(
        `TI  - ${HOSTILE}`,
      );
    });
  });

  it('the policy lets the data block be, and a passage’s citation has its locator and its own address', async () => {
    await reading({}, async (page) => {
      await page.locator('#p3 > .permalink').click();
      const card = page.locator('#site-card');
      expect(await card.locator('[data-text="link"]').textContent()).toBe(
        `${ADDRESS}documents/d149.html#p3`,
      );
      const citation = (await card.locator('[data-text="citation"]').textContent()) as string;
      expect(citation).toContain('Document 149, paragraph 3; digital edition in');
      expect(citation).toMatch(
        /\(Siglum, 2026\), https:\/\/example\.org\/edition\/documents\/d149\.html#p3\.$/,
      );
    });
  });
});

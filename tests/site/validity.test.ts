/**
 * Every page of the site, checked with html-validate's standard rules: the HTML standard, and
 * WAI-ARIA as far as a page's text shows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  copyOfEdition,
  editionOfFixtures,
  filesBelow,
  removeFolders,
  temporaryFolder,
} from './edition.ts';
import { siglumHere } from './in-process.ts';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

/** `page:line:column: rule: message` for each error. */
async function errors(site: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of filesBelow(site).filter((path) => path.endsWith('.html'))) {
    const { results } = await validator.validateString(
      readFileSync(join(site, name), 'utf8'),
      name,
    );
    for (const { messages } of results) {
      for (const { line, column, ruleId, message } of messages) {
        found.push(`${name}:${line}:${column}: ${ruleId}: ${message}`);
      }
    }
  }
  return found;
}

describe.each([
  ['the memo’s site', copyOfEdition],
  ['a site with every construction of the fixtures', editionOfFixtures],
])('%s', (_name, edition) => {
  let site: string;
  beforeAll(async () => {
    site = join(temporaryFolder(), '_site');
    const said = await siglumHere('build', '--edition', edition(), '--out', site);
    expect(said.out).not.toContain('omitted');
  });
  afterAll(removeFolders);

  it('is valid HTML on every page', async () => {
    expect(filesBelow(site).filter((path) => path.endsWith('.html')).length).toBeGreaterThan(5);
    expect(await errors(site)).toEqual([]);
  });

  it.each([
    ['title', /<title>(.*?)<\/title>/s],
    ['description', /<meta name="description" content="([^"]*)"/],
  ])('gives every page a %s of its own', (_name, pattern) => {
    const pages = new Map<string, string[]>();
    for (const name of filesBelow(site).filter((path) => path.endsWith('.html'))) {
      const title = pattern.exec(readFileSync(join(site, name), 'utf8'))?.[1] ?? '';
      pages.set(title, [...(pages.get(title) ?? []), name]);
    }
    expect([...pages].filter(([title, names]) => title === '' || names.length > 1)).toEqual([]);
  });

  it('links from the missing page to pages of the site, whatever the depth of the address', () => {
    const links = [
      ...readFileSync(join(site, '404.html'), 'utf8').matchAll(
        /(?:href|src)="(?!https?:)([^"#]+)"/g,
      ),
    ];
    expect(links.length).toBeGreaterThan(4);
    const files = new Set(filesBelow(site));
    for (const [, link = ''] of links) expect(files.has(link.replace(/^\//, '')), link).toBe(true);
  });
});

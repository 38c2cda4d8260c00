/** The pages about an edition: its editor's statements, literature, encoding, help, reporting. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeIn,
  copyOfEdition,
  removeFolders,
  type Said,
  temporaryFolder,
} from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

let site: string;
let said: Said;
const page = (name: string): string => readFileSync(join(site, name), 'utf8');

beforeAll(async () => {
  const edition = copyOfEdition();
  site = join(temporaryFolder(), '_site');
  changeIn(edition, 'edition.xml', [
    '<div type="keeper"',
    '<div type="contact"><head>Contact</head><p><ref target="https://codeberg.org/a/b/issues/new">issues</ref></p></div><div type="keeper"',
  ]);
  writeFileSync(
    join(edition, 'literature.bib'),
    `@book{z, author={M{\\"u}ller, Anna}, title={Zinn <b>und</b> Macht}, year=1999, address={Bern}}
@article{a, author={Doe, Jane}, title={Ab ovo}, journal={Bar}, volume=3, pages={1--9}, doi={10.1/x}}
@misc{u, title={Unsafe}, url={javascript:alert(1)}}`,
  );
  writeFileSync(join(edition, 'literature.json'), '{"not": ');
  said = await siglumHere('build', '--edition', edition, '--out', site);
});
afterAll(removeFolders);

describe('the page about the edition', () => {
  it('has what the editor says, and how the edition is preserved', () => {
    const about = page('about.html');
    for (const heading of ['Aims', 'Audience', 'Archiving', 'How the edition is made to last'])
      expect(about).toMatch(new RegExp(`<h2[^>]*>${heading}`));
  });
});

describe('the list of literature', () => {
  it('has the list of edition.xml and the items of the file, sorted, as text', () => {
    const html = page('literature.html');
    expect(html).toContain('Microfiche Supplement');
    expect(html).toContain(
      '<li>Doe, Jane, “Ab ovo”, in: <cite>Bar</cite> 3, 1–9, <a href="https://doi.org/10.1/x">doi:10.1/x</a>.</li>',
    );
    expect(html.indexOf('Doe, Jane')).toBeLessThan(html.indexOf('Müller, Anna'));
    expect(html).not.toContain('<b>und');
    expect(html).not.toContain('javascript:');
  });

  it('reports a file that cannot be read, and shows the rest', () => {
    expect(said.out + said.err).toMatch(
      /literature\.json: warning: .*JSON.*\[literature\/unreadable\]/,
    );
  });
});

describe('the page on the encoding', () => {
  it('describes elements that the texts use, each with an example that leads to its place', () => {
    const html = page('encoding.html');
    const row = /id="site-element-placeName".*?<\/section>/s.exec(html)?.[0] ?? '';
    expect(row).toContain('&lt;placeName');
    expect(row).toMatch(/href="documents\/d149(?:\.source)?\.html|href="documents\/[^"]+"/);
    expect(html).toContain('<code>&lt;head&gt;</code>');
  });
});

describe('the link to report an error', () => {
  it('is on every page, prepared with the page’s address', () => {
    const link = /<a href="([^"]+)" data-report>/.exec(page('documents/d149.html'))?.[1] ?? '';
    const url = new URL(link.replaceAll('&amp;', '&'));
    expect(url.origin + url.pathname).toBe('https://codeberg.org/a/b/issues/new');
    expect(url.searchParams.get('title')).toContain('The May 31 Elections in Bolivia');
    expect(url.searchParams.get('body')).toContain('/documents/d149.html');
    expect(page('help.html')).toContain('data-report');
  });
});

it('explains the syntax of the search on the page of help', () => {
  expect(page('help.html')).toContain('Paz NEAR/5 elections');
});

/**
 * Two releases of an edition of letters: their files, what a build between them refuses, and how
 * the build's messages correct it.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../pipeline/core/finding.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { openPermanence } from '../../pipeline/publish/release/release.ts';
import { onPageOf, openBrowser } from '../site/browser.ts';
import { filesBelow, removeFolders, type Said } from '../site/edition.ts';
import { build, copyOf, copyOfLetters, edit, type Work } from './edition.ts';

let work: Work;
let first: Said;
/** Every file of the first release, as it was when it was made. */
let written: Map<string, string>;
let refused: Said;
let second: Said;
let browser: Browser;

const hash = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');
const hashes = (folder: string): Map<string, string> =>
  new Map(filesBelow(folder).map((path) => [path, hash(join(folder, path))]));
const page = (address: string): string => readFileSync(join(work.site, address), 'utf8');
const register = (file: string): string =>
  readFileSync(join(work.edition, 'published', file), 'utf8');

beforeAll(async () => {
  work = copyOfLetters();
  first = await build(work, '--release', '1.0.0');
  expect(first.code, first.err).toBe(0);
  written = hashes(join(work.site, 'v1.0.0'));

  // A word corrected, a mark and a passage added: allowed. An item joined with another, a note
  // dropped, a document renamed, one removed.
  edit(
    work,
    'documents/l1.xml',
    ['the captains of the smaller vessels', 'the masters of the smaller vessels'],
    ['the town council', '<orgName>the town council</orgName>'],
    [
      '        <p xml:id="l1-p3">',
      '        <p xml:id="l1-p4">A new paragraph, of which nobody knew.</p>\n        <p xml:id="l1-p3">',
    ],
    ['<item xml:id="l1-i2">Barges, six shillings and a day of work at the quay.</item>', ''],
    [
      'Herring boats, four shillings.',
      'Herring boats, four shillings. Barges, six shillings and a day of work at the quay.',
    ],
    ['<note n="1" xml:id="l1-n1">Her second letter is lost.</note>', ''],
  );
  const l2 = join(work.edition, 'documents', 'l2.xml');
  writeFileSync(
    join(work.edition, 'documents', 'l4.xml'),
    readFileSync(l2, 'utf8').replaceAll('l2', 'l4'),
  );
  rmSync(l2);
  rmSync(join(work.edition, 'documents', 'l3.xml'));
  refused = await build(work);

  // The lines from the messages, put where the messages say.
  const reported = [...refused.err.matchAll(/into \S*redirects\.txt: (\S+ to \S+) \(/g)].map(
    ([, line]) => line as string,
  );
  const lines = [
    ...reported.filter((line) => !/^(l3|l1#n1) /.test(line)),
    'l3 gone 2021-09-01 The note proved to be a later invention.',
    'l1#n1 gone 2021-09-01 The letter was found.',
  ];
  writeFileSync(join(work.edition, 'redirects.txt'), `# what has gone\n${lines.join('\n')}\n`);
  edit(work, 'edition.xml', [
    'n="1.0.0">First edition, <date when="2021-03-04">',
    'n="1.1.0">Second edition, <date when="2021-09-01">',
  ]);
  second = await build(work, '--release', '1.1.0');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  removeFolders();
});

const withoutScripts = <Result>(look: (page: Page) => Promise<Result>): Promise<Result> =>
  onPageOf(browser, { javaScriptEnabled: false }, look);

const address = (name: string): string => pathToFileURL(join(work.site, name)).href;

describe('the first release', () => {
  it('is a whole copy of the site, in which every page says which version it is and leads to the current one', () => {
    // A host shows the missing page at the root alone.
    const html = [...written.keys()].filter(
      (name) => name.endsWith('.html') && name !== '404.html',
    );
    expect(html).toContain('documents/l1.html');
    expect(html).toContain('persons/ada-ash.html');
    for (const name of html) {
      const text = page(`v1.0.0/${name}`);
      const up = '../'.repeat(name.split('/').length);
      expect(text, name).toContain(
        `This is version 1.0.0 of March 4, 2021. It stays as it is. <a href="${up}${name}">`,
      );
      expect(text, name).toContain(`<link rel="latest-version" href="${up}${name}">`);
      expect(text, name).toContain(`<link rel="version-history" href="${up}versions.html">`);
      expect(text.match(/<link rel="canonical"/g), name).toHaveLength(1);
      expect(text, name).not.toMatch(/rel="(predecessor|successor)-version"/);
    }
  });

  it('registers what was published, in plain lines', () => {
    expect(register('releases.tsv')).toMatch(
      new RegExp(`^1\\.0\\.0\t2021-03-04\t${written.get('manifest-sha256.txt')}$`, 'm'),
    );
    expect(register('pages.tsv')).toMatch(/^documents\/l1\.html\tdocument\tl1\t1\.0\.0$/m);
    expect(register('pages.tsv')).toMatch(/^persons\/ada-ash\.html\tperson\tp_ash\t1\.0\.0$/m);
    expect(register('documents/l1.tsv')).toMatch(
      /^p1\tp\t1\.0\.0\t[0-9a-f]{32}\tThe dues of the harbour have been raised again,…$/m,
    );
  });
});

describe('a build that would drop what was published', () => {
  it('fails, and leaves the previous site as it is', () => {
    expect(refused.code).toBe(1);
    expect(refused.out).toBe('');
  });

  it('says of each passage where it was published, where its words are now, and what to write where', () => {
    expect(refused.err).toMatch(
      /documents\/l1\.xml:\d+:\d+: error: l1#i2 was published in 1\.0\.0 \(“Barges, six shillings and a day of work at the…”\) and is no longer there; give its passage xml:id="l1-i2" back, or put this line into \S*redirects\.txt: l1#i2 to l1#i1 /,
    );
    expect(refused.err).toMatch(/l1#n1 was published in 1\.0\.0 \(“Her second letter is lost\.”\)/);
  });

  it('finds the document that has taken the place of another', () => {
    expect(refused.err).toMatch(
      /documents\/l2\.xml: error: documents\/l2\.html was published in 1\.0\.0 .* l2 to l4 /,
    );
    expect(refused.err).toMatch(
      /documents\/l3\.html was published in 1\.0\.0 .*l3 gone YYYY-MM-DD REASON/,
    );
  });

  it('does not take a corrected word or a new mark for a move', () => {
    expect(refused.err).not.toMatch(/error: l1#(p\d|head|i1|list1|document) /);
    expect(refused.err.match(/: error: /g)).toHaveLength(4);
  });
});

describe('the second release', () => {
  it('is stored beside the first, and no byte of the first has changed', () => {
    expect(second.code, second.err).toBe(0);
    expect(hashes(join(work.site, 'v1.0.0'))).toEqual(written);
    expect(hashes(join(work.edition, 'releases', '1.0.0'))).toEqual(written);
    expect(page('v1.1.0/documents/l1.html')).toContain(
      '<link rel="predecessor-version" href="../../v1.0.0/documents/l1.html">',
    );
    expect(page('v1.1.0/documents/l4.html')).not.toContain('predecessor-version');
  });

  it('has the current site above it, which is of no version', () => {
    expect(page('documents/l1.html')).not.toContain('This is version');
    expect(page('documents/l1.html')).toContain(
      '<link rel="version-history" href="../versions.html">',
    );
  });

  it('is listed with the first in versions.json, with correct hashes', () => {
    const reported = JSON.parse(page('versions.json'));
    expect(reported.latest).toBe('1.1.0');
    const facts = reported.versions.map(
      ({ version, date, predecessor, successor }: Record<string, unknown>) => {
        return [version, date, predecessor, successor];
      },
    );
    expect(facts).toEqual([
      ['1.0.0', '2021-03-04', null, '1.1.0'],
      ['1.1.0', '2021-09-01', '1.0.0', null],
    ]);
    for (const { version, address, manifest, files } of reported.versions) {
      expect(address).toBe(`v${version}/`);
      expect(manifest.sha256).toBe(hash(join(work.site, manifest.path)));
      const lines = page(manifest.path).trimEnd().split('\n');
      const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
      const there = hashes(join(work.site, `v${version}`));
      there.delete('manifest-sha256.txt');
      expect(listed).toEqual(there);
      expect(files).toBe(there.size);
    }
  });

  it('keeps in the register what is gone, with the release in which it first appeared', () => {
    expect(register('pages.tsv')).toMatch(/^documents\/l3\.html\tdocument\tl3\t1\.0\.0$/m);
    expect(register('pages.tsv')).toMatch(/^documents\/l4\.html\tdocument\tl4\t1\.1\.0$/m);
    expect(register('documents/l1.tsv')).toMatch(/^i2\titem\t1\.0\.0\t/m);
    expect(register('documents/l1.tsv')).toMatch(/^p4\tp\t1\.1\.0\t/m);
  });
});

describe('what changed between the versions', () => {
  it('is listed, and shown word by word', () => {
    expect(page('versions.html')).toContain(
      '<a href="versions/1.1.0.html">What changed since version 1.0.0</a>',
    );
    const changes = page('versions/1.1.0.html');
    expect(changes).toContain('1 document removed, 1 document renamed, 2 documents changed.');
    expect(changes).toMatch(
      /<del>.*captains.*<\/del><ins>.*masters.*<\/ins> of the smaller vessels/,
    );
    expect(changes).toMatch(/<ins>.*A new paragraph, of which nobody knew\..*<\/ins>/);
    expect(changes).toMatch(
      /v1\.0\.0\/documents\/l1\.html#n1">Note 1<.*<del>.*Her second letter is lost/,
    );
    expect(changes).toContain('<code>orgName</code> +1');
    expect(changes).not.toContain('Written for the tests');
  });

  it('is reached from the navigation, and valid HTML', async () => {
    expect(page('about.html')).toContain('<a href="versions.html">Versions</a>');
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
    const names = ['versions.html', 'versions/1.1.0.html', 'v1.1.0/documents/l1.html'];
    for (const name of [...names, ...['l1', 'l2', 'l3'].map((id) => `documents/${id}.html`)]) {
      const { results } = await validator.validateString(page(name), name);
      const errors = results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
      );
      expect(errors, name).toEqual([]);
    }
  });
});

describe('old addresses, in a browser without scripts', () => {
  it('a passage that is part of another is found where its words are', async () => {
    await withoutScripts(async (page) => {
      await page.goto(`${address('documents/l1.html')}#i2`);
      expect(await page.locator('li:has(> #i2)').innerText()).toContain('Barges, six shillings');
    });
  });

  it('a passage that is gone says when and why, and where it can still be found', async () => {
    await withoutScripts(async (page) => {
      await page.goto(`${address('documents/l1.html')}#n1`);
      const gone = page.locator(':target');
      expect(await gone.innerText()).toMatch(
        /Her second letter is lost.*On September 1, 2021: The letter was found\./,
      );
      await gone.locator('a').click();
      expect(page.url()).toMatch(/\/v1\.0\.0\/documents\/l1\.html#n1$/);
      expect(await page.locator(':target').innerText()).toContain('Her second letter is lost.');
    });
  });

  it('a renamed document leads on', async () => {
    await withoutScripts(async (page) => {
      await page.goto(address('documents/l2.html'));
      await page.waitForURL(/documents\/l4\.html$/);
      await page.goto(address('documents/tei/l2.html'));
      await page.waitForURL(/documents\/tei\/l4\.html$/);
    });
    expect(page('documents/l2.html')).toContain('<link rel="canonical" href="l4.html">');
    expect(page('documents/l2.html')).toContain('<a href="l4.html#p2">');
  });

  it('a removed document has a page that says so, and leads to the version that has it', async () => {
    await withoutScripts(async (page) => {
      await page.goto(address('documents/l3.html'));
      expect(await page.locator('main').innerText()).toContain(
        'On September 1, 2021: The note proved to be a later invention.',
      );
      await page.locator('main a').first().click();
      expect(page.url()).toMatch(/\/v1\.0\.0\/documents\/l3\.html$/);
    });
  });
});

describe('a release that cannot be', () => {
  it('is refused as a wrong use where its number does not come after the others', async () => {
    const said = await build(work, '--release', '1.0.5');
    expect(said.code).toBe(2);
    expect(said.err).toContain('--release 1.0.5 does not come after 1.1.0, the newest release');
  });

  it.each([
    ['v2', 'write --release 2'],
    ['1.2.x', 'write up to three numbers'],
    ['01.2', 'write up to three numbers'],
    ['1.2.3.4', 'write up to three numbers'],
  ])('is refused where %s is no number', (number, words) => {
    const open = (): unknown => openPermanence(openEdition(work.edition), { number });
    expect(open).toThrow(UsageError);
    expect(open).toThrow(words);
  });

  it('with the number of one and other contents is refused, with what differs', async () => {
    const other = copyOf(work);
    edit(other, 'documents/l1.xml', ['for the spring', 'for the autumn']);
    const said = await build(other, '--release', '1.1.0');
    expect(said.code).toBe(1);
    expect(said.err).toMatch(
      /releases\/1\.1\.0: error: .* give this state of the edition a new number \(it differs in documents\/l1\.html/,
    );
    expect(readdirSync(join(other.edition, 'releases')).sort()).toEqual([
      '.gitattributes',
      '1.0.0',
      '1.1.0',
    ]);
  });

  it('with a document that has errors fails as a whole', async () => {
    const unusable = copyOfLetters();
    edit(unusable, 'documents/l3.xml', ['</p>\n      </div>', '</q>\n      </div>']);
    const said = await build(unusable, '--release', '1.0.0');
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/l3\.xml:\d+:\d+: error/);
    const made = [
      unusable.site,
      join(unusable.edition, 'releases'),
      join(unusable.edition, 'published'),
    ];
    expect(made.filter((path) => existsSync(path))).toEqual([]);
  });
});

describe('a release that takes approved documents only', () => {
  it('names each document that is not, and publishes nothing', async () => {
    const unread = copyOfLetters();
    const wrong = await build(unread, '--release', '1.0.0', '--state', 'fine');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain(
      '--state takes one of draft, candidate, proofread, checked, approved',
    );
    const approved = '<revisionDesc status="approved"><change>Approved.</change></revisionDesc>';
    edit(unread, 'documents/l2.xml', ['</teiHeader>', `${approved}</teiHeader>`]);
    const said = await build(unread, '--release', '1.0.0', '--state', 'approved');
    expect(said.code).toBe(1);
    expect(said.err.match(/l\d\.xml: error: no state of the work is stated/g)).toEqual([
      'l1.xml: error: no state of the work is stated',
      'l3.xml: error: no state of the work is stated',
    ]);
    expect([unread.site, join(unread.edition, 'releases')].filter(existsSync)).toEqual([]);
  });
});

describe('a store that was touched', () => {
  const opened = ({ edition }: Work) => {
    return (): unknown => openPermanence(openEdition(edition), {});
  };

  it('is refused, with the name of each file', async () => {
    const touched = copyOf(work);
    const file = join(touched.edition, 'releases', '1.0.0', 'documents', 'l1.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('captains', 'pirates'));
    writeFileSync(join(touched.edition, 'releases', '1.0.0', 'more.html'), '');
    rmSync(join(touched.edition, 'releases', '1.0.0', 'documents', 'l2.xml'));
    const said = await build(touched);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(
      /releases\/1\.0\.0\/documents\/l1\.html: error: this file of release 1\.0\.0 was changed; .* restore it/,
    );
    expect(said.err).toMatch(
      /releases\/1\.0\.0\/documents\/l2\.xml: error: this file of release 1\.0\.0 is missing/,
    );
    expect(said.err).toMatch(
      /releases\/1\.0\.0\/more\.html: error: this file is not a part of release 1\.0\.0/,
    );
    expect(said.err.match(/: error: /g)).toHaveLength(3);
  });

  it('is refused where a manifest is not the one that the register knows', () => {
    const forged = copyOf(work);
    const manifest = join(forged.edition, 'releases', '1.0.0', 'manifest-sha256.txt');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^[0-9a-f]{8}/, '00000000'));
    expect(opened(forged)).toThrow(
      /manifest-sha256\.txt: error: this is not the manifest of release 1\.0\.0 in the register/,
    );
  });

  it('is refused where a release is missing, or the register', () => {
    const lost = copyOf(work);
    rmSync(join(lost.edition, 'releases', '1.0.0'), { recursive: true });
    expect(opened(lost)).toThrow(
      /releases\/1\.0\.0: error: release 1\.0\.0 was published and is not in the store/,
    );
    const forgotten = copyOf(work);
    rmSync(join(forgotten.edition, 'published'), { recursive: true });
    expect(opened(forgotten)).toThrow(
      /release 1\.1\.0 is in the store, but not in the edition's register/,
    );
  });
});

describe('a release that was interrupted', () => {
  let before: Map<string, string>;
  beforeAll(() => {
    before = hashes(work.edition);
  });

  it('after its files had their name, is ended by the next build; made again, it is the same', async () => {
    const broken = copyOf(work);
    // As if the power had failed when the second release was in the store and its register had not
    // taken the first one's place.
    renameSync(join(broken.edition, 'published'), join(broken.edition, '.published-1.1.0'));
    const said = await build(broken, '--release', '1.1.0');
    expect(said.code, said.err).toBe(0);
    expect(hashes(broken.edition)).toEqual(before);
    expect(existsSync(join(broken.site, 'v1.1.0', 'index.html'))).toBe(true);
  });

  it('before they had, leaves nothing that the next one minds', () => {
    const broken = copyOf(work);
    mkdirSync(join(broken.edition, '.published-1.2.0', 'documents'), { recursive: true });
    mkdirSync(join(broken.edition, 'releases', '.1.2.0-abc'));
    openPermanence(openEdition(broken.edition), {});
    expect(existsSync(join(broken.edition, '.published-1.2.0'))).toBe(false);
    expect(hashes(broken.edition)).toEqual(before);
  });
});

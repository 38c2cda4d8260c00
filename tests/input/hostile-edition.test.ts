/**
 * A hostile edition with an address on the web and two releases: every file that only this kind of
 * edition has, and every kind of page, including moved and released ones. The content of
 * attributes, identifiers, lists of contents, reasons and file names is only text.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { Parser } from 'n3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { POLICY } from '../../pipeline/publish/html/policy.ts';
import { type SitePreview, startPreview } from '../../pipeline/publish/serve/preview.ts';
import { readXml } from '../../pipeline/xml/read.ts';
import { encodedAnew } from '../deposit/edition.ts';
import { SOURCE } from '../editors/edition.ts';
import { onPageOf, openBrowser } from '../site/browser.ts';
import {
  changeIn,
  copyOfEdition,
  FIXTURES,
  filesBelow,
  removeFolders,
  temporaryFolder,
} from '../site/edition.ts';
import { elementsOf } from '../site/elements.ts';
import { siglumHere } from '../site/in-process.ts';
import { asText, asValue, EVIL, EVIL_ADDRESSES, faultsOfPage } from './evil.ts';

const TEXT = asText(EVIL);
const VALUE = asValue(EVIL);

/** Identifiers that XML allows, and that are special names in programs. */
const IDS = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'é·文', '_..-', 'body'];

/** Invalid dates: errors, with which nothing is released. */
const DATES = `<date when="${VALUE}" from="1000" to="${VALUE}">${TEXT}</date><date notBefore="${VALUE}" notAfter="2021-02-30">${TEXT}</date>`;

let edition: string;
let site: string;
/** Built without a release, with such dates. */
let dated: { readonly site: string; readonly code: number | null; readonly out: string };
let pages: readonly string[];
let files: readonly string[];
let browser: Browser;
let server: SitePreview;

function spoil(): void {
  const pointers = EVIL_ADDRESSES.flatMap((address, at) => [
    `<ref target="${address}">link${at}</ref>`,
    `<graphic url="${address}"/>`,
    `<persName ref="${address}">name${at}</persName>`,
    `<pb n="${at}" facs="${address}"/>`,
    `<rs type="person" ref="${address}">one</rs><ptr target="${address}"/><media mimeType="image/png" url="${address}"/>`,
  ]).join(' ');
  const passages = IDS.map(
    (id) =>
      `<p xml:id="${id}">A passage <seg xml:id="s-${id}">of</seg> <persName ref="#p-${id}">one</persName> <ref target="#${id}">itself</ref>.</p>`,
  ).join('\n');
  const css = asText(
    'color:red;background:url(https://evil.example/x.png);}</style><script>alert(31)</script>',
  );
  changeIn(
    edition,
    'documents/l1.xml',
    [/(?<=<title type="main">)/, TEXT],
    [/(?<=<author><persName ref="#p_ash">)/, TEXT],
    [/n="A">/, `n="${VALUE}">${TEXT}`],
    [/(?<=<catDesc>)/, TEXT],
    [/(?<=<term ref="#k-letter">)/, TEXT],
    [/(?<=<correspAction type="sent"><persName ref="#p_ash">)/, TEXT],
    [/(?<=<placeName ref="#pl_porto">)/, TEXT],
    [
      '<change when="2025-07-02">',
      `<change when="2025-07-02" who="javascript:alert(21)" status="${VALUE}">${TEXT}`,
    ],
    [
      '<variantEncoding',
      `<tagsDecl><rendition xml:id="r1" scheme="css">${css}</rendition><rendition scheme="css" selector="p">position:fixed;${css}</rendition></tagsDecl><listPrefixDef><prefixDef ident="evil" matchPattern="(.+)" replacementPattern="javascript:$1"><p>${TEXT}</p></prefixDef></listPrefixDef><variantEncoding`,
    ],
    [
      '<div type="document" n="1"',
      `<div type="document" n="1" rend="${VALUE}" rendition="#r1 ${asValue('"><b>')}" style="${css}" subtype="${VALUE}"`,
    ],
    [
      '<p xml:id="l1-p2">',
      `<p xml:id="l1-p0">${pointers} <ref target="evil:alert(22)">evil</ref></p>
<p xml:id="l1-p9" xml:lang="${VALUE}" n="${VALUE}" rend="hidden site-search ${VALUE}" style="${css}">${TEXT}</p>
${passages}
<list type="${VALUE}"><head>${TEXT}</head><label>${TEXT}</label><item>${TEXT}</item></list>
<lg type="${VALUE}"><l n="${VALUE}">${TEXT}</l></lg><sp who="${VALUE}"><speaker>${TEXT}</speaker><p>${TEXT}</p></sp>
<table><head>${TEXT}</head><row role="${VALUE}"><cell role="${VALUE}" cols="${VALUE}" rows="-1">${TEXT}</cell></row></table>
<figure type="${VALUE}"><head>${TEXT}</head><figDesc>${TEXT}</figDesc><graphic url="https://evil.example/pixel.png"/></figure>
<p><gap reason="${VALUE}" extent="${VALUE}" unit="${VALUE}" quantity="1e9"/><date when="1871-03-02" n="${VALUE}" cert="${VALUE}">day</date>
<measure unit="${VALUE}" quantity="${VALUE}">${TEXT}</measure><foreign xml:lang="${VALUE}">${TEXT}</foreign><hi rend="${VALUE}">${TEXT}</hi><unclear cert="${VALUE}" reason="${VALUE}">${TEXT}</unclear>
<script>alert(32)</script><html:img xmlns:html="http://www.w3.org/1999/xhtml" src="x" onerror="alert(33)"/><html:style xmlns:html="http://www.w3.org/1999/xhtml">*{display:none}</html:style>
<svg:svg xmlns:svg="http://www.w3.org/2000/svg" onload="alert(34)"><svg:script>alert(35)</svg:script></svg:svg>
<formula notation="${VALUE}">${TEXT}</formula><bibl type="${VALUE}"><title level="${VALUE}">${TEXT}</title><idno type="${VALUE}">javascript:alert(23)</idno><ptr target="javascript:alert(24)"/></bibl></p>
<p xml:id="l1-p2">`,
    ],
    [
      /<note n="\*" place="foot"/,
      `<note n="${VALUE}" type="${VALUE}" resp="${VALUE}" place="foot"`,
    ],
    [/(?<=<note n="2" place="foot" xml:id="l1-n2">)/, TEXT],
    ['<listPerson>', `<listPerson>${IDS.map(person).join('')}`],
  );
  changeIn(
    edition,
    'authorities/all.xml',
    [/(?<=<surname>)/, TEXT],
    [/(?<=<persName type="alias" xml:lang=")pt/, VALUE],
    [
      '<birth when="1840-02"/>',
      `<birth when="1840-02" cert="${VALUE}">${TEXT}</birth><sex value="${VALUE}">${TEXT}</sex><occupation>${TEXT}</occupation><note type="${VALUE}">${TEXT}</note><figure><graphic url="https://evil.example/portrait.png"/></figure>`,
    ],
    [
      '<idno type="gnd">118540238',
      `<idno type="${VALUE}">javascript:alert(25)</idno><idno type="URI">javascript:alert(26)//</idno><idno type="gnd">118540238`,
    ],
    ['<placeName>Porto', `<placeName>${TEXT}`],
    [
      '<place xml:id="pl_porto" type="settlement">',
      `<place xml:id="pl_porto" type="${VALUE}"><desc>${TEXT}</desc>`,
    ],
    [/(?<=<geo>)41\.15 -8\.61/, asText('41.15 -8.61"><script>alert(27)</script>')],
    [/(?<=<orgName>)/, TEXT],
    ['<listPerson>', `<listPerson>${IDS.map(person).join('')}`],
  );
  changeIn(
    edition,
    'edition.xml',
    [/(?<=<title type="main">)/, TEXT],
    [/(?<=<title type="sub">)/, TEXT],
    [/(?<=<editor xml:id="editor">\s*<persName>)/, TEXT],
    [/(?<=<publisher>)/, TEXT],
    ['First edition', TEXT],
    ['CC BY 4.0', TEXT],
    [/(?<=<change when="2025-06-01">)/, TEXT],
    [/(?<=<head>Introduction)/, TEXT],
    ['<p>An invented correspondence.</p>', `<p xml:lang="${VALUE}">${TEXT}${pointers}</p>`],
    ['replacementPattern="https://d-nb.info/gnd/$1"', 'replacementPattern="javascript:alert($1)"'],
  );
  const item = (id: string) =>
    `<item><label>${TEXT}</label><ptr target="documents/${id}.xml"/></item>`;
  writeFileSync(
    join(edition, 'contents.xml'),
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><list type="contents"><item><label>${TEXT}</label><list>${['l1', 'l2', 'n3'].map(item).join('')}</list></item><item><label>${TEXT}</label><ptr target="javascript:alert(28)"/></item></list></standOff></TEI>`,
  );
}

const person = (id: string): string =>
  `<person xml:id="p-${id}"><persName><forename>${id}</forename> <surname>${TEXT}</surname></persName></person>`;

beforeAll(async () => {
  const folder = temporaryFolder();
  edition = join(folder, 'edition');
  site = join(folder, '_site');
  cpSync(join(PROGRAM, 'tests', 'fixtures', 'interfaces', 'edition'), edition, { recursive: true });
  cpSync(join(FIXTURES, 'free-schema'), join(edition, 'schema'), { recursive: true });
  mkdirSync(join(edition, 'sources'));
  const opening = openBrowser();
  spoil();
  const build = async (release: string) => {
    const said = await siglumHere(
      'build',
      '--edition',
      edition,
      '--out',
      site,
      '--release',
      release,
    );
    expect(said.code, said.err).toBe(0);
  };
  await build('1.0.0');
  // A document is removed, another is now part of a third, a passage has other words.
  for (const id of ['l2', 'n3']) rmSync(join(edition, 'documents', `${id}.xml`));
  writeFileSync(
    join(edition, 'redirects.txt'),
    `l2 gone 2026-01-01 ${EVIL}\nn3 to l1\nl1#p1 same\n`,
  );
  changeIn(
    edition,
    'documents/l1.xml',
    ['>Dear <', '>Dearest <'],
    ['lighter_of_ours', `lighter ${TEXT}`],
  );
  changeIn(edition, 'edition.xml', ['edition n="1.0.0"', 'edition n="1.1.0"']);
  await build('1.1.0');
  const copy = join(folder, 'dated');
  cpSync(edition, copy, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', copy]);
  changeIn(copy, 'documents/l1.xml', [
    '<date when="1871-03-02" n=',
    `${DATES}<date when="1871-03-02" n=`,
  ]);
  const { code, out, err } = await siglumHere(
    'build',
    '--edition',
    copy,
    '--out',
    join(folder, '_dated'),
  );
  dated = { site: join(folder, '_dated'), code, out: out + err };
  browser = await opening;
  files = filesBelow(site);
  pages = files.filter((name) => name.endsWith('.html'));
  server = await startPreview(site, 0);
}, 300_000);

afterAll(async () => {
  await server?.close();
  await browser?.close();
  removeFolders();
});

const content = (name: string): string => readFileSync(join(site, name), 'utf8');
const named = (...endings: readonly string[]): string[] =>
  files.filter((name) => endings.includes(extname(name)));

describe('on the pages', () => {
  it('there is every kind of them', () => {
    for (const name of [
      '404',
      'map',
      'network',
      'search',
      'versions',
      'documents/l2',
      'documents/n3',
      'v1.0.0/index',
      'v1.0.0/documents/l2',
      'v1.1.0/index',
    ])
      expect(pages).toContain(`${name}.html`);
  });

  it('nothing could run, load or hide, and each states the policy', () => {
    for (const name of pages) expect(faultsOfPage(content(name), POLICY), name).toEqual([]);
  });

  it('nothing runs, nothing is asked of another host, nothing is refused', async () => {
    const happened: string[] = [];
    await onPageOf(browser, {}, async (page) => {
      page.on('dialog', (dialog) => {
        happened.push(`${page.url()}: dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
          happened.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => happened.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.address))
          happened.push(`${page.url()}: request to ${request.url()}`);
      });
      for (const name of pages) {
        await page.goto(`${server.address}${encodeURI(name)}`);
        // A page that redirects does only that.
        if (content(name).includes('http-equiv="refresh"'))
          await page.waitForURL((url) => !url.pathname.endsWith(name));
      }
      await page.goto(`${server.address}search.html?q=lighter`);
      await page.locator('#site-search:not([hidden])').waitFor();
      await page.getByText('lighter').first().waitFor();
      expect(await page.locator('main img, main iframe').count()).toBe(0);
      // The facets of a search are names of entries: only words, whatever they are to a program.
      const persons = page.locator('select[name="person"]');
      const names = (await persons
        .locator('option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('value')))) as string[];
      await page.locator('details', { has: persons }).locator('summary').click();
      for (const id of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
        const name = names.find((one) => one.includes(id));
        expect(name, id).toContain('</script><script>alert(1)</script>');
        await persons.selectOption(name as string);
        await page.getByText('lighter').first().waitFor();
        expect(new URL(page.url()).searchParams.get('person'), id).toBe(name);
      }
      expect(await page.locator('main img, main iframe, main script').count()).toBe(0);
      for (const value of [
        'constructor',
        '__proto__',
        names[1] ?? '',
        '"><img src=x onerror=alert(41)>',
      ]) {
        await page.goto(
          `${server.address}search.html?q=lighter&person=${encodeURIComponent(value)}`,
        );
        await page.locator('#site-search:not([hidden])').waitFor();
        await page.getByText('lighter').first().waitFor();
      }
    });
    expect(happened).toEqual([]);
  });

  it('each identifier is given once, and none is one of the page’s own', () => {
    for (const name of pages) {
      const ids = [...elementsOf(content(name))].flatMap(({ attrs }) =>
        attrs.filter(({ name }) => name === 'id'),
      );
      const values = ids.map(({ value }) => value);
      expect(
        values.filter((id, at) => values.indexOf(id) !== at),
        name,
      ).toEqual([]);
      for (const id of values) expect(id, name).toMatch(/^\S+$/);
    }
  });

  it('a name that programs have for themselves is one like any other', () => {
    const document = [...elementsOf(content('documents/l1.html'))].map(
      ({ attrs }) => new Map(attrs.map(({ name, value }) => [name, value])),
    );
    for (const id of IDS) {
      expect(
        document.filter((given) => given.get('id') === id),
        id,
      ).toHaveLength(1);
      const person = document.find((given) => given.get('title')?.startsWith(`${id} <`));
      expect(content(`documents/${person?.get('href')}`), id).toContain(`>${id} `);
    }
  });
});

describe('dates that are none', () => {
  it('are reported as errors, and the document is published', () => {
    expect(dated.code, dated.out).toBe(1);
    for (const name of ['when', 'to', 'notBefore', 'notAfter'])
      expect(dated.out).toMatch(new RegExp(`l1\\.xml:\\d+:\\d+: error: .*\\b${name}=`));
    expect(readFileSync(join(dated.site, 'documents', 'l1.html'), 'utf8')).toContain(
      '&lt;img src=x',
    );
  });

  it('are words on the pages and beside them', () => {
    for (const name of filesBelow(dated.site)) {
      const text = (): string => readFileSync(join(dated.site, name), 'utf8');
      if (name.endsWith('.html')) expect(faultsOfPage(text(), POLICY), name).toEqual([]);
      else if (/\.(?:json|jsonld|geojson)$/.test(name))
        expect(() => JSON.parse(text()), name).not.toThrow();
      else if (/\.(?:xml|svg|rdf)$/.test(name))
        expect(() => readXml({ path: name, content: text() }, {}), name).not.toThrow();
    }
  });
});

describe('beside the pages', () => {
  it('JSON is JSON, XML is XML', () => {
    expect(named('.json', '.jsonld', '.geojson').length).toBeGreaterThan(10);
    for (const name of named('.json', '.jsonld', '.geojson'))
      expect(() => JSON.parse(content(name)), name).not.toThrow();
    for (const name of named('.xml', '.svg', '.rdf'))
      expect(() => readXml({ path: name, content: content(name) }, {}), name).not.toThrow();
  });

  it('Turtle and JSON-LD have no statement of the words', () => {
    for (const name of named('.ttl')) {
      for (const { subject, predicate, object } of new Parser({
        baseIRI: 'https://example.org/',
      }).parse(content(name))) {
        for (const term of [subject, predicate, object].filter(
          ({ termType }) => termType === 'NamedNode',
        )) {
          expect(term.value, name).toMatch(/^(?:https?|urn|mailto):/);
          expect(term.value, name).not.toMatch(/^urn:(?:evil|is)|[\s<>"{}|\\^`]/);
        }
      }
    }
    const dangerous: string[] = [];
    const look = (value: unknown, name: string): void => {
      if (
        typeof value === 'string' &&
        /^[\s\p{Cc}]*(?:javascript|data|vbscript|file|blob)[\s\p{Cc}]*:/iu.test(value)
      )
        dangerous.push(`${name}: ${value}`);
      else if (Array.isArray(value)) for (const one of value) look(one, name);
      else if (value && typeof value === 'object')
        for (const [key, one] of Object.entries(value))
          if (/^(?:@id|id|url|sameAs|license|homepage|target|href|identifier)$/.test(key))
            look(one, name);
          else if (typeof one === 'object') look(one, name);
    };
    // A passage of the search is shown as text and used for nothing else.
    const data = named('.json', '.jsonld', '.geojson').filter(
      (name) => !/(?:^|\/)search\/text\//.test(name),
    );
    for (const name of data) look(JSON.parse(content(name)), name);
    expect(dangerous).toEqual([]);
  });

  it('the feed, the sitemap and the index of letters have no markup and no address of the words', () => {
    for (const name of [
      'feed.xml',
      'sitemap.xml',
      ...files.filter((file) => /cmif/.test(file) && file.endsWith('.xml')),
    ]) {
      expect(files, name).toContain(name);
      readXml(
        { path: name, content: content(name) },
        {
          open({ local, attributes }) {
            expect(['script', 'img', 'svg', 'style'], name).not.toContain(local);
            for (const { local: key, value } of attributes)
              if (['href', 'ref', 'target', 'source', 'src'].includes(key))
                expect(value, name).toMatch(/^(?:https:\/\/|mailto:|[\w./#-]*$)/);
          },
        },
      );
    }
  });

  it('BEACON, robots.txt and llms.txt have a line for each thing', () => {
    const lines = (name: string) => content(name).split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/);
    const beacons = files.filter((name) => /beacon/i.test(name) && name.endsWith('.txt'));
    expect(beacons).not.toEqual([]);
    for (const name of beacons)
      for (const line of lines(name).filter((line) => line !== ''))
        expect(line, name).toMatch(/^(?:#[A-Z]+: .*|[^\s|#]+(?:\|[^|]*){0,2})$/);
    for (const line of lines('robots.txt'))
      expect(line).toMatch(
        /^(?:User-agent: \*|Allow: .*|Disallow:.*|Sitemap: https:\/\/example\.org\/\S+|)$/,
      );
    for (const line of lines('llms.txt')) {
      for (const [, address = ''] of line.matchAll(/(?<!\\)\]\(([^)]*)\)/g))
        expect(address, line).toMatch(/^(?:https:\/\/example\.org\/|[\w./#-]*$)/);
    }
  });

  it('Markdown has no link, no picture and no HTML of the words', () => {
    const markdown = new MarkdownIt({ html: true, linkify: false });
    for (const name of named('.md')) {
      const html = markdown.render(content(name).replace(/^---\n[\s\S]*?\n---\n/, ''));
      for (const { nodeName, attrs } of elementsOf(html)) {
        expect(['script', 'img', 'style', 'svg'], name).not.toContain(nodeName);
        for (const { name: key, value } of attrs) {
          expect(key, name).not.toMatch(/^on|^style$/);
          if (key === 'href') expect(value, name).toMatch(/^(?:https?:|mailto:|[\w./#%-]*$)/);
        }
      }
    }
  });

  it('tables have no formula, records of RIS one field a line', () => {
    for (const name of named('.csv', '.tsv', '.tab'))
      for (const cell of content(name).split(/[\n,\t]/))
        expect(cell.replace(/^"/, ''), name).not.toMatch(/^[=+@]/);
    for (const name of named('.ris'))
      for (const line of content(name)
        .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
        .filter(Boolean))
        expect(line, name).toMatch(/^[A-Z][A-Z0-9] {2}-(?: |$)/);
  });

  it('pictures have no script and load nothing', () => {
    for (const name of named('.svg'))
      readXml(
        { path: name, content: content(name) },
        {
          open({ local, attributes }) {
            expect(['script', 'foreignObject', 'image', 'use', 'style'], name).not.toContain(local);
            for (const { local: key } of attributes)
              expect(key, name).not.toMatch(/^on|^href$|^style$/);
          },
        },
      );
  });

  it('no name of a file leads out of the site', () => {
    for (const name of files)
      expect(name).toMatch(/^(?!.*(?:^|\/)\.\.(?:\/|$))[\p{L}\p{N}·_./~@+=;,-]+$/u);
  });

  it('the words are there as words', () => {
    expect(content('documents/l1.html')).toContain('&lt;img src=x onerror=alert(2)&gt;');
    expect(content('documents/l2.html')).toContain('&lt;img src=x onerror=alert(2)');
  });
});

describe('the worklist and the deposit’s report, which are one file each', () => {
  it('let in their own style and nothing else, whatever is in the texts', async () => {
    const folder = temporaryFolder();
    const source = join(folder, 'd7.txt');
    writeFileSync(
      source,
      SOURCE.replace('Yesterday', `${EVIL} President Smith`).replace(
        'Letter From',
        `${EVIL} Letter From`,
      ),
    );
    const report = join(folder, 'work.html');
    const encoded = await siglumHere(
      'encode',
      source,
      '--edition',
      edition,
      '--out',
      join(folder, 'out'),
      '--report',
      report,
    );
    expect(encoded.code, encoded.err).toBe(0);
    const own = copyOfEdition();
    const header = join(own, 'edition.xml');
    writeFileSync(
      header,
      readFileSync(header, 'utf8').replace(/(?<=<titleStmt>\s*<title[^>]*>)/, TEXT),
    );
    await encodedAnew(own);
    const deposited = await siglumHere('deposit', '--edition', own, '--out', join(folder, 'dist'));
    expect(deposited.code, deposited.err).toBe(0);
    const happened: string[] = [];
    await onPageOf(browser, {}, async (page) => {
      page.on('dialog', (dialog) => void dialog.dismiss().then(() => happened.push('dialog')));
      page.on('console', (message) => happened.push(message.text()));
      for (const path of [report, join(folder, 'dist', 'deposit.html')]) {
        const html = readFileSync(path, 'utf8');
        expect(html).toContain("default-src 'none'; style-src 'sha256-");
        expect(html).toContain('&lt;script&gt;alert(1)');
        for (const { nodeName, attrs } of elementsOf(html)) {
          expect(['script', 'img', 'svg', 'iframe']).not.toContain(nodeName);
          for (const { name } of attrs) expect(name).not.toMatch(/^on|^style$/);
        }
        await page.goto(pathToFileURL(path).href);
        expect(
          await page.evaluate<string>('getComputedStyle(document.body).fontFamily'),
        ).not.toMatch(/^"?Times/);
      }
    });
    expect(happened).toEqual([]);
  });
});

/**
 * Builds other people's TEI: `npm run bench:foreign -- FOLDER… [--show N] [--json FILE] [--sites FOLDER]`.
 *
 * Each folder is built from its root, unchanged. Reported are crashes, documents without a page,
 * words of the text and of the header that are on no page (with their elements), words that run
 * together though the TEI separates them, references without words or without a target, elements
 * without a template, time and memory. `--show N` names N examples of each; `--sites` keeps the
 * sites, to be seen in a browser.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5';
import { readDocument } from '../../../pipeline/xml/source/read-document.ts';
import { readTree } from '../../../pipeline/xml/tree.ts';
import { toolOptions, wholeNumber } from '../../options.ts';
import { table } from '../markdown.ts';
import { siglum } from '../run.ts';
import {
  attributeWords,
  compareWords,
  pageWords,
  type TeiToken,
  teiWords,
} from './foreign-words.ts';

interface Measure {
  readonly project: string;
  readonly files: number;
  readonly pages: number;
  readonly crashes: readonly string[];
  readonly words: number;
  readonly lostText: readonly TeiToken[];
  readonly lostHeader: readonly TeiToken[];
  readonly glued: readonly string[];
  readonly references: readonly string[];
  readonly unforeseen: readonly string[];
  readonly errors: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly peak: number;
}

const { values, positionals } = toolOptions({
  allowPositionals: true,
  options: {
    show: { type: 'string', default: '0' },
    json: { type: 'string' },
    sites: { type: 'string' },
  },
});
const shown = wholeNumber('show', values.show);

if (positionals.length === 0) {
  console.error('bench:foreign: name one or more folders of TEI');
  process.exitCode = 2;
} else {
  const measures: Measure[] = [];
  for (const folder of positionals) {
    measures.push(await measure(folder));
    show(measures.at(-1) as Measure, shown);
  }
  console.log(tableOf(measures));
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(measures, null, 1));
}

async function measure(folder: string): Promise<Measure> {
  const temporary = mkdtempSync(join(tmpdir(), 'siglum-foreign-'));
  try {
    const edition = join(temporary, basename(folder));
    const site = join(temporary, '_site');
    cpSync(folder, edition, { recursive: true });
    const files = xmlFiles(edition);
    const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
    const ran = await siglum('build', '--edition', edition, '--out', site);
    const pages = existsSync(join(site, 'documents'))
      ? readdirSync(join(site, 'documents')).filter((name) => /\.xml(\.txt)?$/.test(name))
      : [];
    const compared = wordsOfSite(site, pages);
    if (values.sites !== undefined && existsSync(site))
      cpSync(site, join(values.sites, basename(folder)), { recursive: true });
    return {
      project: basename(folder),
      files: files.filter(isTei).length,
      pages: pages.length,
      crashes: crashesIn(ran.code, ran.stderr),
      ...compared,
      unforeseen: [...ran.stderr.matchAll(/<?([\w:.-]+)>? .*\[[\w/-]*unforeseen[\w-]*\]/g)].map(
        ([line]) => line,
      ),
      errors: [...ran.stderr.matchAll(/: error: /g)].length,
      megabytes: bytes / 2 ** 20,
      seconds: ran.processor / 1000,
      peak: ran.peak,
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function xmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.xml$/i.test(name))
    .map((name) => join(folder, name));
}

/** Whether a file begins like TEI; a register is TEI too, and its entries are pages. */
function isTei(path: string): boolean {
  const start = readFileSync(path, 'utf8').slice(0, 20_000);
  return /<(?:\w+:)?(?:TEI|teiCorpus)\s[^>]*"http:\/\/www\.tei-c\.org\/ns\/1\.0"/.test(start);
}

function crashesIn(code: number, stderr: string): string[] {
  const traces = stderr.split('\n').filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  return [...(code === 0 || code === 1 ? [] : [`exit ${code}`]), ...traces.slice(0, 3)];
}

function wordsOfSite(
  site: string,
  pages: readonly string[],
): Pick<Measure, 'words' | 'lostText' | 'lostHeader' | 'glued' | 'references'> {
  const everywhere = new Set<string>();
  const html = existsSync(site)
    ? readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.html'),
      )
    : [];
  const wordsOf = new Map<string, string[]>();
  for (const name of html) {
    const words = pageWords(readFileSync(join(site, name), 'utf8'));
    wordsOf.set(name, words);
    for (const word of words) everywhere.add(word);
  }
  const all = {
    words: 0,
    lost: [] as TeiToken[],
    glued: [] as string[],
    references: [] as string[],
  };
  for (const file of pages) {
    const path = join(site, 'documents', file);
    const page = join('documents', file.replace(/\.xml(\.txt)?$/, '.html'));
    // A document in several pages: NAME.html and NAME/….
    const parts = html.filter((name) => name.startsWith(page.replace(/\.html$/, '/')));
    const words = [page, ...parts].flatMap((name) => wordsOf.get(name) ?? []);
    // Its entities are expanded, as for a page.
    const root = readTree({ path, content: readDocument(path, site, 'bench').text });
    const tokens = teiWords(root);
    const own = existsSync(join(site, page))
      ? ownWords(readFileSync(join(site, page), 'utf8'))
      : [];
    const {
      words: count,
      lost,
      glued,
    } = compareWords(tokens, words, own, attributeWords(root), (word) => everywhere.has(word));
    all.words += count;
    all.lost.push(...lost);
    all.glued.push(...glued);
    if (existsSync(join(site, page))) all.references.push(...badReferences(join(site, page)));
  }
  return {
    words: all.words,
    lostText: all.lost.filter(({ part }) => part === 'text'),
    lostHeader: all.lost.filter(({ part }) => part === 'header'),
    glued: all.glued,
    references: all.references,
  };
}

/** The words of the document's own part of its page, without addresses of the web. */
function ownWords(html: string): string[] {
  const start = html.indexOf('<article class="edition"');
  const end = html.indexOf('</article>', start);
  return pageWords(
    html.slice(start, end).replace(/https?:\/\/[^\s<"]+|[\w.-]+\.\w+\/[^\s<"]*/g, ' '),
  );
}

/** References of the text without words, without a target, or that lead to no place of the page. */
function badReferences(path: string): string[] {
  const bad: string[] = [];
  const ids = new Set<string>();
  const targets: string[] = [];
  const walk = (node: Html.Node): void => {
    if ('tagName' in node) {
      const value = (name: string): string | undefined =>
        node.attrs.find((one) => one.name === name)?.value;
      const id = value('id');
      if (id !== undefined) ids.add(id);
      const reference = value('class')?.split(/\s+/).includes('ref') === true;
      const words = textOf(node).trim();
      const picture = /<img/.test(JSON.stringify(node.childNodes.map((one) => one.nodeName)));
      if (node.tagName === 'a' && words === '' && value('aria-label') === undefined && !picture)
        bad.push(`no words: ${value('href') ?? ''}`);
      else if (reference && node.tagName !== 'a') bad.push(`no target: ${words}`);
      else if (reference && /^(#|[\w./-]+\.xml|[\w]+:[\w])/.test(words) && !/^https?:/.test(words))
        bad.push(`an address for words: ${words}`);
      const href = value('href');
      if (href?.startsWith('#') && href.length > 1) targets.push(href.slice(1));
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(readFileSync(path, 'utf8')));
  const dead = targets.filter((id) => !ids.has(decodeURIComponent(id)) && !ids.has(id));
  return [...bad, ...dead.map((id) => `dead: #${id}`)];
}

function textOf(node: Html.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function show(measured: Measure, examples: number): void {
  console.error(`\n${measured.project}`);
  for (const crash of measured.crashes) console.error(`  crash: ${crash}`);
  if (examples === 0) return;
  for (const [name, tokens] of [
    ['lost in text', measured.lostText],
    ['lost in header', measured.lostHeader],
  ] as const) {
    const byElement = grouped(tokens, ({ element }) => element);
    for (const [element, some] of [...byElement]
      .sort((a, b) => b[1].length - a[1].length)
      .slice(0, examples))
      console.error(
        `  ${name}: ${element} ${some.length}: ${some
          .slice(0, 5)
          .map(({ word }) => word)
          .join(' ')}`,
      );
  }
  console.error(`  glued: ${measured.glued.slice(0, examples * 2).join(' ')}`);
  const kinds = grouped(measured.references, (one) => one.slice(0, 60));
  for (const [kind, some] of [...kinds].slice(0, examples))
    console.error(`  ${kind} (${some.length})`);
  for (const one of measured.unforeseen.slice(0, examples)) console.error(`  unforeseen: ${one}`);
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function tableOf(measures: readonly Measure[]): string {
  return table(
    [
      'project',
      'TEI files',
      'pages',
      'crashes',
      'errors reported',
      'words',
      'lost, text',
      'lost, header',
      'glued',
      'references',
      'unforeseen',
      'MiB',
      'processor, s',
      'memory, MiB',
    ],
    measures.map((one) =>
      [
        one.project,
        one.files,
        one.pages,
        one.crashes.length,
        one.errors,
        one.words,
        one.lostText.length,
        one.lostHeader.length,
        one.glued.length,
        one.references.length,
        one.unforeseen.length,
        one.megabytes.toFixed(2),
        one.seconds.toFixed(1),
        Math.round(one.peak),
      ].map(String),
    ),
  );
}

/**
 * Foreign TEI with entries and pointers damaged at random: cut, doubled, emptied, retyped,
 * redirected.
 *
 * Takes the number of a batch. Returns undefined if each pointer to a missing target is a finding
 * with its place, every document that is TEI is transformed, and no link within a page is dead;
 * else the error. Of the documents that are built as a site, every one has a page and no link of
 * the site is dead.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { Results } from '../../pipeline/cache/results.ts';
import { type Finding, formatFinding, InputError } from '../../pipeline/core/finding.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { authorityFiles, editionFiles } from '../../pipeline/edition/edition-files.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { build } from '../../pipeline/publish/build.ts';
import { allPages } from '../../pipeline/publish/pages/all-kinds.ts';
import { PageContext } from '../../pipeline/publish/pages/model/context.ts';
import { judge } from '../../pipeline/publish/site/open/judge.ts';
import { openSite } from '../../pipeline/publish/site/open/open-site.ts';
import { usableEdition } from '../../pipeline/publish/site/open/usable.ts';
import type { SiteDocument } from '../../pipeline/publish/site/site-model.ts';
import { Pool } from '../../pipeline/work/pool.ts';
import { positionAt } from '../../pipeline/xml/decode.ts';
import { randomOf } from '../faults/random.ts';
import { type Ingredients, withElementsSpoilt } from './elements.ts';

/** Documents in a batch. */
const BATCH = 50;

const POINTING =
  /\s(ref|target|targetEnd|corresp|sameAs|copyOf|next|prev|who|toWhom|hand|wit|resp|source|ana|facs|rendition|decls|change|synch|spanTo|active|passive|mutual|scheme|new|from|to|nymRef|edRef|inst|parts|exclude|select|period|lemmaRef|url|uri|fVal|unitRef)="([^"]*)"/g;

/** A pointer to this has no target, whatever else was done to the documents. */
const NOBODY = 'nobody-at-all';

/** Stands for the name of another document of the batch. */
const OTHER = 'other-file.xml';

const POINTERS_ELSEWHERE =
  'prev next corresp sameAs copyOf facs hand who ana decls rendition resp wit target ref source new'.split(
    ' ',
  );

const SPOILING: Ingredients = {
  names: [
    ...'person org place persName orgName placeName surname forename witness listWit handNote category item term bibl name rs event nym author editor geogName country u add graphic p div l'.split(
      ' ',
    ),
    ...'listPerson listPlace standOff correspAction correspDesc sp speaker app rdg lem note ref ptr seg relation location geo'.split(
      ' ',
    ),
  ],
  attributes: [
    ...[
      `ref="#${NOBODY}"`,
      `key="${NOBODY}"`,
      `ref="${NOBODY}"`,
      `ref="gone.xml#${NOBODY}"`,
      `ref="zz:${NOBODY}"`,
    ],
    ...[
      `corresp="#${NOBODY}"`,
      `target="#${NOBODY}"`,
      `who="#${NOBODY}"`,
      `wit="#${NOBODY}"`,
      `hand="#${NOBODY}"`,
    ],
    ...[
      `resp="#${NOBODY}"`,
      `next="#${NOBODY}"`,
      `sameAs="#${NOBODY}"`,
      `copyOf="#${NOBODY}"`,
      `ana="#${NOBODY}"`,
    ],
    ...['spanTo', 'facs', 'decls', 'source', 'change', 'rendition', 'scheme', 'synch'].map(
      (name) => `${name}="#${NOBODY}"`,
    ),
    ...['from', 'to', 'active', 'passive', 'mutual', 'prev', 'toWhom', 'nymRef', 'exclude'].map(
      (name) => `${name}="#${NOBODY}"`,
    ),
    ...['active="#ann"', 'mutual="#ann #ann"', 'copyOf="#letter"', 'next="#p1"', 'spanTo="#p1"'],
    ...[`target="#ann #${NOBODY} #p1"`, `who="#ann #${NOBODY}"`, `target="#p1 #p1"`],
    ...[
      'ref=""',
      'ref="#"',
      'xml:id="ann"',
      'xml:id="ada"',
      'ref="#ann #ada"',
      'ref="#ann"',
      'key="ann"',
      'type="sent"',
    ],
    ...[
      ...[`url="#${NOBODY}"`, `url="${OTHER}#${NOBODY}"`, `unitRef="#${NOBODY}"`],
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}#${NOBODY}"`),
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}#ann"`),
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}#p1"`),
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}"`),
      'target=""',
      'wit=""',
      'who="#ann #ada"',
      'wit="#A #B"',
      'n=""',
      'type="received"',
      'copyOf="#ann"',
    ],
  ],
  between: [
    ...[
      '<persName ref="#ann"/>',
      '<persName/>',
      '<geo>48,2 16,3</geo>',
      '<geo>x</geo>',
      '<surname>Bach</surname><forename>Ann</forename>',
    ],
    ...[
      '<person xml:id="ann"><persName>Ann</persName></person>',
      '<person xml:id="ann"/>',
      '<place xml:id="ann"/>',
    ],
    ...[
      '<witness xml:id="A"/>',
      '<ptr target="#ann"/>',
      '<ref target="#ann"/>',
      '<note target="#ann">x</note>',
      ' ',
    ],
    ...[
      '<orgName ref="#ada">Firm</orgName>',
      '<placeName ref="#ann">Bonn</placeName>',
      '<rs key="ann">x</rs>',
    ],
  ],
};

/**
 * Where correspondents, places and entries come together; the fixtures of projects have the rest.
 */
const LETTER = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter"><teiHeader><fileDesc><titleStmt><title>Letter</title><author><persName ref="#ann">Ann</persName></author></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName ref="#ann">Ann</persName><placeName ref="#bonn">Bonn</placeName><date when="1822-03-01"/></correspAction><correspAction type="received"><persName ref="#ada">Ada</persName><orgName key="firm">Firm</orgName></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><p xml:id="p1">Dear <persName ref="#ada">Ada</persName>, <persName ref="#ann">I</persName> am in <placeName ref="#bonn">Bonn</placeName> with the <orgName ref="#firm">firm</orgName>, see <ref target="#p1">here</ref>.</p></body>
<back><listPerson><person xml:id="ann"><persName><surname>Bach</surname><forename>Ann</forename></persName><affiliation ref="#firm">Firm</affiliation></person><person xml:id="ada"><persName>Ada</persName><note>of <placeName ref="#bonn">Bonn</placeName></note></person></listPerson><listOrg><org xml:id="firm"><orgName>Firm</orgName></org></listOrg><listPlace><place xml:id="bonn"><placeName>Bonn</placeName><location><geo>50.7 7.1</geo></location><country ref="#land">Land</country></place><place xml:id="land"><placeName>Land</placeName></place></listPlace></back></text></TEI>`;

const FIXTURES = ['projects', 'genres', 'mentions'].flatMap((name) => {
  const folder = join(PROGRAM, 'tests', 'fixtures', name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
});

/** The same number gives the same document. */
function spoiltDocument(seed: number): string {
  const random = randomOf(seed);
  const tei =
    random() < 0.4 ? LETTER : (FIXTURES[Math.floor(random() * FIXTURES.length)] as string);
  const first = Math.floor(seed / BATCH) * BATCH;
  // A random attribute may be an identifier: it does not get the one that no element has.
  const spoilt = spoiltOr(tei, random)
    .replaceAll(OTHER, () => `s${first + Math.floor(random() * BATCH)}.xml`)
    .replaceAll(`xml:id="${NOBODY}"`, '');
  if (random() < 0.5) return spoilt;
  // An existing pointer leads nowhere, or to something else of the file.
  const pointers = [...spoilt.matchAll(POINTING)];
  const one = pointers[Math.floor(random() * pointers.length)];
  if (!one) return spoilt;
  const ids = [...spoilt.matchAll(/xml:id="([^"]*)"/g)].map(([, id]) => `#${id}`);
  const to = random() < 0.5 ? `#${NOBODY}` : (ids[Math.floor(random() * ids.length)] ?? '');
  return `${spoilt.slice(0, one.index)} ${one[1]}="${to}"${spoilt.slice(one.index + one[0].length)}`;
}

/** The file as it is where what was done to it made it no XML. */
function spoiltOr(tei: string, random: () => number): string {
  try {
    return withElementsSpoilt(tei, random, SPOILING, 5);
  } catch (error) {
    if (error instanceof InputError) return tei;
    throw error;
  }
}

/** Of so many batches one is built as a site, which takes twice as long as all else. */
const BUILT = 10;

/**
 * `seed`: of the batch. Its documents are an edition: they are checked and transformed, and the
 * inputs of all pages of the site are made, in this process. Every tenth batch is built as a site.
 */
export async function referencesCase(seed: number): Promise<string | undefined> {
  const seeds = Array.from({ length: BATCH }, (_, at) => seed * BATCH + at);
  const found = await wrongUnbuilt(seeds);
  const built = seed % BUILT === 0 ? await smallestWrong(seeds, wrongWith) : undefined;
  const all = built === undefined ? found : [...found, built];
  return all.length > 0 ? all.join('\n') : undefined;
}

/** What goes wrong with the first half of the documents that goes wrong, halved further. */
async function smallestWrong(
  seeds: readonly number[],
  judged: (seeds: readonly number[]) => Promise<string | undefined>,
): Promise<string | undefined> {
  const wrong = await judged(seeds);
  if (wrong === undefined || seeds.length === 1) return wrong;
  const middle = Math.ceil(seeds.length / 2);
  for (const half of [seeds.slice(0, middle), seeds.slice(middle)]) {
    const inHalf = await smallestWrong(half, judged);
    if (inHalf !== undefined) return inHalf;
  }
  return `documents ${seeds[0]} to ${seeds.at(-1)} together: ${wrong}`;
}

/** What the check leaves unreported, and what stops the pages or leads nowhere on them. */
async function wrongUnbuilt(seeds: readonly number[]): Promise<readonly string[]> {
  const unreported: string[] = [];
  const crash = await smallestWrong(seeds, async (some) => {
    const folder = mkdtempSync(join(tmpdir(), 'siglum-fuzz-references-'));
    const pool = new Pool({ few: Number.POSITIVE_INFINITY });
    try {
      const documents = spoiltDocuments(some, folder);
      const plain = { ...openEdition(folder), cache: join(folder, '.cache') };
      const fileIndex = new FileIndex(plain.cache, folder);
      const files = editionFiles(plain, fileIndex);
      const { edition } = usableEdition(plain, files, fileIndex);
      const { documents: paths, check } = judge(plain, { pool, fileIndex, files });
      const found = notFound(documents, await check());
      if (some.length === seeds.length) unreported.push(...found);
      const site = await openSite(edition, paths, { pool, fileIndex, files });
      const context = new PageContext(site, new Results(plain.cache));
      for (const page of allPages(context)) page.input();
      return deadLinkAmong(site.documents);
    } catch (error) {
      return crashed(error);
    } finally {
      await pool.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return crash === undefined ? unreported : [...unreported, crash];
}

function spoiltDocuments(seeds: readonly number[], folder: string): ReadonlyMap<string, string> {
  const documents = new Map(seeds.map((seed) => [`s${seed}.xml`, spoiltDocument(seed)]));
  for (const [name, content] of documents) writeFileSync(join(folder, name), content);
  return documents;
}

/** A link within a page, or from one document's page to another's, that leads nowhere. */
function deadLinkAmong(documents: readonly SiteDocument[]): string | undefined {
  const pages = new Map(
    documents.map(({ id, html }) => [
      id,
      Object.values(html.read())
        .filter((part): part is string => typeof part === 'string')
        .join('\n'),
    ]),
  );
  const ids = new Map(
    [...pages].map(([id, page]) => [
      id,
      new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, own]) => own)),
    ]),
  );
  for (const [id, page] of pages)
    for (const [, file = '', anchor] of page.matchAll(
      /\shref="(?:([\w-]+)\.html)?(?:#([^"]*))?"/g,
    )) {
      const there = ids.get(file || id);
      if (!there || (anchor !== undefined && !there.has(anchor)))
        return `${id}: a dead link to ${file}#${anchor ?? ''}`;
    }
  return undefined;
}

function crashed(error: unknown): string {
  const reason =
    error instanceof InputError
      ? error.findings.map(formatFinding).join('; ')
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  return `crash: ${reason}`.slice(0, 1500);
}

async function wrongWith(seeds: readonly number[]): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-fuzz-references-'));
  try {
    const tei = join(folder, 'tei');
    mkdirSync(tei);
    const documents = spoiltDocuments(seeds, tei);
    const site = join(folder, 'site');
    const edition = { ...openEdition(tei), cache: join(folder, 'cache') };
    const { findings, omitted } = await build(edition, site);
    // A file that is mostly entries is read as a register, and has no page of its own.
    const registers = new Set(authorityFiles(edition).map((path) => basename(path)));
    // What is no TEI is reported for all files together.
    const pages = [...documents]
      .filter(([name, tei]) => !registers.has(name) && /<(?:\w+:)?(?:TEI|teiCorpus)[\s>]/.test(tei))
      .map(([name]) => name);
    return (
      withoutPage(pages, findings, omitted.length, site) ??
      notFound(documents, findings)[0] ??
      deadLink(site)
    );
  } catch (error) {
    return crashed(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A document is omitted only where a finding says that it is no TEI. */
function withoutPage(
  names: readonly string[],
  findings: readonly Finding[],
  omitted: number,
  site: string,
): string | undefined {
  const failed = findings.find(({ rule }) => rule === 'transform/failed');
  if (failed) return `${failed.path}: ${failed.message}`;
  const missing = names.filter(
    (name) => !existsSync(join(site, 'documents', name.replace('.xml', '.html'))),
  );
  const reported = new Set(
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ path }) => path.replace(/.*\//, '')),
  );
  const silent = missing.find((name) => !reported.has(name));
  if (silent !== undefined) return `${silent} has no page, and no finding`;
  return omitted === missing.length
    ? undefined
    : 'another number of documents is reported as omitted';
}

/** Rules of files that are not read as a document, besides those of XML. */
const UNREAD: ReadonlySet<string> = new Set(['check/no-tei', 'edition/wrapped']);

/** Each element that points nowhere has a finding at its place. */
function notFound(documents: ReadonlyMap<string, string>, findings: readonly Finding[]): string[] {
  const silent: string[] = [];
  for (const [name, content] of documents) {
    const own = findings.filter(({ path }) => path.endsWith(`/${name}`));
    // A file that is not read has its one finding.
    if (own.some(({ rule }) => rule.startsWith('xml/') || UNREAD.has(rule))) continue;
    // Where TEI has a prefix, elements without one are not TEI.
    if (/<\w+:(?:TEI|teiCorpus)\b/.test(content)) continue;
    const named = own.filter(
      ({ message, column }) =>
        /nobody-at-all|gone\.xml|there is no such file/.test(message) && column !== undefined,
    );
    // An example of TEI (egXML) points to nothing of this file, nor does a drawing or a formula.
    const withoutExamples = content.replace(
      /<(egXML|svg|math)\b(?:[^>]*\/>|.*?<\/\1>)/gs,
      (example) => ' '.repeat(example.length),
    );
    // Attributes of elements with a prefix, XInclude's say, are no pointers of TEI.
    for (const tag of withoutExamples.matchAll(/<(\w+)\s[^<>]*>/g)) {
      const wanted = [
        ...tag[0].matchAll(POINTING),
        ...tag[0].matchAll(/\s(key)="([^"]*)"/g),
      ].filter(
        ([, attribute, value]) =>
          value?.includes(NOBODY) && (attribute !== 'key' || namesByKey(tag[0], tag[1] ?? '')),
      );
      const { line, column } = positionAt(content, tag.index);
      if (wanted.length > 0 && !named.some((one) => one.line === line && one.column === column))
        silent.push(`${name}:${line}:${column}: no finding about ${tag[0]}`);
    }
  }
  return silent;
}

/** A key is checked on names that have no pointer. */
function namesByKey(tag: string, name: string): boolean {
  return (
    /^(?:(?:pers|org|place|event|geog)Name|name|rs|author|editor|country)$/.test(name) &&
    !/\sref="/.test(tag)
  );
}

function deadLink(site: string): string | undefined {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  const html = new Map(pages.map((path) => [path, readFileSync(join(site, path), 'utf8')]));
  const known = new Map(
    [...html].map(([path, text]) => [
      path,
      new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  for (const [path, text] of html) {
    for (const [, address = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(https?|mailto|data|blob):/.test(address)) continue;
      const [file = '', anchor] = decodeURIComponent(
        address.replaceAll('&amp;', '&').replace(/\?[^#]*/, ''),
      ).split('#');
      const target =
        file === '' ? path : relative(site, normalize(join(site, dirname(path), file)));
      if (
        !existsSync(join(site, target)) ||
        (anchor && known.has(target) && !known.get(target)?.has(anchor))
      )
        return `a dead link in ${path}: ${address}`;
    }
  }
  return undefined;
}

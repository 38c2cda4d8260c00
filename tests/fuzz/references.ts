/**
 * Foreign TEI with entries and pointers damaged at random: cut, doubled, emptied, retyped,
 * redirected.
 *
 * Takes the number of a batch. Returns undefined if each pointer to a missing target is a finding
 * with its place, every document that is TEI is transformed, and no link within a page is dead;
 * else the error. Of the documents that are built as a site, every one has a page and no link of
 * the site is dead.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Results } from '../../pipeline/cache/results.ts';
import { type Finding, formatFinding, InputError } from '../../pipeline/core/finding.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { authorityFiles, editionFiles } from '../../pipeline/edition/edition-files.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { build } from '../../pipeline/publish/build.ts';
import { allPages } from '../../pipeline/publish/pages/all-kinds.ts';
import { PageContext } from '../../pipeline/publish/pages/model/context.ts';
import { judge } from '../../pipeline/publish/site/open/judge.ts';
import { openSite } from '../../pipeline/publish/site/open/open-site.ts';
import { usableEdition } from '../../pipeline/publish/site/open/usable.ts';
import { Pool } from '../../pipeline/work/pool.ts';
import { positionAt } from '../../pipeline/xml/decode.ts';
import { deadLink, deadLinkAmong } from './dead-links.ts';
import { BATCH, MISSING, POINTING, spoiltDocument } from './spoilt-documents.ts';

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
    // An example of TEI (egXML) points to nothing of this file, nor does an element of another
    // namespace, a drawing's or a formula's.
    const withoutExamples = content.replace(
      /<(egXML|\w+(?=\s[^<>]*\bxmlns="(?!http:\/\/www\.tei-c\.org\/ns\/1\.0")))\b(?:[^>]*\/>|.*?<\/\1>)/gs,
      (example) => ' '.repeat(example.length),
    );
    // Attributes of elements with a prefix, XInclude's say, are no pointers of TEI.
    for (const tag of withoutExamples.matchAll(/<(\w+)\s[^<>]*>/g)) {
      const wanted = [
        ...tag[0].matchAll(POINTING),
        ...tag[0].matchAll(/\s(key)="([^"]*)"/g),
      ].filter(
        ([, attribute, value]) =>
          value?.includes(MISSING) && (attribute !== 'key' || namesByKey(tag[0], tag[1] ?? '')),
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

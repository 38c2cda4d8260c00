/**
 * From an edition to the site as data. Results of earlier runs come from the cache; worker threads
 * make the others.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { hashOf } from '../../../cache/results.ts';
import { Stored } from '../../../cache/stored.ts';
import { ownOdd } from '../../../edition/about/own-odd.ts';
import { publishedFile } from '../../../edition/composed.ts';
import type { Edition } from '../../../edition/edition.ts';
import { Pool } from '../../../work/pool.ts';
import { activeContent } from '../../../xml/active.ts';
import { textEnding } from '../../addresses/site-addresses.ts';
import { addressesFrom } from '../../document/document-jobs.ts';
import { transformFiles } from '../../document/transform-documents.ts';
import { oddOf } from '../../encoding/odd.ts';
import { openInterface } from '../../interface/strings.ts';
import { readLiterature, withLiterature } from '../../literature/read.ts';
import { PhilologicalLists } from '../../philology/lists.ts';
import { Site } from '../site.ts';
import { type CopiedFile, MentionReader, siteDocument } from '../site-model.ts';
import { makeIndexes } from './entries.ts';
import { type OpenOptions, prepareSite } from './prepare.ts';

/** `paths`: the documents to publish. Throws an `InputError` if a file cannot be read. */
export async function openSite(
  edition: Edition,
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<Site> {
  const pool = options.pool ?? new Pool();
  try {
    return await open(edition, paths, pool, options);
  } finally {
    if (!options.pool) await pool.close();
  }
}

async function open(
  edition: Edition,
  paths: readonly string[],
  pool: Pool,
  options: OpenOptions,
): Promise<Site> {
  const prepared = await prepareSite(edition, paths, pool, options);
  const { setup, history, order, placed, resolver, addresses, cmif } = prepared;
  const { header, facts, language, prose, whole, results, statements, report } = setup;
  const { askedIndexes, searchDefaults } = setup;
  const words = openInterface(language, edition.theme?.strings);
  const pages = await transformFiles(prepared.documents, prepared, pool, options);
  const documents = prepared.documents.map(({ id, source: { path, hash, summary } }, at) => {
    const teiFile = summary.isComposed ? publishedFile(path, edition) : path;
    const page = pages[at] as (typeof pages)[number];
    return siteDocument(
      { id, path, teiFile, hash, summary, page },
      (reference) => new Stored(results, reference),
    );
  });
  const reader = new MentionReader();
  const ownPages = await prose(addressesFrom('/index.html', addresses));
  const literature = await readLiterature(edition.root, words.language);
  return new Site({
    order,
    edition: header,
    facts,
    history,
    ...(await whole(documents, cmif)),
    interface: words,
    themeStyles: edition.theme?.styles ?? null,
    documents,
    indexes: makeIndexes(
      placed,
      documents,
      prepared.documents.map(({ id, source: { summary, mentions, renamed } }) => ({
        counted: summary.mentions,
        renamed,
        matter: summary.header.matter,
        of: { id, mentions, reader },
      })),
      resolver,
      words.language,
    ),
    statements,
    report,
    searchDefaults,
    philology: new PhilologicalLists(documents, askedIndexes, results),
    odd: oddOf(ownOdd(edition), words.language),
    prose: withLiterature(ownPages.made, literature.html, words),
    findings: [...prepared.findings, ...literature.findings],
    proseError: ownPages.error,
    files: new Map([
      ...documents.map(({ teiAddress, teiFile, hash }): [string, CopiedFile] => [
        teiAddress,
        { path: teiFile, hash },
      ]),
      // The documents name their schema as ../schema/…; it has to exist in the site too.
      ...[edition.rng, edition.sch].filter(isFile).map((path): [string, CopiedFile] => {
        const bytes = readFileSync(path);
        const ending = textEnding(activeContent(bytes.toString('utf8')));
        return [`/schema/${basename(path)}${ending}`, { path, hash: hashOf(bytes) }];
      }),
      // Pictures are copied at every build, and never read: they may be many and large.
      ...[...prepared.pictures].map(([address, path]): [string, CopiedFile] => [
        address,
        { path, hash: '' },
      ]),
    ]),
  });
}

/** The check reports an invalid schema. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

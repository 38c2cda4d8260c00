/**
 * `siglum transform`: makes and caches the data that a site needs of the documents, for a later
 * build.
 *
 * Takes the command's options. Returns results by content (`results.ts`); findings on standard
 * error, a summary on standard output, the exit code. Several machines can do a shard each; a build
 * after them finds everything, and its site is the same to the byte.
 */

import { type Finding, formatFinding, InputError } from '../core/finding.ts';
import { Steps } from '../core/progress.ts';
import { inShard, readShard } from '../core/shard.ts';
import { openEdition } from '../edition/edition.ts';
import { editionFiles } from '../edition/edition-files.ts';
import { FileIndex } from '../edition/file-facts/file-index.ts';
import { withTheme } from '../theme/theme.ts';
import { prepareStylesheets } from '../transform/prepare-stylesheets.ts';
import { Pool } from '../work/pool.ts';
import { transformFiles } from './document/transform-documents.ts';
import { requireLanguage } from './interface/strings.ts';
import { openPermanence } from './release/release.ts';
import { judge } from './site/open/judge.ts';
import { type OpenOptions, openEditionSetup, prepareSite } from './site/open/prepare.ts';
import { readFiles } from './site/open/read-files.ts';

interface TransformOptions {
  readonly edition: string;
  /** Tag of the interface's language. */
  readonly language?: string;
  /** "3/16": only the third of sixteen shards of the documents. */
  readonly shard?: string;
  /** Only the data of each document itself, which the pages of the others need. */
  readonly only?: 'data';
  readonly releases?: string;
  /** Whether the layouts and the stylesheet of the edition's theme may run. */
  readonly trustTheme?: boolean;
}

/** 0: everything is made; 1: there are errors. */
export async function transformCommand(options: TransformOptions): Promise<number> {
  const { language, only } = options;
  const edition = await withTheme(openEdition(options.edition), options.trustTheme === true);
  if (language !== undefined) requireLanguage(language, edition.theme.strings);
  const shard = options.shard === undefined ? undefined : readShard(options.shard);
  const begun = performance.now();
  await prepareStylesheets(edition.cache, new Steps().at);
  const pool = new Pool();
  try {
    const fileIndex = new FileIndex(edition.cache, edition.root);
    const files = editionFiles(edition, fileIndex);
    const { documents, check } = judge(edition, { pool, fileIndex, files });
    const findings = await check();
    fileIndex.save();
    const own = inShard(documents, shard);
    const failed = await inputErrorsOf(async () => {
      if (only === 'data') {
        const { results: cache, dataShared: shared } = await openEditionSetup(edition, language);
        await readFiles(own, { cache, shared, pool });
        return;
      }
      const history = await openPermanence(edition, { store: options.releases }).history(
        documents,
        language,
      );
      const open: OpenOptions = { language, history, files };
      const prepared = await prepareSite(edition, documents, pool, open);
      const wanted = new Set(own);
      const jobs = prepared.documents.filter(({ source }) => wanted.has(source.path));
      await transformFiles(jobs, prepared, pool, open);
    });
    const errors = [...edition.theme.findings, ...findings, ...failed].filter(
      ({ severity }) => severity === 'error',
    );
    for (const finding of errors) console.error(formatFinding(finding));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const part = shard ? ` (shard ${shard.at} of ${shard.of})` : '';
    console.log(
      `${own.length} of ${documents.length} documents${part} transformed in ${seconds} s; ` +
        '"siglum build" makes the site',
    );
    return errors.length > 0 ? 1 : 0;
  } finally {
    await pool.close();
  }
}

/** The results of the other documents are cached; a build omits the documents reported here. */
async function inputErrorsOf(work: () => Promise<void>): Promise<readonly Finding[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.findings;
    throw error;
  }
}

/** The pages of documents, by worker threads. */
import { type Finding, InputError } from '../../core/finding.ts';
import type { Pool } from '../../work/pool.ts';
import type { OpenOptions, PreparedDocument, PreparedSite } from '../site/open/prepare.ts';
import { TOGETHER } from '../site/open/read-files.ts';
import { cachedPage, DOCUMENT_JOB, type DocumentPage, documentKey } from './document-job.ts';

/** The page of each document: from the cache, or made now by worker threads. */
export async function transformFiles(
  documents: readonly PreparedDocument[],
  { setup: { results: cache }, documentShared: shared }: PreparedSite,
  pool: Pool,
  { progress, verify }: OpenOptions,
): Promise<DocumentPage[]> {
  const pages: (DocumentPage | undefined)[] = documents.map(({ job, source }) =>
    cachedPage(cache, documentKey(shared, source.hash, job()), verify),
  );
  const missing = [...documents.keys()].filter((at) => pages[at] === undefined);
  const findings: Finding[] = [];
  // Each job contains the addresses of everything that its document names.
  for (let from = 0; from < missing.length; from += TOGETHER) {
    const some = missing.slice(from, from + TOGETHER);
    const jobs = some.map((at) => (documents[at] as PreparedDocument).job());
    try {
      const made = await pool.run(DOCUMENT_JOB, shared, jobs, (done) =>
        progress?.('transformed', from + done, missing.length),
      );
      for (const [place, page] of made.entries()) pages[some[place] as number] = page;
    } catch (error) {
      // The jobs of the other documents are still done.
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
    }
  }
  if (findings.length > 0) throw new InputError(findings);
  return pages as DocumentPage[];
}

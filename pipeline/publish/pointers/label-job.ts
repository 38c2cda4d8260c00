/**
 * The labels of passages of a TEI file in references of other files: "note 4", "p. 12", a heading.
 * A job for any thread; the page of the file itself does not depend on it.
 */
import { join } from 'node:path';
import { hashOf, hashOfValue, Results } from '../../cache/results.ts';
import { PROGRAM } from '../../edition/edition.ts';
import type { DataShared } from '../../transform/data-job.ts';
import { loadedStylesheet } from '../../transform/loaded-stylesheets.ts';
import { run } from '../../transform/run.ts';
import type { Job } from '../../work/job.ts';
import { failureFindings } from '../../xml/saxon/failed.ts';
import { readDocument } from '../../xml/source/read-document.ts';

const STYLESHEET = join(PROGRAM, 'xslt', 'metadata', 'document.xsl');

const LABELS = 'labels';

interface LabelJob {
  readonly path: string;
  readonly hash: string;
  /** `xml:id`s, in order. */
  readonly passages: readonly string[];
}

/** By `xml:id`; passages that the file does not have are missing. */
export type Labels = Readonly<Record<string, string>>;

async function labelJob({ path, hash, passages }: LabelJob, shared: DataShared): Promise<Labels> {
  const cache = new Results(shared.cache);
  const key = hashOf(shared.key, hash, hashOfValue(passages));
  const cached = cache.get<Labels>(LABELS, key);
  if (cached) return cached;
  const { text } = readDocument(path, shared.root, 'transform/unreadable');
  const stylesheet = await loadedStylesheet(STYLESHEET, shared.cache, shared.key);
  const { strings } = shared;
  const labels = run(stylesheet, text, { strings, passages }, 'Q{urn:siglum:mode}labels') as Labels;
  cache.put(LABELS, key, labels);
  return labels;
}

export const LABEL_JOB: Job<LabelJob, Labels, DataShared> = {
  name: 'labels',
  run: labelJob,
  findings: failureFindings,
};

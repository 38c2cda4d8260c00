/**
 * The words of pointers that have none of their own and lead to another file: the title of the
 * document, and what the passage is called there ("Letter 3, note 4"); the name of an entry, a
 * hand, a witness.
 */
import { InputError } from '../../core/finding.ts';
import { addToList } from '../../core/multimap.ts';
import type { DataShared, FileSummary } from '../../transform/data-job.ts';
import type { Pool } from '../../work/pool.ts';
import type { DocumentTargets } from './document-targets.ts';
import { partsOfPointer } from './file-pointers.ts';
import { LABEL_JOB, type Labels } from './label-job.ts';

interface PointingFile {
  readonly path: string;
  readonly hash: string;
  readonly summary: Pick<FileSummary, 'header' | 'wordless'>;
}

interface WordSources {
  readonly targets: Pick<DocumentTargets, 'find'>;
  readonly shared: DataShared;
  readonly pool: Pool;
  /** The name of a document without a title. */
  called(path: string): string;
  /** The name of an entry, by its identifier. */
  entryName(id: string): string | undefined;
}

/**
 * The words that a file's pointers get: by `POINTER?words` those of a reference, by `POINTER?name`
 * what the passage is called without the title of its document.
 */
export type PointerWords = (source: PointingFile) => Readonly<Record<string, string>>;

export async function pointerWords(
  sources: readonly PointingFile[],
  { targets, shared, pool, called, entryName }: WordSources,
): Promise<PointerWords> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const partsOf = (pointer: string, from: string) => {
    const { file = '', passage = '' } = partsOfPointer(pointer) ?? {};
    const target = file === '' ? undefined : byPath.get(targets.find(file, from)?.path ?? '');
    return { target, passage };
  };
  const passages = new Map<string, string[]>();
  for (const { path, summary } of sources)
    for (const pointer of summary.wordless) {
      const { target, passage } = partsOf(pointer, path);
      if (target && passage !== '') addToList(passages, target.path, passage);
    }
  const jobs = [...passages].map(([path, ids]) => ({
    path,
    hash: byPath.get(path)?.hash ?? '',
    passages: [...new Set(ids)].sort(),
  }));
  const labels = new Map<string, Labels>();
  for (const { path, found } of await labelsOf(jobs, shared, pool)) labels.set(path, found);
  return ({ path, summary }) => {
    const words: Record<string, string> = {};
    for (const pointer of summary.wordless) {
      const { target, passage } = partsOf(pointer, path);
      const label = target && labels.get(target.path)?.[passage];
      const title = target && (target.summary.header.title ?? called(target.path));
      const name =
        target === undefined
          ? entryName(passage)
          : target.path === path
            ? label
            : [title, label !== title && label].filter((part) => part).join(', ');
      if (name) words[`${pointer}?words`] = name;
      const own = target === undefined ? name : label;
      if (own) words[`${pointer}?name`] = own;
    }
    return words;
  };
}

/** A file that cannot be transformed has no labels; its own page reports why. */
async function labelsOf(
  jobs: readonly { readonly path: string; readonly hash: string; readonly passages: string[] }[],
  shared: DataShared,
  pool: Pool,
): Promise<{ readonly path: string; readonly found: Labels }[]> {
  if (jobs.length === 0) return [];
  try {
    const results = await pool.run(LABEL_JOB, shared, jobs);
    return jobs.map(({ path }, at) => ({ path, found: results[at] ?? {} }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (jobs.length === 1) return [];
    const one = await Promise.all(jobs.map((job) => labelsOf([job], shared, pool)));
    return one.flat();
  }
}

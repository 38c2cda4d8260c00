/**
 * References to documents that are shown only because something refers to them: parts of TEI in
 * files of their own (a facsimile's page).
 *
 * Takes the documents of a site with their pointers. Returns by the path of such a document those
 * that point to it, in the order of the edition.
 */
import type { FileSummary } from '../../transform/data-job.ts';
import type { DocumentTargets } from './document-targets.ts';
import { partsOfPointer } from './file-pointers.ts';

interface ReferringFile {
  readonly path: string;
  readonly summary: Pick<FileSummary, 'isFragment' | 'refersTo'>;
}

export function referrersOf<Source extends ReferringFile>(
  sources: readonly Source[],
  targets: DocumentTargets,
): ReadonlyMap<string, readonly Source[]> {
  const referrers = new Map<string, Source[]>(
    sources.filter(({ summary }) => summary.isFragment).map(({ path }) => [path, []]),
  );
  if (referrers.size === 0) return referrers;
  for (const source of sources) {
    for (const path of targetPaths(source, targets)) {
      if (path !== source.path) referrers.get(path)?.push(source);
    }
  }
  return referrers;
}

function targetPaths(
  { path, summary: { refersTo } }: ReferringFile,
  targets: DocumentTargets,
): Set<string> {
  const files = refersTo.flatMap((pointer) => partsOfPointer(pointer)?.file ?? []);
  // A name that was written with its folder is listed without it as well (refers-to.ts).
  const withFolder = new Set(
    files.filter((file) => file.includes('/')).map((file) => file.replace(/^.*\//s, '')),
  );
  return new Set(
    files
      .filter((file) => !(withFolder.has(file) && targets.isShared(file)))
      .flatMap((file) => targets.find(file, path)?.path ?? []),
  );
}

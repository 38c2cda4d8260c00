/**
 * The size of a site.
 *
 * Takes a site's folder. Returns bytes of its document pages, of the other files that a page loads,
 * of the search index, of the whole. Nothing is compressed: a server that compresses sends a
 * fraction of it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';

export interface Weights {
  /** Of the document pages: the middle one and the heaviest. */
  readonly page: { readonly median: number; readonly most: number };
  /** Style sheets and scripts of a document page. */
  readonly besides: number;
  readonly index: number;
  readonly site: number;
  readonly files: number;
}

export function weigh(site: string): Weights {
  const pages = filesIn(join(site, 'documents'), '.html').filter(
    (path) => !path.endsWith('index.html'),
  );
  const weights = pages.map((path) => statSync(path).size).sort((a, b) => a - b);
  const all = below(site);
  return {
    page: { median: weights[weights.length >> 1] ?? 0, most: weights.at(-1) ?? 0 },
    besides: loadedBy(pages[0] as string, join(site, 'documents')),
    index: sum(below(join(site, 'search'))),
    site: sum(all),
    files: all.length,
  };
}

function loadedBy(page: string, folder: string): number {
  const named = [
    ...readFileSync(page, 'utf8').matchAll(
      /<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src)="([^"?#]+)/g,
    ),
  ];
  const paths = new Set(named.map(([, address]) => join(folder, address as string)));
  return [...paths].reduce((all, path) => all + statSync(path).size, 0);
}

/** Sizes of the files in a folder and its sub-folders. */
function below(folder: string): number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * The templates in site/ that make several pages, and what each page is about.
 *
 * In: a site. Out: by the name of a template the items of its pages. A template that is not named
 * here makes one page about the whole site.
 */
import type { Site } from '../site/site.ts';

/** A template that makes a page of each item. */
interface Each {
  items(site: Site): readonly object[];
  /** Of the page about an item; its template says the same as `permalink`. */
  address(item: never): string;
}

function each<Item extends object>(
  items: (site: Site) => readonly Item[],
  address: (item: Item) => string,
): Each {
  return { items, address };
}

const byAddress = ({ address }: { readonly address: string }): string => address;

export const EACH: Readonly<Record<string, Each>> = {
  document: each(({ documents }) => documents, byAddress),
  source: each(
    ({ documents }) => documents,
    ({ sourceAddress }) => sourceAddress,
  ),
  entries: each(({ indexPages }) => indexPages, byAddress),
  entry: each(({ entryPages }) => entryPages, byAddress),
  chronology: each(({ chronology }) => chronology, byAddress),
  prose: each(
    ({ prosePages }) => prosePages,
    ({ type }) => `/${type}.html`,
  ),
  map: each(
    ({ pictures }) => pictures.map,
    () => '/map.html',
  ),
  network: each(({ pictures }) => pictures.network, byAddress),
  changes: each(({ history }) => history.changes, byAddress),
  moved: each(({ moved }) => moved, byAddress),
};

/** Templates that divide a list into pages; they are laid out together. */
export const RUNS: Readonly<Record<string, (site: Site) => readonly object[]>> = {
  documents: ({ documents }) => documents,
  downloads: ({ documents }) => documents,
  witnesses: ({ witnessed }) => witnessed,
  versions: ({ history }) => history.versions,
};

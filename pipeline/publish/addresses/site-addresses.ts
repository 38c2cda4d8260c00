/** The addresses of a document's pages and files, from the top of the site. */

/** In a folder of its own, since any name may be a document's. */
export function sourceAddress(id: string): string {
  return `/documents/tei/${id}.html`;
}

/**
 * A file that a browser would run is published as plain text, which browsers do not run: a host of
 * static files sends no headers that forbid it.
 */
export function teiAddress(id: string, active: unknown): string {
  return `/documents/${id}.xml${textEnding(active)}`;
}

export function textEnding(active: unknown): string {
  return active ? '.txt' : '';
}

export function documentAddress(id: string): string {
  // The list of all documents is at index.html already.
  return id.toLowerCase() === 'index' ? `/documents/${id}_.html` : `/documents/${id}.html`;
}

/** The document of a page in `documents/`; undefined for other pages. */
export function documentOfPage(page: string): string | undefined {
  return /^documents\/([^/]+)\.html$/.exec(page)?.[1];
}

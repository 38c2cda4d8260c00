/**
 * The files for search engines: /sitemap.xml (sitemaps.org, protocol 0.9) and /robots.txt.
 *
 * Takes the pages that were written. Returns a list of their addresses, with the day of a
 * document's last change; above 50,000 addresses several lists and one of the lists. Addresses must
 * be whole, so an edition without an https address has no sitemap.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFolder } from '../../core/files/output-folder.ts';
import { escapeText } from '../../xml/escape.ts';
import { isMissingPage } from '../addresses/relative.ts';
import { webAddress } from '../addresses/web-address.ts';
import { lastChange } from '../site/changes.ts';
import type { Site } from '../site/site.ts';

export const SITEMAP = '/sitemap.xml';

/** As many as the protocol allows in one file. */
const LONGEST = 50_000;

const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** `longest`: for tests, which cannot write 50,000 pages. */
export function writeSitemap(site: Site, folder: OutputFolder, longest: number = LONGEST): void {
  const whole = webAddress(site, SITEMAP);
  folder.write(
    '/robots.txt',
    `User-agent: *\nAllow: /\n${whole === null ? '' : `\nSitemap: ${whole}\n`}`,
  );
  if (whole === null) return;
  const changed = new Map(
    site.documents.map(({ address, header }) => [address, lastChange(header)]),
  );
  const pages = [...pagesBelow(folder.path, '/')];
  const lists = Array.from({ length: Math.ceil(pages.length / longest) }, (_, n) =>
    pages.slice(n * longest, (n + 1) * longest),
  );
  if (lists.length <= 1) {
    folder.writePieces(SITEMAP, list(site, pages, changed));
    return;
  }
  const names = lists.map((_, n) => `/sitemap-${n + 1}.xml`);
  lists.forEach((part, n) => {
    folder.writePieces(names[n] as string, list(site, part, changed));
  });
  const entries = names.map(
    (name) => `  <sitemap><loc>${escapeText(webAddress(site, name) as string)}</loc></sitemap>\n`,
  );
  folder.writePieces(SITEMAP, [
    OPEN,
    `<sitemapindex ${NAMESPACE}>\n`,
    ...entries,
    '</sitemapindex>\n',
  ]);
}

function* list(
  site: Site,
  pages: readonly string[],
  changed: ReadonlyMap<string, string | undefined>,
): Generator<string> {
  yield `${OPEN}<urlset ${NAMESPACE}>\n`;
  for (const page of pages) {
    const day = changed.get(page)?.slice(0, 10);
    // The address of a folder's first page is that of the folder.
    const address = escapeText(webAddress(site, page.replace(/\/index\.html$/, '/')) as string);
    yield '  ' +
      `<url><loc>${address}</loc>${day === undefined ? '' : `<lastmod>${day}</lastmod>`}</url>\n`;
  }
  yield '</urlset>\n';
}

/**
 * The pages in code-point order, folder by folder; copies of previous versions, which name the
 * present one as canonical, are not listed.
 */
function* pagesBelow(folder: string, address: string): Generator<string> {
  const entries = readdirSync(join(folder, address), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const own = address + entry.name;
    if (entry.isDirectory()) {
      if (!(address === '/' && /^v\d/.test(entry.name))) yield* pagesBelow(folder, `${own}/`);
    } else if (entry.name.endsWith('.html') && !isMissingPage(own)) yield own;
  }
}

/**
 * The copy of the site for a release.
 *
 * Takes a finished site and the release's facts. Returns the same files in the release's folder;
 * each page states its version and links to the current one. It contains nothing that a later
 * release changes: links out of it are addresses without a version, and /versions.html. The
 * relations are those of RFC 5829.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../core/files/files-below.ts';
import { makeFolder } from '../../core/files/make-folder.ts';
import { hasScheme } from '../../core/text.ts';
import { relativeAddress } from '../addresses/relative.ts';
import { isOfVersions } from '../history/page.ts';
import type { ReleaseFacts, StoredRelease } from '../history/store.ts';
import type { RenderFragment } from './fragments.ts';
import { insertBefore } from './html.ts';

export function copyAsRelease(
  site: string,
  target: string,
  facts: ReleaseFacts,
  predecessor: StoredRelease | undefined,
  fragment: RenderFragment,
): void {
  for (const path of filesBelow(site)) {
    if (isOfVersions(path)) continue;
    const to = join(target, path);
    makeFolder(dirname(to));
    if (!path.endsWith('.html')) copyFileSync(join(site, path), to);
    else
      writeFileSync(
        to,
        fixedPage(readFileSync(join(site, path), 'utf8'), path, facts, predecessor, fragment),
      );
  }
}

function fixedPage(
  html: string,
  path: string,
  facts: ReleaseFacts,
  predecessor: StoredRelease | undefined,
  fragment: RenderFragment,
): string {
  const current = `/${path}`;
  const here = `/v${facts.number}/${path}`;
  const before = predecessor?.files.has(path) ? `/v${predecessor.number}/${path}` : null;
  const values = { here, current, before, ...facts };
  const outward = leadingOut(html, path.split('/').length - 1);
  const { text, canonical } = withCanonical(outward, current, here);
  const link = canonical ? '' : `<link rel="canonical" href="${relativeAddress(current, here)}">\n`;
  const head = insertBefore(text, '</head>', `${link}${fragment('version-links.njk', values)}\n`);
  return insertBefore(head, '<header class="masthead"', `${fragment('version.njk', values)}\n`);
}

/**
 * Links to the versions leave the copy, one step further up. `depth`: folders between the page and
 * the top.
 */
function leadingOut(html: string, depth: number): string {
  const up = '../'.repeat(depth);
  const links = new RegExp(
    `(\\s(?:href|src)=")${up.replaceAll('.', '\\.')}(?=versions\\.html|versions/|` +
      `versions\\.json|v\\d[\\d.]*/)`,
    'g',
  );
  return html.replace(links, `$1../${up}`);
}

/**
 * A canonical address within the site stays that of the current version, not of the page in the
 * copy.
 */
function withCanonical(
  html: string,
  current: string,
  here: string,
): { text: string; canonical: boolean } {
  let canonical = false;
  const text = html.replace(/<link rel="canonical" href="([^"]*)"/, (all, href: string) => {
    canonical = true;
    if (hasScheme(href)) return all;
    const address = new URL(href, `https://site.invalid${current}`).pathname;
    return `<link rel="canonical" href="${relativeAddress(decodeURI(address), here)}"`;
  });
  return { text, canonical };
}

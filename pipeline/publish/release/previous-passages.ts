/**
 * Keeps the addresses of removed passages on the pages of their documents.
 *
 * Takes the built site and the redirects of passages. Returns the pages. If a passage is now part
 * of another on the same page, an empty element with its identifier is inserted there, so that
 * `#p3` leads to its words without a script; the others are listed at the end, each under its
 * identifier.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../core/files/atomic-files.ts';
import type { Finding } from '../../core/finding.ts';
import { type Past, type PreviousPassage, previousPassages } from '../history/moved.ts';
import { shortAddress } from '../history/redirects.ts';
import type { Site } from '../site/site.ts';
import type { RenderFragment } from './fragments.ts';
import { insertBefore, pageIds, type SecondId, withSecondIds } from './html.ts';

/** Addresses of the pages to change: there are few redirects, but possibly many documents. */
function pagesWithRedirects({ redirects }: Past): ReadonlySet<string> {
  return new Set(
    redirects.all.filter(({ from }) => from.anchor !== null).map(({ from }) => `/${from.page}`),
  );
}

/** Returns a finding for each redirect of a passage that still exists. */
export function previousPassageLists(
  site: Site,
  folder: string,
  past: Past,
  fragment: RenderFragment,
): Finding[] {
  const findings: Finding[] = [];
  const pages = pagesWithRedirects(past);
  for (const { id, address } of site.documents) {
    const page = address.slice(1);
    if (!pages.has(address)) continue;
    const path = join(folder, page);
    const html = readFileSync(path, 'utf8');
    const ids = pageIds(html);
    const seconds: SecondId[] = [];
    const listed: PreviousPassage[] = [];
    for (const previous of previousPassages(page, id, past)) {
      const [target, anchor] = (previous.target ?? '').split('#');
      if (ids.has(previous.anchor)) {
        const message =
          `${shortAddress({ page, anchor: previous.anchor })} is still there, so that the ` +
          `line has no effect; remove it`;
        const line = past.redirects.of(page, previous.anchor)?.line ?? 1;
        findings.push({
          path: past.redirects.path,
          line,
          column: 1,
          severity: 'warning',
          rule: 'release/redirect',
          message,
        });
      } else if (target === address && anchor !== undefined && ids.has(anchor)) {
        seconds.push({ first: anchor, second: previous.anchor });
      } else {
        listed.push(previous);
      }
    }
    let changed = withSecondIds(html, ids, seconds);
    if (listed.length > 0)
      changed = insertBefore(
        changed,
        '</main>',
        `${fragment('previous.njk', { here: address, listed })}\n`,
      );
    // The page may be shared with the previous site: it is replaced by another file.
    if (changed !== html) writeWhole(path, changed);
  }
  return findings;
}

/** Findings about lines of redirects.txt. */
import type { Finding } from '../../core/finding.ts';
import { shortAddress } from '../history/redirects.ts';
import type { Site } from '../site/site.ts';
import { anchorsOn, sitePages } from './pages.ts';
import type { PublishedAddresses } from './published-addresses.ts';

/** Redirects that lead nowhere, and those that have no effect. */
export function redirectFindings(
  site: Site,
  folder: string,
  { redirects }: PublishedAddresses,
): Finding[] {
  const pages = new Set(sitePages(site).map(({ address }) => address));
  // Many lines may lead to one page.
  const anchors = new Map<string, ReadonlySet<string> | undefined>();
  const anchorsThere = (page: string): ReadonlySet<string> | undefined => {
    if (!anchors.has(page)) anchors.set(page, anchorsOn(folder, page));
    return anchors.get(page);
  };
  const redirectFinding = (
    line: number,
    severity: 'error' | 'warning',
    message: string,
  ): Finding => {
    return { path: redirects.path, line, column: 1, severity, rule: 'release/redirect', message };
  };
  return redirects.all.flatMap((redirect): Finding[] => {
    const { from, outcome, line } = redirect;
    const old = shortAddress(from);
    if (from.anchor === null && pages.has(from.page)) {
      return [
        redirectFinding(
          line,
          'warning',
          `${old} is still there, so that the line has no effect; remove it`,
        ),
      ];
    }
    if (
      from.anchor !== null &&
      !pages.has(from.page) &&
      redirects.of(from.page, null) === undefined
    ) {
      return [
        redirectFinding(
          line,
          'error',
          `there is no page ${from.page} on which ${old} could stay; redirect the page as a whole`,
        ),
      ];
    }
    if (outcome.kind !== 'to') return [];
    const end = redirects.end(redirect);
    if (end.kind !== 'to') return [];
    const { target } = end;
    const there = anchorsThere(target.page);
    if (there === undefined || (target.anchor !== null && !there.has(target.anchor))) {
      return [
        redirectFinding(
          line,
          'error',
          `${old} leads to ${shortAddress(target)}, which does not exist; name an existing address`,
        ),
      ];
    }
    return [];
  });
}

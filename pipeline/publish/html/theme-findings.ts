/**
 * Findings about an edition's own stylesheet that failed on pages.
 *
 * Takes the site and the theme. Returns findings with the place in the stylesheet; the pages have
 * the program's own HTML.
 */
import { type Finding, shownPath } from '../../core/finding.ts';
import type { Theme, ThemeError } from '../../model/theme.ts';
import type { Site } from '../site/site.ts';

/** `header`: path of edition.xml. */
export function themeFindings(site: Site, theme: Theme, header: string): Finding[] {
  const path = theme.html?.path;
  if (path === undefined) return [];
  const about = (source: string, { message, line }: ThemeError): Finding => ({
    path: shownPath(path),
    ...(line !== null && { line, column: 1 }),
    severity: 'error',
    rule: 'theme/xslt',
    message:
      `the stylesheet fails on ${shownPath(source)}: ${message}; the page has the program’s ` +
      'own HTML until this is corrected',
  });
  const ofPages = site.documents.flatMap(({ path: source, page: { themeError } }) =>
    themeError ? [about(source, themeError)] : [],
  );
  return [...ofPages, ...(site.proseError ? [about(header, site.proseError)] : [])];
}

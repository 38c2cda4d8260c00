/** Findings of a build about single documents of a site. */
import { type Finding, shownPath } from '../core/finding.ts';
import type { Site } from './site/site.ts';

/** Files that a browser would run, and are published as text. */
export function publishedAsText(site: Site): Finding[] {
  return site.documents.flatMap(({ path, active, teiAddress }): Finding[] => {
    if (!active) return [];
    const { what, line, column } = active;
    const message =
      `a browser that opens this file would run ${what}, so the site has it ` +
      `as ${teiAddress.slice(1)}, a plain text; remove ${what} to publish it as XML`;
    return [
      {
        path: shownPath(path),
        line,
        column,
        severity: 'warning',
        rule: 'publish/active-content',
        message,
      },
    ];
  });
}

/**
 * Elements that the stylesheets do not support are on the page, marked; they are reported to the
 * editor.
 */
export function unforeseen(site: Site): Finding[] {
  return site.documents.flatMap(({ path, page }) =>
    page.unforeseen.map(({ element, count, passage }): Finding => {
      const at = passage === '' ? '' : `, first in ${passage}`;
      const times = count === 1 ? 'once' : `${count} times`;
      return {
        path: shownPath(path),
        severity: 'warning',
        rule: 'transform/unforeseen',
        message:
          `no stylesheet supports <${element}>, which is here ${times}${at}; its words are ` +
          `shown, marked with its name`,
      };
    }),
  );
}

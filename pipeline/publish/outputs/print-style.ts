/**
 * The running heads and the page numbers of a printed document, as margin boxes of the page (CSS
 * Paged Media 3). Their words are the document's, so each has a small style sheet of its own.
 */

import type { SiteFile } from '../../core/files/output-folder.ts';
import { foldedWords, shortened } from '../../core/text.ts';

export function printStyleAddress(address: string): string {
  return address.replace(/\.html$/, '.print.css');
}

/** `address`: of the document's page. `edition`: the title of the whole. */
export function printStyle(address: string, title: string, edition: string): SiteFile {
  const box = (name: string, content: string): string =>
    `@${name}{content:${content};font:8.5pt serif;color:#444}`;
  return {
    address: printStyleAddress(address),
    content: `@page{${box('top-left', quoted(shortened(foldedWords(title), LONGEST)))}${box(
      'top-right',
      quoted(shortened(foldedWords(edition), LONGEST)),
    )}${box('bottom-center', 'counter(page)')}}\n`,
  };
}

/** How many letters fit into half a line. */
const LONGEST = 60;

/** A string of CSS (CSS Syntax 3): no title can end it. */
function quoted(text: string): string {
  const safe = text.replace(
    /["\\<>\p{Cc}]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${safe}"`;
}

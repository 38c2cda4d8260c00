/**
 * The style sheet that puts the notes of one document beside their lines.
 *
 * CSS ties a note to its reference by names (CSS Anchor Positioning 1), and each note needs names
 * of its own. Few browsers can take a name from an attribute, and the site's policy forbids inline
 * styles; so each document with notes has a style sheet with two rules a note. The common rules are
 * in site/styles/document/62-notes.css.
 */

import type { SiteFile } from '../../core/files/output-folder.ts';
import type { DocumentHtml } from '../../transform/model.ts';

/** Space between two notes that would touch. */
const GAP = '0.9rem';

/**
 * The style sheet's address; undefined if the notes have no room beside the text, or there are
 * none. `address`: of the document's page.
 */
export function notesStyleAddress(
  { notesFit, notes }: Pick<DocumentHtml, 'notesFit' | 'notes'>,
  address: string,
): string | undefined {
  return notesFit && countNotes(notes) > 0 ? address.replace(/\.html$/, '.notes.css') : undefined;
}

/** The style sheet of a document, if it has one. */
export function notesStyle(html: DocumentHtml, page: string): SiteFile[] {
  const address = notesStyleAddress(html, page);
  return address === undefined ? [] : [{ address, content: rules(countNotes(html.notes)) }];
}

/** Notes are numbered from 1 in page order (xslt/html/text/notes.xsl). */
function countNotes(html: string): number {
  return html.match(/<li [^>]*\bdata-note="/g)?.length ?? 0;
}

function rules(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const n = i + 1;
    const note = `.beside .note[data-note="${n}"]`;
    const below = n === 1 ? '' : `,anchor(--n${n - 1} bottom,0px) + ${GAP}`;
    return (
      `.note-ref[data-note="${n}"]{anchor-name:--r${n}}\n` +
      `${note}{anchor-name:--n${n};top:max(anchor(--r${n} top,0px)${below})}\n`
    );
  }).join('');
}

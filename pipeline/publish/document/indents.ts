/**
 * A page without the indentation of its TEI file, which is up to a fifth of it.
 *
 * Takes the parts of a page. Returns the same with each sequence of white space as one character,
 * as a browser shows it; a part with an element that preserves white space
 * (xslt/html/text/rendition.xsl) is unchanged.
 */
import type { DocumentHtml } from '../../transform/model.ts';

const AS_WRITTEN = 'as-it-stands';

export function withoutIndents(html: DocumentHtml): DocumentHtml {
  const { heading, text, notes, apparatus } = html;
  return {
    ...html,
    heading: folded(heading),
    text: folded(text),
    notes: folded(notes),
    apparatus: folded(apparatus),
  };
}

function folded(html: string): string {
  if (html.includes(AS_WRITTEN)) return html;
  return html.replace(/[ \t\r\n]{2,}/g, (run) => (run.includes('\n') ? '\n' : ' '));
}

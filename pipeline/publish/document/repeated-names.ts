/**
 * Repeated names: in one paragraph all mentions of an entry except the first have the class
 * `again`, so that the page can mark only the first.
 */
import { pattern } from '../../core/text.ts';
import type { DocumentHtml } from '../../transform/model.ts';

const MARKED = ['person', 'place', 'org', 'term'];

/** A block begins or ends, or a name begins: the only parts of a page that matter here. */
const TAG = pattern('g')`
    <(\/?(?:p|li|h[1-6]|td|th|dd|dt|div|section|blockquote|caption|figcaption)\b[^>]*|
    a class="([^"]*)" href="([^"]*)"[^>]*)>
  `;

export function withRepeatedNames(html: DocumentHtml): DocumentHtml {
  return { ...html, text: marked(html.text), notes: marked(html.notes) };
}

function marked(html: string): string {
  let seen = new Set<string>();
  return html.replace(TAG, (tag, _inner, classes?: string, address?: string) => {
    if (classes === undefined || address === undefined) {
      seen = new Set();
      return tag;
    }
    if (!classes.split(' ').some((name) => MARKED.includes(name))) return tag;
    if (!seen.has(address)) {
      seen.add(address);
      return tag;
    }
    return tag.replace(`class="${classes}"`, `class="${classes} again"`);
  });
}

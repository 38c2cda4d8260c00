/**
 * Removes repeated `id`s from a page: a link leads to the first, as in the TEI.
 *
 * Takes the parts of a page. Returns the same, without the identifiers that occurred before. (The
 * check reports an `xml:id` that is given twice.)
 */
import type { DocumentHtml } from '../../transform/model.ts';
import { START_TAG } from './numbered.ts';

const ID = /\sid="([^"]*)"/;

export function withIdentifiersOnce(html: DocumentHtml): DocumentHtml {
  const { heading, text, notes, apparatus, witnesses, record } = html;
  const all = [
    ...[heading, record, text, notes, apparatus, witnesses].join('').matchAll(/\sid="[^"]*"/g),
  ];
  if (new Set(all.map(([id]) => id)).size === all.length) return html;
  const taken = new Set<string>();
  const once = (part: string): string =>
    part.replaceAll(START_TAG, (tag) => {
      const id = ID.exec(tag)?.[1];
      if (id === undefined) return tag;
      if (taken.has(id)) return tag.replace(ID, '');
      taken.add(id);
      return tag;
    });
  // In the order of the page.
  return {
    ...html,
    heading: once(heading),
    record: once(record),
    text: once(text),
    notes: once(notes),
    apparatus: once(apparatus),
    witnesses: once(witnesses),
  };
}

/**
 * The typed links of the home page's head.
 *
 * Takes the edition's metadata. Returns its links; for a large edition without those to each
 * document, which the set of links has (FAIR Signposting, level 2), so that the page stays small.
 */
import type { EditionMetadata } from '../../formats/document.ts';
import type { TypedLink } from '../../formats/web/signposting.ts';

/** The most documents that the head links to. */
const MOST_ITEMS = 100;

export function headLinks({ links }: Pick<EditionMetadata, 'links'>): readonly TypedLink[] {
  const items = links.filter(({ rel }) => rel === 'item');
  return items.length > MOST_ITEMS ? links.filter(({ rel }) => rel !== 'item') : links;
}

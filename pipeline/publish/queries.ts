/**
 * What layouts ask of the site as a whole, by the name of the question.
 *
 * In: the site and plain arguments. Out: an answer, which is written down with the question
 * (reads.ts).
 */

import { interfaces } from './outputs/interfaces.ts';
import { EACH, RUNS } from './pages/page-templates.ts';
import type { Query } from './reads.ts';
import type { Site } from './site/site.ts';

export const QUERIES = {
  document: (site: Site, id: string) => site.document(id),
  entry: (site: Site, id: string | null) => (id === null ? undefined : site.entry(id)),
  folder: (site: Site, kind: string) => site.indexes.find((index) => index.kind === kind)?.folder,
  neighbour: (site: Site, id: string, step: number) => site.neighbour(id, step),
  documentTitle: (site: Site, id: string) => site.documentTitle(id),
  entryTitle: (site: Site, id: string) => site.entryTitle(id),
  interfaces,
  /** The way to a document through the contents. */
  steps: (site: Site, id: string) => [
    { address: '/documents/index.html', text: site.interface.say('documents') },
    ...site.wayTo(id).map(({ document, heading }) => ({
      address: document?.address ?? null,
      text: document?.title ?? heading,
    })),
  ],
  /** The chapters around a document and beside them. */
  outline: (site: Site, id: string) => site.outline(id),
  /** What a page is about. */
  item: (site: Site, template: string, address: string) =>
    itemsByAddress(site, template).get(address),
  run: (site: Site, template: string) => RUNS[template]?.(site),
} as const satisfies Readonly<Record<string, Query>>;

const items = new WeakMap<Site, Map<string, ReadonlyMap<string, object>>>();

function itemsByAddress(site: Site, template: string): ReadonlyMap<string, object> {
  const known = items.get(site) ?? new Map<string, ReadonlyMap<string, object>>();
  items.set(site, known);
  const each = EACH[template] as {
    items(site: Site): readonly object[];
    address(item: object): string;
  };
  const found =
    known.get(template) ?? new Map(each.items(site).map((item) => [each.address(item), item]));
  known.set(template, found);
  return found;
}

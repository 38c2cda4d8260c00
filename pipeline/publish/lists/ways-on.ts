/**
 * The previous and next documents of a document: in time, and in the same correspondence, in either
 * direction. The order of the edition is `Site.neighbour`.
 */
import { addToList } from '../../core/multimap.ts';
import { compareDates } from '../../model/date-order.ts';
import type { ResolvedNamed } from '../pointers/resolve.ts';
import type { SiteDocument } from '../site/site-model.ts';

interface Neighbours {
  readonly before: SiteDocument | null;
  readonly after: SiteDocument | null;
}

/** By the document's identifier; a document that has neither is missing. */
export interface WaysOn {
  readonly byDate: ReadonlyMap<string, Neighbours>;
  readonly inCorrespondence: ReadonlyMap<string, Neighbours>;
}

export function waysOn(documents: readonly SiteDocument[]): WaysOn {
  const dated = inTime(documents.filter(({ header }) => header.date?.earliest));
  const letters = new Map<string, SiteDocument[]>();
  for (const document of inTime(documents)) {
    const key = correspondents(document);
    if (key !== null) addToList(letters, key, document);
  }
  return {
    byDate: neighbours([dated]),
    inCorrespondence: neighbours([...letters.values()]),
  };
}

/** At one moment, and without a date, in the order of the edition. */
function inTime(documents: readonly SiteDocument[]): SiteDocument[] {
  const at = ({ header }: SiteDocument): string => header.date?.earliest ?? '';
  return [...documents].sort((one, other) => {
    const [first, second] = [at(one), at(other)];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return compareDates(first, second);
  });
}

/** The two sides of a letter, in either direction; null if one is unknown. */
function correspondents({ header: { sent, received } }: SiteDocument): string | null {
  if (sent.length === 0 || received.length === 0) return null;
  const side = (named: readonly ResolvedNamed[]): string =>
    JSON.stringify(named.map(({ entry, text }) => entry ?? `“${text}”`).sort());
  return [side(sent), side(received)].sort().join(' ');
}

function neighbours(runs: readonly (readonly SiteDocument[])[]): Map<string, Neighbours> {
  const all = new Map<string, Neighbours>();
  for (const run of runs) {
    for (const [at, { id }] of run.entries())
      if (run.length > 1) all.set(id, { before: run[at - 1] ?? null, after: run[at + 1] ?? null });
  }
  return all;
}

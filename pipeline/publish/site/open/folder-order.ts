/**
 * The order of documents in a folder that is no edition: nothing there states one.
 *
 * By number where all are numbered; by date where at least half are dated, the others last; else as
 * their files are called.
 */
import { compareDates } from '../../../model/date-order.ts';
import type { HeaderData } from '../../../transform/model.ts';

interface Ordered {
  readonly summary: { readonly header: Pick<HeaderData, 'n' | 'date'> };
}

const numeric = new Intl.Collator('en', { numeric: true });

/** `documents`: as their files are called. */
export function inFolderOrder<Document extends Ordered>(
  documents: readonly Document[],
): Document[] {
  const numberOf = ({ summary: { header } }: Document): string => header.n ?? '';
  const dateOf = ({ summary: { header } }: Document): string =>
    /^-?\d{4}/.test(header.date?.earliest ?? '') ? (header.date?.earliest ?? '') : '';
  const all = [...documents];
  if (all.every((one) => numberOf(one) !== ''))
    return all.sort((one, other) => numeric.compare(numberOf(one), numberOf(other)));
  const dated = all.filter((one) => dateOf(one) !== '');
  if (dated.length * 2 < all.length) return all;
  dated.sort((one, other) => compareDates(dateOf(one), dateOf(other)));
  return [...dated, ...all.filter((one) => dateOf(one) === '')];
}

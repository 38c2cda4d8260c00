/**
 * The order of documents in a folder without an edition, which states none.
 *
 * By number if all are numbered; by date if at least half are dated, the others last; else by file
 * name.
 */
import { compareDates } from '../../../model/date-order.ts';
import type { HeaderData } from '../../../transform/model.ts';

interface Ordered {
  readonly summary: { readonly header: Pick<HeaderData, 'n' | 'date'> };
}

/** d2 before d10. */
export const numeric = new Intl.Collator('en', { numeric: true });

/** `documents`: in the order of their file names. */
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

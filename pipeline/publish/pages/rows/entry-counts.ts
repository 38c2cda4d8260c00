/** The number of documents in each relation to an entry. */
import type { SiteEntry } from '../../site/site-model.ts';

/** In the order of the columns. */
export const COUNTS = ['sent', 'received', 'written', 'text', 'notes', 'matter'] as const;

/**
 * `sent`, `received`, `written`: documents that it wrote or received, or that were written at this
 * place or on this day. The rest are mentions: in texts, in notes, in front and back matter of
 * volumes.
 */
export type EntryCounts = Readonly<Record<(typeof COUNTS)[number], number>>;

export function entryCounts({ sent, received, written, mentions }: SiteEntry): EntryCounts {
  const counts = { text: 0, notes: 0, matter: 0 };
  for (const { region, count } of mentions) counts[region] += count;
  return {
    sent: sent.length,
    received: received.length,
    written: written.length,
    ...counts,
  };
}

/** The description of a page for users of search engines: no two are the same. */
import type { IndexKind } from '../../../model/kinds.ts';
import type { Interface } from '../../interface/strings.ts';
import { factsLine } from '../../interface/wording.ts';
import type { DocumentInput } from '../kinds/document.ts';
import { COUNTS, type EntryCounts } from '../rows/entry-counts.ts';

/** "wrote 3, in texts 12". */
export function countsInWords(counts: EntryCounts, kind: IndexKind, words: Interface): string {
  return COUNTS.filter((column) => counts[column] > 0)
    .map((column) => {
      const key = column === 'written' && kind === 'date' ? 'written.on' : column;
      return `${words.say(`count.${key}`)} ${counts[column]}`;
    })
    .join(', ');
}

/** Number and title, the subject, date, place and correspondents, and the pages of the print. */
export function documentDescription(
  { document: { header }, pageTitle }: Pick<DocumentInput, 'document' | 'pageTitle'>,
  words: Interface,
): string {
  const { subject, pages } = header;
  const facts = factsLine(header);
  return [
    pageTitle,
    subject === null || pageTitle.includes(subject) ? '' : subject,
    facts,
    pages === null ? '' : `${words.say('list.page.short')} ${pages}`,
  ]
    .filter((part) => part !== '')
    .join('. ');
}

/**
 * The `<title>` of a document's or an entry's page: in a list of open tabs, of bookmarks or of a
 * search engine's results each page of a site has a title of its own.
 */

import { foldedWords } from '../../core/text.ts';
import type { Interface } from '../interface/strings.ts';
import { lifeDates } from '../interface/wording.ts';
import type { SiteDocument, SiteEntry } from '../site/site-model.ts';

/**
 * By identifier of a document: number, title and date; with the identifier if others have the same.
 */
export function documentTitles(documents: readonly SiteDocument[]): ReadonlyMap<string, string> {
  return distinctTitles(documents, ({ title, header }) => {
    const numbered = header.n ? `${header.n}. ${title}` : title;
    const date = header.date?.text;
    return date && !title.includes(date) ? `${numbered}, ${date}` : numbered;
  });
}

/**
 * By identifier of an entry: name and years of life; with the identifier if others have the same.
 */
export function entryTitles(
  entries: readonly SiteEntry[],
  words: Interface,
): ReadonlyMap<string, string> {
  return distinctTitles(entries, (entry) =>
    [entry.name, lifeDates(entry, words)].filter((part) => part !== '').join(' '),
  );
}

function distinctTitles<Item extends { readonly id: string }>(
  items: readonly Item[],
  titleOf: (item: Item) => string,
): ReadonlyMap<string, string> {
  const titles = items.map((item) => ({
    id: item.id,
    title: foldedWords(titleOf(item)),
  }));
  const uses = new Map<string, number>();
  for (const { title } of titles)
    uses.set(title.toLowerCase(), (uses.get(title.toLowerCase()) ?? 0) + 1);
  return new Map(
    titles.map(({ id, title }) => [
      id,
      (uses.get(title.toLowerCase()) ?? 0) > 1 ? `${title} (${id})` : title,
    ]),
  );
}

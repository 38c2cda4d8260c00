/** Documents, entries and chapters in the lists of pages. */

import type { IndexKind } from '../../../model/kinds.ts';
import type { HeaderData, LifeDate, NamedInHeader } from '../../../transform/model.ts';
import type { Site } from '../../site/site.ts';
import type { SiteDocument, SiteEntry } from '../../site/site-model.ts';

/** A link to a document. */
export interface DocumentLink {
  readonly address: string;
  readonly title: string;
  readonly header: { readonly n: string | null };
}

export function documentLink({ address, title, header: { n } }: SiteDocument): DocumentLink {
  return { address, title, header: { n } };
}

/** A document in a list, with its date and correspondents. */
export interface ListedDocument {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly header: Pick<HeaderData, 'n' | 'date' | 'authors' | 'sent' | 'received' | 'language'>;
}

export function listedDocument({ id, address, title, header }: SiteDocument): ListedDocument {
  const { n, date, authors, sent, received, language } = header;
  return { id, address, title, header: { n, date, authors, sent, received, language } };
}

/** Words that link to the page of an entry, if there is one. */
export interface LinkedWords {
  readonly text: string;
  readonly address: string | null;
}

export function linkedWords(site: Site, runs: readonly NamedInHeader[]): LinkedWords[] {
  return runs.map(({ text, entry }) => ({
    text,
    address: entry === null ? null : (site.entry(entry)?.address ?? null),
  }));
}

/** An entry in a list: its name, its life and its description. */
export interface ListedEntry {
  readonly kind: IndexKind;
  readonly address: string;
  readonly name: string;
  readonly sortName: string;
  readonly birth: LifeDate | null;
  readonly death: LifeDate | null;
  /** Its first office, or its first description; else its location. */
  readonly what: readonly LinkedWords[];
  readonly mentionCount: number;
}

export function listedEntry(site: Site, entry: SiteEntry): ListedEntry {
  const { kind, address, name, sortName, birth, death, offices, descriptions, within } = entry;
  const what = (offices[0] ?? descriptions[0])?.runs ?? within;
  return {
    kind,
    address,
    name,
    sortName,
    birth,
    death,
    what: linkedWords(site, what),
    mentionCount: entry.mentionCount,
  };
}

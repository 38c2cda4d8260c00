/** All kinds of pages, by the name of their template in site/. */
import { chronologyPages } from './chronology-page.ts';
import { comparePage } from './compare.ts';
import type { PageContext } from './context.ts';
import { documentPages } from './document.ts';
import { documentsPages, downloadsPages, witnessesPages } from './document-lists.ts';
import {
  aboutPage,
  citePage,
  helpPage,
  indexesPage,
  interfacesPage,
  keyPage,
  missingPage,
  prosePages,
  searchPage,
} from './edition.ts';
import { encodingPage } from './encoding.ts';
import { entryListPages } from './entry.ts';
import { homePage } from './home.ts';
import { indexListPages } from './index-lists.ts';
import { markPages } from './marks.ts';
import { Page, type PageKind } from './page.ts';
import { mapPages, networkPages } from './pictures.ts';
import { sourcePages } from './source.ts';
import { changesPages, movedPagesKind, versionsPages } from './versions.ts';
import { wordPages } from './words.ts';

// biome-ignore lint/suspicious/noExplicitAny: a table of kinds holds kinds with any items.
type AnyKind = PageKind<any, object>;

export const PAGE_KINDS: Readonly<Record<string, AnyKind>> = {
  document: documentPages,
  source: sourcePages,
  index: homePage,
  documents: documentsPages,
  downloads: downloadsPages,
  witnesses: witnessesPages,
  entries: indexListPages,
  entry: entryListPages,
  indexes: indexesPage,
  chronology: chronologyPages,
  map: mapPages,
  network: networkPages,
  compare: comparePage,
  marks: markPages,
  words: wordPages,
  search: searchPage,
  about: aboutPage,
  help: helpPage,
  encoding: encodingPage,
  prose: prosePages,
  cite: citePage,
  key: keyPage,
  interfaces: interfacesPage,
  versions: versionsPages,
  changes: changesPages,
  moved: movedPagesKind,
  missing: missingPage,
};

/** Every page of the site, kind by kind. */
export function* allPages(context: PageContext): Generator<Page> {
  for (const [template, kind] of Object.entries(PAGE_KINDS)) {
    for (const item of kind.items(context) as readonly unknown[])
      yield new Page(template, kind.address(item), () => kind.input(context, item));
  }
}

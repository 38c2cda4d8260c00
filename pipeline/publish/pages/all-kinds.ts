/** All kinds of pages, by the name of their template in site/. */

import { comparePage } from './kinds/compare.ts';
import { documentPages } from './kinds/document.ts';
import { documentsPages, downloadsPages, witnessesPages } from './kinds/document-lists.ts';
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
} from './kinds/edition.ts';
import { encodingPage } from './kinds/encoding.ts';
import { homePage } from './kinds/home.ts';
import { chronologyPages } from './kinds/indexes/chronology.ts';
import { entryListPages } from './kinds/indexes/entry.ts';
import { indexListPages } from './kinds/indexes/index-lists.ts';
import { markPages } from './kinds/indexes/marks.ts';
import { wordPages } from './kinds/indexes/words.ts';
import { pairPages } from './kinds/pair.ts';
import { mapPages, networkPages } from './kinds/pictures.ts';
import { sourcePages } from './kinds/source.ts';
import { variantPagesKind } from './kinds/variants.ts';
import { changesPagesKind, movedPagesKind, versionsPagesKind } from './kinds/versions.ts';
import type { PageContext } from './model/context.ts';
import { Page, type PageKind } from './model/page.ts';

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
  pair: pairPages,
  variants: variantPagesKind,
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
  versions: versionsPagesKind,
  changes: changesPagesKind,
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

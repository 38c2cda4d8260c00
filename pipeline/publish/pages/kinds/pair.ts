/**
 * Two documents with corresponding passages, a text and its translation for example: row by row, so
 * that they can be read without scripts.
 */
import { alignPassages } from '../../../../site/assets/align-passages.js';
import { correspondingPairs, type DocumentPair } from '../../compare/corresponding.ts';
import { indexedPassages } from '../../search/indexed-document.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import type { PageContext } from '../model/context.ts';
import type { PageKind } from '../model/page.ts';

interface PairSide {
  readonly title: string;
  readonly address: string;
  /** Tag of the language; null if it is not stated. */
  readonly language: string | null;
}

interface PairPassage {
  readonly id: string;
  readonly text: string;
}

interface PairInput {
  readonly sides: readonly PairSide[];
  /** Passages on the left and on the right; null where there is none. */
  readonly rows: readonly (readonly (PairPassage | null)[])[];
  /** The same two texts with scripts: as written, with the words that differ. */
  readonly query: string;
}

export const pairPages: PageKind<DocumentPair, PairInput> = {
  items: ({ site, cache }) => correspondingPairs(site.documents, cache),
  address: ({ address }) => address,
  input: (context, { left, right, passages }) => ({
    sides: [left, right].map(({ title, address, header }) => ({
      title,
      address,
      language: header.language || null,
    })),
    rows: alignPassages(
      passagesOf(context, left),
      passagesOf(context, right),
      passages.map(([one, other]): [string, string] => [one, other]),
    ),
    query: `left=${encodeURIComponent(left.address.slice(1))}&right=${encodeURIComponent(right.address.slice(1))}`,
  }),
};

function passagesOf({ cache }: PageContext, { title, html }: SiteDocument): PairPassage[] {
  return indexedPassages({ title, html }, cache).map(({ id, text }) => ({ id, text }));
}

/**
 * The witnesses of a document, passage by passage one after the other, so that they can be compared
 * without scripts; the page of two texts side by side shows the same in columns.
 */
import { type WitnessRow, witnessRows } from '../../compare/witness-rows.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import type { PageKind } from '../model/page.ts';
import { type DocumentLink, documentLink } from '../rows/listed.ts';

interface VariantsInput {
  readonly document: DocumentLink;
  readonly language: string | null;
  readonly sigla: readonly string[];
  readonly rows: readonly WitnessRow[];
  /** Two of the texts in columns. */
  readonly query: string;
}

/** The documents that have such a page: with a text other than the edited one. */
export function witnessedDocuments(documents: readonly SiteDocument[]): readonly SiteDocument[] {
  return documents.filter(
    ({ witnesses, html }) => witnesses.length > 1 && html.read().readable.length > 0,
  );
}

export function variantsAddress({ address }: Pick<SiteDocument, 'address'>): string {
  return address.replace(/^\/documents\//, '/compare/witnesses/');
}

export const variantPagesKind: PageKind<SiteDocument, VariantsInput> = {
  items: ({ site }) => witnessedDocuments(site.documents),
  address: variantsAddress,
  input: (_context, document) => {
    const { text, readable } = document.html.read();
    const page = encodeURIComponent(document.address.slice(1));
    const others = new Set(readable.map(({ siglum }) => siglum));
    // Witnesses that have the edited text; none if the base is not a witness itself.
    const same = document.witnesses.flatMap(({ siglum }) =>
      siglum && !others.has(siglum) ? [siglum] : [],
    );
    const edited = { n: 0, siglum: same.join(' · ') };
    const [first, second] = readable;
    const [left, right] = second ? [`w${first?.n}`, `w${second.n}`] : ['edited', `w${first?.n}`];
    return {
      document: documentLink(document),
      language: document.header.language || null,
      sigla: [...same, ...others],
      rows: witnessRows(text, [edited, ...readable]),
      query: `left=${page}&left-reading=${left}&right=${page}&right-reading=${right}`,
    };
  },
};

/** The page on the encoding: the ODD, element by element, with examples from the texts. */
import type { ProsePart } from '../../../transform/model.ts';
import type { Example } from '../../encoding/examples.ts';
import type { Odd, OddElement } from '../../encoding/odd.ts';
import { hasEncodingPage } from '../../lists/navigation.ts';
import { scanOf } from '../../philology/scan.ts';
import type { SiteDocument } from '../../site/site-model.ts';
import type { PageContext } from '../model/context.ts';
import type { PageKind } from '../model/page.ts';

interface ElementRow extends OddElement {
  /** How often the documents use it. */
  readonly count: number;
  readonly example: (Pick<Example, 'markup'> & ExampleLink) | null;
}

interface ExampleLink {
  readonly address: string;
  readonly document: string;
}

interface EncodingInput {
  /** The editor's own words on the encoding. */
  readonly own: ProsePart | null;
  readonly sections: Odd['sections'];
  readonly used: readonly ElementRow[];
  /** Names of the elements that the ODD allows and no document uses. */
  readonly unused: readonly string[];
}

const NO_ODD: Odd = { sections: [], elements: [] };

export const encodingPage: PageKind<null, EncodingInput> = {
  items: ({ site }) => (hasEncodingPage(site) ? [null] : []),
  address: () => '/encoding.html',
  input: (context) => {
    const { sections, elements } = context.site.odd ?? NO_ODD;
    const examples = collected(context);
    const rows = elements.map((element): ElementRow => {
      const { count = 0, example = null } = examples.get(element.name) ?? {};
      return { ...element, count, example };
    });
    return {
      own: context.site.part('encoding') ?? null,
      sections,
      used: rows.filter(({ count }) => count > 0),
      unused: rows.filter(({ count }) => count === 0).map(({ name }) => name),
    };
  },
};

function collected({
  site,
  cache,
}: PageContext): Map<string, Pick<ElementRow, 'count' | 'example'>> {
  const all = new Map<string, Pick<ElementRow, 'count' | 'example'>>();
  for (const document of site.documents) {
    const isOnPage = anchorsOnPage(document);
    for (const { element, count, markup, anchor } of scanOf(document, cache).examples) {
      const known = all.get(element);
      const address = (): string =>
        isOnPage(anchor) ? `${document.address}#${anchor}` : document.sourceAddress;
      all.set(element, {
        count: (known?.count ?? 0) + count,
        example: known?.example ?? { markup, address: address(), document: document.title },
      });
    }
  }
  return all;
}

/** Not every identifier of the TEI is on the page. The page is read only on request. */
function anchorsOnPage({ html }: Pick<SiteDocument, 'html'>): (anchor: string) => boolean {
  let page: string | undefined;
  return (anchor) => {
    if (anchor === '') return false;
    if (page === undefined) {
      const { heading, text, notes, apparatus, witnesses, record } = html.read();
      page = [heading, text, notes, apparatus, witnesses, record].join('');
    }
    return page.includes(` id="${anchor}"`);
  };
}

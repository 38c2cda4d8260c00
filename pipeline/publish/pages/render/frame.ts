/**
 * The parts of the site that every page shows: its name, its navigation, its colophon. Layouts have
 * it as `site`.
 *
 * All pages depend on it, so it contains nothing that changes with single documents.
 */
import type { PageOptions } from '../../../edition/site-options.ts';
import type { IndexKind } from '../../../model/kinds.ts';
import type { HeaderData } from '../../../transform/model.ts';
import type { NavigationPart } from '../../lists/navigation.ts';
import { FEED, hasFeed } from '../../outputs/feed.ts';
import { hasOpenSearch, OPENSEARCH } from '../../outputs/opensearch.ts';
import type { TakeAlong } from '../../print/prints.ts';
import type { PageContext } from '../model/context.ts';

type EditionFrame = Pick<
  HeaderData,
  | 'title'
  | 'subtitle'
  | 'edition'
  | 'editors'
  | 'publisher'
  | 'identifier'
  | 'address'
  | 'licence'
  | 'language'
> & { readonly authors: readonly string[] };

type FrameLink = Pick<NavigationPart, 'key' | 'text' | 'address'>;

interface FrameSection extends FrameLink {
  readonly parts: readonly FrameLink[];
}

export interface SiteFrame extends PageOptions {
  readonly edition: EditionFrame;
  readonly interface: { readonly language: string };
  /** The language of what the editor writes, where it is not that of the interface. */
  readonly proseLanguage: string | null;
  readonly navigation: readonly FrameSection[];
  /** The address of the feed; null if there is none. */
  readonly feed: string | null;
  /** The address of the description of the search; null if there is none. */
  readonly openSearch: string | null;
  readonly hasVersions: boolean;
  readonly hasThemeStyles: boolean;
  /** Where readers can report an error: `mailto:…` or an address on the web. */
  readonly report: string | null;
  /** Kinds of entries that have a page. */
  readonly kinds: readonly IndexKind[];
  readonly takeAlong: TakeAlong;
}

export function frameOf({ site, navigation, takeAlong, pageOptions }: PageContext): SiteFrame {
  const { title, subtitle, edition, editors, publisher, identifier, address, licence, language } =
    site.edition;
  return {
    edition: {
      title,
      subtitle,
      edition,
      authors: site.edition.authors.map(({ text }) => text),
      editors,
      publisher,
      identifier,
      address,
      licence,
      language,
    },
    interface: { language: site.interface.language },
    proseLanguage: language === site.interface.language ? null : language,
    navigation: navigation.map((section) => ({ ...link(section), parts: section.parts.map(link) })),
    feed: hasFeed(site) ? FEED : null,
    openSearch: hasOpenSearch(site) ? OPENSEARCH : null,
    hasVersions: site.history.versions.length > 0,
    hasThemeStyles: site.themeStyles !== null,
    report: site.report,
    kinds: site.inUse.map(({ kind }) => kind),
    takeAlong,
    ...pageOptions,
  };
}

function link({ key, text, address }: NavigationPart): FrameLink {
  return { key, text, address };
}

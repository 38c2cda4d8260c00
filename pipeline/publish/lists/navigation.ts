/**
 * The site's sections and the pages under each, as the head of every page and the overviews show
 * them.
 *
 * Takes the contents of the edition. Returns sections in their order. A page names the part it
 * belongs to (`section` in its layout's data) by the part's key.
 */

import type { ProsePart } from '../../transform/model.ts';
import type { Interface } from '../interface/strings.ts';
import { type PhilologicalKind, philologicalAddress } from '../philology/lists.ts';
import type { Site } from '../site/site.ts';
import type { SiteIndex } from '../site/site-model.ts';

export interface NavigationPart {
  /**
   * The key by which a page names its part; for the program's own pages also the key of their
   * strings.
   */
  readonly key: string;
  readonly text: string;
  readonly address: string;
  /** Its content in a sentence, if there is one. */
  readonly about: string | null;
  /** How many entries it has, if it is a list. */
  readonly count: number | null;
}

export interface Section extends NavigationPart {
  readonly parts: readonly NavigationPart[];
}

interface NavigationContents {
  readonly interface: Interface;
  readonly indexes: readonly SiteIndex[];
  readonly prosePages: readonly ProsePart[];
  /** The documents with witnesses in their headers. */
  readonly witnessed: readonly unknown[];
  /** Whether there is a place with coordinates for a map, and a tie for a network. */
  readonly pictures: { readonly map: boolean; readonly network: boolean };
  /** Whether a document has a date, or names one: without any there is no chronology. */
  readonly hasDates: boolean;
  /** The releases. */
  readonly versions: readonly unknown[];
  /** The philological indexes. */
  readonly philological: readonly PhilologicalKind[];
  /** See `hasEncodingPage`. */
  readonly describesEncoding: boolean;
}

export function navigation({
  interface: words,
  indexes,
  prosePages,
  witnessed,
  pictures,
  hasDates,
  versions,
  describesEncoding,
  philological,
}: NavigationContents): Section[] {
  const own = (key: string, address: string, count: number | null = null): NavigationPart => {
    const about = words.strings[`${key}.about`] ?? null;
    return { key, text: words.say(key), address, about, count };
  };
  const prose = prosePages.map(({ type, heading }): NavigationPart => {
    return { key: type, text: heading, address: `/${type}.html`, about: null, count: null };
  });
  return [
    { ...own('documents', '/documents/index.html'), parts: [] },
    {
      ...own('indexes', '/indexes.html'),
      parts: [
        ...indexes.map(({ folder, address, entries }) => own(folder, address, entries.length)),
        ...(hasDates ? [own('chronology', '/chronology.html')] : []),
        ...(pictures.map ? [own('map', '/map.html')] : []),
        ...(pictures.network ? [own('network', '/network.html')] : []),
        own('compare', '/compare.html'),
        ...philological.map((kind) => own(`index.${kind}`, philologicalAddress(kind))),
      ],
    },
    { ...own('search', '/search.html'), parts: [] },
    {
      ...own('about', '/about.html'),
      parts: [
        ...prose,
        ...(witnessed.length > 0 ? [own('witnesses', '/witnesses.html')] : []),
        own('help', '/help.html'),
        own('key', '/key.html'),
        own('cite', '/cite.html'),
        ...(describesEncoding ? [own('encoding', '/encoding.html')] : []),
        own('downloads', '/downloads.html'),
        own('interfaces', '/interfaces.html'),
        ...(versions.length > 0 ? [own('versions', '/versions.html')] : []),
      ],
    },
  ];
}

/** The section that a page belongs to: the one it names, or the one with the part it names. */
export function sectionOf(
  sections: readonly Section[],
  key: string | undefined,
): Section | undefined {
  return sections.find(
    (section) => section.key === key || section.parts.some((part) => part.key === key),
  );
}

/**
 * The attribute that marks the link to the present page, or to the part it belongs to (WAI-ARIA
 * 1.2, aria-current). Empty for the other links.
 */
export function currentMark(address: string, page: string, belongs: boolean): string {
  // Eleventy names the first page of a folder after the folder.
  if (address.replace(/(?<=\/)index\.html$/, '') === page || address === page)
    return ' aria-current="page"';
  return belongs ? ' aria-current="true"' : '';
}

/** Whether the edition describes its encoding, by an ODD or in a division of edition.xml. */
export function hasEncodingPage({ odd, prose }: Pick<Site, 'odd' | 'prose'>): boolean {
  return odd !== null || prose.some(({ type }) => type === 'encoding');
}

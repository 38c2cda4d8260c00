/**
 * The pages of a site in several languages of the interface: those of the edition's own language at
 * the top, those of each further one in a folder of its name (`/de/documents/d1.html`).
 *
 * Only pages are made in each language. All other files (TEI, citations, pictures, the search
 * index) exist once, so pages in a folder link to them one step further up.
 */

import { posix } from 'node:path';
import type { Finding } from '../../core/finding.ts';
import { decodedAddress } from '../../core/text.ts';
import { relativeAddress } from '../addresses/relative.ts';

/** The pages in one language. */
export interface LanguageVersion {
  readonly language: string;
  /** `/de`; empty for the pages at the top. */
  readonly folder: string;
  /** The addresses of its pages, each without the folder. */
  readonly addresses: ReadonlySet<string>;
}

/** A page, or the nearest equivalent, in one of the languages. */
export interface LanguageLink {
  readonly language: string;
  /** The language in its own words: "Deutsch". */
  readonly name: string;
  readonly isCurrent: boolean;
  /** Whether it is the same page. */
  readonly isSame: boolean;
  /** From the top of the site. */
  readonly address: string;
  /** Relative to the page. */
  readonly href: string;
}

/**
 * The further languages of the site. `asked`: by edition.xml; `available`: those of the interface;
 * `main`: that of the pages at the top.
 */
export function furtherLanguages(
  asked: readonly string[],
  available: ReadonlySet<string>,
  main: string,
  path: string,
): { readonly languages: readonly string[]; readonly findings: readonly Finding[] } {
  const missing = asked.filter((tag) => !available.has(tag));
  return {
    languages: asked.filter((tag) => available.has(tag) && tag !== main),
    findings: missing.map((tag) => ({
      path,
      severity: 'warning',
      rule: 'edition/site-option',
      message:
        `the interface has no language “${tag}”, so the site has no pages in it; there are ` +
        `${[...available].sort().join(', ')}, to add one, write theme/strings/${tag}.json in ` +
        'the edition’s folder',
    })),
  };
}

/** The links from a page to its versions; none if there is only one language. */
export function languageLinks(
  versions: readonly LanguageVersion[],
  own: LanguageVersion,
  page: string,
): readonly LanguageLink[] {
  if (versions.length < 2) return [];
  return versions.map((version) => {
    const { language, folder, addresses } = version;
    const isSame = addresses.has(page);
    const address = folder + (isSame ? page : '/index.html');
    return {
      language,
      name: ownLanguageName(language),
      isCurrent: version === own,
      isSame,
      address,
      href: relativeAddress(address, own.folder + page),
    };
  });
}

function ownLanguageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Attributes of pages that contain addresses; `content` of a page that leads to another. */
const ADDRESS =
  /(\s(?:(?:href|src|action|data-viewer)="|content="0; url=))([^"#?:][^":]*?)(?=["#?])/g;

/**
 * A page in a folder of its language, with its links to files that exist once leading out of the
 * folder. `page`: its address without the folder.
 */
export function withSharedFiles(html: string, page: string, own: ReadonlySet<string>): string {
  const depth = page.split('/').length - 2;
  return html.replace(ADDRESS, (all, attribute: string, href: string) => {
    // Links to another language already leave the folder.
    if (href.startsWith('/') || href.split('../').length - 1 > depth) return all;
    const target = posix.resolve(posix.dirname(page), href);
    const address = decodedAddress(target.replaceAll('&amp;', '&'));
    const isPage = own.has(address) || own.has(posix.join(address, 'index.html'));
    return isPage ? all : `${attribute}${'../'.repeat(depth + 1)}${target.slice(1)}`;
  });
}

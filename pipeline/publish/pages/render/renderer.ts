/**
 * Renders pages: by the edition's own layouts if it has some, by the program's if those fail.
 *
 * A layout gets the input of the page, and `site`, the data that every page shows (frame.ts).
 */
import nunjucks from 'nunjucks';
import { loaded } from '../../../cache/stored.ts';
import { type Finding, formatFinding } from '../../../core/finding.ts';
import type { Theme } from '../../../model/theme.ts';
import { LayoutRenderer } from '../../../theme/render.ts';
import { MISSING_PAGE, rootedAddress } from '../../addresses/relative.ts';
import { policyOf } from '../../html/policy.ts';
import type { Interface } from '../../interface/strings.ts';
import {
  type LanguageLink,
  type LanguageVersion,
  languageLinks,
  withSharedFiles,
} from '../../interface/translations.ts';
import type { Page } from '../model/page.ts';
import { addFilters } from './filters.ts';
import type { SiteFrame } from './frame.ts';

/** A layout of the program. */
export interface LayoutFile {
  readonly path: string;
  readonly text: string;
}

/** The languages of the site's pages, and which of them is rendered. */
interface Languages {
  readonly own: LanguageVersion;
  readonly all: readonly LanguageVersion[];
}

export class Renderer {
  readonly #frame: SiteFrame;
  readonly #layouts: LayoutRenderer;
  readonly #languages: Languages | undefined;
  readonly #findings = new Map<string, Finding>();
  /** The pages that were rendered, and those on which a layout of the edition failed. */
  readonly rendered: Page[] = [];
  readonly failed = new Set<Page>();
  readonly #onPage: (count: number) => void;

  /**
   * `onPage`: called with the number of rendered pages. `languages`: of a site that has several.
   */
  constructor(
    frame: SiteFrame,
    words: Interface,
    layouts: Theme['layouts'],
    onPage: (count: number) => void = () => {},
    languages?: Languages,
  ) {
    this.#frame = frame;
    this.#languages = languages;
    this.#onPage = onPage;
    this.#layouts = new LayoutRenderer(layouts, (loader) => {
      const environment = new nunjucks.Environment(loader, { dev: true });
      addFilters(environment, frame, words, languages?.own);
      return environment;
    });
  }

  #linksToLanguages({ all, own }: Languages, page: string): readonly LanguageLink[] {
    const links = languageLinks(all, own, page);
    if (page !== MISSING_PAGE) return links;
    const site = this.#frame.edition.address;
    return links.map((link) => ({ ...link, href: rootedAddress(link.address, site) }));
  }

  /** The errors of the edition's own layouts, each once. */
  get findings(): readonly Finding[] {
    return [...this.#findings.values()];
  }

  /** `url`: from Eleventy. `data`: the front matter of the page's template. */
  render(page: Page, layout: LayoutFile, url: string, data: object): string {
    const languages = this.#languages;
    const context = {
      ...data,
      policy: policyOf({
        ...this.#frame,
        hypothesis: this.#frame.hypothesis && page.template === 'document',
      }),
      page: { url },
      site: this.#frame,
      languages: languages === undefined ? [] : this.#linksToLanguages(languages, page.address),
      ...loaded(page.input()),
    };
    const rendered = this.#layouts.render(layout, context, (finding) => {
      this.#findings.set(formatFinding(finding), finding);
      this.failed.add(page);
    });
    this.rendered.push(page);
    this.#onPage(this.rendered.length);
    return languages === undefined || languages.own.folder === ''
      ? rendered
      : withSharedFiles(rendered, page.address, languages.own.addresses);
  }
}

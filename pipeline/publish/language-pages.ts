/**
 * The pages of a site in one language of the interface, and how they are rendered: those of the
 * edition's own language at the top of the site, those of each further one in a folder.
 */
import { join } from 'node:path';
import { hashOf, hashOfValue, programHash } from '../cache/results.ts';
import { PROGRAM } from '../edition/edition.ts';
import type { Theme } from '../model/theme.ts';
import type { LanguageVersion } from './interface/translations.ts';
import type { Manifest } from './manifest.ts';
import { allPages } from './pages/all-kinds.ts';
import type { PageContext } from './pages/model/context.ts';
import type { Page } from './pages/model/page.ts';
import { frameOf, type SiteFrame } from './pages/render/frame.ts';
import { Renderer } from './pages/render/renderer.ts';

/**
 * How many pages Eleventy renders in one run. It has the pages of a run in memory: 5,000 take 0.5
 * GB more than 1,000.
 */
const BATCH = 1000;

/** All pages in one language. */
interface LanguagePages {
  readonly version: LanguageVersion;
  readonly context: PageContext;
  readonly frame: SiteFrame;
  readonly pages: readonly Page[];
}

/** `isMain`: whether the pages are those at the top of the site. */
export function languagePages(context: PageContext, isMain: boolean): LanguagePages {
  const { language } = context.site.interface;
  const pages = [...allPages(context)];
  return {
    version: {
      language,
      folder: isMain ? '' : `/${language}`,
      addresses: new Set(pages.map(({ address }) => address)),
    },
    context,
    frame: frameOf(context),
    pages,
  };
}

/** Hash of what all parts of a site depend on. */
export function siteKey(all: readonly LanguagePages[], layouts: Theme['layouts']): string {
  return hashOf(
    programHash(['pipeline', 'site']),
    hashOfValue(
      all.map(({ context, frame }) => {
        const { language, strings } = context.site.interface;
        return [language, strings, frame];
      }),
    ),
    hashOfValue(withoutCounterpart(all.map(({ version }) => version.addresses))),
    hashOfValue([...layouts].map(([name, { text }]) => [name, text])),
  );
}

/**
 * The pages that some language does not have: lists are divided by the letters of an alphabet. The
 * links between languages depend on them.
 */
function withoutCounterpart(all: readonly ReadonlySet<string>[]): readonly (readonly string[])[] {
  return all.map((addresses) =>
    [...addresses].filter((address) => !all.every((others) => others.has(address))),
  );
}

/** Reuses pages of one language from the previous site, and renders the others. */
export class LanguageRenderer {
  readonly pages: readonly Page[];
  readonly renderer: Renderer;
  readonly #folder: string;
  readonly #own: LanguagePages;
  readonly #manifest: Manifest;

  /** `folder`: of the whole site. `onPage`: called when a page is rendered. */
  constructor(
    own: LanguagePages,
    all: readonly LanguagePages[],
    manifest: Manifest,
    layouts: Theme['layouts'],
    { folder, onPage }: { readonly folder: string; readonly onPage: () => void },
  ) {
    this.#own = own;
    this.#manifest = manifest;
    this.#folder = folder;
    this.pages = own.pages;
    this.renderer = new Renderer(own.frame, own.context.site.interface, layouts, onPage, {
      own: own.version,
      all: all.map(({ version }) => version),
    });
  }

  /** Links the pages that are as in the previous site into the new one. Returns the others. */
  outdated(pages: readonly Page[]): readonly Page[] {
    const manifest = this.#manifest;
    return pages.filter(
      (page) => manifest.isEmpty || !manifest.reuse(this.#partName(page), page.hash),
    );
  }

  async render(pages: readonly Page[]): Promise<void> {
    for (let from = 0; from < pages.length; from += BATCH) {
      const [{ runEleventy }, { publishPlugin }] = await Promise.all([
        import('./eleventy.ts'),
        import('./plugin.ts'),
      ]);
      const render = { pages: pages.slice(from, from + BATCH), renderer: this.renderer };
      await runEleventy(
        join(PROGRAM, 'site'),
        join(this.#folder, this.#own.version.folder),
        (config) => config.addPlugin(publishPlugin, { render }),
      );
    }
  }

  /** Records the rendered pages in the manifest. */
  note(): void {
    for (const page of this.renderer.rendered) {
      if (this.renderer.failed.has(page)) continue;
      const address = this.#own.version.folder + page.address;
      this.#manifest.add(this.#partName(page), page.hash, [address]);
    }
  }

  #partName({ name }: Page): string {
    const { folder } = this.#own.version;
    return folder === '' ? name : `${folder} ${name}`;
  }
}

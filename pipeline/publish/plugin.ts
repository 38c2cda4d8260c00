/**
 * Siglum as a plugin of Eleventy: gives the templates in site/ the pages of the site as data, and
 * writes the other files of the site beside them.
 *
 * A template paginates over the pages of its kind: `pages.document` in
 * site/pages/texts/document.njk. `siglum build` passes the pages to render; without them (`npx
 * @11ty/eleventy`) the plugin opens the edition in tei/, or the folder named by `SIGLUM_EDITION`,
 * and all pages are rendered.
 */
import { join, sep } from 'node:path';
import nunjucks from 'nunjucks';
import { Results } from '../cache/results.ts';
import { openEdition, PROGRAM } from '../edition/edition.ts';
import { documentFiles } from '../edition/edition-files.ts';
import { withTheme } from '../theme/theme.ts';
import type { EleventyConfig } from './eleventy.ts';
import { writeOutputs } from './outputs.ts';
import { allPages, PAGE_KINDS } from './pages/all-kinds.ts';
import { PageContext } from './pages/model/context.ts';
import type { Page } from './pages/model/page.ts';
import { frameOf } from './pages/render/frame.ts';
import { type LayoutFile, Renderer } from './pages/render/renderer.ts';
import { NOTHING } from './print/prints.ts';
import { openSite } from './site/open/open-site.ts';

/** The data from `siglum build`. */
interface PagesToRender {
  readonly pages: readonly Page[];
  readonly renderer: Renderer;
}

interface PublishOptions {
  /** An edition's folder, with the layout of tei/. */
  readonly edition?: string;
  readonly render?: PagesToRender;
}

/** A page as templates have it; a class, because Eleventy copies plain objects. */
class View {
  readonly address: string;
  readonly #page: Page;
  readonly #renderer: Renderer;

  constructor(page: Page, renderer: Renderer) {
    this.address = page.address;
    this.#page = page;
    this.#renderer = renderer;
  }

  /** The page by the layout of its template. `section`: as the template's front matter has it. */
  render(layout: LayoutFile, url: string, section: unknown): string {
    return this.#renderer.render(this.#page, layout, url, { section });
  }
}

/** By the name of their template. */
class Views {
  readonly [template: string]: readonly View[];
}

export async function publishPlugin(
  config: EleventyConfig,
  { edition, render }: PublishOptions = {},
): Promise<void> {
  const whole: WholeSite = render ?? (await pagesOfEdition(edition));
  const { pages, renderer, after } = whole;
  const views = (name: string): View[] =>
    pages.filter(({ template }) => template === name).map((page) => new View(page, renderer));
  const byTemplate = Object.keys(PAGE_KINDS).map((name) => [name, views(name)]);
  config.addGlobalData('pages', Object.assign(new Views(), Object.fromEntries(byTemplate)));
  config.setUseGitIgnore(false);
  // If Siglum is a dependency, its folder is in one that Eleventy would ignore.
  config.ignores.delete('**/node_modules/**');
  for (const folder of ['picture', 'styles'])
    config.ignores.add(join(PROGRAM, 'site', folder, '**'));
  config.addExtension('njk', {
    outputFileExtension: 'html',
    compileOptions: {
      permalink: (text) => (data) => nunjucks.renderString(text, { ...data }),
    },
    // Eleventy caches compiled templates from one run to the next, so they must not contain data of
    // a run.
    compile: (text, path) => {
      const isLayout = path.split(sep).includes('_layouts');
      return async ({ view, page, section }) =>
        isLayout ? (view as View).render({ path, text }, page.url, section) : text;
    },
  });
  if (after) config.on('eleventy.after', ({ directories }) => after(directories.output));
}

interface WholeSite extends PagesToRender {
  /** Writes the files beside the pages. */
  readonly after?: (folder: string) => Promise<void>;
}

async function pagesOfEdition(
  folder = process.env['SIGLUM_EDITION'] ?? join(PROGRAM, 'tei'),
): Promise<WholeSite> {
  const edition = await withTheme(openEdition(folder), false);
  const cache = new Results(edition.cache);
  const site = await openSite(edition, documentFiles(edition));
  const context = new PageContext(site, cache);
  return {
    pages: [...allPages(context)],
    renderer: new Renderer(frameOf(context), site.interface, edition.theme.layouts),
    after: async (output) => {
      await writeOutputs(site, cache, output, NOTHING);
    },
  };
}

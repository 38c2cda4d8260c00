/**
 * Siglum as a plugin of Eleventy: gives the templates in site/ the pages of the site as data, and
 * writes the other files of the site beside them.
 *
 * A template paginates over the pages of its kind: `pages.document` in site/document.njk. `siglum
 * build` passes the pages that are to be rendered; without them (`npx @11ty/eleventy`) the plugin
 * opens the edition in tei/, or the folder named by `SIGLUM_EDITION`, and all pages are rendered.
 */
import { join, sep } from 'node:path';
import nunjucks from 'nunjucks';
import { Results } from '../cache/results.ts';
import { openEdition, PROGRAM } from '../edition/edition.ts';
import { documentFiles } from '../edition/edition-files.ts';
import { withTheme } from '../theme/theme.ts';
import type { EleventyConfig, PageData } from './eleventy.ts';
import { writeOutputs } from './outputs.ts';
import { PageContext } from './pages/context.ts';
import { frameOf } from './pages/frame.ts';
import { allPages, PAGE_KINDS } from './pages/kinds.ts';
import type { Page } from './pages/page.ts';
import { Renderer } from './pages/renderer.ts';
import { openSite } from './site/open-site.ts';

/** What `siglum build` passes. */
export interface PagesToRender {
  readonly pages: readonly Page[];
  readonly renderer: Renderer;
}

export interface PublishOptions {
  /** An edition's folder, laid out like tei/. */
  readonly edition?: string;
  readonly render?: PagesToRender;
}

/** Pages by the name of their template. */
class PagesByTemplate {
  readonly [template: string]: readonly Page[];
}

export async function publishPlugin(
  config: EleventyConfig,
  { edition, render }: PublishOptions = {},
): Promise<void> {
  const whole: WholeSite = render ?? (await pagesOfEdition(edition));
  const { pages, renderer, after } = whole;
  const byTemplate = Object.fromEntries(
    Object.keys(PAGE_KINDS).map((name) => [
      name,
      pages.filter(({ template }) => template === name),
    ]),
  );
  config.addGlobalData('pages', Object.assign(new PagesByTemplate(), byTemplate));
  config.setUseGitIgnore(false);
  // Where Siglum is a dependency, its folder lies in one that Eleventy would ignore.
  config.ignores.delete('**/node_modules/**');
  for (const folder of ['picture', 'styles'])
    config.ignores.add(join(PROGRAM, 'site', folder, '**'));
  config.addExtension('njk', {
    outputFileExtension: 'html',
    compileOptions: {
      // What is compiled holds the renderer of this run.
      cache: false,
      permalink: (text) => (data) => nunjucks.renderString(text, { ...data }),
    },
    compile: (text, path) => {
      const isLayout = path.split(sep).includes('_layouts');
      return async (data) => (isLayout ? rendered(renderer, { path, text }, data) : text);
    },
  });
  if (after) config.on('eleventy.after', ({ directories }) => after(directories.output));
}

/** What the template says in its head is given on; nothing else of Eleventy's data is. */
function rendered(
  renderer: Renderer,
  layout: { readonly path: string; readonly text: string },
  { page: { url }, view, section }: PageData,
): string {
  return renderer.render(view as Page, layout, url, { section });
}

interface WholeSite extends PagesToRender {
  /** Writes what stands beside the pages. */
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
    after: (output) => writeOutputs(site, cache, output),
  };
}

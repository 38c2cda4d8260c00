/**
 * Siglum as a plugin of Eleventy: gives the layouts of site/ their data and functions, and puts the
 * edition's files beside the pages.
 *
 * In: Eleventy's configuration, with a `Layout` in its global data where `siglum build` has made
 * one; without it, when Eleventy is run by itself, the plugin opens the edition in tei/ (or the
 * folder named by `SIGLUM_EDITION`). Out: pages in Eleventy's output.
 */
import { basename, join, sep } from 'node:path';
import nunjucks from 'nunjucks';
import { openEdition, PROGRAM } from '../edition/edition.ts';
import { documentFiles } from '../edition/edition-files.ts';
import { kindsWith } from '../model/kinds.ts';
import { LayoutRenderer } from '../theme/render.ts';
import { withTheme } from '../theme/theme.ts';
import type { BackLink } from '../transform/back-links.ts';
import type { DocumentMetadata } from '../transform/metadata.ts';
import type { IndexKind, LifeDate, Named } from '../transform/model.ts';
import type { EleventyConfig, PageData } from './eleventy.ts';
import { POLICY } from './html/policy.ts';
import { MISSING_PAGE, relativeAddress, rootedAddress } from './html/relative.ts';
import { Layout, writeOutputs } from './layout.ts';
import { headLinks } from './outputs/head-links.ts';
import { notesStyleAddress } from './outputs/notes-beside.ts';
import { jsonForScript } from './outputs/ordered-json.ts';
import { collectedFiles, editionFiles, referenceFiles } from './outputs/references.ts';
import { markdownAddress, textAddress } from './outputs/texts.ts';
import { beginning, type ChronologyPage, jumpsWithin } from './pages/chronology.ts';
import { documentPages } from './pages/lists.ts';
import { currentMark } from './pages/navigation.ts';
import { EACH } from './pages/page-templates.ts';
import {
  coordinatesInWords,
  dayInWords,
  factsLine,
  lifeDate,
  lifeDates,
  spanInWords,
  whereItStands,
} from './pages/wording.ts';
import { QUERIES } from './queries.ts';
import { SiteReads } from './reads.ts';
import { openSite } from './site/open-site.ts';
import type { SiteDocument } from './site/site-model.ts';

/** Options for those who use the plugin in a configuration of their own. */
export interface PublishOptions {
  /** An edition's folder, laid out like tei/. */
  readonly edition?: string;
}

export async function publishPlugin(
  config: EleventyConfig,
  options: PublishOptions = {},
): Promise<void> {
  const given = config.globalData['siglum'] as Layout | undefined;
  const layout = given ?? (await ownLayout(options.edition));
  config.addGlobalData('siglum', layout);
  config.addGlobalData('pages', layout.pages);
  config.setUseGitIgnore(false);
  // Where Siglum is a dependency, its own folder lies in one that Eleventy would pass over.
  config.ignores.delete('**/node_modules/**');
  for (const folder of ['picture', 'styles'])
    config.ignores.add(join(PROGRAM, 'site', folder, '**'));
  // What it gives is the template's text; `false` leaves it out.
  config.addPreprocessor('stale', 'njk', ({ page }) =>
    layout.uses(basename(page.inputPath, '.njk')) ? undefined : false,
  );

  // Eleventy keeps what is compiled from one run to the next; so that holds nothing of a run.
  config.addExtension('njk', {
    outputFileExtension: 'html',
    compileOptions: {
      // The address is of what the page is about, whatever the site.
      permalink: (text) => (data) => nunjucks.renderString(text, { ...data }),
    },
    compile: (text, path) => {
      const isLayout = path.split(sep).includes('_layouts');
      return async (data) => (isLayout ? laidOut(text, path, data) : text);
    },
  });

  if (given) return;
  config.on('eleventy.after', async ({ directories }: { directories: { output: string } }) => {
    await writeOutputs(layout.site, layout.reads, directories.output);
  });
}

/**
 * A page. Its layout sees what its template says in its head, the view of the site, and what the
 * page is about.
 */
function laidOut(text: string, path: string, data: PageData): string {
  const { page, pagination, siglum, pages: _pages, collections: _collections, ...own } = data;
  const layout = siglum as Layout;
  const name = basename(page.inputPath, '.njk');
  const alias = pagination?.alias ?? '';
  const address = page.url.endsWith('/') ? `${page.url}index.html` : page.url;
  const item = EACH[name] ? (data[alias] as object) : undefined;
  return layout.page(name, item, address, (seen) =>
    renderLayout(layout, path, text, {
      ...own,
      policy: POLICY,
      page: { url: page.url },
      site: layout.reads.view,
      ...(item === undefined
        ? { pagination: layout.reads.of(pagination), [alias]: layout.reads.of(data[alias]) }
        : { [alias]: seen }),
    }),
  );
}

const renderers = new WeakMap<Layout, LayoutRenderer>();

/**
 * The page, by the edition's own layouts where it has some; by the program's where these fail,
 * which is told.
 */
function renderLayout(layout: Layout, path: string, text: string, context: object): string {
  const renderer =
    renderers.get(layout) ??
    new LayoutRenderer(layout.layouts, (loader) => openEnvironment(layout, loader));
  renderers.set(layout, renderer);
  return renderer.render({ path, text }, context, (finding) => layout.failed(finding));
}

function openEnvironment({ reads, site }: Layout, loader: nunjucks.ILoader): nunjucks.Environment {
  const environment = new nunjucks.Environment(loader, { dev: true });
  const words = site.interface;
  const filters: Readonly<Record<string, (...values: never[]) => unknown>> = {
    relative: (address: string, page: string) =>
      page === MISSING_PAGE
        ? rootedAddress(address, site.edition.address)
        : relativeAddress(address, page),
    current: currentMark,
    say: (key: string, values?: Record<string, string | number>) => words.say(key, values),
    sayOr: (key: string, fallback: string) => words.strings[key] ?? fallback,
    document: (id: string) => reads.ask('document', id),
    sideBySide: (document: SiteDocument) => document.sideBySide,
    documentTitle: (id: string) => reads.ask('documentTitle', id),
    entryTitle: (id: string) => reads.ask('entryTitle', id),
    entry: (id: string | null) => reads.ask('entry', id),
    kinds: kindsWith,
    folder: (kind: IndexKind) => reads.ask('folder', kind),
    names: (named: readonly Named[]) => named.map(({ text }) => text).join(', '),
    day: (date: string) => dayInWords(date, words),
    life: lifeDates,
    factsLine,
    lifeDate: (date: LifeDate) => lifeDate(date, words),
    coordinates: coordinatesInWords,
    where: (link: BackLink) => whereItStands(link, words),
    interfaces: () => reads.ask('interfaces'),
    metadata: (document: SiteDocument) => document.metadata,
    jsonForScript,
    referenceFiles: (metadata: DocumentMetadata, address: string) =>
      referenceFiles(address, metadata),
    headLinks,
    editionFiles,
    collectedFiles,
    textAddress,
    markdownAddress,
    notesStyleAddress,
    beginning,
    span: (span: string) => spanInWords(span, words),
    jumpsOf: (part: ChronologyPage) => jumpsWithin(part, (span) => spanInWords(span, words)),
    pageLinks: documentPages,
    largest: (values: readonly number[]) => Math.max(...values),
    steps: (id: string) => reads.ask('steps', id),
    outline: (id: string) => reads.ask('outline', id),
    neighbour: (id: string, step: number) => reads.ask('neighbour', id, step),
  };
  for (const [name, filter] of Object.entries(filters))
    environment.addFilter(name, filter as never);
  return environment;
}

async function ownLayout(
  folder = process.env['SIGLUM_EDITION'] ?? join(PROGRAM, 'tei'),
): Promise<Layout> {
  const edition = await withTheme(openEdition(folder), false);
  const site = await openSite(edition, documentFiles(edition));
  return new Layout(site, new SiteReads(site, QUERIES));
}

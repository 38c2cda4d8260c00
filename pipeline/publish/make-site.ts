/**
 * Makes a site in a folder: its pages by Eleventy, and what is beside them. What has the same
 * input as in the previous site is reused from there.
 */
import { join } from 'node:path';
import { hashOf, hashOfValue, programHash, Results } from '../cache/results.ts';
import type { Finding } from '../core/finding.ts';
import type { ReportProgress } from '../core/progress.ts';
import { PROGRAM } from '../edition/edition.ts';
import { OWN_FILES_ONLY, type PageOptions } from '../edition/site-options.ts';
import { NO_THEME, type Theme } from '../model/theme.ts';
import { Manifest } from './manifest.ts';
import { writeOutputs } from './outputs.ts';
import { allPages } from './pages/all-kinds.ts';
import { PageContext } from './pages/model/context.ts';
import type { Page } from './pages/model/page.ts';
import { frameOf, type SiteFrame } from './pages/render/frame.ts';
import { Renderer } from './pages/render/renderer.ts';
import { NOTHING, type TakeAlong } from './print/prints.ts';
import type { Site } from './site/site.ts';

interface MadeSite {
  /** What is wrong with the edition's own layouts, and what outputs could not show. */
  readonly findings: readonly Finding[];
  /** Addresses of the pages that were rendered. */
  readonly pages: readonly string[];
  /**
   * Notes the files as they are now; to be called before anything is added to the pages. Gives the
   * step that saves the manifest for the next build.
   */
  seal(): () => void;
}

interface MakeOptions {
  /** The edition's cache. */
  readonly cache: string;
  /** Where the site will be; the previous site may be there. */
  readonly place: string;
  /** The edition's own layouts. */
  readonly layouts?: Theme['layouts'];
  /** The PDFs and EPUBs that are made. */
  readonly takeAlong?: TakeAlong;
  /** What pages may load from other hosts. */
  readonly pageOptions?: PageOptions;
  readonly progress?: ReportProgress | undefined;
  /**
   * Called with the folder and the addresses of pages when the pages of edited documents are
   * rendered, and again when all pages are.
   */
  readonly laidOut?: ((folder: string, addresses: readonly string[]) => void) | undefined;
}

/**
 * Pages that Eleventy renders in one run. It holds the pages of a run in memory: 5,000 take 0.5 GB
 * more than 1,000.
 */
const BATCH = 1000;

/** With more edited documents, their pages are not shown before the others. */
const FEW = 100;

export async function makeSite(
  site: Site,
  folder: string,
  {
    cache: cacheFolder,
    place,
    layouts = NO_THEME.layouts,
    takeAlong = NOTHING,
    pageOptions = OWN_FILES_ONLY,
    progress,
    laidOut,
  }: MakeOptions,
): Promise<MadeSite> {
  const cache = new Results(cacheFolder);
  const context = new PageContext(site, cache, takeAlong, pageOptions);
  const frame = frameOf(context);
  const manifest = new Manifest(cacheFolder, place, folder, keyOf(site, frame, layouts));
  const pages: Page[] = [];
  for (const page of allPages(context))
    if (manifest.isEmpty || !manifest.reuse(page.name, page.hash)) pages.push(page);
  const renderer = new Renderer(frame, site.interface, layouts, (count) =>
    progress?.('rendered', count, pages.length),
  );
  const rendered = (): string[] => renderer.rendered.map(({ address }) => address);
  const edited = pages.filter(({ template }) => OF_DOCUMENTS.has(template));
  const early = laidOut && edited.length <= FEW ? edited : [];
  if (early.length > 0) {
    await render(early, renderer, folder);
    laidOut?.(folder, rendered());
  }
  await render(
    early.length > 0 ? pages.filter((page) => !early.includes(page)) : pages,
    renderer,
    folder,
  );
  laidOut?.(folder, rendered());
  for (const page of pages)
    if (!renderer.failed.has(page)) manifest.add(page.name, page.hash, [page.address]);
  const found = await writeOutputs(site, cache, folder, takeAlong, manifest);
  return {
    findings: [...renderer.findings, ...found],
    pages: rendered(),
    seal: () => manifest.seal(),
  };
}

/** The pages that an editor looks at after a change. */
const OF_DOCUMENTS = new Set(['document', 'source']);

/** Of what all parts of the site depend on. */
function keyOf(site: Site, frame: SiteFrame, layouts: Theme['layouts']): string {
  const { language, strings } = site.interface;
  return hashOf(
    programHash(['pipeline', 'site']),
    hashOfValue([language, strings, frame]),
    hashOfValue([...layouts].map(([name, { text }]) => [name, text])),
  );
}

async function render(pages: readonly Page[], renderer: Renderer, folder: string): Promise<void> {
  for (let from = 0; from < pages.length; from += BATCH) {
    const [{ runEleventy }, { publishPlugin }] = await Promise.all([
      import('./eleventy.ts'),
      import('./plugin.ts'),
    ]);
    const some = pages.slice(from, from + BATCH);
    await runEleventy(join(PROGRAM, 'site'), folder, (config) =>
      config.addPlugin(publishPlugin, { render: { pages: some, renderer } }),
    );
  }
}
